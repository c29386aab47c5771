/** The words of the offence finder: who, what, the penalty as facts, who is competent. */

/** The answers to "who took part". */
export const actors = [
  'official',
  'elected',
  'state-enterprise',
  'justice',
  'contractor',
  'citizen',
] as const;
export type ActorKind = (typeof actors)[number];

/** The answers to "what was done". */
export const acts = [
  'ask-money',
  'take-gift',
  'give-money',
  'go-between',
  'force-pay',
  'embezzle',
  'overpay',
  'fees',
  'false-papers',
  'destroy-papers',
  'procurement',
  'favour',
  'neglect',
  'harm',
  'leak',
  'pretend',
  'retaliate',
  'wealth',
  'launder',
  'false-report',
] as const;
export type ActKind = (typeof acts)[number];

/** `office`: of officials by virtue of their post; `nacc`: under the NACC Organic Act; `forfeiture`: no prison, property is lost. */
export const kinds = [
  'office',
  'justice-office',
  'nacc',
  'giver',
  'false-report',
  'ordinary',
  'forfeiture',
] as const;
export type OffenceKind = (typeof kinds)[number];

/** How a fine goes with prison: `and` both; `or-both` either or both; `only` a fine alone. */
export type FineJoin = 'and' | 'or-both' | 'only';

/** A range of punishment as facts. Months of prison, baht of fine; no minimum means the law names none. */
export type Penalty = {
  /** Which case of the section: `basic`, then the graver ones in the order of the text. */
  readonly limb: 'basic' | 'graver' | 'against-person' | 'by-body' | 'identity' | 'official';
  readonly minMonths?: number;
  readonly maxMonths?: number;
  readonly life?: boolean;
  readonly death?: boolean;
  readonly minFine?: number;
  readonly maxFine?: number;
  readonly join?: FineJoin;
};

export type Status = 'confirmed' | 'unconfirmed';

export type Offence = {
  readonly code: string;
  readonly version: number;
  readonly instrument: string;
  readonly section: string;
  readonly penaltySection: string;
  readonly kind: OffenceKind;
  readonly actors: readonly ActorKind[];
  readonly acts: readonly ActKind[];
  readonly topics: readonly string[];
  readonly clocks: readonly string[];
  readonly titleTh: string;
  readonly titleEn: string;
  readonly gistTh: string;
  readonly gistEn: string;
  readonly elementsTh: readonly string[];
  readonly elementsEn: readonly string[];
  readonly penalties: readonly Penalty[];
  readonly related: readonly string[];
  readonly basis: string;
  readonly source: string;
  readonly status: Status;
  /** Civil dates; `validTo` is the first day on which it is no more. */
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export type GuidanceSubject = 'competence' | 'discipline' | 'time-limit';

/** A rule that offences of a kind share. */
export type Guidance = {
  readonly code: string;
  readonly version: number;
  readonly subject: GuidanceSubject;
  readonly body: string | undefined;
  readonly kinds: readonly OffenceKind[];
  readonly actors: readonly ActorKind[];
  readonly textTh: string;
  readonly textEn: string;
  readonly facts: TimeLimitFacts;
  readonly basis: string;
  readonly source: string;
  readonly status: Status;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

/** A time limit belongs to the greatest prison term: above so many months, or from so many on; none for a plain rule. */
export type TimeLimitFacts = {
  readonly years?: number;
  readonly aboveMonths?: number;
  readonly fromMonths?: number;
};

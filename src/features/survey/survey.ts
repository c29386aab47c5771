/** The words of the internal integrity survey: what is asked, when, and what may be shown of the answers. */

export type Words = { readonly th: string; readonly en: string };

export type Indicator = { readonly code: string; readonly name: Words };
export type Item = { readonly code: string; readonly indicator: string; readonly prompt: Words };
/** `points` is undefined where the step is no judgement ("don't know"). */
export type Choice = { readonly code: string; readonly label: Words; readonly points: number | undefined };
/** A sub-group; one partition, so that no two of them overlap. */
export type Band = { readonly code: string; readonly label: Words };

export type Questionnaire = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly version: number;
  readonly title: Words;
  readonly bandQuestion: Words;
  /** Empty words: none is asked. */
  readonly wordsQuestion: Words;
  readonly smallestGroup: number;
  readonly state: 'draft' | 'in-force';
  readonly basis: Words;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly indicators: readonly Indicator[];
  readonly items: readonly Item[];
  readonly choices: readonly Choice[];
  readonly bands: readonly Band[];
};

export type Round = {
  readonly id: string;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly questionnaireId: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Public key of the blind signature. */
  readonly tokenKey: Uint8Array;
  readonly closedAt: Date | undefined;
  readonly countedAt: Date | undefined;
  readonly publishedAt: Date | undefined;
};

/** counting: closed, and the last answers are being counted. */
export const roundStates = ['planned', 'open', 'counting', 'counted', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

export function stateOf(round: Round, today: string): RoundState {
  if (round.publishedAt) return 'published';
  if (round.countedAt) return 'counted';
  if (round.closedAt || today > round.closesOn) return 'counting';
  return today < round.opensOn ? 'planned' : 'open';
}

/** The whole centre among the groups of a result. */
export const whole = '*';
/** Those who did not say to which sub-group they belong. */
export const notSaid = '';

/** What may be shown of one group. */
export type GroupResult = {
  readonly band: string;
  /** Undefined where the group is too small, or would give a small one away. */
  readonly people: number | undefined;
  readonly entitled: number | undefined;
  readonly items: readonly ItemResult[];
};
export type ItemResult = { readonly item: string; readonly scored: number; readonly mean: number };

/** An answer as it is sent. */
export type Answer = {
  readonly band: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly words: string;
};

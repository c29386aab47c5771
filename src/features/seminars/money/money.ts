/** The words of money: rules of regulations, lines of the budget, fees of speakers and what is found about them. */
import type { Affiliation } from '../programme/programme.ts';
import type { TrainingType } from '../projects/project.ts';
import type { SlotKind, SpeakerRole } from '../seminar.ts';

/** Kinds of parts for which a regulation says how many speakers are paid. */
export const paidKinds = ['lecture', 'panel', 'exchange', 'group-work'] as const;
export type PaidKind = (typeof paidKinds)[number];

/** Baht an hour by training and affiliation; persons by kind of part; minutes that make an hour or half of one. */
export type MoneyCode =
  | `fee-${TrainingType}-${Affiliation}`
  | `paid-${PaidKind}`
  | 'minutes-hour'
  | 'minutes-half-hour';

/** A version of a rule. Dates are civil dates. */
export type MoneyRule = {
  readonly code: MoneyCode;
  readonly version: number;
  readonly value: number;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export const categories = ['food', 'lodging', 'travel', 'venue', 'material', 'other'] as const;
export type Category = (typeof categories)[number];

export type BudgetLine = {
  readonly id: string;
  readonly category: Category;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly amount: number;
};

/** What somebody claims for a speaker in a part. */
export type Claim = { readonly isPaid: boolean; readonly hours: number; readonly rate: number };

/** A speaker in a part, as the rules of money see her. */
export type FeeOf = {
  readonly speakerId: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly affiliation: Affiliation;
  readonly role: SpeakerRole;
  readonly groupNo: number | undefined;
  /** Undefined while nobody has changed what the rules propose. */
  readonly claim: Claim | undefined;
};

export type FeePart = {
  readonly slotId: string;
  readonly kind: SlotKind;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly groups: number;
  readonly speakers: readonly FeeOf[];
};

/** Something claimed beyond a rule. It is shown with the rule, never cut: the officer decides and signs. */
export type Finding = {
  readonly code: 'rate' | 'hours' | 'count' | 'group' | 'kind';
  readonly claimed: number;
  readonly allowed: number;
  readonly rule: MoneyRule;
  /** Which group, for `group`. */
  readonly groupNo?: number;
};

export type FeeLine = FeeOf & {
  readonly claim: Claim;
  /** What the rules propose. */
  readonly proposal: Claim;
  readonly amount: number;
  readonly findings: readonly Finding[];
};

export type CheckedPart = Omit<FeePart, 'speakers'> & {
  readonly lines: readonly FeeLine[];
  /** About the part as a whole. */
  readonly findings: readonly Finding[];
  readonly amount: number;
};

/** The budget of a seminar as its page and its papers show it; amounts in baht. */
export type Budget = {
  readonly lines: readonly BudgetLine[];
  readonly parts: readonly CheckedPart[];
  readonly feeTotal: number;
  readonly lineTotal: number;
  readonly total: number;
  /** Rules without which a fee cannot be proposed or checked. */
  readonly missingRules: readonly MoneyCode[];
  /** What the forms send back, so that nobody overwrites a colleague. */
  readonly linesMark: string;
  readonly feesMark: string;
};

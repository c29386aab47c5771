/** The words of the gift register: what was given, what the rule says of it, what became of it, what a centre filed. */
import type { Half } from '../rules/rule.ts';

export const giftKinds = ['gift', 'solicitation'] as const;
export type GiftKind = (typeof giftKinds)[number];

/** exempt: from a relative; within, over: the limit; solicitation: a collection, always decided on. */
export type Verdict = 'exempt' | 'within' | 'over' | 'solicitation';

export const decisions = ['keep', 'return', 'hand-over', 'mistaken'] as const;
export type Decision = (typeof decisions)[number];

/** Where a gift stands: nothing to decide, to be decided, to be given away, done. */
export const giftStates = ['recorded', 'waiting', 'to-dispose', 'closed'] as const;
export type GiftState = (typeof giftStates)[number];

/** Largest picture or proof, bytes. A telephone's photo has three to eight megabytes. */
export const pictureLimit = 16 * 1024 * 1024;

/** Something that had to happen by a day. Dates are civil dates. */
export type Clock = {
  readonly from: string;
  readonly days: number;
  readonly unit: 'calendar' | 'working';
  /** The last day as counted, before a holiday moves it. */
  readonly lastDay: string;
  readonly due: string;
  readonly metOn: string | undefined;
  readonly isLate: boolean;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly status: 'confirmed' | 'unconfirmed';
};

export type GiftLine = {
  readonly id: string;
  readonly kind: GiftKind;
  readonly unitName: string;
  readonly reporter: string;
  readonly isOwn: boolean;
  readonly receivedOn: string;
  readonly reportedAt: Date;
  readonly item: string;
  readonly giver: string;
  readonly valueBaht: number;
  readonly verdict: Verdict;
  readonly state: GiftState;
  readonly decision: Decision | undefined;
  readonly decideDueOn: string | undefined;
  readonly isLate: boolean;
  /** Whether the person who looks decides on it. */
  readonly isMineToDecide: boolean;
};

export type GiftView = GiftLine & {
  readonly relationTh: string;
  readonly relationEn: string;
  readonly relationBasisTh: string;
  readonly relationBasisEn: string;
  readonly occasion: string;
  readonly reason: string;
  readonly limitBaht: number;
  readonly hasPicture: boolean;
  readonly reportClock: Clock | undefined;
  readonly decideClock: Clock | undefined;
  readonly decided: { readonly by: string; readonly at: Date; readonly reasons: string } | undefined;
  readonly disposed:
    | { readonly by: string; readonly on: string; readonly note: string; readonly isPdf: boolean }
    | undefined;
  readonly mayDispose: boolean;
};

/** Counts and sums of a period. */
export type Figures = {
  readonly gifts: number;
  readonly overLimit: number;
  readonly valueBaht: number;
  readonly kept: number;
  readonly returned: number;
  readonly handedOver: number;
  readonly undecided: number;
  readonly solicitations: number;
  readonly solicitationBaht: number;
};

export const noFigures: Figures = {
  gifts: 0,
  overLimit: 0,
  valueBaht: 0,
  kept: 0,
  returned: 0,
  handedOver: 0,
  undecided: 0,
  solicitations: 0,
  solicitationBaht: 0,
};

export type HalfPeriod = {
  readonly half: Half;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
};

/** What a centre filed for a half-year. */
export type Filing = Figures & {
  readonly id: string;
  readonly unitId: number;
  readonly half: Half;
  readonly isNothing: boolean;
  readonly dueOn: string;
  readonly filedAt: Date;
};

/** filed, nothing: done; changed: the register has moved on since; missing: not yet; late: and the day is past. */
export const filingStates = ['filed', 'nothing', 'changed', 'missing', 'late'] as const;
export type FilingState = (typeof filingStates)[number];

/** What a centre filed, for whoever discloses it: a half, or the year once both halves are there. */
export type GiftTotals = Figures & {
  readonly isNothing: boolean;
  readonly filedAt: Date;
};

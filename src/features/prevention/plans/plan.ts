/** The words of action plans: a centre's measures for a fiscal year, their results by quarter, and who has filed. */
import type { CentreKind } from '#features/network/index.ts';

export const planStates = ['draft', 'submitted', 'returned', 'verified', 'published'] as const;
export type PlanState = (typeof planStates)[number];

export const missions = ['ethics', 'anti-corruption'] as const;
export type Mission = (typeof missions)[number];

export const schemes = [
  'national-strategy',
  'master-plan',
  'development-plan',
  'cabinet-policy',
  'ministry-plan',
  'sdg',
] as const;
export type Scheme = (typeof schemes)[number];

export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** A goal of a plan above. `key` is `scheme:code`. */
export type Alignment = {
  readonly key: string;
  readonly scheme: Scheme;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly isConfirmed: boolean;
};

export type Plan = {
  readonly id: string;
  readonly unitId: number;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly state: PlanState;
  readonly reason: string | undefined;
  readonly submittedBy: string | undefined;
  readonly submittedAt: Date | undefined;
  readonly decidedAt: Date | undefined;
  readonly publishedAt: Date | undefined;
  readonly changedAt: Date;
  /** Counts up with each change. */
  readonly revision: number;
};

/** What was true of a measure at the end of a quarter, counted since the fiscal year began. */
export type Result = {
  readonly quarter: Quarter;
  readonly done: string;
  readonly value: number | undefined;
  /** Baht. */
  readonly spent: number;
  /** Percent. */
  readonly progress: number;
  readonly problems: string;
  readonly suggestions: string;
  readonly evidenceUrl: string | undefined;
  readonly enteredAt: Date;
};

export type Measure = {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly mission: Mission;
  readonly title: string;
  readonly objective: string;
  readonly indicator: string;
  readonly target: number | undefined;
  readonly targetUnit: string;
  /** Baht. */
  readonly budget: number;
  readonly startsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly owner: string;
  readonly alignments: readonly string[];
  readonly changedAt: Date;
  /** The last word on each quarter, in order. */
  readonly results: readonly Result[];
};

export type PlanCentre = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: CentreKind;
};

/** One centre's plan in a list; `state` is undefined where none was begun or handed in. */
export type PlanLine = {
  readonly centre: PlanCentre;
  readonly planId: string | undefined;
  readonly state: PlanState | undefined;
  readonly measures: number;
  readonly budget: number;
  readonly spent: number;
  /** Mean progress of the measures in percent; undefined before the first result. */
  readonly progress: number | undefined;
  /** Quarters for which every measure has a result. */
  readonly reported: readonly Quarter[];
};

export const planSteps = ['submit', 'return', 'verify', 'publish'] as const;
export type PlanStep = (typeof planSteps)[number];

export const planRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'wrong-state',
  'already-begun',
  'empty-plan',
  'not-complete',
  'reason-missing',
  'own-submission',
  'quarter-to-come',
  'nothing-to-copy',
  'identifying',
] as const;
export type PlanRefusal = (typeof planRefusals)[number];

/** `fields`: those that were refused; of `identifying` the words that name a person. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: PlanRefusal; readonly fields?: readonly string[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: PlanRefusal, fields?: readonly string[]): Outcome<never> =>
  fields ? { ok: false, code, fields } : { ok: false, code };

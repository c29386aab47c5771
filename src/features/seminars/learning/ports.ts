/** What evaluation asks of other features and other parts of seminars, handed over by `main`. */
import type { Parts } from './needs.ts';

/** Marks of a test before and after, over people who took both. */
export type Gain = {
  readonly competency: string | undefined;
  readonly people: number;
  /** Shares of points, 0 to 100. */
  readonly before: number;
  readonly after: number;
};
/** Somebody's share of points in a competency in the test at the end. */
export type TestShare = {
  readonly registrationId: string;
  readonly testId: string;
  readonly competency: string;
  readonly percent: number;
  readonly on: string;
};

export type LearningNeeds = Parts & {
  /** Deadlines due in a period and met in time, by centre. */
  readonly clockFigures: (
    from: string,
    to: string,
  ) => Promise<ReadonlyMap<number, { readonly due: number; readonly inTime: number }>>;
  /** Centres that have handed in the action plan of a fiscal year (Buddhist era). */
  readonly unitsWithPlan: (fiscalYear: number) => Promise<ReadonlySet<number>>;
  /** Centres that have filed a risk map of a fiscal year. */
  readonly unitsWithRiskMap?: (fiscalYear: number) => Promise<ReadonlySet<number>>;
  readonly tests: {
    /** The whole first, then by competency; read as the worker. */
    readonly gains: (seminarId: string) => Promise<readonly Gain[]>;
    readonly shares: (seminarId: string) => Promise<readonly TestShare[]>;
  };
};

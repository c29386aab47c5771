/** What evaluation asks of other features and other parts of seminars, handed over by `main`. */
import type { SignedIn } from '#features/network/index.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Parts } from './needs.ts';

/** Marks of the tests before and after, over people who took both; shares of points from 0 to 100. */
export type Gain = {
  readonly pairs: number;
  readonly before: number;
  readonly after: number;
};
/** Somebody's share of points in a competency, 0 to 1, in the test at the end. */
export type TestShare = {
  readonly registrationId: string;
  readonly competency: string;
  readonly share: number;
  readonly at: Date;
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
    /** Undefined while too few took both. */
    readonly gain: (signedIn: SignedIn, seminarId: string) => Promise<Gain | undefined>;
    readonly evidence: (db: Queries, seminarId: string) => Promise<readonly TestShare[]>;
  };
};

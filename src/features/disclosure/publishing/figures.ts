/** Where papers take their figures from: other features' own promises, joined by `main`. */
import type { Ethics } from '#features/ethics/index.ts';
import type { Plans, Risks } from '#features/prevention/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';

export type ComplaintLine = {
  /** Name of the topic in Thai. */
  readonly topic: string;
  readonly received: number;
  readonly concluded: number;
  readonly underWay: number;
};

export type Figures = {
  /** Cases that a centre received from a day up to (not including) another; empty for who may not see its figures. */
  readonly complaints: (
    trx: InTransaction,
    asked: { readonly unitId: number; readonly from: string; readonly to: string },
  ) => Promise<readonly ComplaintLine[]>;
  readonly gifts: Ethics['gifts']['giftTotals'];
  readonly noGift: Pick<Ethics['noGift'], 'list' | 'read'>;
  readonly ethics: {
    readonly code: Ethics['codes']['published'];
    /** As suppressed for the officer who asks. */
    readonly pledges: Ethics['pledges']['figures'];
    readonly moral: Ethics['moral']['published'];
    readonly questions: Ethics['questions']['published'];
  };
  readonly risks: Risks['viewPublished'];
  readonly plans: Plans['viewPublished'];
};

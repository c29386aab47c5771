/** The words of tests: settings, and what a participant and an organiser are shown. */
import type { Blueprint, Phase } from './drawing-rules.ts';

export const phases = ['pre', 'post'] as const satisfies readonly Phase[];

export type SeminarTest = {
  readonly id: string;
  readonly seminarId: string;
  readonly phase: Phase;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly minutes: number | undefined;
  readonly graceMinutes: number;
  readonly tries: number;
  readonly showsAnswers: boolean;
  readonly poolId: string | undefined;
  readonly changedAt: Date;
};

/** Where a test stands for everybody. */
export type TestStage = 'draft' | 'waiting' | 'open' | 'closed';

export function stageOf(
  { poolId, opensAt, closesAt }: Pick<SeminarTest, 'poolId' | 'opensAt' | 'closesAt'>,
  now: Date,
): TestStage {
  if (poolId === undefined) return 'draft';
  if (now < opensAt) return 'waiting';
  return now < closesAt ? 'open' : 'closed';
}

/** When an attempt has to be handed in; the database's `test_until` says the same. */
export function untilOf(
  { minutes, closesAt }: Pick<SeminarTest, 'minutes' | 'closesAt'>,
  startedAt: Date,
): Date {
  const own = minutes === undefined ? closesAt : new Date(startedAt.getTime() + minutes * 60_000);
  return own < closesAt ? own : closesAt;
}

export const isInGrace = (test: SeminarTest, startedAt: Date, now: Date): boolean =>
  now.getTime() <= untilOf(test, startedAt).getTime() + test.graceMinutes * 60_000;

/** Questions on one page of an attempt: each page is saved, so a lost connection loses at most these. */
export const questionsOnPage = 5;

export const sizeOf = (blueprint: Blueprint) => blueprint.reduce((sum, { questions }) => sum + questions, 0);

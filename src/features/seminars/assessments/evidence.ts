/** What other parts ask of tests: who reached how much, what was learnt, what of it is evidence for competence. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { selectScored } from './result.queries.ts';
import { bothOf, competencyShare, type Gain, gainOf } from './result-rules.ts';
import { selectTests } from './test.queries.ts';

/**
 * Per cent of points in the test after the seminar, the best attempt of each seat; undefined when no such test was
 * released. `trx` is an organiser's transaction or the worker's.
 */
export async function postTestPercents(
  trx: InTransaction,
  seminarId: string,
): Promise<ReadonlyMap<string, number> | undefined> {
  const tests = await selectTests(trx, seminarId);
  if (!tests.some(({ phase, poolId }) => phase === 'post' && poolId)) return undefined;
  const { post } = await selectScored(trx, seminarId);
  return new Map(post.map(({ registrationId, share }) => [registrationId, share * 100]));
}

/** Of those who took both; undefined for too few to be shown. */
async function learningGain(trx: Queries, seminarId: string): Promise<Gain | undefined> {
  const { pre, post } = await selectScored(trx, seminarId);
  return gainOf(bothOf(pre, post).map((both) => ({ pre: both.pre.share, post: both.post.share })));
}

/** The same in per cent, as the summary of a seminar says it. */
export type GainFigures = {
  readonly pairs: number;
  readonly before: number;
  readonly after: number;
  readonly gain: number;
};

export async function gainFigures(trx: Queries, seminarId: string): Promise<GainFigures | undefined> {
  const gain = await learningGain(trx, seminarId);
  if (gain?.normalised === undefined) return undefined;
  const { people, pre, post, normalised } = gain;
  return { pairs: people, before: pre * 100, after: post * 100, gain: normalised };
}

export type Evidence = {
  readonly registrationId: string;
  readonly competency: string;
  /** Share of points in the questions of this competency, 0 to 1. */
  readonly share: number;
  readonly at: Date;
};

/** Of the test after the seminar, by seat and competency. As the worker, or as an organiser of the seminar. */
export async function competenceEvidence(db: Queries, seminarId: string): Promise<readonly Evidence[]> {
  const { post } = await selectScored(db, seminarId);
  const finished = await db
    .selectFrom('seminars.test_attempt')
    .where('seminar_id', '=', seminarId)
    .where('finished_at', 'is not', null)
    .groupBy('registration_id')
    .select((eb) => ['registration_id', eb.fn.max('finished_at').as('at')])
    .execute();
  const at = new Map(finished.map((row) => [row.registration_id, row.at!]));
  return post.flatMap((scored) =>
    [...new Set(scored.marks.map(({ competency }) => competency))].map((competency) => ({
      registrationId: scored.registrationId,
      competency,
      share: competencyShare(scored, competency)!,
      at: at.get(scored.registrationId)!,
    })),
  );
}

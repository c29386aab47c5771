/** What other parts ask of tests: who reached how much, what was learnt, what of it is evidence for competence. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { selectScored } from './result.queries.ts';
import { bothOf, competencyShare, type Gain, gainByCompetency, gainOf } from './result-rules.ts';
import { selectBlueprint, selectTests } from './test.queries.ts';

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

/** Somebody's share of points in a competency in the test after the seminar. */
export type TestShare = {
  readonly registrationId: string;
  readonly testId: string;
  readonly competency: string;
  readonly percent: number;
  /** Civil date on which the best attempt was handed in. */
  readonly on: string;
};

/** For competence; as the worker. */
export async function competenceShares(db: Queries, seminarId: string): Promise<readonly TestShare[]> {
  const { post } = await selectScored(db, seminarId);
  return post.flatMap((scored) =>
    [...new Set(scored.marks.map(({ competency }) => competency))].map((competency) => ({
      registrationId: scored.registrationId,
      testId: scored.testId,
      competency,
      percent: competencyShare(scored, competency)! * 100,
      on: civilDate(scored.finishedAt),
    })),
  );
}

export type CompetencyGain = {
  readonly competency: string | undefined;
  readonly people: number;
  readonly before: number;
  readonly after: number;
};

/** The whole first, then by competency, in per cent; groups too small to be shown are left out. As the worker. */
export async function competencyGains(db: Queries, seminarId: string): Promise<readonly CompetencyGain[]> {
  const { pre, post } = await selectScored(db, seminarId);
  const both = bothOf(pre, post);
  const competencies = (await selectBlueprint(db, seminarId)).map(({ competency }) => competency);
  const all = [
    {
      competency: undefined,
      gain: gainOf(both.map((pair) => ({ pre: pair.pre.share, post: pair.post.share }))),
    },
    ...gainByCompetency(both, competencies),
  ];
  return all.flatMap(({ competency, gain }) =>
    gain ? [{ competency, people: gain.people, before: gain.pre * 100, after: gain.post * 100 }] : [],
  );
}

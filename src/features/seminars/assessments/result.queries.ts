/** Reads marks: the best attempt of every person at every test of a seminar. */
import type { Queries } from '#platform/database/connection.ts';
import type { Phase } from './drawing-rules.ts';
import type { Scored } from './result-rules.ts';

/** By test, who was marked; the better attempt counts, of equals the first. */
export async function selectScored(
  db: Queries,
  seminarId: string,
): Promise<Readonly<Record<Phase, readonly Scored[]>>> {
  const attempts = await db
    .selectFrom('seminars.test_attempt as attempt')
    .innerJoin('seminars.test as test', 'test.id', 'attempt.test_id')
    .innerJoin('seminars.registration as seat', 'seat.id', 'attempt.registration_id')
    .where('attempt.seminar_id', '=', seminarId)
    .where('attempt.share', 'is not', null)
    .distinctOn(['test.phase', 'attempt.registration_id'])
    .orderBy('test.phase')
    .orderBy('attempt.registration_id')
    .orderBy('attempt.share', 'desc')
    .orderBy('attempt.try_no')
    .select([
      'attempt.id',
      'attempt.test_id',
      'attempt.finished_at',
      'test.phase',
      'attempt.registration_id',
      'seat.unit_id',
      'attempt.share',
    ])
    .execute();
  const marks = await db
    .selectFrom('seminars.test_mark')
    .where('seminar_id', '=', seminarId)
    .select(['attempt_id', 'question_id', 'version', 'competency_code', 'share'])
    .execute();
  const byAttempt = new Map<string, Scored['marks'][number][]>();
  for (const mark of marks) {
    const own = byAttempt.get(mark.attempt_id) ?? [];
    own.push({
      questionId: mark.question_id,
      version: mark.version,
      competency: mark.competency_code,
      share: Number(mark.share),
    });
    byAttempt.set(mark.attempt_id, own);
  }
  const of = (phase: Phase) =>
    attempts
      .filter((attempt) => attempt.phase === phase)
      .map((attempt) => ({
        registrationId: attempt.registration_id,
        unitId: attempt.unit_id,
        testId: attempt.test_id,
        finishedAt: attempt.finished_at!,
        share: Number(attempt.share),
        marks: byAttempt.get(attempt.id) ?? [],
      }));
  return { pre: of('pre'), post: of('post') };
}

/** What questions ask, for whom may read them; others stay without words. */
export async function selectStems(
  db: Queries,
  seminarId: string,
): Promise<
  ReadonlyMap<string, { readonly th: string; readonly en: string | undefined; readonly kind: string }>
> {
  const rows = await db
    .selectFrom('seminars.test_pool as pool')
    .innerJoin('seminars.question_version as version', (join) =>
      join
        .onRef('version.question_id', '=', 'pool.question_id')
        .onRef('version.version', '=', 'pool.version'),
    )
    .where('pool.seminar_id', '=', seminarId)
    .select(['version.question_id', 'version.stem_th', 'version.stem_en', 'version.kind'])
    .execute();
  return new Map(
    rows.map((row) => [row.question_id, { th: row.stem_th, en: row.stem_en ?? undefined, kind: row.kind }]),
  );
}

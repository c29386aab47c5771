/** Reads tests, blueprints and pools; row-level security decides whose. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Blueprint, Phase, PoolQuestion } from './drawing-rules.ts';
import type { SeminarTest } from './test.ts';

const tests = (db: Queries) =>
  db
    .selectFrom('seminars.test')
    .select([
      'id',
      'seminar_id',
      'phase',
      'opens_at',
      'closes_at',
      'minutes',
      'grace_minutes',
      'tries',
      'shows_answers',
      'pool_id',
      'changed_at',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof tests>['execute']>>[number];

export const toTest = (row: Row): SeminarTest => ({
  id: row.id,
  seminarId: row.seminar_id,
  phase: row.phase as Phase,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  minutes: row.minutes ?? undefined,
  graceMinutes: row.grace_minutes,
  tries: row.tries,
  showsAnswers: row.shows_answers,
  poolId: row.pool_id ?? undefined,
  changedAt: row.changed_at,
});

/** The test before comes first. */
export async function selectTests(db: Queries, seminarId: string): Promise<readonly SeminarTest[]> {
  const rows = await tests(db).where('seminar_id', '=', seminarId).orderBy('phase', 'desc').execute();
  return rows.map(toTest);
}

export async function selectBlueprint(db: Queries, seminarId: string): Promise<Blueprint> {
  const rows = await db
    .selectFrom('seminars.test_blueprint')
    .select(['competency_code', 'questions'])
    .where('seminar_id', '=', seminarId)
    .orderBy('competency_code')
    .execute();
  return rows.map((row) => ({ competency: row.competency_code, questions: row.questions }));
}

/** As fixed for the seminar; empty before the first release. */
export async function selectPool(db: Queries, seminarId: string): Promise<readonly PoolQuestion[]> {
  const rows = await db
    .selectFrom('seminars.test_pool')
    .select(['question_id', 'version', 'competencies'])
    .where('seminar_id', '=', seminarId)
    .execute();
  return rows.map((row) => ({ id: row.question_id, version: row.version, competencies: row.competencies }));
}

/** What could be drawn now: the newest versions that the organiser sees and nobody has retired. */
export async function selectDrawable(db: Queries): Promise<readonly PoolQuestion[]> {
  const rows = await db
    .selectFrom('seminars.question as question')
    .innerJoin('seminars.question_version as version', 'version.question_id', 'question.id')
    .where('question.retired_at', 'is', null)
    .distinctOn('question.id')
    .orderBy('question.id')
    .orderBy('version.version', 'desc')
    .select(['question.id', 'version.version', 'version.competencies'])
    .execute();
  return rows;
}

export type Counts = { readonly started: number; readonly finished: number };

/** By test, how many people have started and handed in. */
export async function selectCounts(db: Queries, seminarId: string): Promise<ReadonlyMap<string, Counts>> {
  const rows = await db
    .selectFrom('seminars.test_attempt')
    .where('seminar_id', '=', seminarId)
    .groupBy('test_id')
    .select((eb) => [
      'test_id',
      eb.fn.count<number>('registration_id').distinct().as('started'),
      eb.fn
        .count<number>('registration_id')
        .distinct()
        .filterWhere('finished_at', 'is not', null)
        .as('finished'),
    ])
    .execute();
  return new Map(rows.map(({ test_id, ...counts }) => [test_id, counts]));
}

export async function hasAttempts(trx: InTransaction, testId: string): Promise<boolean> {
  return Boolean(
    await trx
      .selectFrom('seminars.test_attempt')
      .select('id')
      .where('test_id', '=', testId)
      .limit(1)
      .executeTakeFirst(),
  );
}

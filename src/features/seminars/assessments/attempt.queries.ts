/** Reads and writes attempts as the holder of the seat; row-level security leaves her own. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Drawn } from './drawing-rules.ts';
import type { Answer, Body, Words } from './question.ts';
import { toTest } from './test.queries.ts';
import type { SeminarTest } from './test.ts';

export type Attempt = {
  readonly id: string;
  readonly tryNo: number;
  readonly seed: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
  readonly share: number | undefined;
};

export async function selectAttempts(
  trx: InTransaction,
  testId: string,
  registrationId: string,
): Promise<readonly Attempt[]> {
  const rows = await trx
    .selectFrom('seminars.test_attempt')
    .select(['id', 'try_no', 'seed', 'started_at', 'finished_at', 'share'])
    .where('test_id', '=', testId)
    .where('registration_id', '=', registrationId)
    .orderBy('try_no')
    .execute();
  return rows.map(toAttempt);
}

type AttemptRow = {
  readonly id: string;
  readonly try_no: number;
  readonly seed: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly share: string | null;
};

const toAttempt = (row: AttemptRow): Attempt => ({
  id: row.id,
  tryNo: row.try_no,
  seed: row.seed,
  startedAt: row.started_at,
  finishedAt: row.finished_at ?? undefined,
  share: row.share === null ? undefined : Number(row.share),
});

export type Own = {
  readonly registrationId: string;
  readonly test: SeminarTest;
  readonly attempts: readonly Attempt[];
};

/**
 * The test, the seat and the attempts in one question to the database, since two hundred may ask it in the same second.
 * The policies show the test to a confirmed seat of its seminar only.
 */
export async function selectOwn(
  trx: InTransaction,
  testId: string,
  registrationId: string,
): Promise<Own | undefined> {
  const rows = await trx
    .selectFrom('seminars.test as test')
    .leftJoin('seminars.test_attempt as attempt', (join) =>
      join.onRef('attempt.test_id', '=', 'test.id').on('attempt.registration_id', '=', registrationId),
    )
    .where('test.id', '=', testId)
    .orderBy('attempt.try_no')
    .select([
      'test.id',
      'test.seminar_id',
      'test.phase',
      'test.opens_at',
      'test.closes_at',
      'test.minutes',
      'test.grace_minutes',
      'test.tries',
      'test.shows_answers',
      'test.pool_id',
      'test.changed_at',
      'attempt.id as attempt_id',
      'attempt.try_no',
      'attempt.seed',
      'attempt.started_at',
      'attempt.finished_at',
      'attempt.share',
    ])
    .execute();
  const first = rows[0];
  if (!first) return undefined;
  const attempts = rows.flatMap((row) =>
    row.attempt_id === null
      ? []
      : [
          toAttempt({
            id: row.attempt_id,
            try_no: row.try_no!,
            seed: row.seed!,
            started_at: row.started_at!,
            finished_at: row.finished_at,
            share: row.share,
          }),
        ],
  );
  return { registrationId, test: toTest(first), attempts };
}

export type NewAttempt = {
  readonly id: string;
  readonly testId: string;
  readonly seminarId: string;
  readonly hostUnitId: number;
  readonly registrationId: string;
  readonly tryNo: number;
  readonly seed: string;
  readonly drawn: readonly Drawn[];
  readonly startedAt: Date;
};

/** One row. Pressing start on two telephones at once makes one attempt. */
export async function insertAttempt(trx: InTransaction, attempt: NewAttempt): Promise<void> {
  await trx
    .insertInto('seminars.test_attempt')
    .values({
      id: attempt.id,
      test_id: attempt.testId,
      seminar_id: attempt.seminarId,
      host_unit_id: attempt.hostUnitId,
      registration_id: attempt.registrationId,
      try_no: attempt.tryNo,
      seed: attempt.seed,
      drawn: JSON.stringify(
        attempt.drawn.map(({ id, version, competency }) => ({ q: id, v: version, c: competency })),
      ),
      started_at: attempt.startedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type AttemptQuestion = {
  readonly place: number;
  readonly stem: Words;
  readonly body: Body;
};

/** Without what is right: the citizens' role cannot read it. */
export async function selectAttemptQuestions(
  trx: InTransaction,
  attemptId: string,
): Promise<readonly AttemptQuestion[]> {
  const { rows } = await sql<{ place: number; stem_th: string; stem_en: string | null; body: Body }>`
    select place, stem_th, stem_en, body from seminars.attempt_questions(${attemptId})`.execute(trx);
  return rows.map((row) => ({
    place: row.place,
    stem: row.stem_en === null ? { th: row.stem_th } : { th: row.stem_th, en: row.stem_en },
    body: row.body,
  }));
}

/** By attempt and place, the answer that arrived last. */
export async function selectAnswers(
  db: Queries,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, Answer>>> {
  const found = new Map<string, Map<number, Answer>>();
  if (attemptIds.length === 0) return found;
  const rows = await db
    .selectFrom('seminars.test_answer')
    .distinctOn(['attempt_id', 'place'])
    .select(['attempt_id', 'place', 'answer'])
    .where('attempt_id', 'in', [...attemptIds])
    .orderBy('attempt_id')
    .orderBy('place')
    .orderBy('arrived', 'desc')
    .execute();
  for (const row of rows) {
    const own = found.get(row.attempt_id) ?? new Map<number, Answer>();
    own.set(row.place, row.answer as Answer);
    found.set(row.attempt_id, own);
  }
  return found;
}

export async function insertAnswers(
  trx: InTransaction,
  save: {
    readonly id: string;
    readonly attemptId: string;
    readonly at: Date;
    readonly answers: readonly { readonly place: number; readonly answer: Answer }[];
  },
): Promise<void> {
  if (save.answers.length === 0) return;
  await trx
    .insertInto('seminars.test_answer')
    .values(
      save.answers.map(({ place, answer }) => ({
        save_id: save.id,
        attempt_id: save.attemptId,
        place,
        answer: JSON.stringify(answer),
        saved_at: save.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateFinished(trx: InTransaction, attemptId: string, at: Date): Promise<void> {
  await trx
    .updateTable('seminars.test_attempt')
    .set({ finished_at: at, finished_by: 'person' })
    .where('id', '=', attemptId)
    .where('finished_at', 'is', null)
    .execute();
}

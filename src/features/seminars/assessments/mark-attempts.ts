/** Ends attempts whose time ran out and marks what was handed in. As the worker: nobody else on the citizens' side reads what is right. */
import { sql } from 'kysely';
import type { Network } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectAnswers } from './attempt.queries.ts';
import { isAnswered, markOf } from './marking-rules.ts';
import type { Key } from './question.ts';

type Parts = { readonly ground: Ground; readonly network: Network };
const atOnce = 100;

/** All that is due, or that of one attempt or seminar. Marking twice changes nothing. */
export async function settleAttempts(
  { ground, network }: Parts,
  only: { readonly attemptId?: string; readonly seminarId?: string } = {},
): Promise<void> {
  const { worker } = ground.databases;
  const now = ground.now();
  const codes = new Map((await network.listCentres(now)).map(({ id, code }) => [id, code]));
  await sql`
    update seminars.test_attempt attempt
    set finished_at = seminars.test_until(attempt.test_id, attempt.started_at), finished_by = 'time'
    from seminars.test test
    where test.id = attempt.test_id
      and attempt.finished_at is null
      and seminars.test_until(attempt.test_id, attempt.started_at) + make_interval(mins => test.grace_minutes) < ${now}
      and (${only.attemptId ?? null}::uuid is null or attempt.id = ${only.attemptId ?? null})
      and (${only.seminarId ?? null}::uuid is null or attempt.seminar_id = ${only.seminarId ?? null})`.execute(
    worker,
  );
  for (;;) {
    const marked = await worker.transaction().execute((trx) => markSome(trx, only, now, codes));
    if (marked < atOnce) return;
  }
}

async function markSome(
  trx: InTransaction,
  only: { readonly attemptId?: string; readonly seminarId?: string },
  now: Date,
  codes: ReadonlyMap<number, string>,
): Promise<number> {
  let query = trx
    .selectFrom('seminars.test_attempt')
    .select(['id', 'seminar_id', 'host_unit_id', 'drawn'])
    .where('finished_at', 'is not', null)
    .where('marked_at', 'is', null)
    .orderBy('id')
    .limit(atOnce)
    .forUpdate();
  // Who hands in waits for her own mark; the sweep leaves to others what they are at.
  if (only.attemptId) query = query.where('id', '=', only.attemptId);
  else query = query.skipLocked();
  if (only.seminarId) query = query.where('seminar_id', '=', only.seminarId);
  const attempts = await query.execute();
  if (attempts.length === 0) return 0;
  const drawnOf = (attempt: (typeof attempts)[number]) =>
    attempt.drawn as unknown as readonly { readonly q: string; readonly v: number; readonly c: string }[];
  const keys = await selectKeys(
    trx,
    attempts.flatMap((attempt) => drawnOf(attempt).map(({ q }) => q)),
  );
  const answers = await selectAnswers(
    trx,
    attempts.map(({ id }) => id),
  );
  for (const attempt of attempts) {
    const marks = drawnOf(attempt).map(({ q, v, c }, place) => {
      const answer = answers.get(attempt.id)?.get(place);
      return {
        attempt_id: attempt.id,
        place,
        seminar_id: attempt.seminar_id,
        host_unit_id: attempt.host_unit_id,
        question_id: q,
        version: v,
        competency_code: c,
        share: markOf(keys.get(`${q} ${v}`)!, answer).toFixed(5),
        is_answered: isAnswered(answer),
      };
    });
    const share = (marks.reduce((sum, mark) => sum + Number(mark.share), 0) / marks.length).toFixed(5);
    await trx.insertInto('seminars.test_mark').values(marks).execute();
    await trx
      .updateTable('seminars.test_attempt')
      .set({ share, marked_at: now })
      .where('id', '=', attempt.id)
      .execute();
    await recordAct(trx, {
      act: 'seminars.test-marked',
      object: 'test-attempt',
      id: attempt.id,
      unit: codes.get(attempt.host_unit_id) ?? '',
      role: 'program',
      at: now.toISOString(),
      facts: { share },
    });
  }
  return attempts.length;
}

/** By question and version. */
export async function selectKeys(
  trx: InTransaction,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, Key>> {
  const rows = await trx
    .selectFrom('seminars.question_key')
    .select(['question_id', 'version', 'key'])
    .where('question_id', 'in', [...new Set(questionIds)])
    .execute();
  return new Map(rows.map((row) => [`${row.question_id} ${row.version}`, row.key as Key]));
}

/** What nobody gets: right answers before the close, another's attempt, another centre's tests; over HTTP, in the use case, in SQL. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { type AssessmentWorld, aDraft, createAssessmentWorld } from './testing/assessment-world.ts';

let world: AssessmentWorld;
let released: Awaited<ReturnType<AssessmentWorld['aReleasedTest']>>;
beforeAll(async () => {
  world = await createAssessmentWorld();
  await world.aBank();
  released = await world.aReleasedTest();
});
afterAll(() => world?.stop());

const start = async (token: string) => {
  const attemptId = randomUUID();
  await world.app.assessments.take.start({ token, testId: released.testId, attemptId });
  return attemptId;
};

describe('a participant', () => {
  test('reads no key: not as the role of the citizens’ side, whatever the query', async () => {
    const { id, token } = await world.aSeat(released.seminarId, 'TH-50');
    await start(token);
    for (const table of ['question_key', 'question_version', 'question', 'test_mark'])
      await expect(
        actingAsSeat(world.db.asPublic, id, (trx) =>
          sql`select * from ${sql.table(`seminars.${table}`)}`.execute(trx),
        ),
        table,
      ).rejects.toThrow(/permission denied/);
  });

  test('sees her own attempt and its questions, not another’s', async () => {
    const mine = await world.aSeat(released.seminarId, 'TH-50');
    const other = await world.aSeat(released.seminarId, 'TH-50');
    const attempt = await start(mine.token);
    const others = await start(other.token);
    const seen = await actingAsSeat(world.db.asPublic, mine.id, async (trx) => ({
      attempts: await trx.selectFrom('seminars.test_attempt').select('id').execute(),
      own: (await sql`select * from seminars.attempt_questions(${attempt})`.execute(trx)).rows.length,
      foreign: (await sql`select * from seminars.attempt_questions(${others})`.execute(trx)).rows.length,
    }));
    expect(seen).toEqual({ attempts: [{ id: attempt }], own: 6, foreign: 0 });
    expect(
      await world.app.assessments.take.save({
        token: mine.token,
        testId: released.testId,
        attemptId: others,
        saveId: randomUUID(),
        page: 1,
        fields: await world.rightFields(others),
      }),
    ).toEqual({ ok: false, code: 'not-found' });
    await expect(
      actingAsSeat(world.db.asPublic, mine.id, (trx) =>
        trx
          .insertInto('seminars.test_answer')
          .values({
            save_id: randomUUID(),
            attempt_id: others,
            place: 0,
            answer: JSON.stringify({ kind: 'short', text: 'x' }),
            saved_at: world.ground.now(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('gives herself no marks, no second attempt, no start outside the hours, no answer after handing in', async () => {
    const { id, token } = await world.aSeat(released.seminarId, 'TH-50');
    const attempt = await start(token);
    const as = <T>(work: Parameters<typeof actingAsSeat<T>>[2]) => actingAsSeat(world.db.asPublic, id, work);
    await expect(
      as((trx) => sql`update seminars.test_attempt set share = 1, marked_at = now()`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    const row = await world.db.owner
      .selectFrom('seminars.test_attempt')
      .select(['test_id', 'seminar_id', 'host_unit_id', 'registration_id', 'seed', 'drawn', 'started_at'])
      .where('id', '=', attempt)
      .executeTakeFirstOrThrow();
    const again = (change: Record<string, unknown>) =>
      as((trx) =>
        trx
          .insertInto('seminars.test_attempt')
          .values({
            ...row,
            drawn: JSON.stringify(row.drawn),
            id: randomUUID(),
            try_no: 2,
            ...change,
          } as never)
          .execute(),
      );
    await expect(again({})).rejects.toThrow(/row-level security/);
    await expect(again({ try_no: 1, started_at: new Date(released.opens.getTime() - 1) })).rejects.toThrow(
      /row-level security/,
    );
    await as((trx) =>
      sql`update seminars.test_attempt set finished_at = ${world.ground.now()}, finished_by = 'person'`.execute(
        trx,
      ),
    );
    await expect(
      as((trx) =>
        sql`insert into seminars.test_answer (save_id, attempt_id, place, answer, saved_at)
          values (${randomUUID()}, ${attempt}, 0, '{}', ${world.ground.now()})`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('the page shows neither what was right nor another’s attempt before the close', async () => {
    const { token } = await world.aSeat(released.seminarId, 'TH-50');
    const attemptId = await start(token);
    const address = `/seat/${token}/tests/${released.testId}`;
    const running = await world.server.inject(address);
    expect(running.statusCode).toBe(200);
    expect(running.headers['x-robots-tag']).toBe('noindex');
    expect(running.headers['cache-control']).toBe('no-store');
    expect(running.body).not.toMatch(/<script|isRight|accepted/);
    await world.app.assessments.take.finish({ token, testId: released.testId, attemptId });
    const done = await world.server.inject(address);
    expect(done.body).toContain('aria-labelledby="score"');
    expect(done.body).not.toContain('คำตอบที่ถูก');
    const other = await world.aSeat(released.seminarId, 'TH-83');
    const mixed = `${other.id}.${token.split('.')[1]}`;
    expect((await world.server.inject(`/seat/${mixed}/tests/${released.testId}`)).statusCode).toBe(404);
    expect(world.log()).not.toContain(token);
  });
});

describe('an officer', () => {
  test('of another centre sees neither the bank nor a test, and sets nothing', async () => {
    const { assessments } = world.app;
    const stranger = await world.as(world.chiangMaiHead);
    expect(await assessments.view(stranger, released.seminarId)).toBeUndefined();
    expect(await assessments.results(stranger, released.seminarId, 'th')).toBeUndefined();
    expect(
      await assessments.saveTest(stranger, world.aTestForm(released.seminarId, { phase: 'pre' })),
    ).toMatchObject({ ok: false, code: 'forbidden' });
    expect(
      (await assessments.bank.list(stranger, { search: '', competency: '', kind: '', retired: true }))
        .questions,
    ).toEqual([]);
    for (const path of ['results.xlsx', '']) {
      const answer = await send(
        world.server,
        world.chiangMaiHead,
        `/office/seminars/${released.seminarId}/tests${path && `/${path}`}`,
      );
      expect(answer.statusCode).toBe(404);
    }
    expect((await send(world.server, undefined, '/office/question-bank/questions.gift')).statusCode).toBe(
      401,
    );
    expect(
      (await send(world.server, world.chiangMai, '/office/question-bank/questions.csv')).body,
    ).not.toContain('โทษ');
    const rows = await actingAs(world.db.asOfficer, stranger.actor, async (trx) => ({
      keys: await trx.selectFrom('seminars.question_key').selectAll().execute(),
      attempts: await trx.selectFrom('seminars.test_attempt').select('id').execute(),
      tests: await trx.selectFrom('seminars.test').select('id').execute(),
    }));
    expect(rows).toEqual({ keys: [], attempts: [], tests: [] });
  });

  test('even an organiser never rewrites a question or an answer', async () => {
    const organiser = await world.as(world.organiser);
    for (const statement of [
      sql`update seminars.question_version set stem_th = 'อื่น'`,
      sql`update seminars.question_key set key = '{}'`,
      sql`delete from seminars.question_version`,
      sql`update seminars.test_attempt set share = 1`,
      sql`select * from seminars.test_answer`,
    ])
      await expect(
        actingAs(world.db.asOfficer, organiser.actor, (trx) => statement.execute(trx)),
      ).rejects.toThrow(/permission denied/);
  });

  test('writes no question for another centre', async () => {
    const question = {
      id: randomUUID(),
      versionId: randomUUID(),
      version: 0,
      unitId: world.unit('TH-50'),
      isShared: false,
      draft: aDraft(0, 'K1'),
    };
    expect(await world.app.assessments.bank.save(await world.as(world.organiser), question)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
  });
});

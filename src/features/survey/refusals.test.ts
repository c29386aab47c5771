/** Every rule of who may do what, refused by the use case and, behind it, in SQL as the application's role. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send as ask } from '#features/network/testing/office.ts';
import { anAnswer } from './testing/draw.ts';
import { createSurveyWorld, type SurveyWorld, today } from './testing/world.ts';

let world: SurveyWorld;
let roundId: string;
beforeAll(async () => {
  world = await createSurveyWorld();
  roundId = await world.opened();
  for (const code of await world.codes(roundId, 12)) await world.send(code, anAnswer('4', 'Y5', 'คำ'));
}, 120_000);
afterAll(() => world?.stop());

const denied = /permission denied|row-level security/;

describe('use cases refuse', () => {
  test('whoever does not run the survey of the centre', async () => {
    for (const who of [world.clerk, world.otherHead, world.auditor]) {
      const as = world.as(who);
      expect(await world.survey.open(as, world.aRound())).toMatchObject({ code: 'forbidden' });
      expect(await world.survey.step(as, { roundId, step: 'close' })).toMatchObject({ code: 'forbidden' });
      expect(await world.survey.sayEntitled(as, { roundId, entitled: {} })).toMatchObject({
        code: 'forbidden',
      });
      const sheet = { id: randomUUID(), roundId, codes: 1 };
      expect(await world.survey.printCodes(as, sheet)).toMatchObject({ code: 'forbidden' });
    }
    // The ministry opens and closes, but prints nobody else's codes.
    const sheet = { id: randomUUID(), roundId, codes: 1 };
    expect(await world.survey.printCodes(world.as(world.planner), sheet)).toMatchObject({
      code: 'forbidden',
    });
  });

  test('and show nothing to strangers', async () => {
    expect(await world.survey.view(world.as(world.otherHead), roundId, 'th')).toBeUndefined();
    const answer = await ask(world.server, world.otherHead, `/office/survey/${roundId}/token`, {
      blinded: 'A'.repeat(43),
    });
    expect(answer.statusCode).toBe(403);
    expect(
      (await ask(world.server, undefined, `/office/survey/${roundId}/token`, { blinded: 'A'.repeat(43) }))
        .statusCode,
    ).toBe(401);
  });
});

describe('the database refuses', () => {
  test('every role of the program what was sent and what is spent', async () => {
    const { asPublic, asOfficer, asSignIn, asWorker } = world.db;
    for (const db of [asPublic, asOfficer, asSignIn, asWorker])
      for (const table of ['arrival', 'spent', 'fresh_spent'])
        await expect(sql`select * from survey.${sql.id(table)}`.execute(db)).rejects.toThrow(denied);
    for (const db of [asPublic, asOfficer, asSignIn])
      for (const table of ['tally', 'returned'])
        await expect(sql`select * from survey.${sql.id(table)}`.execute(db)).rejects.toThrow(denied);
    await expect(sql`select * from survey.code`.execute(asOfficer)).rejects.toThrow(denied);
    await expect(sql`select survey.mix()`.execute(asOfficer)).rejects.toThrow(denied);
    await expect(sql`select survey.mix()`.execute(asPublic)).rejects.toThrow(denied);
    await expect(
      sql`select survey.send(${roundId}, ${randomBytes(32)}, false, '', '{}', '', '2026-11-25')`.execute(
        asOfficer,
      ),
    ).rejects.toThrow(denied);
  });

  test('citizens’ pages who opened a round and what was said about staff', async () => {
    for (const column of ['opened_by', 'opened_at', 'entitled_note'])
      await expect(
        sql`select ${sql.id(column)} from survey.round`.execute(world.db.asPublic),
      ).rejects.toThrow(denied);
  });

  test('answers that no form makes; one that is there nevertheless stops nobody’s counting', async () => {
    const { choices } = anAnswer();
    const [item] = Object.keys(choices);
    const { [item!]: _left, ...fewer } = choices;
    const sent = async (band: string, made: unknown) => {
      const { rows } = await sql<{ said: string }>`
        select survey.send(${roundId}, ${randomBytes(32)}, false, ${band}, ${JSON.stringify(made)}::jsonb, '', '2026-11-25') as said`.execute(
        world.db.asPublic,
      );
      return rows[0]!.said;
    };
    for (const made of [[], 'x', 1, null, {}, fewer]) expect(await sent('', made)).toBe('malformed');
    for (const change of [
      { X1: '4' },
      { [item!]: '99' },
      { [item!]: 4 },
      { [item!]: null },
      { [item!]: ['4'] },
    ])
      expect(await sent('', { ...choices, ...change })).toBe('malformed');
    expect(await sent('Y99', choices)).toBe('malformed');
    expect(await sent('Y5', null)).toBe('malformed');

    const waiting = () =>
      world.db.owner.selectFrom('survey.arrival').select('choices').where('round_id', '=', roundId).execute();
    const before = (await waiting()).length;
    expect(before).toBe(12);
    for (const made of ['[]', '"x"', 'null'])
      await sql`insert into survey.arrival (round_id, band, choices, words) values (${roundId}, 'Y5', ${made}::jsonb, '')`.execute(
        world.db.owner,
      );
    const { rows } = await sql<{ counted: number }>`select survey.mix() as counted`.execute(
      world.db.asWorker,
    );
    expect(rows[0]!.counted).toBe(before);
    expect(await waiting()).toEqual([]);
  });

  test('an officer a round, codes, figures and tokens that are not hers to make', async () => {
    const questionnaire = await world.db.owner
      .selectFrom('survey.questionnaire')
      .select('id')
      .where('fiscal_year', '=', 2570)
      .executeTakeFirstOrThrow();
    const values = (who: { id: string }) => ({
      id: randomUUID(),
      unit_id: world.unit('TH-83'),
      fiscal_year: 2570,
      questionnaire_id: questionnaire.id,
      opens_on: '2026-11-20',
      closes_on: '2026-12-20',
      token_key: randomBytes(32),
      opened_by: who.id,
      opened_at: today,
    });
    for (const who of [world.clerk, world.head, world.auditor])
      await expect(
        world.inSql(who, (trx) => trx.insertInto('survey.round').values(values(who)).execute()),
      ).rejects.toThrow(denied);
    await expect(
      world.inSql(world.otherHead, (trx) =>
        trx
          .insertInto('survey.code')
          .values({ round_id: roundId, token_hash: randomBytes(32) })
          .execute(),
      ),
    ).rejects.toThrow(denied);
    for (const who of [world.clerk, world.otherHead]) {
      const closed = await world.inSql(who, (trx) =>
        trx
          .updateTable('survey.round')
          .set({ closed_at: today })
          .where('id', '=', roundId)
          .executeTakeFirst(),
      );
      expect(closed.numUpdatedRows).toBe(0n);
    }
    // A token in a colleague's name, and one of a centre that is not hers.
    const token = (who: { id: string }, person: { id: string }) =>
      world.inSql(who as typeof world.clerk, (trx) =>
        trx
          .insertInto('survey.issued')
          .values({ round_id: roundId, person_id: person.id, blinded_hash: randomBytes(32) })
          .execute(),
      );
    await expect(token(world.clerk, world.head)).rejects.toThrow(denied);
    await expect(token(world.otherHead, world.otherHead)).rejects.toThrow(denied);
    await expect(
      world.inSql(world.head, (trx) =>
        trx.insertInto('survey.result_group').values({ round_id: roundId, band: '*', people: 50 }).execute(),
      ),
    ).rejects.toThrow(denied);
  });

  test('anybody a questionnaire that is in force, and a round that was closed its opening', async () => {
    const touched = await world.inSql(world.planner, (trx) =>
      trx
        .updateTable('survey.questionnaire')
        .set({ smallest_group: 5 })
        .where('fiscal_year', '=', 2570)
        .executeTakeFirst(),
    );
    expect(touched.numUpdatedRows).toBe(0n);
    const removed = await world.inSql(world.planner, (trx) =>
      trx.deleteFrom('survey.item').executeTakeFirst(),
    );
    expect(removed.numDeletedRows).toBe(0n);
    await expect(
      world.inSql(world.head, (trx) =>
        trx.updateTable('survey.questionnaire').set({ smallest_group: 5 }).executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numUpdatedRows: 0n });
    await world.closed(roundId);
    await expect(
      world.inSql(world.head, (trx) =>
        trx.updateTable('survey.round').set({ closed_at: new Date() }).where('id', '=', roundId).execute(),
      ),
    ).rejects.toThrow('stays closed');
  });

  test('results and words to those outside, until they are published; words for ever', async () => {
    const results = (who: typeof world.clerk) =>
      world.inSql(who, (trx) => trx.selectFrom('survey.result').select('item').execute());
    const words = (who: typeof world.clerk) =>
      world.inSql(who, (trx) => trx.selectFrom('survey.remark').select('said').execute());
    expect((await results(world.head)).length).toBeGreaterThan(10);
    expect((await results(world.auditor)).length).toBeGreaterThan(10);
    expect(await results(world.otherHead)).toEqual([]);
    expect(await results(world.clerk)).toEqual([]);
    expect(await world.db.asPublic.selectFrom('survey.result').select('item').execute()).toEqual([]);
    expect(await words(world.head)).toHaveLength(12);
    for (const who of [world.clerk, world.otherHead, world.planner, world.auditor])
      expect(await words(who)).toEqual([]);
    await expect(world.db.asPublic.selectFrom('survey.remark').selectAll().execute()).rejects.toThrow(denied);
  });
});

/** Evaluation without the person: who may answer, what is kept, what is shown, and to whom. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { createLearningWorld, type LearningWorld } from '../learning/testing/world.ts';
import { postForm } from '../seats/testing/pages.ts';

let world: LearningWorld;
beforeAll(async () => {
  world = await createLearningWorld();
});
afterAll(() => world?.stop());

const seatsOf = (seminar: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => world.aSeat(seminar, 'TH-50')));
const results = async (seminar: string, officer = world.organiser) =>
  world.app.learning.evaluation.results(await world.as(officer), seminar);

describe('a participant', () => {
  test('answers each part once; sending again, or twice at once, counts nothing twice', async () => {
    const { id, lecture } = await world.aTaughtSeminar();
    const seats = await seatsOf(id, 5);
    const forms = await Promise.all(seats.map(({ token }) => world.typed(token, 4)));
    const { react } = world.app.learning.evaluation;
    const both = seats.flatMap(({ token }, at) => [react(token, forms[at]!), react(token, forms[at]!)]);
    expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true);
    expect(await react(seats[0]!.token, forms[0]!)).toEqual({ ok: true, value: { subjects: 0 } });
    const part = (await results(id))!.subjects.find((one) => one.id === lecture)!;
    expect(part.respondents).toBe(5);
    expect(part.ratings.map(({ counts }) => counts)).toEqual([
      [0, 0, 0, 5, 0],
      [0, 0, 0, 5, 0],
      [0, 0, 0, 5, 0],
    ]);
  });

  test('who has no confirmed seat, or comes too early or too late, is told so and counts nothing', async () => {
    const { id } = await world.aTaughtSeminar();
    const waiting = await world.aSeat(id, 'TH-50', 'waitlisted');
    const { token } = await world.aSeat(id, 'TH-50');
    const form = await world.typed(token, 5);
    const { open, react } = world.app.learning.evaluation;
    expect(await react(waiting.token, form)).toMatchObject({ code: 'not-now' });
    expect(await react('forged', form)).toMatchObject({ code: 'not-found' });
    expect(await react(token, new Map())).toMatchObject({ code: 'nothing-said' });
    for (const [days, closed] of [
      [-1, 'not-begun'],
      [31, 'over'],
    ] as const) {
      await world.goTo(days);
      expect(await open(token)).toMatchObject({ closed });
      expect(await react(token, form)).toMatchObject({ code: 'not-now' });
    }
    await world.goTo(0);
    expect((await results(id))!.subjects.every(({ respondents }) => respondents === 0)).toBe(true);
  });
});

describe('what is kept', () => {
  test('no table holds a person beside an answer, a time, or an order in which people came', async () => {
    const { id } = await world.aTaughtSeminar();
    const seats = await seatsOf(id, 8);
    for (const [at, { token }] of seats.entries()) await world.react(token, (at % 5) + 1, `คำที่ ${at}`);
    const columns = await sql<{ name: string; type: string }>`
      select table_name || '.' || column_name as name, data_type as type
      from information_schema.columns where table_schema = 'seminars' and table_name like 'reaction%'`.execute(
      world.db.owner,
    );
    expect(columns.rows.filter(({ type }) => /date|time/.test(type))).toEqual([]);
    expect(columns.rows.filter(({ name }) => /registration|person|seat/.test(name))).toEqual([
      { name: 'reaction_mark.seats', type: 'ARRAY' },
    ]);
    // Who has answered is one sorted set a part: its order is that of random identifiers.
    const marks = await world.db.owner
      .selectFrom('seminars.reaction_mark')
      .select('seats')
      .where('seminar_id', '=', id)
      .execute();
    expect(marks).toHaveLength(3);
    for (const mark of marks) expect(mark.seats).toEqual(seats.map((seat) => seat.id).sort());
    // Marks are counters: of eight people who each gave nine marks there are at most five numbers a question.
    const { rows: counters } = await sql<{ people: number }>`
      select people from seminars.reaction_count where seminar_id = ${id}`.execute(world.db.owner);
    expect(counters.length).toBeLessThanOrEqual(5 * 9);
    expect(counters.reduce((sum, { people }) => sum + people, 0)).toBe(8 * 9);
    // Words were all written anew by the last transaction, in another order than they came in.
    const { rows: words } = await sql<{ comment: string; by: string }>`
      select comment, xmin::text as by from seminars.reaction_comment where seminar_id = ${id} order by ctid`.execute(
      world.db.owner,
    );
    expect(words).toHaveLength(8 * 3);
    expect(new Set(words.map(({ by }) => by)).size).toBe(1);
    expect(words.map(({ comment }) => comment)).not.toEqual(
      seats.flatMap((_, at) => [`คำที่ ${at}`, `คำที่ ${at}`, `คำที่ ${at}`]),
    );
    // And nothing of it is in the ledger, in the mail, or in the log.
    const acts = await sql`select entry from ledger.outbox where entry like '%react%'`.execute(
      world.db.owner,
    );
    expect(acts.rows).toEqual([]);
    expect(world.log()).not.toContain(seats[0]!.id);
  });

  test('no role of the program reads or writes the tables; a seat hears of its own marks alone', async () => {
    const { id, lecture } = await world.aTaughtSeminar();
    const [one, other] = await seatsOf(id, 2);
    await world.react(one!.token, 3, 'x');
    const { actor } = await world.as(world.organiser);
    for (const table of ['reaction_mark', 'reaction_count', 'reaction_comment']) {
      const read = sql.raw(`select * from seminars.${table}`);
      await expect(actingAs(world.db.asOfficer, actor, (trx) => read.execute(trx))).rejects.toThrow(
        /permission denied/,
      );
      await expect(actingAsSeat(world.db.asPublic, one!.id, (trx) => read.execute(trx))).rejects.toThrow(
        /permission denied/,
      );
      await expect(read.execute(world.db.asWorker)).rejects.toThrow(/permission denied/);
    }
    const reacted = (seat: string) =>
      actingAsSeat(world.db.asPublic, seat, (trx) => sql`select seminars.reacted()`.execute(trx));
    expect((await reacted(one!.id)).rows).toHaveLength(3);
    expect((await reacted(other!.id)).rows).toEqual([]);
    const foreign = await world.aSeat((await world.aTaughtSeminar()).id, 'TH-50');
    await expect(
      actingAsSeat(world.db.asPublic, foreign.id, (trx) =>
        sql`select seminars.give_reaction(${lecture}, '[]', '[]')`.execute(trx),
      ),
    ).rejects.toThrow(/does not evaluate/);
  });
});

describe('what is shown', () => {
  test('four answers show nothing, neither marks nor words; the fifth shows all, words in mixed order', async () => {
    const { id, lecture } = await world.aTaughtSeminar();
    const seats = await seatsOf(id, 5);
    for (const { token } of seats.slice(0, 4)) await world.react(token, 2, 'ความเห็นลับ');
    const hidden = (await results(id))!.subjects.find((one) => one.id === lecture)!;
    expect(hidden).toMatchObject({ respondents: 4, isHidden: true, words: [] });
    expect(hidden.ratings.every(({ counts, mean }) => counts === undefined && mean === undefined)).toBe(true);
    const sheet = await send(world.server, world.organiser, `/office/seminars/${id}/evaluation`);
    expect(sheet.body).not.toContain('ความเห็นลับ');
    await world.react(seats[4]!.token, 4, 'ความเห็นลับ');
    const shown = (await results(id))!.subjects.find((one) => one.id === lecture)!;
    expect(shown.ratings[0]).toMatchObject({ counts: [0, 4, 0, 1, 0], mean: 2.4, people: 5 });
    expect(shown.words[0]!.said).toHaveLength(5);
  });

  test('another centre, or a stranger, sees no result: by page, by workbook, in SQL', async () => {
    const { id } = await world.aTaughtSeminar();
    for (const { token } of await seatsOf(id, 6)) await world.react(token, 5, 'คำ');
    for (const officer of [world.chiangMaiHead, world.chiangMai, world.planner]) {
      expect(await results(id, officer)).toBeUndefined();
      for (const path of ['', '.xlsx', '/form'])
        expect(
          (await send(world.server, officer, `/office/seminars/${id}/evaluation${path}`)).statusCode,
        ).toBe(404);
      const { actor } = await world.as(officer);
      for (const figures of ['reaction_people', 'reaction_figures', 'reaction_words'])
        expect(
          (
            await actingAs(world.db.asOfficer, actor, (trx) =>
              sql`select * from ${sql.raw(`seminars.${figures}`)}(${id})`.execute(trx),
            )
          ).rows,
        ).toEqual([]);
    }
    expect((await send(world.server, undefined, `/office/seminars/${id}/evaluation.xlsx`)).statusCode).toBe(
      401,
    );
    const book = await send(world.server, world.organiser, `/office/seminars/${id}/evaluation.xlsx`);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the form', () => {
  const change = (seminarId: string | undefined, code: string | undefined, promptTh: string) => ({
    id: crypto.randomUUID(),
    seminarId,
    code,
    about: 'slot',
    kind: 'rating',
    promptTh,
    promptEn: 'Changed',
    position: 10,
    isAsked: true,
  });

  test('a seminar asks in its own words without touching the common form; answers keep their version', async () => {
    const { id, lecture } = await world.aTaughtSeminar();
    const seats = await seatsOf(id, 10);
    for (const { token } of seats.slice(0, 5)) await world.react(token, 1);
    const organiser = await world.as(world.organiser);
    const next = change(id, 'content', 'เนื้อหาใช้ได้จริง');
    const save = () => world.app.learning.evaluation.saveItem(organiser, next);
    expect(await save()).toEqual({ ok: true, value: { code: 'content', version: 1 } });
    expect(await save()).toEqual({ ok: true, value: { code: 'content', version: 1 } });
    for (const { token } of seats.slice(5)) await world.react(token, 5);
    const ratings = (await results(id))!.subjects.find((one) => one.id === lecture)!.ratings;
    expect(
      ratings.filter(({ item }) => item.code === 'content').map(({ item, mean }) => [item.promptTh, mean]),
    ).toEqual([
      ['เนื้อหาใช้ได้จริง', 5],
      ['เนื้อหาตรงกับสิ่งที่ต้องใช้', 1],
    ]);
    const elsewhere = await world.aTaughtSeminar();
    const seat = await world.aSeat(elsewhere.id, 'TH-50');
    const asked = (await world.app.learning.evaluation.open(seat.token))!.open[0]!.items;
    expect(asked[0]!.promptTh).toBe('เนื้อหาตรงกับสิ่งที่ต้องใช้');
  });

  test('is changed by nobody else: use case, page, SQL', async () => {
    const { id } = await world.aTaughtSeminar();
    const stranger = await world.as(world.chiangMaiOrganiser);
    const { saveItem } = world.app.learning.evaluation;
    for (const seminarId of [id, undefined])
      expect(await saveItem(stranger, change(seminarId, 'content', 'x x'))).toMatchObject({
        code: 'forbidden',
      });
    const page = await postForm(world.server, world.chiangMaiHead, `/office/seminars/${id}/evaluation/form`, {
      ...{ id: crypto.randomUUID(), code: 'content', about: 'slot', kind: 'rating', position: '10' },
      ...{ promptTh: 'xx', promptEn: 'xx', isAsked: 'on' },
    });
    expect(page.statusCode).toBe(403);
    const insert = (seminarId: string | null, unit: number | null) =>
      actingAs(world.db.asOfficer, stranger.actor, (trx) =>
        trx
          .insertInto('seminars.evaluation_item')
          .values({
            id: crypto.randomUUID(),
            seminar_id: seminarId,
            host_unit_id: unit,
            code: 'content',
            version: 9,
            about: 'slot',
            kind: 'rating',
            prompt_th: 'xx',
            prompt_en: 'xx',
            position: 1,
            basis: 'x',
            status: 'confirmed',
            valid_from: '2026-01-01',
            changed_by: stranger.person.id,
            changed_at: new Date(),
          })
          .execute(),
      );
    await expect(insert(id, world.unit('MOI'))).rejects.toThrow(/row-level security/);
    await expect(insert(null, null)).rejects.toThrow(/row-level security/);
  });
});

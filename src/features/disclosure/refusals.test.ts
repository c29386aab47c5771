/** Who may not: through the use cases and HTTP, and in the database as the application's role. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { cookieOf } from './testing/cookie.ts';
import { createDisclosureWorld, type DisclosureWorld, must, today } from './testing/world.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await createDisclosureWorld();
});
afterEach(async () => {
  world.setNow(today);
  await world.clear();
});
afterAll(() => world?.stop());

const inSql = async <T>(officer: TestOfficer, work: (trx: InTransaction) => Promise<T>) =>
  actingAs(world.db.asOfficer, (await world.as(officer)).actor, work);

const update = (officer: TestOfficer, id: string, values: Record<string, unknown>) =>
  inSql(officer, (trx) =>
    trx.updateTable('disclosure.answer').set(values).where('id', '=', id).executeTakeFirst(),
  );

/** The planner handed in, the head found it wanting, and an appeal was lodged. */
async function appealedAtTheMinistry(by = world.planner) {
  const signedIn = await world.as(world.planner);
  const own = world.anAnswer('O15', { unitCode: 'MOI' });
  must(await world.disclosure.save(signedIn, own));
  const link = { id: randomUUID(), answerId: own.id, url: 'https://moi.example/', format: 'page' as const };
  must(await world.disclosure.addLink(signedIn, link));
  must(await world.step(world.planner, own.id, 'ready'));
  must(await world.step(world.head, own.id, 'not-met', 'ยังไม่ครบ'));
  must(await world.step(by, own.id, 'appeal', 'ครบแล้ว'));
  return own.id;
}

describe('by the use cases', () => {
  test('another centre, and an officer who does not plan, neither write nor link nor hand in nor publish', async () => {
    const { id } = await world.answered('O15');
    for (const officer of [world.phuket, world.chiangMaiCases, world.auditor]) {
      const signedIn = await world.as(officer);
      const refusals = [
        await world.disclosure.save(signedIn, world.anAnswer('O16')),
        await world.disclosure.addLink(signedIn, {
          id: randomUUID(),
          answerId: id,
          url: 'https://x.example/',
          format: 'page',
        }),
        await world.step(officer, id, 'ready'),
        await world.disclosure.check(signedIn, { id: randomUUID(), unitCode: 'TH-50', fiscalYear: 2569 }),
        await world.disclosure.publish(signedIn, {
          id: randomUUID(),
          unitCode: 'TH-50',
          kind: 'complaint-statistics',
          fiscalYear: '2569',
          period: 'year',
        }),
      ];
      for (const outcome of refusals)
        expect(outcome.ok ? 'done' : outcome.code).toMatch(/^(?:forbidden|not-found)$/);
    }
  });

  test('a centre does not review itself; at the ministry a second person reviews', async () => {
    const { id } = await world.answered('O15', 'ready');
    expect(await world.step(world.chiangMai, id, 'met')).toMatchObject({ code: 'forbidden' });
    const planner = await world.as(world.planner);
    const own = world.anAnswer('O15', { unitCode: 'MOI' });
    must(await world.disclosure.save(planner, own));
    const link = { id: randomUUID(), answerId: own.id, url: 'https://moi.example/', format: 'page' as const };
    must(await world.disclosure.addLink(planner, link));
    must(await world.step(world.planner, own.id, 'ready'));
    expect(await world.step(world.planner, own.id, 'met')).toMatchObject({ code: 'own-work' });
    must(await world.step(world.head, own.id, 'met'));
  });

  test('at the ministry nobody who handed in, reviewed or appealed decides on the appeal', async () => {
    const id = await appealedAtTheMinistry();
    for (const officer of [world.planner, world.head])
      expect(await world.step(officer, id, 'decide-met', 'ครบแล้ว')).toMatchObject({ code: 'own-work' });
    const of = { unitCode: 'MOI', fiscalYear: 2569, itemCode: 'O15' };
    expect(await world.disclosure.viewItem(await world.as(world.planner), of, 'th')).toMatchObject({
      isOwnWork: true,
      maySteps: [],
    });
    const third = await anOfficer(world.db, 'MOI', ['planner']);
    must(await world.step(third, id, 'decide-met', 'ครบแล้ว'));
  });

  test('nor a third who lodged the appeal', async () => {
    const third = await anOfficer(world.db, 'MOI', ['planner']);
    const id = await appealedAtTheMinistry(third);
    expect(await world.step(third, id, 'decide-met', 'ครบแล้ว')).toMatchObject({ code: 'own-work' });
    const decide = { state: 'decided', result: 'met', decided_by: third.id, changed_by: third.id };
    await expect(update(third, id, decide)).rejects.toThrow(/who appealed does not decide/);
  });

  test('only the ministry brings items and changes the scale', async () => {
    for (const officer of [world.chiangMai, world.auditor]) {
      const signedIn = await world.as(officer);
      expect(
        await world.disclosure.startFromLast(signedIn, { id: randomUUID(), fiscalYear: 2571 }),
      ).toMatchObject({
        code: 'forbidden',
      });
      expect(await world.disclosure.putInForce(signedIn, randomUUID())).toMatchObject({ code: 'forbidden' });
    }
  });

  test('another centre sees nothing of it; the auditor reads and cannot write', async () => {
    await world.answered('O15');
    const of = { unitCode: 'TH-50', fiscalYear: 2569, itemCode: 'O15' };
    expect(await world.disclosure.viewItem(await world.as(world.phuket), of, 'th')).toBeUndefined();
    const seen = await world.disclosure.viewItem(await world.as(world.auditor), of, 'th');
    expect(seen).toMatchObject({
      line: { answer: { state: 'preparing' } },
      mayWrite: false,
      mayReview: false,
      maySteps: [],
    });
  });
});

describe('through HTTP', () => {
  const get = (url: string, officer?: TestOfficer) =>
    world.server.inject({ method: 'GET', url, headers: officer ? { cookie: cookieOf(officer) } : {} });

  test('nobody without a session, no province for the network’s table, no colleague for another’s preview', async () => {
    expect((await get('/office/disclosure/network.csv')).statusCode).toBe(401);
    expect((await get('/office/disclosure/network.csv', world.chiangMai)).statusCode).toBe(404);
    const preview = '/office/disclosure/preview/TH-50/2569/complaint-statistics-year.pdf';
    expect((await get(preview, world.phuket)).statusCode).toBe(403);
    expect((await get(preview, world.chiangMai)).statusCode).toBe(200);
  });

  test('a draft of next year’s items is not for centres', async () => {
    const id = randomUUID();
    must(await world.disclosure.startFromLast(await world.as(world.planner), { id, fiscalYear: 2572 }));
    expect((await get(`/office/disclosure/sets/${id}/items.xlsx`, world.chiangMai)).statusCode).toBe(404);
    expect((await get(`/office/disclosure/sets/${id}/items.xlsx`, world.planner)).statusCode).toBe(200);
  });
});

describe('in the database as the application’s role', () => {
  test('another centre reads no answer and no link, the citizens’ role reads neither', async () => {
    await world.answered('O15', 'ready');
    for (const table of ['answer', 'link', 'answer_step'] as const) {
      const rows = (officer: TestOfficer) =>
        inSql(officer, (trx) => trx.selectFrom(`disclosure.${table}`).select('id').execute());
      expect(await rows(world.phuket)).toEqual([]);
      expect(await rows(world.auditor)).not.toEqual([]);
      expect(await rows(world.chiangMaiCases)).not.toEqual([]);
      await expect(
        world.db.asPublic.selectFrom(`disclosure.${table}`).select('id').execute(),
      ).rejects.toThrow(/permission denied/);
    }
  });

  test('another centre and the auditor begin no answer, add no link', async () => {
    const { id } = await world.answered('O15');
    for (const officer of [world.phuket, world.auditor]) {
      const { person } = await world.as(officer);
      const begin = inSql(officer, (trx) =>
        trx
          .insertInto('disclosure.answer')
          .values({
            id: randomUUID(),
            unit_id: world.unit('TH-50'),
            fiscal_year: 2569,
            item_code: 'O16',
            state: 'preparing',
            changed_by: person.id,
            changed_at: today,
          })
          .execute(),
      );
      await expect(begin).rejects.toThrow(/row-level security/);
      const link = inSql(officer, (trx) =>
        trx
          .insertInto('disclosure.link')
          .values({
            id: randomUUID(),
            answer_id: id,
            unit_id: world.unit('TH-50'),
            url: 'https://x.example/',
            format: 'page',
            added_by: person.id,
            added_at: today,
          })
          .execute(),
      );
      await expect(link).rejects.toThrow(/row-level security/);
    }
  });

  test('the centre finds nothing met itself, and leaps over no step', async () => {
    const { id } = await world.answered('O15', 'ready');
    const me = world.chiangMai.id;
    const finds = { state: 'reviewed', result: 'met', reviewed_by: me, changed_by: me };
    await expect(update(world.chiangMai, id, finds)).rejects.toThrow(/row-level security/);
    const leap = { state: 'appealed', result: 'not-met', reviewed_by: world.planner.id, changed_by: me };
    await expect(update(world.chiangMai, id, leap)).rejects.toThrow(/no way from ready to appealed/);
    expect((await update(world.phuket, id, { owner: 'x' })).numUpdatedRows).toBe(0n);
  });

  test('the reviewer changes nothing of the answer, lends nobody’s name, and decides on no appeal against herself', async () => {
    const { id } = await world.answered('O15', 'ready');
    const me = world.planner.id;
    const review = { state: 'reviewed', result: 'not-met', reviewed_by: me, changed_by: me };
    await expect(update(world.planner, id, { ...review, self_score: 0 })).rejects.toThrow(/is not changed/);
    await expect(update(world.planner, id, { ...review, reviewed_by: world.head.id })).rejects.toThrow(
      /row-level security/,
    );
    expect((await update(world.planner, id, review)).numUpdatedRows).toBe(1n);
    must(await world.step(world.chiangMai, id, 'appeal', 'ครบแล้ว'));
    const decide = { state: 'decided', result: 'met', decided_by: me, changed_by: me };
    await expect(update(world.planner, id, decide)).rejects.toThrow(/row-level security/);
    await expect(update(world.planner, id, { ...decide, reviewed_by: world.head.id })).rejects.toThrow(
      /who reviewed/,
    );
  });

  test('who handed in the ministry’s own answer does not review it', async () => {
    const planner = await world.as(world.planner);
    const own = world.anAnswer('O15', { unitCode: 'MOI' });
    must(await world.disclosure.save(planner, own));
    const link = { id: randomUUID(), answerId: own.id, url: 'https://moi.example/', format: 'page' as const };
    must(await world.disclosure.addLink(planner, link));
    must(await world.step(world.planner, own.id, 'ready'));
    const me = world.planner.id;
    const review = { state: 'reviewed', result: 'met', reviewed_by: me, changed_by: me };
    await expect(update(world.planner, own.id, review)).rejects.toThrow(/row-level security/);
  });

  test('who handed in the ministry’s own answer does not decide on her appeal, though another reviewed it', async () => {
    const id = await appealedAtTheMinistry(world.head);
    const me = world.planner.id;
    const decide = { state: 'decided', result: 'met', decided_by: me, changed_by: me };
    await expect(update(world.planner, id, decide)).rejects.toThrow(/row-level security/);
  });

  test('no step is told that was not taken, in nobody else’s place, and none twice', async () => {
    const { id } = await world.answered('O15', 'ready');
    const tell = (officer: TestOfficer, step: string, change: Record<string, unknown> = {}) =>
      inSql(officer, (trx) =>
        trx
          .insertInto('disclosure.answer_step')
          .values({
            id: randomUUID(),
            answer_id: id,
            unit_id: world.unit('TH-50'),
            revision: 2,
            step,
            words: 'ไม่ครบ จริงๆ',
            taken_by: officer.id,
            taken_at: today,
            ...change,
          })
          .execute(),
      );
    await expect(tell(world.planner, 'not-met')).rejects.toThrow(/row-level security/);
    await expect(tell(world.planner, 'met')).rejects.toThrow(/row-level security/);
    await expect(tell(world.chiangMai, 'mend')).rejects.toThrow(/row-level security/);
    await expect(tell(world.chiangMai, 'ready', { taken_at: new Date(0) })).rejects.toThrow(
      /row-level security/,
    );
    await expect(tell(world.chiangMai, 'ready')).rejects.toThrow(/unique/);
    // Found by the planner, it is not told by the head as hers.
    must(await world.step(world.planner, id, 'met'));
    await expect(tell(world.head, 'met', { revision: 3 })).rejects.toThrow(/row-level security/);
  });

  test('a set stands in the name of whoever put it in force, and an ended band stays ended', async () => {
    const set = randomUUID();
    must(await world.disclosure.startFromLast(await world.as(world.planner), { id: set, fiscalYear: 2573 }));
    const put = (values: Record<string, unknown>) =>
      inSql(world.planner, (trx) =>
        trx.updateTable('disclosure.item_set').set(values).where('id', '=', set).executeTakeFirst(),
      );
    const inForce = { state: 'in-force', in_force_at: today };
    for (const values of [
      { ...inForce, in_force_by: world.head.id },
      inForce,
      { in_force_by: world.planner.id },
    ])
      await expect(put(values)).rejects.toThrow(/in the name of whoever/);
    await put({ ...inForce, in_force_by: world.planner.id });
    await expect(put({ state: 'replaced', in_force_by: world.head.id })).rejects.toThrow(
      /in the name of whoever/,
    );

    const end = (valid_to: string | null) =>
      inSql(world.planner, (trx) =>
        trx
          .updateTable('disclosure.grade_band')
          .set({ valid_to })
          .where('code', '=', 'GOOD')
          .executeTakeFirst(),
      );
    await expect(end(null)).rejects.toThrow(/row-level security/);
    expect((await end('2700-01-01')).numUpdatedRows).toBe(1n);
    for (const again of [null, '2701-01-01']) expect((await end(again)).numUpdatedRows).toBe(0n);
  });

  test('a set in force is not changed by anybody, a draft not by a centre', async () => {
    const [set] = await world.db.owner
      .selectFrom('disclosure.item_set')
      .select('id')
      .where('state', '=', 'in-force')
      .execute();
    const removed = await inSql(world.planner, (trx) =>
      trx.deleteFrom('disclosure.item').where('set_id', '=', set!.id).executeTakeFirst(),
    );
    expect(removed.numDeletedRows).toBe(0n);
    const draft = inSql(world.chiangMai, (trx) =>
      trx
        .insertInto('disclosure.item_set')
        .values({
          id: randomUUID(),
          fiscal_year: 2580,
          agency_type: 'state-agency',
          version: 1,
          basis_th: 'x',
          basis_en: 'x',
          source: 'x',
          status: 'confirmed',
          made_by: world.chiangMai.id,
          made_at: today,
          changed_at: today,
        })
        .execute(),
    );
    await expect(draft).rejects.toThrow(/row-level security/);
  });
});

/** A gift from its report to the proof of its return; half-years filed and counted. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar } from '#features/network/testing/office.ts';
import { createEthicsWorld, type EthicsWorld, photo } from '../testing/world.ts';

let world: EthicsWorld;
beforeAll(async () => {
  world = await createEthicsWorld();
});
afterAll(() => world.stop());

const view = async (id: string, who = world.clerk) =>
  world.app.ethics.gifts.view(await world.as(who), id, 'th');

describe('a gift over the limit', () => {
  test('is judged by the rules of its day, tells the head, and is one however often it is sent', async () => {
    const { gift, outcome } = await world.report({}, world.clerk, photo);
    expect(outcome).toEqual({ ok: true, value: { id: gift.id, verdict: 'over' } });
    expect(await world.app.ethics.gifts.report(await world.as(world.clerk), gift, photo)).toEqual(outcome);
    const seen = await view(gift.id);
    expect(seen).toMatchObject({ verdict: 'over', state: 'waiting', limitBaht: 3000, hasPicture: true });
    // 30 days from 20 November end on Sunday, 20 December; 15 from 23 November on 8 December.
    expect(seen!.reportClock).toMatchObject({ lastDay: '2026-12-20', due: '2026-12-21', isLate: false });
    expect(seen!.decideClock).toMatchObject({ due: '2026-12-08', isLate: false, status: 'unconfirmed' });
    const told = await world.app.notices.list(await world.as(world.head));
    expect(told.map(({ href }) => href)).toContain(`/office/gifts/${gift.id}`);
    expect((await actsSoFar(world.db)).filter((act) => act['id'] === gift.id).map(({ act }) => act)).toEqual([
      'ethics.gift-reported',
    ]);
  });

  test('decided late is shown late; returned, it waits for its proof', async () => {
    const gift = await world.reported();
    world.setNow(new Date('2026-12-09T03:00:00Z'));
    expect(await world.decide(gift.id, world.head)).toMatchObject({ ok: true });
    const late = await view(gift.id);
    expect(late).toMatchObject({ isLate: true, state: 'to-dispose', decision: 'return' });
    const disposal = { id: randomUUID(), giftId: gift.id, doneOn: '2026-12-09', note: 'คืนผู้ให้ ใบรับเลขที่ 12' };
    const dispose = (proof?: Uint8Array) =>
      world.as(world.clerk).then((who) => world.app.ethics.gifts.dispose(who, disposal, proof));
    expect(await dispose()).toMatchObject({ code: 'proof-missing' });
    expect(await dispose(Buffer.from('<html>'))).toMatchObject({ code: 'proof-kind' });
    expect(await dispose(Buffer.from('%PDF-1.7\nreceipt'))).toMatchObject({ ok: true });
    expect(await dispose(Buffer.from('%PDF-1.7\nreceipt'))).toMatchObject({ ok: true });
    expect(await view(gift.id)).toMatchObject({ state: 'closed', disposed: { isPdf: true } });
    world.setNow(new Date('2026-11-23T03:00:00Z'));
  });

  test('split in two by the giver stays one', async () => {
    const change = { giver: 'ร้านทองคำ', valueBaht: 2000, receivedOn: '2026-11-18' };
    expect((await world.report(change)).outcome).toMatchObject({ value: { verdict: 'within' } });
    expect((await world.report({ ...change, giver: 'ร้านทองคำ ' })).outcome).toMatchObject({
      value: { verdict: 'over' },
    });
  });

  test('of a relative has no limit, and a solicitation is always decided on', async () => {
    expect((await world.report({ relation: 'ASCENDANT', valueBaht: 90_000 })).outcome).toMatchObject({
      value: { verdict: 'exempt' },
    });
    expect((await world.report({ kind: 'solicitation', valueBaht: 100 })).outcome).toMatchObject({
      value: { verdict: 'solicitation' },
    });
  });

  test('keeps the version of the limit that it was judged by when another comes', async () => {
    const before = await world.reported({ valueBaht: 4000, giver: 'ก่อน' });
    const next = {
      kind: 'rule',
      id: randomUUID(),
      code: 'LIMIT',
      amount: '5000',
      unit: 'baht',
      basisTh: 'ประกาศใหม่',
      basisEn: 'A new notification',
      source: 'test',
      status: 'confirmed',
      validFrom: '2026-11-21',
    };
    const planner = await world.as(world.planner);
    expect(await world.app.ethics.rules.enter(planner, next)).toEqual({ ok: true, value: { version: 2 } });
    expect(await world.app.ethics.rules.enter(planner, next)).toMatchObject({ ok: true });
    const after = await world.report({ valueBaht: 4000, giver: 'หลัง', receivedOn: '2026-11-22' });
    expect(after.outcome).toMatchObject({ value: { verdict: 'within' } });
    expect(await view(before.id)).toMatchObject({ verdict: 'over', limitBaht: 3000 });
  });

  test('leaves no place or device in the picture that is kept', async () => {
    const exif = Buffer.from('ffe10010457869660000474d532d63616e617279', 'hex');
    const marked = Buffer.concat([photo.subarray(0, 2), exif.fill(0x10, 3, 4), photo.subarray(2)]);
    marked[5] = 0x12;
    const { gift, outcome } = await world.report({}, world.clerk, marked);
    expect(outcome.ok).toBe(true);
    const kept = await world.get(world.clerk, `/office/gifts/${gift.id}/picture`);
    expect(kept.headers['content-type']).toBe('image/jpeg');
    expect(marked.includes('canary')).toBe(true);
    expect(kept.rawPayload.includes('canary')).toBe(false);
  });
});

describe('a half-year', () => {
  const file = async (who = world.otherHead, change: object = {}) =>
    world.app.ethics.gifts.file(await world.as(who), {
      id: randomUUID(),
      unitId: world.unit('TH-83'),
      fiscalYear: 2570,
      half: 1,
      isNothing: true,
      ...change,
    });

  test('in which nothing was received is filed in one act, and counted as that', async () => {
    const id = randomUUID();
    expect(await file(world.otherHead, { id })).toEqual({ ok: true, value: { id } });
    expect(await file(world.otherHead, { id })).toEqual({ ok: true, value: { id } });
    const totals = await world.app.ethics.gifts.giftTotals(world.unit('TH-83'), 2570, 1);
    expect(totals).toMatchObject({ isNothing: true, gifts: 0, valueBaht: 0 });
    expect(await world.app.ethics.gifts.giftTotals(world.unit('TH-83'), 2570, 'year')).toBeUndefined();
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === id);
    expect(acts).toHaveLength(1);
  });

  test('with gifts cannot be filed as nothing; filed, it shows when the register moves on', async () => {
    const own = { unitId: world.unit('TH-50') };
    expect(await file(world.ethicsOfficer, own)).toMatchObject({ code: 'gifts-reported' });
    expect(await file(world.ethicsOfficer, { ...own, isNothing: false })).toMatchObject({ ok: true });
    const state = async () =>
      (await world.app.ethics.gifts.filing(await world.as(world.ethicsOfficer), 'th')).centres[0]!.halves[0]!
        .state;
    expect(await state()).toBe('filed');
    await world.reported({ giver: 'มาทีหลัง' });
    expect(await state()).toBe('changed');
  });

  test('that has not begun is not filed', async () => {
    expect(await file(world.otherHead, { half: 2 })).toMatchObject({ code: 'not-begun' });
  });

  test('is seen from above by centre, and who is missing is reminded', async () => {
    const planner = await world.as(world.planner);
    const overview = await world.app.ethics.gifts.overview(planner, 'en');
    expect(overview!.rows).toHaveLength(91);
    const of = (code: string) => overview!.rows.find((row) => row.code === code)!;
    expect([of('TH-83').state, of('TH-50').state, of('TH-57').state]).toEqual([
      'nothing',
      'changed',
      'missing',
    ]);
    expect(of('TH-50').filing!.gifts).toBeGreaterThan(3);
    const reminder = { id: randomUUID(), fiscalYear: 2570, half: 1 as const };
    expect(await world.app.ethics.gifts.remind(planner, reminder)).toEqual({
      ok: true,
      value: { reminded: 89 },
    });
    const { rows } = await sql<{ units: number }>`
      select cardinality(audience_units) as units from knowledge.notice where id = ${reminder.id}`.execute(
      world.db.owner,
    );
    expect(rows).toEqual([{ units: 89 }]);
  });

  test('nobody sees the overview who leads no centre above others', async () => {
    expect(await world.app.ethics.gifts.overview(await world.as(world.head), 'th')).toBeUndefined();
    expect(
      await world.app.ethics.gifts.remind(await world.as(world.head), {
        id: randomUUID(),
        fiscalYear: 2570,
        half: 1,
      }),
    ).toMatchObject({ code: 'forbidden' });
  });
});

/** Notices of change: whom they reach, what they carry, and in whose name they may be raised. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { raiseNotice } from './index.ts';

let world: TestApp;
let chiangMai: TestOfficer;
let chiangMaiOrganiser: TestOfficer;
let phuket: TestOfficer;

beforeAll(async () => {
  world = await createTestApp();
  chiangMai = await anOfficer(world.db, 'TH-50', ['case-officer']);
  chiangMaiOrganiser = await anOfficer(world.db, 'TH-50', ['organiser']);
  phuket = await anOfficer(world.db, 'TH-83', ['head']);
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

test('a notice of a changed law comes from the worker, says what it touches, and goes to those who work on cases', async () => {
  const law = {
    id: randomUUID(),
    kind: 'law',
    objectId: 'criminal-code',
    titleTh: 'ประมวลกฎหมายอาญาเปลี่ยน',
    titleEn: 'The Criminal Code changed',
    href: '/laws/criminal-code',
    touches: [{ kind: 'clock', id: 'ACK15', titleTh: 'ตอบรับ', titleEn: 'Acknowledge', ownerRoles: ['head'] }],
    at: new Date(),
  } as const;
  await world.db.asWorker.transaction().execute((trx) => raiseNotice(trx, law));
  await world.db.asWorker.transaction().execute((trx) => raiseNotice(trx, law));
  const of = async (officer: TestOfficer) =>
    (await world.app.notices.list(await as(officer))).filter(({ id }) => id === law.id);
  expect(await of(chiangMai)).toMatchObject([{ touches: [{ id: 'ACK15', ownerRoles: ['head'] }] }]);
  expect(await of(chiangMaiOrganiser)).toEqual([]);
  const page = await send(world.server, chiangMai, '/office/notices');
  expect(page.body).toContain('ประมวลกฎหมายอาญาเปลี่ยน');
});

test('a notice cannot be raised in another’s name', async () => {
  const notice = {
    id: randomUUID(),
    kind: 'law',
    objectId: 'x',
    titleTh: 'x',
    titleEn: 'x',
    at: new Date(),
  } as const;
  for (const raisedBy of [phuket.id, undefined])
    await expect(
      actingAs(world.db.asOfficer, (await as(chiangMai)).actor, (trx) =>
        raiseNotice(trx, { ...notice, ...(raisedBy ? { raisedBy } : {}) }),
      ),
    ).rejects.toThrow(/row-level security/);
});

test('marking all as seen leaves nothing to count, and the next notice counts again', async () => {
  const officer = await as(phuket);
  const notice = {
    kind: 'offence',
    objectId: 'x',
    titleTh: 'ฐานความผิดเปลี่ยน',
    titleEn: 'Offence changed',
    at: new Date(),
  } as const;
  const raise = () =>
    world.db.asWorker.transaction().execute((trx) => raiseNotice(trx, { ...notice, id: randomUUID() }));
  await raise();
  expect(await world.app.notices.countUnseen(officer)).toBeGreaterThan(0);
  expect(await world.app.notices.markSeen(officer, 'all')).toBeGreaterThan(0);
  expect(await world.app.notices.countUnseen(officer)).toBe(0);
  await raise();
  expect(await world.app.notices.countUnseen(officer)).toBe(1);
  expect((await world.app.notices.list(officer))[0]).toMatchObject({ isSeen: false });
});

test('a new version of a deadline is announced with its number of days and the day it begins', async () => {
  const administrator = await as(await anOfficer(world.db, 'MOI', ['administrator', 'planner']));
  const { rules } = await world.app.cases.listClockRules(administrator);
  const rule = rules[0]!;
  const answer = await world.app.cases.enterClockRule(administrator, {
    ...{ code: rule.code, days: 21, dayUnit: 'calendar', validFrom: '2099-01-01', status: 'unconfirmed' },
    ...{ basisTh: 'ทดสอบ', basisEn: 'test', source: 'test' },
  });
  expect(answer).toEqual({ ok: true });
  const notice = (await world.app.notices.list(await as(chiangMai))).find(
    ({ kind }) => kind === 'clock-rule',
  );
  expect(notice?.titleEn).toContain('becomes 21 days from 1 January 2099');
  expect(notice?.titleTh).toContain(rule.nameTh);
  expect(notice?.touches).toMatchObject([{ kind: 'clock', id: rule.code }]);
});

/** The yearly calendar: on which day, for whom, done or late, told in time, changed by versions, subscribed to. */
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { asCivilDate, type CivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Duty } from './duty.ts';
import { dayIn, occurrencesIn, standing } from './duty-rules.ts';
import type { DutyInput } from './enter-duty.ts';

const duty = (change: Partial<Duty> = {}): Duty => ({
  code: 'PLAN_HALF',
  version: 1,
  nameTh: 'รายงาน',
  nameEn: 'Report',
  month: 3,
  day: 31,
  remindDays: 14,
  kinds: ['province'],
  roles: ['planner'],
  href: undefined,
  basisTh: '',
  basisEn: '',
  source: '',
  isConfirmed: true,
  validFrom: '2025-10-01',
  validTo: undefined,
  ...change,
});
const none = new Set<CivilDate>();

describe('days', () => {
  test('October to December lie in the calendar year before the fiscal year’s end', () => {
    expect(dayIn({ month: 11, day: 30 }, 2570)).toBe('2026-11-30');
    expect(dayIn({ month: 3, day: 31 }, 2570)).toBe('2027-03-31');
    expect(dayIn({ month: 2, day: 31 }, 2571)).toBe('2028-02-29');
  });

  test('a last day on a Sunday or a holiday gives way to the next working day', () => {
    // 31 October 2027 is a Sunday; the Monday after it is made a holiday here.
    const [one] = occurrencesIn([duty({ month: 10, day: 31 })], 2571, new Set([asCivilDate('2027-11-01')]));
    expect(one).toMatchObject({ on: '2027-10-31', due: '2027-11-02' });
  });

  test('of each duty the version in force on its day counts, once', () => {
    const old = duty({ validTo: '2027-01-01' });
    const next = duty({ version: 2, month: 4, day: 10, validFrom: '2027-01-01' });
    expect(occurrencesIn([next, old], 2570, none).map((one) => one.duty.version)).toEqual([2]);
    expect(occurrencesIn([next, old], 2569, none).map((one) => one.on)).toEqual(['2026-03-31']);
  });

  test('late is said only of what the platform can know', () => {
    const one = { due: '2027-03-31', duty: { remindDays: 14 } };
    expect(standing(one, '2027-03-16', false)).toBe('to-come');
    expect(standing(one, '2027-03-17', false)).toBe('soon');
    expect(standing(one, '2027-03-31', false)).toBe('soon');
    expect(standing(one, '2027-04-01', false)).toBe('late');
    expect(standing(one, '2027-04-01', undefined)).toBe('unknown');
    expect(standing(one, '2027-04-01', true)).toBe('done');
  });
});

describe('in the program', () => {
  let world: TestApp;
  let planner: TestOfficer;
  let province: TestOfficer;
  beforeAll(async () => {
    world = await createTestApp();
    world.setNow(new Date('2026-11-25T03:00:00Z'));
    planner = await anOfficer(world.db, 'MOI', ['planner']);
    province = await anOfficer(world.db, 'TH-50', ['planner']);
  });
  afterAll(() => world?.stop());
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

  test('a province sees its own standing, the ministry also who is late', async () => {
    const own = await world.app.duties.list(await as(province), 2570, 'th');
    const plan = own.lines.find((line) => line.duty.code === 'PLAN');
    expect(plan).toMatchObject({ own: 'soon', centres: undefined, due: '2026-11-30' });
    const all = await world.app.duties.list(await as(planner), 2570, 'th');
    expect(all.lines.find((line) => line.duty.code === 'PLAN')?.centres).toMatchObject({ soon: 91, done: 0 });
  });

  test('the morning’s reminder reaches each centre once, however often it runs', async () => {
    expect(await world.app.duties.remind()).toBeGreaterThanOrEqual(91);
    await world.app.duties.remind();
    const notices = await world.app.notices.list(await as(province));
    expect(notices.filter(({ titleTh }) => titleTh.includes('แผนปฏิบัติการประจำปี'))).toHaveLength(1);
  });

  test('a change is a version from a day to come, by the ministry alone', async () => {
    const input: DutyInput = {
      code: 'GIFTS_HALF',
      baseVersion: 1,
      nameTh: 'รายงานของขวัญ รอบ 6 เดือน',
      nameEn: 'Gifts, six months',
      month: 3,
      day: 10,
      remindDays: 7,
      kinds: ['province'],
      roles: ['head'],
      basisTh: 'หนังสือกระทรวง',
      basisEn: 'Ministry letter',
      source: 'หนังสือเวียน',
      status: 'confirmed',
      validFrom: '2026-12-01',
    };
    expect(await world.app.duties.enter(await as(province), input)).toMatchObject({ problem: 'forbidden' });
    expect(
      await world.app.duties.enter(await as(planner), { ...input, validFrom: '2026-01-01' }),
    ).toMatchObject({ problem: 'not-later' });
    expect(await world.app.duties.enter(await as(planner), { ...input, day: 32 })).toMatchObject({
      problem: 'fields',
      fields: ['day'],
    });
    expect(await world.app.duties.enter(await as(planner), input)).toMatchObject({ ok: true });
    expect(await world.app.duties.enter(await as(planner), input)).toMatchObject({ ok: true });
    const { duties } = await world.app.duties.listVersions(await as(planner));
    expect(duties.filter(({ code }) => code === 'GIFTS_HALF')).toMatchObject([
      { version: 2, day: 10, validTo: undefined },
      { version: 1, day: 15, validTo: '2026-12-01' },
    ]);
    const lines = (await world.app.duties.list(await as(planner), 2570, 'th')).lines;
    expect(lines.find((line) => line.duty.code === 'GIFTS_HALF')?.on).toBe('2027-03-10');
  });

  test('in the database: a version is ended and never rewritten, by the ministry’s planner either', async () => {
    const { actor } = await as(planner);
    for (const change of [
      "update prevention.duty set name_th = 'x'",
      'update prevention.duty set day = 1',
      "update prevention.alignment set name_th = 'x'",
    ])
      await expect(
        actingAs(world.db.asOfficer, actor, (trx) => sql.raw(change).execute(trx)),
      ).rejects.toThrow(/permission denied/);
  });

  test('in the database: a province’s planner adds no duty', async () => {
    const attempt = actingAs(world.db.asOfficer, (await as(province)).actor, (trx) =>
      sql`insert into prevention.duty
        (code, version, name_th, name_en, month, day, kinds, roles, basis_th, basis_en, source, status, valid_from)
        values ('MINE', 1, 'x', 'x', 1, 1, '{}', '{}', 'x', 'x', 'x', 'confirmed', '2026-01-01')`.execute(
        trx,
      ),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  test('the feed is a calendar that an independent parser reads, all days whole', async () => {
    const answer = await world.server.inject({ method: 'GET', url: '/calendar/TH-50.ics' });
    expect(answer.headers['content-type']).toContain('text/calendar');
    const events = new ICAL.Component(ICAL.parse(answer.payload)).getAllSubcomponents('vevent');
    const plan = events.find((event) =>
      String(event.getFirstPropertyValue('uid')).startsWith('duty-PLAN-2570'),
    );
    expect(plan?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-30');
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(events.length);
    expect((await world.server.inject({ method: 'GET', url: '/calendar/NOWHERE.ics' })).statusCode).toBe(404);
  });
});

/** Who files a half-year and with what: in the pages' own forms over HTTP, and in SQL as the application's role. */
import { randomUUID } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { addDays, asCivilDate } from '#platform/calendar/civil-date.ts';
import type { DB } from '#platform/database/database.generated.ts';
import { selectPeriods } from '../rules/rule.queries.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';
import { selectFilings } from './filing.queries.ts';
import { halfPeriod } from './gift-rules.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The clock of the sessions is the real one here, since pages are asked over HTTP.
  world = await createEthicsWorld(new Date());
  await world.reported({ receivedOn: today() });
  await world.decide((await world.reported({ receivedOn: today() })).id, world.head);
});
afterAll(() => world.stop());

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const denied = /row-level security/;

describe('a half-year', () => {
  const period = async () => {
    const page = await world.app.ethics.gifts.filing(await world.as(world.head), 'th');
    const half = page.centres[0]!.halves.find(({ isBegun, to }) => isBegun && to >= today())!;
    return { fiscalYear: page.fiscalYear, ...half };
  };
  const fields = async (unit: string, intent = 'nothing') => {
    const { fiscalYear, half } = await period();
    return {
      id: randomUUID(),
      unitId: String(world.unit(unit)),
      fiscalYear: String(fiscalYear),
      half: String(half),
      intent,
    };
  };

  test('is filed by the centre’s own roles, and not as nothing where something was reported', async () => {
    const path = '/office/gifts/filing';
    expect((await world.post(world.otherHead, path, await fields('TH-50'))).statusCode).toBe(403);
    expect((await world.post(world.organiser, path, await fields('TH-50'))).statusCode).toBe(403);
    const untrue = await world.post(world.clerk, path, await fields('TH-50'));
    expect(untrue.statusCode).toBe(409);
    expect(untrue.body).toContain('ทะเบียนมีรายการในรอบนี้');
    expect((await world.post(world.clerk, path, await fields('TH-50', 'file'))).statusCode).toBe(302);
    expect((await world.post(world.otherHead, path, await fields('TH-83'))).statusCode).toBe(302);
  });

  /** Files in SQL what the register says, but for what is changed. */
  const fileInSql = async (
    who: TestOfficer,
    unit: string,
    change: Partial<Insertable<DB['ethics.gift_filing']>> = {},
  ) => {
    const { fiscalYear, half, from, to, dueOn } = await period();
    return world.inSql(who, async (trx) => {
      const { rows } = await sql<Record<string, number>>`
        select gifts, over_limit, value_baht, kept, returned, handed_over, undecided, solicitations, solicitation_baht
        from ethics.gift_figures(${fiscalYear}::int, ${half}::int, ${to}::date)
        where unit_id = ${world.unit(unit)}`.execute(trx);
      const of = (name: string) => rows[0]?.[name] ?? 0;
      const figures = {
        gifts: of('gifts'),
        over_limit: of('over_limit'),
        value_baht: of('value_baht'),
        kept: of('kept'),
        returned: of('returned'),
        handed_over: of('handed_over'),
        undecided: of('undecided'),
        solicitations: of('solicitations'),
        solicitation_baht: of('solicitation_baht'),
        ...change,
      };
      await trx
        .insertInto('ethics.gift_filing')
        .values({
          id: randomUUID(),
          unit_id: world.unit(unit),
          fiscal_year: fiscalYear,
          half,
          period_from: from,
          period_to: to,
          due_on: dueOn,
          filed_by: who.id,
          filed_at: new Date(),
          ...figures,
          is_nothing: figures.gifts === 0 && figures.solicitations === 0,
        })
        .execute();
      return figures;
    });
  };

  test('in SQL carries the register’s figures or is refused, and is not changed', async () => {
    const none = {
      gifts: 0,
      over_limit: 0,
      value_baht: 0,
      kept: 0,
      returned: 0,
      handed_over: 0,
      undecided: 0,
    };
    await expect(fileInSql(world.head, 'TH-50', none)).rejects.toThrow(denied);
    await expect(fileInSql(world.otherHead, 'TH-83', { gifts: 3 })).rejects.toThrow(denied);
    await expect(fileInSql(world.otherHead, 'TH-57')).rejects.toThrow(denied);
    await expect(fileInSql(world.organiser, 'TH-50')).rejects.toThrow(denied);
    await fileInSql(world.otherHead, 'TH-83');
    const filed = await fileInSql(world.head, 'TH-50');
    expect(filed.gifts).toBeGreaterThan(0);
    // What became of each gift is compared, too.
    for (const name of ['kept', 'returned', 'handed_over', 'undecided'] as const)
      await expect(fileInSql(world.head, 'TH-50', { [name]: filed[name] + 1 })).rejects.toThrow(denied);
    await expect(
      world.inSql(world.otherHead, (trx) => sql`update ethics.gift_filing set gifts = 0`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
  });

  test('in SQL is the one that the rule names: no other days, by which nothing would have been received', async () => {
    const { fiscalYear, half, from, to } = await period();
    const none = {
      gifts: 0,
      over_limit: 0,
      value_baht: 0,
      kept: 0,
      returned: 0,
      handed_over: 0,
      undecided: 0,
      solicitations: 0,
      solicitation_baht: 0,
    };
    const file = (change: object) => fileInSql(world.head, 'TH-50', { ...none, ...change });
    // Days on which nobody was given anything, called this half-year.
    await expect(file({ period_from: '2001-10-01', period_to: '2002-03-31' })).rejects.toThrow(denied);
    await expect(file({ fiscal_year: fiscalYear - 10 })).rejects.toThrow(denied);
    // For the centre without gifts, too, each of the days and the names of year and half have to fit.
    for (const change of [
      { period_from: addDays(asCivilDate(from), 1) },
      { period_to: addDays(asCivilDate(to), 1) },
      { due_on: '2999-01-01' },
      { half: half === 1 ? 2 : 1 },
      { fiscal_year: fiscalYear + 1 },
    ])
      await expect(fileInSql(world.otherHead, 'TH-83', change)).rejects.toThrow(denied);
    // Nor is a half-year filed before it begins, even under its right days.
    const next = halfPeriod(await selectPeriods(world.db.asPublic), fiscalYear + 1, 1)!;
    await expect(
      fileInSql(world.otherHead, 'TH-83', {
        fiscal_year: fiscalYear + 1,
        half: 1,
        period_from: next.from,
        period_to: next.to,
        due_on: next.dueOn,
      }),
    ).rejects.toThrow(denied);
  });

  test('has in SQL the days that the use case counts, for either half of any year', async () => {
    const rules = await selectPeriods(world.db.asPublic);
    for (const fiscalYear of [2562, 2567, 2570, 2600])
      for (const half of [1, 2] as const) {
        const { rows } = await sql`
          select period_from as from, period_to as to, due_on as "dueOn"
          from ethics.half_of_year(${fiscalYear}, ${half})`.execute(world.db.asPublic);
        expect(rows.map((row) => ({ half, ...(row as object) }))).toEqual([
          halfPeriod(rules, fiscalYear, half),
        ]);
      }
    const { rows: before } = await sql`select * from ethics.half_of_year(2550, 1)`.execute(world.db.asPublic);
    expect(before).toEqual([]);
  });

  test('counts in SQL by whole halves alone: a period of one’s own choosing would tell of a single day', async () => {
    await expect(
      world.inSql(world.planner, (trx) =>
        sql`select from ethics.gift_figures(${today()}::date, ${today()}::date, ${today()}::date)`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(/does not exist/);
    await expect(
      world.inSql(world.planner, (trx) =>
        sql`select newest_at from ethics.gift_figures(2570, 1, ${today()}::date)`.execute(trx),
      ),
    ).rejects.toThrow(/does not exist/);
  });

  test('the last filing counts by its coming, whatever time it claims', async () => {
    await fileInSql(world.clerk, 'TH-50', { id: randomUUID(), filed_at: new Date('2099-01-01') });
    const last = randomUUID();
    await fileInSql(world.clerk, 'TH-50', { id: last });
    const { fiscalYear, half } = await period();
    const [counts] = (await selectFilings(world.db.asPublic, fiscalYear, world.unit('TH-50'))).filter(
      (one) => one.half === half,
    );
    expect(counts!.id).toBe(last);
    const { rows } = await sql<{ may: boolean }>`
      select has_column_privilege('prongsai_officer', 'ethics.gift_filing', 'place', 'insert') as may`.execute(
      world.db.owner,
    );
    expect(rows).toEqual([{ may: false }]);
  });

  test('is figures to others: the public never learns who filed, a province nothing live of another', async () => {
    await expect(sql`select filed_by from ethics.gift_filing`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
    const live = await world.inSql(world.otherHead, (trx) =>
      sql<{
        unit_id: number;
      }>`select unit_id from generate_series(2550, 2600) year, generate_series(1, 2) half,
        ethics.gift_figures(year, half, '2999-01-01')`.execute(trx),
    );
    expect(live.rows).toEqual([]);
    expect((await world.get(world.head, '/office/gifts/overview')).statusCode).toBe(403);
    expect((await world.get(world.head, '/office/gifts/overview.xlsx')).statusCode).toBe(404);
    const { fiscalYear, half } = await period();
    const paper = `unit=${world.unit('TH-50')}&year=${fiscalYear}&half=${half}`;
    expect((await world.get(world.otherHead, `/office/gifts/filing/memo.pdf?${paper}`)).statusCode).toBe(404);
    const memo = await world.get(world.head, `/office/gifts/filing/memo.pdf?${paper}`);
    expect([memo.statusCode, memo.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const sheet = await world.get(world.head, `/office/gifts/filing/report.xlsx?${paper}`);
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const overview = await world.get(world.planner, '/office/gifts/overview.xlsx?show=nothing&lang=en');
    expect(overview.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

/** Figures of the pledge against whoever compares two days, two viewers, or a year that was over. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOfficer } from '#features/network/testing/office.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The database knows the present year by its own clock.
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const denied = /row-level security/;
const pledges = () => world.app.ethics.pledges;
const presentYear = () => fiscalYearOf(civilDate(new Date()));

test('figures tell nothing by the difference of two days: who waits for a fifth is counted after the year, for the ministry', async () => {
  const year = presentYear() - 1;
  const scenario = await world.db.owner
    .selectFrom('ethics.scenario_option')
    .innerJoin('ethics.scenario', 'ethics.scenario.id', 'ethics.scenario_option.scenario_id')
    .select(['scenario_id', 'position', 'standard'])
    .where('is_right', '=', false)
    .executeTakeFirstOrThrow();
  /** By the owner of the database: what stands there of a year is not what it takes. */
  const pledgedIn = async (fiscalYear: number, unit: string, count: number) => {
    for (let at = 0; at < count; at++) {
      const { id } = await anOfficer(world.db, unit, ['case-officer']);
      const round = { person_id: id, unit_id: world.unit(unit), fiscal_year: fiscalYear };
      const code = { regime: 'CIVIL', code_version: 1 };
      const roundId = randomUUID();
      const drawn = [scenario.scenario_id, randomUUID(), randomUUID()];
      await world.db.owner
        .insertInto('ethics.pledge_round')
        .values({ ...round, ...code, id: roundId, begun_at: new Date(), scenario_ids: drawn })
        .execute();
      const { scenario_id, position } = scenario;
      const answered = { id: randomUUID(), round_id: roundId, answered_at: new Date() };
      await world.db.owner
        .insertInto('ethics.pledge_answer')
        .values({ ...answered, scenario_id, position })
        .execute();
      // Dated back: the order is not the writer's.
      const given = {
        id: randomUUID(),
        round_id: roundId,
        pledged_at: new Date('2020-01-01'),
        ledger_id: 1,
      };
      await world.db.owner
        .insertInto('ethics.pledge')
        .values({ ...round, ...code, ...given })
        .execute();
    }
  };
  const misses = async (fiscalYear: number, who = world.planner) =>
    world.inSql(who, async (trx) => {
      const { rows } = await sql<{ unit_id: number | null; answered: number }>`
        select unit_id, answered from ethics.pledge_misses(${fiscalYear}) where standard = ${scenario.standard}`.execute(
        trx,
      );
      return rows.map(({ unit_id, answered }) => [unit_id, answered]);
    });
  const now = presentYear();
  const before = await misses(now);
  expect(before.map(([unit]) => unit)).not.toContain(null);
  await pledgedIn(now, 'TH-58', 4);
  await pledgedIn(now, 'TH-55', 4);
  expect(await misses(now)).toEqual(before);
  // On the next day a fifth comes: her centre has a row of five, and there is none to take it from.
  await pledgedIn(now, 'TH-58', 1);
  expect(new Set((await misses(now)).map(String))).toEqual(
    new Set([...before, [world.unit('TH-58'), 5]].map(String)),
  );
  expect((await pledges().figures(await world.as(world.planner), 'th')).together).not.toContain(100);
  await pledgedIn(year, 'TH-58', 4);
  await pledgedIn(year, 'TH-55', 2);
  expect(await misses(year)).toEqual([[null, 5]]);
  expect(await misses(year, world.head)).toEqual([]);
  expect((await pledges().figures(await world.as(world.planner), 'th', year)).together).toContain(100);
  expect((await pledges().figures(await world.as(world.head), 'th', year)).together).not.toContain(100);
});

test('of a year that has ended take no further round, by whatever clock', async () => {
  const late = await anOfficer(world.db, 'TH-50', ['case-officer']);
  const { actor } = (await world.app.network.findSession(late.cookie))!;
  for (const year of [presentYear() - 1, presentYear() + 1])
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`insert into ethics.pledge_round (id, person_id, unit_id, fiscal_year, regime, code_version, scenario_ids, begun_at)
          select gen_random_uuid(), ${late.id}, ${world.unit('TH-50')}, ${year}::int, 'CIVIL', 1, array_agg(id), now() - interval '1 year'
          from (select id from ethics.scenario limit 3) drawn`.execute(trx),
      ),
    ).rejects.toThrow(denied);
});

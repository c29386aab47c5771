/** The bank and the code in SQL, as the application's role: what has ended stays so, what was asked stays as it was. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The database knows the present year by its own clock.
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const denied = /row-level security/;

test('what has ended does not count again, and its end is not moved', async () => {
  for (const table of ['conduct', 'scenario']) {
    const name = sql.raw(`ethics.${table}`);
    const { rows } = await sql<{ id: string }>`select id from ${name} limit 1`.execute(world.db.owner);
    const set = (ended: string | null) =>
      world.inSql(world.planner, async (trx) => {
        const done = await sql`update ${name} set ended_at = ${ended} where id = ${rows[0]!.id}`.execute(trx);
        return done.numAffectedRows;
      });
    await expect(set(null)).rejects.toThrow(denied);
    expect(await set('2026-01-01')).toBe(1n);
    expect(await set(null)).toBe(0n);
    expect(await set('2027-01-01')).toBe(0n);
  }
});

test('a situation is drawn once a round, and gets no further option once it was asked', async () => {
  const { rows: bank } = await sql<{ id: string }>`select id from ethics.scenario limit 4`.execute(
    world.db.owner,
  );
  const [one, two, three, unasked] = bank.map(({ id }) => id);
  const draw = (ids: readonly (string | undefined)[]) =>
    world.inSql(world.clerk, (trx) =>
      sql`insert into ethics.pledge_round (id, person_id, unit_id, fiscal_year, regime, code_version, scenario_ids, begun_at)
        values (${randomUUID()}, ${world.clerk.id}, ${world.unit('TH-50')}, ${fiscalYearOf(civilDate(new Date()))}, 'CIVIL', 1,
          ${ids}::uuid[], now())`.execute(trx),
    );
  await expect(draw([one, one, one])).rejects.toThrow(denied);
  await expect(draw([one, two, randomUUID()])).rejects.toThrow(denied);
  await draw([one, two, three]);
  const option = (id: string | undefined) =>
    world.inSql(world.planner, (trx) =>
      sql`insert into ethics.scenario_option values (${id}, 5, 'x', 'x', 'x', 'x', false)`.execute(trx),
    );
  await expect(option(one)).rejects.toThrow(denied);
  await option(unasked);
});

test('two next versions entered at once: one stands, the other is told, and the ledger says one', async () => {
  const { codes, moral, noGift } = world.app.ethics;
  const planner = await world.as(world.planner);
  const { standards, codes: all } = await codes.desk(planner, 'th');
  const validFrom = civilDate(new Date());
  const { frame } = await moral.list(planner, 'th');
  const lines = (list: readonly string[]) => list.join('\n');
  const next: Record<string, (id: string) => Promise<{ ok: boolean; code?: string }>> = {
    'ethics.code-entered': (id) =>
      codes.enter(planner, { ...standards[0]!, kind: 'standard', id, validFrom }),
    'ethics-code"': (id) =>
      codes.enter(planner, {
        ...all[0]!,
        kind: 'code',
        code: all[0]!.regime,
        id,
        validFrom,
        situations: '4',
      }),
    'ethics.moral-frame-entered': (id) =>
      moral.enterFrame(planner, {
        ...frame!,
        id,
        activitiesTh: lines(frame!.activitiesTh),
        activitiesEn: lines(frame!.activitiesEn),
        levelsTh: lines(frame!.levelsTh),
        levelsEn: lines(frame!.levelsEn),
      }),
    'ethics.no-gift-template-entered': (id) =>
      noGift.enterTemplate(planner, {
        ...{ id, titleTh: 'ไม่รับ', titleEn: 'None', bodyTh: 'ข้าพเจ้า', bodyEn: 'I', basis: 'คำสั่ง' },
        ...{ source: 'x', status: 'confirmed', validFrom },
      }),
  };
  for (const [what, enter] of Object.entries(next)) {
    const ids = [randomUUID(), randomUUID()] as const;
    const answers = await Promise.all([enter(ids[0]), enter(ids[0]), enter(ids[1])]);
    const { rows } =
      await sql`select entry from (select entry from ledger.outbox union select entry from ledger.entry) acts
      where entry like ${`%${ids[0]}%`} or entry like ${`%${ids[1]}%`}`.execute(world.db.owner);
    const refusals = answers.filter(({ ok }) => !ok).map(({ code }) => code);
    // As many entries as versions; whoever lost is told, by the one word or the other.
    for (const code of refusals) expect(code, what).toMatch(/changed-meanwhile|not-later/);
    expect(refusals.length, what).toBeLessThan(3);
    const tables = ['standard', 'code', 'moral_frame', 'no_gift_template'];
    let versions = 0;
    for (const table of tables)
      versions += (
        await sql`select from ethics.${sql.raw(table)} where id in (${ids[0]}, ${ids[1]})`.execute(
          world.db.owner,
        )
      ).rows.length;
    expect(rows.length, what).toBe(versions);
  }
});

/** Who publishes what, and who learns which figures: in the database as the application's role. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
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

describe('published papers and figures', () => {
  test('nobody publishes for another centre, and nothing published is changed', async () => {
    const publish = inSql(world.phuket, (trx) =>
      trx
        .insertInto('disclosure.publication')
        .values({
          id: randomUUID(),
          unit_id: world.unit('TH-50'),
          kind: 'plan',
          fiscal_year: 2569,
          period: 'year',
          version: 1,
          pdf_id: randomUUID(),
          pdf_size: 1,
          pdf_sha256: Buffer.alloc(32),
          xlsx_id: randomUUID(),
          xlsx_size: 1,
          xlsx_sha256: Buffer.alloc(32),
          published_by: world.phuket.id,
          published_at: today,
        })
        .execute(),
    );
    await expect(publish).rejects.toThrow(/row-level security/);
    await expect(
      world.db.asPublic.selectFrom('disclosure.publication').select('published_by').execute(),
    ).rejects.toThrow(/permission denied/);
    const change = inSql(world.chiangMai, (trx) =>
      trx.updateTable('disclosure.publication').set({ version: 9 }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test('nobody publishes a file that was kept for something else, nor a version out of its turn', async () => {
    must(
      await world.disclosure.publish(await world.as(world.chiangMai), {
        id: randomUUID(),
        unitCode: 'TH-50',
        kind: 'complaint-statistics',
        fiscalYear: '2569',
        period: 'year',
      }),
    );
    const made = await world.db.owner
      .selectFrom('disclosure.publication')
      .selectAll()
      .executeTakeFirstOrThrow();
    const again = (change: Record<string, unknown>) =>
      inSql(world.chiangMai, (trx) =>
        trx
          .insertInto('disclosure.publication')
          .values({ ...made, id: randomUUID(), version: 2, ...change })
          .execute(),
      );
    await expect(again({ version: 3 })).rejects.toThrow(/a version follows the last one/);
    await expect(again({ published_at: new Date(0) })).rejects.toThrow(/a version follows the last one/);
    // An id in the file store, whatever it was kept for, with the hash that belongs to it.
    await expect(again({})).rejects.toThrow(/check constraint/);
    await expect(again({ pdf_id: randomUUID(), xlsx_id: randomUUID() })).rejects.toThrow(/check constraint/);
  });

  test('figures of complaints are for who writes or oversees, of half and whole years; what was restricted at receipt is in none', async () => {
    const add = (code: string, stage: string, restriction = 'none') =>
      world.db.owner
        .insertInto('cases.case')
        .values({
          id: randomUUID(),
          number: randomUUID(),
          unit_id: world.unit(code),
          restriction,
          counted_openly: restriction === 'none',
          stage,
          topic: 'BRIBE_DEMAND',
          channel: 'web',
          identity_mode: 'anonymous',
          size_bucket: 4096,
          received_at: new Date('2026-03-31T16:59:00Z'),
          stage_since: today,
        })
        .execute();
    await add('TH-50', 'CLOSED');
    await add('TH-50', 'SCREENING');
    await add('TH-50', 'SCREENING', 'named');
    await add('TH-83', 'SCREENING');
    // Restricted afterwards: a number that falls would tell so.
    const shut = { restriction: 'named' };
    await world.db.owner
      .updateTable('cases.case')
      .set(shut)
      .where('unit_id', '=', world.unit('TH-50'))
      .where('stage', '=', 'CLOSED')
      .execute();
    const openly = inSql(world.chiangMaiCases, (trx) =>
      trx.updateTable('cases.case').set({ counted_openly: false }).execute(),
    );
    await expect(openly).rejects.toThrow(/permission denied/);
    const figures = (officer: TestOfficer, from: string, to: string) =>
      inSql(officer, (trx) =>
        world.app.cases.receivedFigures(trx, { unitId: world.unit('TH-50'), from, to }),
      );
    const mine = [{ topic: 'BRIBE_DEMAND', received: 2, concluded: 1, underWay: 1 }];
    // A minute before April in Bangkok belongs to the first half.
    expect(await figures(world.chiangMai, '2025-10-01', '2026-04-01')).toEqual(mine);
    expect(await figures(world.chiangMai, '2026-04-01', '2026-10-01')).toEqual([]);
    expect(await figures(world.planner, '2025-10-01', '2026-04-01')).toEqual(mine);
    for (const stranger of [world.phuket, world.chiangMaiCases, world.administrator])
      expect(await figures(stranger, '2025-10-01', '2026-04-01')).toEqual([]);
    expect(await figures(world.chiangMai, '2025-10-01', '2026-10-01')).toEqual(mine);
    for (const [from, to] of [
      ['2026-03-31', '2026-04-01'],
      ['2026-03-01', '2026-04-01'],
      ['2025-10-01', '2026-03-31'],
      ['2026-04-01', '2027-04-01'],
    ] as const)
      expect(await figures(world.chiangMai, from, to)).toEqual([]);
    const asPublic = sql`select * from cases.received_figures(1, '2025-10-01', '2026-04-01')`;
    await expect(asPublic.execute(world.db.asPublic)).rejects.toThrow(/permission denied/);
  });
});

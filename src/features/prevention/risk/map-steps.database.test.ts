/** The way of a risk map in SQL, as the application's role: what the rows themselves refuse. */
import { randomUUID } from 'node:crypto';
import type { Insertable, Updateable } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { DB } from '#platform/database/database.generated.ts';
import { createRiskWorld, must, type RiskWorld } from './testing/world.ts';

let world: RiskWorld;
beforeAll(async () => {
  world = await createRiskWorld();
});
afterAll(() => world?.stop());

/** Sets columns of a map as an officer of the application's role; how many rows changed. */
const setInSql = async (
  officer: TestOfficer,
  id: string,
  values: Updateable<DB['prevention.risk_map']>,
): Promise<bigint> => {
  const { actor } = await world.as(officer);
  const done = await actingAs(world.db.asOfficer, actor, (trx) =>
    trx.updateTable('prevention.risk_map').set(values).where('id', '=', id).executeTakeFirst(),
  );
  return done.numUpdatedRows;
};
const at = new Date('2026-11-25T04:00:00Z');
const handedInBy = (who: TestOfficer) => ({ state: 'submitted', submitted_by: who.id, submitted_at: at });
const verifiedBy = (who: TestOfficer) => ({ state: 'verified', verified_by: who.id, verified_at: at });
const approvedBy = (who: TestOfficer) => ({ state: 'approved', approved_by: who.id, approved_at: at });
const publishedBy = (who: TestOfficer) => ({ published_by: who.id, published_at: at });

test('each step changes its own columns, in one’s own name; nobody verifies or approves her own work', async () => {
  const planner = world.ministry;
  const head = world.ministryHead;
  const id = await world.start(planner, { unitId: world.unit('MOI') });
  await expect(setInSql(planner, id, handedInBy(head))).rejects.toThrow(/in one's own name/);
  await expect(setInSql(planner, id, { ...handedInBy(planner), verified_by: head.id })).rejects.toThrow(
    /not verified by that/,
  );
  await expect(setInSql(planner, id, { ...handedInBy(planner), ...publishedBy(planner) })).rejects.toThrow(
    /step of its own/,
  );
  await expect(setInSql(planner, id, { submitted_by: head.id })).rejects.toThrow(/by a step/);
  expect(await setInSql(planner, id, handedInBy(planner))).toBe(1n);

  await expect(setInSql(planner, id, verifiedBy(planner))).rejects.toThrow(/that she handed in/);
  // The attack: somebody else's name is written over her own in the same statement.
  await expect(setInSql(planner, id, { ...verifiedBy(planner), submitted_by: head.id })).rejects.toThrow(
    /stays on it/,
  );
  await expect(setInSql(planner, id, verifiedBy(head))).rejects.toThrow(/that she handed in/);
  await expect(setInSql(head, id, verifiedBy(planner))).rejects.toThrow(/in one's own name/);
  await expect(setInSql(head, id, { ...verifiedBy(head), approved_by: head.id })).rejects.toThrow(
    /step of its own/,
  );
  expect(await setInSql(head, id, verifiedBy(head))).toBe(1n);

  await expect(setInSql(head, id, approvedBy(head))).rejects.toThrow(/that she verified/);
  await expect(setInSql(head, id, { ...approvedBy(head), verified_by: planner.id })).rejects.toThrow(
    /stays on it/,
  );
  // She plans and does not head: one policy lets her see the row to be changed, another the changed one.
  await expect(setInSql(planner, id, approvedBy(planner))).rejects.toThrow(/approved by a head/);
});

test('publication is a step of its own, in one’s own name, and is not taken back', async () => {
  const id = await world.start();
  await world.save(id);
  must(await world.step(world.department, id, 'submitted'));
  must(await world.step(world.ministry, id, 'verified'));
  const head = world.departmentHead;
  await expect(setInSql(head, id, { ...approvedBy(head), ...publishedBy(head) })).rejects.toThrow(
    /step of its own/,
  );
  await expect(setInSql(head, id, { ...approvedBy(head), results_public: 12 })).rejects.toThrow(
    /step of its own/,
  );
  expect(await setInSql(head, id, approvedBy(head))).toBe(1n);
  for (const change of [publishedBy(world.department), { ...publishedBy(head), results_public: 12 }])
    await expect(setInSql(head, id, change)).rejects.toThrow(/in one's own name/);
  expect(await setInSql(head, id, publishedBy(head))).toBe(1n);
  for (const change of [{ published_at: null, published_by: null }, publishedBy(world.department)])
    await expect(setInSql(head, id, change)).rejects.toThrow(/not withdrawn/);
});

test('a map begins bare, and its steps are written down only by whoever took them', async () => {
  const by = world.departmentClerk;
  const { actor } = await world.as(by);
  const begun = (more: object) =>
    actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .insertInto('prevention.risk_map')
        .values({
          ...{
            id: randomUUID(),
            unit_id: world.unit('DOL'),
            kind: 'corruption',
            fiscal_year: 2575,
            version: 1,
          },
          ...{ framework: 'five-by-five', framework_version: 1, started_by: by.id, started_at: at },
          ...more,
        } as Insertable<DB['prevention.risk_map']>)
        .execute(),
    );
  await expect(begun({ submitted_by: world.department.id })).rejects.toThrow(/permission denied/);
  const id = await world.start(world.department, { fiscalYear: 2571 });
  await world.save(id);
  must(await world.step(world.department, id, 'submitted'));
  const steps = [
    'started',
    'submitted',
    'returned',
    'verified',
    'approved',
    'published',
    'results-6',
    'results-12',
  ];
  for (const officer of [by, world.ministry, world.departmentHead])
    for (const step of steps)
      await expect(
        actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) =>
          trx
            .insertInto('prevention.risk_map_step')
            .values({
              ...{ id: randomUUID(), map_id: id, unit_id: world.unit('DOL'), step },
              ...{ taken_by: officer.id, taken_at: at },
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/);
});

/** The way of a plan in SQL, as the application's role: what the rows themselves refuse. */
import { randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { DB } from '#platform/database/database.generated.ts';
import { createPlanWorld, must, type PlanWorld } from './testing/world.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await createPlanWorld();
});
afterEach(() => world.clear());
afterAll(() => world?.stop());

/** Sets columns of a plan as an officer of the application's role; how many rows changed. */
const setInSql = async (
  officer: TestOfficer,
  id: string,
  values: Updateable<DB['prevention.plan']>,
): Promise<bigint> => {
  const { actor } = await world.as(officer);
  const done = await actingAs(world.db.asOfficer, actor, (trx) =>
    trx.updateTable('prevention.plan').set(values).where('id', '=', id).executeTakeFirst(),
  );
  return done.numUpdatedRows;
};
const at = new Date();
const handedInBy = (who: TestOfficer) => ({ state: 'submitted', submitted_by: who.id, submitted_at: at });
const decidedBy = (who: TestOfficer, state: string) => ({ state, decided_by: who.id, decided_at: at });
const published = { state: 'published', published_at: at };

test('in the database: steps in their order, each in one’s own name, and nobody decides on what she handed in', async () => {
  const planner = world.ministryPlanner;
  const head = world.ministryHead;
  const id = randomUUID();
  const unitId = world.unit('MOI');
  must(await world.plans.start(await world.as(planner), { id, unitId, fiscalYear: 2570, copyLast: false }));
  // She plans for the ministry and decides on its plan: each policy alone would let her pass.
  for (const leap of [published, decidedBy(planner, 'verified'), decidedBy(planner, 'returned')])
    await expect(setInSql(planner, id, leap)).rejects.toThrow(/a plan does not go from draft/);
  await expect(setInSql(planner, id, handedInBy(head))).rejects.toThrow(/in one's own name/);
  await expect(setInSql(planner, id, { ...handedInBy(planner), decided_by: head.id })).rejects.toThrow(
    /writes no decision/,
  );
  await expect(setInSql(planner, id, { submitted_by: head.id })).rejects.toThrow(/changes by a step/);
  expect(await setInSql(planner, id, handedInBy(planner))).toBe(1n);

  for (const who of [planner, head])
    await expect(setInSql(who, id, published)).rejects.toThrow(/does not go from submitted to published/);
  for (const own of [decidedBy(planner, 'verified'), { ...decidedBy(planner, 'returned'), reason: 'เหตุผล' }])
    await expect(setInSql(planner, id, own)).rejects.toThrow(/she handed in/);
  // Nor by first writing somebody else's name over her own, nor in the name of another.
  await expect(
    setInSql(planner, id, { ...decidedBy(planner, 'verified'), submitted_by: head.id }),
  ).rejects.toThrow(/she handed in/);
  await expect(setInSql(planner, id, decidedBy(head, 'verified'))).rejects.toThrow(/she handed in/);
  await expect(setInSql(head, id, { ...decidedBy(head, 'verified'), submitted_by: head.id })).rejects.toThrow(
    /stays on it/,
  );
  await expect(setInSql(head, id, decidedBy(planner, 'verified'))).rejects.toThrow(/in one's own name/);
  await expect(setInSql(head, id, decidedBy(head, 'returned'))).rejects.toThrow(/with a reason/);
  expect(await setInSql(head, id, decidedBy(head, 'verified'))).toBe(1n);

  await expect(setInSql(planner, id, published)).rejects.toThrow(/she handed in/);
  await expect(setInSql(head, id, { ...published, decided_by: planner.id })).rejects.toThrow(
    /as it was verified/,
  );
  expect(await setInSql(head, id, published)).toBe(1n);
  expect(await setInSql(head, id, decidedBy(head, 'returned'))).toBe(0n);
});

test('in the database: whose plan it is, who began it and when is never rewritten; it begins as a bare draft', async () => {
  const { id } = await world.aPlan('submitted');
  for (const change of [
    { unit_id: world.unit('MOI') },
    { fiscal_year: 2571 },
    { made_by: world.ministryHead.id },
    { made_at: at },
  ])
    await expect(setInSql(world.ministryHead, id, change)).rejects.toThrow(/permission denied/);
  const { actor, person } = await world.as(world.chiangMai);
  const begun = actingAs(world.db.asOfficer, actor, (trx) =>
    trx
      .insertInto('prevention.plan')
      .values({
        id: randomUUID(),
        unit_id: world.unit('TH-50'),
        fiscal_year: 2571,
        made_by: person.id,
        made_at: at,
        changed_at: at,
        decided_by: world.ministryHead.id,
      })
      .execute(),
  );
  await expect(begun).rejects.toThrow(/permission denied/);
});

/** What is decided on is what was read; what becomes public names nobody; the last result counts by its coming. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createPlanWorld, must, type PlanWorld } from './testing/world.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await createPlanWorld();
});
afterEach(() => world.clear());
afterAll(() => world?.stop());

const post = (who: TestOfficer, path: string, payload: string) =>
  world.server.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `prongsai_session=${who.cookie}`,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    payload,
  });

test('through HTTP: what is verified or published is what was on the page', async () => {
  const { id, measure } = await world.aPlan('submitted');
  const ministry = await world.as(world.ministryPlanner);
  const chiangMai = await world.as(world.chiangMai);
  const page = `/office/plans/${id}`;
  const seen = (await world.plans.view(ministry, id, 'th'))!.plan.revision;
  expect((await send(world.server, world.ministryPlanner, page)).payload).toContain(
    `name="revision" value="${seen}"`,
  );
  // While she reads, a colleague returns it, and the centre hands in something else at the same instant of the clock.
  must(await world.step(ministry, { planId: id, step: 'return', reason: 'ขอแก้ตัวชี้วัด' }));
  const { changedAt } = (await world.plans.view(chiangMai, id, 'th'))!.measures[0]!;
  must(
    await world.plans.saveMeasure(chiangMai, {
      ...measure,
      title: 'อย่างอื่น',
      baseChangedAt: changedAt.toISOString(),
    }),
  );
  must(await world.step(chiangMai, { planId: id, step: 'submit' }));
  expect((await post(world.ministryPlanner, page, `step=verify&revision=${seen}`)).statusCode).toBe(409);
  expect((await post(world.ministryPlanner, page, 'step=verify')).statusCode).toBe(409);
  const { revision, state } = (await world.plans.view(ministry, id, 'th'))!.plan;
  expect(state).toBe('submitted');
  expect((await post(world.ministryPlanner, page, `step=verify&revision=${revision}`)).statusCode).toBe(302);
  expect((await post(world.ministryPlanner, page, `step=publish&revision=${revision}`)).statusCode).toBe(409);
  expect((await post(world.ministryPlanner, page, `step=publish&revision=${revision + 1}`)).statusCode).toBe(
    302,
  );
});

test('a name keeps a plan from being handed in and a result from being entered', async () => {
  const chiangMai = await world.as(world.chiangMai);
  const { id } = await world.aPlan();
  const named = world.aMeasure(id, { owner: 'นายสมชาย ใจดี' });
  must(await world.plans.saveMeasure(chiangMai, named));
  const refused = await world.step(chiangMai, { planId: id, step: 'submit' });
  expect(refused).toMatchObject({ code: 'identifying', fields: [expect.stringContaining('สมชาย')] });
  must(await world.plans.removeMeasure(chiangMai, { planId: id, id: named.id }));
  await world.clear();
  const { id: open, measure } = await world.aPlan('published');
  for (const field of ['done', 'problems', 'suggestions']) {
    const fields = {
      ...{ id: randomUUID(), measureId: measure.id, quarter: '1', done: 'ตรวจแล้ว', value: '', spent: '' },
      ...{ progress: '25', problems: '', suggestions: '', evidenceUrl: '', [field]: 'ผู้ตรวจรับ นายสมชาย ใจดี' },
    };
    expect(await world.plans.enterResult(chiangMai, open, fields)).toMatchObject({ code: 'identifying' });
    const page = `/office/plans/${open}/results/${measure.id}`;
    const answer = await post(world.chiangMai, page, new URLSearchParams(fields).toString());
    expect(answer.statusCode).toBe(409);
    expect(answer.payload).toContain('คำที่พบ:');
  }
  expect(await world.db.asPublic.selectFrom('prevention.measure_result').select('id').execute()).toEqual([]);
});

test('in the database: the last result counts by its coming, whatever time it claims', async () => {
  const { id, measure } = await world.aPlan('published');
  const { actor, person } = await world.as(world.chiangMai);
  const enter = (done: string, at: string, place = '') =>
    actingAs(world.db.asOfficer, actor, (trx) =>
      sql`insert into prevention.measure_result (id, measure_id, unit_id, quarter, done, progress, entered_by, entered_at
          ${sql.raw(place && ', place')}) ${sql.raw(place && 'overriding system value')}
        values (gen_random_uuid(), ${measure.id}, ${world.unit('TH-50')}, 1, ${done}, 50, ${person.id}, ${at} ${sql.raw(place)})`.execute(
        trx,
      ),
    );
  await enter('ครั้งแรก', '2099-01-01');
  await enter('แก้ไข', '2026-11-25');
  await expect(enter('ตลอดกาล', '2026-11-25', ', 999999')).rejects.toThrow(/permission denied/);
  const view = await world.plans.view(await world.as(world.chiangMai), id, 'th');
  expect(view?.measures[0]?.results[0]?.done).toBe('แก้ไข');
});

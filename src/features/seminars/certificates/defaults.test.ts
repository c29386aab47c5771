/** What seminars ask for by default: rows in time, changed by the ministry's planner or administrator alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';
import { createHeld } from './testing/held.ts';

let world: SeminarWorld;
let planner: TestOfficer;
beforeAll(async () => {
  world = await createSeminarWorld();
  planner = await anOfficer(world.db, 'MOI', ['planner']);
});
afterAll(() => world.stop());

const change = {
  code: 'attendance-percent',
  percent: 75,
  basis: 'หนังสือเวียนของกระทรวง',
  source: 'ที่ มท 0204/ว 1',
  isConfirmed: true,
  validFrom: '2026-06-21',
};

test('a change holds for seminars that begin on its day or later, and those before keep theirs', async () => {
  const before = await createHeld(world).aHeldSeminar(2);
  expect(await world.app.certificates.setDefault(await world.as(planner), change)).toMatchObject({
    ok: true,
  });
  expect(await world.app.certificates.setDefault(await world.as(planner), change)).toMatchObject({
    ok: true,
  });
  const after = await world.aSeminar({ startsOn: '2026-06-21' });
  const rule = async (id: string) =>
    (await world.app.certificates.view(await world.as(world.organiser), id, 'th'))!.rule;
  expect(await rule(before.id)).toMatchObject({ attendancePercent: 80, isConfirmed: false });
  expect(await rule(after)).toMatchObject({ attendancePercent: 75, postTestPercent: 60 });
  const { rows } = await world.app.certificates.listDefaults(await world.as(world.organiser));
  expect(rows.filter(({ code }) => code === 'attendance-percent')).toMatchObject([
    { percent: 75, status: 'confirmed', validTo: undefined },
    { percent: 80, status: 'unconfirmed', validTo: '2026-06-21' },
  ]);
});

test('bad input is refused and kept on the page', async () => {
  const set = async (bad: Partial<typeof change>) =>
    world.app.certificates.setDefault(await world.as(planner), {
      ...change,
      validFrom: '2027-01-01',
      ...bad,
    });
  expect(await set({ percent: 101 })).toMatchObject({ code: 'percent-wrong' });
  expect(await set({ validFrom: '2019-01-01' })).toMatchObject({ code: 'date-wrong' });
  expect(await set({ basis: ' ' })).toMatchObject({ code: 'malformed' });
  const answer = await world.server.inject({
    method: 'POST',
    url: '/office/seminars/completion',
    headers: {
      cookie: `prongsai_session=${planner.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ ...change, isConfirmed: 'on', percent: '120' }).toString(),
  });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain(change.basis);
});

test('nobody else changes one: in the use case and in SQL', async () => {
  const local = await anOfficer(world.db, 'TH-50', ['planner', 'administrator']);
  for (const officer of [world.organiser, world.head, local]) {
    expect(await world.app.certificates.setDefault(await world.as(officer), change)).toMatchObject({
      code: 'forbidden',
    });
    expect((await send(world.server, officer, '/office/seminars/completion')).body).not.toContain(
      'name="percent"',
    );
    const { actor } = await world.as(officer);
    const insert = actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .insertInto('seminars.completion_default')
        .values({
          code: 'attendance-percent',
          percent: 0,
          basis: 'x',
          source: 'x',
          status: 'confirmed',
          valid_from: '2030-01-01',
          changed_by: actor.personId,
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  }
});

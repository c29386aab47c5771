/** Last year's seminar taken over in one click: once, moved to the new days, and only one's own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgrammeWorld, type ProgrammeWorld } from '../programme/testing/programme-world.ts';

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await createProgrammeWorld();
});
afterAll(() => world.stop());

async function lastYear() {
  const form = await world.through([], { startsOn: '2026-06-18', endsOn: '2026-06-19' });
  const organiser = await world.as(world.organiser);
  const hall = await world.room(form.id, 'ห้องใหญ่');
  const anan = await world.speaker(form.id, 'นายอนันต์ ใจดี');
  await world.part(form.id, {
    day: '2026-06-18',
    roomId: hall,
    speakers: [{ speakerId: anan, role: 'speaker' }],
    competencies: ['K1'],
  });
  const { linesMark: mark } = await world.app.money.budget(
    organiser,
    (await world.app.projects.open(organiser, form.id))!.seminar,
  );
  const line = { category: 'food', description: 'อาหาร', quantity: 210, unit: 'คน', unitPrice: 600 };
  const lines = [{ id: crypto.randomUUID(), ...line }];
  world.must(await world.app.money.saveLines(organiser, { seminarId: form.id, mark, lines }));
  return form;
}

test('project, budget and programme come along once, each part on its day of the new seminar', async () => {
  const old = await lastYear();
  const { id } = await world.made();
  const organiser = await world.as(world.organiser);
  expect((await world.app.projects.overview(organiser, id))?.copyable?.id).toBe(old.id);
  for (let times = 0; times < 2; times++)
    expect(await world.app.projects.copy(organiser, { seminarId: id, fromId: old.id })).toMatchObject({
      ok: true,
    });
  const { slots, rooms, speakers } = await world.app.programmes.read(organiser, id);
  expect([slots.length, rooms.length, speakers.length]).toEqual([1, 1, 1]);
  expect(slots[0]).toMatchObject({ roomId: rooms[0]!.id, competencies: ['K1'] });
  expect(slots[0]!.startsAt.toISOString()).toBe('2027-06-17T02:00:00.000Z');
  expect((await world.app.projects.project(organiser, id))?.rationale).toContain('รูปแบบการทุจริต');
  const opened = (await world.app.projects.open(organiser, id))!.seminar;
  expect((await world.app.money.budget(organiser, opened)).total).toBe(126_900);
  // The old one is as it was, and nothing is offered any more.
  expect((await world.app.programmes.read(organiser, old.id)).slots).toHaveLength(1);
  expect((await world.app.projects.overview(organiser, id))?.copyable).toBeUndefined();
});

test('nothing is overwritten, and another centre’s seminar is not taken', async () => {
  const old = await lastYear();
  const { id } = await world.made();
  await world.part(id);
  const organiser = await world.as(world.organiser);
  const both = { seminarId: id, fromId: old.id };
  expect(await world.app.projects.copy(organiser, both)).toMatchObject({ code: 'not-empty' });
  expect(await world.app.projects.copy(await world.as(world.chiangMaiHead), both)).toMatchObject({
    code: 'not-found',
  });
  const posted = await world.post(world.organiser, `/office/seminars/${id}`, {
    intent: 'copy',
    from: old.id,
  });
  expect(posted.statusCode).toBe(409);
});

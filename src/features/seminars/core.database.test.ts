/** What the core of seminars refuses in the database itself, as the application's roles. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { selectSeat, selectSeminar, selectSlots } from './seminar.queries.ts';
import { createSeminarWorld, type SeminarWorld } from './testing/world.ts';

let world: SeminarWorld;
beforeAll(async () => {
  world = await createSeminarWorld();
});
afterAll(() => world?.stop());

test('a room holds one part of the programme at a time', async () => {
  const seminar = await world.aSeminar();
  const room = randomUUID();
  await world.db.owner
    .insertInto('seminars.room')
    .values({ id: room, seminar_id: seminar, name_th: 'ห้องแมจิก', position: 0 })
    .execute();
  const first = await world.aSlot(seminar, 'lecture', ['09:00', '10:30']);
  const second = await world.aSlot(seminar, 'panel', ['10:00', '12:00']);
  const into = (slot: string) =>
    world.db.owner.updateTable('seminars.slot').set({ room_id: room }).where('id', '=', slot).execute();
  await into(first);
  await expect(into(second)).rejects.toMatchObject({ constraint: 'slot_room_free' });
});

test('a speaker is taken along when a part is moved, and never speaks in two at once', async () => {
  const seminar = await world.aSeminar();
  const speaker = randomUUID();
  await world.db.owner
    .insertInto('seminars.speaker')
    .values({ id: speaker, seminar_id: seminar, name_th: 'นางสาวมาลี', affiliation: 'state' })
    .execute();
  const morning = await world.aSlot(seminar, 'lecture', ['09:00', '10:00']);
  const noon = await world.aSlot(seminar, 'panel', ['11:00', '12:00']);
  for (const slot of [morning, noon])
    await world.db.owner
      .insertInto('seminars.slot_speaker')
      .values({
        slot_id: slot,
        speaker_id: speaker,
        seminar_id: seminar,
        role: 'speaker',
        during: '[2027-01-01,2027-01-02)',
      })
      .execute();
  const move = world.db.owner
    .updateTable('seminars.slot')
    .set({ starts_at: new Date('2027-06-20T09:30:00+07:00') })
    .where('id', '=', noon)
    .execute();
  await expect(move).rejects.toMatchObject({ constraint: 'slot_speaker_free' });
});

test('a draft is seen by its own centre alone; the public sees what is published', async () => {
  const draft = await world.aSeminar({ state: 'draft' });
  const open = await world.aSeminar();
  const sees = async (officer: typeof world.organiser, id: string) =>
    actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) => selectSeminar(trx, id));
  expect(await sees(world.organiser, draft)).toBeDefined();
  expect(await sees(world.chiangMaiHead, draft)).toBeUndefined();
  expect(await sees(world.chiangMaiHead, open)).toBeDefined();
  expect(await selectSeminar(world.db.asPublic, draft)).toBeUndefined();
  expect(await selectSeminar(world.db.asPublic, open)).toMatchObject({ id: open });
  await world.aSlot(draft, 'lecture', ['09:00', '10:00']);
  expect(await selectSlots(world.db.asPublic, draft)).toEqual([]);
});

test('an organiser who is no head cannot approve', async () => {
  const id = await world.aSeminar({ state: 'submitted' });
  const approve = async (officer: typeof world.organiser) => {
    const { actor, person } = await world.as(officer);
    return actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .updateTable('seminars.seminar')
        .set({ state: 'approved', changed_by: person.id })
        .where('id', '=', id)
        .execute(),
    );
  };
  await expect(approve(world.organiser)).rejects.toThrow(/only the head/);
  await approve(world.head);
});

test('a seat is shown to its holder, the sending head and the organisers, not to another centre or the public', async () => {
  const seminar = await world.aSeminar();
  const seat = await world.aSeat(seminar, 'TH-50');
  const other = await world.aSeat(seminar, 'TH-83');
  const sees = async (officer: typeof world.organiser) =>
    actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) => selectSeat(trx, seat.id));
  expect(await sees(world.organiser)).toBeDefined();
  expect(await sees(world.chiangMaiHead)).toBeDefined();
  expect(await sees(world.phuketHead)).toBeUndefined();
  expect(await sees(world.chiangMai)).toBeUndefined();
  expect(await selectSeat(world.db.asPublic, seat.id)).toBeUndefined();
  const own = (id: string) => actingAsSeat(world.db.asPublic, seat.id, (trx) => selectSeat(trx, id));
  expect(await own(seat.id)).toMatchObject({ state: 'confirmed' });
  expect(await own(other.id)).toBeUndefined();
});

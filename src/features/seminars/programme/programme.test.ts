/** Two organisers and one programme: nothing overlaps, nothing is overwritten, whoever may not is refused. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, send } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createProgrammeWorld, type ProgrammeWorld } from './testing/programme-world.ts';

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await createProgrammeWorld();
});
afterAll(() => world.stop());

const at = (clock: string, day = '2027-06-17') => new Date(`${day}T${clock}:00+07:00`).toISOString();
const placeOf = (id: string, slot: string) => `/office/seminars/${id}/slots/${slot}/place`;

describe('a part', () => {
  test('is made once, also when its form is sent twice, and raises the count that calendars follow', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const hall = await world.room(id, 'ห้องใหญ่');
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    const before = (await world.app.projects.open(organiser, id))!.seminar.sequence;
    const typed = world.slotTyped(id, {
      roomId: hall,
      speakers: [{ speakerId: anan, role: 'speaker', groupNo: '' }],
      competencies: ['K1', 'S1', 'no-such'],
    });
    for (let times = 0; times < 2; times++)
      expect(await world.app.programmes.saveSlot(organiser, typed)).toMatchObject({ ok: true });
    const { slots } = await world.app.programmes.read(organiser, id);
    expect(slots).toHaveLength(1);
    expect(slots[0]).toMatchObject({ roomId: hall, competencies: ['K1', 'S1'] });
    expect(slots[0]!.speakers).toEqual([{ speakerId: anan, role: 'speaker', groupNo: undefined }]);
    const after = (await world.app.projects.open(organiser, id))!.seminar.sequence;
    expect(after).toBe(before + 1);
  });

  test('that needs a taken room or speaker is refused with the other’s name and time', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const hall = await world.room(id, 'ห้องใหญ่');
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    const first = await world.part(id, {
      roomId: hall,
      titleTh: 'กฎหมาย',
      speakers: [{ speakerId: anan, role: 'speaker' }],
    });
    const room = await world.app.programmes.saveSlot(
      organiser,
      world.slotTyped(id, { roomId: hall, from: '10:00', to: '11:00' }),
    );
    expect(room).toMatchObject({
      code: 'room-taken',
      clash: { otherId: first.id, otherTitleTh: 'กฎหมาย', nameTh: 'ห้องใหญ่' },
    });
    const speaker = await world.app.programmes.saveSlot(
      organiser,
      world.slotTyped(id, {
        from: '10:00',
        to: '11:00',
        speakers: [{ speakerId: anan, role: 'moderator' }],
      }),
    );
    expect(speaker).toMatchObject({ code: 'speaker-taken', clash: { nameTh: 'นายอนันต์ ใจดี' } });
    // Over the page: what was typed comes back with a sentence that names both.
    const fields = { ...world.slotTyped(id, { roomId: hall, titleTh: 'ช่วงที่ชน' }), groups: '1', counts: 'on' };
    const page = await world.post(
      world.organiser,
      `/office/seminars/${id}/programme/new`,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    );
    expect(page.statusCode).toBe(409);
    expect(page.body.replaceAll('&quot;', '')).toMatch(/ช่วงที่ชน.*ชนกับ.*กฎหมาย.*ห้องใหญ่/);
  });

  test('may change speakers and go where the one who left is busy', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    const malee = await world.speaker(id, 'นางมาลี สุขใจ');
    await world.part(id, { from: '13:00', to: '14:00', speakers: [{ speakerId: anan, role: 'speaker' }] });
    const moving = await world.part(id, { speakers: [{ speakerId: anan, role: 'speaker' }] });
    const { changedAt } = await world.slotOf(id, moving.id);
    const outcome = await world.app.programmes.saveSlot(organiser, {
      ...moving,
      from: '13:00',
      to: '14:00',
      speakers: [{ speakerId: malee, role: 'speaker' }],
      changedAt: changedAt.toISOString(),
    });
    expect(outcome).toMatchObject({ ok: true });
  });
});

describe('a part dragged', () => {
  test('goes to its place once, and a colleague who had it open is told instead of overwriting', async () => {
    const { id } = await world.made();
    const hall = await world.room(id, 'ห้องใหญ่');
    const typed = await world.part(id);
    const { changedAt } = await world.slotOf(id, typed.id);
    const body = {
      startsAt: at('10:00'),
      endsAt: at('11:30'),
      roomId: hall,
      changedAt: changedAt.toISOString(),
    };
    const first = await send(world.server, world.organiser, placeOf(id, typed.id), body);
    expect(first.statusCode).toBe(200);
    // The answer was lost and the browser sends again.
    const again = await send(world.server, world.organiser, placeOf(id, typed.id), body);
    expect(again.json()).toEqual(first.json());
    const colleague = await send(world.server, world.head, placeOf(id, typed.id), {
      ...body,
      startsAt: at('14:00'),
      endsAt: at('15:30'),
    });
    expect([colleague.statusCode, colleague.json().code]).toEqual([409, 'changed-meanwhile']);
    expect((await world.slotOf(id, typed.id)).startsAt.toISOString()).toBe(at('10:00'));
    const acts = (await actsSoFar(world.db)).filter(
      ({ act, facts }) => act === 'seminars.programme-changed' && (facts as { id?: string }).id === typed.id,
    );
    expect(acts).toHaveLength(2);
  });

  test('onto another is refused with both names; two at once never share a room', async () => {
    const { id } = await world.made();
    const hall = await world.room(id, 'ห้องใหญ่');
    const one = await world.part(id, { from: '08:00', to: '09:00' });
    const other = await world.part(id, { from: '09:00', to: '10:00' });
    const body = async (slot: { id: string }) => ({
      startsAt: at('13:00'),
      endsAt: at('14:00'),
      roomId: hall,
      changedAt: (await world.slotOf(id, slot.id)).changedAt.toISOString(),
    });
    const bodies = [await body(one), await body(other)] as const;
    const answers = await Promise.all([
      send(world.server, world.organiser, placeOf(id, one.id), bodies[0]),
      send(world.server, world.head, placeOf(id, other.id), bodies[1]),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409)!.json();
    expect(refused).toMatchObject({ code: 'room-taken', clash: { nameTh: 'ห้องใหญ่' } });
  });

  test('is refused to strangers, other centres, and after the close; nonsense is no fault', async () => {
    const form = await world.through(['submit', 'approve', 'publish']);
    const typed = await world.part(form.id);
    const { changedAt } = await world.slotOf(form.id, typed.id);
    const body = { startsAt: at('10:00'), endsAt: at('11:00'), changedAt: changedAt.toISOString() };
    const path = placeOf(form.id, typed.id);
    expect((await send(world.server, undefined, path, body)).statusCode).toBe(401);
    expect((await send(world.server, world.chiangMaiHead, path, body)).statusCode).toBe(403);
    expect((await send(world.server, world.organiser, path, { startsAt: 'x' })).statusCode).toBe(400);
    expect(
      (await send(world.server, world.organiser, path, { ...body, endsAt: at('09:00') })).statusCode,
    ).toBe(400);
    await world.step(world.organiser, form.id, 'cancel', 'น้ำท่วม');
    const late = await send(world.server, world.organiser, path, body);
    expect([late.statusCode, late.json().code]).toEqual([409, 'not-now']);
  });
});

describe('rooms and speakers', () => {
  test('are kept while a part needs them', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const hall = await world.room(id, 'ห้องใหญ่');
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    const typed = await world.part(id, { roomId: hall, speakers: [{ speakerId: anan, role: 'speaker' }] });
    const { remove } = world.app.programmes;
    expect(await remove(organiser, 'room', { id: hall, seminarId: id })).toMatchObject({ code: 'in-use' });
    expect(await remove(organiser, 'speaker', { id: anan, seminarId: id })).toMatchObject({ code: 'in-use' });
    for (let times = 0; times < 2; times++)
      expect(await remove(organiser, 'part', { id: typed.id, seminarId: id })).toMatchObject({ ok: true });
    expect(await remove(organiser, 'room', { id: hall, seminarId: id })).toMatchObject({ ok: true });
    expect(await remove(organiser, 'speaker', { id: anan, seminarId: id })).toMatchObject({ ok: true });
  });

  test('of another seminar are neither used nor changed', async () => {
    const mine = await world.made();
    const other = await world.made();
    const organiser = await world.as(world.organiser);
    const foreign = await world.room(other.id, 'ห้องของเขา');
    expect(
      await world.app.programmes.saveSlot(organiser, world.slotTyped(mine.id, { roomId: foreign })),
    ).toMatchObject({ code: 'not-found' });
    await world.app.programmes.saveRoom(organiser, { id: foreign, seminarId: mine.id, nameTh: 'ยึด' });
    expect((await world.app.programmes.read(organiser, other.id)).rooms[0]?.nameTh).toBe('ห้องของเขา');
  });

  test('in SQL: an address of a speaker is not for the public, and a stranger writes nothing', async () => {
    const form = await world.through(['submit', 'approve', 'publish']);
    await world.speaker(form.id, 'นายอนันต์ ใจดี');
    await expect(sql`select email from seminars.speaker`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
    const { actor } = await world.as(world.chiangMaiHead);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`insert into seminars.room (id, seminar_id, name_th, position)
          values (gen_random_uuid(), ${form.id}, 'x', 1)`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

/** What everybody sees: the calendar, a seminar's page without script, and calendars that another program reads. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgrammeWorld, type ProgrammeWorld } from './testing/programme-world.ts';

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await createProgrammeWorld();
});
afterAll(() => world.stop());

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => ({ event: new ICAL.Event(event), status: event.getFirstPropertyValue('status') }));

/** Published, with a lecture and a break. */
async function published() {
  const form = await world.through(['submit', 'approve', 'publish']);
  const hall = await world.room(form.id, 'ห้องราชดำเนิน');
  const anan = await world.speaker(form.id, 'นายอนันต์ ใจดี');
  const lecture = await world.part(form.id, {
    roomId: hall,
    speakers: [{ speakerId: anan, role: 'speaker' }],
    competencies: ['K1'],
  });
  await world.part(form.id, {
    kind: 'break',
    titleTh: 'รับประทานอาหารว่าง',
    titleEn: '',
    from: '10:30',
    to: '10:45',
  });
  const { slug } = (await world.app.projects.open(await world.as(world.organiser), form.id))!.seminar;
  return { ...form, slug, lecture };
}

describe('the public pages', () => {
  test('show a published seminar in both languages without script, and no draft', async () => {
    const seminar = await published();
    const draft = await world.made({ titleTh: 'ฉบับร่างที่ยังไม่เผยแพร่' });
    const list = await world.server.inject('/seminars');
    expect(list.statusCode).toBe(200);
    expect(list.body).not.toMatch(/<script/);
    expect(plain(list.body)).toContain('มิถุนายน 2570');
    expect(list.body).toContain(`/seminars/${seminar.slug}`);
    expect(plain(list.body)).not.toContain('ฉบับร่างที่ยังไม่เผยแพร่');
    const page = await world.server.inject(`/seminars/${seminar.slug}`);
    expect(page.body).not.toMatch(/<script|style="/);
    const said = plain(page.body);
    for (const words of ['09:00–10:30', 'กฎหมายที่ต้องรู้', 'ห้องราชดำเนิน', 'นายอนันต์ ใจดี', 'กฎหมายต่อต้านการทุจริต'])
      expect(said).toContain(words);
    expect(said).not.toContain('agency.example');
    const english = await world.server.inject(`/en/seminars/${seminar.slug}`);
    expect(plain(english.body)).toContain('The law you need');
    const { slug } = (await world.app.projects.open(await world.as(world.organiser), draft.id))!.seminar;
    expect((await world.server.inject(`/seminars/${slug}`)).statusCode).toBe(404);
    expect((await world.server.inject(`/seminars/${slug}.ics`)).statusCode).toBe(404);
    expect((await world.server.inject('/seminars/no-such.ics')).statusCode).toBe(404);
  });

  test('past ones are apart, filters say when they find nothing', async () => {
    await world.through(['submit', 'approve', 'publish', 'close'], {
      titleTh: 'สัมมนาที่ผ่านมาแล้ว',
      startsOn: '2019-06-13',
      endsOn: '2019-06-14',
    });
    expect(plain((await world.server.inject('/seminars')).body)).not.toContain('สัมมนาที่ผ่านมาแล้ว');
    expect(plain((await world.server.inject('/seminars?show=past')).body)).toContain('สัมมนาที่ผ่านมาแล้ว');
    const none = plain((await world.server.inject('/seminars?show=past&year=2001')).body);
    expect(none).toContain('ไม่มีสัมมนาตามตัวกรองนี้');
    expect((await world.server.inject('/seminars?show=x&year=x&centre=%00')).statusCode).toBe(200);
  });
});

describe('the calendars', () => {
  test('of one seminar hold its parts but for breaks, and are answered shortly when nothing changed', async () => {
    const seminar = await published();
    const answer = await world.server.inject(`/seminars/${seminar.slug}.ics`);
    expect(answer.headers['content-type']).toContain('text/calendar');
    const events = eventsOf(answer.body);
    expect(events).toHaveLength(1);
    const { event, status } = events[0]!;
    expect(event.uid).toBe(`${seminar.lecture.id}@seminars.prongsai`);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-06-17T02:00:00.000Z');
    expect([event.location, status]).toEqual(['ห้องราชดำเนิน, กรุงเทพมหานคร', 'CONFIRMED']);
    expect(event.description).toContain('วิทยากร: นายอนันต์ ใจดี');
    const again = await world.server.inject({
      url: `/seminars/${seminar.slug}.ics`,
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('keep the identity, raise the sequence with each change, and strike out what is cancelled', async () => {
    const seminar = await published();
    const read = async () =>
      eventsOf((await world.server.inject(`/en/seminars/${seminar.slug}.ics`)).body)[0]!;
    const before = await read();
    const { changedAt } = await world.slotOf(seminar.id, seminar.lecture.id);
    world.must(
      await world.app.programmes.placeSlot(await world.as(world.organiser), {
        seminarId: seminar.id,
        slotId: seminar.lecture.id,
        startsAt: '2027-06-17T06:00:00.000Z',
        endsAt: '2027-06-17T07:30:00.000Z',
        changedAt: changedAt.toISOString(),
      }),
    );
    const after = await read();
    expect(after.event.uid).toBe(before.event.uid);
    expect(Number(after.event.sequence)).toBeGreaterThan(Number(before.event.sequence));
    expect(after.event.startDate.toJSDate().toISOString()).toBe('2027-06-17T06:00:00.000Z');
    await world.step(world.organiser, seminar.id, 'cancel', 'น้ำท่วม');
    const struck = await read();
    expect(struck.status).toBe('CANCELLED');
    expect(Number(struck.event.sequence)).toBeGreaterThan(Number(after.event.sequence));
    const all = eventsOf((await world.server.inject('/seminars.ics')).body);
    const own = all.find(({ event }) => event.uid.startsWith(seminar.id))!;
    expect([own.status, own.event.startDate.isDate]).toEqual(['CANCELLED', true]);
    expect(plain((await world.server.inject(`/seminars/${seminar.slug}`)).body)).toContain('ยกเลิกแล้ว');
  });
});

/** What people and centres hear by themselves: once, in time, with their own link, and moved along with the seminar. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { usualForm } from '../form/usual-form.seed.ts';
import { seatJobs } from '../seats.jobs.ts';
import { postForm } from '../testing/pages.ts';
import { createSeatWorld, type SeatWorld } from '../testing/world.ts';
import { dueReminder } from './remind.ts';

let world: SeatWorld;
beforeAll(async () => {
  world = await createSeatWorld();
});
beforeEach(async () => {
  await world.db.owner.deleteFrom('platform.mail').execute();
});
afterAll(() => world?.stop());

const run = (name: string) => world.runJobs([name]);
/** Officers' sessions end with time, so only the program's own work is done on another day. */
const runOn = async (day: string | Date, name: string) => {
  world.setNow(typeof day === 'string' ? new Date(`${day}T08:00:00+07:00`) : day);
  await run(name);
  world.setNow(new Date());
};
const mails = () =>
  world.db.owner
    .selectFrom('platform.mail')
    .select(['kind', 'about', 'subject', 'text'])
    .orderBy('queued_at')
    .execute();

test('of the reminders of one kind the latest that is due is sent, and none after its day', () => {
  const day = asCivilDate('2027-06-20');
  const due = (today: string) => dueReminder([7, 2], day, asCivilDate(today));
  expect(
    ['2027-06-12', '2027-06-13', '2027-06-17', '2027-06-18', '2027-06-20', '2027-06-21'].map(due),
  ).toEqual([undefined, 7, 7, 2, 2, undefined]);
  expect(dueReminder([7], undefined, day)).toBeUndefined();
});

test('each step that is news to the person is told once, with her link; what was overtaken is not', async () => {
  const seminar = await world.aSeminarWith({ seats: 1 });
  const [first, second] = [
    await world.aNominee(seminar, 'TH-50'),
    await world.aNominee(seminar, 'TH-50'),
  ] as const;
  for (const { id } of [first, second]) await world.step(world.chiangMaiHead, id, 'approve');
  await run(seatJobs.settle);
  await run(seatJobs.settle);
  expect((await mails()).map(({ kind, about }) => [kind, about]).sort()).toEqual(
    [
      ['seminars.seat-confirmed', first.id],
      ['seminars.seat-waitlisted', second.id],
    ].sort(),
  );
  await world.stepAsHolder(first.id, 'withdraw');
  await run(seatJobs.settle);
  const offer = (await mails()).find(({ kind }) => kind === 'seminars.seat-offered')!;
  expect(offer.text).toContain(`http://localhost/seat/${second.token}`);
  expect(offer.text).toContain(`http://localhost/en/seat/${second.token}`);
  expect(offer.text).toContain('.ics');
  expect(offer.text).toContain('ภายใน');
  expect(world.log()).not.toContain(second.token);
});

test('the worker ends offers in time, and the next is offered the seat', async () => {
  const seminar = await world.aSeminarWith({ seats: 1 });
  const three = [];
  for (let i = 0; i < 3; i++) three.push(await world.aNominee(seminar, 'TH-50'));
  for (const { id } of three) await world.step(world.chiangMaiHead, id, 'approve');
  await world.stepAsHolder(three[0]!.id, 'withdraw');
  await runOn(new Date(Date.now() + 49 * 3_600_000), seatJobs.settle);
  expect(await Promise.all(three.map(({ id }) => world.stateOf(id)))).toEqual([
    'withdrawn',
    'released',
    'offered',
  ]);
});

test('centres with quota left hear before the deadline, once a reminder; those that named enough do not', async () => {
  const seminar = await world.aSeminarWith({
    seats: 9,
    nominateBy: '2027-05-31',
    quotas: [
      ['TH-50', 1],
      ['TH-83', 1],
    ],
  });
  await world.aNominee(seminar, 'TH-83');
  const notices = () =>
    world.db.owner
      .selectFrom('knowledge.notice')
      .select(['audience_units', 'href'])
      .where('object_id', '=', seminar)
      .execute();
  for (const day of ['2027-05-24', '2027-05-25']) await runOn(day, seatJobs.remind);
  expect(await notices()).toEqual([
    { audience_units: [world.unit('TH-50')], href: `/office/nominations/${seminar}` },
  ]);
  await runOn('2027-05-30', seatJobs.remind);
  expect(await notices()).toHaveLength(2);
});

test('people hear before the seminar, and again when it is moved; the form is asked of those who owe it', async () => {
  const seminar = await world.aSeminarWith();
  await postForm(world.server, world.organiser, `/office/seminars/${seminar}/seats/form`, {
    id: crypto.randomUUID(),
    fields: JSON.stringify(usualForm),
  });
  const [answered, owing] = [
    await world.aSeat(seminar, 'TH-50'),
    await world.aSeat(seminar, 'TH-83'),
  ] as const;
  await postForm(world.server, undefined, `/seat/${answered.token}/form`, {
    'f.food': 'any',
    'f.lodging': 'no',
    'f.listed': 'no',
    positionTh: '',
    phone: '',
  });
  const about = async (kind: string) =>
    (await mails()).filter((mail) => mail.kind === kind).map((mail) => mail.about);
  await runOn('2027-06-18', seatJobs.remind);
  await runOn('2027-06-18', seatJobs.remind);
  expect(await about('seminars.remind-form')).toEqual([owing.id]);
  expect((await about('seminars.remind-seminar')).sort()).toEqual([answered.id, owing.id].sort());
  await world.db.owner
    .updateTable('seminars.seminar')
    .set({ starts_on: '2027-07-20', ends_on: '2027-07-20' })
    .where('id', '=', seminar)
    .execute();
  await runOn('2027-07-18', seatJobs.remind);
  expect(await about('seminars.remind-seminar')).toHaveLength(4);
});

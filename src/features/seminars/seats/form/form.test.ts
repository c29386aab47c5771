/** Registration forms: answered without script, kept under their wording, seen by few, erased in time. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { postForm } from '../testing/pages.ts';
import { createSeatWorld, type SeatWorld } from '../testing/world.ts';
import { openCitizenNumber } from './citizen-number.ts';
import type { FormField } from './form.ts';
import { usualForm } from './usual-form.seed.ts';

let world: SeatWorld;
beforeAll(async () => {
  world = await createSeatWorld();
});
afterAll(() => world?.stop());

const publish = (seminar: string, fields: readonly FormField[] = usualForm, officer = world.organiser) =>
  postForm(world.server, officer, `/office/seminars/${seminar}/seats/form`, {
    id: randomUUID(),
    fields: JSON.stringify(fields),
  });
const aSeatWithForm = async () => {
  const seminar = await world.aSeminarWith();
  await publish(seminar);
  return { seminar, seat: await world.aSeat(seminar, 'TH-50') };
};
const right = {
  'f.food': 'halal',
  'f.lodging': 'no',
  'f.listed': 'yes',
  'f.allergies': 'กุ้ง',
  positionTh: 'นิติกร',
  phone: '',
};
const answer = (token: string, fields: Record<string, string>, before = '') =>
  postForm(world.server, undefined, `${before}/seat/${token}/form`, fields);
const settings = (seminar: string, reason: string) =>
  postForm(world.server, world.organiser, `/office/seminars/${seminar}/seats/settings`, {
    confirms: 'at-once',
    offersAutomatic: 'on',
    offerHours: '48',
    citizenNumberReason: reason,
    citizenNumberDays: '30',
    'kind.code': 'participant',
    'kind.nameTh': 'ผู้เข้าร่วม',
    'kind.nameEn': 'Participant',
    'kind.seats': '',
    'kind.open': 'participant',
    'reminder.nominate': '7, 2',
  });

test('a mistake loses nothing of what was typed, a right form is kept, and answering again replaces it', async () => {
  const { seminar, seat } = await aSeatWithForm();
  const wrong = await answer(seat.token, { ...right, 'f.food': '', 'f.needs': 'ทางลาด' });
  expect(wrong.statusCode).toBe(409);
  expect(wrong.body).toContain('โปรดตอบข้อนี้');
  expect(wrong.body).toContain('value="ทางลาด"');
  expect(
    await world.db.owner
      .selectFrom('seminars.form_answer')
      .selectAll()
      .where('seminar_id', '=', seminar)
      .execute(),
  ).toEqual([]);
  const kept = await answer(seat.token, right, '/en');
  expect(kept.headers['location']).toBe(`/en/seat/${seat.token}?done=form`);
  await answer(seat.token, { ...right, 'f.allergies': '' });
  const shown = await send(world.server, world.organiser, `/office/seminars/${seminar}/register/${seat.id}`);
  expect(shown.body).toContain('ฮาลาล');
  expect(shown.body).not.toContain('กุ้ง');
  expect(world.log()).not.toMatch(/กุ้ง|ทางลาด/);
});

test('an old answer keeps the words it was asked in when the form is changed', async () => {
  const { seminar, seat } = await aSeatWithForm();
  await answer(seat.token, right);
  const reworded = usualForm.map((field) =>
    field.code === 'food'
      ? {
          ...field,
          labelTh: 'มื้อกลางวันและมื้อเย็น',
          choices: field.choices.map((choice) =>
            choice.code === 'halal' ? { ...choice, th: 'อาหารมุสลิม' } : choice,
          ),
        }
      : field,
  );
  expect((await publish(seminar, reworded)).headers['location']).toContain('published=2');
  expect((await publish(seminar, reworded)).headers['location']).toContain('published=2');
  const shown = await send(world.server, world.organiser, `/office/seminars/${seminar}/register/${seat.id}`);
  expect(shown.body).toContain('ฮาลาล');
  expect(shown.body).not.toContain('อาหารมุสลิม');
  expect((await world.server.inject(`/seat/${seat.token}/form`)).body).toContain('อาหารมุสลิม');
});

test('the sending centre does not see what its people answered, nor does another participant', async () => {
  const { seminar, seat } = await aSeatWithForm();
  await answer(seat.token, right);
  const other = await world.aSeat(seminar, 'TH-50');
  const read = (trx: Parameters<Parameters<typeof actingAs>[2]>[0]) =>
    trx.selectFrom('seminars.form_answer').select('code').where('seminar_id', '=', seminar).execute();
  expect(await actingAs(world.db.asOfficer, (await world.as(world.chiangMaiHead)).actor, read)).toEqual([]);
  expect(await actingAsSeat(world.db.asPublic, other.id, read)).toEqual([]);
  expect(await actingAsSeat(world.db.asPublic, seat.id, read)).not.toEqual([]);
  await expect(read(world.db.asWorker as never)).rejects.toThrow(/permission denied/);
  await expect(
    actingAsSeat(world.db.asPublic, other.id, (trx) =>
      trx
        .insertInto('seminars.form_answer')
        .values({
          registration_id: seat.id,
          seminar_id: seminar,
          host_unit_id: world.unit('MOI'),
          version: 1,
          code: 'needs',
          value: JSON.stringify('x'),
          answered_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('a citizen number is refused unless asked for; then it is sealed, read by organisers only, and each reading recorded', async () => {
  const { seminar, seat } = await aSeatWithForm();
  const number = '1234567890121';
  expect((await answer(seat.token, { ...right, citizenNumber: number })).statusCode).toBe(409);
  expect((await settings(seminar, 'เบิกค่าเดินทางผ่านระบบการเงิน')).headers['location']).toContain('saved');
  expect((await answer(seat.token, { ...right, citizenNumber: '1234567890122' })).statusCode).toBe(409);
  for (let times = 0; times < 2; times++)
    expect((await answer(seat.token, { ...right, citizenNumber: '1-2345-67890-12-1' })).statusCode).toBe(302);
  const row = await world.db.owner
    .selectFrom('seminars.citizen_number')
    .selectAll()
    .where('seminar_id', '=', seminar)
    .executeTakeFirstOrThrow();
  expect(row.sealed.toString('latin1')).not.toContain(number);
  expect(row.erase_on).toBe('2027-07-20');
  expect(openCitizenNumber(row.sealed, world.ground.secrets.accountKey, seat.id)).toBe(number);
  expect(() => openCitizenNumber(row.sealed, world.ground.secrets.accountKey, randomUUID())).toThrow();
  const url = `/office/seminars/${seminar}/citizen-numbers.xlsx`;
  expect((await send(world.server, world.organiser, url)).statusCode).toBe(200);
  expect((await send(world.server, world.head, url)).statusCode).toBe(403);
  expect((await send(world.server, world.chiangMaiHead, url)).statusCode).toBe(403);
  for (const officer of [world.head, world.chiangMaiHead])
    expect(
      await actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) =>
        trx.selectFrom('seminars.citizen_number').select('sealed').execute(),
      ),
    ).toEqual([]);
  await expect(
    actingAsSeat(world.db.asPublic, seat.id, (trx) =>
      sql`select sealed from seminars.citizen_number`.execute(trx),
    ),
  ).rejects.toThrow(/permission denied/);
  expect(
    (await actsSoFar(world.db)).filter(({ act }) => act === 'seminars.citizen-numbers-read'),
  ).toHaveLength(1);
  expect(world.log()).not.toContain(number);
});

test('answers and numbers are erased when their time is over, the others stay', async () => {
  const { seminar, seat } = await aSeatWithForm();
  await settings(seminar, 'เบิกค่าเดินทางผ่านระบบการเงิน');
  await answer(seat.token, { ...right, citizenNumber: '1234567890121' });
  const erase = (at: string) =>
    sql`select seminars.erase_answers(${new Date(`${at}T12:00:00+07:00`)})`.execute(world.db.asWorker);
  const left = async () =>
    (
      await world.db.owner
        .selectFrom('seminars.form_answer')
        .select('code')
        .where('registration_id', '=', seat.id)
        .where('value', 'is not', null)
        .orderBy('code')
        .execute()
    ).map(({ code }) => code);
  await erase('2027-07-20');
  expect(await left()).toEqual(['allergies', 'food', 'listed', 'lodging']);
  await erase('2027-07-21');
  expect(await left()).toEqual(['listed', 'lodging']);
  expect(
    await world.db.owner
      .selectFrom('seminars.citizen_number')
      .selectAll()
      .where('registration_id', '=', seat.id)
      .execute(),
  ).toEqual([]);
  await expect(sql`select seminars.erase_answers(now())`.execute(world.db.asOfficer)).rejects.toThrow(
    /permission denied/,
  );
});

test('after the last day the link shows no answer any more, whoever has kept the mail', async () => {
  const { seat } = await aSeatWithForm();
  await answer(seat.token, right);
  world.setNow(new Date('2027-06-21T00:30:00+07:00'));
  const closed = await world.server.inject(`/seat/${seat.token}/form`);
  world.setNow(new Date());
  expect(closed.statusCode).toBe(404);
  expect(closed.body).not.toContain('กุ้ง');
});

test('only organisers change the form, in the page and in SQL', async () => {
  const seminar = await world.aSeminarWith();
  const caseOfficer = await anOfficer(world.db, 'MOI', ['case-officer']);
  expect((await publish(seminar, usualForm, caseOfficer)).statusCode).toBe(403);
  const { actor, person } = await world.as(caseOfficer);
  await expect(
    actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .insertInto('seminars.form_version')
        .values({
          id: randomUUID(),
          seminar_id: seminar,
          version: 1,
          made_by: person.id,
          made_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  expect((await publish(seminar, [{ ...usualForm[0]!, choices: [] }])).statusCode).toBe(409);
});

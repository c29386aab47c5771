/** What organisers do, and who may not: in the use case, through the pages, and in SQL. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';
import { createDoor } from './testing/door.ts';

const morning = '2027-06-20/am';
const afternoon = '2027-06-20/pm';
let world: SeminarWorld;
let door: ReturnType<typeof createDoor>;
beforeAll(async () => {
  world = await createSeminarWorld();
  door = createDoor(world);
});
afterAll(() => world.stop());

const aSeminar = async () => {
  const id = await world.aSeminar();
  await world.aSlot(id, 'lecture', ['09:00', '12:00']);
  await world.aSlot(id, 'panel', ['13:00', '16:00']);
  return id;
};
const board = async (seminar: string, officer = world.organiser) =>
  world.app.attendance.board(await world.as(officer), seminar, { locale: 'th', session: morning });
const post = (officer: TestOfficer, path: string, fields: Record<string, string>) =>
  world.server.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `prongsai_session=${officer.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields).toString(),
  });

describe('paper', () => {
  test('is typed in by list, once, and counts as a scan does', async () => {
    const seminar = await aSeminar();
    const seats = await Promise.all([1, 2, 3].map(() => world.aSeat(seminar, 'TH-50')));
    const entry = {
      id: randomUUID(),
      seminarId: seminar,
      session: morning,
      registrationIds: seats.slice(0, 2).map(({ id }) => id),
    };
    const organiser = await world.as(world.organiser);
    expect(await world.app.attendance.enterPaper(organiser, entry)).toEqual({
      ok: true,
      value: { entered: 2 },
    });
    expect(await world.app.attendance.enterPaper(organiser, entry)).toEqual({
      ok: true,
      value: { entered: 0 },
    });
    // Whoever was scanned as well is still there once.
    const device = await door.aDevice(seminar);
    const answer = await device.send(door.aScan({ session: morning, registration: seats[0]!.id }));
    expect(answer.json().taken).toMatchObject([{ verdict: 'duplicate' }]);
    const { centres, people } = (await board(seminar))!;
    expect(centres).toMatchObject([{ seats: 3, present: 2 }]);
    expect(people.filter(({ present }) => present.length > 0)).toHaveLength(2);
  });

  test('is refused for who has no confirmed seat of this seminar', async () => {
    const seminar = await aSeminar();
    const foreign = await world.aSeat(await aSeminar(), 'TH-50');
    const waiting = await world.aSeat(seminar, 'TH-50', 'waitlisted');
    for (const id of [foreign.id, waiting.id, randomUUID()])
      expect(
        await world.app.attendance.enterPaper(await world.as(world.organiser), {
          id: randomUUID(),
          seminarId: seminar,
          session: morning,
          registrationIds: [id],
        }),
      ).toMatchObject({ code: 'not-found' });
  });
});

describe('corrections', () => {
  test('need a reason, leave the scan as it was, and the last one stands', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const device = await door.aDevice(seminar);
    await device.send(door.aScan({ session: morning, registration: seat.id }));
    const organiser = await world.as(world.organiser);
    const correct = (present: boolean, reason: string, session = morning) =>
      world.app.attendance.correct(organiser, {
        id: randomUUID(),
        seminarId: seminar,
        registrationId: seat.id,
        session,
        present,
        reason,
      });
    expect(await correct(false, ' ')).toMatchObject({ code: 'reason-missing' });
    await correct(false, 'สแกนแทนกัน');
    await correct(true, 'มาช่วงบ่ายจริง ลืมสแกน', afternoon);
    const present = async () => (await board(seminar))!.people.find(({ id }) => id === seat.id)!.present;
    expect(await present()).toEqual([afternoon]);
    await correct(true, 'ตรวจภาพถ่ายแล้วอยู่จริง');
    expect(await present()).toEqual([morning, afternoon]);
    const story = (await world.app.attendance.person(
      organiser,
      { seminarId: seminar, registrationId: seat.id },
      'th',
    ))!;
    expect(story.scans).toMatchObject([{ serverVerdict: 'ok' }]);
    expect(story.corrections.map(({ reason }) => reason)).toHaveLength(3);
    expect(
      (await actsSoFar(world.db)).filter(({ act }) => act === 'seminars.attendance-corrected'),
    ).toHaveLength(3);
  });
});

describe('apologies', () => {
  test('come by the participant’s own link before the session, explain an absence and shorten nothing', async () => {
    const seminar = await world.aSeminar();
    await world.aSlot(seminar, 'lecture', ['09:00', '12:00'], '2020-01-06');
    await world.aSlot(seminar, 'panel', ['13:00', '16:00'], '2099-01-06');
    const seat = await world.aSeat(seminar, 'TH-50');
    const apologise = (session: string) =>
      world.server.inject({
        method: 'POST',
        url: `/seat/${seat.token}/ticket`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ id: randomUUID(), session, reason: 'ติดราชการด่วน' }).toString(),
      });
    expect((await apologise('2099-01-06/pm')).headers['location']).toContain('done=apologise');
    expect((await apologise('2020-01-06/am')).statusCode).toBe(409);
    expect((await apologise('2027-06-25/am')).statusCode).toBe(404);
    const person = (await board(seminar))!.people.find(({ id }) => id === seat.id)!;
    expect(person.excused).toEqual(['2099-01-06/pm']);
    expect((await board(seminar))!.planned).toBe(2);
    expect(person.percent).toBe(0);
  });

  test('are nobody else’s: in SQL a seat makes and sees its own only', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const other = await world.aSeat(seminar, 'TH-83');
    const insert = actingAsSeat(world.db.asPublic, seat.id, (trx) =>
      trx
        .insertInto('seminars.apology')
        .values({
          id: randomUUID(),
          seminar_id: seminar,
          host_unit_id: world.unit('MOI'),
          registration_id: other.id,
          session: morning,
          reason: 'x',
          made_at: new Date(),
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });
});

describe('the ticket', () => {
  test('is shown by its own link, to a confirmed seat, and kept out of search and caches', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const answer = await world.server.inject(`/seat/${seat.token}/ticket`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('class="qr-code"');
    expect(answer.body).not.toContain('<script');
    expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
    const waiting = await world.aSeat(seminar, 'TH-50', 'waitlisted');
    expect((await world.server.inject(`/en/seat/${waiting.token}/ticket`)).body).not.toContain('qr-code');
    expect((await world.server.inject(`/seat/${seat.token.replace(/\../, '.-')}/ticket`)).statusCode).toBe(
      404,
    );
  });
});

describe('refusals', () => {
  test('who does not organise sees nothing and enters nothing', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const base = `/office/seminars/${seminar}/attendance`;
    for (const officer of [world.chiangMaiHead, world.chiangMai, world.phuketHead]) {
      expect(await board(seminar, officer)).toBeUndefined();
      for (const path of [
        '',
        '/devices',
        '/paper',
        `/people/${seat.id}`,
        '/sign-in.pdf',
        '/badges.pdf',
        '/attendance.xlsx',
      ])
        expect([path, (await send(world.server, officer, base + path)).statusCode]).toEqual([path, 404]);
      const tries = [
        await post(officer, `${base}/devices`, { intent: 'make', id: randomUUID(), name: 'x' }),
        await post(officer, `${base}/paper`, { id: randomUUID(), session: morning, seat: seat.id }),
        await post(officer, `${base}/people/${seat.id}`, {
          id: randomUUID(),
          session: morning,
          present: 'yes',
          reason: 'abc',
        }),
      ];
      expect(tries.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    }
    for (const path of ['/sign-in.pdf', '/badges.pdf', '/attendance.xlsx'])
      expect((await send(world.server, undefined, base + path)).statusCode).toBe(401);
  });

  test('in SQL another centre sees no scan, device, correction or apology, and adds none; nobody changes or deletes', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const device = await door.aDevice(seminar);
    await device.send(door.aScan({ session: morning, registration: seat.id }));
    const { actor } = await world.as(world.chiangMaiHead);
    for (const table of [
      'scan',
      'scan_device',
      'attendance_correction',
      'apology',
      'completion_rule',
      'presence',
    ])
      expect(
        (
          await actingAs(world.db.asOfficer, actor, (trx) =>
            sql.raw(`select * from seminars.${table}`).execute(trx),
          )
        ).rows,
      ).toEqual([]);
    const paper = (who: typeof actor, change: Record<string, unknown>) =>
      actingAs(world.db.asOfficer, who, (trx) =>
        trx
          .insertInto('seminars.scan')
          .values({
            id: randomUUID(),
            seminar_id: seminar,
            host_unit_id: world.unit('MOI'),
            registration_id: seat.id,
            session: afternoon,
            source: 'paper',
            typed_by: who.personId,
            server_verdict: 'ok',
            device_at: new Date(),
            received_at: new Date(),
            ...change,
          })
          .execute(),
      );
    await expect(paper(actor, {})).rejects.toThrow(/row-level security/);
    const organiser = (await world.as(world.organiser)).actor;
    // Not in a colleague's name, not as if a device had read it, not for a centre that does not hold the seminar.
    await expect(paper(organiser, { typed_by: actor.personId })).rejects.toThrow(/row-level security/);
    await expect(
      paper(organiser, { source: 'qr', typed_by: null, device_id: device.id, device_verdict: 'ok' }),
    ).rejects.toThrow(/row-level security/);
    await expect(paper(organiser, { host_unit_id: world.unit('TH-50') })).rejects.toThrow(
      /row-level security|foreign key/,
    );
    for (const change of [
      'update seminars.scan set session = session',
      'delete from seminars.scan',
      'delete from seminars.attendance_correction',
      'update seminars.apology set reason = reason',
    ])
      await expect(
        actingAs(world.db.asOfficer, organiser, (trx) => sql.raw(change).execute(trx)),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('papers', () => {
  test('sign-in sheet, badges and workbook come as files', async () => {
    const seminar = await aSeminar();
    await world.aSeat(seminar, 'TH-50');
    const get = (path: string) =>
      send(world.server, world.organiser, `/office/seminars/${seminar}/attendance/${path}`);
    for (const path of ['sign-in.pdf', 'badges.pdf?lang=en']) {
      const answer = await get(path);
      expect(answer.headers['content-disposition']).toContain('attachment');
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await get('attendance.xlsx?show=missing')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

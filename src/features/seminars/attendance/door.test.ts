/** Devices at the door as they ask over HTTP: what they get, what they hand over, and when they are refused. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';
import { actingAsDevice } from './acting-device.ts';
import { openList, type ScanList } from './scan-list.ts';
import { createDoor } from './testing/door.ts';
import { makeTicket } from './ticket.ts';
import { ticketKey } from './ticket-key.ts';

const morning = '2027-06-20/am';
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
const verdictsOf = (answer: { json: () => { taken: { id: string; verdict: string }[] } }) =>
  answer.json().taken.map(({ verdict }) => verdict);
const rows = (seminarId: string) =>
  world.db.owner.selectFrom('seminars.scan').selectAll().where('seminar_id', '=', seminarId).execute();

describe('a device', () => {
  test('is let in once by its link; a lost answer may be asked for again, another telephone is refused', async () => {
    const link = await door.aLink(await aSeminar());
    const first = await door.enrol(link);
    expect(first.answer.json()).toEqual({ key: (await ticketKey(world.ground)).publicKey });
    expect((await door.enrol(link, first.secret)).answer.statusCode).toBe(200);
    expect((await door.enrol(link)).answer.json()).toEqual({ code: 'used' });
    expect((await door.enrol({ ...link, mark: 'A'.repeat(22) })).answer.statusCode).toBe(401);
    expect((await door.enrol({ ...link, id: randomUUID() })).answer.statusCode).toBe(401);
  });

  test('is not let in by a link that ran out', async () => {
    const link = await door.aLink(await aSeminar());
    await world.db.owner
      .updateTable('seminars.scan_device')
      .set({ link_ends_at: new Date(Date.now() - 1000) })
      .where('id', '=', link.id)
      .execute();
    expect((await door.enrol(link)).answer.json()).toEqual({ code: 'expired' });
  });

  test('gets the least of each person, signed, and nothing new while nothing changed', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    await world.aSeat(seminar, 'TH-83', 'waitlisted');
    const device = await door.aDevice(seminar);
    const answer = await device.list();
    const list = (await openList((await ticketKey(world.ground)).publicKey, answer.json())) as ScanList;
    expect(list.sessions.map(({ key }) => key)).toEqual([morning, '2027-06-20/pm']);
    expect(list.people.map(({ state }) => state).sort()).toEqual(['confirmed', 'not-confirmed']);
    expect(Object.keys(list.people[0]!).sort()).toEqual(['centreEn', 'centreTh', 'id', 'name', 'state']);
    expect(answer.body).not.toMatch(/province\.example|นักวิเคราะห์/);
    expect((await device.list(String(answer.headers['etag']))).statusCode).toBe(304);
    await device.send(door.aScan({ session: morning, registration: seat.id }));
    const later = JSON.parse((await device.list(String(answer.headers['etag']))).json().list) as ScanList;
    expect(later.present[morning]?.map((at) => later.people[at]!.id)).toEqual([seat.id]);
  });

  test('that was shut out, or knows no secret, gets nothing and hands nothing over', async () => {
    const seminar = await aSeminar();
    const seat = await world.aSeat(seminar, 'TH-50');
    const device = await door.aDevice(seminar);
    await world.app.attendance.revokeDevice(await world.as(world.organiser), {
      id: device.id,
      seminarId: seminar,
    });
    expect((await device.list()).json()).toEqual({ code: 'revoked' });
    expect((await device.send(door.aScan({ session: morning, registration: seat.id }))).statusCode).toBe(401);
    for (const authorization of ['', 'Device x', `Device ${device.id}.${'A'.repeat(43)}`])
      expect((await world.server.inject({ url: '/scan/list', headers: { authorization } })).statusCode).toBe(
        401,
      );
    expect(await rows(seminar)).toEqual([]);
  });

  test('leaves neither names nor secrets in the log', async () => {
    expect(world.log()).toContain('"route":"/scan/list"');
    expect(world.log()).not.toMatch(/ผู้เข้าร่วม|Device [0-9a-f]/);
  });
});

describe('scans', () => {
  test('are judged again: each refusal by its reason, with the device’s word beside', async () => {
    const seminar = await aSeminar();
    const other = await aSeminar();
    const fine = await world.aSeat(seminar, 'TH-50');
    const gone = await world.aSeat(seminar, 'TH-50', 'withdrawn');
    const waiting = await world.aSeat(seminar, 'TH-50', 'waitlisted');
    const elsewhere = await world.aSeat(other, 'TH-50');
    const device = await door.aDevice(seminar);
    const forged = await makeTicket(await generateSigningKey(), {
      seminarId: seminar,
      registrationId: fine.id,
    });
    const scans = [
      door.aScan({ session: morning, ticket: await door.ticketOf(seminar, fine.id) }),
      door.aScan({ session: morning, ticket: await door.ticketOf(seminar, fine.id), verdict: 'duplicate' }),
      door.aScan({ session: morning, ticket: forged, verdict: 'forged' }),
      door.aScan({ session: morning, ticket: await door.ticketOf(seminar, gone.id) }),
      door.aScan({ session: morning, registration: waiting.id, verdict: 'not-confirmed' }),
      door.aScan({
        session: morning,
        ticket: await door.ticketOf(other, elsewhere.id),
        verdict: 'wrong-seminar',
      }),
      door.aScan({ session: morning, registration: elsewhere.id, verdict: 'unknown' }),
    ];
    const answer = await device.send(...scans);
    const found = new Map(
      (answer.json().taken as { id: string; verdict: string }[]).map(({ id, verdict }) => [id, verdict]),
    );
    expect(
      scans
        .map(({ id }) => found.get(id))
        .slice(0, 2)
        .sort(),
    ).toEqual(['duplicate', 'ok']);
    expect(scans.map(({ id }) => found.get(id)).slice(2)).toEqual([
      'forged',
      'cancelled',
      'not-confirmed',
      'wrong-seminar',
      'unknown',
    ]);
    // The door let in a ticket that had been given back: both words are kept, and the board shows it.
    const board = await world.app.attendance.board(await world.as(world.organiser), seminar, {
      locale: 'th',
    });
    expect(board!.differences).toContainEqual(
      expect.objectContaining({ registrationId: gone.id, deviceVerdict: 'ok', serverVerdict: 'cancelled' }),
    );
    expect(board!.people.find(({ id }) => id === fine.id)?.present).toEqual([morning]);
    expect(board!.people.find(({ id }) => id === gone.id)?.present ?? []).toEqual([]);
  });

  test('sent again add nothing; of five devices at once the first is the one', async () => {
    const seminar = await aSeminar();
    const seats = await Promise.all(Array.from({ length: 12 }, () => world.aSeat(seminar, 'TH-50')));
    const devices = await Promise.all(Array.from({ length: 5 }, () => door.aDevice(seminar)));
    const sent = devices.map((device) => ({
      device,
      scans: seats.map(({ id }) => door.aScan({ session: morning, registration: id })),
    }));
    await Promise.all(sent.map(({ device, scans }) => device.send(...scans)));
    const again = await Promise.all(sent.map(({ device, scans }) => device.send(...scans)));
    expect(again.flatMap(verdictsOf)).toHaveLength(60);
    const kept = await rows(seminar);
    expect(kept).toHaveLength(60);
    expect(kept.filter(({ server_verdict: verdict }) => verdict === 'ok')).toHaveLength(12);
  });

  test('that are not in form are refused whole', async () => {
    const device = await door.aDevice(await aSeminar());
    expect((await device.send()).statusCode).toBe(400);
    expect(
      (await device.send(door.aScan({ session: 'yesterday', registration: randomUUID() }))).statusCode,
    ).toBe(400);
    expect((await device.send(door.aScan({ session: morning, source: 'qr' }))).statusCode).toBe(400);
  });
});

describe('in SQL', () => {
  test('a device reads no table of people, and adds scans in its own name and seminar only', async () => {
    const seminar = await aSeminar();
    const other = await aSeminar();
    await world.aSeat(seminar, 'TH-50');
    const device = await door.aDevice(seminar);
    const asDevice = <T>(work: (trx: Parameters<Parameters<typeof actingAsDevice>[2]>[0]) => Promise<T>) =>
      actingAsDevice(world.db.asPublic, device.id, work);
    expect(await asDevice((trx) => trx.selectFrom('seminars.registration').select('id').execute())).toEqual(
      [],
    );
    await expect(asDevice((trx) => sql`select * from seminars.scan_device`.execute(trx))).rejects.toThrow(
      /permission denied/,
    );
    const insert = (change: { seminar_id?: string; device_id?: string }) =>
      asDevice((trx) =>
        trx
          .insertInto('seminars.scan')
          .values({
            id: randomUUID(),
            seminar_id: seminar,
            host_unit_id: world.unit('MOI'),
            session: morning,
            source: 'qr',
            device_id: device.id,
            device_verdict: 'forged',
            server_verdict: 'forged',
            device_at: new Date(),
            received_at: new Date(),
            ...change,
          })
          .execute(),
      );
    await expect(insert({ seminar_id: other })).rejects.toThrow(/row-level security/);
    await expect(insert({ device_id: (await door.aDevice(seminar)).id })).rejects.toThrow(
      /row-level security/,
    );
    await insert({});
    for (const change of ['update seminars.scan set session = session', 'delete from seminars.scan'])
      await expect(asDevice((trx) => sql.raw(change).execute(trx))).rejects.toThrow(/permission denied/);
  });

  test('a device that was shut out sees nobody, though it still says who it is', async () => {
    const seminar = await aSeminar();
    await world.aSeat(seminar, 'TH-50');
    const device = await door.aDevice(seminar);
    const people = () =>
      actingAsDevice(world.db.asPublic, device.id, async (trx) => {
        const found = await sql`select * from seminars.device_people()`.execute(trx);
        return found.rows.length;
      });
    expect(await people()).toBe(1);
    await world.app.attendance.revokeDevice(await world.as(world.organiser), {
      id: device.id,
      seminarId: seminar,
    });
    expect(await people()).toBe(0);
  });
});

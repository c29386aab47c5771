/** What a device asks of the server: to be let in by its link, the signed list, and to hand over its scans. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, asCivilDate, endOfDay } from '#platform/calendar/civil-date.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import { selectSeminar, selectSlots } from '../seminar.queries.ts';
import type { RegistrationState } from '../seminar.ts';
import { actingAsDevice } from './acting-device.ts';
import { type AttendanceBy, isUuid } from './attendance.ts';
import { doorState, planSessions } from './attendance-rules.ts';
import { isDeviceMark, secretHash } from './device-link.ts';
import type { Parts } from './organised.ts';
import { type ScanList, type SignedList, signList } from './scan-list.ts';
import { ticketKey } from './ticket-key.ts';

/** Days after a seminar on which a device still keeps names, to hand over what it could not send. */
const heldDays = 7;

export type KnownDevice = {
  readonly id: string;
  readonly seminarId: string;
  readonly hostUnitId: number;
  readonly name: string;
};

export type DeviceRefusal = 'unknown' | 'revoked' | 'used' | 'expired';

/** Binds the device to its link. A lost answer may be asked for again with the same secret. */
export async function enrolDevice(
  { ground }: Parts,
  { device, mark, secret }: { readonly device: string; readonly mark: string; readonly secret: string },
): Promise<
  { readonly ok: true; readonly key: SigningPublicKey } | { readonly ok: false; code: DeviceRefusal }
> {
  if (!isUuid(device) || !isDeviceMark(ground.secrets.tokenKey, device, mark))
    return { ok: false, code: 'unknown' };
  const { rows } = await sql<{ said: 'enrolled' | DeviceRefusal }>`
    select seminars.enrol_device(${device}, ${secretHash(secret)}, ${ground.now()}) as said`.execute(
    ground.databases.public,
  );
  const said = rows[0]!.said;
  if (said !== 'enrolled') return { ok: false, code: said };
  return { ok: true, key: (await ticketKey(ground)).publicKey };
}

/** From `Authorization: Device <id>.<secret>`; a device that was shut out is told so, and then erases its list. */
export async function knowDevice(
  { ground }: Parts,
  header: string | undefined,
): Promise<KnownDevice | 'revoked' | undefined> {
  const [, id, secret] = /^Device ([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(header ?? '') ?? [];
  if (!id || !secret || !isUuid(id)) return undefined;
  const { rows } = await sql<{ seminar_id: string; host_unit_id: number; name: string; revoked: boolean }>`
    select * from seminars.know_device(${id}, ${secretHash(secret)}, ${ground.now()})`.execute(
    ground.databases.public,
  );
  const row = rows[0];
  if (!row) return undefined;
  return row.revoked
    ? 'revoked'
    : { id, seminarId: row.seminar_id, hostUnitId: row.host_unit_id, name: row.name };
}

export type DoorPerson = {
  readonly id: string;
  readonly name: string;
  readonly unitId: number;
  readonly state: RegistrationState;
};

/** People of the acting device's seminar. */
export async function doorPeople(trx: Queries): Promise<readonly DoorPerson[]> {
  const { rows } = await sql<{
    id: string;
    prefix_th: string;
    name_th: string;
    unit_id: number;
    state: RegistrationState;
  }>`select * from seminars.device_people()`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    name: row.prefix_th + row.name_th,
    unitId: row.unit_id,
    state: row.state,
  }));
}

/** The list for a device; `tag` is the same as long as nothing in it has changed. */
export async function listForDevice(
  parts: Parts,
  device: KnownDevice,
): Promise<{ readonly signed: SignedList; readonly tag: string } | undefined> {
  const { ground, network } = parts;
  const centres = new Map((await network.listCentres(ground.now())).map((centre) => [centre.id, centre]));
  const content = await actingAsDevice(ground.databases.public, device.id, async (trx) => {
    const seminar = await selectSeminar(trx, device.seminarId);
    if (!seminar) return undefined;
    const { rows: ruled } = await sql<{ by: AttendanceBy | null }>`
      select seminars.device_rule() as by`.execute(trx);
    const by = ruled[0]?.by ?? 'half-day';
    const sessions = planSessions(await selectSlots(trx, device.seminarId), by);
    const people = await doorPeople(trx);
    const place = new Map(people.map(({ id }, index) => [id, index]));
    const { rows: seen } = await sql<{ registration_id: string; session: string }>`
      select * from seminars.device_presence() order by session, registration_id`.execute(trx);
    const present: Record<string, number[]> = {};
    for (const { registration_id: id, session } of seen) {
      const at = place.get(id);
      if (at === undefined) continue;
      const places = present[session] ?? [];
      places.push(at);
      present[session] = places;
    }
    return {
      v: 1,
      device: device.id,
      holdUntil: endOfDay(addDays(asCivilDate(seminar.endsOn), heldDays)).toISOString(),
      seminar: { id: seminar.id, titleTh: seminar.titleTh, titleEn: seminar.titleEn ?? seminar.titleTh },
      by,
      sessions: sessions.map((session) => ({
        key: session.key,
        day: session.day,
        half: session.half,
        titleTh: session.titleTh,
        titleEn: session.titleEn,
        startsAt: session.startsAt.getTime(),
        endsAt: session.endsAt.getTime(),
      })),
      people: people.map((person) => {
        const centre = centres.get(person.unitId);
        return {
          id: person.id,
          name: person.name,
          centreTh: centre?.shortTh ?? centre?.nameTh ?? '',
          centreEn: centre?.nameEn ?? '',
          state: doorState(person.state),
        };
      }),
      present,
    } satisfies Omit<ScanList, 'at'>;
  });
  if (!content) return undefined;
  const tag = `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
  const list: ScanList = { ...content, at: ground.now().toISOString() };
  return { signed: await signList(await ticketKey(ground), list), tag };
}

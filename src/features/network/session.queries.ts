/** Sessions in the database: found by the hash of the cookie's value, ended, never deleted by a request. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';

/** A session nobody used for this long has ended. */
export const idleMinutes = 30;
/** And however busy, after this long. */
export const absoluteHours = 12;

export type SessionRow = {
  public_id: string;
  method: 'passkey' | 'password';
  confirmed_at: Date;
  person_id: string;
  name_th: string;
  name_en: string | null;
  email: string;
  locale: 'th' | 'en';
  appointments: { unit: number; code: string; role: string; acting_for: string | null }[];
};

/** One query: the living session of a living account with today's appointments; notes the visit at most once a minute. */
export async function selectSession(db: Queries, idHash: Buffer, now: Date): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    with found as (
      select session.public_id, session.method, session.confirmed_at, session.person_id,
             person.name_th, person.name_en, person.email, person.locale
      from network.session session
      join network.person person on person.id = session.person_id
      where session.id_hash = ${idHash}
        and session.ended_at is null
        and session.expires_at > ${now}
        and session.last_seen_at > ${now}::timestamptz - make_interval(mins => ${idleMinutes})
        and person.disabled_at is null
    ), seen as (
      update network.session set last_seen_at = ${now}
      where id_hash = ${idHash}
        and last_seen_at < ${now}::timestamptz - interval '1 minute'
        and exists (select from found)
    )
    select found.*, coalesce((
      select json_agg(json_build_object(
        'unit', appointment.unit_id, 'code', unit.code, 'role', appointment.role, 'acting_for', appointment.acting_for
      ) order by appointment.unit_id, appointment.role)
      from network.appointment appointment
      join network.unit unit on unit.id = appointment.unit_id
      where appointment.person_id = found.person_id
        and appointment.valid_from <= (${now}::timestamptz at time zone 'Asia/Bangkok')::date
        and (appointment.valid_to is null or appointment.valid_to > (${now}::timestamptz at time zone 'Asia/Bangkok')::date)
    ), '[]') as appointments
    from found`.execute(db);
  return rows[0];
}

/** Sessions: a cookie of 256 random bits, known to the database by its hash; found, begun, confirmed, ended. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import { type Appointment, auditRoles, caseRoles, type Role, type SignedIn } from './network.ts';
import { refuse } from './refusal.ts';
import { absoluteHours, selectSession } from './session.queries.ts';

export const sessionCookieName = 'prongsai_session';
const freshMinutes = 10;

/** The signed-in person, or undefined for a missing, unknown, idle, expired, revoked or disabled one. */
export async function findSession(
  db: Queries,
  cookie: string | undefined,
  now: Date,
): Promise<SignedIn | undefined> {
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return undefined;
  const row = await selectSession(db, hashOf(cookie), now);
  if (!row) return undefined;
  const appointments = row.appointments.map(
    (held): Appointment => ({
      unitId: held.unit,
      unitCode: held.code,
      role: held.role as Role,
      actingFor: held.acting_for ?? undefined,
    }),
  );
  return {
    person: {
      id: row.person_id,
      nameTh: row.name_th,
      nameEn: row.name_en ?? undefined,
      email: row.email,
      locale: row.locale,
    },
    session: { publicId: row.public_id, method: row.method, confirmedAt: row.confirmed_at },
    appointments,
    actor: actorOf(row.person_id, appointments),
  };
}

/** What row-level security is told of a person. Administering a centre shows none of its matter. */
export function actorOf(personId: string, appointments: readonly Appointment[]): Actor {
  const unitsWith = (roles: readonly Role[]) => [
    ...new Set(appointments.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)),
  ];
  return {
    personId,
    caseUnits: unitsWith(caseRoles),
    adminUnits: unitsWith(['administrator']),
    auditUnits: unitsWith(auditRoles),
  };
}

/** A new session of somebody who has just proved who she is; returns the cookie's value, known nowhere else. */
export async function beginSession(
  db: Queries,
  { personId, method, device }: { personId: string; method: 'passkey' | 'password'; device: string },
  now: Date,
): Promise<string> {
  const cookie = newCookie();
  await db
    .insertInto('network.session')
    .values({
      id_hash: hashOf(cookie),
      public_id: randomUUID(),
      person_id: personId,
      method,
      device,
      created_at: now,
      last_seen_at: now,
      confirmed_at: now,
      expires_at: new Date(now.getTime() + absoluteHours * 3_600_000),
    })
    .execute();
  return cookie;
}

/** After the person proved again to be present: the same session under a new cookie, since it now allows more. */
export async function confirmSession(db: Queries, publicId: string, now: Date): Promise<string> {
  const cookie = newCookie();
  await db
    .updateTable('network.session')
    .set({ id_hash: hashOf(cookie), confirmed_at: now, last_seen_at: now })
    .where('public_id', '=', publicId)
    .where('ended_at', 'is', null)
    .execute();
  return cookie;
}

/** Ends one session of a person (`publicId`), or all of them. Returns how many ended. */
export async function endSessions(
  db: Queries,
  personId: string,
  now: Date,
  publicId?: string,
): Promise<number> {
  let query = db
    .updateTable('network.session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (publicId !== undefined) query = query.where('public_id', '=', publicId);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** Whether the person proved to be present within the last ten minutes. */
export const isFresh = (signedIn: SignedIn, now: Date) =>
  now.getTime() - signedIn.session.confirmedAt.getTime() <= freshMinutes * 60_000;

/** Before ceremonies, exports and changes of who may do what. Error `confirm-first`: the page leads to /office/confirm. */
export function requireFresh(signedIn: SignedIn, now: Date): void {
  if (!isFresh(signedIn, now)) refuse('confirm-first');
}

/** The Set-Cookie line that begins a session, or with no value ends it in the browser. */
export function sessionCookieLine(publicUrl: URL, value: string | undefined): string {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  const life = value === undefined ? 0 : absoluteHours * 3600;
  return `${sessionCookieName}=${value ?? ''}; Path=/office; HttpOnly; SameSite=Strict; Max-Age=${life}${secure}`;
}

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
const newCookie = () => randomBytes(32).toString('base64url');

/** Who is behind a session cookie. The cookie carries 256 random bits; the database knows only their hash. */
import { createHash } from 'node:crypto';
import type { Actor } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import { type Appointment, auditRoles, caseRoles, type Role, type SignedIn } from './network.ts';
import { selectSession } from './session.queries.ts';

export const sessionCookieName = 'prongsai_session';

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

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

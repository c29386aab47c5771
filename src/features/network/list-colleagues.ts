/** The people of a centre as other officers see them: names, roles, public keys. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import { dayOf } from './centre.queries.ts';
import type { Colleague, Role } from './network.ts';

/** Officers with a role in the centre today and an account that is open, by name. Run inside `actingAs`. */
export async function listColleagues(db: Queries, unitId: number, now: Date): Promise<readonly Colleague[]> {
  const rows = await db
    .selectFrom('network.appointment as appointment')
    .innerJoin('network.person as person', 'person.id', 'appointment.person_id')
    .leftJoin('network.officer_key as key', (join) =>
      join.onRef('key.person_id', '=', 'person.id').on('key.retired_at', 'is', null),
    )
    .where('appointment.unit_id', '=', unitId)
    .where('appointment.valid_from', '<=', dayOf(now))
    .where((eb) =>
      eb.or([eb('appointment.valid_to', 'is', null), eb('appointment.valid_to', '>', dayOf(now))]),
    )
    .where('person.disabled_at', 'is', null)
    .groupBy(['person.id', 'key.person_id', 'key.version'])
    .select(['person.id', 'person.name_th', 'person.name_en', 'person.position_th'])
    .select(['key.version', 'key.recipient', 'key.signing_key'])
    .select(sql<Role[]>`array_agg(distinct appointment.role order by appointment.role)`.as('roles'))
    .orderBy('person.name_th')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nameTh: row.name_th,
    nameEn: row.name_en ?? undefined,
    positionTh: row.position_th ?? undefined,
    roles: row.roles,
    key:
      row.version === null
        ? undefined
        : {
            version: row.version,
            recipient: row.recipient as Recipient,
            signingKey: row.signing_key!.toString('base64url') as SigningPublicKey,
          },
  }));
}

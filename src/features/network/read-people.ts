/** The people page's matter: a centre's people with their appointments, and invitations still open. */
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { authorize } from './authority.ts';
import { mayAs } from './network.policies.ts';
import type { Role, SignedIn } from './network.ts';

export type PeopleOfCentre = {
  readonly unitCode: string;
  readonly people: readonly {
    readonly id: string;
    readonly nameTh: string;
    readonly nameEn: string | undefined;
    readonly positionTh: string | undefined;
    readonly email: string;
    readonly isOpen: boolean;
    readonly isSelf: boolean;
    readonly hasKeys: boolean;
    readonly appointments: readonly {
      readonly id: string;
      readonly role: Role;
      readonly orderNo: string | undefined;
      readonly actingForName: string | undefined;
      readonly validFrom: string;
      readonly validTo: string | undefined;
      readonly isOver: boolean;
    }[];
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly nameTh: string;
    readonly roles: readonly Role[];
    readonly expiresAt: string;
    readonly isExpired: boolean;
    readonly renews: boolean;
  }[];
  /** What the page may offer; the server asks again. */
  readonly may: { readonly invite: boolean; readonly appoint: boolean };
};

/** Error `forbidden` for whoever neither administers the centre nor heads it. */
export async function readPeople(
  ground: Ground,
  signedIn: SignedIn,
  unitCode: string,
): Promise<PeopleOfCentre> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, line } = await authorize(trx, signedIn, 'people.see', unitCode);
    return {
      unitCode,
      people: await selectPeople(trx, unitId, signedIn, ground.now()),
      invitations: await selectInvitations(trx, unitId, ground.now()),
      may: {
        invite: mayAs('invitation.make', signedIn.appointments, line) !== undefined,
        appoint: mayAs('appointment.make', signedIn.appointments, line) !== undefined,
      },
    };
  });
}

/** Codes and names of the centres whose people this person may see, her own first. */
export async function listPeopleCentres(ground: Ground, signedIn: SignedIn) {
  const own = signedIn.appointments.flatMap(({ role, unitId }) => (role === 'head' ? [unitId] : []));
  const rows = await ground.databases.officer
    .selectFrom('network.unit as unit')
    .innerJoin('network.unit_closure as closure', 'closure.descendant', 'unit.id')
    .select(['unit.code', 'unit.name_th', 'unit.name_en', 'unit.id'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb('closure.ancestor', 'in', [...signedIn.actor.adminUnits, -1]),
        eb('unit.id', 'in', [...own, -1]),
      ]),
    )
    .orderBy('unit.id')
    .execute();
  return rows.map(({ code, name_th, name_en }) => ({ code, nameTh: name_th, nameEn: name_en }));
}

async function selectPeople(trx: InTransaction, unitId: number, signedIn: SignedIn, now: Date) {
  const today = civilDate(now);
  const rows = await trx
    .selectFrom('network.appointment as appointment')
    .innerJoin('network.person as person', 'person.id', 'appointment.person_id')
    .leftJoin('network.person as principal', 'principal.id', 'appointment.acting_for')
    .leftJoin('network.officer_key as key', (join) =>
      join.onRef('key.person_id', '=', 'person.id').on('key.retired_at', 'is', null),
    )
    .selectAll('appointment')
    .select(['person.name_th', 'person.name_en', 'person.position_th', 'person.email', 'person.disabled_at'])
    .select(['principal.name_th as principal_name', 'key.version as key_version'])
    .where('appointment.unit_id', '=', unitId)
    .orderBy('person.name_th')
    .orderBy('appointment.valid_from')
    .execute();
  return [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([id, held]) => ({
    id,
    nameTh: held[0]!.name_th,
    nameEn: held[0]!.name_en ?? undefined,
    positionTh: held[0]!.position_th ?? undefined,
    email: held[0]!.email,
    isOpen: held[0]!.disabled_at === null,
    isSelf: id === signedIn.person.id,
    hasKeys: held[0]!.key_version !== null,
    appointments: held.map((one) => ({
      id: one.id,
      role: one.role as Role,
      orderNo: one.order_no ?? undefined,
      actingForName: one.principal_name ?? undefined,
      validFrom: one.valid_from,
      validTo: one.valid_to ?? undefined,
      isOver: one.valid_to !== null && one.valid_to <= today,
    })),
  }));
}

async function selectInvitations(trx: InTransaction, unitId: number, now: Date) {
  const rows = await trx
    .selectFrom('network.invitation')
    .select(['id', 'email', 'name_th', 'roles', 'expires_at', 'for_person'])
    .where('unit_id', '=', unitId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email ?? '',
    nameTh: row.name_th ?? '',
    roles: row.roles as Role[],
    expiresAt: row.expires_at.toISOString(),
    isExpired: row.expires_at <= now,
    renews: row.for_person !== null,
  }));
}

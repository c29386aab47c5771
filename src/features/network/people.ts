/** A centre's people: who is appointed to what, on which order, until when; ending roles and closing accounts. */
import { sql } from 'kysely';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { authorize } from './authority.ts';
import { dayOf } from './centre.queries.ts';
import { requireWholePerson } from './invitations.ts';
import { caseRoles, type Role, type SignedIn } from './network.ts';
import { isDatabaseError, refuse } from './refusal.ts';
import { endSessions, requireFresh } from './session.ts';

export type AppointmentRequest = {
  /** Chosen by the client, so that a repeat is known. */
  readonly id: string;
  readonly unitCode: string;
  readonly personId: string;
  readonly role: Role;
  readonly orderNo?: string | undefined;
  readonly actingFor?: string | undefined;
  /** Civil dates; from today when undefined. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
};

/** Gives somebody with an account a role in a centre. Errors `confirm-first`, `forbidden`, `own-account`, `already-there`. */
export async function appoint(
  ground: Ground,
  signedIn: SignedIn,
  request: AppointmentRequest,
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  // Whoever hands out roles does not hand them to herself: another administrator does.
  if (request.personId === signedIn.person.id) refuse('own-account');
  const made = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, role } = await authorize(trx, signedIn, 'appointment.make', request.unitCode, [
      request.role,
    ]);
    await refuseStranger(trx, signedIn, request.personId);
    const inserted = await trx
      .insertInto('network.appointment')
      .values({
        id: request.id,
        person_id: request.personId,
        unit_id: unitId,
        role: request.role,
        order_no: request.orderNo ?? null,
        acting_for: request.actingFor ?? null,
        valid_from: request.validFrom ?? dayOf(now),
        valid_to: request.validTo ?? null,
        made_by: signedIn.person.id,
        made_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return false;
    await recordAct(trx, {
      act: 'network.appointment-made',
      object: 'person',
      id: request.personId,
      unit: request.unitCode,
      role,
      at: now.toISOString(),
      facts: { roles: [request.role], acting: request.actingFor !== undefined },
    });
    return true;
  }).catch((error) => {
    if (isDatabaseError(error, '23505')) refuse('already-there');
    if (isDatabaseError(error, '23503')) refuse('not-found');
    if (isDatabaseError(error, '23514')) refuse('bad-request');
    throw error;
  });
  // New rights begin with a new session.
  if (made) await endSessions(ground.databases.signIn, request.personId, now);
}

/**
 * Appointing somebody ends her sessions and shares her account: not for those who belong to other centres alone.
 * Who has no appointment yet belongs to nobody. Error `forbidden`.
 */
async function refuseStranger(trx: InTransaction, signedIn: SignedIn, personId: string): Promise<void> {
  const { rows } = await sql<{ isStranger: boolean }>`
    select count(*) > 0 and not coalesce(bool_or(unit_id in (
      select descendant from network.unit_closure where ancestor = any (${[...signedIn.actor.adminUnits]}::int[])
    )), false) as "isStranger"
    from network.appointment where person_id = ${personId}`.execute(trx);
  if (rows[0]!.isStranger) refuse('forbidden');
}

/**
 * Ends an appointment from today. Safe to repeat.
 * @returns whether the person held the centre's key and keeps no role that may: a new epoch is due
 */
export async function endAppointment(ground: Ground, signedIn: SignedIn, id: string): Promise<boolean> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const ended = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const held = await trx
      .selectFrom('network.appointment as appointment')
      .innerJoin('network.unit as unit', 'unit.id', 'appointment.unit_id')
      .select(['appointment.person_id', 'appointment.role', 'appointment.unit_id', 'appointment.valid_to'])
      .select(['appointment.valid_from', 'unit.code'])
      .where('appointment.id', '=', id)
      .executeTakeFirst();
    if (!held) refuse('not-found');
    const { role } = await authorize(trx, signedIn, 'appointment.end', held.code);
    if (held.valid_to === null || held.valid_to > civilDate(now)) {
      await trx
        .updateTable('network.appointment')
        .set({ valid_to: sql`greatest(valid_from, ${dayOf(now)})` })
        .where('id', '=', id)
        .execute();
      await recordAct(trx, {
        act: 'network.appointment-ended',
        object: 'person',
        id: held.person_id,
        unit: held.code,
        role,
        at: now.toISOString(),
        facts: { roles: [held.role] },
      });
    }
    return { ...held, keyIsDue: await keyIsDue(trx, held.person_id, held.unit_id, now) };
  });
  await endSessions(ground.databases.signIn, ended.person_id, now);
  return ended.keyIsDue;
}

/** Closes or opens an account; closing ends every session at once. Safe to repeat. */
export async function setAccountOpen(
  ground: Ground,
  signedIn: SignedIn,
  { personId, unitCode, open }: { personId: string; unitCode: string; open: boolean },
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  if (personId === signedIn.person.id) refuse('own-account');
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { role } = await authorize(trx, signedIn, 'account.disable', unitCode);
    await requireWholePerson(trx, signedIn, personId, unitCode, now);
    const changed = await trx
      .updateTable('network.person')
      .set({ disabled_at: open ? null : now })
      .where('id', '=', personId)
      .where('disabled_at', open ? 'is not' : 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return;
    await recordAct(trx, {
      act: open ? 'network.account-opened' : 'network.account-closed',
      object: 'person',
      id: personId,
      unit: unitCode,
      role,
      at: now.toISOString(),
    });
  });
  if (!open) await endSessions(ground.databases.signIn, personId, now);
}

/** An administrator signs a colleague out everywhere, without closing the account. */
export async function endSessionsOf(
  ground: Ground,
  signedIn: SignedIn,
  { personId, unitCode }: { personId: string; unitCode: string },
): Promise<void> {
  const now = ground.now();
  const role = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const standing = await authorize(trx, signedIn, 'session.revoke', unitCode);
    await requireWholePerson(trx, signedIn, personId, unitCode, now);
    return standing.role;
  });
  await ground.databases.signIn.transaction().execute(async (trx) => {
    const sessions = await endSessions(trx, personId, now);
    const common = { id: personId, unit: unitCode, role, at: now.toISOString() };
    await recordAct(trx, { act: 'network.sessions-ended', object: 'person', ...common, facts: { sessions } });
  });
}

/** Whether the person has a grant of the centre's current epoch and no role left that may hold one. */
async function keyIsDue(trx: InTransaction, personId: string, unitId: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select network.holds_current_key(${personId}, ${unitId}) and not exists (
      select from network.appointment
      where person_id = ${personId} and unit_id = ${unitId} and (valid_to is null or valid_to > ${dayOf(now)}) and role = any (${[...caseRoles]})
    ) as due`.execute(trx);
  return rows[0]!.due;
}

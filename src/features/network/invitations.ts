/** Invitations: one-time links that make an account, or renew the sign-in of one whose owner lost the way in. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { authorize } from './authority.ts';
import type { Role, SignedIn } from './network.ts';
import { refuse } from './refusal.ts';
import { hashOf, requireFresh } from './session.ts';

const firstHours = 24;
const invitedDays = 14;

export type InvitationRequest = {
  /** Chosen by the client: a repeat gives the same link. */
  readonly id: string;
  readonly unitCode: string;
  readonly email: string;
  readonly nameTh: string;
  readonly roles: readonly Role[];
  readonly orderNo: string | undefined;
};

/** The link that makes the first administrator, new at each start until it is used; undefined once anybody has an account. */
export async function makeFirstInvitation(ground: Ground): Promise<string | undefined> {
  const now = ground.now();
  return ground.databases.signIn.transaction().execute(async (trx) => {
    if (await trx.selectFrom('network.person').select('id').limit(1).executeTakeFirst()) return undefined;
    await trx
      .updateTable('network.invitation')
      .set({ revoked_at: now })
      .where('unit_id', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    const token = randomBytes(32).toString('base64url');
    await trx
      .insertInto('network.invitation')
      .values({
        id: randomUUID(),
        token_hash: hashOf(token),
        roles: ['administrator'],
        created_at: now,
        expires_at: new Date(now.getTime() + firstHours * 3_600_000),
      })
      .execute();
    return linkOf(ground, token);
  });
}

/** Invites somebody to a centre; returns the link, to be handed over in person. Errors `confirm-first`, `forbidden`, `email-taken`, `already-there`. */
export async function invite(
  ground: Ground,
  signedIn: SignedIn,
  request: InvitationRequest,
): Promise<string> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const email = request.email.trim().toLowerCase();
  const token = tokenOf(ground, request.id);
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, role } = await authorize(
      trx,
      signedIn,
      'invitation.make',
      request.unitCode,
      request.roles,
    );
    if (await trx.selectFrom('network.person').select('id').where('email', '=', email).executeTakeFirst())
      refuse('email-taken');
    const made = await trx
      .insertInto('network.invitation')
      .values({
        id: request.id,
        token_hash: hashOf(token),
        unit_id: unitId,
        roles: [...request.roles],
        email,
        name_th: request.nameTh,
        order_no: request.orderNo ?? null,
        invited_by: signedIn.person.id,
        created_at: now,
        expires_at: expiry(now),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return requireOwn(trx, signedIn, request.id, unitId, null);
    const facts = { roles: [...request.roles] };
    await record(trx, 'network.invitation-made', request.id, { unit: request.unitCode, role, facts }, now);
  });
  return linkOf(ground, token);
}

/** A link that lets a colleague who lost passkey or password set a new one; her keys stay closed to it. */
export async function renewSignIn(
  ground: Ground,
  signedIn: SignedIn,
  { id, personId, unitCode }: { id: string; personId: string; unitCode: string },
): Promise<string> {
  const now = ground.now();
  requireFresh(signedIn, now);
  if (personId === signedIn.person.id) refuse('own-account');
  const token = tokenOf(ground, id);
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, role } = await authorize(trx, signedIn, 'sign-in.renew', unitCode);
    await requireWholePerson(trx, signedIn, personId, unitCode, now);
    const person = await trx
      .selectFrom('network.person')
      .select(['email', 'name_th'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const made = await trx
      .insertInto('network.invitation')
      .values({
        id,
        token_hash: hashOf(token),
        unit_id: unitId,
        roles: [],
        email: person.email,
        name_th: person.name_th,
        for_person: personId,
        invited_by: signedIn.person.id,
        created_at: now,
        expires_at: expiry(now),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return requireOwn(trx, signedIn, id, unitId, personId);
    await record(trx, 'network.sign-in-renewal-made', personId, { unit: unitCode, role }, now);
  });
  return linkOf(ground, token);
}

/** Withdraws a link that nobody has used. Safe to repeat. */
export async function revokeInvitation(ground: Ground, signedIn: SignedIn, id: string): Promise<void> {
  const now = ground.now();
  await actingAs(ground.databases.officer, signedIn.actor, (trx) => revoke(trx, signedIn, id, now));
}

/** Withdraws the old link and makes a new one for the same person; returns it. */
export async function resendInvitation(
  ground: Ground,
  signedIn: SignedIn,
  { id, newId }: { id: string; newId: string },
): Promise<string> {
  const old = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await revoke(trx, signedIn, id, ground.now());
    return trx
      .selectFrom('network.invitation as invitation')
      .innerJoin('network.unit as unit', 'unit.id', 'invitation.unit_id')
      .selectAll('invitation')
      .select('unit.code')
      .where('invitation.id', '=', id)
      .executeTakeFirstOrThrow();
  });
  if (old.for_person !== null)
    return renewSignIn(ground, signedIn, { id: newId, personId: old.for_person, unitCode: old.code });
  return invite(ground, signedIn, {
    id: newId,
    unitCode: old.code,
    email: old.email!,
    nameTh: old.name_th ?? '',
    roles: old.roles as Role[],
    orderNo: old.order_no ?? undefined,
  });
}

/** Acts on a whole account need authority over every centre in which the person is appointed. Error `forbidden`. */
export async function requireWholePerson(
  trx: InTransaction,
  signedIn: SignedIn,
  personId: string,
  unitCode: string,
  now: Date,
): Promise<void> {
  const all = await trx
    .selectFrom('network.appointment as appointment')
    .innerJoin('network.unit as unit', 'unit.id', 'appointment.unit_id')
    .select(['unit.code', 'appointment.valid_to'])
    .where('appointment.person_id', '=', personId)
    .execute();
  // Somebody who has left everywhere stays in the hands of who administers the last centres.
  const today = civilDate(now);
  const open = all.filter(({ valid_to }) => valid_to === null || valid_to > today);
  const codes = new Set((open.length > 0 ? open : all).map(({ code }) => code));
  if (!codes.has(unitCode)) refuse('not-found');
  for (const code of codes) await authorize(trx, signedIn, 'account.disable', code);
}

/**
 * The link follows from the identifier, and identifiers are no secrets: only who asked for this very invitation is
 * answered again. Error `already-there`.
 */
async function requireOwn(
  trx: InTransaction,
  signedIn: SignedIn,
  id: string,
  unitId: number,
  forPerson: string | null,
): Promise<void> {
  const known = await trx
    .selectFrom('network.invitation')
    .select(['unit_id', 'invited_by', 'for_person'])
    .where('id', '=', id)
    .executeTakeFirst();
  const isOwn =
    known?.invited_by === signedIn.person.id && known.unit_id === unitId && known.for_person === forPerson;
  if (!isOwn) refuse('already-there');
}

async function revoke(trx: InTransaction, signedIn: SignedIn, id: string, now: Date): Promise<void> {
  const found = await trx
    .selectFrom('network.invitation as invitation')
    .innerJoin('network.unit as unit', 'unit.id', 'invitation.unit_id')
    .select(['unit.code', 'invitation.revoked_at', 'invitation.accepted_at'])
    .where('invitation.id', '=', id)
    .executeTakeFirst();
  if (!found) refuse('not-found');
  const { role } = await authorize(trx, signedIn, 'invitation.revoke', found.code);
  if (found.accepted_at) refuse('already-there');
  if (found.revoked_at) return;
  await trx.updateTable('network.invitation').set({ revoked_at: now }).where('id', '=', id).execute();
  await record(trx, 'network.invitation-revoked', id, { unit: found.code, role }, now);
}

function record(
  trx: InTransaction,
  act: string,
  id: string,
  rest: { unit: string; role: Role; facts?: { roles: string[] } },
  now: Date,
) {
  return recordAct(trx, { act, object: 'invitation', id, ...rest, at: now.toISOString() });
}

/** From the installation's secret and the invitation's id, so that a repeated request gives the same link. */
const tokenOf = (ground: Ground, id: string) =>
  createHmac('sha256', ground.secrets.tokenKey).update(`invitation:${id}`).digest('base64url');
const linkOf = (ground: Ground, token: string) => new URL(`/office/join/${token}`, ground.publicUrl).href;
const expiry = (now: Date) => new Date(now.getTime() + invitedDays * 24 * 3_600_000);

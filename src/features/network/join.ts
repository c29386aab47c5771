/** Joining: whoever holds a one-time link says who she is, makes a passkey or a password with a code, and is in. */
import { randomUUID } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import { renderSVG } from 'uqr';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { dayOf } from './centre.queries.ts';
import { beginCeremony, takeCeremony } from './ceremonies.ts';
import type { Role } from './network.ts';
import { addPasskey, beginRegistration, finishRegistration } from './passkey.ts';
import { hashPassword, isAcceptablePassword } from './password.ts';
import { isDatabaseError, refuse } from './refusal.ts';
import { beginSession, endSessions, hashOf } from './session.ts';
import { base32, matchingStep, newTotpSecret, openTotpSecret, sealTotpSecret, totpAddress } from './totp.ts';

export type Newcomer = {
  readonly email: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly positionTh: string | undefined;
  readonly locale: 'th' | 'en';
  /** The first administrator may also take work of the ministry's centre. */
  readonly alsoRoles: readonly Role[];
};

/** What the page behind the link shows. */
export type OpenInvitation = {
  readonly unitNameTh: string | undefined;
  readonly unitNameEn: string | undefined;
  readonly roles: readonly Role[];
  readonly email: string | undefined;
  readonly nameTh: string | undefined;
  readonly isFirst: boolean;
  readonly renews: boolean;
};

const firstMayTake: readonly Role[] = ['case-officer', 'head'];

/** Undefined for a link that is unknown, used, withdrawn or out of date. */
export async function findInvitation(ground: Ground, token: string): Promise<OpenInvitation | undefined> {
  const row = await selectInvitation(ground.databases.signIn, token, ground.now());
  return (
    row && {
      unitNameTh: row.unit_name_th ?? undefined,
      unitNameEn: row.unit_name_en ?? undefined,
      roles: row.roles as Role[],
      email: row.email ?? undefined,
      nameTh: row.name_th ?? undefined,
      isFirst: row.unit_id === null,
      renews: row.for_person !== null,
    }
  );
}

/** First request of joining by passkey. Error `link-not-valid`. */
export async function beginPasskeyJoin(
  ground: Ground,
  token: string,
  { email, nameTh }: { email: string; nameTh: string },
) {
  const { signIn } = ground.databases;
  const invitation = await requireInvitation(signIn, token, ground.now());
  const id = invitation.for_person ?? randomUUID();
  const address = invitation.email ?? email.trim().toLowerCase();
  return beginRegistration(signIn, ground, { id, email: address, name: nameTh, known: false }, ground.now());
}

/** First request of joining by password: a secret for the authenticator. Error `link-not-valid`. */
export async function beginPasswordJoin(ground: Ground, token: string, { email }: { email: string }) {
  const { signIn } = ground.databases;
  const invitation = await requireInvitation(signIn, token, ground.now());
  const personId = invitation.for_person ?? randomUUID();
  const secret = newTotpSecret();
  const address = totpAddress(secret, invitation.email ?? email, 'Prongsai');
  const sealed = sealTotpSecret(secret, ground.secrets.accountKey, personId).toString('base64');
  const ceremonyId = await beginCeremony(
    signIn,
    'password',
    { challenge: hashOf(token).toString('hex'), facts: { personId, sealed } },
    ground.now(),
  );
  return { ceremonyId, secret: base32(secret), address, qr: renderSVG(address, { border: 2 }) };
}

/** Second request: makes the account and signs it in; returns the cookie. Errors `passkey-refused`, `email-taken`, … */
export async function joinWithPasskey(
  ground: Ground,
  token: string,
  answer: { ceremonyId: string; response: RegistrationResponseJSON; label: string },
  newcomer: Newcomer,
  device: string,
): Promise<string> {
  const now = ground.now();
  const { signIn } = ground.databases;
  const { passkey, facts } = await finishRegistration(
    signIn,
    ground,
    answer.ceremonyId,
    answer.response,
    now,
  );
  return enter(ground, token, facts.personId, newcomer, { method: 'passkey', device }, (trx) =>
    addPasskey(trx, facts.personId, passkey, answer.label, now),
  );
}

/** Second request: errors `weak-password`, `wrong-code` leave the ceremony's secret usable through a new first request. */
export async function joinWithPassword(
  ground: Ground,
  token: string,
  answer: { ceremonyId: string; password: string; code: string },
  newcomer: Newcomer,
  device: string,
): Promise<string> {
  const now = ground.now();
  const { signIn } = ground.databases;
  if (!isAcceptablePassword(answer.password, [newcomer.email, newcomer.nameTh, newcomer.nameEn ?? '']))
    refuse('weak-password');
  const waiting = await signIn
    .selectFrom('network.ceremony')
    .select(['facts', 'challenge'])
    .where('id', '=', answer.ceremonyId)
    .where('kind', '=', 'password')
    .executeTakeFirst();
  if (!waiting || waiting.challenge !== hashOf(token).toString('hex')) refuse('ceremony-over');
  const { personId, sealed } = waiting.facts as { personId: string; sealed: string };
  const sealedSecret = Buffer.from(sealed, 'base64');
  const secret = openTotpSecret(sealedSecret, ground.secrets.accountKey, personId);
  const step = matchingStep(secret, answer.code, now, 0);
  if (step === undefined) refuse('wrong-code');
  await takeCeremony(signIn, 'password', answer.ceremonyId, now);
  const hash = await hashPassword(answer.password);
  return enter(ground, token, personId, newcomer, { method: 'password', device }, async (trx) => {
    await trx.insertInto('network.password').values({ person_id: personId, hash, changed_at: now }).execute();
    await trx
      .insertInto('network.totp')
      .values({ person_id: personId, sealed_secret: sealedSecret, last_step: step, confirmed_at: now })
      .execute();
  });
}

/** Account, appointments, way to sign in and session in one transaction; the link is spent with it. */
async function enter(
  ground: Ground,
  token: string,
  personId: string,
  newcomer: Newcomer,
  session: { method: 'passkey' | 'password'; device: string },
  addWayIn: (trx: InTransaction) => Promise<void>,
): Promise<string> {
  const now = ground.now();
  try {
    return await ground.databases.signIn.transaction().execute(async (trx) => {
      const invitation = await requireInvitation(trx, token, now, 'lock');
      if (invitation.for_person === null) await makePerson(trx, invitation, personId, newcomer, now);
      else await clearWaysIn(trx, invitation, personId, now);
      await addWayIn(trx);
      await trx
        .updateTable('network.invitation')
        .set({ accepted_at: now, accepted_by: personId })
        .where('id', '=', invitation.id)
        .execute();
      return beginSession(trx, { personId, ...session }, now);
    });
  } catch (error) {
    if (isDatabaseError(error, '23505')) refuse('email-taken');
    throw error;
  }
}

type InvitationRow = NonNullable<Awaited<ReturnType<typeof selectInvitation>>>;

async function makePerson(
  trx: InTransaction,
  invitation: InvitationRow,
  personId: string,
  newcomer: Newcomer,
  now: Date,
): Promise<void> {
  const isFirst = invitation.unit_id === null;
  // Of two people with the first link open, one becomes the administrator.
  if (isFirst && (await trx.selectFrom('network.person').select('id').limit(1).executeTakeFirst()))
    refuse('link-not-valid');
  const unit = await trx
    .selectFrom('network.unit')
    .select(['id', 'code'])
    .where((eb) => (isFirst ? eb('parent_id', 'is', null) : eb('id', '=', invitation.unit_id)))
    .executeTakeFirstOrThrow();
  const also = isFirst ? newcomer.alsoRoles.filter((role) => firstMayTake.includes(role)) : [];
  const roles = [...new Set([...(invitation.roles as Role[]), ...also])];
  await trx
    .insertInto('network.person')
    .values({
      id: personId,
      email: invitation.email ?? newcomer.email.trim().toLowerCase(),
      name_th: newcomer.nameTh,
      name_en: newcomer.nameEn ?? null,
      position_th: newcomer.positionTh ?? null,
      locale: newcomer.locale,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('network.appointment')
    .values(
      roles.map((role) => ({
        id: randomUUID(),
        person_id: personId,
        unit_id: unit.id,
        role,
        order_no: invitation.order_no,
        valid_from: dayOf(now),
        made_by: invitation.invited_by,
        made_at: now,
      })),
    )
    .execute();
  const common = { id: personId, unit: unit.code, at: now.toISOString() };
  await recordAct(trx, {
    act: 'network.person-joined',
    object: 'person',
    ...common,
    facts: { first: isFirst },
  });
  await recordAct(trx, { act: 'network.appointment-made', object: 'person', ...common, facts: { roles } });
}

/** A renewed sign-in replaces every older way in, and ends what they opened. */
async function clearWaysIn(
  trx: InTransaction,
  invitation: InvitationRow,
  personId: string,
  now: Date,
): Promise<void> {
  if (invitation.for_person !== personId) refuse('ceremony-over');
  await trx.deleteFrom('network.passkey').where('person_id', '=', personId).execute();
  await trx.deleteFrom('network.password').where('person_id', '=', personId).execute();
  await trx.deleteFrom('network.totp').where('person_id', '=', personId).execute();
  await endSessions(trx, personId, now);
  await recordAct(trx, {
    act: 'network.sign-in-renewed',
    object: 'person',
    id: personId,
    at: now.toISOString(),
  });
}

async function requireInvitation(
  db: Queries,
  token: string,
  now: Date,
  lock?: 'lock',
): Promise<InvitationRow> {
  return (await selectInvitation(db, token, now, lock)) ?? refuse('link-not-valid');
}

function selectInvitation(db: Queries, token: string, now: Date, lock?: 'lock') {
  const query = db
    .selectFrom('network.invitation as invitation')
    .leftJoin('network.unit as unit', 'unit.id', 'invitation.unit_id')
    .selectAll('invitation')
    .select(['unit.name_th as unit_name_th', 'unit.name_en as unit_name_en'])
    .where('invitation.token_hash', '=', hashOf(token))
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    // A link ends with the authority of whoever made it; the first one was made by the program.
    .where((eb) => eb.or([eb('invitation.invited_by', 'is', null), eb.exists(standingOfInviter(db, now))]))
    // Whoever renewed her sign-in had the whole of her then; a later appointment may be out of that one's hands.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('network.appointment as appointment')
            .select('appointment.id')
            .whereRef('appointment.person_id', '=', 'invitation.for_person')
            .whereRef('appointment.made_at', '>', 'invitation.created_at'),
        ),
      ),
    );
  return (lock ? query.forUpdate('invitation') : query).executeTakeFirst();
}

/** Appointments by which the inviter may invite to the centre still, her account being open. */
function standingOfInviter(db: Queries, now: Date) {
  return db
    .selectFrom('network.appointment as standing')
    .innerJoin('network.person as inviter', 'inviter.id', 'standing.person_id')
    .innerJoin('network.unit_closure as line', 'line.ancestor', 'standing.unit_id')
    .select('standing.id')
    .whereRef('standing.person_id', '=', sql.ref('invitation.invited_by'))
    .whereRef('line.descendant', '=', sql.ref('invitation.unit_id'))
    .where('inviter.disabled_at', 'is', null)
    .where('standing.valid_from', '<=', dayOf(now))
    .where((eb) => eb.or([eb('standing.valid_to', 'is', null), eb('standing.valid_to', '>', dayOf(now))]))
    .where((eb) =>
      eb.or([
        eb('standing.role', '=', 'administrator'),
        eb.and([eb('standing.role', '=', 'head'), eb('line.depth', '=', 0)]),
      ]),
    );
}

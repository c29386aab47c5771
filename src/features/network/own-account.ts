/** What an officer does with her own account: language, browsers she is signed in with, passkeys. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { SignedIn } from './network.ts';
import { addPasskey, beginRegistration, finishRegistration, passkeysOf } from './passkey.ts';
import { refuse } from './refusal.ts';
import { idleMinutes } from './session.queries.ts';
import { endSessions, requireFresh } from './session.ts';

export type OwnAccount = {
  readonly sessions: readonly {
    readonly publicId: string;
    readonly device: string;
    readonly method: string;
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly isThis: boolean;
  }[];
  readonly passkeys: readonly {
    readonly id: string;
    readonly label: string;
    readonly createdAt: string;
    readonly lastUsedAt: string | undefined;
  }[];
  readonly hasPassword: boolean;
};

export async function readOwnAccount(ground: Ground, signedIn: SignedIn): Promise<OwnAccount> {
  const { signIn } = ground.databases;
  const now = ground.now();
  const sessions = await signIn
    .selectFrom('network.session')
    .select(['public_id', 'device', 'method', 'created_at', 'last_seen_at'])
    .where('person_id', '=', signedIn.person.id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .orderBy('last_seen_at', 'desc')
    .execute();
  return {
    sessions: sessions.map((session) => ({
      publicId: session.public_id,
      device: session.device,
      method: session.method,
      createdAt: session.created_at.toISOString(),
      lastSeenAt: session.last_seen_at.toISOString(),
      isThis: session.public_id === signedIn.session.publicId,
    })),
    passkeys: (await passkeysOf(signIn, signedIn.person.id)).map((passkey) => ({
      id: passkey.credential_id.toString('base64url'),
      label: passkey.label,
      createdAt: passkey.created_at.toISOString(),
      lastUsedAt: passkey.last_used_at?.toISOString(),
    })),
    hasPassword: await hasPassword(ground, signedIn),
  };
}

/** Ends one of one's own sessions. */
export async function endOwnSession(ground: Ground, signedIn: SignedIn, publicId: string): Promise<void> {
  await endSessions(ground.databases.signIn, signedIn.person.id, ground.now(), publicId);
}

export async function setLanguage(ground: Ground, signedIn: SignedIn, locale: 'th' | 'en'): Promise<void> {
  await ground.databases.signIn
    .updateTable('network.person')
    .set({ locale })
    .where('id', '=', signedIn.person.id)
    .execute();
}

/** First request for a further passkey. Error `confirm-first`. */
export function beginOwnPasskey(ground: Ground, signedIn: SignedIn) {
  requireFresh(signedIn, ground.now());
  const { id, email, nameTh } = signedIn.person;
  return beginRegistration(
    ground.databases.signIn,
    ground,
    { id, email, name: nameTh, known: true },
    ground.now(),
  );
}

export async function addOwnPasskey(
  ground: Ground,
  signedIn: SignedIn,
  answer: { ceremonyId: string; response: RegistrationResponseJSON; label: string },
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const { signIn } = ground.databases;
  const { passkey, facts } = await finishRegistration(
    signIn,
    ground,
    answer.ceremonyId,
    answer.response,
    now,
  );
  if (facts.personId !== signedIn.person.id) refuse('ceremony-over');
  await signIn.transaction().execute(async (trx) => {
    await addPasskey(trx, signedIn.person.id, passkey, answer.label, now);
    const common = { object: 'person', id: signedIn.person.id, at: now.toISOString() };
    await recordAct(trx, { act: 'network.passkey-added', ...common });
  });
}

/** Error `last-way-in` for the only passkey of somebody without a password. */
export async function removeOwnPasskey(ground: Ground, signedIn: SignedIn, id: string): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const { signIn } = ground.databases;
  const password = await hasPassword(ground, signedIn);
  await signIn.transaction().execute(async (trx) => {
    const own = await trx
      .selectFrom('network.passkey')
      .select('credential_id')
      .where('person_id', '=', signedIn.person.id)
      .forUpdate()
      .execute();
    const wanted = own.find(({ credential_id }) => credential_id.toString('base64url') === id);
    if (!wanted) return;
    if (own.length === 1 && !password) refuse('last-way-in');
    await trx.deleteFrom('network.passkey').where('credential_id', '=', wanted.credential_id).execute();
    const common = { object: 'person', id: signedIn.person.id, at: now.toISOString() };
    await recordAct(trx, { act: 'network.passkey-removed', ...common });
  });
}

async function hasPassword(ground: Ground, signedIn: SignedIn): Promise<boolean> {
  const row = await ground.databases.signIn
    .selectFrom('network.password')
    .select('person_id')
    .where('person_id', '=', signedIn.person.id)
    .executeTakeFirst();
  return row !== undefined;
}

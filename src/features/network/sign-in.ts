/** Signing in: a passkey, or address, password and one-time code together. One answer for whatever was wrong. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import type { SignedIn } from './network.ts';
import { beginAuthentication, finishAuthentication } from './passkey.ts';
import { passwordMatches } from './password.ts';
import { refuse } from './refusal.ts';
import { beginSession, confirmSession } from './session.ts';
import { forgetFailures, takeTry } from './slow-down.ts';
import { matchingStep, openTotpSecret } from './totp.ts';

export type PasskeyAnswer = { readonly ceremonyId: string; readonly response: AuthenticationResponseJSON };
export type PasswordAnswer = { readonly email: string; readonly password: string; readonly code: string };

/** Options for any passkey of this site, or only the signed-in person's. */
export function beginPasskeySignIn(ground: Ground, signedIn?: SignedIn) {
  return beginAuthentication(ground.databases.signIn, ground, signedIn?.person.id, ground.now());
}

/** Returns the new session's cookie. Errors `wrong-credentials`, `ceremony-over`. */
export async function signInWithPasskey(
  ground: Ground,
  answer: PasskeyAnswer,
  device: string,
): Promise<string> {
  const { signIn } = ground.databases;
  const now = ground.now();
  const personId = await finishAuthentication(signIn, ground, answer.ceremonyId, answer.response, now);
  return beginSession(signIn, { personId, method: 'passkey', device }, now);
}

/** Returns the new session's cookie. Errors `wrong-credentials`, `slow-down`, `busy`. */
export async function signInWithPassword(
  ground: Ground,
  answer: PasswordAnswer,
  device: string,
): Promise<string> {
  const personId = await provePassword(ground, answer);
  return beginSession(ground.databases.signIn, { personId, method: 'password', device }, ground.now());
}

/** The signed-in person proves to be present; returns the renewed cookie. Errors as for signing in. */
export async function confirmPresence(
  ground: Ground,
  signedIn: SignedIn,
  answer: PasskeyAnswer | Omit<PasswordAnswer, 'email'>,
): Promise<string> {
  const { signIn } = ground.databases;
  const now = ground.now();
  const personId =
    'ceremonyId' in answer
      ? await finishAuthentication(signIn, ground, answer.ceremonyId, answer.response, now)
      : await provePassword(ground, { ...answer, email: signedIn.person.email });
  if (personId !== signedIn.person.id) refuse('wrong-credentials');
  return confirmSession(signIn, signedIn.session.publicId, now);
}

async function provePassword(ground: Ground, { email, password, code }: PasswordAnswer): Promise<string> {
  const { signIn } = ground.databases;
  const now = ground.now();
  const account = email.trim().toLowerCase();
  await takeTry(signIn, account, now);
  const person = await signIn
    .selectFrom('network.person as person')
    .innerJoin('network.password as password', 'password.person_id', 'person.id')
    .innerJoin('network.totp as totp', 'totp.person_id', 'person.id')
    .select(['person.id', 'password.hash', 'totp.sealed_secret', 'totp.last_step'])
    .where('person.email', '=', account)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  const known = await passwordMatches(password, person?.hash);
  if (!person || !known || !(await spendCode(signIn, ground, person, code, now))) refuse('wrong-credentials');
  await forgetFailures(signIn, account);
  return person.id;
}

/** A code serves once: of two requests with the same one the database lets the first through. */
async function spendCode(
  db: Queries,
  ground: Ground,
  person: { id: string; sealed_secret: Buffer; last_step: number },
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = openTotpSecret(person.sealed_secret, ground.secrets.accountKey, person.id);
  const step = matchingStep(secret, code, now, person.last_step);
  if (step === undefined) return false;
  const used = await db
    .updateTable('network.totp')
    .set({ last_step: step })
    .where('person_id', '=', person.id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

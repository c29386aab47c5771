/** Passkeys (WebAuthn): registration and sign-in, the user always verified by the authenticator. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { beginCeremony, takeCeremony } from './ceremonies.ts';
import { refuse } from './refusal.ts';

type Site = Pick<Ground, 'publicUrl'>;
export type NewPasskey = {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
};

/** Options for a new passkey of a person, who may not exist yet (`facts` come back with the answer). */
export async function beginRegistration(
  db: Queries,
  site: Site,
  person: { id: string; email: string; name: string; known: boolean; facts?: unknown },
  now: Date,
) {
  const known = person.known ? await passkeysOf(db, person.id) : [];
  const options = await generateRegistrationOptions({
    rpName: 'Prongsai',
    rpID: site.publicUrl.hostname,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const facts = { personId: person.id, ...(person.facts as object) };
  const ceremonyId = await beginCeremony(
    db,
    'register',
    { challenge: options.challenge, personId: person.known ? person.id : undefined, facts },
    now,
  );
  return { ceremonyId, options };
}

/** Error `passkey-refused` for an answer that does not verify. */
export async function finishRegistration(
  db: Queries,
  site: Site,
  ceremonyId: string,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<{ passkey: NewPasskey; facts: { personId: string } }> {
  const ceremony = await takeCeremony(db, 'register', ceremonyId, now);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: ceremony.challenge,
    expectedOrigin: site.publicUrl.origin,
    expectedRPID: site.publicUrl.hostname,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) refuse('passkey-refused');
  const { credential } = verified.registrationInfo;
  return {
    facts: ceremony.facts as { personId: string },
    passkey: {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
    },
  };
}

export async function addPasskey(
  db: Queries,
  personId: string,
  { credentialId, publicKey, counter, transports }: NewPasskey,
  label: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('network.passkey')
    .values({
      credential_id: credentialId,
      person_id: personId,
      public_key: publicKey,
      counter,
      transports,
      label,
      created_at: now,
    })
    .execute();
}

/** Options for signing in (any passkey of this site) or for confirming to be present (`personId`: only hers). */
export async function beginAuthentication(db: Queries, site: Site, personId: string | undefined, now: Date) {
  const own = personId === undefined ? [] : await passkeysOf(db, personId);
  const options = await generateAuthenticationOptions({
    rpID: site.publicUrl.hostname,
    userVerification: 'required',
    allowCredentials: own.map(({ credential_id }) => ({ id: credential_id.toString('base64url') })),
  });
  const ceremonyId = await beginCeremony(db, 'authenticate', { challenge: options.challenge, personId }, now);
  return { ceremonyId, options };
}

/** The owner of the passkey that answered. Error `wrong-credentials` for whatever is amiss. */
export async function finishAuthentication(
  db: Queries,
  site: Site,
  ceremonyId: string,
  response: AuthenticationResponseJSON,
  now: Date,
): Promise<string> {
  const ceremony = await takeCeremony(db, 'authenticate', ceremonyId, now);
  const passkey = await db
    .selectFrom('network.passkey as passkey')
    .innerJoin('network.person as person', 'person.id', 'passkey.person_id')
    .selectAll('passkey')
    .where('credential_id', '=', Buffer.from(response.id, 'base64url'))
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!passkey || (ceremony.personId ?? passkey.person_id) !== passkey.person_id) refuse('wrong-credentials');
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: ceremony.challenge,
    expectedOrigin: site.publicUrl.origin,
    expectedRPID: site.publicUrl.hostname,
    requireUserVerification: true,
    credential: {
      id: passkey.credential_id.toString('base64url'),
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
  }).catch(() => undefined);
  if (!verified?.verified) refuse('wrong-credentials');
  await db
    .updateTable('network.passkey')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: now })
    .where('credential_id', '=', passkey.credential_id)
    .execute();
  return passkey.person_id;
}

export function passkeysOf(db: Queries, personId: string) {
  return db
    .selectFrom('network.passkey')
    .select(['credential_id', 'label', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}

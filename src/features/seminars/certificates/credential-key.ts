/** The key that signs credentials, derived from the installation's secrets, and the DID under which anybody finds it. */
import { hkdfSync } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { rawPublicKey, type SigningKey, signingKeyFromSeed } from '#platform/sealing/signature.ts';

export type CredentialKey = {
  readonly id: string;
  readonly key: SigningKey;
  readonly jwk: JWK;
};

const jwkOf = (publicKey: Uint8Array): JWK => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: Buffer.from(publicKey).toString('base64url'),
});

export async function credentialKey({ secrets }: Pick<Ground, 'secrets'>): Promise<CredentialKey> {
  const seed = hkdfSync('sha256', secrets.tokenKey, '', 'prongsai credential key v1', 32);
  const key = await signingKeyFromSeed(new Uint8Array(seed));
  const jwk = jwkOf(rawPublicKey(key.publicKey));
  return { id: await calculateJwkThumbprint(jwk), key, jwk };
}

/** did:web of the address under which people reach us; a port is written %3A. */
export const didOf = (publicUrl: URL) => `did:web:${publicUrl.host.replace(':', '%3A')}`;

/** Every key that has signed so far, and the present one: old certificates stay checkable after the secrets were renewed. */
export async function didDocument(ground: Ground): Promise<object> {
  const did = didOf(ground.publicUrl);
  const current = await credentialKey(ground);
  const keys = new Map([[current.id, current.jwk], ...(await knownKeys(ground.databases.public))]);
  const methods = [...keys].map(([id, jwk]) => ({
    id: `${did}#${id}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { ...jwk, kid: id, alg: 'EdDSA' },
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

async function knownKeys(db: Queries): Promise<readonly (readonly [string, JWK])[]> {
  const rows = await db
    .selectFrom('seminars.credential_key')
    .select(['key_id', 'public_key'])
    .orderBy('used_from')
    .execute();
  return rows.map((row) => [row.key_id, jwkOf(row.public_key)] as const);
}

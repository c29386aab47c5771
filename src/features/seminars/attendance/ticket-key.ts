/** The installation's key for tickets and lists of devices: derived from its secrets, so that nothing more need be kept. */
import { hkdfSync } from 'node:crypto';
import type { Ground } from '#platform/ground.ts';
import { type SigningKey, signingKeyFromSeed } from '#platform/sealing/signature.ts';

const made = new WeakMap<Buffer, Promise<SigningKey>>();

export function ticketKey({ secrets }: Pick<Ground, 'secrets'>): Promise<SigningKey> {
  const known = made.get(secrets.tokenKey);
  if (known) return known;
  const seed = new Uint8Array(hkdfSync('sha256', secrets.tokenKey, '', 'prongsai ticket key v1', 32));
  const key = signingKeyFromSeed(seed);
  made.set(secrets.tokenKey, key);
  return key;
}

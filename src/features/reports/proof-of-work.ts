/** Proof of work instead of a limit per address: ALTCHA challenges, signed and not stored, each good for one sending. */
import { createHash, createHmac } from 'node:crypto';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Ground } from '#platform/ground.ts';
import type { ProofOfWork } from './report.schemas.ts';

const LIFETIME_MS = 20 * 60_000;
const ALGORITHM = 'SHA-256';

export type Challenge = Omit<ProofOfWork['challenge'], never>;

/** A proof that holds: `id` names its challenge in reports.spent_challenge until it expires by itself. */
export type GoodProof = { readonly id: Buffer; readonly expiresAt: Date };

type Parts = Pick<Ground, 'secrets' | 'now' | 'proofOfWorkMax'>;

/** A challenge whose solution is one number up to `proofOfWorkMax`: half of it is tried on average. */
export async function makeChallenge({ secrets, now, proofOfWorkMax }: Parts): Promise<Challenge> {
  const { parameters, signature } = await createChallenge({
    algorithm: ALGORITHM,
    cost: 1,
    counter: randomInt(proofOfWorkMax),
    deriveKey,
    expiresAt: new Date(now().getTime() + LIFETIME_MS),
    ...keysFrom(secrets.tokenKey),
  });
  return { parameters: parameters as unknown as Challenge['parameters'], signature: signature! };
}

/** The proof when it is right and in time; undefined otherwise. Whether it was used before, the database says. */
export async function checkProof(
  { secrets, now }: Parts,
  proof: ProofOfWork | undefined,
): Promise<GoodProof | undefined> {
  if (!proof) return undefined;
  const { challenge, solution } = proof;
  const expiresAt = Number(challenge.parameters['expiresAt']) * 1000;
  // The library compares with the machine's clock; ours is passed in.
  if (!(expiresAt > now().getTime())) return undefined;
  const { verified } = await verifySolution({
    challenge: challenge as never,
    solution,
    deriveKey,
    ...keysFrom(secrets.tokenKey),
  }).catch(() => ({ verified: false }));
  if (!verified) return undefined;
  return { id: createHash('sha256').update(challenge.signature).digest(), expiresAt: new Date(expiresAt) };
}

type Keys = { readonly hmacSignatureSecret: string; readonly hmacKeySignatureSecret: string };
const derived = new WeakMap<Buffer, Keys>();

/** The library's two keys, derived from the installation's once. */
function keysFrom(tokenKey: Buffer): Keys {
  const known = derived.get(tokenKey);
  if (known) return known;
  const derive = (label: string) =>
    createHmac('sha256', tokenKey).update(`prongsai/proof-of-work/${label}/v1`).digest('hex');
  const keys = { hmacSignatureSecret: derive('challenge'), hmacKeySignatureSecret: derive('key') };
  derived.set(tokenKey, keys);
  return keys;
}

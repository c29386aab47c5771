/**
 * Proof of work instead of a limit per address: ALTCHA challenges (second version), signed and not stored, each good
 * for one sending. The library solves them in browsers. Making and checking is done here with Node's own HMAC: the
 * library's goes through WebCrypto, four promises and a third of a millisecond for each report.
 */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Ground } from '#platform/ground.ts';
import { keyedHash } from './keyed-hash.ts';
import type { ProofOfWork } from './report.schemas.ts';

const LIFETIME_MS = 20 * 60_000;
/** Bytes of a derived key, half of which the solver must meet. */
const KEY_LENGTH = 32;
/** Solvers write the number into four bytes. */
const LARGEST_COUNTER = 0xffff_ffff;

export type Challenge = Omit<ProofOfWork['challenge'], never>;

/** A proof that holds: `id` names its challenge in reports.spent_challenge until it expires by itself. */
export type GoodProof = { readonly id: Buffer; readonly expiresAt: Date };

type Parts = Pick<Ground, 'secrets' | 'now' | 'proofOfWorkMax'>;

/** A challenge whose solution is one number up to `proofOfWorkMax`: half of it is tried on average. */
export function makeChallenge({ secrets, now, proofOfWorkMax }: Parts): Challenge {
  const keys = keysFrom(secrets.tokenKey);
  const salt = randomBytes(16);
  const nonce = randomBytes(16);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(randomInt(1, proofOfWorkMax + 1));
  const derivedKey = createHash('sha256').update(salt).update(nonce).update(counter).digest();
  const parameters = {
    algorithm: 'SHA-256',
    cost: 1,
    expiresAt: Math.floor((now().getTime() + LIFETIME_MS) / 1_000),
    keyLength: KEY_LENGTH,
    keyPrefix: derivedKey.toString('hex', 0, KEY_LENGTH / 2),
    keySignature: hmac(keys.key, derivedKey).toString('hex'),
    nonce: nonce.toString('hex'),
    salt: salt.toString('hex'),
  };
  return { parameters, signature: hmac(keys.challenge, canonical(parameters)).toString('hex') };
}

/**
 * The proof when it is right and in time; undefined otherwise. Whether it was used before, the database says.
 * Right: this server signed all the parameters, and the solution is the derived key that it had in mind, of which
 * the solver was told one half.
 */
export function checkProof({ secrets, now }: Parts, proof: ProofOfWork | undefined): GoodProof | undefined {
  if (!proof) return undefined;
  const { challenge, solution } = proof;
  const { expiresAt, keySignature } = challenge.parameters;
  if (typeof expiresAt !== 'number' || !(expiresAt * 1_000 > now().getTime())) return undefined;
  const keys = keysFrom(secrets.tokenKey);
  if (!isMacOf(challenge.signature, hmac(keys.challenge, canonical(challenge.parameters)))) return undefined;
  if (typeof keySignature !== 'string' || !/^[0-9a-f]{64}$/.test(solution.derivedKey)) return undefined;
  if (!Number.isInteger(solution.counter) || solution.counter < 0 || solution.counter > LARGEST_COUNTER)
    return undefined;
  if (!isMacOf(keySignature, hmac(keys.key, Buffer.from(solution.derivedKey, 'hex')))) return undefined;
  return {
    id: createHash('sha256').update(challenge.signature).digest(),
    expiresAt: new Date(expiresAt * 1_000),
  };
}

/** What is signed: the parameters as JSON in the order of their names, as the library writes them. */
function canonical(parameters: Challenge['parameters']): string {
  const names = Object.keys(parameters).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, parameters[name]])));
}

const hmac = (key: Buffer, data: string | Buffer) => keyedHash(key).update(data).digest();

/** Compared in constant time and as text: two spellings of one signature would be two proofs. */
function isMacOf(hex: string, expected: Buffer): boolean {
  const given = Buffer.from(hex);
  const right = Buffer.from(expected.toString('hex'));
  return given.length === right.length && timingSafeEqual(given, right);
}

type Keys = { readonly challenge: Buffer; readonly key: Buffer };
const derived = new WeakMap<Buffer, Keys>();

/** The keys of the two signatures, derived from the installation's once. */
function keysFrom(tokenKey: Buffer): Keys {
  const known = derived.get(tokenKey);
  if (known) return known;
  // As hexadecimal text, which is what the library takes for a secret.
  const derive = (label: string) =>
    Buffer.from(keyedHash(tokenKey).update(`prongsai/proof-of-work/${label}/v1`).digest('hex'));
  const keys = { challenge: derive('challenge'), key: derive('key') };
  derived.set(tokenKey, keys);
  return keys;
}

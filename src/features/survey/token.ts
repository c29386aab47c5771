/**
 * Keys and hashes of a round. Tokens are VOPRF evaluations (RFC 9497, ristretto255-SHA512): the server evaluates what the
 * officer's browser has blinded, so that it knows the token when it comes back and cannot tell whose it was.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { codeBytes, type Key } from './code-rules.ts';

// The library has RFC 9497's `Evaluate` for this mode too; its types leave it out.
const voprf = ristretto255_oprf.voprf as typeof ristretto255_oprf.voprf & {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array;
};
const info = new TextEncoder().encode('prongsai survey token v1');

/** Of one round alone, so that a token of one is nothing in another; derived, so that the database holds no secret. */
function keysOf(tokenKey: Buffer, roundId: string) {
  const seed = createHmac('sha256', tokenKey).update(`survey round ${roundId}`).digest();
  return voprf.deriveKeyPair(new Uint8Array(seed), info);
}

export const publicKeyOf = (tokenKey: Buffer, roundId: string): Uint8Array =>
  keysOf(tokenKey, roundId).publicKey;

export type Signed = { readonly evaluated: Uint8Array; readonly proof: Uint8Array };

/** Undefined for bytes that are no element of the group. */
export function signBlinded(tokenKey: Buffer, roundId: string, blinded: Uint8Array): Signed | undefined {
  const { secretKey, publicKey } = keysOf(tokenKey, roundId);
  try {
    return voprf.blindEvaluate(secretKey, publicKey, blinded);
  } catch {
    return undefined;
  }
}

export function isGenuine(
  tokenKey: Buffer,
  roundId: string,
  token: Extract<Key, { kind: 'token' }>,
): boolean {
  const { secretKey } = keysOf(tokenKey, roundId);
  return timingSafeEqual(voprf.evaluate(secretKey, token.input), token.output);
}

/** What is kept of a spent token or code: keyed, so that the database alone recognises none. */
export function hashOf(tokenKey: Buffer, roundId: string, key: Key): Buffer {
  return createHmac('sha256', tokenKey)
    .update(`survey ${key.kind} ${roundId} `)
    .update(key.kind === 'code' ? key.bytes : key.input)
    .digest();
}

/** The codes of a sheet, the same for the same sheet: a lost answer gives the same paper. */
export function codesOf(
  tokenKey: Buffer,
  roundId: string,
  sheetId: string,
  count: number,
): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    createHmac('sha256', tokenKey)
      .update(`survey sheet ${roundId} ${sheetId} ${index}`)
      .digest()
      .subarray(0, codeBytes),
  );
}

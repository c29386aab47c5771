/** The first half of coming back: from a receipt's look-up value to what is needed to prove that one holds it. */
import { createHmac } from 'node:crypto';
import type { Parts } from './needs.ts';
import { makeNonce } from './nonces.ts';
import type { GoodProof } from './proof-of-work.ts';
import { lookUp, spend } from './report.queries.ts';
import { pepper } from './submit-report.ts';

/** The same for a receipt that exists and for one that does not; only the signature that follows will tell. */
export type LookUpAnswer = { readonly reportId: string; readonly salt: string; readonly nonce: string };

/**
 * Answers every well-formed value. After too many misses by anybody, `busy` until the bucket has filled again,
 * unless the request brings a proof of work of its own: guessing stays dear, and who holds a receipt still comes in.
 */
export async function lookUpReport(
  { ground, failedLookUps }: Parts,
  lookup: Buffer,
  proof?: GoodProof,
): Promise<LookUpAnswer | 'busy'> {
  const { secrets, databases, now } = ground;
  if (!failedLookUps.hasOne() && !(proof && (await spend(databases.public, proof.id, proof.expiresAt))))
    return 'busy';
  const found = await lookUp(databases.public, pepper(secrets.receiptPepper, lookup));
  // Made in both cases, so that both cost the same.
  const decoy = decoyOf(secrets.receiptPepper, lookup);
  if (!found) failedLookUps.take();
  const reportId = found?.id ?? decoy.id;
  return {
    reportId,
    salt: (found?.salt ?? decoy.salt).toString('base64url'),
    nonce: makeNonce(secrets.tokenKey, reportId, now()),
  };
}

/** The same value has the same decoy for ever, as a real one has its report. */
function decoyOf(key: Buffer, lookup: Buffer): { id: string; salt: Buffer } {
  const bytes = createHmac('sha256', key).update('prongsai/decoy/v1\n').update(lookup).digest();
  const hex = bytes.subarray(0, 16).toString('hex');
  const variant = '89ab'[bytes[8]! & 3];
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  return { id, salt: bytes.subarray(16) };
}

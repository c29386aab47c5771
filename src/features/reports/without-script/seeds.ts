/**
 * A form without script cannot remember what it sent. So it carries a random seed, made for one showing of the form
 * and kept nowhere: identifier and receipt follow from it, and a form sent twice is one report with one receipt.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { RECEIPT_LIMIT, type Receipt } from '#platform/sealing/receipt.ts';

const SEED_BYTES = 32;

export const newSeed = (): string => randomBytes(SEED_BYTES).toString('base64url');

/** A seed of a form, or undefined for anything else. */
export function seedFrom(text: string | undefined): Buffer | undefined {
  if (!text || !/^[A-Za-z0-9_-]{43}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64url');
}

/** The receipt of this showing: uniform, by rejection, as `newReceipt` draws it. */
export function receiptOf(seed: Buffer): Receipt {
  for (let round = 0; ; round += 1) {
    const bytes = derive(seed, `receipt/${round}`).subarray(0, 10);
    bytes[0]! &= 0x1f;
    const number = BigInt(`0x${bytes.toString('hex')}`);
    if (number < RECEIPT_LIMIT) return number as Receipt;
  }
}

export const reportIdOf = (seed: Buffer): string => uuidOf(derive(seed, 'report'));

/** Tells a repeat from a form that was changed and sent once more. */
export function messageIdOf(seed: Buffer, content: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of content) hash.update(createHash('sha256').update(part).digest());
  return uuidOf(derive(seed, `message/${hash.digest('hex')}`));
}

function derive(seed: Buffer, label: string): Buffer {
  return createHmac('sha256', seed).update(`prongsai/without-script/v1/${label}`).digest();
}

/** The first 122 bits as a UUID of the kind that browsers draw at random, so that no identifier tells how a report came. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const variant = '89ab'[bytes[8]! & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

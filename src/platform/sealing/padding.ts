/** Padding, so that the size of sealed bytes tells a bucket and not what was written. */
import { joinBytes } from './bytes.ts';
import { sealingError } from './sealing-error.ts';

/**
 * `message`: 1, 4, 16, 64 KiB, then multiples of 64 KiB.
 * `file`: Padmé (Nikitin et al., PETS 2019), at most 12 % more and O(log log) bits told.
 */
export type PaddingScheme = 'message' | 'file';

const KIB = 1024;
const STEP = 64 * KIB;
const SMALL_BUCKETS = [KIB, 4 * KIB, 16 * KIB, STEP];
const PREFIX = 4;

/** Largest payload of a message, in bytes: room for 200,000 Thai characters (600 kB) three times over. */
export const MAX_MESSAGE_BYTES = 2048 * KIB - PREFIX;

/** Largest payload of a file: 10 MiB of content and 64 KiB for its name and type. Larger evidence streams. */
export const MAX_FILE_PAYLOAD_BYTES = 10 * KIB * KIB + STEP;

/** Size in bytes of the padded form of a payload of `size` bytes. Error `too-large`. */
export function bucketOf(size: number, scheme: PaddingScheme = 'message'): number {
  if (!Number.isInteger(size) || size < 0) throw sealingError('bad-padding', 'a size is a whole number');
  const limit = scheme === 'file' ? MAX_FILE_PAYLOAD_BYTES : MAX_MESSAGE_BYTES;
  if (size > limit) throw sealingError('too-large', `${size} bytes; at most ${limit}`);
  const needed = size + PREFIX;
  if (scheme === 'file') return Math.max(KIB, padme(needed));
  return SMALL_BUCKETS.find((bucket) => needed <= bucket) ?? Math.ceil(needed / STEP) * STEP;
}

/** Length (4 bytes, big-endian), payload, zeros up to the bucket. */
export function pad(payload: Uint8Array, scheme: PaddingScheme = 'message'): Uint8Array {
  const padded = new Uint8Array(bucketOf(payload.length, scheme));
  new DataView(padded.buffer).setUint32(0, payload.length);
  padded.set(payload, PREFIX);
  return padded;
}

/**
 * The payload of a padded form. Strict, so that padding carries no hidden message and each payload has
 * one padded form only: `bad-padding` for a wrong bucket, a wrong length or a byte that is not zero.
 */
export function unpad(padded: Uint8Array, scheme: PaddingScheme = 'message'): Uint8Array {
  if (padded.length < PREFIX) throw sealingError('bad-padding', 'too short to be padded');
  const size = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const limit = scheme === 'file' ? MAX_FILE_PAYLOAD_BYTES : MAX_MESSAGE_BYTES;
  if (size > limit || padded.length !== bucketOf(size, scheme)) {
    throw sealingError('bad-padding', 'the length does not belong to this bucket');
  }
  if (padded.subarray(PREFIX + size).some((byte) => byte !== 0)) {
    throw sealingError('bad-padding', 'padding is not zero');
  }
  return joinBytes(padded.subarray(PREFIX, PREFIX + size));
}

/** Rounds up so that the low bits of the size are zero: E = ⌊log2 n⌋, S = ⌊log2 E⌋ + 1, clear E − S bits. */
function padme(size: number): number {
  const exponent = Math.floor(Math.log2(size));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - kept);
  return Math.ceil(size / unit) * unit;
}

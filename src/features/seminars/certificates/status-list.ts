/**
 * The public list of revocations (W3C Bitstring Status List v1.0): one bit a certificate, so that whoever checks learns
 * nothing of which one was checked. A list holds 131,072 bits, the least that the standard allows.
 */
import { gzipSync } from 'node:zlib';

export const listBits = 131_072;

export const listOf = (index: number) => ({
  list: Math.floor(index / listBits),
  place: index % listBits,
});

/** Multibase base64url of the compressed bits; bit 0 is the leftmost of the first byte. */
export function encodeBits(places: readonly number[]): string {
  const bytes = Buffer.alloc(listBits / 8);
  for (const place of places) bytes[place >> 3] = bytes[place >> 3]! | (0x80 >> (place & 7));
  return `u${gzipSync(bytes).toString('base64url')}`;
}

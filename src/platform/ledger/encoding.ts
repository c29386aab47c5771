/** Standard Base 64 as the public log formats write it (the sealed formats use base64url), and equality. */
import type { Bytes } from '#platform/sealing/bytes.ts';

/** Standard Base 64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of standard, padded Base 64, or undefined if the text is anything but their one spelling. */
export function fromBase64(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  // atob ignores stray bits in the last character: two texts for the same bytes would both be accepted.
  return toBase64(bytes) === text ? bytes : undefined;
}

/** Whether two byte strings are equal. Not constant-time: everything compared in the ledger is public. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Bytes and their spellings: hexadecimal for hashes, base64url for keys, UTF-8 for text. */
import { sha256 } from '@noble/hashes/sha2.js';
import { sealingError } from './sealing-error.ts';

/** Bytes that WebCrypto accepts (its types refuse shared memory). */
export type Bytes = Uint8Array<ArrayBuffer>;

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Decodes UTF-8 strictly; a `malformed` error instead of replacement characters. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw sealingError('malformed', 'not UTF-8', cause);
  }
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 as 64 lower-case hexadecimal digits. WebCrypto, so a 10 MB file costs milliseconds. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes))));
}

/** SHA-256 of a short text at once, for what a page shows while it renders. */
export function sha256HexOfText(text: string): string {
  return toHex(sha256(utf8(text)));
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Decodes unpadded base64url; only the one canonical spelling is accepted (`malformed` otherwise). */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1)
    throw sealingError('malformed', 'not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  if (toBase64Url(bytes) !== text) throw sealingError('malformed', 'base64url is not canonical');
  return bytes;
}

/** Concatenates; the result owns its memory. */
export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The same bytes in memory that WebCrypto takes; copies only when they lie in shared memory. */
export function owned(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

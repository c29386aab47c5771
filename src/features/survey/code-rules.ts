/** Codes on paper and blindly signed tokens as text: both are typed, pasted or filled into the same field. */
import { base32crockford } from '@scure/base';

/** 80 bits: a billion guesses a second would need ten million years for one hit among a hundred thousand codes. */
export const codeBytes = 10;
/** A token is the random input (32 bytes) and its evaluation (64 bytes). */
export const tokenBytes = 96;

export type Key =
  | { readonly kind: 'code'; readonly bytes: Uint8Array }
  | { readonly kind: 'token'; readonly input: Uint8Array; readonly output: Uint8Array };

/** Sixteen letters and digits in fours, without the ones that are mistaken for others. */
export const writeCode = (bytes: Uint8Array): string =>
  base32crockford.encode(bytes).replaceAll(/.{4}(?=.)/g, '$&-');

/** What was typed, forgiving about case, spaces, hyphens and the letters O, I, L; undefined when it can be neither. */
export function readKey(typed: string): Key | undefined {
  const text = typed.trim();
  if (/^[A-Za-z0-9_-]{128}$/.test(text)) {
    const bytes = new Uint8Array(Buffer.from(text, 'base64url'));
    if (bytes.length === tokenBytes)
      return { kind: 'token', input: bytes.slice(0, 32), output: bytes.slice(32) };
  }
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return undefined;
  return { kind: 'code', bytes: base32crockford.decode(plain) };
}

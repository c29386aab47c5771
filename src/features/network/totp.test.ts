/** One-time codes: the standard's own figures, one use each, bound to their owner. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  base32,
  codeOf,
  matchingStep,
  newTotpSecret,
  openTotpSecret,
  sealTotpSecret,
  stepAt,
  totpAddress,
} from './totp.ts';

/** RFC 6238 appendix B, SHA-1, the last six of eight digits. */
const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(code);
});

test('a code of the step before or after is taken, of two steps away not, and none twice', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const step = stepAt(now);
  for (const distance of [-1, 0, 1])
    expect(matchingStep(secret, codeOf(secret, step + distance), now, 0)).toBe(step + distance);
  for (const distance of [-3, -2, 2, 3])
    expect(matchingStep(secret, codeOf(secret, step + distance), now, 0)).toBeUndefined();
  expect(matchingStep(secret, codeOf(secret, step), now, step)).toBeUndefined();
  expect(matchingStep(secret, codeOf(secret, step - 1), now, step)).toBeUndefined();
  expect(matchingStep(secret, codeOf(secret, step + 1), now, step)).toBe(step + 1);
});

test('whatever is typed, nothing but six right digits is taken', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const right = [-1, 0, 1].map((distance) => codeOf(secret, stepAt(now) + distance));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (typed) => {
      const taken = matchingStep(secret, typed, now, 0) !== undefined;
      expect(taken).toBe(right.includes(typed.replace(/\s/g, '')));
    }),
  );
  expect(matchingStep(secret, `${right[1]!.slice(0, 3)} ${right[1]!.slice(3)}`, now, 0)).toBe(stepAt(now));
});

test('the secret at rest opens only with the installation’s key and for its owner', () => {
  const key = Buffer.alloc(32, 7);
  const own = newTotpSecret();
  const sealed = sealTotpSecret(own, key, 'somsri');
  expect(openTotpSecret(sealed, key, 'somsri')).toEqual(own);
  expect(sealed.includes(own)).toBe(false);
  expect(() => openTotpSecret(sealed, key, 'anucha')).toThrow();
  expect(() => openTotpSecret(sealed, Buffer.alloc(32, 8), 'somsri')).toThrow();
  sealed[20]! ^= 1;
  expect(() => openTotpSecret(sealed, key, 'somsri')).toThrow();
});

test('the authenticator gets the secret in base 32 and the account’s name', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI'); // RFC 4648 section 10, padding left out
  expect(totpAddress(secret, 'สมศรี@moi.example', 'Prongsai')).toMatch(
    /^otpauth:\/\/totp\/Prongsai:%E0.+\?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Prongsai&digits=6&period=30$/,
  );
});

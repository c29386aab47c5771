import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromThaiDigits, toThaiDigits } from './thai-digits.ts';

test('a date on a memo and back', () => {
  expect(toThaiDigits('23 พฤศจิกายน 2569')).toBe('๒๓ พฤศจิกายน ๒๕๖๙');
  expect(fromThaiDigits('ที่ มท ๐๒๑๐/ว ๑๒๓')).toBe('ที่ มท 0210/ว 123');
  expect(toThaiDigits(157)).toBe('๑๕๗');
});

test('every whole number survives the way there and back', () => {
  fc.assert(fc.property(fc.nat(), (n) => fromThaiDigits(toThaiDigits(n)) === String(n)));
});

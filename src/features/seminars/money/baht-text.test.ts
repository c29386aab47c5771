/** Amounts in Thai words, read back by the reader of number words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumberWords } from '#platform/text/number-words.ts';
import { bahtText, numberText } from './baht-text.ts';

test.each([
  [0, 'ศูนย์บาทถ้วน'],
  [1, 'หนึ่งบาทถ้วน'],
  [11, 'สิบเอ็ดบาทถ้วน'],
  [21_600, 'สองหมื่นหนึ่งพันหกร้อยบาทถ้วน'],
  [101, 'หนึ่งร้อยเอ็ดบาทถ้วน'],
  [1_000_000, 'หนึ่งล้านบาทถ้วน'],
  [2_000_001, 'สองล้านเอ็ดบาทถ้วน'],
  [1_250.5, 'หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์'],
  [0.21, 'ยี่สิบเอ็ดสตางค์'],
])('%f baht', (baht, words) => {
  expect(bahtText(baht)).toBe(words);
});

test('any whole number is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
      expect(readNumberWords(numberText(value))).toBe(value);
    }),
  );
});

test('what is no amount is refused', () => {
  expect(() => bahtText(-1)).toThrow(RangeError);
  expect(() => bahtText(Number.NaN)).toThrow(RangeError);
});

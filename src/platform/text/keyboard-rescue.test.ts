import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dictionaryNow } from './dictionary-now.ts';
import { domainWords } from './domain-words.ts';
import { rescueKeyboard, thaiFromUsKeys, usFromThaiKeys } from './keyboard-rescue.ts';

const trie = dictionaryNow();

test('known keys of the Kedmanee layout', () => {
  expect(thaiFromUsKeys('lbo[o')).toBe('สินบน');
  expect(usFromThaiKeys('แนพพียะรนื')).toBe('corruption');
  expect(thaiFromUsKeys('l;ylfu')).toBe('สวัสดี');
});

test('Thai typed on a US layout is offered as Thai', () => {
  const words = domainWords.filter((word) => word.length >= 6 && /^[ก-๎]+$/.test(word) && !/[ฯๆ]/.test(word));
  expect(words.length).toBeGreaterThan(500);
  for (const word of words) expect(rescueKeyboard(usFromThaiKeys(word), trie), word).toBe(word);
  expect(rescueKeyboard(',k9ik 157', trie)).toBe('มาตรา 157');
});

test('English typed on a Thai layout is offered as English', () => {
  for (const word of ['corruption', 'nacc', 'bribery', 'seminar', 'procurement']) {
    expect(rescueKeyboard(thaiFromUsKeys(word), trie)).toBe(word);
  }
});

test('text that makes sense is left alone', () => {
  for (const text of [
    'ทุจริต',
    'ร้องเรียนเจ้าหน้าที่',
    'corruption',
    'NACC',
    'Bangkok',
    'budget 2569',
    'พ.ร.บ.',
    'ok',
    '157',
    '',
  ]) {
    expect(rescueKeyboard(text, trie), text).toBeUndefined();
  }
});

test('keys there and back are the same text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."abcXYZ;'[]/.,0189 ") }),
      (text) => usFromThaiKeys(thaiFromUsKeys(text)) === text,
    ),
  );
});

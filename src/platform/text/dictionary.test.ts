import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWords, unpackWords } from './data/packing.ts';
import { packedThaiWords } from './data/thai-words.ts';
import { loadDictionary } from './dictionary.ts';
import { dictionaryNow } from './dictionary-now.ts';
import { segment } from './segment.ts';
import { buildTrie, hasWord } from './word-trie.ts';

test('the browser, which loads the list later, cuts as the server does', async () => {
  const text = 'ผู้ว่าราชการจังหวัดรับเรื่องร้องเรียนจากประชาชน ตาม ม.157 ปปช.';
  expect(segment(text, await loadDictionary())).toEqual(segment(text, dictionaryNow()));
  expect(await loadDictionary()).toBe(await loadDictionary());
});

test('the list is whole and light enough for a phone', () => {
  const words = unpackWords(packedThaiWords);
  expect(words.length).toBeGreaterThan(26_000);
  expect(words).toEqual([...words].sort());
  expect(words).toEqual(expect.arrayContaining(['กฎหมาย', 'กระทรวง', 'ทุจริต', 'สัมมนา']));
  const list = readFileSync(new URL('./data/thai-words.ts', import.meta.url));
  expect(gzipSync(list).length).toBeLessThan(80_000);
});

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'กขคงจทนปมยรลวสหอะาิีุูเแ่้์') });

test('packing gives back what went in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const sorted = [...words].sort();
      expect(unpackWords(packWords(sorted))).toEqual(sorted);
    }),
  );
  expect(() => packWords(['abc'])).toThrow(RangeError);
});

test('the tree holds its words and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), word, (words, other) => {
      const trie = buildTrie(words);
      for (const each of words) expect(hasWord(trie, each)).toBe(true);
      expect(hasWord(trie, other)).toBe(words.includes(other));
      expect(hasWord(trie, '')).toBe(false);
    }),
  );
});

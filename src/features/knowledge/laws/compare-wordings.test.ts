// Two wordings side by side: what is kept, removed and added tells both texts back.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { compareWordings } from './compare-wordings.ts';

const trie = dictionaryNow();

it('marks the word that changed and leaves its neighbours alone', () => {
  expect(compareWordings('ผู้ใดฝ่าฝืนต้องระวางโทษจำคุก', 'ผู้ใดฝ่าฝืนต้องระวางโทษปรับ', trie)).toEqual([
    { kind: 'same', text: 'ผู้ใดฝ่าฝืนต้องระวางโทษ' },
    { kind: 'removed', text: 'จำคุก' },
    { kind: 'added', text: 'ปรับ' },
  ]);
});

it('says nothing but "same" of equal texts', () => {
  expect(compareWordings('ให้ใช้ระเบียบนี้', 'ให้ใช้ระเบียบนี้', trie)).toEqual([
    { kind: 'same', text: 'ให้ใช้ระเบียบนี้' },
  ]);
});

it('can be read back as either text', () => {
  const words = fc
    .array(fc.constantFrom('ผู้ใด', 'ต้อง', 'จำคุก', 'ปรับ', 'ไม่เกิน', 'สอง', 'ปี', ' ', 'หรือ'), { maxLength: 30 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = compareWordings(before, after, trie);
      const side = (kind: 'removed' | 'added') =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakHeading } from './break-heading.ts';
import { dictionaryNow } from './dictionary-now.ts';
import { domainWords } from './domain-words.ts';

const trie = dictionaryNow();
const broken = (text: string) => breakHeading(text, trie).join('|');

test('the headline that Chromium breaks inside words', () => {
  expect(broken('มหาดไทยจัดสัมมนาเพิ่มศักยภาพศูนย์ปฏิบัติการต่อต้านการทุจริต')).toBe(
    'มหาดไทย|จัด|สัมมนา|เพิ่มศักยภาพ|ศูนย์ปฏิบัติการ|ต่อต้านการทุจริต',
  );
});

test('quotes, brackets and repetition signs stay with their word', () => {
  expect(broken('“ข่าวอื่นๆ” (ศปท.มท.)')).toBe('“ข่าว|อื่นๆ”| |(ศปท.มท.)');
  expect(broken('นายชานน')).toBe('นาย|ชานน');
  expect(broken('')).toBe('');
});

test('a very long word may break between its parts', () => {
  expect(broken('ผู้ว่าราชการจังหวัด')).toBe('ผู้ว่าราชการ|จังหวัด');
});

test('pieces joined are the heading, and only whole runs of space are space', () => {
  const heading = fc
    .array(
      fc.oneof(fc.constantFrom(...domainWords), fc.constantFrom(' ', '“', '”', '(', ')', 'ๆ', '2569', 'A')),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(heading, (text) => {
      const pieces = breakHeading(text, trie);
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece !== '' && (piece.trim() === '' || piece.trim() === piece))).toBe(
        true,
      );
    }),
  );
});

test('the same heading is not cut twice', () => {
  expect(breakHeading('ข่าวสาร', trie)).toBe(breakHeading('ข่าวสาร', trie));
});

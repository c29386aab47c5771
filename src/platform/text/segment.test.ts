import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dictionaryNow } from './dictionary-now.ts';
import { domainWords } from './domain-words.ts';
import { normalise } from './normalise.ts';
import { segment, tokens } from './segment.ts';
import { canCutBefore } from './thai-characters.ts';
import { hasWord } from './word-trie.ts';

const trie = dictionaryNow();
const cut = (text: string) => segment(text, trie).join('|');

describe('texts that browsers and other engines cut wrongly', () => {
  test.each([
    ['เป็นกระทรวงที่มีธรรมาภิบาล', 'เป็น|กระทรวง|ที่|มี|ธรรมาภิบาล'],
    ['ส่งผลกระทบ', 'ส่ง|ผลกระทบ'],
    ['ข่าวอื่นๆ', 'ข่าว|อื่น|ๆ'],
    ['แนวคิดและเทคนิคใหม่ๆ', 'แนวคิด|และ|เทคนิค|ใหม่|ๆ'],
    ['มาตรา๑๕๗', 'มาตรา|๑๕๗'],
    ['มาตรา123/1', 'มาตรา|123/1'],
    ['ศปท.มท. / พ.ร.บ.', 'ศปท.มท.| |/| |พ.ร.บ.'],
    ['ศูนย์ปฏิบัติการต่อต้านการทุจริต', 'ศูนย์ปฏิบัติการ|ต่อต้านการทุจริต'],
    ['สัมนา ปฎิบัติการ', 'สัมนา| |ปฎิบัติการ'],
  ])('%s', (text, wanted) => {
    expect(cut(text)).toBe(wanted);
  });
});

describe('abbreviations, numbers, Latin', () => {
  test.each([
    ['ตามพ.ร.บ.นี้', 'ตาม|พ.ร.บ.|นี้'],
    ['ตามม.157', 'ตาม|ม.|157'],
    ['ของศปท.มท.ครับ', 'ของ|ศปท.มท.|ครับ'],
    ['อ.เมือง จ.เชียงใหม่', 'อ.|เมือง| |จ.|เชียงใหม่'],
    ['รวม 200 คน.', 'รวม| |200| |คน|.'],
    ['ราคา 1,000.50 บาท', 'ราคา| |1,000.50| |บาท'],
    ['ISO 37002 และ Prongsai', 'ISO| |37002| |และ| |Prongsai'],
    ['ฯลฯ', 'ฯลฯ'],
    ['สัมมนาฯ', 'สัมมนา|ฯ'],
    ['ทุจริต👨‍👩‍👧แล้ว😀', 'ทุจริต|👨‍👩‍👧|แล้ว|😀'],
  ])('%s', (text, wanted) => {
    expect(cut(text)).toBe(wanted);
  });

  test('each piece says what it is', () => {
    const kinds = tokens('ปปง. พบ ฮฮฮ 5 Mr', trie).filter(({ kind }) => kind !== 'space');
    expect(kinds.map(({ text, kind }) => `${text} ${kind}`)).toEqual([
      'ปปง. abbreviation',
      'พบ word',
      'ฮฮฮ unknown',
      '5 number',
      'Mr latin',
    ]);
  });
});

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...domainWords), fc.constantFrom(...'กขเแาำิ่์ัๆฯ. 1a'), fc.string()))
  .map((parts) => parts.join(''));

describe('promises', () => {
  test('nothing is lost, nothing is cut inside a cluster', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = tokens(text, trie);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { start, end } of pieces) {
          expect(end).toBeGreaterThan(start);
          if (/^[ก-ฺเ-๎]{2}$/.test(text.slice(Math.max(0, start - 1), start + 1)))
            expect(canCutBefore(text, start)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a word of the domain is found whole, wherever it stands', () => {
    const carriers = [
      (word: string) => word,
      (word: string) => `เรื่อง ${word} นั้น`,
      (word: string) => `(${word})`,
      (word: string) => `๑${word}๒`,
      (word: string) => `“${word}”\n`,
    ];
    for (const word of domainWords.filter((each) => !/[.ฯ]/.test(each))) {
      expect(hasWord(trie, word), word).toBe(true);
      for (const carry of carriers) expect(segment(carry(word), trie)).toContain(word);
    }
  });

  test('these words are found in running text without spaces too', () => {
    const before = ['เป็น', 'ของ', 'โดย', 'และ', 'ให้', 'เรื่อง'];
    const after = ['ที่', 'และ', 'ใน', 'หรือ', 'ซึ่ง'];
    const words = ['กระทรวง', 'ทุจริต', 'ธรรมาภิบาล', 'ปฏิบัติงาน', 'เจ้าหน้าที่', 'สินบน', 'งบประมาณ', 'เชียงใหม่'];
    for (const a of before)
      for (const word of words) for (const b of after) expect(cut(a + word + b)).toBe(`${a}|${word}|${b}`);
  });

  test('what stands on either side of a sign is cut independently', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(segment(`${a}!${b}`, trie)).toEqual([...segment(`${a}!`, trie), ...segment(b, trie)]);
      }),
      { numRuns: 300 },
    );
  });

  test('one megabyte without a space takes about as long for each part as a small text', () => {
    const unit = normalise('ศูนย์ปฏิบัติการต่อต้านการทุจริตกระทรวงมหาดไทยรับเรื่องร้องเรียนจากประชาชนชานนฮฮ');
    const time = (copies: number) => {
      const text = unit.repeat(copies);
      const start = performance.now();
      segment(text, trie);
      return (performance.now() - start) / text.length;
    };
    time(1000);
    const small = Math.min(...[1, 2, 3].map(() => time(130)));
    const large = time(13_000);
    // A quadratic cutter would be a hundred times slower for each character here.
    expect(large).toBeLessThan(small * 10 + 0.001);
  });

  test.each(['ก', 'กา', '่', 'ำ', 'เ', '.', 'ก.', 'ๆ', 'ตากลม', 'มาตรา 1 ', ' '])(
    'a hostile megabyte of %j is cut in time',
    (unit) => {
      const text = unit.repeat(Math.ceil(350_000 / unit.length));
      const start = performance.now();
      expect(segment(normalise(text), trie).join('')).toBe(normalise(text));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});

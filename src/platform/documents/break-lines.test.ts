import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dictionaryNow } from '../text/dictionary-now.ts';
import { domainWords } from '../text/domain-words.ts';
import { segment } from '../text/segment.ts';
import { canCutBefore, isThaiLetter } from '../text/thai-characters.ts';
import { splitCompound } from '../text/word-parts.ts';
import { balanceLines, breakLines } from './break-lines.ts';
import { cm } from './measures.ts';
import { widthOf } from './sarabun.ts';

const measure = (text: string) => widthOf(text, 'regular', 16);
const text =
  'ศูนย์ปฏิบัติการต่อต้านการทุจริตในกระทรวงมหาดไทยมีหน้าที่ขับเคลื่อนให้เป็นกระทรวงที่มีธรรมาภิบาลและส่งผลกระทบต่อประชาชนในทางที่ดีโดยเผยแพร่ข่าวอื่นๆ และแนวคิดใหม่ ๆ ตามประมวลกฎหมายอาญา มาตรา 157 ในวันที่ 23 พฤศจิกายน 2569 (ดูเอกสารแนบ)';

/** Where a line may end inside a run of letters: between words, or between the parts of a compound. */
function boundaries(of: string): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const word of segment(of, dictionaryNow()))
    for (const part of splitCompound(word, dictionaryNow())) {
      at += part.length;
      found.add(at);
    }
  return found;
}

describe('a paragraph is broken', () => {
  test.each([6, 9, 12, 16])('between words only, in a column of %i cm', (width) => {
    const lines = breakLines(text, cm(width), measure);
    const allowed = boundaries(text);
    let at = 0;
    for (const line of lines) {
      expect(measure(line)).toBeLessThanOrEqual(cm(width) + 0.5);
      at = text.indexOf(line, at) + line.length;
      expect(allowed, line).toContain(at);
    }
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('never before ๆ or a closing bracket, nor between a section or a day and its number', () => {
    for (let width = 160; width < 460; width += 3) {
      const lines = breakLines(text, width, measure);
      for (const line of lines) {
        expect(line).not.toMatch(/^[ๆฯ)]/);
        expect(line).not.toMatch(/[(]$|มาตรา$|(?:^|[^0-9])23$|พฤศจิกายน$/);
      }
    }
  });

  test('in a narrow cell a date is parted between its words after all', () => {
    expect(breakLines('วันที่ 23 พฤศจิกายน 2569', 70, measure)).toEqual(['วันที่ 23', 'พฤศจิกายน', '2569']);
  });

  test('an address that is wider than the column ends after its signs, and no letter is lost', () => {
    const address = 'https://prongsai.example/verify/0123456789abcdef0123456789abcdef?lang=th';
    const lines = breakLines(address, cm(4), measure);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe(address);
    expect(lines[0]).toMatch(/[/.]$/);
  });

  test('a word of a hundred thousand letters costs no more than as many words', () => {
    const lines = breakLines('ฮ'.repeat(100_000), cm(16), measure);
    expect(lines.join('')).toHaveLength(100_000);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(cm(16));
  });

  test('the last line is not one short word', () => {
    const sentence = 'จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุมัติและลงนามในหนังสือที่แนบมาพร้อมนี้';
    const width = measure(sentence) - 2;
    expect(breakLines(sentence, width, measure).at(-1)).not.toBe('นี้');
  });

  test('a title in the middle has lines of about equal length', () => {
    const title = 'รู้เท่าทันระเบียบ กฎหมาย นโยบาย เพื่อป้องกันการทุจริตในองค์กรปกครองส่วนท้องถิ่น';
    const [first = '', second = '', ...rest] = balanceLines(title, measure(title) * 0.9, measure);
    expect(rest).toEqual([]);
    expect(Math.abs(measure(first) - measure(second))).toBeLessThan(measure(title) * 0.25);
  });
});

test('whatever is given, nothing is lost, nothing is cut inside a cluster and it comes to an end', () => {
  const parts = fc.oneof(fc.constantFrom(...domainWords), fc.constantFrom(...'กเแาำิ่์ัๆฯ. (1a'), fc.string());
  const any = fc.array(parts).map((each) => each.join('').replaceAll(/[\n\u00a0]/g, ''));
  fc.assert(
    fc.property(
      any,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 70 }),
      (given, width, indent) => {
        const lines = breakLines(given, width, measure, indent);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', '').trimEnd());
        const places = [...given.matchAll(/[^ ]/g)].map(({ index }) => index);
        let taken = 0;
        for (const line of lines.slice(0, -1)) {
          taken += line.replaceAll(' ', '').length;
          const end = taken === 0 ? 0 : places[taken - 1]! + 1;
          // A space parts anything, and a mark that follows no letter belongs to no cluster.
          if (end > 0 && given[end] !== ' ' && isThaiLetter(given.charCodeAt(end - 1)))
            expect(canCutBefore(given, end)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});

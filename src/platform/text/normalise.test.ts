import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseWithOffsets, sourceRange } from './normalise.ts';

/** Text made of what goes wrong: marks in any order, invisible characters, digits, pieces of words. */
const messy = fc
  .array(
    fc.constantFrom(
      ...'กนงสทปขเแโใไะาำๅัิีึืุู็่้๊๋์ํฺๆฯฤ๑๕๗ 19aZ.-',
      '\u200b',
      '\u200d',
      '\ufeff',
      '\u00ad',
      '\u00a0',
      '\u2009',
      '😀',
      'ที่',
      'น้ำ',
    ),
  )
  .map((parts) => parts.join(''));

describe('what looks the same becomes the same', () => {
  test.each([
    ['zero-width space between words', 'ทุจริต\u200bและ', 'ทุจริตและ'],
    ['soft hyphen and byte-order mark', '\ufeffประ\u00adชาชน', 'ประชาชน'],
    ['no-break space', 'มาตรา\u00a0157', 'มาตรา 157'],
    ['nikhahit and aa for am', 'ทํา', 'ทำ'],
    ['the same with a tone between', 'นํ้า', 'น้ำ'],
    ['the same with the tone first', 'น้ํา', 'น้ำ'],
    ['am before its tone', 'นำ้', 'น้ำ'],
    ['tone before vowel', 'ท่ี', 'ที่'],
    ['tone before lower vowel', 'ผู้', 'ผู้'],
    ['two เ for แ', 'เเจ้ง', 'แจ้ง'],
    ['two เ with a joiner between', 'เ\u200dเจ้ง', 'แจ้ง'],
    ['doubled marks', 'ที่่ดีี', 'ที่ดี'],
    ['thanthakhat before its vowel', 'สิทธ์ิ', 'สิทธิ์'],
    ['lakkhangyao for aa', 'รๅคา', 'ราคา'],
    ['Thai digits', '๑๒๓/๑', '123/1'],
  ])('%s', (_, source, wanted) => {
    expect(normalise(source)).toBe(wanted);
  });

  test('ฤๅ keeps its long vowel, and tones are never stripped', () => {
    expect(normalise('ฤๅษี')).toBe('ฤๅษี');
    const words = ['ข่าว', 'ข้าว', 'ขาว'];
    expect(new Set(words.map(normalise)).size).toBe(3);
  });

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(messy, (text) => normalise(normalise(text)) === normalise(text)),
      { numRuns: 2000 },
    );
  });

  test('the quick way round unsuspicious text changes nothing', () => {
    fc.assert(
      fc.property(messy, (text) => normalise(text) === normaliseWithOffsets(text).text),
      {
        numRuns: 2000,
      },
    );
  });
});

describe('the way back to the source', () => {
  test('a found word is highlighted where the writer wrote it', () => {
    const source = 'ขอ\u200bให้ตรวจนํ้า ๑๒ บ่อ';
    const result = normaliseWithOffsets(source);
    const at = result.text.indexOf('น้ำ');
    expect(source.slice(...sourceRange(result, at, at + 'น้ำ'.length))).toBe('นํ้า');
    const digits = result.text.indexOf('12');
    expect(source.slice(...sourceRange(result, digits, digits + 2))).toBe('๑๒');
  });

  test('offsets never go back, and cover the source', () => {
    fc.assert(
      fc.property(messy, (source) => {
        const { text, offsets } = normaliseWithOffsets(source);
        expect(offsets.length).toBe(text.length + 1);
        expect(offsets[text.length]).toBe(source.length);
        for (let at = 0; at < text.length; at++) expect(offsets[at + 1]).toBeGreaterThanOrEqual(offsets[at]!);
      }),
    );
  });
});

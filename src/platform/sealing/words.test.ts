import { describe, expect, it } from 'vitest';
import { sha256HexOfText } from './bytes.ts';
import { indexOf, loadWordList, nearestWords, skeletonOf, splitJoined } from './word-list.ts';
import { words as english } from './words.en.ts';
import { words as thai } from './words.th.ts';

const skeletons = thai.map((word) => word.replace(/[\u0e47-\u0e4c]/g, ''));

/** Letters Thai writers take for each other: one sound, or one look. */
const ALIKE = new Map(
  Object.entries({
    ส: 'ศษ',
    น: 'ณ',
    ท: 'ธฑฒฐ',
    ค: 'ฆขฅ',
    ไ: 'ใ',
    ต: 'ฏ',
    ด: 'ฎ',
    ย: 'ญ',
    ล: 'ฬร',
    เ: 'แ',
    พ: 'ภผ',
    ช: 'ฉฌ',
    '\u0e34': '\u0e35',
    '\u0e36': '\u0e37',
    '\u0e38': '\u0e39',
  }).flatMap(([kept, others]) => [...others].map((other) => [other, kept] as const)),
);

describe('the Thai words of a receipt', () => {
  it('are 2,048, each once, sorted by code point', () => {
    expect(thai).toHaveLength(2048);
    expect(new Set(thai).size).toBe(2048);
    expect([...thai].sort()).toEqual(thai);
  });

  it('are in the order in which receipts were issued, for ever', () => {
    expect(sha256HexOfText(thai.join(' '))).toBe(
      'b4198f1015fc9f86e833a6563f1e6ab6071b1cc5d1b3b0fe7dde8eadd2f7e276',
    );
  });

  it('have 3 to 6 letters, marks not counted', () => {
    const outside = skeletons.filter((skeleton) => skeleton.length < 3 || skeleton.length > 6);
    expect(outside).toEqual([]);
  });

  it('are Thai letters, vowels and marks in NFC: no digits, no ฯ ๆ, no letters out of use', () => {
    for (const word of thai) {
      expect(word).toMatch(/^[\u0e01\u0e02\u0e04\u0e06-\u0e2e\u0e30-\u0e39\u0e40-\u0e44\u0e47-\u0e4c]+$/);
      expect(word.normalize('NFC')).toBe(word);
      expect(word).not.toMatch(/เเ|ฤๅ|ฦ/);
    }
  });

  it('stay different without tone marks, thanthakhat and maitaikhu', () => {
    expect(new Set(skeletons).size).toBe(2048);
  });

  it('stay different when letters that sound or look alike are mistaken', () => {
    const heard = skeletons.map((skeleton) =>
      [...skeleton].map((letter) => ALIKE.get(letter) ?? letter).join(''),
    );
    const doubles = heard.filter((sound, at) => heard.indexOf(sound) !== at);
    expect(doubles).toEqual([]);
  });

  it('never begin one another, so that words without spaces read one way', () => {
    const sorted = [...skeletons].sort();
    const begun = sorted.filter((skeleton, at) => at > 0 && skeleton.startsWith(sorted[at - 1]!));
    expect(begun).toEqual([]);
  });

  it('hold no word of the kinds left out', () => {
    const rude = /^(หี|ควย|เหี้ย|เย็ด|แตด|หำ|จู๋|จิ๋ม|อี|ไอ้|ขี้|สัตว์|แรด|ดอกทอง|หอย|หมอย)/;
    const matter = /^(โกง|สินบน|ทุจริต|สุจริต|ส่วย|คดี|ตำรวจ|ศาล(?!า)|ฆ่า|ตาย(?!าย)|ปืน|ศพ|ผี(?!เสื้อ)|พระ|กษัตริย์|ราชา)/;
    expect(thai.filter((word) => rude.test(word) && word !== 'อีเมล')).toEqual([]);
    expect(thai.filter((word) => matter.test(word))).toEqual([]);
  });
});

describe('the English words of a receipt', () => {
  it('are 2,048, sorted, told apart by their first four letters', () => {
    expect(english).toHaveLength(2048);
    expect([...english].sort()).toEqual(english);
    expect(new Set(english.map((word) => word.slice(0, 4))).size).toBe(2048);
  });
});

describe('a word as typed', () => {
  it('is compared without marks, however SARA AM and SARA AE came in', () => {
    const wanted = skeletonOf('น้ำแข็ง', 'th');
    for (const typed of [
      'น้\u0e4d\u0e32แข็ง', // tone mark before nikhahit
      'น\u0e4d\u0e49\u0e32แข็ง', // tone mark after nikhahit, as NFKC leaves it
      'นำ\u0e49แข็ง', // tone mark after SARA AM
      'น้ำเเข็ง', // two SARA E
      'นำแขง',
    ]) {
      expect(skeletonOf(typed, 'th')).toBe(wanted);
    }
    expect(skeletonOf('กิ่งไม้', 'th')).toBe(skeletonOf('ก่ิงไม้', 'th'));
  });

  it('finds each word of each list', async () => {
    for (const language of ['th', 'en'] as const) {
      const list = await loadWordList(language);
      expect(indexOf(list).size).toBe(2048);
      expect(list.words.every((word, at) => indexOf(list).get(skeletonOf(word, language)) === at)).toBe(true);
    }
  });

  it('is read out of joined words, or not at all', async () => {
    const list = await loadWordList('th');
    const values = [5, 2000, 77, 77, 1024];
    expect(splitJoined(values.map((value) => thai[value]).join(''), list)).toEqual(values);
    expect(splitJoined(`${thai[5]}ฮฮฮ`, list)).toBeUndefined();
  });

  it('that is unknown brings at most three that look like it, the nearest first', async () => {
    const english = await loadWordList('en');
    expect(nearestWords('abandno', english)[0]).toBe('abandon');
    const thaiList = await loadWordList('th');
    expect(nearestWords('กะต่าย', thaiList)).toContain('กระต่าย');
    expect(nearestWords('กะต่าย', thaiList).length).toBeLessThanOrEqual(3);
    expect(nearestWords('xxxxxxxxxxxx', english)).toEqual([]);
  });
});

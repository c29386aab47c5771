/** Penalties written in words become the numbers that the finder shows. */
import { describe, expect, test } from 'vitest';
import { readNumberWords } from './number-words.ts';
import { readPenalties } from './read-penalties.ts';

describe('number words', () => {
  test.each([
    ['สิบ', 10],
    ['สิบเอ็ด', 11],
    ['ยี่สิบ', 20],
    ['สองพัน', 2_000],
    ['หนึ่งแสนสี่หมื่น', 140_000],
    ['สองล้านห้าแสน', 2_500_000],
  ])('%s is %i', (words, number) => expect(readNumberWords(words)).toBe(number));

  test('anything else is no number', () => {
    expect(readNumberWords('หนึ่งเท่า')).toBeUndefined();
    expect(readNumberWords('')).toBeUndefined();
  });
});

describe('penalties', () => {
  test('a range, life, a fine and death', () => {
    expect(
      readPenalties(
        'ผู้นั้นต้องระวางโทษจำคุกตั้งแต่ห้าปีถึงยี่สิบปี\nหรือจำคุกตลอดชีวิต และปรับตั้งแต่หนึ่งแสนบาทถึงสี่แสนบาท หรือประหารชีวิต [หมายเหตุ ปรับไม่เกินหนึ่งบาท]',
      ),
    ).toEqual([
      {
        minMonths: 60,
        maxMonths: 240,
        life: true,
        death: true,
        minFine: 100_000,
        maxFine: 400_000,
        join: 'and',
      },
    ]);
  });

  test('either or both, and a graver case after it', () => {
    expect(
      readPenalties(
        'ต้องระวางโทษจำคุกไม่เกินหกเดือน หรือปรับไม่เกินหนึ่งหมื่นบาท หรือทั้งจำ\nทั้งปรับ ถ้ามีเหตุอื่น ต้องระวางโทษจำคุกไม่เกินสองปี และปรับไม่เกินสี่หมื่นบาท',
      ),
    ).toEqual([
      { maxMonths: 6, maxFine: 10_000, join: 'or-both' },
      { maxMonths: 24, maxFine: 40_000, join: 'and' },
    ]);
  });

  test('a reference to another penalty gives none', () => {
    expect(readPenalties('ต้องระวางโทษเป็นสองเท่าของโทษนั้น และปรับตั้งแต่หนึ่งเท่าแต่ไม่เกินสองเท่า')).toEqual([]);
  });
});

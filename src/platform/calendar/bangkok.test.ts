import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  asCivilDate,
  buddhistYear,
  civilDate,
  commonYear,
  dateOf,
  daysBetween,
  endOfDay,
  fiscalQuarterOf,
  fiscalYearOf,
  fiscalYearRange,
  formatDate,
  formatDateTime,
  formatDue,
  formatFiscalYear,
  formatRelative,
  parseCivilDate,
  startOfDay,
  weekdayOf,
} from './bangkok.ts';

const day = asCivilDate('2026-11-23');

describe('instants and dates', () => {
  test('a report sent half an hour after midnight in Bangkok belongs to the new day', () => {
    expect(civilDate(new Date('2026-11-22T17:30:00Z'))).toBe('2026-11-23');
    expect(civilDate(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
  });

  test('any instant lies inside its day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
        (instant) => {
          const date = civilDate(instant);
          expect(startOfDay(date).getTime()).toBeLessThanOrEqual(instant.getTime());
          expect(endOfDay(date).getTime()).toBeGreaterThan(instant.getTime());
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(instant);
          expect(date).toBe(shown);
        },
      ),
    );
  });

  test('dates that do not exist are refused', () => {
    for (const text of ['2026-02-30', '2026-13-01', '23/11/2569', '2026-1-1', '', '2026-11-23T00:00']) {
      expect(parseCivilDate(text), text).toBeUndefined();
    }
    expect(() => asCivilDate('2026-02-29')).toThrow(RangeError);
    expect(() => dateOf(2026, 4, 31)).toThrow(RangeError);
    expect(() => civilDate(Number.NaN)).toThrow(RangeError);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 40_000 }),
        (days) => daysBetween(day, addDays(day, days)) === days,
      ),
    );
    expect(weekdayOf(day)).toBe(1);
  });
});

describe('shown', () => {
  test('in Thai by the Buddhist era, in English by the Common Era', () => {
    expect(formatDate(day, 'th')).toBe('23 พฤศจิกายน 2569');
    expect(formatDate(day, 'th', 'short')).toBe('23 พ.ย. 2569');
    expect(formatDate(day, 'th', 'numeric')).toBe('23/11/2569');
    expect(formatDate(day, 'th', 'long', { thaiDigits: true })).toBe('๒๓ พฤศจิกายน ๒๕๖๙');
    expect(formatDate(day, 'th', 'long', { weekday: true })).toBe('วันจันทร์ที่ 23 พฤศจิกายน 2569');
    expect(formatDate(day, 'en')).toBe('23 November 2026');
    expect(formatDate(day, 'en', 'short', { thaiDigits: true })).toBe('23 Nov 2026');
    expect(formatDateTime(new Date('2026-11-23T07:05:00Z'), 'th')).toBe('23 พ.ย. 2569 เวลา 14:05 น.');
    expect(formatDateTime(new Date('2026-11-23T07:05:00Z'), 'en')).toBe('23 Nov 2026, 14:05');
  });

  test('from today', () => {
    const shown = [-2, -1, 0, 1, 3].map((days) => formatRelative(addDays(day, days), day, 'th'));
    expect(shown).toEqual(['2 วันที่แล้ว', 'เมื่อวานนี้', 'วันนี้', 'พรุ่งนี้', 'อีก 3 วัน']);
    expect(formatRelative(addDays(day, 3), day, 'en')).toBe('in 3 days');
    expect(formatDue(addDays(day, -1), day, 'en')).toBe('1 day overdue');
    expect(formatDue(day, day, 'th')).toBe('ครบกำหนดวันนี้');
  });
});

describe('years', () => {
  test('fiscal year 2570 began on 1 October 2569', () => {
    expect(fiscalYearOf(asCivilDate('2026-09-30'))).toBe(2569);
    expect(fiscalYearOf(asCivilDate('2026-10-01'))).toBe(2570);
    expect(fiscalYearRange(2570)).toEqual({ first: '2026-10-01', last: '2027-09-30' });
    expect(formatFiscalYear(2570, 'th')).toBe('ปีงบประมาณ พ.ศ. 2570');
    expect(formatFiscalYear(2570, 'en')).toBe('fiscal year 2027');
    const quarters = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) =>
      fiscalQuarterOf(dateOf(2026, month, 1)),
    );
    expect(quarters).toEqual([2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 1, 1]);
  });

  test('eras', () => {
    expect(buddhistYear(2026)).toBe(2569);
    expect(commonYear(2569)).toBe(2026);
  });
});

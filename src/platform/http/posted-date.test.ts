/** What somebody typed into a date's three fields, and what the server makes of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { partsForField } from '#platform/calendar/date-parts.ts';
import { dateOf, dateText, timeText } from './posted-date.ts';

const posted = (day: string, month: string, year: string) =>
  new URLSearchParams({ 'on-d': day, 'on-m': month, 'on-y': year });

describe('a date', () => {
  test.each([
    ['23', '11', '2569', '2026-11-23'],
    ['23', '11', '2026', '2026-11-23'],
    ['๒๓', '11', '๒๕๖๙', '2026-11-23'],
    [' 1 ', '1', '2500', '1957-01-01'],
    ['29', '2', '2567', '2024-02-29'],
  ])('%s/%s/%s is %s', (day, month, year, date) => {
    expect(dateOf(posted(day, month, year), 'on')).toEqual({ kind: 'date', date });
  });

  test.each([
    ['30', '2', '2569'],
    ['29', '2', '2569'],
    ['5', '', '2569'],
    ['', '4', ''],
    // Of which century?
    ['23', '11', '69'],
    ['x', '1', '2569'],
    ['1', '13', '2569'],
  ])('%s/%s/%s is impossible, which is not empty, and comes back to whoever typed it', (day, month, year) => {
    const fields = posted(day, month, year);
    expect(dateOf(fields, 'on').kind).toBe('impossible');
    expect(partsForField(dateText(fields, 'on'), 'buddhist')).toEqual({ day, month, year });
  });

  test('is empty when nothing was typed or there is no such field', () => {
    expect(dateOf(posted('', '', ''), 'on')).toEqual({ kind: 'empty' });
    expect(dateOf(new FormData(), 'on')).toEqual({ kind: 'empty' });
    expect(dateText(new FormData(), 'on')).toBe('');
  });

  test('may come as one text', () => {
    for (const text of ['2026-11-23', '23/11/2569', '๒๓.๑๑.๒๕๖๙', '23-11-2026', '23 11 2569'])
      expect(dateText(new URLSearchParams({ on: text }), 'on')).toBe('2026-11-23');
  });

  test('goes into the field and comes out as the same day, in both eras', () => {
    const day = fc.integer({ min: Date.UTC(1857, 0), max: Date.UTC(2399, 0) }).map((at) => civilDate(at));
    fc.assert(
      fc.property(day, fc.constantFrom('buddhist' as const, 'common' as const), (date: CivilDate, era) => {
        const parts = partsForField(date, era);
        expect(dateText(posted(parts.day, parts.month, parts.year), 'on')).toBe(date);
      }),
    );
  });
});

test.each([
  ['8.30', '08:30'],
  ['08:30', '08:30'],
  ['0830', '08:30'],
  ['๑๓.๐๐ น.', '13:00'],
  ['', ''],
  ['24:00', '24:00'],
  ['เช้า', 'เช้า'],
])('a time typed as %s is %s', (typed, time) => {
  expect(timeText(new URLSearchParams({ at: typed }), 'at')).toBe(time);
});

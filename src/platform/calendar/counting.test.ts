import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asCivilDate, type CivilDate, dateOf, daysBetween, weekdayOf } from './civil-date.ts';
import {
  dueDate,
  dueInstant,
  explainDueDate,
  isWorkingDay,
  nextWorkingDay,
  type Period,
  workingDaysBetween,
} from './counting.ts';
import { confirmedHolidays, holidaySeed } from './holidays.seed.ts';

const none = new Set<CivilDate>();
const holidays = confirmedHolidays(holidaySeed);
const on = (text: string) => asCivilDate(text);
const due = (trigger: string, period: Parameters<typeof dueDate>[1], days = holidays) =>
  dueDate(on(trigger), period, days);

const anyDate = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 0, max: 365 }))
  .map(([year, day]) => addDays(dateOf(year, 1, 1), day));

describe('days', () => {
  test('the day of the event is not counted: a report of Monday 2 November is answered by the 17th', () => {
    expect(due('2026-11-02', { days: 15, unit: 'calendar' })).toBe('2026-11-17');
  });

  test('a last day on Saturday moves to Monday', () => {
    const explained = explainDueDate(on('2026-11-06'), { days: 15, unit: 'calendar' }, holidays);
    expect(explained).toEqual({ firstDay: '2026-11-07', lastDay: '2026-11-21', due: '2026-11-23' });
  });

  test('a last day in Songkran moves past it', () => {
    expect(due('2026-03-29', { days: 15, unit: 'calendar' })).toBe('2026-04-16');
  });

  test('a holiday in the middle changes nothing', () => {
    expect(due('2026-04-10', { days: 30, unit: 'calendar' })).toBe(
      due('2026-04-10', { days: 30, unit: 'calendar' }, none),
    );
  });

  test('an unconfirmed holiday does not make a clock late', () => {
    expect(holidaySeed.find(({ date }) => date === '2026-12-07')?.status).toBe('unconfirmed');
    expect(due('2026-11-22', { days: 15, unit: 'calendar' })).toBe('2026-12-07');
  });

  test('one working day after Friday is Monday; after the eve of Songkran it is the 16th', () => {
    expect(due('2026-11-20', { days: 1, unit: 'working' })).toBe('2026-11-23');
    expect(due('2026-04-10', { days: 1, unit: 'working' })).toBe('2026-04-16');
  });
});

describe('weeks, months, years by the calendar (s.193/5)', () => {
  test.each<[string, Period, string, string]>([
    ['2026-01-15', { months: 1 }, '2026-02-15', 'the answering day'],
    ['2026-01-31', { months: 1 }, '2026-02-28', 'a whole February'],
    ['2026-01-30', { months: 1 }, '2026-02-28', 'no 31 February: the last day'],
    ['2026-01-28', { months: 1 }, '2026-02-28', 'no 29 February in a common year'],
    ['2028-01-28', { months: 1 }, '2028-02-28', 'the day before 29 February in a leap year'],
    ['2026-02-28', { months: 1 }, '2026-03-31', 'a whole March'],
    ['2026-11-23', { years: 2 }, '2028-11-23', 'two years'],
    ['2027-02-28', { years: 1 }, '2028-02-29', 'a year from 1 March ends with February'],
    ['2026-10-20', { months: 3 }, '2027-01-20', 'over the new year'],
    ['2026-11-23', { weeks: 2 }, '2026-12-07', 'the same day of the week'],
  ])('%s %o ends %s: %s', (trigger, period, last) => {
    expect(explainDueDate(on(trigger), period, none).lastDay).toBe(last);
  });

  test('72 hours run through the weekend', () => {
    expect(dueInstant(new Date('2026-11-20T16:30:00+07:00'), 72).toISOString()).toBe(
      '2026-11-23T09:30:00.000Z',
    );
  });
});

describe('always', () => {
  test('a due date is a working day, not before the counted last day', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 800 }),
        fc.constantFrom('calendar', 'working'),
        (day, days, unit) => {
          const { lastDay, due } = explainDueDate(day, { days, unit: unit as 'calendar' }, holidays);
          expect(isWorkingDay(due, holidays)).toBe(true);
          expect(due >= lastDay && lastDay > day).toBe(true);
          if (unit === 'calendar') expect(daysBetween(day, lastDay)).toBe(days);
          else expect(workingDaysBetween(day, due, holidays)).toBe(days);
        },
      ),
    );
  });

  test('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (day, n) => {
        expect(dueDate(day, { months: n + 1 }, holidays) > dueDate(day, { months: n }, holidays)).toBe(true);
        expect(
          dueDate(day, { days: n + 1, unit: 'calendar' }, holidays) >=
            dueDate(day, { days: n, unit: 'calendar' }, holidays),
        ).toBe(true);
      }),
    );
  });

  test('a period of nothing is refused', () => {
    for (const days of [0, -1, 1.5, Number.NaN]) {
      expect(() => due('2026-11-23', { days, unit: 'calendar' })).toThrow(RangeError);
    }
  });
});

describe('the holidays that ship', () => {
  test('each substitute stands on a working day right after a holiday on a weekend', () => {
    const all = new Set(holidaySeed.map(({ date }) => date));
    const substitutes = holidaySeed.filter(({ nameTh }) => nameTh.startsWith('ชดเชย'));
    expect(substitutes.length).toBeGreaterThan(3);
    for (const { date, nameTh } of substitutes) {
      expect([0, 6], nameTh).not.toContain(weekdayOf(date));
      const name = nameTh.replace('ชดเชย', '');
      const real = holidaySeed.find(
        (day) => day.nameTh === name && day.date < date && daysBetween(day.date, date) < 7,
      );
      expect(real && [0, 6].includes(weekdayOf(real.date)), nameTh).toBe(true);
      expect(nextWorkingDay(real!.date, new Set([...all].filter((day) => day !== date)))).toBe(date);
    }
  });

  test('each weekend holiday of a fixed date has its substitute, and no date is listed twice', () => {
    const dates = holidaySeed.map(({ date }) => date);
    expect(new Set(dates).size).toBe(dates.length);
    for (const { date, nameTh } of holidaySeed.filter((day) => [0, 6].includes(weekdayOf(day.date)))) {
      expect(
        holidaySeed.some((day) => day.nameTh === `ชดเชย${nameTh}` && day.date > date),
        `${date} ${nameTh}`,
      ).toBe(true);
    }
  });
});

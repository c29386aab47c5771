// When a period ends, by the Civil and Commercial Code ss.193/3 to 193/8: the day of the event is not counted, weeks,
// months and years go by the calendar, and a last day that is a holiday gives way to the next working day.
// Holidays are data (rows with a source); an unconfirmed one does not move a clock, so that an error makes a clock
// early, never late.
import { addDays, type CivilDate, dateOf, daysInMonth, partsOf, weekdayOf } from './civil-date.ts';

/** Anything that can say whether a date is a holiday: a Set or a Map of dates. */
export type Holidays = { has(date: CivilDate): boolean };

export type Period =
  | { readonly days: number; readonly unit: 'calendar' | 'working' }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number };

export type DueDate = {
  /** The first day that counts. */
  readonly firstDay: CivilDate;
  /** The last day of the period as counted. */
  readonly lastDay: CivilDate;
  /** The last day on which the act is in time: `lastDay`, or the next working day (s.193/8). */
  readonly due: CivilDate;
};

/** The last day in time. RangeError for a period that is not a whole positive number. */
export function dueDate(trigger: CivilDate, period: Period, holidays: Holidays): CivilDate {
  return explainDueDate(trigger, period, holidays).due;
}

/** As {@link dueDate}, with the days between, so that a page can say why. */
export function explainDueDate(trigger: CivilDate, period: Period, holidays: Holidays): DueDate {
  checkWhole(period);
  const firstDay = addDays(trigger, 1); // s.193/3 paragraph 2
  const lastDay = endOf(firstDay, period, holidays);
  return { firstDay, lastDay, due: nextWorkingDay(lastDay, holidays) };
}

/** A period in hours runs from the instant itself, day and night, holidays or not (s.193/3 paragraph 1). */
export function dueInstant(trigger: Date, hours: number): Date {
  return new Date(trigger.getTime() + hours * 60 * 60 * 1000);
}

/** Monday to Friday and no holiday. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The date itself when it is a working day, else the first one after it. */
export function nextWorkingDay(date: CivilDate, holidays: Holidays): CivilDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count++;
  return count;
}

function endOf(firstDay: CivilDate, period: Period, holidays: Holidays): CivilDate {
  if ('weeks' in period) return addDays(firstDay, period.weeks * 7 - 1);
  if ('months' in period) return endOfMonths(firstDay, period.months);
  if ('years' in period) return endOfMonths(firstDay, period.years * 12);
  if (period.unit === 'calendar') return addDays(firstDay, period.days - 1);
  let day = nextWorkingDay(firstDay, holidays);
  for (let left = period.days; left > 1; left--) day = nextWorkingDay(addDays(day, 1), holidays);
  return day;
}

/** s.193/5: the day before the one that answers to the first day; the month's last day when none answers to it. */
function endOfMonths(firstDay: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(firstDay);
  const index = month - 1 + months;
  const lastYear = year + Math.floor(index / 12);
  const lastMonth = (index % 12) + 1;
  const length = daysInMonth(lastYear, lastMonth);
  return day > length ? dateOf(lastYear, lastMonth, length) : addDays(dateOf(lastYear, lastMonth, day), -1);
}

function checkWhole(period: Period): void {
  const [amount] = Object.values(period).filter((value) => typeof value === 'number');
  if (!Number.isSafeInteger(amount) || amount! < 1) {
    throw new RangeError('a period is a whole number of days, weeks, months or years, at least 1');
  }
}

// Days as people in Thailand count them: a civil date is the text YYYY-MM-DD of the Common Era, in Asia/Bangkok.
// Thailand has kept UTC+7 without summer time since 1920, so the conversion is plain arithmetic and the same
// everywhere, whatever time-zone data a browser carries. Time is always passed in; nothing here reads a clock.

declare const civil: unique symbol;

/** A real date, YYYY-MM-DD. Such texts compare and sort as dates do. */
export type CivilDate = string & { readonly [civil]: true };

export const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The date in Bangkok at an instant (a Date or milliseconds since 1970 UTC). RangeError for an invalid Date. */
export function civilDate(instant: Date | number): CivilDate {
  return fromDayNumber(Math.floor((Number(instant) + BANGKOK_OFFSET_MS) / DAY_MS));
}

/** Checks a text; undefined unless it is a date that exists (so not 2026-02-30). */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().slice(0, 10) === text ? (text as CivilDate) : undefined;
}

/** As {@link parseCivilDate} for dates that must be right: RangeError otherwise. */
export function asCivilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new RangeError(`not a date of the form YYYY-MM-DD: ${text}`);
  return date;
}

/** From year (Common Era), month 1–12 and day; RangeError when there is no such day. */
export function dateOf(year: number, month: number, day: number): CivilDate {
  return asCivilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Year (Common Era), month 1–12 and day of a date. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
}

/** The first instant of the date in Bangkok. */
export function startOfDay(date: CivilDate): Date {
  return new Date(toDayNumber(date) * DAY_MS - BANGKOK_OFFSET_MS);
}

/** The first instant after the date: what is done on the date happens before it. */
export function endOfDay(date: CivilDate): Date {
  return startOfDay(addDays(date, 1));
}

/** `days` may be negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from one date to another: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** How many days a month (1–12) of a Common Era year has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The time of day in Bangkok at an instant, HH:MM on a 24-hour clock. */
export function civilTime(instant: Date | number): string {
  return new Date(Number(instant) + BANGKOK_OFFSET_MS).toISOString().slice(11, 16);
}

function toDayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(days: number): CivilDate {
  return asCivilDate(new Date(days * DAY_MS).toISOString().slice(0, 10));
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

// How dates and times are shown: Buddhist era in Thai, Common Era in English, Thai digits where a paper wants them.
import { dictionary, type Locale } from '../text/messages.ts';
import { toThaiDigits } from '../text/thai-digits.ts';
import {
  addDays,
  type CivilDate,
  civilDate,
  civilTime,
  daysBetween,
  partsOf,
  weekdayOf,
} from './civil-date.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export type DateStyle = 'long' | 'short' | 'numeric';

export type DateOptions = {
  /** Thai digits, as official papers use; no effect in English. */
  readonly thaiDigits?: boolean;
  /** Names the day of the week too: วันจันทร์ที่ 23 พฤศจิกายน 2569. */
  readonly weekday?: boolean;
};

const messages = dictionary(th, en);

/** Buddhist era years are Common Era years and 543, all over the calendar since 1 January 1941. */
export const BUDDHIST_ERA = 543;

export function buddhistYear(commonYear: number): number {
  return commonYear + BUDDHIST_ERA;
}

export function commonYear(buddhistEraYear: number): number {
  return buddhistEraYear - BUDDHIST_ERA;
}

/** January to December, for lists to choose from and charts. */
export function monthNames(locale: Locale, style: 'long' | 'short' = 'long'): readonly string[] {
  const { months, shortMonths } = messages(locale);
  return style === 'long' ? months : shortMonths;
}

/** '23 พฤศจิกายน 2569', '23 พ.ย. 2569', '23/11/2569'; in English '23 November 2026', '23 Nov 2026', '23/11/2026'. */
export function formatDate(
  date: CivilDate,
  locale: Locale,
  style: DateStyle = 'long',
  options: DateOptions = {},
): string {
  const text = messages(locale);
  const { year, month, day } = partsOf(date);
  const shownYear = locale === 'th' ? buddhistYear(year) : year;
  const monthName = style === 'long' ? text.months[month - 1] : text.shortMonths[month - 1];
  const plain = style === 'numeric' ? `${day}/${month}/${shownYear}` : `${day} ${monthName} ${shownYear}`;
  const shown = options.weekday ? text.withWeekday(text.weekdays[weekdayOf(date)]!, plain) : plain;
  return digits(shown, locale, options);
}

/** A day of every year: '31 มีนาคม', '31 March'. */
export function formatDayOfYear({ month, day }: { month: number; day: number }, locale: Locale): string {
  return `${day} ${messages(locale).months[month - 1]}`;
}

/** The time of an instant in Bangkok: '14:05 น.', '14:05'. */
export function formatTime(instant: Date | number, locale: Locale, options: DateOptions = {}): string {
  return digits(messages(locale).time(civilTime(instant)), locale, options);
}

/** Date and time of an instant in Bangkok: '23 พ.ย. 2569 เวลา 14:05 น.', '23 Nov 2026, 14:05'. */
export function formatDateTime(
  instant: Date | number,
  locale: Locale,
  style: DateStyle = 'short',
  options: DateOptions = {},
): string {
  const date = formatDate(civilDate(instant), locale, style, options);
  return messages(locale).dateAndTime(date, formatTime(instant, locale, options));
}

/** Where a date stands from today: 'วันนี้', 'พรุ่งนี้', 'อีก 3 วัน', '3 วันที่แล้ว'. */
export function formatRelative(
  date: CivilDate,
  today: CivilDate,
  locale: Locale,
  options: DateOptions = {},
): string {
  const text = messages(locale);
  if (date === today) return text.today;
  if (date === addDays(today, 1)) return text.tomorrow;
  if (date === addDays(today, -1)) return text.yesterday;
  const days = daysBetween(today, date);
  const count = digits(String(Math.abs(days)), locale, options);
  return days > 0 ? text.inDays(count, days) : text.daysAgo(count, -days);
}

/** Where a due date stands from today: 'อีก 3 วัน', 'ครบกำหนดวันนี้', 'เกินกำหนด 2 วัน'. */
export function formatDue(
  due: CivilDate,
  today: CivilDate,
  locale: Locale,
  options: DateOptions = {},
): string {
  const text = messages(locale);
  const days = daysBetween(today, due);
  const count = digits(String(Math.abs(days)), locale, options);
  if (days === 0) return text.dueToday;
  return days > 0 ? text.inDays(count, days) : text.overdueBy(count, -days);
}

/** 'ปีงบประมาณ พ.ศ. 2570'; in English the Common Era year the fiscal year ends in: 'fiscal year 2027'. */
export function formatFiscalYear(buddhistEraYear: number, locale: Locale, options: DateOptions = {}): string {
  const year = locale === 'th' ? buddhistEraYear : commonYear(buddhistEraYear);
  return digits(messages(locale).fiscalYear(String(year)), locale, options);
}

function digits(text: string, locale: Locale, { thaiDigits = false }: DateOptions): string {
  return thaiDigits && locale === 'th' ? toThaiDigits(text) : text;
}

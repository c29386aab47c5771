// A date as people type it: day, month and year apart, in either digits, in the Buddhist or the Common Era.
import { fromThaiDigits } from '../text/thai-digits.ts';
import { type CivilDate, dateOf, parseCivilDate, partsOf } from './civil-date.ts';
import { buddhistYear, commonYear } from './formatting.ts';

/** As typed, so that a wrong date can be shown again to whoever typed it. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** `impossible`: something was typed, but there is no such day, or the year does not say its century. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'impossible'; readonly parts: DateParts };

/** A year from 2400 on is of the Buddhist era: no date of this platform lies four centuries ahead. */
export function dateFromParts(typed: DateParts): TypedDate {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => fromThaiDigits(part.trim()));
  if (!day && !month && !year) return { kind: 'empty' };
  const impossible = { kind: 'impossible', parts: typed } as const;
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part!)) || Number(year) < 1800) return impossible;
  const common = Number(year) >= 2400 ? commonYear(Number(year)) : Number(year);
  try {
    return { kind: 'date', date: dateOf(common, Number(month), Number(day)) };
  } catch {
    return impossible;
  }
}

/** From one text: YYYY-MM-DD as the program writes it, or day, month and year with strokes, dots or blanks between. */
export function dateFromText(text: string): TypedDate {
  const trimmed = fromThaiDigits(text.trim());
  const date = parseCivilDate(trimmed);
  if (date) return { kind: 'date', date };
  return dateFromParts(typedParts(trimmed));
}

/** For the three fields of a form: the parts of a stored date, its year in the era asked for, or what was typed. */
export function partsForField(text: string, era: 'buddhist' | 'common'): DateParts {
  const date = parseCivilDate(text.trim());
  if (!date) return typedParts(text);
  const { day, month, year } = partsOf(date);
  return {
    day: String(day),
    month: String(month),
    year: String(era === 'buddhist' ? buddhistYear(year) : year),
  };
}

/** How an impossible date travels as one text; {@link partsForField} takes it apart again. */
export const typedText = ({ day, month, year }: DateParts): string =>
  `${day.trim()}/${month.trim()}/${year.trim()}`;

/** HH:MM from 8.30, 08:30, 0830 or 8.30 น., in either digits; undefined for what is no time of day. */
export function timeFromText(text: string): string | undefined {
  const bare = fromThaiDigits(text)
    .trim()
    .replace(/\s*น\.?$/, '');
  const found = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(bare);
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : undefined;
}

function typedParts(text: string): DateParts {
  const [day = '', month = '', year = '', ...rest] = text.trim().split(/[/.\s]|(?<=\d)-(?=\d)/);
  return { day, month, year: [year, ...rest].join('/') };
}

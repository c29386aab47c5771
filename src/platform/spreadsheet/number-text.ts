/** What a cell's number is to its reader: Excel keeps dates, telephone numbers and amounts all as numbers. */
import { addDays, asCivilDate, dateOf, partsOf } from '#platform/calendar/civil-date.ts';
import { BUDDHIST_ERA } from '#platform/calendar/formatting.ts';

export type NumberKind = 'number' | 'date' | { readonly digits: number };

/** Built-in formats of dates (ECMA-376, 18.8.30), the Thai and other Asian ones included. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (id >= 71 && id <= 81);

/** By the number and the code of the cell's format. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : 'number';
  // Longer than Excel lets one be.
  if (code.length > 255) return 'number';
  const [first = ''] = code.split(';');
  // Quoted words, escaped letters, colours and languages are no part of the pattern; [h] is.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '');
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  return /[ymdhsb]/i.test(bare) && !/General/i.test(bare) ? 'date' : 'number';
}

/** `is1904`: workbooks of old Macintoshes count from 1904. */
export function numberText(value: number, kind: NumberKind, is1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (kind === 'date') return dateText(value, is1904);
  // Excel itself shows fifteen digits; the sixteenth is what binary fractions leave.
  const plain = String(Number(value.toPrecision(15)));
  return kind === 'number' || !/^\d+$/.test(plain) ? plain : plain.padStart(kind.digits, '0');
}

function dateText(serial: number, is1904: boolean): string {
  const minutes = Math.round(serial * 1_440);
  const days = Math.floor(minutes / 1_440);
  const time = clock(minutes - days * 1_440);
  if (serial < 0 || days > 2_958_465) return String(serial);
  if (days === 0) return time;
  const day = dayText(days, is1904);
  return minutes % 1_440 === 0 ? day : `${day}T${time}`;
}

function dayText(days: number, is1904: boolean): string {
  // Excel believes in 29 February 1900, so days up to it stand one further.
  const start = is1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30';
  const day = addDays(asCivilDate(start), days);
  const { year, month, day: dayOfMonth } = partsOf(day);
  // Typed as 12/3/2569 on a computer that counts in the Common Era, it stands as a day five centuries ahead.
  if (year < 2400) return day;
  try {
    return dateOf(year - BUDDHIST_ERA, month, dayOfMonth);
  } catch {
    return `${dayOfMonth}/${month}/${year}`;
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Dates and times of a posted form or an address, whichever way the field's parts came. */
import { dateFromParts, dateFromText, type TypedDate, typedText } from '#platform/calendar/date-parts.ts';
import { fromThaiDigits } from '#platform/text/thai-digits.ts';

type Fields = Pick<FormData, 'get'> | Pick<URLSearchParams, 'get'>;

const textIn = (fields: Fields, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The date of a `DateField`: three parts (with or without script), or one text under its name. */
export function dateOf(fields: Fields, name: string): TypedDate {
  if (fields.get(`${name}-d`) === null) return dateFromText(textIn(fields, name));
  return dateFromParts({
    day: textIn(fields, `${name}-d`),
    month: textIn(fields, `${name}-m`),
    year: textIn(fields, `${name}-y`),
  });
}

/**
 * The same as one text for a schema that checks with `parseCivilDate`: YYYY-MM-DD, empty, or what was typed, which
 * the schema refuses and `DateField` shows again.
 */
export function dateText(fields: Fields, name: string): string {
  const typed = dateOf(fields, name);
  return typed.kind === 'date' ? typed.date : typed.kind === 'empty' ? '' : typedText(typed.parts);
}

/** The time of a `TimeField` as HH:MM: typed as 8.30, 08:30 or 0830, in either digits; what is no time comes as typed. */
export function timeText(fields: Fields, name: string): string {
  const typed = textIn(fields, name);
  const found = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(fromThaiDigits(typed).replace(/\s*น\.?$/, ''));
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : typed;
}

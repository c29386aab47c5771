/** Dates and times of a posted form or an address, whichever way the field's parts came. */
import {
  dateFromParts,
  dateFromText,
  type TypedDate,
  timeFromText,
  typedText,
} from '#platform/calendar/date-parts.ts';

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

/** The time of a `TimeField` as HH:MM, empty, or what was typed where that is no time. */
export function timeText(fields: Fields, name: string): string {
  const typed = textIn(fields, name);
  return timeFromText(typed) ?? typed;
}

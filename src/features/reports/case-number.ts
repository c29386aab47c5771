/** The number people quote: the Buddhist year and eight random signs that cannot be misread. Not a count: that would tell volumes. */
import { randomInt } from 'node:crypto';
import { buddhistYear, civilDate, partsOf } from '#platform/calendar/bangkok.ts';

/** Crockford's alphabet: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** For example `69-7KQ2-M4XA`; one of 2^40 a year. */
export function newCaseNumber(now: Date): string {
  const year = String(buddhistYear(partsOf(civilDate(now)).year)).slice(-2);
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${year}-${group()}-${group()}`;
}

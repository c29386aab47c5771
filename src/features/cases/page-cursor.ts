/** Where the next page of a list of cases begins, as it stands in an address: anybody may have written it. */
import { parseCivilDate } from '#platform/calendar/bangkok.ts';

/** The last row of the page before: its order value and identifier. */
export type PageCursor = { readonly at: string; readonly id: string };

const form =
  /^(infinity|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Undefined for what no page of ours has written: PostgreSQL refuses a day that no calendar has. */
export function readPageCursor(text: string): PageCursor | undefined {
  const [, at, id] = form.exec(text) ?? [];
  return at && id && isMoment(at) ? { at, id } : undefined;
}

function isMoment(at: string): boolean {
  if (at === 'infinity') return true;
  // The year 0 is JavaScript's alone.
  if (at.startsWith('0000')) return false;
  if (!at.includes('T')) return parseCivilDate(at) !== undefined;
  const time = Date.parse(at);
  return !Number.isNaN(time) && new Date(time).toISOString() === at;
}

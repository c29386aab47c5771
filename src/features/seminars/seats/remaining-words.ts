/** How many seats are left, kind by kind, for the seminar's public page; undefined when the organiser does not show it. */
import type { Locale } from '#platform/text/messages.ts';
import type { Remaining } from './seat.queries.ts';
import { seatsText } from './text.ts';

export function remainingWords(remaining: readonly Remaining[], locale: Locale): string | undefined {
  if (remaining.length === 0) return undefined;
  const { of } = seatsText(locale).remaining;
  return remaining.map((each) => of(locale === 'th' ? each.nameTh : each.nameEn, each.free)).join(', ');
}

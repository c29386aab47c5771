/** The days that a half or a whole fiscal year spans. */
import { addDays, dateOf } from '#platform/calendar/civil-date.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { Period } from './paper-address.ts';

/** First day, and first day after. */
export function rangeOf(fiscalYear: number, period: Period): { readonly from: string; readonly to: string } {
  const { first, last } = fiscalYearRange(fiscalYear);
  const half = dateOf(Number(last.slice(0, 4)), 4, 1);
  return {
    from: period === 'second-half' ? half : first,
    to: period === 'first-half' ? half : addDays(last, 1),
  };
}

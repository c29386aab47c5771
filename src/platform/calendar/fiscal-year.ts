// The Thai fiscal year: 1 October to 30 September, named by the Buddhist-era year in which it ends
// (Budgetary Procedures Act BE 2561, s.4). Fiscal year 2570 began on 1 October 2569.
import { type CivilDate, dateOf, partsOf } from './civil-date.ts';
import { buddhistYear, commonYear } from './formatting.ts';

/** The Buddhist-era fiscal year a date lies in. */
export function fiscalYearOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return buddhistYear(month >= 10 ? year + 1 : year);
}

/** 1 (October–December) to 4 (July–September). */
export function fiscalQuarterOf(date: CivilDate): 1 | 2 | 3 | 4 {
  const { month } = partsOf(date);
  return ((Math.floor(((month + 2) % 12) / 3) % 4) + 1) as 1 | 2 | 3 | 4;
}

/** First and last day of a Buddhist-era fiscal year, both inside it. */
export function fiscalYearRange(fiscalYear: number): { first: CivilDate; last: CivilDate } {
  const year = commonYear(fiscalYear);
  return { first: dateOf(year - 1, 10, 1), last: dateOf(year, 9, 30) };
}

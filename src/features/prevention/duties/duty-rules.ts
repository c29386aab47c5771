/** Pure decisions of the yearly calendar: on which day a duty falls, and where it stands. */
import type { CentreKind } from '#features/network/index.ts';
import { addDays, type CivilDate, dateOf, daysInMonth } from '#platform/calendar/civil-date.ts';
import { type Holidays, nextWorkingDay } from '#platform/calendar/counting.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { Duty, DutyState, Occurrence } from './duty.ts';

/** The day of a duty in a fiscal year (Buddhist era): October to December lie in the calendar year before. */
export function dayIn(duty: Pick<Duty, 'month' | 'day'>, fiscalYear: number): CivilDate {
  const { first, last } = fiscalYearRange(fiscalYear);
  const year = Number((duty.month >= 10 ? first : last).slice(0, 4));
  return dateOf(year, duty.month, Math.min(duty.day, daysInMonth(year, duty.month)));
}

/**
 * What is due in a fiscal year, in order of the day: of each duty the version that is in force on its day. A last day
 * that is a holiday gives way to the next working day (Civil and Commercial Code s.193/8).
 */
export function occurrencesIn(
  duties: readonly Duty[],
  fiscalYear: number,
  holidays: Holidays,
): readonly Occurrence[] {
  return duties
    .map((duty) => ({ duty, on: dayIn(duty, fiscalYear) }))
    .filter(({ duty, on }) => duty.validFrom <= on && (duty.validTo === undefined || on < duty.validTo))
    .map(({ duty, on }) => ({ duty, fiscalYear, on, due: nextWorkingDay(on, holidays) }))
    .sort((a, b) => (a.on === b.on ? (a.duty.code < b.duty.code ? -1 : 1) : a.on < b.on ? -1 : 1));
}

/** Whether centres of this kind owe it. */
export const concerns = (duty: Pick<Duty, 'kinds'>, kind: CentreKind): boolean => duty.kinds.includes(kind);

/** `isDone` is undefined where the platform does not hold the matter. */
export function standing(
  { due, duty }: Pick<Occurrence, 'due'> & { duty: Pick<Duty, 'remindDays'> },
  today: string,
  isDone: boolean | undefined,
): DutyState {
  if (isDone) return 'done';
  if (today > due) return isDone === undefined ? 'unknown' : 'late';
  return today >= addDays(due as CivilDate, -duty.remindDays) ? 'soon' : 'to-come';
}

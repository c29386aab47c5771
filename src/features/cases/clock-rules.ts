/** Deadlines: which rule starts when, and how far it reaches. Days are counted by platform/calendar and nowhere else. */
import type { CivilDate } from '#platform/calendar/bangkok.ts';
import { dueDate, type Holidays } from '#platform/calendar/counting.ts';
import type { ClockEnd, ClockStart, Named } from './case.ts';

/** One version of a rule, in force from `validFrom` until before `validTo`. */
export type ClockRule = Named & {
  readonly code: string;
  readonly version: number;
  readonly startedBy: ClockStart;
  readonly metBy: ClockEnd;
  readonly days: number;
  readonly dayUnit: 'calendar' | 'working';
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

/** A deadline as it begins; the shape that `cases.start_clocks` takes. */
export type StartedClock = {
  readonly code: string;
  readonly version: number;
  readonly startedOn: string;
  readonly dueOn: string;
};

/** The rules in force on a day. */
export const inForce = <T extends { validFrom: string; validTo: string | undefined }>(
  rules: readonly T[],
  day: string,
) => rules.filter((rule) => rule.validFrom <= day && (rule.validTo === undefined || day < rule.validTo));

/** The clocks that an event of this day starts: each by the version in force on that day. */
export function clocksStartedBy(
  event: ClockStart,
  day: CivilDate,
  rules: readonly ClockRule[],
  holidays: Holidays,
): StartedClock[] {
  return inForce(rules, day)
    .filter((rule) => rule.startedBy === event)
    .map((rule) => ({
      code: rule.code,
      version: rule.version,
      startedOn: day,
      dueOn: dueDate(day, { days: rule.days, unit: rule.dayUnit }, holidays),
    }));
}

/** The clocks of a case that ethics referred: there is no reporter to answer. */
export function clocksOfReferral(
  day: CivilDate,
  rules: readonly ClockRule[],
  holidays: Holidays,
): StartedClock[] {
  const others = rules.filter((rule) => rule.metBy !== 'first-answer');
  return clocksStartedBy('receipt', day, others, holidays);
}

/**
 * The clocks that a contested closing starts anew: the reporter waits for an answer again, while screening has
 * been done once and stands.
 */
export function clocksOfContest(
  day: CivilDate,
  rules: readonly ClockRule[],
  holidays: Holidays,
): StartedClock[] {
  const answers = rules.filter((rule) => rule.metBy === 'first-answer');
  return clocksStartedBy('receipt', day, answers, holidays);
}

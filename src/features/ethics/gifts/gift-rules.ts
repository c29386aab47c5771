/** Pure decisions about gifts: what the rule says of one, by when whom to tell, where a half-year begins and ends. */
import {
  addDays,
  asCivilDate,
  type CivilDate,
  dateOf,
  fiscalYearRange,
  partsOf,
} from '#platform/calendar/bangkok.ts';
import { type DueDate, explainDueDate, type Holidays } from '#platform/calendar/counting.ts';
import type { FilingPeriod, GiftRule } from '../rules/rule.ts';
import type {
  Decision,
  Figures,
  Filing,
  FilingState,
  GiftKind,
  GiftState,
  HalfPeriod,
  Verdict,
} from './gift.ts';

export type RulesInForce = {
  readonly limit: GiftRule;
  readonly report: GiftRule;
  readonly decide: GiftRule;
};

/** The three rules as they stood on a day, or undefined when one of them did not. */
export function rulesOn(rules: readonly GiftRule[], day: string): RulesInForce | undefined {
  const find = (code: GiftRule['code']) =>
    rules
      .filter(
        (rule) =>
          rule.code === code && rule.validFrom <= day && (rule.validTo === undefined || day < rule.validTo),
      )
      .sort((a, b) => b.version - a.version)[0];
  const [limit, report, decide] = [find('LIMIT'), find('REPORT'), find('DECIDE')];
  return limit && report && decide && { limit, report, decide };
}

/**
 * What the rule says. `earlierBaht`: what the same giver gave the same day, since a gift split in two stays one
 * (the limit holds per giver and occasion).
 */
export function judge(
  gift: { readonly kind: GiftKind; readonly valueBaht: number; readonly earlierBaht?: number },
  isExempt: boolean,
  limitBaht: number,
): Verdict {
  if (gift.kind === 'solicitation') return 'solicitation';
  if (isExempt) return 'exempt';
  return gift.valueBaht + (gift.earlierBaht ?? 0) > limitBaht ? 'over' : 'within';
}

/** The last day in time for a rule counted in days, with the days between, so that a page can say why. */
export function dueBy(from: CivilDate, rule: Pick<GiftRule, 'amount' | 'unit'>, holidays: Holidays): DueDate {
  return explainDueDate(
    from,
    { days: rule.amount, unit: rule.unit === 'working' ? 'working' : 'calendar' },
    holidays,
  );
}

/** Late: done after its day, or not done and the day is past. The day itself is in time. */
export const isLate = (due: string | undefined, metOn: string | undefined, today: string): boolean =>
  due !== undefined && (metOn ?? today) > due;

export function stateOf(verdict: Verdict, decision: Decision | undefined, isDisposed: boolean): GiftState {
  if (decision === 'return' || decision === 'hand-over') return isDisposed ? 'closed' : 'to-dispose';
  if (decision) return 'closed';
  return verdict === 'over' || verdict === 'solicitation' ? 'waiting' : 'recorded';
}

/** First and last day and the filing day of a half of a Buddhist-era fiscal year; undefined while no rule stands. */
export function halfPeriod(
  periods: readonly FilingPeriod[],
  fiscalYear: number,
  half: 1 | 2,
): HalfPeriod | undefined {
  const year = fiscalYearRange(fiscalYear);
  const rule = (wanted: 1 | 2) =>
    periods
      .filter((one) => one.half === wanted && one.validFrom <= year.last)
      .sort((a, b) => b.version - a.version)[0];
  const [first, own] = [rule(1), rule(half)];
  if (!first || !own) return undefined;
  const closes = (period: FilingPeriod) => within(year, period.closes);
  return {
    half,
    from: half === 1 ? year.first : addDays(closes(first), 1),
    to: closes(own),
    dueOn: within(year, own.due),
  };
}

/** The day of a month in a fiscal year. */
function within(year: { first: CivilDate; last: CivilDate }, at: { month: number; day: number }): CivilDate {
  const start = partsOf(year.first);
  return dateOf(at.month >= start.month ? start.year : start.year + 1, at.month, at.day);
}

/** The half that a day belongs to; the second when it lies past both (a close set early). */
export function halfOf(periods: readonly HalfPeriod[], day: string): 1 | 2 {
  return periods.find((period) => period.from <= day && day <= period.to)?.half ?? 2;
}

/** The totals that centres file one by one, in one set. */
const compared = [
  'gifts',
  'overLimit',
  'valueBaht',
  'kept',
  'returned',
  'handedOver',
  'undecided',
  'solicitations',
  'solicitationBaht',
] as const;

export const isNothing = (figures: Figures): boolean => figures.gifts === 0 && figures.solicitations === 0;

/** `live`: what the register says now, or undefined where the reader may not know. */
export function filingState(
  filing: Filing | undefined,
  live: Figures | undefined,
  dueOn: string,
  today: string,
): FilingState {
  if (!filing) return today > dueOn ? 'late' : 'missing';
  if (live && compared.some((name) => live[name] !== filing[name])) return 'changed';
  return filing.isNothing ? 'nothing' : 'filed';
}

/** Both halves of a year in one. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = (name: keyof Figures) => all.reduce((total, one) => total + one[name], 0);
  return Object.fromEntries(compared.map((name) => [name, sum(name)])) as Figures;
}

/** Whether a day is one that can have been: not in the future. */
export const isPast = (day: string, today: string): boolean => asCivilDate(day) <= today;

/** Pure decisions about plans: which step leads where, what a plan lacks, how far it has come. */
import { type CivilDate, dateOf } from '#platform/calendar/civil-date.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { Measure, PlanState, PlanStep, Quarter } from './plan.ts';
import { quarters } from './plan.ts';

const ways: Record<PlanStep, { readonly from: readonly PlanState[]; readonly to: PlanState }> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted', 'verified'], to: 'returned' },
  verify: { from: ['submitted'], to: 'verified' },
  publish: { from: ['verified'], to: 'published' },
};

/** The state after a step, or undefined when the step cannot be taken from there. */
export const stateAfter = (state: PlanState, step: PlanStep): PlanState | undefined =>
  ways[step].from.includes(state) ? ways[step].to : undefined;

/** While true the centre may change its measures. */
export const isOpen = (state: PlanState): boolean => state === 'draft' || state === 'returned';

/** While true results may be entered: what was planned stands. */
export const takesResults = (state: PlanState): boolean => state === 'verified' || state === 'published';

/** What a measure must have before the plan is handed in; names of fields. */
export function lacks(measure: Pick<Measure, 'objective' | 'indicator' | 'owner' | 'startsOn' | 'endsOn'>) {
  return (['objective', 'indicator', 'owner', 'startsOn', 'endsOn'] as const).filter(
    (field) => !measure[field],
  );
}

/** Last day of a quarter of a fiscal year (Buddhist era): 31 December, 31 March, 30 June, 30 September. */
export function quarterEnd(fiscalYear: number, quarter: Quarter): CivilDate {
  const { first, last } = fiscalYearRange(fiscalYear);
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return [dateOf(from, 12, 31), dateOf(to, 3, 31), dateOf(to, 6, 30), last][quarter - 1]!;
}

/** First day of a quarter. */
function quarterStart(fiscalYear: number, quarter: Quarter): CivilDate {
  const { first, last } = fiscalYearRange(fiscalYear);
  const to = Number(last.slice(0, 4));
  return [first, dateOf(to, 1, 1), dateOf(to, 4, 1), dateOf(to, 7, 1)][quarter - 1]!;
}

/** Quarters that have begun by a day: for a later one nothing can have been reached yet. */
export const begunQuarters = (fiscalYear: number, today: CivilDate): readonly Quarter[] =>
  quarters.filter((quarter) => quarterStart(fiscalYear, quarter) <= today);

/** The last result of a measure, whichever quarter it is of. */
export const latest = (measure: Pick<Measure, 'results'>) => measure.results.at(-1);

export type PlanFigures = {
  readonly measures: number;
  readonly budget: number;
  readonly spent: number;
  readonly progress: number | undefined;
  readonly reported: readonly Quarter[];
};

/** Sums of a plan. Results count since the year began, so the last one of each measure says it all. */
export function figuresOf(measures: readonly Pick<Measure, 'budget' | 'results'>[]): PlanFigures {
  const last = measures.map(latest);
  const known = last.filter((result) => result !== undefined);
  return {
    measures: measures.length,
    budget: sum(measures.map(({ budget }) => budget)),
    spent: sum(known.map(({ spent }) => spent)),
    // A measure without a result has come nowhere that anybody knows of.
    progress:
      known.length === 0
        ? undefined
        : Math.round(sum(known.map((result) => result.progress)) / measures.length),
    reported: quarters.filter(
      (quarter) =>
        measures.length > 0 &&
        measures.every(({ results }) => results.some((result) => result.quarter === quarter)),
    ),
  };
}

/** Adds up in satang, so that tenths of a baht do not drift. */
const sum = (amounts: readonly number[]) =>
  amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;

/** A measure is late when its last day has passed and it is not whole. */
export const isLate = (measure: Pick<Measure, 'endsOn' | 'results'>, today: CivilDate): boolean =>
  measure.endsOn !== undefined && measure.endsOn < today && (latest(measure)?.progress ?? 0) < 100;

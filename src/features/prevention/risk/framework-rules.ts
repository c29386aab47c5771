/** Pure decisions about frameworks: which band a risk falls into, whether a framework is whole, which are in force. */
import { type CivilDate, dateOf } from '#platform/calendar/civil-date.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { Band, Framework, RiskKind, Scheme } from './framework.ts';

export type Levels = {
  readonly likelihood: number | undefined;
  readonly impact: number | undefined;
  /** Code of a quality of control. */
  readonly control: string | undefined;
};

/** The band of the score alone; undefined for levels that the scale does not have. */
export function scoreBand(scheme: Scheme, likelihood: number, impact: number): Band | undefined {
  const isLevel = (level: number, axis: Scheme['impact']) =>
    Number.isInteger(level) && level >= 1 && level <= axis.levels.length;
  if (!isLevel(likelihood, scheme.likelihood) || !isLevel(impact, scheme.impact)) return undefined;
  const score = likelihood * impact;
  return scheme.bands.filter(({ from }) => from !== null && from <= score).at(-1);
}

/** The band that counts; undefined while something that decides it is missing. */
export function bandOf(scheme: Scheme, { likelihood, impact, control }: Levels): Band | undefined {
  if (likelihood === undefined || impact === undefined) return undefined;
  const byScore = scoreBand(scheme, likelihood, impact);
  if (!byScore || scheme.afterControl === null) return byScore;
  const code = control === undefined ? undefined : scheme.afterControl[control]?.[byScore.code];
  return scheme.bands.find((band) => band.code === code);
}

/** How grave a band is among its framework's: 0 is the lowest; -1 for a code it does not have. */
export const rankOf = (scheme: Scheme, band: string | undefined): number =>
  scheme.bands.findIndex(({ code }) => code === band);

export const needsTreatment = (scheme: Scheme, band: string | undefined): boolean =>
  rankOf(scheme, band) >= rankOf(scheme, scheme.treatFrom);

export const schemeFaults = ['levels', 'bands', 'codes', 'control', 'treat-from'] as const;
export type SchemeFault = (typeof schemeFaults)[number];

/** What keeps a scheme from giving every risk exactly one band. */
export function faultsOf(scheme: Scheme): SchemeFault[] {
  const faults = new Set<SchemeFault>();
  const counts = [scheme.likelihood.levels.length, scheme.impact.levels.length];
  if (counts.some((count) => count < 2 || count > 5)) faults.add('levels');
  const starts = scheme.bands.flatMap(({ from }) => from ?? []);
  const rises = starts.every((from, i) => i === 0 || from > starts[i - 1]!);
  if (starts[0] !== 1 || !rises || starts.at(-1)! > counts[0]! * counts[1]!) faults.add('bands');
  for (const coded of [scheme.bands, scheme.domains, scheme.controls]) {
    const codes = coded.map(({ code }) => code);
    if (codes.length === 0 || new Set(codes).size < codes.length) faults.add('codes');
  }
  if (rankOf(scheme, scheme.treatFrom) < 0) faults.add('treat-from');
  const { afterControl } = scheme;
  const reached = scheme.bands.filter(({ from }) => from !== null);
  const leadsOn = (control: string, band: string) =>
    rankOf(scheme, afterControl?.[control]?.[band] ?? '') >= 0;
  if (
    afterControl === null
      ? reached.length < scheme.bands.length
      : !scheme.controls.every((control) => reached.every((band) => leadsOn(control.code, band.code)))
  )
    faults.add('control');
  return [...faults];
}

/** Newest version in force of each code for a kind and fiscal year, in the order of the list. */
export function inForce(
  frameworks: readonly Framework[],
  kind: RiskKind,
  fiscalYear: number,
): readonly Framework[] {
  const newest = new Map<string, Framework>();
  for (const framework of [...frameworks].sort((a, b) => a.version - b.version)) {
    const { fromYear, toYear = Number.POSITIVE_INFINITY } = framework;
    if (framework.kinds.includes(kind) && fromYear <= fiscalYear && fiscalYear <= toYear)
      newest.set(framework.code, framework);
  }
  return [...newest.values()].sort((a, b) => a.sort - b.sort || b.fromYear - a.fromYear);
}

/** The civil date of a month and day ('03-31') inside a Buddhist-era fiscal year, which begins on 1 October. */
export function dayInYear(fiscalYear: number, monthDay: string): CivilDate {
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  const { last } = fiscalYearRange(fiscalYear);
  const endYear = Number(last.slice(0, 4));
  return dateOf(month >= 10 ? endYear - 1 : endYear, month, day);
}

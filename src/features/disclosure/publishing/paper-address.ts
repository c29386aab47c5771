/** Where published papers are found: one address that always gives the newest, and one a version that never changes. */
import { type PaperKind, paperKinds } from '../item-sets/item-set.ts';

export const periods = ['first-half', 'second-half', 'year'] as const;
export type Period = (typeof periods)[number];
export type Ending = 'pdf' | 'xlsx';

export type PaperAddress = {
  readonly unitCode: string;
  /** Of the figures, Buddhist era. */
  readonly fiscalYear: number;
  readonly kind: PaperKind;
  readonly period: Period;
  /** Left out: the newest. */
  readonly version?: number;
  readonly ending: Ending;
};

/** Within this site: `/disclosure/TH-50/2570/complaint-statistics-first-half.v2.pdf`. */
export const paperPath = ({ unitCode, fiscalYear, kind, period, version, ending }: PaperAddress): string =>
  `/disclosure/${unitCode}/${fiscalYear}/${kind}-${period}${version === undefined ? '' : `.v${version}`}.${ending}`;

const form = new RegExp(
  `^/disclosure/([A-Z0-9-]{2,20})/(\\d{4})/(${paperKinds.join('|')})-(${periods.join('|')})(?:\\.v([1-9]\\d{0,4}))?\\.(pdf|xlsx)$`,
);

/** Undefined for anything that is no address of a paper. */
export function readPaperPath(path: string): PaperAddress | undefined {
  const found = form.exec(path);
  if (!found) return undefined;
  const [, unitCode, year, kind, period, version, ending] = found;
  return {
    unitCode: unitCode!,
    fiscalYear: Number(year),
    kind: kind as PaperKind,
    period: period as Period,
    ...(version === undefined ? {} : { version: Number(version) }),
    ending: ending as Ending,
  };
}

/** Periods that a paper can be of. */
export const periodsOf: Record<PaperKind, readonly Period[]> = {
  'complaint-statistics': periods,
  'ethics-promotion': ['year'],
  'gifts-report': periods,
  'no-gift': ['year'],
  'bribery-risk': ['year'],
  'risk-results': ['first-half', 'year'],
  plan: ['year'],
  'plan-results': ['first-half', 'year'],
};

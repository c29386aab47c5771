/** What laws and circulars decide about gifts and conflicts, as rows in force for a time. */
import type { Locale } from '#platform/text/messages.ts';

export const ruleCodes = ['LIMIT', 'REPORT', 'DECIDE'] as const;
export type RuleCode = (typeof ruleCodes)[number];
export const choiceLists = [
  'giver',
  'conflict-relation',
  'conflict-interest',
  'measure',
  'no-measure',
  'standard',
  'objection-ground',
] as const;
export type ChoiceList = (typeof choiceLists)[number];
export type Status = 'confirmed' | 'unconfirmed';
export type Half = 1 | 2;

/** What every row says of itself. Dates are civil dates. */
export type Basis = {
  readonly version: number;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: Status;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export type GiftRule = Basis & {
  readonly code: RuleCode;
  readonly amount: number;
  readonly unit: 'baht' | 'calendar' | 'working';
};

export type FilingPeriod = Basis & {
  readonly half: Half;
  readonly closes: { readonly month: number; readonly day: number };
  readonly due: { readonly month: number; readonly day: number };
};

export type Choice = Basis & {
  readonly list: ChoiceList;
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Of a giver: the limit does not apply. */
  readonly isExempt: boolean;
  readonly sort: number;
};

export const nameOf = (choice: Pick<Choice, 'nameTh' | 'nameEn'>, locale: Locale): string =>
  locale === 'en' ? choice.nameEn : choice.nameTh;
export const basisOf = (row: Basis, locale: Locale): string => (locale === 'en' ? row.basisEn : row.basisTh);

/** The newest version in force on a day of each row told apart by `key`. */
export function inForce<T extends Basis>(
  rows: readonly T[],
  day: string,
  key: (row: T) => unknown,
): readonly T[] {
  const newest = new Map<unknown, T>();
  for (const row of rows) {
    const holds = row.validFrom <= day && (row.validTo === undefined || row.validTo > day);
    if (holds && (newest.get(key(row))?.version ?? 0) < row.version) newest.set(key(row), row);
  }
  return rows.filter((row) => newest.get(key(row)) === row);
}

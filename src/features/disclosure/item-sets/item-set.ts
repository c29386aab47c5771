/** The words of a year's items: what is asked for, in which form, and how it is filled. */

export const formats = ['page', 'pdf', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** Papers that the platform makes out of its own data. */
export const paperKinds = [
  'complaint-statistics',
  'ethics-promotion',
  'gifts-report',
  'no-gift',
  'bribery-risk',
  'risk-results',
  'plan',
  'plan-results',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const fills = ['by-hand', ...paperKinds] as const;
export type Fill = (typeof fills)[number];

export type Status = 'confirmed' | 'unconfirmed';

/** A line of the checklist. */
export type SubRequirement = { readonly position: number; readonly textTh: string; readonly textEn: string };

export type Item = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly requirementTh: string;
  readonly requirementEn: string;
  readonly formats: readonly Format[];
  readonly fill: Fill;
  readonly basis: string;
  readonly source: string;
  readonly status: Status;
  readonly checklist: readonly SubRequirement[];
};

export type SetState = 'draft' | 'in-force' | 'replaced';

export type ItemSet = {
  readonly id: string;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly agencyType: string;
  readonly version: number;
  readonly state: SetState;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: Status;
  readonly changedAt: Date;
  readonly inForceAt: Date | undefined;
};

/** A band of the scale in one version. */
export type GradeBand = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly fromPercent: number;
  readonly isPass: boolean;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: Status;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

/** The words of the yearly calendar: what a centre owes, by which day, and whether it has been done. */
import type { CentreKind, Role } from '#features/network/index.ts';

/** A yearly duty in one version. */
export type Duty = {
  readonly code: string;
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly month: number;
  /** The month's last day when it has fewer. */
  readonly day: number;
  readonly remindDays: number;
  readonly kinds: readonly CentreKind[];
  readonly roles: readonly Role[];
  readonly href: string | undefined;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly isConfirmed: boolean;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

/** Roles in a centre that may look after a duty. */
export const dutyRoles = [
  'head',
  'planner',
  'ethics-officer',
  'organiser',
  'registrar',
  'case-officer',
] as const satisfies readonly Role[];

/** A duty in one fiscal year, with the last day in time. */
export type Occurrence = {
  readonly duty: Duty;
  /** Buddhist era. */
  readonly fiscalYear: number;
  /** The day as the rule names it. */
  readonly on: string;
  /** The last day in time: `on`, or the next working day when that is a holiday. */
  readonly due: string;
};

export const dutyStates = ['done', 'late', 'soon', 'to-come', 'unknown'] as const;
/** `unknown`: the day has passed, and the platform does not hold the matter, so it cannot tell. */
export type DutyState = (typeof dutyStates)[number];

/** Whether centres have done a duty of a fiscal year: centre's number → done. Given by the features that hold the matter. */
export type DutyChecks = {
  readonly [code: string]: (fiscalYear: number) => Promise<ReadonlySet<number>>;
};

/** Level 4: what is seen in the work of the centres that sent people, set beside the seminar. It shows no cause. */
import type { SignedIn } from '#features/network/index.ts';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import type { LearningNeeds } from '../learning/ports.ts';
import type { Seminar } from '../seminar.ts';

export type ClockShare = { readonly due: number; readonly inTime: number };
export type CentreResult = {
  readonly unitId: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly before: ClockShare;
  readonly after: ClockShare;
  readonly hasPlan: boolean;
  /** Undefined while the platform does not hold risk maps. */
  readonly hasRiskMap: boolean | undefined;
};
export type CentreResults = {
  /** Days looked at before the first day and after the last. */
  readonly days: number;
  /** First day after the period that can be looked at today. */
  readonly until: string;
  readonly fiscalYear: number;
  readonly whole: { readonly before: ClockShare; readonly after: ClockShare };
  readonly sent: number;
  readonly withPlan: number;
  readonly withRiskMap: number | undefined;
  /** By centre: for a seminar of the ministry; other organisers see the whole alone. */
  readonly centres: readonly CentreResult[] | undefined;
};

const days = 180;

export async function centreResults(
  needs: LearningNeeds,
  signedIn: SignedIn,
  seminar: Seminar,
  unitIds: readonly number[],
): Promise<CentreResults> {
  const now = needs.ground.now();
  const starts = asCivilDate(seminar.startsOn);
  const after = addDays(asCivilDate(seminar.endsOn), 1);
  const tomorrow = addDays(civilDate(now), 1);
  const ends = addDays(after, days);
  const until = tomorrow < ends ? tomorrow : ends;
  const fiscalYear = fiscalYearOf(asCivilDate(seminar.endsOn));
  const [before, since, plans, risks, centres] = await Promise.all([
    needs.clockFigures(addDays(starts, -days), starts),
    until > after ? needs.clockFigures(after, until) : new Map<number, ClockShare>(),
    needs.unitsWithPlan(fiscalYear),
    needs.unitsWithRiskMap?.(fiscalYear),
    needs.network.listCentres(now),
  ]);
  const none: ClockShare = { due: 0, inTime: 0 };
  const rows = centres
    .filter(({ id }) => unitIds.includes(id))
    .map(
      (centre): CentreResult => ({
        unitId: centre.id,
        nameTh: centre.nameTh,
        nameEn: centre.nameEn,
        before: before.get(centre.id) ?? none,
        after: since.get(centre.id) ?? none,
        hasPlan: plans.has(centre.id),
        hasRiskMap: risks?.has(centre.id),
      }),
    );
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  const seesCentres =
    seminar.unitId === root?.id && signedIn.appointments.some(({ unitId }) => unitId === root.id);
  return {
    days,
    until,
    fiscalYear,
    whole: { before: sum(rows.map((row) => row.before)), after: sum(rows.map((row) => row.after)) },
    sent: rows.length,
    withPlan: rows.filter(({ hasPlan }) => hasPlan).length,
    withRiskMap: risks && rows.filter(({ hasRiskMap }) => hasRiskMap).length,
    centres: seesCentres ? rows : undefined,
  };
}

const sum = (shares: readonly ClockShare[]): ClockShare => ({
  due: shares.reduce((total, { due }) => total + due, 0),
  inTime: shares.reduce((total, { inTime }) => total + inTime, 0),
});

/** Begins a centre's plan for a fiscal year, empty or with last year's measures. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate, dateOf, daysInMonth, partsOf } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { isUuid, type PlanNeeds, roleIn } from './needs.ts';
import { asNumeric, selectAlignments, selectMeasures, selectPlans } from './plan.queries.ts';
import { done, type Measure, type Outcome, refused } from './plan.ts';

export type NewPlan = {
  readonly id: string;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly copyLast: boolean;
};

/** Safe to repeat with the same id. This year's plan or next year's may be begun, once a centre. */
export async function startPlan(
  { ground, network }: PlanNeeds,
  signedIn: SignedIn,
  { id, unitId, fiscalYear, copyLast }: NewPlan,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const today = civilDate(now);
  const thisYear = fiscalYearOf(today);
  if (!isUuid(id) || (fiscalYear !== thisYear && fiscalYear !== thisYear + 1)) return refused('malformed');
  const centres = await network.listCentres(now);
  const centre = centres.find((one) => one.id === unitId && one.isOpen);
  if (!centre) return refused('not-found');
  const role = roleIn('write', signedIn, centres, unitId);
  if (!role) return refused('forbidden');
  const by = signedIn.person.id;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const [last] = copyLast ? await selectPlans(trx, { fiscalYear: fiscalYear - 1, unitIds: [unitId] }) : [];
    const measures = last ? await selectMeasures(trx, [last.id]) : [];
    if (copyLast && measures.length === 0) return refused('nothing-to-copy');
    const made = await trx
      .insertInto('prevention.plan')
      .values({
        id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        made_by: by,
        made_at: now,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) {
      const [there] = await selectPlans(trx, { fiscalYear, unitIds: [unitId] });
      return there?.id === id ? done({ id }) : refused('already-begun');
    }
    await copyMeasures(trx, measures, { planId: id, unitId, by, now, today });
    await recordAct(trx, {
      act: 'prevention.plan-begun',
      object: 'plan',
      id,
      unit: centre.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear, copied: measures.length },
    });
    return done({ id });
  });
}

async function copyMeasures(
  trx: InTransaction,
  measures: readonly Measure[],
  to: { planId: string; unitId: number; by: string; now: Date; today: string },
): Promise<void> {
  if (measures.length === 0) return;
  // A goal that has ended with its plan is not promised again.
  const inForce = new Set((await selectAlignments(trx, to.today)).map(({ key }) => key));
  await trx
    .insertInto('prevention.measure')
    .values(
      measures.map((measure, position) => ({
        id: randomUUID(),
        plan_id: to.planId,
        unit_id: to.unitId,
        position,
        mission: measure.mission,
        title: measure.title,
        objective: measure.objective,
        indicator: measure.indicator,
        target: asNumeric(measure.target),
        target_unit: measure.targetUnit,
        budget: asNumeric(measure.budget),
        starts_on: measure.startsOn ? yearLater(measure.startsOn) : null,
        ends_on: measure.endsOn ? yearLater(measure.endsOn) : null,
        owner: measure.owner,
        alignments: measure.alignments.filter((key) => inForce.has(key)),
        changed_by: to.by,
        changed_at: to.now,
      })),
    )
    .execute();
}

/** The same day a year later; 29 February becomes the 28th. */
function yearLater(date: string): string {
  const { year, month, day } = partsOf(asCivilDate(date));
  return dateOf(year + 1, month, Math.min(day, daysInMonth(year + 1, month)));
}

/** Writes a measure of an open plan, changes it, moves it, or takes it out. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { type PlanNeeds, readPlan, roleIn } from './needs.ts';
import { asNumeric } from './plan.queries.ts';
import { fieldsOf, type MeasureInput, measureInput } from './plan.schemas.ts';
import { done, type Measure, type Outcome, refused } from './plan.ts';
import { isOpen } from './plan-rules.ts';

/** Safe to repeat: the id is the writer's, and saving what stands already changes nothing. */
export async function saveMeasure(
  needs: PlanNeeds,
  signedIn: SignedIn,
  input: MeasureInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = measureInput.safeParse(input);
  if (!parsed.success) return refused('malformed', fieldsOf(parsed.error));
  const measure = parsed.data;
  return inOpenPlan(needs, signedIn, measure.planId, async (trx, { measures, unitId, now }) => {
    const before = measures.find(({ id }) => id === measure.id);
    const values = {
      mission: measure.mission,
      title: measure.title,
      objective: measure.objective,
      indicator: measure.indicator,
      target: asNumeric(measure.target),
      target_unit: measure.targetUnit,
      budget: asNumeric(measure.budget ?? 0),
      starts_on: measure.startsOn ?? null,
      ends_on: measure.endsOn ?? null,
      owner: measure.owner,
      alignments: measure.alignments,
      changed_by: signedIn.person.id,
      changed_at: now,
    };
    if (!before) {
      const added = await trx
        .insertInto('prevention.measure')
        .values({
          ...values,
          id: measure.id,
          plan_id: measure.planId,
          unit_id: unitId,
          position: Math.max(-1, ...measures.map(({ position }) => position)) + 1,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) return refused('not-found');
    } else if (same(before, values)) return done({ id: measure.id });
    else if (measure.baseChangedAt !== before.changedAt.toISOString()) return refused('changed-meanwhile');
    else await trx.updateTable('prevention.measure').set(values).where('id', '=', measure.id).execute();
    await touch(trx, measure.planId, now);
    return done({ id: measure.id });
  });
}

/** Takes a measure out of an open plan; taking out what is gone is no error. */
export async function removeMeasure(
  needs: PlanNeeds,
  signedIn: SignedIn,
  { planId, id }: { readonly planId: string; readonly id: string },
): Promise<Outcome<{ id: string }>> {
  return inOpenPlan(needs, signedIn, planId, async (trx, { measures, now }) => {
    const there = measures.find((measure) => measure.id === id);
    if (!there) return done({ id });
    // What has been returned after verification may carry results; those are history.
    if (there.results.length > 0) return refused('wrong-state');
    await trx.deleteFrom('prevention.measure').where('id', '=', id).execute();
    await touch(trx, planId, now);
    return done({ id });
  });
}

/** Moves a measure one place up or down. */
export async function moveMeasure(
  needs: PlanNeeds,
  signedIn: SignedIn,
  { planId, id, by }: { readonly planId: string; readonly id: string; readonly by: -1 | 1 },
): Promise<Outcome<{ id: string }>> {
  return inOpenPlan(needs, signedIn, planId, async (trx, { measures, now }) => {
    const order = measures.map((measure) => measure.id);
    const at = order.indexOf(id);
    const other = order[at + by];
    if (at < 0 || other === undefined) return done({ id });
    [order[at], order[at + by]] = [other, id];
    for (const [position, moved] of order.entries())
      await trx
        .updateTable('prevention.measure')
        .set({ position, changed_by: signedIn.person.id })
        .where('id', '=', moved)
        .execute();
    await touch(trx, planId, now);
    return done({ id });
  });
}

type Open = { readonly measures: readonly Measure[]; readonly unitId: number; readonly now: Date };

/** Holds the plan while it is changed, so that two writers come one after another. */
async function inOpenPlan(
  { ground, network }: PlanNeeds,
  signedIn: SignedIn,
  planId: string,
  work: (trx: InTransaction, open: Open) => Promise<Outcome<{ id: string }>>,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const seen = await readPlan(trx, planId);
    if (!seen) return refused('not-found');
    const { unitId } = seen.plan;
    if (!roleIn('write', signedIn, centres, unitId)) return refused('forbidden');
    if (!isOpen(seen.plan.state)) return refused('wrong-state');
    const held = await trx
      .selectFrom('prevention.plan')
      .select('state')
      .where('id', '=', planId)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return refused('wrong-state');
    const { measures } = (await readPlan(trx, planId))!;
    return work(trx, { measures, unitId, now });
  });
}

const touch = (trx: InTransaction, planId: string, now: Date) =>
  trx.updateTable('prevention.plan').set({ changed_at: now }).where('id', '=', planId).execute();

function same(
  before: Measure,
  values: { [Key in 'mission' | 'title' | 'objective' | 'indicator' | 'owner']: string } & {
    target: string | null;
    target_unit: string;
    budget: string;
    starts_on: string | null;
    ends_on: string | null;
    alignments: readonly string[];
  },
): boolean {
  return (
    before.mission === values.mission &&
    before.title === values.title &&
    before.objective === values.objective &&
    before.indicator === values.indicator &&
    before.owner === values.owner &&
    asNumeric(before.target) === values.target &&
    before.targetUnit === values.target_unit &&
    asNumeric(before.budget) === values.budget &&
    (before.startsOn ?? null) === values.starts_on &&
    (before.endsOn ?? null) === values.ends_on &&
    before.alignments.join(' ') === values.alignments.join(' ')
  );
}

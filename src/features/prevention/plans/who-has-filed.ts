/** Which centres have done what the yearly calendar asks of plans. Numbers of centres only; read as the worker. */
import type { Ground } from '#platform/ground.ts';
import { selectMeasures, selectPlans } from './plan.queries.ts';
import type { Quarter } from './plan.ts';
import { figuresOf } from './plan-rules.ts';
import { isFiled } from './sum-by-kind.ts';

/** Centres whose plan of the fiscal year is handed in. */
export async function unitsThatFiled(ground: Ground, fiscalYear: number): Promise<ReadonlySet<number>> {
  const plans = await selectPlans(ground.databases.worker, { fiscalYear });
  return new Set(plans.filter(isFiled).map(({ unitId }) => unitId));
}

/** Centres that have reported every measure for a quarter. */
export async function unitsThatReported(
  ground: Ground,
  fiscalYear: number,
  quarter: Quarter,
): Promise<ReadonlySet<number>> {
  const db = ground.databases.worker;
  const plans = (await selectPlans(db, { fiscalYear })).filter(isFiled);
  const measures = Map.groupBy(
    await selectMeasures(
      db,
      plans.map(({ id }) => id),
    ),
    ({ planId }) => planId,
  );
  return new Set(
    plans
      .filter(({ id }) => figuresOf(measures.get(id) ?? []).reported.includes(quarter))
      .map(({ unitId }) => unitId),
  );
}

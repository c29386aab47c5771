/** Plans, measures and results; row-level security decides which. */
import type { Queries } from '#platform/database/connection.ts';
import type { Alignment, Measure, Mission, Plan, PlanState, Quarter, Result, Scheme } from './plan.ts';

export async function selectPlans(
  db: Queries,
  asked: { readonly fiscalYear?: number; readonly unitIds?: readonly number[]; readonly id?: string },
): Promise<readonly Plan[]> {
  let query = db.selectFrom('prevention.plan').selectAll().orderBy('fiscal_year', 'desc').orderBy('unit_id');
  if (asked.fiscalYear !== undefined) query = query.where('fiscal_year', '=', asked.fiscalYear);
  if (asked.unitIds) query = query.where('unit_id', 'in', [...asked.unitIds, -1]);
  if (asked.id !== undefined) query = query.where('id', '=', asked.id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    fiscalYear: row.fiscal_year,
    state: row.state as PlanState,
    reason: row.reason ?? undefined,
    submittedBy: row.submitted_by ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    publishedAt: row.published_at ?? undefined,
    changedAt: row.changed_at,
    revision: row.revision,
  }));
}

/** Measures of plans in order, each with the last word on every quarter. */
export async function selectMeasures(db: Queries, planIds: readonly string[]): Promise<readonly Measure[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom('prevention.measure')
    .selectAll()
    .where('plan_id', 'in', [...planIds])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const results = await selectResults(db, planIds);
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    position: row.position,
    mission: row.mission as Mission,
    title: row.title,
    objective: row.objective,
    indicator: row.indicator,
    target: row.target === null ? undefined : Number(row.target),
    targetUnit: row.target_unit,
    budget: Number(row.budget),
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    owner: row.owner,
    alignments: row.alignments,
    changedAt: row.changed_at,
    results: results.get(row.id) ?? [],
  }));
}

async function selectResults(
  db: Queries,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Result[]>> {
  const rows = await db
    .selectFrom('prevention.measure_result as result')
    .innerJoin('prevention.measure as measure', 'measure.id', 'result.measure_id')
    .where('measure.plan_id', 'in', [...planIds])
    .distinctOn(['result.measure_id', 'result.quarter'])
    .selectAll('result')
    .orderBy('result.measure_id')
    .orderBy('result.quarter')
    .orderBy('result.place', 'desc')
    .execute();
  const byMeasure = new Map<string, Result[]>();
  for (const row of rows) {
    const list = byMeasure.get(row.measure_id) ?? [];
    list.push({
      quarter: row.quarter as Quarter,
      done: row.done,
      value: row.value === null ? undefined : Number(row.value),
      spent: Number(row.spent),
      progress: row.progress,
      problems: row.problems,
      suggestions: row.suggestions,
      evidenceUrl: row.evidence_url ?? undefined,
      enteredAt: row.entered_at,
    });
    byMeasure.set(row.measure_id, list);
  }
  return byMeasure;
}

/** Goals of the plans above in force on a day, and those that `kept` names even if they have ended. */
export async function selectAlignments(
  db: Queries,
  day: string,
  kept: readonly string[] = [],
): Promise<readonly Alignment[]> {
  const rows = await db
    .selectFrom('prevention.alignment')
    .selectAll()
    .orderBy('scheme')
    .orderBy('position')
    .execute();
  return rows
    .map((row) => ({ row, key: `${row.scheme}:${row.code}` }))
    .filter(
      ({ row, key }) =>
        kept.includes(key) || (row.valid_from <= day && (row.valid_to === null || row.valid_to > day)),
    )
    .map(({ row, key }) => ({
      key,
      scheme: row.scheme as Scheme,
      nameTh: row.name_th,
      nameEn: row.name_en,
      isConfirmed: row.status === 'confirmed',
    }));
}

/** A figure on its way into a numeric column, whose driver takes and gives text. */
export function asNumeric(value: number): string;
export function asNumeric(value: number | undefined): string | null;
export function asNumeric(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

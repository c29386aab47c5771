/** Which centres have handed in their map of corruption risks, for the yearly calendar. Read as the worker: no risk is seen. */
import type { Ground } from '#platform/ground.ts';

export async function unitsThatMapped(ground: Ground, fiscalYear: number): Promise<ReadonlySet<number>> {
  const rows = await ground.databases.worker
    .selectFrom('prevention.risk_map')
    .select('unit_id')
    .where('fiscal_year', '=', fiscalYear)
    .where('kind', '=', 'corruption')
    .where('state', 'in', ['submitted', 'verified', 'approved'])
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}

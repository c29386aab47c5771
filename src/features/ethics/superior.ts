/** Whom a notice must reach so that somebody decides: as `ethics.decides_for` in SQL, in units and roles. */
import type { Role } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Parts } from './needs.ts';

export type Superior = { readonly units: readonly number[]; readonly roles: readonly Role[] };

/** The head of the centre; for the head, or while there is none, the tier above; at the top the overseer. */
export async function superiorOf(
  parts: Parts,
  trx: InTransaction,
  unit: { readonly id: number; readonly code: string },
  personId: string,
): Promise<Superior> {
  const heads = (await parts.network.listColleagues(trx, unit.id)).filter(({ roles }) =>
    roles.includes('head'),
  );
  if (heads.length > 0 && !heads.some(({ id }) => id === personId))
    return { units: [unit.id], roles: ['head'] };
  return tierAbove(parts, unit);
}

/** Who decides where the centre's own head must not know. */
export async function tierAbove(
  { network }: Parts,
  unit: { readonly id: number; readonly code: string },
): Promise<Superior> {
  const above = await network.tierAbove(unit.code);
  return above ? { units: [above.id], roles: ['head'] } : { units: [unit.id], roles: ['overseer'] };
}

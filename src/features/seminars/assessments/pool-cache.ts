/** Pools as fixed by a release, kept in memory: two hundred who start in one second ask the database for theirs once. */
import type { InTransaction } from '#platform/database/connection.ts';
import type { Blueprint, PoolQuestion } from './drawing-rules.ts';
import { selectBlueprint, selectPool } from './test.queries.ts';

type Fixed = {
  readonly pool: readonly PoolQuestion[];
  readonly blueprint: Blueprint;
  readonly hostUnitId: number;
};
export type PoolCache = {
  readonly of: (trx: InTransaction, seminarId: string, poolId: string) => Promise<Fixed>;
};

const most = 50;

/** A pool never changes under its identifier, so nothing has to be thrown away but for room. */
export function createPoolCache(): PoolCache {
  const kept = new Map<string, Fixed>();
  return {
    of: async (trx, seminarId, poolId) => {
      const found = kept.get(poolId);
      if (found) return found;
      const { unit_id: hostUnitId } = await trx
        .selectFrom('seminars.seminar')
        .select('unit_id')
        .where('id', '=', seminarId)
        .executeTakeFirstOrThrow();
      const fixed = {
        pool: await selectPool(trx, seminarId),
        blueprint: await selectBlueprint(trx, seminarId),
        hostUnitId,
      };
      if (kept.size >= most) kept.delete(kept.keys().next().value!);
      kept.set(poolId, fixed);
      return fixed;
    },
  };
}

/** Reads of the tree of centres and of their published keys. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';

/** Civil date in Asia/Bangkok of an instant. */
export const dayOf = (now: Date) => sql<string>`(${now}::timestamptz at time zone 'Asia/Bangkok')::date`;

/** Every centre with its current key. */
export function selectCentres(db: Queries, now: Date) {
  return db
    .selectFrom('network.unit as unit')
    .leftJoin('network.unit as parent', 'parent.id', 'unit.parent_id')
    .leftJoin('network.centre_epoch as epoch', (join) =>
      join.onRef('epoch.unit_id', '=', 'unit.id').on('epoch.retired_at', 'is', null),
    )
    .selectAll('unit')
    .select(['parent.code as parent_code', 'epoch.epoch', 'epoch.recipient', 'epoch.ledger_id'])
    .select(
      sql<boolean>`unit.valid_from <= ${dayOf(now)} and (unit.valid_to is null or unit.valid_to > ${dayOf(now)})`.as(
        'is_open',
      ),
    )
    .orderBy('unit.id')
    .execute();
}

export type CentreRow = Awaited<ReturnType<typeof selectCentres>>[number];

/** Declared conflicts in SQL. Row-level security decides what there is; run as the officer inside `actingAs`. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

const whole = (trx: InTransaction) =>
  trx
    .selectFrom('ethics.conflict as conflict')
    .selectAll('conflict')
    .select(
      sql<boolean>`ethics.decides_conflict(conflict.unit_id, conflict.person_id, conflict.case_id)`.as(
        'is_mine_to_decide',
      ),
    )
    .select((eb) =>
      eb
        .selectFrom('ethics.conflict_decision as decided')
        .select('decided.action')
        .whereRef('decided.conflict_id', '=', 'conflict.id')
        .orderBy('decided.decided_at', 'desc')
        .orderBy('decided.id')
        .limit(1)
        .as('action'),
    );

export type ConflictRow = NonNullable<Awaited<ReturnType<typeof selectConflict>>>;

export function selectConflict(trx: InTransaction, id: string) {
  return whole(trx).where('conflict.id', '=', id).executeTakeFirst();
}

/** All that the person may see: hers, those she decides on, those of centres whose ethics officer she is. */
export function selectConflicts(trx: InTransaction, limit: number) {
  return whole(trx).orderBy('declared_at', 'desc').limit(limit).execute();
}

export function selectDecisions(trx: InTransaction, conflictId: string) {
  return trx
    .selectFrom('ethics.conflict_decision')
    .selectAll()
    .where('conflict_id', '=', conflictId)
    .orderBy('place', 'desc')
    .execute();
}

/** The person's own "nothing to declare" of a year. */
export function selectNone(trx: InTransaction, personId: string, fiscalYear: number) {
  return trx
    .selectFrom('ethics.conflict_none')
    .select(['id', 'declared_at'])
    .where('person_id', '=', personId)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst();
}

export async function selectConflictFigures(trx: InTransaction, fiscalYear: number) {
  const { rows } = await sql<{
    unit_id: number;
    officers: number;
    nothing: number;
    declared: number;
    undecided: number;
  }>`select unit_id, officers, nothing, declared, undecided from ethics.conflict_figures(${fiscalYear})`.execute(
    trx,
  );
  return rows;
}

/** Writes on a case: each is one statement of an act, inside the act's transaction. */
import { type Insertable, sql, type Updateable } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { DB } from '#platform/database/database.generated.ts';
import type { ClockEnd } from './case.ts';
import type { StartedClock } from './clock-rules.ts';

/** Changes the row and counts its revision up; the caller holds its lock. */
export async function updateCase(
  trx: InTransaction,
  id: string,
  change: Updateable<DB['cases.case']>,
): Promise<number> {
  const row = await trx
    .updateTable('cases.case')
    .set({ ...change, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}

export async function insertMessage(trx: InTransaction, row: Insertable<DB['cases.message']>): Promise<void> {
  await trx.insertInto('cases.message').values(row).execute();
}

export async function insertKey(trx: InTransaction, row: Insertable<DB['cases.case_key']>): Promise<void> {
  await trx.insertInto('cases.case_key').values(row).execute();
}

export async function insertGrants(
  trx: InTransaction,
  rows: readonly Insertable<DB['cases.key_grant']>[],
): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('cases.key_grant')
      .values([...rows])
      // A person may hold the grant already, from an earlier restriction.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Takes the centre's grants of a case away: from now on it is opened by persons alone. */
export async function deleteCentreGrants(trx: InTransaction, caseId: string): Promise<void> {
  await trx
    .deleteFrom('cases.key_grant')
    .where('case_id', '=', caseId)
    .where('grantee', '=', 'centre')
    .execute();
}

export async function insertAccess(
  trx: InTransaction,
  rows: readonly Insertable<DB['cases.case_access']>[],
): Promise<void> {
  await trx
    .insertInto('cases.case_access')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertEvent(trx: InTransaction, row: Insertable<DB['cases.event']>): Promise<void> {
  await trx.insertInto('cases.event').values(row).execute();
}

export async function insertClosing(trx: InTransaction, row: Insertable<DB['cases.closing']>): Promise<void> {
  await trx.insertInto('cases.closing').values(row).execute();
}

export async function decideClosingRow(
  trx: InTransaction,
  id: string,
  decision: {
    readonly decided_by: string;
    readonly decided_at: Date;
    readonly decision: string;
    readonly return_code: string | null;
  },
): Promise<boolean> {
  const result = await trx
    .updateTable('cases.closing')
    .set(decision)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function startClocks(
  trx: InTransaction,
  caseId: string,
  clocks: readonly StartedClock[],
): Promise<void> {
  if (clocks.length === 0) return;
  await trx
    .insertInto('cases.clock')
    .values(
      clocks.map((clock) => ({
        case_id: caseId,
        code: clock.code,
        version: clock.version,
        started_on: clock.startedOn,
        due_on: clock.dueOn,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Stops the running clocks that these events meet. */
export async function meetClocks(
  trx: InTransaction,
  caseId: string,
  met: readonly ClockEnd[],
  day: string,
): Promise<void> {
  if (met.length === 0) return;
  await sql`
    update cases.clock k
    set met_on = ${day}::date
    from cases.clock_rule rule
    where k.case_id = ${caseId}::uuid and k.met_on is null
      and rule.code = k.code and rule.version = k.version
      and rule.met_by = any (${[...met]}::text[])`.execute(trx);
}

/** The nearest clock still running, for the queue's order. */
export async function nearestClock(trx: InTransaction, caseId: string): Promise<string> {
  const row = await trx
    .selectFrom('cases.clock')
    .select(sql<string>`coalesce(min(due_on), 'infinity')`.as('due_on'))
    .where('case_id', '=', caseId)
    .where('met_on', 'is', null)
    .executeTakeFirstOrThrow();
  return row.due_on;
}

/** Files that a message names: the officer's own uploads, claimed once. Returns how many were there to claim. */
export async function claimAttachments(
  trx: InTransaction,
  ids: readonly string[],
  caseId: string,
  messageId: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await trx
    .updateTable('cases.attachment')
    .set({ case_id: caseId, message_id: messageId })
    .where('id', 'in', [...ids])
    .where('case_id', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Gives the case to the centre above; false when it is not as it must be. */
export async function handUpRow(
  trx: InTransaction,
  caseId: string,
  revision: number,
  toUnit: number,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select cases.hand_up(${caseId}::uuid, ${revision}::int, ${toUnit}::int) as done`.execute(trx);
  return rows[0]!.done;
}

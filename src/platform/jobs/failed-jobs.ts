/** What was given up, for an administrator of the network; row-level security decides who that is. */
import type { InTransaction } from '#platform/database/connection.ts';

export type FailedJob = {
  readonly id: string;
  readonly name: string;
  readonly error: string;
  readonly tries: number;
  readonly failedAt: Date;
  /** Asked to run again, and not yet taken up. */
  readonly isAsked: boolean;
};

/** Newest first, a hundred at most. `trx` is one of `actingAs`. */
export async function listFailedJobs(trx: InTransaction): Promise<readonly FailedJob[]> {
  const rows = await trx
    .selectFrom('platform.failed_job')
    .select(['id', 'name', 'error', 'tries', 'failed_at', 'run_again_at'])
    .orderBy('failed_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    error: row.error,
    tries: row.tries,
    failedAt: row.failed_at,
    isAsked: row.run_again_at !== null,
  }));
}

/** Lets it run again. Its name, or undefined when there is nothing to run, or it was asked for already. */
export async function runFailedJobAgain(
  trx: InTransaction,
  id: string,
  personId: string,
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('platform.failed_job')
    .set({ run_again_at: now, run_again_by: personId })
    .where('id', '=', id)
    .where('run_again_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

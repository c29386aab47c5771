/** Asks for work in the transaction that makes the change: both commit, or neither. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { JobOptions, JobPayload } from './job.ts';

export type JobQueue = {
  /** `trx` is one of `actingAs`, or of the worker. Asking twice with the same `id` asks once. */
  readonly enqueue: (
    trx: InTransaction,
    name: string,
    payload: JobPayload,
    options?: JobOptions,
  ) => Promise<void>;
};

export const jobQueue: JobQueue = { enqueue };

export async function enqueue(
  trx: InTransaction,
  name: string,
  payload: JobPayload,
  options: JobOptions = {},
): Promise<void> {
  // Nobody but the worker reads what waits, so nothing is returned and no column is compared.
  await trx
    .insertInto('platform.job_request')
    .values({
      id: options.id ?? randomUUID(),
      name,
      payload: JSON.stringify(payload),
      singleton_key: options.singletonKey ?? null,
      not_before: options.notBefore ?? null,
      requested_by: sql<string | null>`platform.acting_person()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

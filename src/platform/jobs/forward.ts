/** Hands what was asked for to the queue: the row goes and the job comes in one transaction. */
import { sql } from 'kysely';
import type { Database, InTransaction } from '#platform/database/connection.ts';
import type { JobHandlers, JobPayload } from './job.ts';

export type JobRequest = {
  readonly id: string;
  readonly name: string;
  readonly payload: JobPayload;
  readonly singletonKey: string | null;
};

/** A round takes so many; the next follows at once when it was full. */
export const forwardLimit = 200;

type Forwarding = {
  readonly db: Database;
  readonly jobs: JobHandlers;
  readonly now: () => Date;
  /** Puts jobs of one name into the queue, within the transaction. */
  readonly insert: (trx: InTransaction, name: string, requests: readonly JobRequest[]) => Promise<void>;
};

/** One round. Returns the names of the work handed over, and how many rows were taken. */
export async function forwardRequests(
  forwarding: Forwarding,
): Promise<{ taken: number; names: readonly string[] }> {
  const { db, jobs, now, insert } = forwarding;
  return db.transaction().execute(async (trx) => {
    const requests = [...(await takeRequests(trx, now())), ...(await takeRunAgain(trx))];
    const byName = Map.groupBy(requests, ({ name }) => name);
    for (const [name, some] of byName) {
      if (jobs[name]) await insert(trx, name, some);
      else for (const one of some) await keepUnknown(trx, one, now());
    }
    return { taken: requests.length, names: [...byName.keys()].filter((name) => jobs[name]) };
  });
}

/** Oldest first. Several workers may look at once: each takes other rows. */
export async function takeRequests(trx: InTransaction, now: Date): Promise<JobRequest[]> {
  const { rows } = await sql<JobRequest>`
    delete from platform.job_request
    where id in (
      select id from platform.job_request
      where not_before is null or not_before <= ${now}
      order by requested_at
      limit ${forwardLimit}
      for update skip locked
    )
    returning id, name, payload, singleton_key as "singletonKey", requested_at as "requestedAt"`.execute(trx);
  return (rows as (JobRequest & { requestedAt: Date })[]).toSorted(
    (one, other) => one.requestedAt.getTime() - other.requestedAt.getTime(),
  );
}

/** What an administrator lets run again, under a new identifier: the queue still knows the old one as failed. */
async function takeRunAgain(trx: InTransaction): Promise<JobRequest[]> {
  const { rows } = await sql<JobRequest>`
    delete from platform.failed_job
    where run_again_at is not null
    returning gen_random_uuid() as id, name, payload, null as "singletonKey"`.execute(trx);
  return rows;
}

/** Work that nobody does, for instance after a step back to an older release: kept, not lost. */
async function keepUnknown(trx: InTransaction, request: JobRequest, now: Date): Promise<void> {
  await trx
    .insertInto('platform.failed_job')
    .values({
      id: request.id,
      name: request.name,
      payload: JSON.stringify(request.payload),
      error: 'unknown-work',
      tries: 0,
      failed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

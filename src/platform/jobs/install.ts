/** The queue's own schema, `jobs`: pg-boss makes it and brings it up to date, as the owner; only the worker may use it. */

import { sql } from 'kysely';
import { getConstructionPlans, PgBoss } from 'pg-boss';
import type { Database } from '#platform/database/connection.ts';
import { queueDatabase } from './queue-database.ts';

export const jobsSchema = 'jobs';

/** Changes whenever pg-boss would make other tables: a test's template knows by it that it is old. */
export const jobsPlan = (): string => getConstructionPlans(jobsSchema);

/** Safe to repeat at every start. */
export async function installJobs(owner: Database): Promise<void> {
  const boss = new PgBoss({
    db: queueDatabase(owner),
    schema: jobsSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await sql
    .raw(`
      comment on schema jobs is 'Background work that waits, runs or ended: pg-boss''s own tables.';
      grant usage on schema jobs to prongsai_worker;
      grant select, insert, update, delete on all tables in schema jobs to prongsai_worker;
      grant execute on all functions in schema jobs to prongsai_worker;
      revoke execute on all functions in schema jobs from public`)
    .execute(owner);
}

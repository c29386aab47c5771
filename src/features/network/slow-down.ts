/** Slows guessing at one account; an account that does not exist slows just the same. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import { refuse } from './refusal.ts';

/** Seconds to wait after so many failures in a row: nothing for the first four, then doubling up to a quarter of an hour. `takeTry` counts the same. */
export function waitAfter(failures: number): number {
  return failures < 5 ? 0 : Math.min(5 * 2 ** (failures - 5), 900);
}

/**
 * Counts a try as failed before it is judged, so that tries sent all at once wait like those sent one after the other;
 * `forgetFailures` when it was right. A day without tries starts the count anew. Error `slow-down` with the seconds left.
 */
export async function takeTry(db: Queries, account: string, now: Date): Promise<void> {
  const subject = subjectOf(account);
  const { rows } = await sql`
    insert into network.failed_sign_in as known (subject, failures, last_at)
    values (${subject}, 1, ${now})
    on conflict (subject) do update set
      failures = case when known.last_at < ${now}::timestamptz - interval '1 day' then 1 else known.failures + 1 end,
      last_at = ${now}
    where known.failures < 5
      or known.last_at + least(5 * 2 ^ least(known.failures - 5, 10), 900) * interval '1 second' <= ${now}
    returning failures`.execute(db);
  if (rows.length > 0) return;
  const row = await db
    .selectFrom('network.failed_sign_in')
    .select(['failures', 'last_at'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  const left = row ? row.last_at.getTime() / 1000 + waitAfter(row.failures) - now.getTime() / 1000 : 1;
  refuse('slow-down', { seconds: Math.max(1, Math.ceil(left)) });
}

export async function forgetFailures(db: Queries, account: string): Promise<void> {
  await db.deleteFrom('network.failed_sign_in').where('subject', '=', subjectOf(account)).execute();
}

const subjectOf = (account: string) => createHash('sha256').update(account).digest();

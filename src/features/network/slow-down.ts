/** Slows guessing at one account; an account that does not exist slows just the same. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import { refuse } from './refusal.ts';

/** Seconds to wait after so many failures in a row: nothing for the first four, then doubling up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < 5 ? 0 : Math.min(5 * 2 ** (failures - 5), 900);
}

/** Error `slow-down` with the seconds left. */
export async function refuseTooSoon(db: Queries, account: string, now: Date): Promise<void> {
  const row = await db
    .selectFrom('network.failed_sign_in')
    .select(['failures', 'last_at'])
    .where('subject', '=', subjectOf(account))
    .executeTakeFirst();
  if (!row) return;
  const left = row.last_at.getTime() / 1000 + waitAfter(row.failures) - now.getTime() / 1000;
  if (left > 0) refuse('slow-down', { seconds: Math.ceil(left) });
}

/** A day without failures starts the count anew. */
export async function noteFailure(db: Queries, account: string, now: Date): Promise<void> {
  await sql`
    insert into network.failed_sign_in as known (subject, failures, last_at)
    values (${subjectOf(account)}, 1, ${now})
    on conflict (subject) do update set
      failures = case when known.last_at < ${now}::timestamptz - interval '1 day' then 1 else known.failures + 1 end,
      last_at = ${now}`.execute(db);
}

export async function forgetFailures(db: Queries, account: string): Promise<void> {
  await db.deleteFrom('network.failed_sign_in').where('subject', '=', subjectOf(account)).execute();
}

const subjectOf = (account: string) => createHash('sha256').update(account).digest();

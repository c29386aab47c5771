/** Clears what nobody needs any more: expired proofs of work, and uploaded files that no message has named for a day. */
import { sql } from 'kysely';
import type { Ground } from '#platform/ground.ts';

const KEPT_MS = 24 * 60 * 60_000;

/** One round, as the worker. Returns what was removed. Safe at any time and from several processes. */
export async function sweepReports({
  databases,
  files,
  now,
}: Ground): Promise<{ proofs: number; files: number }> {
  const spent = await databases.worker
    .deleteFrom('reports.spent_challenge')
    .where('expires_at', '<', now())
    .executeTakeFirst();
  // The row goes first: a file without a row is only space, a row without its file would be a broken promise.
  const { rows: unnamed } = await sql<{ id: string }>`
    select id from reports.sweep_unnamed(${new Date(now().getTime() - KEPT_MS)}) id`.execute(
    databases.worker,
  );
  for (const { id } of unnamed) await files.remove(id);
  return { proofs: Number(spent.numDeletedRows), files: unnamed.length };
}

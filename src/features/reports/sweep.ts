/** Clears what nobody needs any more: expired proofs of work, and uploaded files that no message has named for a day. */
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
  const unclaimed = await databases.worker
    .deleteFrom('cases.attachment')
    .where('case_id', 'is', null)
    .where('uploaded_at', '<', new Date(now().getTime() - KEPT_MS))
    .returning('id')
    .execute();
  for (const { id } of unclaimed) await files.remove(id);
  return { proofs: Number(spent.numDeletedRows), files: unclaimed.length };
}

/** Every hour until stopped. */
export function startSweeping(ground: Ground): { stop: () => void } {
  const timer = setInterval(
    () =>
      sweepReports(ground).catch((error: Error) => ground.log.error({ name: error.name }, 'sweeping failed')),
    60 * 60_000,
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

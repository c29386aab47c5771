/** Clears what nobody needs any more: expired proofs of work, and uploaded files that no message has named for a day. */
import { sql } from 'kysely';
import type { Parts } from './needs.ts';

export type SweepParts = Pick<Parts, 'ground' | 'holds'>;

const KEPT_MS = 24 * 60 * 60_000;

/** One round, as the worker. Returns what was removed. Safe at any time and from several processes. */
export async function sweepReports(parts: SweepParts): Promise<{ proofs: number; files: number }> {
  const { databases, now } = parts.ground;
  const spent = await databases.worker
    .deleteFrom('reports.spent_challenge')
    .where('expires_at', '<', now())
    .executeTakeFirst();
  return { proofs: Number(spent.numDeletedRows), files: await sweepUnnamed(parts, KEPT_MS, 'everybody') };
}

/** Removes files that have waited so long for a message, those of officers too or not. Returns how many. */
export async function sweepUnnamed(
  { ground: { databases, files, now }, holds }: SweepParts,
  keptMs: number,
  whose: 'everybody' | 'reporters',
): Promise<number> {
  const before = new Date(now().getTime() - keptMs);
  const { rows: waiting } = await sql<{ id: string }>`
    select id from reports.list_unnamed(${before}, ${whose === 'reporters'}) id`.execute(databases.worker);
  let removed = 0;
  for (const { id } of waiting) {
    // Held from row to file: whoever sends it again meanwhile must not find the file and lose it a moment later.
    const hold = holds.remove(id);
    if (!hold) continue;
    try {
      // The row goes first: a file without a row is only space, a row without its file would be a broken promise.
      const { rows } = await sql<{ gone: boolean }>`select reports.forget_unnamed(${id}) as gone`.execute(
        databases.worker,
      );
      if (!rows[0]!.gone) continue;
      await files.remove(id);
      removed += 1;
    } finally {
      hold.release();
    }
  }
  return removed;
}

/**
 * How much may lie in the store that no message has named yet, of everybody together: files come before their message,
 * and a proof of work is cheap for a strong machine. When it is full, the files that have waited longest go first, so
 * that a flood that is over shuts nobody out for longer than it takes to send one file.
 */
import { hasRoom } from './report.queries.ts';
import { type SweepParts, sweepUnnamed } from './sweep.ts';

export const mostUnnamed = { files: 5_000, bytes: 8 * 1024 ** 3 };

/** Longer than the slowest upload of one file may take (`requestTimeout` of the server: 20 minutes). */
const SHORTEST_KEPT_MS = 30 * 60_000;
const SCARCE_MS = [6 * 60 * 60_000, SHORTEST_KEPT_MS];

/** Makes room if there is none; false when everything that lies there is fresh. */
export async function makeRoom(parts: SweepParts): Promise<boolean> {
  const { public: db } = parts.ground.databases;
  if (await hasRoom(db, mostUnnamed)) return true;
  for (const kept of SCARCE_MS) {
    await sweepUnnamed(parts, kept, 'reporters');
    if (await hasRoom(db, mostUnnamed)) return true;
  }
  return false;
}

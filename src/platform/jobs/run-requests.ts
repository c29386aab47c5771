/** Does at once what was asked for, without the queue: for tests, and for filling a demonstration. */
import type { Database } from '#platform/database/connection.ts';
import { takeRequests } from './forward.ts';
import type { Background } from './job.ts';

type Parts = { readonly db: Database; readonly background: Background; readonly now: () => Date };

/** More rounds than any chain of work needs; one that asks for itself for ever is found by it. */
const mostRounds = 50;

/**
 * Runs the named work of the clock first, then everything asked for, also what that work asks for in turn. Work bound by
 * `singletonKey` runs once for many. Returns the names in the order in which they ran; what a handler throws is thrown.
 */
export async function runRequests(
  { db, background, now }: Parts,
  scheduled: readonly string[] = [],
): Promise<readonly string[]> {
  const ran: string[] = [];
  const run = async (name: string, payload: Record<string, unknown>, id: string) => {
    const handler = background.jobs[name];
    if (!handler) throw new RangeError(`nobody does the work ${name}`);
    await handler(payload, { id });
    ran.push(name);
  };
  for (const name of scheduled) await run(name, {}, 'scheduled');
  for (let round = 0; round < mostRounds; round += 1) {
    const requests = await db.transaction().execute((trx) => takeRequests(trx, now()));
    if (requests.length === 0) return ran;
    const keys = new Set<string>();
    for (const { id, name, payload, singletonKey } of requests) {
      const key = `${name} ${singletonKey ?? id}`;
      if (!keys.has(key)) await run(name, payload, id);
      keys.add(key);
    }
  }
  throw new RangeError('work asks for work without end');
}

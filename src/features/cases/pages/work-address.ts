/** Addresses of the queue: every filter stands in the address, so that a list can be sent to a colleague. */
import type { WorkFilter } from '../list-work.ts';

/** The queue with these filters changed; any change but the page itself goes back to the first page. */
export function addressOf(filter: WorkFilter, change: Partial<WorkFilter>): string {
  const next = { ...filter, after: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(next)) if (value) query.set(name, value);
  return query.size > 0 ? `/office/work?${query}` : '/office/work';
}

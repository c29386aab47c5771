/** Adds the first frame where there is none. */
import type { InTransaction } from '#platform/database/connection.ts';
import { firstFrame } from './frame.seed.ts';
import { insertFrame } from './moral.queries.ts';

export async function seedMoral(trx: InTransaction): Promise<void> {
  await insertFrame(trx, firstFrame);
}

/** Loads the default shares for a certificate; what an administrator has changed stays. */
import type { InTransaction } from '#platform/database/connection.ts';
import { completionSeeds } from './attendance/completion.seed.ts';

export async function seedCompletion(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('seminars.completion_default')
    .values(completionSeeds.map((row) => ({ ...row, status: 'unconfirmed', valid_from: '2018-10-01' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

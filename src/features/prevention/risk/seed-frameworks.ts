/** Loads the frameworks that ship with the product and are not there yet. */
import type { InTransaction } from '#platform/database/connection.ts';
import { frameworkValues } from './framework.queries.ts';
import { frameworkSeed } from './frameworks.seed.ts';

/** Adds version 1 of each code that has no row at all. */
export async function seedRiskFrameworks(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('prevention.risk_framework')
    .values(frameworkSeed.map((framework) => frameworkValues(framework, undefined)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Loads the rules of money; a code that has a version already keeps it. */
import type { InTransaction } from '#platform/database/connection.ts';
import { moneySeeds } from './money.seed.ts';

export async function seedMoney(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('seminars.money_rule')
    .values(
      moneySeeds.map((seed) => ({
        code: seed.code,
        version: 1,
        value: String(seed.value),
        basis_th: seed.basisTh,
        basis_en: seed.basisEn,
        source: seed.source,
        status: seed.status,
        valid_from: seed.validFrom,
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}

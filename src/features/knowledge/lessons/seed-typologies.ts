/** Loads the forms of corruption that ship with the product and are not there yet. */
import type { InTransaction } from '#platform/database/connection.ts';
import { typologies } from './typologies.seed.ts';
import { typologyBasis, typologySource } from './typology-source.seed.ts';

/** Adds version 1 of each code that has no row at all. */
export async function seedTypologies(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('knowledge.typology')
    .values(
      typologies.map((one, index) => ({
        code: one.code,
        version: 1,
        sort: (index + 1) * 10,
        title_th: one.title[0],
        title_en: one.title[1],
        how_th: one.how[0],
        how_en: one.how[1],
        signs_th: [...one.signs.th],
        signs_en: [...one.signs.en],
        weak_th: [...one.weak.th],
        weak_en: [...one.weak.en],
        helped_th: [...one.helped.th],
        helped_en: [...one.helped.en],
        offences: [...one.offences],
        topics: [...one.topics],
        basis: typologyBasis,
        source: typologySource,
        status: 'unconfirmed',
        valid_from: '2026-01-01',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

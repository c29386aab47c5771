/** Loads the goals of the plans above; what an administrator has changed stays. */
import type { InTransaction } from '#platform/database/connection.ts';
import { alignmentSeeds } from './alignments.seed.ts';

export async function seedAlignments(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('prevention.alignment')
    .values(
      alignmentSeeds.map(({ scheme, code, nameTh, nameEn, basis, validTo }, position) => ({
        scheme,
        code,
        name_th: nameTh,
        name_en: nameEn,
        position,
        basis,
        source: 'Names of the ministry’s plan report form; to be checked by the planning division',
        status: scheme === 'sdg' ? 'confirmed' : 'unconfirmed',
        valid_from: '2022-10-01',
        valid_to: validTo ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['scheme', 'code']).doNothing())
    .execute();
}

/** Loads the competence frame; what an administrator has changed stays. */
import type { InTransaction } from '#platform/database/connection.ts';
import { competencySeeds } from './competencies.seed.ts';

export async function seedCompetencies(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('seminars.competency')
    .values(
      competencySeeds.map(({ code, kind, nameTh, nameEn }, position) => ({
        code,
        kind,
        name_th: nameTh,
        name_en: nameEn,
        position,
        basis:
          'Proposed frame: knowledge, skill and competence as the ministry’s seminar project of 2562 names them',
        source: 'Prongsai, to be confirmed by the ministry’s centre',
        status: 'unconfirmed',
        valid_from: '2025-10-01',
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Loads numbers, form and levels; what the ministry's centre has changed stays. */
import type { InTransaction } from '#platform/database/connection.ts';
import { itemSeeds, levelSeeds, ruleSeeds } from './learning.seed.ts';

const shipped = { source: 'Prongsai, to be confirmed by the ministry’s centre', status: 'unconfirmed' };
/** First day of fiscal year 2562, whose seminar is the first that anybody would look back on. */
const since = '2018-10-01';

export async function seedLearning(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('seminars.learning_rule')
    .values(
      ruleSeeds.map(({ code, value, basisTh, basisEn }) => ({
        code,
        version: 1,
        value,
        basis_th: basisTh,
        basis_en: basisEn,
        ...shipped,
        valid_from: since,
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
  await trx
    .insertInto('seminars.competency_level')
    .values(
      levelSeeds.map(({ level, nameTh, nameEn, descriptionTh, descriptionEn }) => ({
        level,
        version: 1,
        name_th: nameTh,
        name_en: nameEn,
        description_th: descriptionTh,
        description_en: descriptionEn,
        ...shipped,
        valid_from: since,
      })),
    )
    .onConflict((conflict) => conflict.columns(['level', 'version']).doNothing())
    .execute();
  await trx
    .insertInto('seminars.evaluation_item')
    .values(
      itemSeeds.map(([about, kind, code, promptTh, promptEn], position) => ({
        id: `5e000000-0000-4000-8000-${String(position + 1).padStart(12, '0')}`,
        code,
        version: 1,
        about,
        kind,
        prompt_th: promptTh,
        prompt_en: promptEn,
        position: (position + 1) * 10,
        basis: 'Kirkpatrick level 1: content, speaker, venue, use on the job, and an open question',
        status: shipped.status,
        valid_from: since,
        changed_at: new Date(`${since}T00:00:00+07:00`),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

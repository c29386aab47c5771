/** Loads the items and the scale that ship with the product; what the ministry has brought or changed stays. */
import { createHash } from 'node:crypto';
import type { InTransaction } from '#platform/database/connection.ts';
import { insertItems, selectItems } from './item-set.queries.ts';
import {
  bandBasis,
  bandSeeds,
  basis,
  commonLines,
  type ItemSeed,
  items2568,
  items2569,
  listSource,
} from './sets.seed.ts';

const seededAt = new Date('2026-11-25T00:00:00Z');

export async function seedDisclosure(trx: InTransaction): Promise<void> {
  await seedSet(trx, 2568, items2568);
  await seedSet(trx, 2569, items2569);
  await trx
    .insertInto('disclosure.grade_band')
    .values(
      bandSeeds.map(({ code, nameTh, nameEn, fromPercent, isPass }) => ({
        code,
        version: 1,
        name_th: nameTh,
        name_en: nameEn,
        from_percent: fromPercent,
        is_pass: isPass,
        basis_th: bandBasis[0],
        basis_en: bandBasis[1],
        source: 'Report of a local authority on the change; to be checked against the handbook of the year',
        status: 'unconfirmed',
        valid_from: '2023-06-08',
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}

async function seedSet(
  trx: InTransaction,
  fiscalYear: 2568 | 2569,
  items: readonly ItemSeed[],
): Promise<void> {
  const id = setId(fiscalYear);
  const made = await trx
    .insertInto('disclosure.item_set')
    .values({
      id,
      fiscal_year: fiscalYear,
      agency_type: 'state-agency',
      version: 1,
      state: 'in-force',
      basis_th: basis[0],
      basis_en: basis[1],
      source: listSource[fiscalYear],
      status: 'unconfirmed',
      made_at: seededAt,
      changed_at: seededAt,
      in_force_at: seededAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made || (await selectItems(trx, id)).length > 0) return;
  await insertItems(
    trx,
    id,
    items.map((item) => ({
      code: item.code,
      nameTh: item.name[0],
      nameEn: item.name[1],
      requirementTh: item.requirement[0],
      requirementEn: item.requirement[1],
      formats: item.formats ?? ['page'],
      fill: item.fill ?? 'by-hand',
      basis: basis[0],
      source: listSource[fiscalYear],
      status: 'unconfirmed',
      checklist: [...commonLines, ...(item.checklist ?? [])].map(([textTh, textEn], at) => ({
        position: at + 1,
        textTh,
        textEn,
      })),
    })),
  );
}

/** The same in every installation, so that seeding again finds it. */
function setId(fiscalYear: number): string {
  const hex = createHash('sha256').update(`disclosure items ${fiscalYear}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

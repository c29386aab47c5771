/** Categories of honours in SQL. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Category, NomineeKind } from './honour.ts';

/** The newest version of each category, of every fiscal year, for anybody. */
export async function selectCategories(db: Queries): Promise<readonly Category[]> {
  const rows = await db
    .selectFrom('ethics.honour_category')
    .selectAll()
    .distinctOn(['fiscal_year', 'code'])
    .orderBy('fiscal_year')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    code: row.code,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    nominee: row.nominee as NomineeKind,
    criteria: row.criteria_codes.map((code, at) => ({
      code,
      th: row.criteria_th[at]!,
      en: row.criteria_en[at]!,
      weight: row.weights[at]!,
    })),
    most: row.most,
    threshold: Number(row.threshold),
    leastScorers: row.least_scorers,
    leastNominees: row.least_nominees,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as Category['status'],
  }));
}

export const insertCategory = (trx: InTransaction, category: Category, id?: string) =>
  trx
    .insertInto('ethics.honour_category')
    .values({
      ...(id ? { id } : {}),
      fiscal_year: category.fiscalYear,
      code: category.code,
      version: category.version,
      name_th: category.nameTh,
      name_en: category.nameEn,
      nominee: category.nominee,
      criteria_codes: category.criteria.map(({ code }) => code),
      criteria_th: category.criteria.map(({ th }) => th),
      criteria_en: category.criteria.map(({ en }) => en),
      weights: category.criteria.map(({ weight }) => weight),
      most: category.most,
      threshold: String(category.threshold),
      least_scorers: category.leastScorers,
      least_nominees: category.leastNominees,
      opens_on: category.opensOn,
      closes_on: category.closesOn,
      basis_th: category.basisTh,
      basis_en: category.basisEn,
      source: category.source,
      status: category.status,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Standards, codes, conduct and situations in SQL. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Code, Conduct, ConductKind, Scenario, Standard } from './code.ts';

type BasisRow = {
  readonly version: number;
  readonly basis_th: string;
  readonly basis_en: string;
  readonly source: string;
  readonly status: string;
  readonly valid_from: string;
};
const basisOf = (row: BasisRow) => ({
  version: row.version,
  basisTh: row.basis_th,
  basisEn: row.basis_en,
  source: row.source,
  status: row.status as Standard['status'],
  validFrom: row.valid_from,
});

/** Every version, for anybody. */
export async function selectStandards(db: Queries): Promise<readonly Standard[]> {
  const rows = await db
    .selectFrom('ethics.standard')
    .selectAll()
    .orderBy('sort')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...basisOf(row),
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    sort: row.sort,
  }));
}

/** Every version, for anybody. */
export async function selectCodes(db: Queries): Promise<readonly Code[]> {
  const rows = await db
    .selectFrom('ethics.code')
    .selectAll()
    .orderBy('sort')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...basisOf(row),
    regime: row.regime,
    nameTh: row.name_th,
    nameEn: row.name_en,
    titleTh: row.title_th,
    titleEn: row.title_en,
    issuedOn: row.issued_on ?? undefined,
    pledgeTh: row.pledge_th,
    pledgeEn: row.pledge_en,
    situations: row.situations,
    sort: row.sort,
  }));
}

/** What counts today, for anybody; by standard, what one does first. */
export async function selectConduct(db: Queries): Promise<readonly Conduct[]> {
  const rows = await db
    .selectFrom('ethics.conduct')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('standard')
    .orderBy('kind')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id ?? undefined,
    regime: row.regime ?? undefined,
    standard: row.standard,
    kind: row.kind as ConductKind,
    behaviourTh: row.behaviour_th,
    behaviourEn: row.behaviour_en ?? undefined,
    exampleTh: row.example_th,
    exampleEn: row.example_en ?? undefined,
  }));
}

/** Situations that may be drawn; with `ids`, those, whether they count still or not. Officers only. */
export async function selectScenarios(
  trx: InTransaction,
  ids?: readonly string[],
): Promise<readonly Scenario[]> {
  const rows = await trx
    .selectFrom('ethics.scenario')
    .select(['id', 'standard', 'situation_th', 'situation_en'])
    .$if(ids === undefined, (query) => query.where('ended_at', 'is', null))
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any (${[...ids!]}::uuid[])`))
    .orderBy('standard')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  const options = await trx.selectFrom('ethics.scenario_option').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    id: row.id,
    standard: row.standard,
    situationTh: row.situation_th,
    situationEn: row.situation_en,
    options: options
      .filter((option) => option.scenario_id === row.id)
      .map((option) => ({
        position: option.position,
        textTh: option.text_th,
        textEn: option.text_en,
        whyTh: option.why_th,
        whyEn: option.why_en,
        isRight: option.is_right,
      })),
  }));
}

export const insertStandard = (trx: InTransaction, id: string, row: Standard) =>
  trx
    .insertInto('ethics.standard')
    .values({
      id,
      code: row.code,
      version: row.version,
      name_th: row.nameTh,
      name_en: row.nameEn,
      sort: row.sort,
      basis_th: row.basisTh,
      basis_en: row.basisEn,
      source: row.source,
      status: row.status,
      valid_from: row.validFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const insertCode = (trx: InTransaction, id: string, row: Code) =>
  trx
    .insertInto('ethics.code')
    .values({
      id,
      regime: row.regime,
      version: row.version,
      name_th: row.nameTh,
      name_en: row.nameEn,
      title_th: row.titleTh,
      title_en: row.titleEn,
      issued_on: row.issuedOn ?? null,
      pledge_th: row.pledgeTh,
      pledge_en: row.pledgeEn,
      situations: row.situations,
      sort: row.sort,
      basis_th: row.basisTh,
      basis_en: row.basisEn,
      source: row.source,
      status: row.status,
      valid_from: row.validFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

type Written = { readonly replaces?: string | undefined; readonly by?: string; readonly at?: Date };

export const insertConduct = (trx: InTransaction, row: Conduct, { replaces, by, at }: Written = {}) =>
  trx
    .insertInto('ethics.conduct')
    .values({
      id: row.id,
      unit_id: row.unitId ?? null,
      regime: row.regime ?? null,
      standard: row.standard,
      kind: row.kind,
      behaviour_th: row.behaviourTh,
      behaviour_en: row.behaviourEn ?? null,
      example_th: row.exampleTh,
      example_en: row.exampleEn ?? null,
      replaces: replaces ?? null,
      ...(by ? { entered_by: by } : {}),
      ...(at ? { entered_at: at } : {}),
    })
    .execute();

export async function insertScenario(
  trx: InTransaction,
  row: Scenario,
  { replaces, by, at }: Written = {},
): Promise<void> {
  await trx
    .insertInto('ethics.scenario')
    .values({
      id: row.id,
      standard: row.standard,
      situation_th: row.situationTh,
      situation_en: row.situationEn,
      replaces: replaces ?? null,
      ...(by ? { entered_by: by } : {}),
      ...(at ? { entered_at: at } : {}),
    })
    .execute();
  await trx
    .insertInto('ethics.scenario_option')
    .values(
      row.options.map((option) => ({
        scenario_id: row.id,
        position: option.position,
        text_th: option.textTh,
        text_en: option.textEn,
        why_th: option.whyTh,
        why_en: option.whyEn,
        is_right: option.isRight,
      })),
    )
    .execute();
}

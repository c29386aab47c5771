/** Sets with their items, and the scale; row-level security decides which. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Fill, Format, GradeBand, Item, ItemSet, SetState, Status } from './item-set.ts';
import { numberOf } from './item-set-rules.ts';

export async function selectSets(
  db: Queries,
  asked: {
    readonly id?: string;
    readonly state?: SetState;
    readonly fiscalYear?: number;
    readonly agencyType?: string;
  },
): Promise<readonly ItemSet[]> {
  let query = db
    .selectFrom('disclosure.item_set')
    .selectAll()
    .orderBy('fiscal_year', 'desc')
    .orderBy('version', 'desc');
  if (asked.id !== undefined) query = query.where('id', '=', asked.id);
  if (asked.state !== undefined) query = query.where('state', '=', asked.state);
  if (asked.fiscalYear !== undefined) query = query.where('fiscal_year', '=', asked.fiscalYear);
  if (asked.agencyType !== undefined) query = query.where('agency_type', '=', asked.agencyType);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    agencyType: row.agency_type,
    version: row.version,
    state: row.state as SetState,
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as Status,
    changedAt: row.changed_at,
    inForceAt: row.in_force_at ?? undefined,
  }));
}

export async function selectItems(db: Queries, setId: string): Promise<readonly Item[]> {
  const rows = await db
    .selectFrom('disclosure.item')
    .selectAll()
    .where('set_id', '=', setId)
    .orderBy('position')
    .execute();
  const lines = await db
    .selectFrom('disclosure.sub_requirement')
    .selectAll()
    .where('set_id', '=', setId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    requirementTh: row.requirement_th,
    requirementEn: row.requirement_en,
    formats: row.formats as Format[],
    fill: row.fill as Fill,
    basis: row.basis,
    source: row.source,
    status: row.status as Status,
    checklist: lines
      .filter(({ item_code }) => item_code === row.code)
      .map(({ position, text_th, text_en }) => ({ position, textTh: text_th, textEn: text_en })),
  }));
}

/** The set in force of a year with its items. */
export async function selectInForce(
  db: Queries,
  fiscalYear: number,
  agencyType: string,
): Promise<{ readonly set: ItemSet; readonly items: readonly Item[] } | undefined> {
  const [set] = await selectSets(db, { fiscalYear, agencyType, state: 'in-force' });
  return set && { set, items: await selectItems(db, set.id) };
}

/** Items into a set that has none. */
export async function insertItems(trx: InTransaction, setId: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  await trx
    .insertInto('disclosure.item')
    .values(
      items.map((item) => ({
        set_id: setId,
        code: item.code,
        position: numberOf(item.code),
        name_th: item.nameTh,
        name_en: item.nameEn,
        requirement_th: item.requirementTh,
        requirement_en: item.requirementEn,
        formats: [...item.formats],
        fill: item.fill,
        basis: item.basis,
        source: item.source,
        status: item.status,
      })),
    )
    .execute();
  const lines = items.flatMap(({ code, checklist }) =>
    checklist.map(({ position, textTh, textEn }) => ({
      set_id: setId,
      item_code: code,
      position,
      text_th: textTh,
      text_en: textEn,
    })),
  );
  if (lines.length > 0) await trx.insertInto('disclosure.sub_requirement').values(lines).execute();
}

export async function selectBands(db: Queries): Promise<readonly GradeBand[]> {
  const rows = await db
    .selectFrom('disclosure.grade_band')
    .selectAll()
    .orderBy('from_percent', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    fromPercent: Number(row.from_percent),
    isPass: row.is_pass,
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as Status,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

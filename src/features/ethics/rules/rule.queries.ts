/** The rows of rules: read by anybody, entered by whoever keeps them. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Choice, ChoiceList, FilingPeriod, GiftRule, Half, RuleCode, Status } from './rule.ts';

type BasisRow = {
  version: number;
  basis_th: string;
  basis_en: string;
  source: string;
  status: string;
  valid_from: string;
  valid_to: string | null;
};

const basis = (row: BasisRow) => ({
  version: row.version,
  basisTh: row.basis_th,
  basisEn: row.basis_en,
  source: row.source,
  status: row.status as Status,
  validFrom: row.valid_from,
  validTo: row.valid_to ?? undefined,
});

/** Every version, the newest first. */
export async function selectGiftRules(db: Queries): Promise<readonly GiftRule[]> {
  const rows = await db.selectFrom('ethics.gift_rule').selectAll().orderBy('version', 'desc').execute();
  return rows.map((row) => ({
    ...basis(row),
    code: row.code as RuleCode,
    amount: row.amount,
    unit: row.unit as GiftRule['unit'],
  }));
}

export async function selectPeriods(db: Queries): Promise<readonly FilingPeriod[]> {
  const rows = await db
    .selectFrom('ethics.filing_period')
    .selectAll()
    .orderBy('half')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...basis(row),
    half: row.half as Half,
    closes: { month: row.closes_month, day: row.closes_day },
    due: { month: row.due_month, day: row.due_day },
  }));
}

export async function selectChoices(db: Queries, list?: ChoiceList): Promise<readonly Choice[]> {
  const rows = await db
    .selectFrom('ethics.choice')
    .selectAll()
    .$if(list !== undefined, (query) => query.where('list', '=', list!))
    .orderBy('list')
    .orderBy('sort')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...basis(row),
    list: row.list as ChoiceList,
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    isExempt: row.is_exempt,
    sort: row.sort,
  }));
}

const basisRow = (id: string, row: GiftRule | FilingPeriod | Choice) => ({
  id,
  version: row.version,
  basis_th: row.basisTh,
  basis_en: row.basisEn,
  source: row.source,
  status: row.status,
  valid_from: row.validFrom,
});

export function insertGiftRule(trx: InTransaction, id: string, rule: GiftRule) {
  return trx
    .insertInto('ethics.gift_rule')
    .values({ ...basisRow(id, rule), code: rule.code, amount: rule.amount, unit: rule.unit })
    .execute();
}

export function insertPeriod(trx: InTransaction, id: string, period: FilingPeriod) {
  return trx
    .insertInto('ethics.filing_period')
    .values({
      ...basisRow(id, period),
      half: period.half,
      closes_month: period.closes.month,
      closes_day: period.closes.day,
      due_month: period.due.month,
      due_day: period.due.day,
    })
    .execute();
}

export function insertChoice(trx: InTransaction, id: string, choice: Choice) {
  return trx
    .insertInto('ethics.choice')
    .values({
      ...basisRow(id, choice),
      list: choice.list,
      code: choice.code,
      name_th: choice.nameTh,
      name_en: choice.nameEn,
      is_exempt: choice.isExempt,
      sort: choice.sort,
    })
    .execute();
}

/** Whether an entry of this identifier is there already. */
export async function isEntered(
  trx: InTransaction,
  table: 'gift_rule' | 'filing_period' | 'choice',
  id: string,
) {
  const row = await trx.selectFrom(`ethics.${table}`).select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

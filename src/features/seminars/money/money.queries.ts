/** SQL of rules of money, lines of budgets and claims; run as the officer, row-level security decides. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { BudgetLine, Category, Claim, MoneyCode, MoneyRule } from './money.ts';

/** Every version, the newest of a code first. */
export async function selectRules(db: Queries): Promise<readonly MoneyRule[]> {
  const rows = await db
    .selectFrom('seminars.money_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code as MoneyCode,
    version: row.version,
    value: Number(row.value),
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as MoneyRule['status'],
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

/** Ends the version in force and begins the next one. */
export async function insertRule(trx: InTransaction, rule: MoneyRule): Promise<void> {
  await trx
    .updateTable('seminars.money_rule')
    .set({ valid_to: rule.validFrom })
    .where('code', '=', rule.code)
    .where('valid_to', 'is', null)
    .execute();
  await trx
    .insertInto('seminars.money_rule')
    .values({
      code: rule.code,
      version: rule.version,
      value: String(rule.value),
      basis_th: rule.basisTh,
      basis_en: rule.basisEn,
      source: rule.source,
      status: rule.status,
      valid_from: rule.validFrom,
    })
    .execute();
}

export async function selectLines(db: Queries, seminarId: string): Promise<readonly BudgetLine[]> {
  const rows = await db
    .selectFrom('seminars.budget_line')
    .select(['id', 'category', 'description', 'quantity', 'unit', 'unit_price', 'amount'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    category: row.category as Category,
    description: row.description,
    quantity: Number(row.quantity),
    unit: row.unit,
    unitPrice: Number(row.unit_price),
    amount: Number(row.amount),
  }));
}

export async function replaceLines(
  trx: InTransaction,
  seminarId: string,
  lines: readonly Omit<BudgetLine, 'amount'>[],
): Promise<void> {
  await trx.deleteFrom('seminars.budget_line').where('seminar_id', '=', seminarId).execute();
  if (lines.length === 0) return;
  await trx
    .insertInto('seminars.budget_line')
    .values(
      lines.map((line, position) => ({
        id: line.id,
        seminar_id: seminarId,
        position,
        category: line.category,
        description: line.description,
        quantity: String(line.quantity),
        unit: line.unit,
        unit_price: String(line.unitPrice),
      })),
    )
    .execute();
}

export type StoredClaim = Claim & { readonly slotId: string; readonly speakerId: string };

export async function selectClaims(db: Queries, seminarId: string): Promise<readonly StoredClaim[]> {
  const rows = await db
    .selectFrom('seminars.speaker_fee')
    .select(['slot_id', 'speaker_id', 'is_paid', 'hours', 'rate'])
    .where('seminar_id', '=', seminarId)
    .orderBy('slot_id')
    .orderBy('speaker_id')
    .execute();
  return rows.map((row) => ({
    slotId: row.slot_id,
    speakerId: row.speaker_id,
    isPaid: row.is_paid,
    hours: Number(row.hours),
    rate: Number(row.rate),
  }));
}

export async function replaceClaims(
  trx: InTransaction,
  seminarId: string,
  claims: readonly StoredClaim[],
): Promise<void> {
  await trx.deleteFrom('seminars.speaker_fee').where('seminar_id', '=', seminarId).execute();
  if (claims.length === 0) return;
  await trx
    .insertInto('seminars.speaker_fee')
    .values(
      claims.map((claim) => ({
        slot_id: claim.slotId,
        speaker_id: claim.speakerId,
        seminar_id: seminarId,
        is_paid: claim.isPaid,
        hours: String(claim.hours),
        rate: String(claim.rate),
      })),
    )
    .execute();
}

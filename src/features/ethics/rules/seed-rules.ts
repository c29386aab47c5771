/** Loads the rules that ship with the product and are not there yet; what was entered since stays. */
import type { InTransaction } from '#platform/database/connection.ts';
import { choices, filingPeriods, giftRules } from './rules.seed.ts';

type Seeded = {
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: string;
  readonly validFrom: string;
};
const basis = (row: Seeded) => ({
  version: 1,
  basis_th: row.basisTh,
  basis_en: row.basisEn,
  source: row.source,
  status: row.status,
  valid_from: row.validFrom,
});

export async function seedEthicsRules(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('ethics.gift_rule')
    .values(
      giftRules.map((rule) => ({ ...basis(rule), code: rule.code, amount: rule.amount, unit: rule.unit })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('ethics.filing_period')
    .values(
      filingPeriods.map((period) => ({
        ...basis(period),
        half: period.half,
        closes_month: period.closes.month,
        closes_day: period.closes.day,
        due_month: period.due.month,
        due_day: period.due.day,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('ethics.choice')
    .values(
      choices.map((choice) => ({
        ...basis(choice),
        list: choice.list,
        code: choice.code,
        name_th: choice.nameTh,
        name_en: choice.nameEn,
        is_exempt: choice.isExempt,
        sort: choice.sort,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

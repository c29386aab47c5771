/** Totals of centres: what the register says now, and what was filed. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Figures, Filing } from './gift.ts';

export type LiveFigures = Figures & { readonly unitId: number; readonly late: number };

/** Of a half of a fiscal year, of every centre whose figures the acting person may see; a centre without gifts has no row. */
export async function selectFigures(
  trx: InTransaction,
  fiscalYear: number,
  half: 1 | 2,
  today: string,
): Promise<readonly LiveFigures[]> {
  const { rows } = await sql<{ [column: string]: number }>`
    select unit_id, gifts, over_limit, value_baht, kept, returned, handed_over, undecided, late,
      solicitations, solicitation_baht
    from ethics.gift_figures(${fiscalYear}::int, ${half}::int, ${today}::date)`.execute(trx);
  return rows.map((row) => ({
    unitId: row['unit_id']!,
    late: row['late']!,
    gifts: row['gifts']!,
    overLimit: row['over_limit']!,
    valueBaht: row['value_baht']!,
    kept: row['kept']!,
    returned: row['returned']!,
    handedOver: row['handed_over']!,
    undecided: row['undecided']!,
    solicitations: row['solicitations']!,
    solicitationBaht: row['solicitation_baht']!,
  }));
}

/** The last filing of each centre and half of a fiscal year. For anybody. */
export async function selectFilings(
  db: Queries,
  fiscalYear: number,
  unitId?: number,
): Promise<readonly Filing[]> {
  const rows = await db
    .selectFrom('ethics.gift_filing')
    .distinctOn(['unit_id', 'half'])
    .select([
      'id',
      'unit_id',
      'half',
      'is_nothing',
      'due_on',
      'filed_at',
      'gifts',
      'over_limit',
      'kept',
      'returned',
      'handed_over',
      'undecided',
      'solicitations',
      'value_baht',
      'solicitation_baht',
    ])
    .where('fiscal_year', '=', fiscalYear)
    .$if(unitId !== undefined, (query) => query.where('unit_id', '=', unitId!))
    .orderBy('unit_id')
    .orderBy('half')
    .orderBy('place', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    half: row.half as 1 | 2,
    isNothing: row.is_nothing,
    dueOn: row.due_on,
    filedAt: row.filed_at,
    gifts: row.gifts,
    overLimit: row.over_limit,
    valueBaht: row.value_baht,
    kept: row.kept,
    returned: row.returned,
    handedOver: row.handed_over,
    undecided: row.undecided,
    solicitations: row.solicitations,
    solicitationBaht: row.solicitation_baht,
  }));
}

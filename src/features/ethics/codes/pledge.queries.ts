/** Rounds, answers, pledges and their figures in SQL. `trx` is one of `actingAs`: row-level security shows her own only. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Answer } from './code-rules.ts';

export const selectRound = (trx: InTransaction, personId: string, fiscalYear: number) =>
  trx
    .selectFrom('ethics.pledge_round')
    .selectAll()
    .where('person_id', '=', personId)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst();

export async function selectAnswers(trx: InTransaction, roundId: string): Promise<readonly Answer[]> {
  const rows = await trx
    .selectFrom('ethics.pledge_answer')
    .select(['scenario_id', 'position'])
    .where('round_id', '=', roundId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ scenarioId: row.scenario_id, position: row.position }));
}

export const selectPledges = (trx: InTransaction, personId: string) =>
  trx
    .selectFrom('ethics.pledge')
    .select(['id', 'unit_id', 'fiscal_year', 'regime', 'code_version', 'pledged_at', 'ledger_id'])
    .where('person_id', '=', personId)
    .orderBy('fiscal_year', 'desc')
    .execute();

export type CentreFigures = {
  readonly unitId: number;
  /** Undefined where fewer than five work. */
  readonly officers: number | undefined;
  readonly pledged: number | undefined;
  readonly isComplete: boolean;
};

export async function selectPledgeFigures(
  trx: InTransaction,
  fiscalYear: number,
): Promise<readonly CentreFigures[]> {
  const { rows } = await sql<{
    unit_id: number;
    officers: number | null;
    pledged: number | null;
    is_complete: boolean;
  }>`select unit_id, officers, pledged, is_complete from ethics.pledge_figures(${fiscalYear})`.execute(trx);
  return rows.map((row) => ({
    unitId: row.unit_id,
    officers: row.officers ?? undefined,
    pledged: row.pledged ?? undefined,
    isComplete: row.is_complete,
  }));
}

export type Misses = {
  /** Undefined for officers of centres that are too few to stand alone. */
  readonly unitId: number | undefined;
  readonly standard: string;
  readonly answered: number;
  readonly missed: number;
};

export async function selectMisses(trx: InTransaction, fiscalYear: number): Promise<readonly Misses[]> {
  const { rows } = await sql<{
    unit_id: number | null;
    standard: string;
    answered: number;
    missed: number;
  }>`select unit_id, standard, answered, missed from ethics.pledge_misses(${fiscalYear})`.execute(trx);
  return rows.map(({ unit_id, ...row }) => ({ ...row, unitId: unit_id ?? undefined }));
}

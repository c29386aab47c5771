/** Reads and writes of what hangs on an ethics matter. Row-level security decides what is there. */
import type { InTransaction } from '#platform/database/connection.ts';
import type { Finding, RecordedFinding, RecordedMeasure } from './matter.ts';

/** The last one counts. */
export async function selectFinding(
  trx: InTransaction,
  caseId: string,
): Promise<RecordedFinding | undefined> {
  const row = await trx
    .selectFrom('ethics.finding')
    .select(['finding', 'standards', 'found_at'])
    .where('case_id', '=', caseId)
    .orderBy('found_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { finding: row.finding as Finding, standards: row.standards, foundAt: row.found_at };
}

export async function selectMeasures(trx: InTransaction, caseId: string): Promise<RecordedMeasure[]> {
  const rows = await trx
    .selectFrom('ethics.measure')
    .select(['id', 'measure', 'measure_version', 'taken_on'])
    .where('case_id', '=', caseId)
    .orderBy('taken_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    measure: row.measure,
    version: row.measure_version,
    takenOn: row.taken_on,
  }));
}

/** Reasons for no measure. */
export async function selectNoMeasures(trx: InTransaction, caseId: string) {
  return trx
    .selectFrom('ethics.no_measure')
    .select(['id', 'reason', 'reason_version', 'recorded_at'])
    .where('case_id', '=', caseId)
    .orderBy('recorded_at')
    .execute();
}

/** Handovers of this matter, or into this case: rows that the acting person may read at both ends. */
export async function selectHandovers(trx: InTransaction, caseId: string) {
  return trx
    .selectFrom('ethics.handover')
    .select(['id', 'kind', 'case_id', 'to_case', 'letter', 'handed_on'])
    .where((eb) => eb.or([eb('case_id', '=', caseId), eb('to_case', '=', caseId)]))
    .orderBy('handed_on')
    .execute();
}

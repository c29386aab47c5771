/** Reads of one case and what hangs on it. Row-level security decides what is there. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Stage } from './case.ts';

/** The case's row, held until the transaction ends; undefined for whoever does not work on it. */
export async function lockCase(trx: InTransaction, id: string) {
  return trx.selectFrom('cases.case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCase>>>;

export async function selectCase(db: Queries, id: string) {
  return db.selectFrom('cases.case').selectAll().where('id', '=', id).executeTakeFirst();
}

export type CaseRow = NonNullable<Awaited<ReturnType<typeof selectCase>>>;

/** Whether the acting person works on the case, not only sees that it exists. */
export async function mayHandle(db: Queries, id: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select cases.may_handle(${id}::uuid) as may`.execute(db);
  return rows[0]!.may;
}

export async function selectClocks(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.clock as clock')
    .innerJoin('cases.clock_rule as rule', (join) =>
      join.onRef('rule.code', '=', 'clock.code').onRef('rule.version', '=', 'clock.version'),
    )
    .select([
      'clock.code',
      'clock.started_on',
      'clock.due_on',
      'clock.met_on',
      'rule.name_th',
      'rule.name_en',
      'rule.basis_th',
      'rule.basis_en',
      'rule.status',
      'rule.met_by',
    ])
    .where('clock.case_id', '=', caseId)
    .orderBy('clock.due_on')
    .execute();
}

export async function selectEvents(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.event')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('ledger_id')
    .execute();
}

export async function selectKeys(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.case_key')
    .select(['kind', 'version', 'recipient'])
    .where('case_id', '=', caseId)
    .orderBy('kind')
    .orderBy('version')
    .execute();
}

/** The grants by which the person can open the case's keys: her own and her centre's. */
export async function selectGrants(db: Queries, caseId: string, personId: string) {
  return db
    .selectFrom('cases.key_grant')
    .select(['kind', 'version', 'grantee', 'unit_id', 'epoch', 'person_id', 'sealed'])
    .where('case_id', '=', caseId)
    .where((eb) => eb.or([eb('grantee', '=', 'centre'), eb('person_id', '=', personId)]))
    .orderBy('kind')
    .orderBy('version')
    .execute();
}

export async function selectMessages(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.message')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('kind')
    .orderBy('sequence')
    .execute();
}

/** The reporter's public keys; none for a case that no reporter opened. */
export async function selectReporterKeys(db: Queries, caseId: string) {
  const { rows } = await sql<{ recipient: string; signing_key: Buffer }>`
    select recipient, signing_key from reports.recipient_of(${caseId}::uuid)`.execute(db);
  return rows[0];
}

export async function selectPendingClosing(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.closing')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
}

export async function selectAccess(db: Queries, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases.case_access')
    .select('person_id')
    .where('case_id', '=', caseId)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Read from the small index of ethics matters; at most so many as one page shows. */
export async function selectEthicsCases(db: Queries): Promise<CaseRow[]> {
  return db
    .selectFrom('cases.case')
    .selectAll()
    .where('matter', '!=', sql.lit('corruption'))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** Another open case of the centre by its number: to merge into. */
export async function selectByNumber(db: Queries, unitId: number, number: string) {
  return db
    .selectFrom('cases.case')
    .select(['id', 'number', 'stage', 'matter'])
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .executeTakeFirst()
    .then((row) => row && { ...row, stage: row.stage as Stage });
}

/** Whether this act has been done already: its identifier is the event's. */
export async function selectEvent(db: Queries, id: string) {
  return db.selectFrom('cases.event').select(['id', 'case_id']).where('id', '=', id).executeTakeFirst();
}

/** Whether the person has a reading of this kind noted since an instant. */
export async function hasReadSince(
  db: Queries,
  caseId: string,
  personId: string,
  act: string,
  since: Date,
  attachmentId?: string,
): Promise<boolean> {
  let query = db
    .selectFrom('cases.event')
    .select('id')
    .where('case_id', '=', caseId)
    .where('at', '>=', since)
    .where('person_id', '=', personId)
    .where('act', '=', act);
  if (attachmentId) query = query.where(sql<boolean>`facts ->> 'attachment' = ${attachmentId}`);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

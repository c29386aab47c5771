/** Templates and announcements in SQL. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Template } from './no-gift.ts';

/** Every version, the newest first. Officers only. */
export async function selectTemplates(trx: InTransaction): Promise<readonly Template[]> {
  const rows = await trx
    .selectFrom('ethics.no_gift_template')
    .selectAll()
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    titleTh: row.title_th,
    titleEn: row.title_en,
    bodyTh: row.body_th,
    bodyEn: row.body_en,
    basis: row.basis,
    source: row.source,
    status: row.status as Template['status'],
    validFrom: row.valid_from,
  }));
}

export type StandingRow = {
  readonly unitId: number;
  readonly id: string;
  readonly signedAt: Date;
  readonly signerLeads: boolean;
};

/** For anybody: the announcement that counts, of each centre that has one. */
export async function selectStandings(db: Queries, fiscalYear: number): Promise<readonly StandingRow[]> {
  const { rows } = await sql<{ unit_id: number; id: string; signed_at: Date; signer_leads: boolean }>`
    select unit_id, id, signed_at, signer_leads from ethics.no_gift_standing(${fiscalYear})`.execute(db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    id: row.id,
    signedAt: row.signed_at,
    signerLeads: row.signer_leads,
  }));
}

/** For anybody. */
export function selectAnnouncement(db: Queries, id: string) {
  return db
    .selectFrom('ethics.no_gift')
    .select([
      'id',
      'unit_id',
      'fiscal_year',
      'title_th',
      'title_en',
      'body_th',
      'body_en',
      'signer_name_th',
      'signer_name_en',
      'signer_position',
      'signed_at',
      'ledger_id',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Fiscal years in which anybody announced, the latest first. For anybody. */
export async function selectYears(db: Queries): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('ethics.no_gift')
    .select('fiscal_year')
    .distinct()
    .orderBy('fiscal_year', 'desc')
    .execute();
  return rows.map((row) => row.fiscal_year);
}

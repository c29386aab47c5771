/** What centres have published; anybody may read it. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import type { PaperAddress, Period } from './paper-address.ts';

export type Publication = {
  readonly id: string;
  readonly unitId: number;
  readonly kind: PaperKind;
  /** Of the figures, Buddhist era. */
  readonly fiscalYear: number;
  readonly period: Period;
  readonly version: number;
  readonly files: Readonly<
    Record<'pdf' | 'xlsx', { readonly id: string; readonly size: number; readonly sha256: string }>
  >;
  readonly publishedAt: Date;
};

/** The newest first. */
export async function selectPublications(
  db: Queries,
  asked: {
    readonly unitId?: number;
    readonly id?: string;
    readonly paper?: Pick<PaperAddress, 'kind' | 'fiscalYear' | 'period' | 'version'>;
  },
): Promise<readonly Publication[]> {
  let query = db
    .selectFrom('disclosure.publication')
    .select([
      'id',
      'unit_id',
      'kind',
      'fiscal_year',
      'period',
      'version',
      'pdf_id',
      'pdf_size',
      'pdf_sha256',
      'xlsx_id',
      'xlsx_size',
      'xlsx_sha256',
      'published_at',
    ])
    .orderBy('fiscal_year', 'desc')
    .orderBy('kind')
    .orderBy('period')
    .orderBy('version', 'desc');
  if (asked.unitId !== undefined) query = query.where('unit_id', '=', asked.unitId);
  if (asked.id !== undefined) query = query.where('id', '=', asked.id);
  if (asked.paper) {
    const { kind, fiscalYear, period, version } = asked.paper;
    query = query.where('kind', '=', kind).where('fiscal_year', '=', fiscalYear).where('period', '=', period);
    if (version !== undefined) query = query.where('version', '=', version);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind as PaperKind,
    fiscalYear: row.fiscal_year,
    period: row.period as Period,
    version: row.version,
    files: {
      pdf: { id: row.pdf_id, size: row.pdf_size, sha256: row.pdf_sha256.toString('hex') },
      xlsx: { id: row.xlsx_id, size: row.xlsx_size, sha256: row.xlsx_sha256.toString('hex') },
    },
    publishedAt: row.published_at,
  }));
}

/** How many papers each centre has published, and when last. */
export async function countPublications(
  db: Queries,
): Promise<ReadonlyMap<number, { readonly papers: number; readonly lastAt: Date }>> {
  const { rows } = await sql<{ unit_id: number; papers: number; last_at: Date }>`
    select unit_id, count(distinct (kind, fiscal_year, period))::int as papers, max(published_at) as last_at
    from disclosure.publication
    group by unit_id`.execute(db);
  return new Map(rows.map((row) => [row.unit_id, { papers: row.papers, lastAt: row.last_at }]));
}

/** What a centre's closed cases were about, beside those of other centres of its kind: figures for whoever looks for risks. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

export type ClosedFigure = {
  /** Codes of `cases.topic` and `cases.outcome`. */
  readonly topic: string;
  readonly outcome: string;
  /** Undefined below five, but for those who work on the centre's cases. */
  readonly own: number | undefined;
  /** Of the other centres of its kind together; undefined where they are fewer than five, and for whoever only oversees the centre. */
  readonly peers: number | undefined;
};

/** Empty for a centre that the acting person neither works in nor oversees. `trx` is one of `actingAs`. */
export async function selectClosedFigures(
  trx: InTransaction,
  { unitId, since }: { readonly unitId: number; readonly since: Date },
): Promise<readonly ClosedFigure[]> {
  const { rows } = await sql<{ topic: string; outcome: string; own: number | null; peers: number | null }>`
    select topic, outcome, own, peers
    from cases.closed_figures(${unitId}::int, ${since}::timestamptz)
    order by topic, own desc nulls last, outcome`.execute(trx);
  return rows.map((row) => ({ ...row, own: row.own ?? undefined, peers: row.peers ?? undefined }));
}

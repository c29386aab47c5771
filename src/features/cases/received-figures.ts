/** What a centre received in a period and how much of it is concluded: counts only, for the statistics it must publish. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

export type ReceivedFigure = {
  /** Code of `cases.topic`. */
  readonly topic: string;
  readonly received: number;
  readonly concluded: number;
  readonly underWay: number;
};

/** `to` is the first day after the period. Empty for a centre that the acting person neither works in nor oversees. */
export async function selectReceivedFigures(
  trx: InTransaction,
  { unitId, from, to }: { readonly unitId: number; readonly from: string; readonly to: string },
): Promise<readonly ReceivedFigure[]> {
  const { rows } = await sql<ReceivedFigure>`
    select topic, received, concluded, under_way as "underWay"
    from cases.received_figures(${unitId}::int, ${from}::date, ${to}::date)
    order by received desc, topic`.execute(trx);
  return rows;
}

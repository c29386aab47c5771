/** How well centres keep their deadlines in a period: numbers only, for evaluation and for figures of the network. */
import { sql } from 'kysely';
import type { Ground } from '#platform/ground.ts';

export type ClockFigures = {
  /** Deadlines that fell due. */
  readonly due: number;
  /** Of those, met on their day or before. */
  readonly inTime: number;
};

/** By number of centre; `to` is the first day after the period. A centre without deadlines in it is left out. */
export async function clockFigures(
  { databases }: Pick<Ground, 'databases'>,
  from: string,
  to: string,
): Promise<ReadonlyMap<number, ClockFigures>> {
  const { rows } = await sql<{ unit_id: number; due: number; in_time: number }>`
    select * from cases.clock_figures(${from}::date, ${to}::date)`.execute(databases.worker);
  return new Map(rows.map((row) => [row.unit_id, { due: row.due, inTime: row.in_time }]));
}

/** Stored results: only what may be shown is there. */
import type { Queries } from '#platform/database/connection.ts';
import type { GroupResult } from './survey.ts';

/** By round; row-level security leaves out what the reader may not see. */
export async function selectResults(
  db: Queries,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly GroupResult[]>> {
  if (roundIds.length === 0) return new Map();
  const groups = await db
    .selectFrom('survey.result_group')
    .selectAll()
    .where('round_id', 'in', [...roundIds])
    .execute();
  const items = await db
    .selectFrom('survey.result')
    .selectAll()
    .where('round_id', 'in', [...roundIds])
    .execute();
  const byGroup = new Map<string, { item: string; scored: number; mean: number }[]>();
  for (const { round_id, band, item, scored, mean } of items) {
    const key = `${round_id} ${band}`;
    const list = byGroup.get(key) ?? [];
    list.push({ item, scored, mean: Number(mean) });
    byGroup.set(key, list);
  }
  const byRound = new Map<string, GroupResult[]>();
  for (const { round_id, band, people, entitled } of groups) {
    const list = byRound.get(round_id) ?? [];
    list.push({
      band,
      people: people ?? undefined,
      entitled: entitled ?? undefined,
      items: byGroup.get(`${round_id} ${band}`) ?? [],
    });
    byRound.set(round_id, list);
  }
  return byRound;
}

/** Words of a counted round in an order that is that of random numbers. */
export async function selectRemarks(db: Queries, roundId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('survey.remark')
    .select('said')
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute();
  return rows.map(({ said }) => said);
}

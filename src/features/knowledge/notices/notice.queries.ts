/** Notices that concern the acting person. Row-level security chooses them; run inside `actingAs`. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

export function selectNotices(trx: InTransaction, personId: string, limit: number) {
  return trx
    .selectFrom('knowledge.notice')
    .leftJoin('knowledge.notice_seen', (join) =>
      join
        .onRef('knowledge.notice_seen.notice_id', '=', 'knowledge.notice.id')
        .on('knowledge.notice_seen.person_id', '=', personId),
    )
    .select([
      'id',
      'kind',
      'object_id',
      'title_th',
      'title_en',
      'href',
      'touches',
      'raised_at',
      'raised_by',
      'seen_at',
    ])
    .orderBy(sql`seen_at is null and raised_by is distinct from ${personId}::uuid`, 'desc')
    .orderBy('raised_at', 'desc')
    .limit(limit)
    .execute();
}

/** What the person raised herself counts as seen. */
export async function countUnseen(trx: InTransaction, personId: string): Promise<number> {
  const row = await trx
    .selectFrom('knowledge.notice')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(sql<boolean>`raised_by is distinct from ${personId}::uuid`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('knowledge.notice_seen')
            .select('notice_id')
            .whereRef('notice_id', '=', 'knowledge.notice.id')
            .where('person_id', '=', personId),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Marks those that the person may see; others in the list are passed over. Returns how many are new. */
export async function markSeen(
  trx: InTransaction,
  personId: string,
  ids: readonly string[] | 'all',
  now: Date,
): Promise<number> {
  const result = await trx
    .insertInto('knowledge.notice_seen')
    .columns(['notice_id', 'person_id', 'seen_at'])
    .expression((eb) => {
      const chosen = eb
        .selectFrom('knowledge.notice')
        .select(['id', sql<string>`${personId}::uuid`.as('person'), sql<Date>`${now}::timestamptz`.as('at')]);
      return ids === 'all' ? chosen : chosen.where('id', 'in', [...ids]);
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** Announcements as their editors keep them. Run inside `actingAs`. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { SavedItem } from './news.schemas.ts';

export function selectItem(trx: InTransaction, id: string) {
  return trx.selectFrom('news.item').selectAll().where('id', '=', id).executeTakeFirst();
}
export type ItemRow = NonNullable<Awaited<ReturnType<typeof selectItem>>>;

/** The row is held until the transaction ends, so that two editors step one after the other. */
export function selectItemToChange(trx: InTransaction, id: string, unitIds: readonly number[]) {
  return trx
    .selectFrom('news.item')
    .selectAll()
    .where('id', '=', id)
    .where('unit_id', 'in', [...unitIds])
    .forUpdate()
    .executeTakeFirst();
}

export function selectItemsOf(trx: InTransaction, unitIds: readonly number[]) {
  return trx
    .selectFrom('news.item')
    .selectAll()
    .where('unit_id', 'in', [...unitIds])
    .orderBy('changed_at', 'desc')
    .limit(500)
    .execute();
}

export async function selectRelatedIds(trx: InTransaction, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('news.related')
    .select('related_id')
    .where('item_id', '=', id)
    .orderBy('sort')
    .execute();
  return rows.map((row) => row.related_id);
}

export function selectVersions(trx: InTransaction, id: string) {
  return trx
    .selectFrom('news.item_version')
    .select(['version', 'saved_by', 'saved_at'])
    .where('item_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

export async function selectVersionContent(
  trx: InTransaction,
  id: string,
  version: number,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('news.item_version')
    .select(sql<string>`content::text`.as('content'))
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.content;
}

export async function replaceRelated(
  trx: InTransaction,
  id: string,
  related: NonNullable<SavedItem['related']>,
): Promise<void> {
  await trx.deleteFrom('news.related').where('item_id', '=', id).execute();
  if (related.length === 0) return;
  await trx
    .insertInto('news.related')
    .values(related.map((relatedId, sort) => ({ item_id: id, related_id: relatedId, sort })))
    .execute();
}

/** Only announcements that exist and that the editor may see. */
export async function keepKnown(trx: InTransaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('news.item')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => known.has(id));
}

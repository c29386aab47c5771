/** Announcements as the public reads them. The connection's role decides what there is; these choose among it. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { DB } from '#platform/database/database.generated.ts';

const cardColumns = [
  'id',
  'slug',
  'unit_id',
  'of_ministry',
  'category',
  'title_th',
  'summary_th',
  'title_en',
  'summary_en',
  'body_en',
  'picture_id',
  'alt_th',
  'alt_en',
  'publish_at',
  'archived_at',
  'changed_at',
] as const;

/** `current`: not in the archive; a year: everything published in it, archived or not. */
export type Shelf = { readonly current: true } | { readonly year: number };

/** The ministry's first, then the newest first. */
export function selectCards(
  db: Queries,
  shelf: Shelf,
  now: Date,
  page: { readonly limit: number; readonly offset?: number },
) {
  return db
    .selectFrom('news.item')
    .select(cardColumns)
    .where(isPublished(now))
    .where((eb) => ('year' in shelf ? sql<boolean>`${bangkokYear} = ${shelf.year}` : isCurrent(eb, now)))
    .orderBy('of_ministry', 'desc')
    .orderBy('publish_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
}
export type CardRow = Awaited<ReturnType<typeof selectCards>>[number];

/** The newest first, whoever published: the order of a feed. */
export function selectForFeed(db: Queries, now: Date, limit: number) {
  return db
    .selectFrom('news.item')
    .leftJoin('news.picture', 'news.picture.id', 'news.item.picture_id')
    .select(cardColumns.map((column) => `news.item.${column}` as const))
    .select(['news.picture.media_type', 'news.picture.size'])
    .where(isPublished(now))
    .orderBy('publish_at', 'desc')
    .orderBy('news.item.id')
    .limit(limit)
    .execute();
}

/** One announcement by its slug or its identifier. */
export function selectPublished(db: Queries, address: string, now: Date) {
  return db
    .selectFrom('news.item')
    .select([...cardColumns, 'body_th', 'version'])
    .where((eb) => eb.or([eb('slug', '=', address), ...(isUuid(address) ? [eb('id', '=', address)] : [])]))
    .where(isPublished(now))
    .executeTakeFirst();
}

export function selectRelated(db: Queries, id: string, now: Date) {
  return db
    .selectFrom('news.related')
    .innerJoin('news.item', 'news.item.id', 'news.related.related_id')
    .select(cardColumns.map((column) => `news.item.${column}` as const))
    .where('news.related.item_id', '=', id)
    .where(isPublished(now))
    .orderBy('news.related.sort')
    .execute();
}

/** Common Era years in which something was published, newest first, with how many. */
export async function selectYears(db: Queries, now: Date): Promise<{ year: number; count: number }[]> {
  const rows = await db
    .selectFrom('news.item')
    .select([bangkokYear.as('year'), sql<number>`count(*)::int`.as('count')])
    .where(isPublished(now))
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute();
  return rows;
}

export async function countCurrent(db: Queries, now: Date): Promise<number> {
  const row = await db
    .selectFrom('news.item')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(isPublished(now))
    .where((eb) => isCurrent(eb, now))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What is known of a picture that the reader may see. */
export function selectPicture(db: Queries, id: string) {
  return db
    .selectFrom('news.picture')
    .select(['id', 'media_type', 'size'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const bangkokYear = sql<number>`extract(year from publish_at at time zone 'Asia/Bangkok')::int`;

type Item = ExpressionBuilder<DB, 'news.item'>;
const isPublished = (now: Date) => (eb: Item) =>
  eb.and([eb('state', '=', 'approved'), eb('publish_at', '<=', now)]);
const isCurrent = (eb: Item, now: Date) =>
  eb.or([eb('archived_at', 'is', null), eb('archived_at', '>', now)]);

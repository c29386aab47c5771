/** What readers are shown: lists, one announcement, the years of the archive. Fields are named one by one. */
import type { Centre } from '#features/network/index.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Category, NewsCard, NewsPage } from './news.ts';
import { hasEnglish } from './news-rules.ts';
import {
  type CardRow,
  countCurrent,
  type Shelf,
  selectCards,
  selectPublished,
  selectRelated,
} from './published.queries.ts';

export const cardsOnPage = 12;

/** One page of a shelf. `pages` counts all of them, at least 1. */
export type NewsList = {
  readonly cards: readonly NewsCard[];
  readonly page: number;
  readonly pages: number;
};

export async function listCurrent(
  db: Queries,
  centres: readonly Centre[],
  { locale, now, page }: { locale: Locale; now: Date; page: number },
): Promise<NewsList> {
  const pages = Math.max(1, Math.ceil((await countCurrent(db, now)) / cardsOnPage));
  const at = Math.min(Math.max(1, page), pages);
  const shelf: Shelf = { current: true };
  const rows = await selectCards(db, shelf, now, { limit: cardsOnPage, offset: (at - 1) * cardsOnPage });
  return { cards: rows.map((row) => presentCard(row, centres, locale)), page: at, pages };
}

export async function readItem(
  db: Queries,
  centres: readonly Centre[],
  address: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<NewsPage | undefined> {
  const row = await selectPublished(db, address, now);
  if (!row) return undefined;
  const card = presentCard(row, centres, locale);
  const related = await selectRelated(db, row.id, now);
  return {
    ...card,
    body: card.language === 'en' ? row.body_en! : row.body_th,
    changedAt: row.changed_at > row.publish_at! ? row.changed_at : undefined,
    isArchived: row.archived_at !== null && row.archived_at <= now,
    hasEnglish: hasEnglish({ titleEn: row.title_en, bodyEn: row.body_en }),
    related: related.map((each) => presentCard(each, centres, locale)),
  };
}

/** Thai where the English is missing, and it says so (`language`). */
export function presentCard(row: CardRow, centres: readonly Centre[], locale: Locale): NewsCard {
  const inEnglish = locale === 'en' && hasEnglish({ titleEn: row.title_en, bodyEn: row.body_en });
  const centre = centres.find(({ id }) => id === row.unit_id);
  const alt = locale === 'en' ? (row.alt_en ?? row.alt_th) : row.alt_th;
  return {
    id: row.id,
    slug: row.slug,
    category: row.category as Category,
    language: inEnglish ? 'en' : 'th',
    title: inEnglish ? row.title_en! : row.title_th,
    summary: inEnglish ? (row.summary_en ?? '') : row.summary_th,
    picture: row.picture_id ? { id: row.picture_id, alt: alt ?? '' } : undefined,
    ofMinistry: row.of_ministry,
    unitName: (locale === 'en' ? centre?.nameEn : centre?.nameTh) ?? '',
    publishedAt: row.publish_at!,
  };
}

/** Announcements of the centres: what other features, pages and surfaces may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type DraftFrom, draftFrom } from './draft-from.ts';
import { atomFeed, type Feed, rssFeed } from './feeds.ts';
import { type ItemInList, type ItemVersion, listForEditors, readForEditor } from './list-for-editors.ts';
import { editedUnits } from './news.policies.ts';
import type { SavedItem, StepTaken } from './news.schemas.ts';
import type { EditedItem, ItemState, NewsCard, NewsPage, Outcome } from './news.ts';
import { selectCards, selectForFeed, selectYears } from './published.queries.ts';
import { listCurrent, type NewsList, presentCard, readItem } from './read-news.ts';
import { type Saved, saveItem } from './save-item.ts';
import { stepItem } from './step-item.ts';

export { newsRoutes } from './http.ts';
export type { EditedItem, NewsCard, NewsPage } from './news.ts';
export { officeNewsRoutes } from './office-http.ts';

export type News = {
  /** The three announcements for the public home: the ministry's first, then the newest. */
  readonly latestNews: (now: Date, locale: Locale) => Promise<readonly NewsCard[]>;
  readonly list: (now: Date, locale: Locale, page: number) => Promise<NewsList>;
  /** By slug or identifier; undefined unless it is published. */
  readonly read: (now: Date, locale: Locale, address: string) => Promise<NewsPage | undefined>;
  /** Common Era years with published announcements, newest first. */
  readonly years: (now: Date) => Promise<readonly { year: number; count: number }[]>;
  readonly archive: (now: Date, locale: Locale, year: number) => Promise<readonly NewsCard[]>;
  readonly atomFeed: (now: Date, locale: Locale) => Promise<string>;
  readonly rssFeed: (now: Date, locale: Locale) => Promise<string>;
  /** Whether the person may write news anywhere, for the menu. */
  readonly editsNews: (signedIn: SignedIn) => boolean;
  readonly listForEditors: (signedIn: SignedIn) => Promise<readonly ItemInList[] | undefined>;
  readonly readForEditor: (
    signedIn: SignedIn,
    id: string,
  ) => Promise<{ item: EditedItem; versions: readonly ItemVersion[] } | undefined>;
  readonly save: (
    signedIn: SignedIn,
    item: SavedItem,
    extra?: { picture?: Uint8Array | undefined },
  ) => Promise<Outcome<Saved>>;
  readonly step: (signedIn: SignedIn, step: StepTaken) => Promise<Outcome<{ state: ItemState }>>;
  /** A draft out of something already written; the person must edit news of the centre. */
  readonly draftFrom: (signedIn: SignedIn, draft: DraftFrom) => Promise<Outcome<Saved>>;
};

const feedLength = 30;
const archiveLength = 500;

export function createNews(ground: Ground, network: Network): News {
  const db = ground.databases.public;
  const parts = { ground, network };
  const feed = async (now: Date, locale: Locale): Promise<Feed> => {
    const centres = await network.listCentres(now);
    const rows = await selectForFeed(db, now, feedLength);
    return {
      locale,
      origin: ground.publicUrl.origin,
      entries: rows.map((row) => ({
        ...presentCard(row, centres, locale),
        updatedAt: new Date(Math.max(row.publish_at!.getTime(), row.changed_at.getTime())),
        enclosure: row.media_type ? { type: row.media_type, size: row.size! } : undefined,
      })),
    };
  };
  return {
    latestNews: async (now, locale) => {
      const rows = await selectCards(db, { current: true }, now, { limit: 3 });
      if (rows.length === 0) return [];
      const centres = await network.listCentres(now);
      return rows.map((row) => presentCard(row, centres, locale));
    },
    list: async (now, locale, page) => listCurrent(db, await network.listCentres(now), { locale, now, page }),
    read: async (now, locale, address) =>
      readItem(db, await network.listCentres(now), address, { locale, now }),
    years: (now) => selectYears(db, now),
    archive: async (now, locale, year) => {
      const centres = await network.listCentres(now);
      const rows = await selectCards(db, { year }, now, { limit: archiveLength });
      return rows.map((row) => presentCard(row, centres, locale));
    },
    atomFeed: async (now, locale) => atomFeed(await feed(now, locale)),
    rssFeed: async (now, locale) => rssFeed(await feed(now, locale)),
    editsNews: ({ appointments }) => editedUnits(appointments).length > 0,
    listForEditors: (signedIn) => listForEditors(ground, signedIn),
    readForEditor: (signedIn, id) => readForEditor(ground, signedIn, id),
    save: (signedIn, item, extra) => saveItem(parts, signedIn, item, extra),
    step: (signedIn, step) => stepItem(ground, signedIn, step),
    draftFrom: (signedIn, draft) =>
      draftFrom((who, item, extra) => saveItem(parts, who, item, extra), signedIn, draft),
  };
}

/** The words of the news: what an announcement is, as editors keep it and as readers meet it. */
import type { Locale } from '#platform/text/messages.ts';

export const categories = ['announcement', 'activity', 'training', 'warning', 'results'] as const;
export type Category = (typeof categories)[number];

/** Where an announcement stands at a moment; the last three are all "approved" in the database. */
export const itemStates = ['draft', 'scheduled', 'published', 'archived', 'withdrawn'] as const;
export type ItemState = (typeof itemStates)[number];

/** Largest picture, bytes. */
export const pictureLimit = 5 * 1024 * 1024;
export const relatedLimit = 5;

export type Picture = { readonly id: string; readonly alt: string };

/** An announcement in a list, in the reader's language as far as it exists. */
export type NewsCard = {
  readonly id: string;
  readonly slug: string;
  readonly category: Category;
  /** Language of title and summary: Thai on an English page until the translation is there. */
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly picture: Picture | undefined;
  readonly ofMinistry: boolean;
  readonly unitName: string;
  readonly publishedAt: Date;
};

/** An announcement on its page. */
export type NewsPage = NewsCard & {
  readonly body: string;
  readonly changedAt: Date | undefined;
  readonly isArchived: boolean;
  readonly hasEnglish: boolean;
  readonly related: readonly NewsCard[];
};

/** An announcement as its editors see it. */
export type EditedItem = {
  readonly id: string;
  readonly slug: string;
  readonly unitId: number;
  readonly category: Category;
  readonly state: ItemState;
  readonly version: number;
  readonly titleTh: string;
  readonly summaryTh: string;
  readonly bodyTh: string;
  readonly titleEn: string;
  readonly summaryEn: string;
  readonly bodyEn: string;
  readonly pictureId: string | undefined;
  readonly altTh: string;
  readonly altEn: string;
  readonly related: readonly string[];
  readonly publishAt: Date | undefined;
  readonly withdrawnBecause: string | undefined;
  readonly madeFrom: string | undefined;
  readonly changedAt: Date;
};

export const newsRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'slug-taken',
  'not-complete',
  'wrong-state',
  'reason-missing',
  'picture-too-large',
  'picture-kind',
  'picture-broken',
  'alt-missing',
  'no-such-time',
] as const;
export type NewsRefusal = (typeof newsRefusals)[number];

/** What a use case answers: its result, or why not. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: NewsRefusal };

export const refused = (code: NewsRefusal): { readonly ok: false; readonly code: NewsRefusal } => ({
  ok: false,
  code,
});
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

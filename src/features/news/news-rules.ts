/** Pure decisions about announcements: where one stands, whether it is complete, how it is addressed. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { ItemState } from './news.ts';

type Standing = {
  readonly state: string;
  readonly publishAt: Date | null | undefined;
  readonly archivedAt: Date | null | undefined;
};

/** Where an announcement stands at `now`. */
export function stateOf({ state, publishAt, archivedAt }: Standing, now: Date): ItemState {
  if (state !== 'approved' || !publishAt) return state === 'withdrawn' ? 'withdrawn' : 'draft';
  if (publishAt > now) return 'scheduled';
  return archivedAt && archivedAt <= now ? 'archived' : 'published';
}

/** What may be done in each state, in the order in which the page offers it. */
export const steps = {
  draft: ['publish', 'withdraw'],
  scheduled: ['unschedule', 'withdraw'],
  published: ['archive', 'withdraw'],
  archived: ['unarchive', 'withdraw'],
  withdrawn: [],
} as const satisfies Record<ItemState, readonly string[]>;
export type Step = (typeof steps)[ItemState][number];

export const mayStep = (state: ItemState, step: Step) => (steps[state] as readonly Step[]).includes(step);

/** Thai is complete: it may be published. English may follow. */
export const isComplete = (item: { titleTh: string; summaryTh: string; bodyTh: string }) =>
  [item.titleTh, item.summaryTh, item.bodyTh].every((text) => text.trim() !== '');

/** English counts only with title and text; a summary alone would be a promise. */
export const hasEnglish = (item: { titleEn: string | null; bodyEn: string | null }) =>
  Boolean(item.titleEn?.trim() && item.bodyEn?.trim());

/** An address when the editor chose none: the day and six letters of the identifier. */
export const defaultSlug = (id: string, now: Date) =>
  `${civilDate(now).replaceAll('-', '')}-${id.replaceAll('-', '').slice(-6)}`;

/** The islands' words in the page's language; the other language is not loaded. */
import type { Locale, MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export type Words = MessagesOf<typeof th>;

export const loadWords = async (locale: Locale): Promise<Words> =>
  locale === 'en' ? (await import('./text.en.ts')).en : (await import('./text.th.ts')).th;

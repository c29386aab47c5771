/** A seminar's own words in the reader's language: its Thai ones where no English was written. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { seminarsText } from '../text.ts';

type Titled = { readonly titleTh: string; readonly titleEn?: string | undefined };

export const titleOf = ({ titleTh, titleEn }: Titled, locale: Locale): string =>
  locale === 'en' ? titleEn || titleTh : titleTh;

/** The language that `titleOf` answered in, for the `lang` attribute. */
export const titleLang = ({ titleEn }: Titled, locale: Locale): Locale =>
  locale === 'en' && titleEn ? 'en' : 'th';

/** One day, or from the first to the last. */
export function datesOf(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  locale: Locale,
  style: 'long' | 'short' = 'long',
): string {
  const first = formatDate(asCivilDate(startsOn), locale, style);
  if (startsOn === endsOn) return first;
  const last = formatDate(asCivilDate(endsOn), locale, style);
  // Within a month the month is said once: 17–18 มิถุนายน 2570.
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7)) return `${Number(startsOn.slice(8))}–${last}`;
  return seminarsText(locale).dates(first, last);
}

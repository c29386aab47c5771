/** The words of attendance in the language asked for, and how sessions are called. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatTime } from '#platform/calendar/formatting.ts';
import { dictionary, type Locale } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const attendanceText = dictionary(th, en);

type Named = {
  readonly day: string;
  readonly half?: 'am' | 'pm' | undefined;
  readonly titleTh: string;
  readonly titleEn?: string | undefined;
  readonly startsAt: Date | number | string;
};

/** "20 มิ.ย. 2570 เช้า", or day, time and title of a part. */
export function sessionName(session: Named, locale: Locale): string {
  const text = attendanceText(locale);
  const day = formatDate(asCivilDate(session.day), locale, 'short');
  if (session.half) return text.half(day, session.half);
  const time = formatTime(new Date(session.startsAt), locale);
  return text.slot(day, time, (locale === 'en' && session.titleEn) || session.titleTh);
}

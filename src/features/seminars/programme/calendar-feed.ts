/** Seminars as calendars subscribe to them: one whole-day entry each, or part by part for a single one. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { type CalendarEvent, renderCalendar } from '#platform/icalendar/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { seminarsText } from '../text.ts';
import type { ProgrammeSlot, Speaker } from './programme.ts';
import type { PublicSeminar, PublicView } from './public-seminars.ts';
import { programmeText } from './text.ts';

/** Of our own making, so that an entry keeps its identity when the site moves to another address. */
const uid = (id: string) => `${id}@seminars.prongsai`;

const inLanguage = (locale: Locale, th: string, en: string | undefined) => (locale === 'en' ? en || th : th);

const pageOf = (origin: string, locale: Locale, slug?: string) =>
  `${origin}${locale === 'en' ? '/en' : ''}/seminars${slug ? `/${slug}` : ''}`;

/** SEQUENCE is the seminar's own count of changes: it rises for every entry of it at once, which calendars allow. */
const statusOf = ({ state }: PublicSeminar): 'cancelled' | 'confirmed' =>
  state === 'cancelled' ? 'cancelled' : 'confirmed';

/** Every public seminar, past ones too, one entry each. */
export function feedOfAll(seminars: readonly PublicSeminar[], origin: string, locale: Locale): string {
  return renderCalendar({
    name: programmeText(locale).feed.all,
    url: pageOf(origin, locale),
    events: seminars.map((seminar) => wholeDays(seminar, origin, locale)),
  });
}

/** One seminar: its parts but for breaks, or its days while there is no programme. */
export function feedOfOne({ seminar, programme }: PublicView, origin: string, locale: Locale): string {
  const parts = programme.slots.filter(({ kind }) => kind !== 'break');
  return renderCalendar({
    name: inLanguage(locale, seminar.titleTh, seminar.titleEn),
    url: pageOf(origin, locale, seminar.slug),
    events:
      parts.length === 0
        ? [wholeDays(seminar, origin, locale)]
        : parts.map((slot) => {
            const room = programme.rooms.find(({ id }) => id === slot.roomId);
            const place = [
              room && inLanguage(locale, room.nameTh, room.nameEn),
              inLanguage(locale, seminar.venueTh, seminar.venueEn),
            ];
            return {
              ...common(seminar, origin, locale),
              uid: uid(slot.id),
              start: slot.startsAt,
              end: slot.endsAt,
              summary: inLanguage(locale, slot.titleTh, slot.titleEn),
              description: about(slot, programme.speakers, locale),
              location: place.filter(Boolean).join(', '),
              lastModified: later(slot.changedAt, seminar.changedAt),
            };
          }),
  });
}

function wholeDays(seminar: PublicSeminar, origin: string, locale: Locale): CalendarEvent {
  return {
    ...common(seminar, origin, locale),
    uid: uid(seminar.id),
    start: asCivilDate(seminar.startsOn),
    end: asCivilDate(seminar.endsOn),
    summary: inLanguage(locale, seminar.titleTh, seminar.titleEn),
    description: inLanguage(locale, seminar.summaryTh, seminar.summaryEn),
    location: inLanguage(locale, seminar.venueTh, seminar.venueEn),
    lastModified: seminar.changedAt,
  };
}

const common = (seminar: PublicSeminar, origin: string, locale: Locale) => ({
  sequence: seminar.sequence,
  status: statusOf(seminar),
  url: pageOf(origin, locale, seminar.slug),
});

const later = (one: Date, other: Date) => (one > other ? one : other);

/** Kind, what it is about, who speaks. */
function about(slot: ProgrammeSlot, speakers: readonly Speaker[], locale: Locale): string {
  const words = seminarsText(locale);
  const names = slot.speakers.map(({ speakerId, role }) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    return `${words.speakerRoles[role]}: ${inLanguage(locale, speaker?.nameTh ?? '', speaker?.nameEn)}`;
  });
  return [words.slotKinds[slot.kind], inLanguage(locale, slot.detailTh, slot.detailEn), ...names]
    .filter((line) => line !== '')
    .join('\n');
}

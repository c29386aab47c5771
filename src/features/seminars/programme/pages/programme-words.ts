/** A part, a room or a speaker in the reader's language, and the sentence that names two clashing parts. */
import { civilTime } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Clash } from '../../outcome.ts';
import { seminarsText } from '../../text.ts';
import type { ProgrammeSlot, Room, Speaker } from '../programme.ts';
import { programmeText } from '../text.ts';

type Named = { readonly nameTh: string; readonly nameEn?: string | undefined };
type Titled = { readonly titleTh: string; readonly titleEn?: string | undefined };

export const nameIn = (locale: Locale, { nameTh, nameEn }: Named) =>
  locale === 'en' ? nameEn || nameTh : nameTh;
export const titleIn = (locale: Locale, { titleTh, titleEn }: Titled) =>
  locale === 'en' ? titleEn || titleTh : titleTh;

export const timesOf = (startsAt: Date, endsAt: Date, locale: Locale) =>
  programmeText(locale).timeRange(civilTime(startsAt), civilTime(endsAt));

/** Empty for a part that is for all rooms, when there are rooms to tell apart. */
export function roomOf(
  slot: { readonly roomId: string | undefined },
  rooms: readonly Room[],
  locale: Locale,
) {
  const room = rooms.find(({ id }) => id === slot.roomId);
  if (room) return nameIn(locale, room);
  return rooms.length > 0 ? programmeText(locale).allRooms : '';
}

/** Who speaks, each with her role where it is not plainly that of a speaker. */
export function speakersOf(slot: ProgrammeSlot, speakers: readonly Speaker[], locale: Locale) {
  const words = seminarsText(locale).speakerRoles;
  return slot.speakers.flatMap(({ speakerId, role, groupNo }) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    if (!speaker) return [];
    return {
      id: speakerId,
      name: nameIn(locale, speaker),
      role: role === 'speaker' ? undefined : words[role],
      groupNo,
      post: [speaker.positionTh, speaker.organisationTh].filter(Boolean).join(' '),
    };
  });
}

/** Names both parts, and what both would need. */
export function clashWords(
  code: string,
  title: string,
  clash: Clash | undefined,
  locale: Locale,
): string | undefined {
  if (!clash || (code !== 'room-taken' && code !== 'speaker-taken')) return undefined;
  const words = programmeText(locale).clash;
  const other = titleIn(locale, { titleTh: clash.otherTitleTh, titleEn: clash.otherTitleEn });
  const times = timesOf(new Date(clash.otherStartsAt), new Date(clash.otherEndsAt), locale);
  const what = nameIn(locale, clash);
  return code === 'room-taken'
    ? words.room(title, other, times, what)
    : words.speaker(title, other, times, what);
}

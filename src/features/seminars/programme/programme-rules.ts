/** Pure decisions about a programme, the same in the browser and on the server: where parts may stand, and what clashes. */
import {
  addDays,
  asCivilDate,
  type CivilDate,
  civilDate,
  civilTime,
  startOfDay,
} from '#platform/calendar/civil-date.ts';
import type { Clash } from '../outcome.ts';

/** A part as the rules need it. */
export type Placed = {
  readonly id: string;
  readonly titleTh: string;
  readonly titleEn?: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | undefined;
  readonly speakers: readonly { readonly speakerId: string }[];
};
type Named = { readonly id: string; readonly nameTh: string; readonly nameEn: string | undefined };

const overlap = (one: Placed, other: Placed) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The first part that needs the same room or the same speaker at the same time: the database refuses what this finds. */
export function clashOf(
  part: Placed,
  all: readonly Placed[],
  rooms: readonly Named[],
  speakers: readonly Named[],
): { readonly code: 'room-taken' | 'speaker-taken'; readonly clash: Clash } | undefined {
  const found = (code: 'room-taken' | 'speaker-taken', other: Placed, what: Named | undefined) => ({
    code,
    clash: {
      slotId: part.id,
      otherId: other.id,
      otherTitleTh: other.titleTh,
      otherTitleEn: other.titleEn,
      otherStartsAt: other.startsAt,
      otherEndsAt: other.endsAt,
      nameTh: what?.nameTh ?? '',
      nameEn: what?.nameEn,
    },
  });
  for (const other of all) {
    if (other.id === part.id || !overlap(part, other)) continue;
    if (part.roomId !== undefined && part.roomId === other.roomId)
      return found(
        'room-taken',
        other,
        rooms.find(({ id }) => id === part.roomId),
      );
    const both = part.speakers.find(({ speakerId }) =>
      other.speakers.some((each) => each.speakerId === speakerId),
    );
    if (both)
      return found(
        'speaker-taken',
        other,
        speakers.find(({ id }) => id === both.speakerId),
      );
  }
  return undefined;
}

/** Minutes after midnight in Bangkok. */
export function minuteOf(instant: Date): number {
  const [hours, minutes] = civilTime(instant).split(':').map(Number);
  return hours! * 60 + minutes!;
}

export const instantAt = (day: CivilDate, minute: number): Date =>
  new Date(startOfDay(day).getTime() + minute * 60_000);

/** Where a part stands on a day's grid; minutes after midnight. */
export type Placement = {
  readonly start: number;
  readonly end: number;
  readonly roomId: string | undefined;
};

const DAY = 24 * 60;
const shortest = 5;

/** Moves a part, keeping its length and the day. */
export function moved(placement: Placement, minutes: number): Placement {
  const length = placement.end - placement.start;
  const start = Math.min(Math.max(placement.start + minutes, 0), DAY - length);
  return { ...placement, start, end: start + length };
}

/** Moves the end of a part; it never gets shorter than five minutes. */
export function resized(placement: Placement, minutes: number): Placement {
  const end = Math.min(Math.max(placement.end + minutes, placement.start + shortest), DAY);
  return { ...placement, end };
}

/** The column `by` places further; the first stands for all rooms. */
export function inColumn(
  placement: Placement,
  rooms: readonly { readonly id: string }[],
  by: number,
): Placement {
  const columns = [undefined, ...rooms.map(({ id }) => id)];
  const at = columns.indexOf(placement.roomId) + by;
  return { ...placement, roomId: columns[Math.min(Math.max(at, 0), columns.length - 1)] };
}

export const isSamePlace = (one: Placement, other: Placement) =>
  one.start === other.start && one.end === other.end && one.roomId === other.roomId;

/** Days of the seminar, and any other day on which a part stands. */
export function daysOf(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  slots: readonly { readonly startsAt: Date }[],
): readonly CivilDate[] {
  const days = new Set<CivilDate>(slots.map(({ startsAt }) => civilDate(startsAt)));
  // A course of a term has too many empty days to list them all.
  for (let day = asCivilDate(startsOn), left = 60; day <= endsOn && left > 0; day = addDays(day, 1), left--)
    days.add(day);
  return [...days].sort();
}

/** First and last full hour that a day's grid shows: office hours at least. */
export function hoursOf(placements: readonly Placement[]): { readonly first: number; readonly last: number } {
  const first = Math.min(8, ...placements.map(({ start }) => Math.floor(start / 60)));
  const last = Math.max(17, ...placements.map(({ end }) => Math.ceil(end / 60)));
  return { first, last };
}

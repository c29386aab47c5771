/** Pure decisions about attendance: which sessions a programme has, what share of them somebody was in, what the door says. */
import { civilDate, civilTime } from '#platform/calendar/civil-date.ts';
import type { RegistrationState, Slot } from '../seminar.ts';
import type { AttendanceBy, DoorState, Session, Verdict } from './attendance.ts';

type CountedSlot = Pick<Slot, 'id' | 'titleTh' | 'titleEn' | 'startsAt' | 'endsAt' | 'countsForAttendance'>;

/** A part belongs to the half of the day in which it begins. */
const halfOf = (startsAt: Date) => (civilTime(startsAt) < '12:00' ? 'am' : 'pm');

/** The sessions of a programme in order of time: what is planned, whether or not anybody came. */
export function planSessions(slots: readonly CountedSlot[], by: AttendanceBy): readonly Session[] {
  const counted = slots
    .filter((slot) => slot.countsForAttendance)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
  return by === 'slot' ? slotSessions(counted) : halfDays(counted);
}

function halfDays(slots: readonly CountedSlot[]): readonly Session[] {
  const found = new Map<string, Session>();
  for (const slot of slots) {
    const day = civilDate(slot.startsAt);
    const half = halfOf(slot.startsAt);
    const key = `${day}/${half}`;
    const known = found.get(key);
    const endsAt = known && known.endsAt > slot.endsAt ? known.endsAt : slot.endsAt;
    found.set(key, {
      key,
      unit: key,
      day,
      half,
      titleTh: '',
      titleEn: undefined,
      startsAt: known?.startsAt ?? slot.startsAt,
      endsAt,
    });
  }
  return [...found.values()];
}

/** Parts that overlap run side by side; nobody can be in both, so they count once. */
function slotSessions(slots: readonly CountedSlot[]): readonly Session[] {
  let unit = '';
  let until = 0;
  return slots.map((slot) => {
    if (slot.startsAt.getTime() >= until) unit = slot.id;
    until = Math.max(slot.startsAt.getTime() >= until ? 0 : until, slot.endsAt.getTime());
    return {
      key: slot.id,
      unit,
      day: civilDate(slot.startsAt),
      half: undefined,
      titleTh: slot.titleTh,
      titleEn: slot.titleEn,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
    };
  });
}

export type Share = { readonly attended: number; readonly planned: number };

/** Over what is planned, not over what was held so far or excused: an apology explains an absence and shortens nothing. */
export function shareOf(sessions: readonly Session[], present: ReadonlySet<string>): Share {
  const units = new Set(sessions.map(({ unit }) => unit));
  const attended = new Set(sessions.filter(({ key }) => present.has(key)).map(({ unit }) => unit));
  return { attended: attended.size, planned: units.size };
}

/** Exact: 4 of 5 reach 80 per cent. A programme without sessions is reached by nobody. */
export const reaches = ({ attended, planned }: Share, percent: number) =>
  planned > 0 && attended * 100 >= percent * planned;

/** For reading; never rounded up to a share that was not reached. */
export const percentOf = ({ attended, planned }: Share) =>
  planned === 0 ? 0 : Math.floor((attended * 100) / planned);

/** The door opens this long before a session, but lets the one before come to its end. */
const opensBefore = 45 * 60_000;
const endsEarly = 10 * 60_000;

/** The session that is being entered now: the last whose door has opened; before all of them, the first. */
export function sessionNow(
  sessions: readonly Pick<Session, 'key' | 'startsAt' | 'endsAt'>[],
  now: Date,
): string | undefined {
  const opened = sessions.filter(({ startsAt }, at) => {
    const before = sessions[at - 1]?.endsAt.getTime() ?? Number.NEGATIVE_INFINITY;
    const opens = Math.min(
      startsAt.getTime(),
      Math.max(startsAt.getTime() - opensBefore, before - endsEarly),
    );
    return opens <= now.getTime();
  });
  return (opened.at(-1) ?? sessions[0])?.key;
}

/** What a registration's state means at the door. */
export function doorState(state: RegistrationState): DoorState {
  if (state === 'confirmed') return 'confirmed';
  return ['nominated', 'approved', 'waitlisted', 'offered'].includes(state) ? 'not-confirmed' : 'cancelled';
}

type Reading = {
  /** False for a ticket whose signature is not ours; true also for a name found in the list. */
  readonly isGenuine: boolean;
  readonly isOfThisSeminar: boolean;
  /** Undefined when the list does not know the person. */
  readonly state: DoorState | undefined;
  readonly isIn: boolean;
};

/** The one rule at the door, the same on the device without network and on the server. */
export function judge({ isGenuine, isOfThisSeminar, state, isIn }: Reading): Verdict {
  if (!isGenuine) return 'forged';
  if (!isOfThisSeminar) return 'wrong-seminar';
  if (state === undefined) return 'unknown';
  if (state !== 'confirmed') return state;
  return isIn ? 'duplicate' : 'ok';
}

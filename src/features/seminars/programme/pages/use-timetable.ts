/** Parts of one day on the grid: where they stand, what is not saved yet, what clashes, and the way back. */
import { useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { isRefusal, tell } from '#features/network/browser/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Clash } from '../../outcome.ts';
import type { Programme, ProgrammeSlot } from '../programme.ts';
import { clashOf, instantAt, isSamePlace, minuteOf, type Placement } from '../programme-rules.ts';
import { programmeText } from '../text.ts';
import { clashWords, roomOf, timesOf, titleIn } from './programme-words.ts';

export type Item = {
  readonly slot: ProgrammeSlot;
  /** Where the server has it. */
  readonly saved: Placement;
  /** Where it is shown. */
  readonly now: Placement;
  readonly changedAt: string;
  /** Earlier saved places, the last one last. */
  readonly before: readonly Placement[];
};

type Timetable = {
  readonly seminarId: string;
  readonly day: string;
  readonly programme: Programme;
  readonly locale: Locale;
};

/** Moves are kept for a moment, so that ten presses of a key are one change. */
const settle = 700;
const tryAgain = 4_000;

const placeOf = (slot: ProgrammeSlot): Placement => {
  const start = minuteOf(slot.startsAt);
  return {
    start,
    end: start + (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000,
    roomId: slot.roomId,
  };
};

const itemsOf = ({ day, programme }: Timetable) =>
  programme.slots
    .filter(({ startsAt }) => civilDate(startsAt) === day)
    .map((slot): Item => {
      const place = placeOf(slot);
      return { slot, saved: place, now: place, changedAt: slot.changedAt.toISOString(), before: [] };
    });

export function useTimetable(timetable: Timetable) {
  const { seminarId, day, programme, locale } = timetable;
  const text = programmeText(locale);
  const [items, setItems] = useState(() => itemsOf(timetable));
  const [said, say] = useState('');
  const latest = useRef(items);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const inFlight = useRef(new Set<string>());
  const { revalidate } = useRevalidator();

  const show = (all: Item[]) => {
    latest.current = all;
    setItems(all);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new programme or day is a new start, nothing else is
  useEffect(() => {
    // What was brought anew keeps the way back of parts that stand where we left them.
    show(
      itemsOf(timetable).map((item) => {
        const old = latest.current.find(({ slot }) => slot.id === item.slot.id);
        return old && isSamePlace(old.saved, item.saved) ? { ...item, before: old.before } : item;
      }),
    );
  }, [programme, day]);
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer);
    };
  }, []);

  const find = (id: string) => latest.current.find(({ slot }) => slot.id === id)!;
  const patch = (id: string, change: Partial<Item>) =>
    show(latest.current.map((item) => (item.slot.id === id ? { ...item, ...change } : item)));

  const asPlaced = (slot: ProgrammeSlot, place: Placement) => ({
    ...slot,
    roomId: place.roomId,
    startsAt: instantAt(asCivilDate(day), place.start),
    endsAt: instantAt(asCivilDate(day), place.end),
  });
  const clashAt = ({ slot, now }: Item) => {
    const others = programme.slots.map((each) => {
      const item = latest.current.find((one) => one.slot.id === each.id);
      return item ? asPlaced(each, item.now) : each;
    });
    return clashOf(asPlaced(slot, now), others, programme.rooms, programme.speakers);
  };
  const describe = (id: string, words: (title: string, time: string, room: string) => string) => {
    const { slot, now } = find(id);
    const placed = asPlaced(slot, now);
    const times = timesOf(placed.startsAt, placed.endsAt, locale);
    return words(titleIn(locale, slot), times, roomOf(placed, programme.rooms, locale));
  };
  const clashSaid = (id: string, code: string, clash: Clash | undefined) =>
    clashWords(code, titleIn(locale, find(id).slot), clash, locale) ?? text.said.refused;

  const later = (id: string, wait: number) => {
    clearTimeout(timers.current.get(id));
    timers.current.set(
      id,
      setTimeout(() => void save(id), wait),
    );
  };

  async function save(id: string, isUndo = false): Promise<void> {
    clearTimeout(timers.current.get(id));
    const item = find(id);
    if (inFlight.current.has(id) || isSamePlace(item.now, item.saved) || clashAt(item)) return;
    inFlight.current.add(id);
    const sent = item.now;
    const { startsAt, endsAt, roomId } = asPlaced(item.slot, sent);
    let wait: number | undefined;
    try {
      const answer = await tell<{ changedAt: string }>(`/office/seminars/${seminarId}/slots/${id}/place`, {
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        roomId: roomId ?? null,
        changedAt: item.changedAt,
      });
      const before = isUndo ? item.before : [...item.before, item.saved];
      patch(id, { saved: sent, changedAt: answer.changedAt, before });
      say(describe(id, isUndo ? text.said.undone : text.said.saved));
      if (!isSamePlace(find(id).now, sent)) wait = settle;
    } catch (error) {
      if (isRefusal(error) && error.status === 0) {
        say(text.said.unreachable);
        wait = tryAgain;
      } else {
        patch(id, { now: find(id).saved });
        const code = isRefusal(error) ? error.code : '';
        const { clash } = (isRefusal(error) ? error.facts : {}) as { clash?: Clash };
        say(code === 'changed-meanwhile' ? text.said[code] : clashSaid(id, code, clash));
        void revalidate();
      }
    } finally {
      inFlight.current.delete(id);
    }
    if (wait !== undefined) later(id, wait);
  }

  return {
    items,
    said,
    clashes: new Set(items.filter(clashAt).map(({ slot }) => slot.id)),
    /** By keys: shown and said at once, saved when the keys rest. */
    put: (id: string, place: Placement) => {
      patch(id, { now: place });
      const found = clashAt(find(id));
      say(found ? clashSaid(id, found.code, found.clash) : describe(id, text.said.at));
      later(id, settle);
    },
    /** By pointer, while it moves. */
    preview: (id: string, place: Placement) => {
      clearTimeout(timers.current.get(id));
      patch(id, { now: place });
    },
    /** The pointer lets go: saved, or back with the reason. */
    drop: (id: string) => {
      const found = clashAt(find(id));
      if (!found) return void save(id);
      say(clashSaid(id, found.code, found.clash));
      patch(id, { now: find(id).saved });
    },
    /** The focus goes elsewhere: what rests is saved, what clashes goes back. */
    leave: (id: string) => {
      const item = find(id);
      if (isSamePlace(item.now, item.saved)) return;
      if (!clashAt(item)) return void save(id);
      patch(id, { now: item.saved });
      say(text.said.back(titleIn(locale, item.slot)));
    },
    undo: (id: string) => {
      const item = find(id);
      const last = item.before.at(-1);
      if (!isSamePlace(item.now, item.saved)) {
        clearTimeout(timers.current.get(id));
        patch(id, { now: item.saved });
        say(describe(id, text.said.undone));
      } else if (last) {
        patch(id, { now: last, before: item.before.slice(0, -1) });
        void save(id, true);
      } else say(text.said.nothingToUndo);
    },
  };
}

/** Pure decisions of evaluation: which questions are asked, about what and until when, and which figures may be shown. */
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import type { Seminar, Slot, SlotKind } from '../seminar.ts';
import type { Item, ItemAbout, ItemResult, Subject } from './evaluation.ts';

/** Parts in which something is taught; nobody marks a break or a test. */
const evaluated: readonly SlotKind[] = ['lecture', 'panel', 'exchange', 'group-work'];

/** The form of a seminar: of each question its own newest version, else the newest common one in force on its first day. */
export function formOf(items: readonly Item[], seminar: Pick<Seminar, 'id' | 'startsOn'>): readonly Item[] {
  const chosen = new Map<string, Item>();
  const better = (one: Item, than: Item | undefined) =>
    than === undefined ||
    (one.seminarId !== undefined && than.seminarId === undefined) ||
    (one.seminarId === than.seminarId && one.version > than.version);
  for (const item of items) {
    const applies =
      item.seminarId === seminar.id || (item.seminarId === undefined && item.validFrom <= seminar.startsOn);
    if (applies && better(item, chosen.get(item.code))) chosen.set(item.code, item);
  }
  return [...chosen.values()]
    .filter(({ isAsked }) => isAsked)
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
}

export const itemsAbout = (form: readonly Item[], about: ItemAbout) =>
  form.filter((item) => item.about === about);

/** Everything that is evaluated, in order of time, the whole last. */
export function subjectsOf(seminar: Pick<Seminar, 'id'>, slots: readonly Slot[]): readonly Subject[] {
  return [
    ...slots
      .filter(({ kind }) => evaluated.includes(kind))
      .map((slot): Subject => ({ id: slot.id, about: 'slot', slot })),
    { id: seminar.id, about: 'seminar', slot: undefined },
  ];
}

/** A part once it has ended; the whole from the last day on. */
export function hasHappened(subject: Subject, seminar: Pick<Seminar, 'endsOn'>, now: Date): boolean {
  return subject.slot ? subject.slot.endsAt <= now : civilDate(now) >= seminar.endsOn;
}

/** The last day on which something can be said. */
export const closesOn = (seminar: Pick<Seminar, 'endsOn'>, days: number): string =>
  addDays(asCivilDate(seminar.endsOn), days);

type Counted = {
  readonly subjectId: string;
  readonly itemId: string;
  readonly rating: number;
  readonly people: number;
};

/**
 * Figures of one question about one subject. A group smaller than `least` is not shown at all: neither its distribution,
 * nor its mean, nor how many of the respondents left the question out.
 */
export function resultOf(
  item: Item,
  subjectId: string,
  counted: readonly Counted[],
  least: number,
): ItemResult {
  const counts = [1, 2, 3, 4, 5].map((rating) =>
    counted
      .filter((one) => one.subjectId === subjectId && one.itemId === item.id && one.rating === rating)
      .reduce((sum, { people }) => sum + people, 0),
  );
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people < least) return { item, counts: undefined, people: undefined, mean: undefined };
  return { item, counts, people, mean: meanOf(counts) };
}

/** To one decimal, as people read it. */
export function meanOf(counts: readonly number[]): number | undefined {
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people === 0) return undefined;
  const points = counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
  return Math.round((points / people) * 10) / 10;
}

/** One mean over many questions, each person's mark counting once; undefined where nothing may be shown. */
export function overallMean(results: readonly ItemResult[]): number | undefined {
  const shown = results.flatMap(({ counts }) => (counts ? [counts] : []));
  return meanOf([0, 1, 2, 3, 4].map((at) => shown.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)));
}

/**
 * The level follows from evidence, never from a field somebody fills in:
 * 1 attended parts that serve it; 2 passed a test (with or without having attended); 3 level 2 and practised at work;
 * 4 level 3, practised more, and the superior confirms it. A superior's last word may lift somebody by a few steps
 * (`steps-by-superior`) above what the rest shows, never lower her: evidence is a fact, the word an opinion of it.
 * Evidence that is too old counts no more. All numbers are rows.
 */
import { asCivilDate, partsOf } from '#platform/calendar/civil-date.ts';
import type { RuleValues } from '../learning/learning-rule.ts';
import type { Evidence, Level } from './competence.ts';

type Shown = Pick<Evidence, 'competency' | 'source' | 'level' | 'percent' | 'on' | 'at'>;

/** The level in one competency on a day. The order of the rows does not matter. */
export function levelOf(evidence: readonly Shown[], values: RuleValues, today: string): Level {
  const fresh = evidence.filter(({ on }) => on <= today && isFresh(on, today, values['evidence-months']));
  const count = (source: Shown['source']) => fresh.filter((one) => one.source === source).length;
  const practices = count('practice');
  const confirmed = lastWord(fresh);
  let shown = 0;
  if (count('attendance') >= values['attendances-for-1']) shown = 1;
  if (fresh.some(({ source, percent }) => source === 'test' && (percent ?? 0) >= values['percent-for-2']))
    shown = 2;
  if (shown === 2 && practices >= values['practices-for-3']) shown = 3;
  if (shown === 3 && practices >= values['practices-for-4'] && confirmed === 4) shown = 4;
  return Math.max(shown, Math.min(confirmed, shown + values['steps-by-superior'], 4)) as Level;
}

/** What the superior said last; 0 when she said nothing. */
function lastWord(evidence: readonly Shown[]): number {
  const words = evidence.filter(({ source }) => source === 'superior');
  const latest = Math.max(...words.map(({ at }) => at.getTime()));
  return Math.max(0, ...words.filter(({ at }) => at.getTime() === latest).map(({ level }) => level ?? 0));
}

function isFresh(on: string, today: string, months: number): boolean {
  const [then, now] = [partsOf(asCivilDate(on)), partsOf(asCivilDate(today))];
  const passed = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day ? 1 : 0);
  return passed < months;
}

/** Levels of a person in every competency of the frame. */
export function profileOf(
  evidence: readonly Shown[],
  codes: readonly string[],
  values: RuleValues,
  today: string,
): ReadonlyMap<string, Level> {
  const grouped = Map.groupBy(evidence, ({ competency }) => competency);
  return new Map(codes.map((code) => [code, levelOf(grouped.get(code) ?? [], values, today)]));
}

export type Candidate = {
  readonly personId: string;
  readonly levels: ReadonlyMap<string, Level>;
};
export type Suggestion = {
  readonly personId: string;
  /** Served by the seminar, and below the wanted level. */
  readonly lacks: readonly string[];
  readonly steps: number;
};

/** Who gains most from a seminar: those who lack most steps in what it serves, first. Who lacks nothing is left out. */
export function suggest(
  candidates: readonly Candidate[],
  served: readonly string[],
  wanted: number,
): readonly Suggestion[] {
  const codes = [...new Set(served)].sort();
  return candidates
    .map(({ personId, levels }) => {
      const below = codes.filter((code) => (levels.get(code) ?? 0) < wanted);
      const steps = below.reduce((sum, code) => sum + wanted - (levels.get(code) ?? 0), 0);
      return { personId, lacks: below, steps };
    })
    .filter(({ steps }) => steps > 0)
    .sort((a, b) => b.steps - a.steps || (a.personId < b.personId ? -1 : 1));
}

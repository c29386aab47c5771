/** Draws the questions of a test by its blueprint, at random but the same again from the same seed. Pure. */
import { createHash } from 'node:crypto';

/** How many questions of each competency. */
export type Blueprint = readonly { readonly competency: string; readonly questions: number }[];
export type PoolQuestion = {
  readonly id: string;
  readonly version: number;
  readonly competencies: readonly string[];
};
export type Drawn = { readonly id: string; readonly version: number; readonly competency: string };
export type Phase = 'pre' | 'post';

export type Shortage = {
  readonly competency: string;
  /** Questions needed for both tests together, and how many could be found. */
  readonly needed: number;
  readonly found: number;
};

/** Numbers from a seed: SHA-256 in counter mode, so that a draw can be repeated in any language. */
export function numbersFrom(seed: string): (below: number) => number {
  let block = 0;
  let bytes = Buffer.alloc(0);
  return (below) => {
    if (bytes.length < 6) bytes = createHash('sha256').update(`${seed} ${block++}`).digest();
    const value = bytes.readUIntBE(0, 6);
    bytes = bytes.subarray(6);
    // 48 bits for at most a few hundred: the remainder's slant is below one in a hundred thousand million.
    return value % below;
  };
}

/** Fisher–Yates from the seed. */
export function shuffled<T>(all: readonly T[], seed: string): readonly T[] {
  const next = numbersFrom(seed);
  const out = [...all];
  for (let at = out.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}

/**
 * Both tests of one person, no question in both and none twice. A question with several competencies serves one of them;
 * where that is tight, questions change places (augmenting paths), so a draw that is possible is found.
 */
export function drawBoth(
  pool: readonly PoolQuestion[],
  blueprint: Blueprint,
  seed: string,
):
  | { readonly ok: true; readonly tests: Readonly<Record<Phase, readonly Drawn[]>> }
  | { readonly ok: false; readonly shortages: readonly Shortage[] } {
  const order = shuffled(
    [...pool].sort((a, b) => (a.id < b.id ? -1 : 1)),
    `${seed} pool`,
  );
  const places = blueprint.flatMap(({ competency, questions }) =>
    Array.from({ length: 2 * questions }, () => competency),
  );
  const takenBy = new Map<PoolQuestion, number>();
  const missing = new Map<string, number>();
  for (const [place, competency] of places.entries())
    if (!fill(place, new Set())) missing.set(competency, (missing.get(competency) ?? 0) + 1);

  function fill(place: number, seen: Set<PoolQuestion>): boolean {
    const fitting = order.filter(({ competencies }) => competencies.includes(places[place]!));
    const free = fitting.find((question) => !takenBy.has(question));
    if (free) {
      takenBy.set(free, place);
      return true;
    }
    for (const question of fitting) {
      if (seen.has(question)) continue;
      seen.add(question);
      if (fill(takenBy.get(question)!, seen)) {
        takenBy.set(question, place);
        return true;
      }
    }
    return false;
  }

  if (missing.size > 0)
    return {
      ok: false,
      shortages: blueprint.flatMap(({ competency, questions }) => {
        const short = missing.get(competency);
        return short ? [{ competency, needed: 2 * questions, found: 2 * questions - short }] : [];
      }),
    };
  const tests: Record<Phase, Drawn[]> = { pre: [], post: [] };
  for (const { competency, questions } of blueprint) {
    // Which of a competency's questions come before and which after is drawn too.
    const own = shuffled(
      order.filter((question) => takenBy.has(question) && places[takenBy.get(question)!] === competency),
      `${seed} ${competency}`,
    ).map(({ id, version }) => ({ id, version, competency }));
    tests.pre.push(...own.slice(0, questions));
    tests.post.push(...own.slice(questions));
  }
  return { ok: true, tests };
}

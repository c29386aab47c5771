/** Pure rules of codes and pledges: which version counts, which situations are drawn, how far a round has come. */
import type { Code, Conduct, Scenario, Standard } from './code.ts';

/** The newest version in force on a day of each row told apart by `key`, in their order. */
export function newestOn<T extends Pick<Standard | Code, 'version' | 'validFrom' | 'sort'>>(
  rows: readonly T[],
  day: string,
  key: (row: T) => string,
): readonly T[] {
  const newest = new Map<string, T>();
  for (const row of rows)
    if (row.validFrom <= day && (newest.get(key(row))?.version ?? 0) < row.version) newest.set(key(row), row);
  return [...newest.values()].sort((a, b) => a.sort - b.sort);
}

/**
 * Draws situations, each of another standard while there are enough standards.
 * @param random from 0 to below 1, as Math.random
 */
export function drawSituations(
  bank: readonly Pick<Scenario, 'id' | 'standard'>[],
  count: number,
  random: () => number,
): readonly string[] {
  const shuffled = [...bank];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  const seen = new Set<string>();
  const [firsts, others]: [string[], string[]] = [[], []];
  for (const { id, standard } of shuffled) {
    (seen.has(standard) ? others : firsts).push(id);
    seen.add(standard);
  }
  return [...firsts, ...others].slice(0, count);
}

export type Answer = { readonly scenarioId: string; readonly position: number };

/** How far a round has come: the situation to answer now, and the last choice in it when that was wrong. */
export function progressOf(
  asked: readonly string[],
  answers: readonly Answer[],
  bank: readonly Pick<Scenario, 'id' | 'options'>[],
): { readonly done: number; readonly present: string | undefined; readonly wrong: number | undefined } {
  const rightOf = new Map(
    bank.map(({ id, options }) => [id, options.find(({ isRight }) => isRight)?.position]),
  );
  const isDone = (id: string) =>
    answers.some(({ scenarioId, position }) => scenarioId === id && position === rightOf.get(id));
  const present = asked.find((id) => !isDone(id));
  const last = answers.findLast(({ scenarioId }) => scenarioId === present);
  return { done: asked.filter(isDone).length, present, wrong: last?.position };
}

/** What binds the people of a regime in a centre: the network's own first, then the centre's. */
export function conductFor(
  all: readonly Conduct[],
  { regime, unitId }: { readonly regime?: string | undefined; readonly unitId?: number | undefined },
): readonly Conduct[] {
  const fits = all.filter(
    (one) =>
      (one.unitId === undefined || one.unitId === unitId) &&
      (regime === undefined || one.regime === undefined || one.regime === regime),
  );
  return [
    ...fits.filter((one) => one.unitId === undefined),
    ...fits.filter((one) => one.unitId !== undefined),
  ];
}

/** Whole per cent. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

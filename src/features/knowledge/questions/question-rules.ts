/** Whether two questions ask the same: by the telling words they share. */

/** Share of the shorter one's words that stand in the other, 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : [...a].filter((word) => b.has(word)).length / least;
}

/** From which likeness on a question is shown as "is it this one?". */
export const sameFrom = 0.5;

/** The candidates most like it, best first. */
export function alike<C extends { readonly tokens: readonly string[] }>(
  tokens: readonly string[],
  candidates: readonly C[],
  most = 3,
): C[] {
  return candidates
    .map((candidate) => ({ candidate, like: likeness(tokens, candidate.tokens) }))
    .filter(({ like }) => like >= sameFrom)
    .sort((x, y) => y.like - x.like)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

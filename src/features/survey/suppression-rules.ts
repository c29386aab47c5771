/**
 * What may be shown of groups of which some are small. Nothing may be had by subtraction either: the total is shown, so
 * whatever is left out of the sub-groups must together be as large as the smallest group, or nobody.
 */

export type Cell = { readonly key: string; readonly people: number };

/**
 * The keys that stay hidden. `cells` are a partition of the whole; `hidden` are keys that are hidden already for another
 * reason. An empty group has nobody to protect. When the whole is smaller than the smallest group, all are hidden.
 */
export function hiddenCells(
  cells: readonly Cell[],
  smallest: number,
  hidden: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const total = cells.reduce((sum, { people }) => sum + people, 0);
  if (total < smallest) return new Set(cells.map(({ key }) => key));
  const out = new Set(
    cells
      .filter(({ key, people }) => hidden.has(key) || (people > 0 && people < smallest))
      .map(({ key }) => key),
  );
  const together = () => cells.reduce((sum, { key, people }) => sum + (out.has(key) ? people : 0), 0);
  // The smallest shown group goes first: it costs the reader least.
  const shown = cells
    .filter(({ key, people }) => !out.has(key) && people > 0)
    .sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  for (const { key } of shown) {
    const left = together();
    if (left === 0 || left >= smallest) break;
    out.add(key);
  }
  return out;
}

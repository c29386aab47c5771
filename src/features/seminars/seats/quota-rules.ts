/** Pure decisions about quotas: filling many at once, reading what was pasted from a spreadsheet, sums. */
import type { Centre, CentreKind } from '#features/network/index.ts';

/** Seats by centre and kind, keyed "unit kind". */
export type QuotaGrid = Readonly<Record<string, number>>;
export const cellKey = (unitId: number, kind: string) => `${unitId} ${kind}`;

type KnownCentre = Pick<Centre, 'id' | 'code' | 'kind' | 'nameTh' | 'nameEn' | 'shortTh'>;

/** Gives every centre (or every one of a kind of centre) the same number of a kind of seat. */
export function fillQuotas(
  grid: QuotaGrid,
  centres: readonly KnownCentre[],
  fill: { readonly kind: string; readonly seats: number; readonly of: CentreKind | 'all' },
): QuotaGrid {
  const meant = centres.filter(({ kind }) => fill.of === 'all' || kind === fill.of);
  return { ...grid, ...Object.fromEntries(meant.map(({ id }) => [cellKey(id, fill.kind), fill.seats])) };
}

export type PasteProblem =
  | { readonly line: number; readonly code: 'unknown-centre'; readonly cell: string }
  | { readonly line: number; readonly code: 'not-a-number'; readonly cell: string }
  | { readonly line: number; readonly code: 'twice'; readonly cell: string };

/**
 * Reads rows of centre and numbers, as copied from a spreadsheet: the centre by its code, name or abbreviation, then a
 * number for each kind in the order shown. Lines that cannot be read are told, the others are taken.
 */
export function readPasted(
  text: string,
  centres: readonly KnownCentre[],
  kinds: readonly string[],
): { readonly cells: QuotaGrid; readonly problems: readonly PasteProblem[]; readonly lines: number } {
  const cells: Record<string, number> = {};
  const problems: PasteProblem[] = [];
  const seen = new Set<number>();
  let lines = 0;
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const [name = '', ...numbers] = row.split(row.includes('\t') ? '\t' : /[,;]/).map((cell) => cell.trim());
    if (name === '' && numbers.every((cell) => cell === '')) continue;
    const centre = findCentre(centres, name);
    if (!centre) {
      // A heading above the numbers is no mistake.
      if (at === 0 && numbers.every((cell) => readNumber(cell) === undefined)) continue;
      problems.push({ line: at + 1, code: 'unknown-centre', cell: name });
      continue;
    }
    if (seen.has(centre.id)) problems.push({ line: at + 1, code: 'twice', cell: name });
    seen.add(centre.id);
    lines += 1;
    for (const [column, kind] of kinds.entries()) {
      const cell = numbers[column] ?? '';
      if (cell === '') continue;
      const seats = readNumber(cell);
      if (seats === undefined) problems.push({ line: at + 1, code: 'not-a-number', cell });
      else cells[cellKey(centre.id, kind)] = seats;
    }
  }
  return { cells, problems, lines };
}

/** Whole numbers up to ten thousand, in Thai or Arabic digits. */
export function readNumber(cell: string): number | undefined {
  const arabic = cell.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replaceAll(',', '');
  if (!/^\d{1,5}$/.test(arabic)) return undefined;
  const number = Number(arabic);
  return number <= 10_000 ? number : undefined;
}

/** By code, name in either language, or abbreviation; spaces, case and the word for province before it do not matter. */
export function findCentre<C extends KnownCentre>(centres: readonly C[], name: string): C | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s.]/g, '')
      .replace(/^(?:ศปท|จังหวัด|จ)/, '');
  const wanted = plain(name);
  if (wanted === '') return undefined;
  return centres.find((centre) =>
    [centre.code, centre.nameTh, centre.nameEn, centre.shortTh].some(
      (known) => known !== undefined && plain(known) === wanted,
    ),
  );
}

/** Seats of a kind over all centres. */
export const sumOf = (grid: QuotaGrid, centres: readonly { readonly id: number }[], kind: string) =>
  centres.reduce((sum, { id }) => sum + (grid[cellKey(id, kind)] ?? 0), 0);

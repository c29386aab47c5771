// How wide the columns of a table are: by their shares, or by what stands in them.
import type { PaperTable } from './blocks.ts';
import { piecesOf } from './break-lines.ts';
import { CELL_SIDE, TABLE_SIZE } from './measures.ts';
import { widthOf } from './sarabun.ts';

/** Rows looked at; a long list does not surprise after that. */
const LOOKED_AT = 60;
/** A text longer than this part of the table is broken anyway. */
const WIDEST_WISH = 0.5;

/** Points of each column; their sum is `width`. */
export function columnWidths(table: PaperTable, width: number): number[] {
  const { columns } = table;
  if (columns.some(({ share }) => share !== undefined)) {
    const total = columns.reduce((sum, { share = 1 }) => sum + share, 0);
    return columns.map(({ share = 1 }) => (share / total) * width);
  }
  const texts = columns.map(({ label }, at) => [
    ...table.rows.slice(0, LOOKED_AT).flatMap((row) => (row[at] ?? '').split('\n')),
    ...(table.foot?.[at] ? [table.foot[at]] : []),
    label,
  ]);
  const least = texts.map((column) => Math.max(...column.map(longestPiece)) + 2 * CELL_SIDE + 1);
  const wish = texts.map((column, at) =>
    Math.max(least[at]!, Math.min(WIDEST_WISH * width, Math.max(...column.map(measure)) + 2 * CELL_SIDE + 1)),
  );
  const leastSum = sumOf(least);
  const wishSum = sumOf(wish);
  if (wishSum <= width) return wish.map((each) => (each / wishSum) * width);
  if (leastSum >= width) return least.map((each) => (each / leastSum) * width);
  const give = (width - leastSum) / (wishSum - leastSum);
  return wish.map((each, at) => least[at]! + (each - least[at]!) * give);
}

function measure(text: string): number {
  return widthOf(text, 'bold', TABLE_SIZE);
}

function longestPiece(text: string): number {
  return Math.max(0, ...piecesOf(text).map(measure));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

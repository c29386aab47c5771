/**
 * The first visible sheet of an XLSX as text. Read by ourselves, part by part: libraries unfold merged areas, named
 * ranges and validations cell by cell, which a file of a few kilobytes can make last for hours (docs/decisions/0017).
 */
import { cellText, longestText } from './cell-text.ts';
import { numberText } from './number-text.ts';
import type { ReadLimits } from './read-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { openZip, type Unzipped, ZipDamaged, ZipTooLarge } from './unzip.ts';
import { type Book, readBook } from './workbook.ts';
import { readXml, XmlDamaged } from './xml-events.ts';

/** Unpacked, without pictures, which are never unpacked: a hundred thousand cells are about 5 MB. */
const mostUnpacked = 48 * 1024 * 1024;

export function readXlsx(bytes: Buffer, limits: ReadLimits): string[][] | SheetProblem {
  try {
    const zip = openZip(bytes, mostUnpacked);
    if (!zip.names.has('[Content_Types].xml') || ![...zip.names].some((name) => name.startsWith('xl/')))
      return 'not-a-spreadsheet';
    const book = readBook(zip);
    return book ? readCells(zip, book, limits) : 'unreadable';
  } catch (error) {
    if (error instanceof ZipTooLarge) return 'too-large';
    if (error instanceof ZipDamaged || error instanceof XmlDamaged || error instanceof RangeError)
      return 'unreadable';
    throw error;
  }
}

type Cell = { row: number; column: number; type: string; style: number; value: string; inline: string };
type Area = { top: number; left: number; bottom: number; right: number };

function readCells(zip: Unzipped, book: Book, limits: ReadLimits): string[][] | SheetProblem {
  const xml = zip.read(book.sheetPath);
  if (xml === undefined) return 'unreadable';
  const rows: string[][] = [];
  const areas: Area[] = [];
  let tooMany: SheetProblem | undefined;
  let row = -1;
  let column = -1;
  let cell: Cell | undefined;
  let inside = '';
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = (Number(attribute('r')) || row + 2) - 1;
        column = -1;
      } else if (name === 'c') {
        const place = placeOf(attribute('r') ?? '');
        column = place?.column ?? column + 1;
        row = place?.row ?? row;
        const style = Number(attribute('s') ?? 0);
        cell = { row, column, type: attribute('t') ?? 'n', style, value: '', inline: '' };
      } else if (name === 'mergeCell') {
        const area = areaOf(attribute('ref') ?? '');
        if (area) areas.push(area);
      } else if (name === 'v' || name === 't') inside = name;
    },
    text: (text) => {
      if (cell && inside === 'v') cell.value += text;
      else if (cell && inside === 't') cell.inline += text;
      if (cell && cell.value.length + cell.inline.length > longestText) throw new ZipTooLarge();
    },
    close: (name) => {
      if (name === 'v' || name === 't') inside = '';
      if (name !== 'c' || !cell) return;
      const text = textOf(cell, book);
      if (text !== '') {
        // Cells that are only coloured may stand far outside; what has a value counts.
        if (cell.row >= limits.maxRows) tooMany = 'too-many-rows';
        else if (cell.column >= limits.maxColumns) tooMany ??= 'too-many-columns';
        else {
          rows[cell.row] ??= [];
          rows[cell.row]![cell.column] = text;
        }
      }
      cell = undefined;
    },
  });
  if (tooMany) return tooMany;
  const filled = Array.from(rows, (cells) => Array.from(cells ?? [], (text) => text ?? ''));
  return spread(filled, areas, limits) ? filled : 'unreadable';
}

/**
 * A merged area says its text in each of its cells, so that a row can be read alone; never below the last row. False for
 * areas that overlap so much that they cannot come from a table.
 */
function spread(rows: string[][], areas: readonly Area[], { maxRows, maxColumns }: ReadLimits): boolean {
  let left = maxRows * maxColumns;
  for (const area of areas) {
    const text = rows[area.top]?.[area.left] ?? '';
    if (text === '') continue;
    const lastColumn = Math.min(area.right, maxColumns - 1);
    for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row += 1) {
      const cells = rows[row]!;
      while (cells.length < area.left) cells.push('');
      for (let column = area.left; column <= lastColumn; column += 1) {
        cells[column] ||= text;
        left -= 1;
      }
      if (left < 0) return false;
    }
  }
  return true;
}

function textOf(cell: Cell, book: Book): string {
  const { type, value } = cell;
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return cellText(cell.inline);
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
  // Text that a formula made, a date in ISO form, or an error such as #N/A.
  if (type !== 'n') return cellText(value);
  return value === '' ? '' : numberText(Number(value), book.formats[cell.style] ?? 'number', book.is1904);
}

function placeOf(reference: string): { row: number; column: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!found) return undefined;
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(found[2]) - 1, column: column - 1 };
}

function areaOf(reference: string): Area | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined;
}

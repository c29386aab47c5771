/** Reads a table that somebody brought: the first visible sheet of an XLSX, or a CSV, as rows of text. */
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetProblem } from './sheet-problem.ts';

export type ReadLimits = {
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Of the file as it comes; 5 MiB when not said. */
  readonly maxBytes?: number;
};

/** Of all cells together: what a file of the usual limit can hold when it is not packed. */
const mostSigns = 8 * 1024 * 1024;

export type Rows = readonly (readonly string[])[];
export type SheetReading =
  | { readonly ok: true; readonly rows: Rows }
  | { readonly ok: false; readonly code: SheetProblem };

/**
 * Rows from the first on, all of one width, without empty ones at the end. Dates come as YYYY-MM-DD (with a time of day
 * as YYYY-MM-DDTHH:MM), numbers without separators, formulas as the value they had when the file was saved, a merged
 * area with its text in every cell of it. What was typed as text stays as typed.
 *
 * What the file is, its first bytes say; its name only decides how text is taken.
 */
export function readSheet(bytes: Uint8Array, fileName: string, limits: ReadLimits): SheetReading {
  if (bytes.length > (limits.maxBytes ?? 5 * 1024 * 1024)) return { ok: false, code: 'too-large' };
  const rows = readAny(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, limits);
  if (typeof rows === 'string') return { ok: false, code: rows };
  return shaped(rows, limits);
}

function readAny(bytes: Buffer, fileName: string, limits: ReadLimits): string[][] | SheetProblem {
  if (bytes.length === 0) return 'empty';
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readXlsx(bytes, limits);
  // The container of Excel 97–2003; today's Excel uses it only for workbooks behind a password.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'old-excel';
  return readCsv(bytes, fileName, limits);
}

function shaped(rows: string[][], { maxRows, maxColumns }: ReadLimits): SheetReading {
  const isBlank = (row: readonly string[] | undefined) => (row ?? []).every((cell) => cell === '');
  while (rows.length > 0 && isBlank(rows.at(-1))) rows.pop();
  if (rows.length === 0) return { ok: false, code: 'empty' };
  if (rows.length > maxRows) return { ok: false, code: 'too-many-rows' };
  const width = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  if (width > maxColumns) return { ok: false, code: 'too-many-columns' };
  // Cells that share one long text take no room here, but do where they are copied.
  const signs = rows.reduce((sum, row) => row.reduce((of, cell) => of + cell.length, sum), 0);
  if (signs > mostSigns) return { ok: false, code: 'too-large' };
  return { ok: true, rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')) };
}

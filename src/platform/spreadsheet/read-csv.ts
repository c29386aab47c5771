/** CSV as it is found: commas, semicolons or tabs; UTF-8, UTF-16, or the Windows-874 that Thai Excel saves. */
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { ReadLimits } from './read-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';

export function readCsv(bytes: Buffer, fileName: string, limits: ReadLimits): string[][] | SheetProblem {
  const text = decode(bytes);
  if (text === undefined) return 'not-a-spreadsheet';
  try {
    const said = /^sep=(.)\r?\n/.exec(text);
    const rows = parse(said ? text.slice(said[0].length) : text, {
      delimiter: said?.[1] ?? (/\.tsv$/i.test(fileName) ? '\t' : separatorOf(text)),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      // One more than allowed, so that too many are noticed and the rest costs nothing.
      to: limits.maxRows + 1,
      max_record_size: 1024 * 1024,
    });
    return rows.map((row) => row.map((cell) => cell.replaceAll('\r\n', '\n').trim()));
  } catch (error) {
    if (error instanceof CsvError) return 'unreadable';
    throw error;
  }
}

/** Undefined for what is no text in any of these encodings. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes.includes(0)) return undefined;
  // Thai in Windows-874 is practically never valid UTF-8: its letters are bytes A1–FB without the lead bytes' pattern.
  const text = decodeAs('utf-8', bytes) ?? decodeAs('windows-874', bytes);
  return text === undefined || isBinary(text) ? undefined : text;
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Control characters do not occur in a table; C1 codes are what Windows-874 leaves undefined. */
const isBinary = (text: string) => /[\u0001-\u0008\u000e-\u001f\u0080-\u009f]|^%PDF-/.test(text);

/** What separates most in the first line outside quotation marks, where no line "sep=;" says it, as Excel understands. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

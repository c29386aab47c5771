/** Writes workbooks row by row, so that a long list never stands in memory twice. */
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';

export type SheetColumn = {
  readonly header: string;
  /** In characters; without it, as wide as what stands in the first rows. */
  readonly width?: number;
  /**
   * `date`: civil dates YYYY-MM-DD, written as real dates; `number`: with thousands separated; `money`: with satang;
   * `plain`: a number shown as it is, such as a year. Text when missing.
   */
  readonly kind?: 'text' | 'number' | 'money' | 'plain' | 'date';
};

export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

export type XlsxOptions = {
  /** In Thai, dates show the Buddhist year (the cell holds the same day in either). */
  readonly locale?: Locale;
  /** What the file says of when it was made. */
  readonly madeAt?: Date;
};

/** The face of Thai official papers, in the size they use; computers without it take their own. */
const font = { name: 'TH Sarabun New', family: 2, size: 16 };
const mostInCell = 32_767;

/** A workbook: bold header that stays in sight and filters, widths, Thai face. Text is never read as a formula. */
export async function writeXlsx(sheets: readonly Sheet[], options: XlsxOptions = {}): Promise<Uint8Array> {
  // Loaded when the first list is asked for: it takes a tenth of the time in which the program starts.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const made = options.madeAt ?? new Date(0);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  Object.assign(workbook, { created: made, modified: made, creator: '', lastModifiedBy: '' });
  const names = new Set<string>();
  for (const sheet of sheets) addSheet(workbook, sheet, sheetName(sheet.name, names), options.locale ?? 'th');
  await workbook.commit();
  return Buffer.concat(chunks);
}

function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  name: string,
  locale: Locale,
): void {
  const page = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = sheet.columns.map((column, at) => ({
    width: column.width ?? fittingWidth(sheet, at),
    style: {
      font,
      alignment: { vertical: 'top', wrapText: (column.kind ?? 'text') === 'text' },
      ...(column.kind && column.kind !== 'text' ? { numFmt: formatOf(column.kind, locale) } : {}),
    },
  }));
  const header = page.addRow(sheet.columns.map((column) => column.header));
  header.eachCell((cell) => {
    cell.numFmt = '@';
    cell.font = { ...font, bold: true };
    cell.alignment = { vertical: 'top', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9EBF6' } };
    cell.border = { bottom: { style: 'thin' } };
  });
  header.commit();
  for (const cells of sheet.rows) {
    const row = page.addRow(sheet.columns.map((column, at) => cellValue(cells[at] ?? null, column.kind)));
    for (const [at, { kind }] of sheet.columns.entries())
      if (kind === 'number' && !Number.isInteger(cells[at] ?? 0)) row.getCell(at + 1).numFmt = '#,##0.00';
    row.commit();
  }
  if (sheet.columns.length > 0)
    page.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: sheet.rows.length + 1, column: sheet.columns.length },
    };
  page.commit();
}

function cellValue(value: string | number | null, kind: SheetColumn['kind']): string | number | Date | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return value;
  const day = kind === 'date' ? parseCivilDate(value) : undefined;
  // Excel knows no time zone: the library writes what the clock says in UTC.
  if (day) return new Date(`${day}T00:00:00Z`);
  return value.length > mostInCell ? `${value.slice(0, mostInCell - 1)}…` : value;
}

function formatOf(kind: Exclude<SheetColumn['kind'], undefined | 'text'>, locale: Locale): string {
  return {
    number: '#,##0',
    money: '#,##0.00',
    plain: 'General',
    // Calendar 07 (Buddhist) and language 041E (Thai), digits 01 (Arabic).
    date: locale === 'th' ? '[$-107041E]dd/mm/yyyy' : 'dd/mm/yyyy',
  }[kind];
}

/** Wide enough for the header's longest word and most of what stands below; long text wraps. */
function fittingWidth(sheet: Sheet, at: number): number {
  const shown = [
    sheet.columns[at]!.header,
    ...sheet.rows.slice(0, 200).map((cells) => String(cells[at] ?? '')),
  ];
  return Math.min(60, Math.max(10, ...shown.map(widthOf)) + 2);
}

/** Thai vowels and tone marks above and below take no room. */
const widthOf = (text: string) =>
  Math.max(
    0,
    ...text.split('\n').map((line) => line.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length),
  );

/** As Excel allows them: 31 characters, none of []:*?/\, no two alike. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || '1';
  let name = clean;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${clean.slice(0, 27)} ${copy}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A year's items as a table: the template, a set written out, and what somebody brings back, read row by row. */
import type { SheetColumn } from '#platform/spreadsheet/index.ts';
import type { RowFault, RowProblem } from '../outcome.ts';
import { type Fill, type Format, fills, formats, type Item, type Status } from './item-set.ts';

/** Names of the columns, the same in both languages so that a file comes back whoever wrote it. */
export const columnNames = [
  'code',
  'name_th',
  'name_en',
  'requirement_th',
  'requirement_en',
  'checklist_th',
  'checklist_en',
  'formats',
  'fill',
  'basis',
  'source',
  'status',
] as const;
type ColumnName = (typeof columnNames)[number];

export const sheetColumns: readonly SheetColumn[] = columnNames.map((header) => ({
  header,
  width: header === 'code' || header === 'status' ? 12 : header.startsWith('requirement') ? 60 : 30,
}));

/** A row an item; lines of the checklist stand in one cell, each on its own line. */
export const sheetRows = (items: readonly Item[]): readonly (readonly string[])[] =>
  items.map((item) => [
    item.code,
    item.nameTh,
    item.nameEn,
    item.requirementTh,
    item.requirementEn,
    item.checklist.map(({ textTh }) => textTh).join('\n'),
    item.checklist.map(({ textEn }) => textEn).join('\n'),
    item.formats.join(', '),
    item.fill,
    item.basis,
    item.source,
    item.status,
  ]);

export type SheetOfItems =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly rows: readonly RowProblem[] };

/** The first row names the columns in any order. Every row that has to be mended is named, not only the first. */
export function readItems(rows: readonly (readonly string[])[]): SheetOfItems {
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map(columnNames.map((name) => [name, header.indexOf(name)]));
  // English may be left out; the rest must be there.
  const needed = columnNames.filter((name) => !name.endsWith('_en') && name !== 'checklist_th');
  if (needed.some((name) => places.get(name) === -1))
    return { ok: false, rows: [{ line: 1, problem: 'columns' }] };
  const problems: RowProblem[] = [];
  const items: Item[] = [];
  for (const [at, row] of rows.slice(1).entries()) {
    const cell = (name: ColumnName) => (row[places.get(name)!] ?? '').trim();
    if (columnNames.every((name) => cell(name) === '')) continue;
    const read = readItem(cell);
    const twice = typeof read !== 'string' && items.some(({ code }) => code === read.code);
    const problem = typeof read === 'string' ? read : twice ? 'code-twice' : undefined;
    if (problem) problems.push({ line: at + 2, problem });
    else items.push(read as Item);
  }
  return problems.length > 0 ? { ok: false, rows: problems } : { ok: true, items };
}

function readItem(cell: (name: ColumnName) => string): Item | RowFault {
  const code = cell('code').toUpperCase();
  if (!/^O[1-9][0-9]?$/.test(code)) return 'code';
  const nameTh = cell('name_th');
  if (nameTh === '' || nameTh.length > 300 || cell('name_en').length > 300) return 'name';
  const requirementTh = cell('requirement_th');
  if (requirementTh === '' || requirementTh.length > 2000 || cell('requirement_en').length > 2000)
    return 'requirement';
  const wanted = [
    ...new Set(
      cell('formats')
        .toLowerCase()
        .split(/[\s,;+]+/)
        .filter(Boolean),
    ),
  ];
  if (wanted.length === 0 || !wanted.every((one) => formats.includes(one as Format))) return 'formats';
  const fill = fills.find((one) => one === (cell('fill').toLowerCase() || 'by-hand'));
  if (!fill) return 'fill';
  if (cell('basis') === '' || cell('source') === '') return 'basis';
  const status = (['confirmed', 'unconfirmed'] as const).find((one) => one === cell('status').toLowerCase());
  if (!status) return 'status';
  const checklist = readChecklist(cell('checklist_th'), cell('checklist_en'));
  if (!checklist) return 'checklist';
  return {
    code,
    nameTh,
    nameEn: cell('name_en') || nameTh,
    requirementTh,
    requirementEn: cell('requirement_en') || requirementTh,
    formats: wanted as Format[],
    fill: fill as Fill,
    basis: cell('basis').slice(0, 1000),
    source: cell('source').slice(0, 1000),
    status: status as Status,
    checklist,
  };
}

/** Line by line; English may be missing altogether, but not be of another length. */
function readChecklist(th: string, en: string): Item['checklist'] | undefined {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const [thai, english] = [lines(th), lines(en)];
  if (english.length > 0 && english.length !== thai.length) return undefined;
  if (thai.length > 30 || [...thai, ...english].some((line) => line.length > 500)) return undefined;
  return thai.map((textTh, at) => ({ position: at + 1, textTh, textEn: english[at] ?? textTh }));
}

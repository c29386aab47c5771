/** A paper as data: tables with a few sentences, out of which both the PDF and the workbook are made. In Thai, as official papers are. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { type Block, renderReport } from '#platform/documents/index.ts';
import { type SheetColumn, writeXlsx } from '#platform/spreadsheet/index.ts';

export type Cell = string | number | null;
export type PaperTable = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly foot?: readonly Cell[];
};
export type Paper = {
  readonly title: string;
  readonly subtitle: string;
  readonly sentences: readonly string[];
  readonly tables: readonly PaperTable[];
};

export function paperPdf(paper: Paper, author: string, madeAt: Date): Promise<Uint8Array> {
  const isWide = paper.tables.some(({ columns }) => columns.length > 6);
  const blocks: Block[] = [
    ...paper.sentences.map((text) => ({ kind: 'paragraph' as const, text })),
    ...paper.tables.flatMap(({ name, columns, rows, foot }): Block[] => [
      {
        kind: 'table',
        table: {
          caption: name,
          columns: columns.map(({ header, kind }) => ({
            label: header,
            align: kind && kind !== 'text' && kind !== 'date' ? ('right' as const) : ('left' as const),
          })),
          rows: rows.map((row) => row.map((cell, at) => shown(cell, columns[at]!))),
          ...(foot ? { foot: foot.map((cell, at) => shown(cell, columns[at]!)) } : {}),
        },
      },
    ]),
  ];
  return renderReport({
    title: paper.title,
    subtitle: paper.subtitle,
    blocks,
    locale: 'th',
    madeAt,
    author,
    orientation: isWide ? 'landscape' : 'portrait',
  });
}

export function paperXlsx(paper: Paper, madeAt: Date): Promise<Uint8Array> {
  return writeXlsx(
    paper.tables.map(({ name, columns, rows, foot }) => ({
      name,
      columns,
      rows: foot ? [...rows, foot] : rows,
    })),
    { locale: 'th', madeAt },
  );
}

function shown(cell: Cell, { kind }: SheetColumn): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return kind === 'date' ? formatDate(asCivilDate(cell), 'th', 'short') : cell;
  return kind === 'money'
    ? cell.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : cell.toLocaleString('en-US');
}

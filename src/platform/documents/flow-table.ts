// Tables as strips, one a row: cells broken by our breaker, the head again on each page, a row never split unless it
// is taller than a page.
import type { Align, PaperTable } from './blocks.ts';
import { breakLines } from './break-lines.ts';
import type { Canvas, Tag } from './canvas.ts';
import { columnWidths } from './column-widths.ts';
import { ASCENT, CELL_SIDE, LEADING, TABLE_SIZE } from './measures.ts';
import { type Face, widthOf } from './sarabun.ts';
import type { Strip } from './strips.ts';

const CELL_TOP = 2;
/** Letters hang in the upper part of their line, where marks need room: in a cell they are set lower to look centred. */
const LOWER = 1.5;
const LINE = TABLE_SIZE * LEADING;
const RULE = '#444444';
const HEAD_FILL = '#eeeeee';

export type TableBox = {
  readonly left: number;
  readonly width: number;
  /** Of a page between its margins: a row taller than that is cut. */
  readonly room: number;
  readonly parent?: Tag;
};

type Row = {
  readonly cells: readonly (readonly string[])[];
  readonly face: Face;
  readonly kind: 'TH' | 'TD';
};

export function tableStrips(table: PaperTable, box: TableBox): Strip[] {
  const widths = columnWidths(table, box.width);
  const aligns = table.columns.map((column, at) => column.align ?? usualAlign(table, at));
  const tableTag: Tag = { type: 'Table', parent: box.parent };
  const broken = (cells: readonly string[], face: Face, kind: Row['kind']): Row => ({
    face,
    kind,
    cells: widths.map((width, at) =>
      (cells[at] ?? '')
        .split('\n')
        .flatMap((text) =>
          breakLines(text, width - 2 * CELL_SIDE, (piece) => widthOf(piece, face, TABLE_SIZE)),
        ),
    ),
  });
  const strip = (row: Row, least: number): Strip => {
    const lines = Math.max(...row.cells.map(({ length }) => length));
    const height = Math.max(lines * LINE + 2 * CELL_TOP, least);
    const rowTag: Tag = { type: 'TR', parent: tableTag };
    const cellTags = row.cells.map(
      (): Tag => ({ type: row.kind, parent: rowTag, ...(row.kind === 'TH' && { scope: 'Column' as const }) }),
    );
    return {
      height,
      draw: (canvas, top) =>
        drawRow(canvas, row, { left: box.left, top, height, widths, aligns, cellTags, least }),
    };
  };

  const head = strip(
    broken(
      table.columns.map(({ label }) => label),
      'bold',
      'TH',
    ),
    0,
  );
  const room = Math.max(LINE * 4, box.room - head.height);
  const body = table.rows.flatMap((cells) =>
    cutToRoom(broken(cells, 'regular', 'TD'), room).map((row) => strip(row, table.rowHeight ?? 0)),
  );
  const foot = table.foot ? [strip(broken(table.foot, 'bold', 'TD'), 0)] : [];
  const rows = [...body, ...foot].map((row, at, all) => ({
    ...row,
    head: [head],
    // A foot is not left alone under a head.
    keepWithNext: foot.length > 0 && at === all.length - 2,
  }));
  const first = { ...head, keepWithNext: rows.length > 0 };
  return [...captionStrips(table.caption, box, tableTag), first, ...rows];
}

function captionStrips(caption: string | undefined, box: TableBox, parent: Tag): Strip[] {
  if (!caption) return [];
  const tag: Tag = { type: 'Caption', parent };
  const lines = breakLines(caption, box.width, (piece) => widthOf(piece, 'bold', TABLE_SIZE));
  return lines.map((line, at) => ({
    height: LINE + (at === lines.length - 1 ? CELL_TOP : 0),
    words: line,
    keepWithNext: true,
    draw: (canvas, top) =>
      canvas.tagged(tag, () =>
        canvas.text(line, box.left, top + TABLE_SIZE * ASCENT, { face: 'bold', size: TABLE_SIZE }),
      ),
  }));
}

type Placed = {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly least: number;
  readonly widths: readonly number[];
  readonly aligns: readonly Align[];
  readonly cellTags: readonly Tag[];
};

function drawRow(canvas: Canvas, row: Row, placed: Placed): void {
  const { top, height, widths, aligns, cellTags, least } = placed;
  const isHead = row.kind === 'TH';
  canvas.artifact(() => {
    let x = placed.left;
    for (const width of widths) {
      canvas.box(x, top, width, height, { stroke: RULE, ...(isHead && { fill: HEAD_FILL }) });
      x += width;
    }
  });
  let x = placed.left;
  for (const [at, lines] of row.cells.entries()) {
    const width = widths[at]!;
    const align = isHead ? 'center' : aligns[at]!;
    const inner = lines.length * LINE;
    const down = isHead || least > 0 ? (height - inner) / 2 : CELL_TOP;
    const from = align === 'left' ? x + CELL_SIDE : align === 'right' ? x + width - CELL_SIDE : x + width / 2;
    canvas.tagged(cellTags[at]!, () => {
      for (const [line, text] of lines.entries()) {
        const baseline = top + down + LOWER + line * LINE + TABLE_SIZE * ASCENT;
        canvas.text(text, from, baseline, { face: row.face, size: TABLE_SIZE }, align);
      }
    });
    x += width;
  }
}

/** A row taller than a page becomes several. */
function cutToRoom(row: Row, room: number): Row[] {
  const most = Math.max(1, Math.floor((room - 2 * CELL_TOP) / LINE));
  const lines = Math.max(...row.cells.map(({ length }) => length));
  return Array.from({ length: Math.max(1, Math.ceil(lines / most)) }, (_, part) => ({
    ...row,
    cells: row.cells.map((cell) => cell.slice(part * most, (part + 1) * most)),
  }));
}

const NUMBER = /^[-+−]?[0-9\u0e50-\u0e59][0-9\u0e50-\u0e59,]*(?:\.[0-9\u0e50-\u0e59]+)?\s?%?$/;

function usualAlign(table: PaperTable, column: number): Align {
  const filled = table.rows
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell && cell !== '–' && cell !== '-');
  return filled.length > 0 && filled.every((cell) => NUMBER.test(cell)) ? 'right' : 'left';
}

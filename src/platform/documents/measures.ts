// Lengths of papers. All are in points (72 to the inch) unless a name says otherwise. Sizes of letters are those of
// TH Sarabun New, in which the Saraban rules are written; `sarabun.ts` makes our font as large.

export function cm(length: number): number {
  return (length * 72) / 2.54;
}

export type PageSize = { readonly width: number; readonly height: number };

/** A4, 21.0 × 29.7 cm. */
export const A4: PageSize = { width: cm(21), height: cm(29.7) };
export const A4_LANDSCAPE: PageSize = { width: A4.height, height: A4.width };

export type Margins = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the first page where it differs: an emblem stands higher than text. */
  readonly firstTop?: number;
};

/** Official papers: 3 cm at the left for the binding, 2 at the right, 2.5 above (1.5 to the emblem), 2 below. */
export const OFFICIAL_MARGINS: Margins = {
  left: cm(3),
  right: cm(2),
  top: cm(2.5),
  bottom: cm(2),
  firstTop: cm(1.5),
};

/** Reports, lists and sheets that are filed rather than sent. */
export const REPORT_MARGINS: Margins = { left: cm(2), right: cm(2), top: cm(2), bottom: cm(1.8) };

/** Where a paragraph of an official paper begins, from the left margin. */
export const PARAGRAPH_INDENT = cm(2.5);

export const BODY_SIZE = 16;
export const TABLE_SIZE = 14;
export const LABEL_SIZE = 20;
export const MEMO_TITLE_SIZE = 29;
export const URGENCY_SIZE = 32;

/** Single spacing of TH Sarabun New 1.3: ascent 0.844, descent 0.457, gap 0.030 of the size. Stacked marks fit. */
export const LEADING = 1.331;
/** From the top of a line to its baseline, in sizes. */
export const ASCENT = 0.859;
/** Room before a paragraph where the rules ask for some. */
export const SPACE_BEFORE = 6;
/** Room inside a cell of a table, left and right. */
export const CELL_SIDE = 4;

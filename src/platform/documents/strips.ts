// A paper as a column of strips (a line of text, a row of a table, a signature), and how strips fall on pages.
import type { Canvas } from './canvas.ts';
import type { Margins } from './measures.ts';

export type Strip = {
  /** Points. */
  readonly height: number;
  /** Room above it, dropped at the top of a page. */
  readonly before?: number;
  /** Must stand on the page of the strip that follows: headings, the first line of a paragraph. */
  readonly keepWithNext?: boolean;
  /** Stands at the foot of the page it comes to: whose letter this is. */
  readonly atFoot?: boolean;
  readonly startsPage?: boolean;
  /** Drawn again above it when it comes first on a page: the head of its table. */
  readonly head?: readonly Strip[];
  /** Its text, of which the first words are said at the foot of the page before if it begins one. */
  readonly words?: string;
  readonly draw: (canvas: Canvas, top: number) => void;
};

export type Frame = {
  readonly margins: Margins;
  /** Called on each page when it is new: number, secrecy. */
  readonly furnish?: (canvas: Canvas, pageNumber: number) => void;
  /** Called on a page that is full with the text that the next one begins with. */
  readonly carry?: (canvas: Canvas, words: string) => void;
};

/** Room between the margins of a page after the first. */
export function roomOnPage(pageHeight: number, { top, bottom }: Margins): number {
  return pageHeight - top - bottom;
}

/** Draws the strips on as many pages as they need, at least one. */
export function pour(canvas: Canvas, strips: readonly Strip[], frame: Frame): void {
  const { margins } = frame;
  const bottom = canvas.page.height - margins.bottom;
  let y = 0;
  let fresh = true;
  const begin = () => {
    canvas.newPage();
    const number = canvas.pageNumber();
    y = number === 1 ? (margins.firstTop ?? margins.top) : margins.top;
    fresh = true;
    frame.furnish?.(canvas, number);
  };
  const put = (strip: Strip) => {
    if (fresh && strip.head) {
      for (const head of strip.head) {
        canvas.artifact(() => head.draw(canvas, y));
        y += head.height;
      }
    }
    if (!fresh) y += strip.before ?? 0;
    if (strip.atFoot) y = Math.max(y, bottom - strip.height);
    strip.draw(canvas, y);
    y += strip.height;
    fresh = false;
  };

  begin();
  for (let at = 0; at < strips.length; ) {
    const group = groupFrom(strips, at);
    const needed = heightOf(group, fresh);
    const turns = group[0]!.startsPage || y + needed > bottom + TOLERANCE;
    if (turns && !fresh) {
      if (!group[0]!.startsPage && group[0]!.words) frame.carry?.(canvas, group[0]!.words);
      begin();
    }
    const fits = y + heightOf(group, fresh) <= bottom + TOLERANCE;
    for (const strip of fits ? group : group.slice(0, 1)) put(strip);
    at += fits ? group.length : 1;
  }
}

/** Sums of points are not exact. */
const TOLERANCE = 0.01;

/** The strips from `at` that must stand together. */
function groupFrom(strips: readonly Strip[], at: number): readonly Strip[] {
  let end = at;
  while (strips[end]!.keepWithNext && end + 1 < strips.length && !strips[end + 1]!.startsPage) end++;
  return strips.slice(at, end + 1);
}

function heightOf(group: readonly Strip[], fresh: boolean): number {
  let height = 0;
  for (const [index, strip] of group.entries()) {
    height += strip.height;
    if (fresh && index === 0) height += sum(strip.head);
    else height += strip.before ?? 0;
  }
  return height;
}

function sum(strips: readonly Strip[] = []): number {
  return strips.reduce((total, { height }) => total + height, 0);
}

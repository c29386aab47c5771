// Paragraphs, headings and lists as strips: one a line, no line of a paragraph alone at the end or top of a page.
import type { Align } from './blocks.ts';
import { balanceLines, breakLines } from './break-lines.ts';
import type { Tag } from './canvas.ts';
import { ASCENT, LEADING } from './measures.ts';
import { type Face, widthOf } from './sarabun.ts';
import type { Strip } from './strips.ts';

export type TextBox = {
  /** Left edge and width, points from the left of the page. */
  readonly left: number;
  readonly width: number;
  /** Of the first line. */
  readonly indent?: number;
  readonly face?: Face;
  readonly size: number;
  readonly align?: Align;
  readonly color?: string;
  readonly before?: number;
  readonly tag: Tag;
  /** The whole text stands with what follows it. */
  readonly keepWithNext?: boolean;
};

/** The strips of one paragraph. */
export function textStrips(text: string, box: TextBox): Strip[] {
  const { left, width, indent = 0, face = 'regular', size, align = 'left', color, before = 0, tag } = box;
  const measure = (piece: string) => widthOf(piece, face, size);
  const lines =
    align === 'center' ? balanceLines(text, width, measure) : breakLines(text, width, measure, indent);
  return lines.map((line, at) => ({
    height: size * LEADING,
    before: at === 0 ? before : 0,
    words: line,
    keepWithNext: box.keepWithNext || (at === 0 && lines.length > 1) || at === lines.length - 2,
    draw: (canvas, top) =>
      canvas.tagged(tag, () => {
        const start = left + (at === 0 ? indent : 0);
        const x = align === 'left' ? start : align === 'center' ? left + width / 2 : left + width;
        canvas.text(line, x, top + size * ASCENT, { face, size, color }, align);
      }),
  }));
}

export type Label = {
  readonly text: string;
  readonly face?: Face;
  readonly size: number;
  /** From the left of the box to where the text begins; by default the label's width and two spaces. */
  readonly room?: number;
};

/** A label, and its text beside it in lines that all begin at the same place: เรื่อง, อ้างถึง, an item of a list. */
export function labelledStrips(label: Label, text: string, box: TextBox, labelTag: Tag = box.tag): Strip[] {
  const labelFace = label.face ?? 'regular';
  const room = label.room ?? roomFor(label);
  const height = Math.max(label.size, box.size) * LEADING;
  const baseline = Math.max(label.size, box.size) * ASCENT;
  const strips = textStrips(text, { ...box, left: box.left + room, width: box.width - room, indent: 0 });
  return strips.map((strip, at) => ({
    ...strip,
    height: at === 0 ? height : strip.height,
    draw: (canvas, top) => {
      if (at > 0) return strip.draw(canvas, top);
      canvas.tagged(labelTag, () =>
        canvas.text(label.text, box.left, top + baseline, {
          face: labelFace,
          size: label.size,
          color: box.color,
        }),
      );
      strip.draw(canvas, top + baseline - box.size * ASCENT);
    },
  }));
}

export function roomFor({ text, face = 'regular', size }: Label): number {
  return widthOf(`${text}  `, face, size);
}

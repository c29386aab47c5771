// The blocks of a body as strips.
import type { Block, Picture } from './blocks.ts';
import type { Canvas, Tag } from './canvas.ts';
import { tableStrips } from './flow-table.ts';
import { labelledStrips, textStrips } from './flow-text.ts';
import { BODY_SIZE, PARAGRAPH_INDENT, SPACE_BEFORE } from './measures.ts';
import { inThaiDigits, printable } from './printable.ts';
import { drawQr } from './qr.ts';
import { widthOf } from './sarabun.ts';
import { signatureStrips } from './signature.ts';
import type { Strip } from './strips.ts';

export type BodyBox = {
  readonly left: number;
  readonly width: number;
  /** Of a page between its margins. */
  readonly room: number;
  /** First lines of paragraphs move in by 2.5 cm, and every digit is Thai. */
  readonly official: boolean;
};

const LIST_SIDE = 18;

export function bodyStrips(blocks: readonly Block[], box: BodyBox): Strip[] {
  const set = (text: string) => (box.official ? inThaiDigits(printable(text)) : printable(text));
  let breaks = false;
  return blocks.flatMap((block): Strip[] => {
    if (block.kind === 'page-break') {
      breaks = true;
      return [];
    }
    const strips = stripsOf(block, box, set);
    if (!breaks || strips.length === 0) return strips;
    breaks = false;
    return [{ ...strips[0]!, startsPage: true }, ...strips.slice(1)];
  });
}

function stripsOf(
  block: Exclude<Block, { kind: 'page-break' }>,
  box: BodyBox,
  set: (text: string) => string,
): Strip[] {
  const { left, width, room, official } = box;
  const place = { left, width, size: BODY_SIZE, before: SPACE_BEFORE };
  switch (block.kind) {
    case 'paragraph': {
      const indent = (block.indent ?? official) && !block.align ? PARAGRAPH_INDENT : 0;
      return paragraphsOf(set(block.text)).flatMap((text) =>
        textStrips(text, { ...place, indent, align: block.align, tag: { type: 'P' } }),
      );
    }
    case 'heading':
      return textStrips(set(block.text), {
        ...place,
        before: 2 * SPACE_BEFORE,
        face: 'bold',
        keepWithNext: true,
        tag: { type: 'H2' },
      });
    case 'list':
      return listStrips(block.items.map(set), block.ordered ?? false, box);
    case 'table': {
      const { table } = block;
      const strips = tableStrips(
        {
          ...table,
          ...(table.caption && { caption: set(table.caption) }),
          columns: table.columns.map((column) => ({ ...column, label: set(column.label) })),
          rows: table.rows.map((row) => row.map(set)),
          ...(table.foot && { foot: table.foot.map(set) }),
        },
        { left, width, room },
      );
      return spaced(strips, 2 * SPACE_BEFORE);
    }
    case 'signatures':
      return block.signers.flatMap((signer) => signatureStrips(signer, { left, width }, set));
    case 'picture':
      return [pictureStrip(block.picture, block.alt, box, set)];
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
}

function spaced(strips: readonly Strip[], before: number): Strip[] {
  return strips.map((strip, at) => (at === 0 ? { ...strip, before } : strip));
}

function listStrips(items: readonly string[], ordered: boolean, box: BodyBox): Strip[] {
  const list: Tag = { type: 'L' };
  const size = BODY_SIZE;
  const inset = box.official ? PARAGRAPH_INDENT : LIST_SIDE / 2;
  const numbered = (at: number) => (box.official ? inThaiDigits(`${at + 1}.`) : `${at + 1}.`);
  const labels = items.map((_, at) => (ordered ? numbered(at) : '–'));
  const room = Math.max(LIST_SIDE, ...labels.map((label) => widthOf(`${label}  `, 'regular', size)));
  return items.flatMap((text, at) => {
    const item: Tag = { type: 'LI', parent: list };
    return labelledStrips(
      { text: labels[at]!, size, room },
      text.replaceAll('\n', ' '),
      {
        left: box.left + inset,
        width: box.width - inset,
        size,
        before: at === 0 ? SPACE_BEFORE : 2,
        tag: { type: 'LBody', parent: item },
      },
      item,
    );
  });
}

function pictureStrip(
  picture: Picture,
  alt: string,
  { left, width, room }: BodyBox,
  set: (text: string) => string,
): Strip {
  const scale = Math.min(width / picture.width, room / picture.height);
  const height = picture.height * scale;
  return {
    height,
    before: 2 * SPACE_BEFORE,
    draw: (canvas, top) =>
      canvas.tagged({ type: 'Figure', alt }, () => drawPicture(canvas, picture, left, top, scale, set)),
  };
}

function drawPicture(
  canvas: Canvas,
  picture: Picture,
  left: number,
  top: number,
  scale: number,
  set: (text: string) => string,
): void {
  const x = (at: number) => left + at * scale;
  const y = (at: number) => top + at * scale;
  for (const shape of picture.shapes) {
    if (shape.kind === 'box')
      canvas.box(x(shape.x), y(shape.y), shape.width * scale, shape.height * scale, {
        // Its width is not that of the pen.
        ...(shape.fill !== undefined && { fill: shape.fill }),
        ...(shape.stroke !== undefined && { stroke: shape.stroke }),
      });
    else if (shape.kind === 'qr') drawQr(canvas, shape.text, x(shape.x), y(shape.y), shape.side * scale);
    else if (shape.kind === 'line')
      canvas.line(x(shape.x1), y(shape.y1), x(shape.x2), y(shape.y2), { color: shape.color });
    else {
      const { size, bold, color, align } = shape;
      const style = { size: size * scale, face: bold ? ('bold' as const) : ('regular' as const), color };
      canvas.text(set(shape.text), x(shape.x), y(shape.y), style, align);
    }
  }
}

// One PDF being drawn: pages, text at a baseline, rules, and the structure that screen readers follow. The only file
// that knows pdfkit's drawing; everything above it speaks in strips. Nothing here reads a clock.
import PDFDocument from 'pdfkit';
import type { Locale } from '../text/messages.ts';
import type { PageSize } from './measures.ts';
import { type Face, parsedFont, widthOf } from './sarabun.ts';
import { xmpOf } from './xmp.ts';

/** What a piece of a page is; pieces with the same tag object are one element, over pages too. */
export type Tag = {
  readonly type:
    | 'P'
    | 'H1'
    | 'H2'
    | 'L'
    | 'LI'
    | 'LBody'
    | 'Table'
    | 'Caption'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure'
    | 'Sect';
  readonly parent?: Tag;
  /** What a figure shows, in words. */
  readonly alt?: string;
  readonly scope?: 'Column';
};

export type TextStyle = {
  readonly face?: Face;
  /** Points of TH Sarabun New. */
  readonly size: number;
  readonly color?: string;
};

export type Canvas = {
  readonly page: PageSize;
  /** Counted from 1. */
  readonly pageNumber: () => number;
  readonly newPage: () => void;
  /** `x` is the left edge, or the right edge or middle with `align`; `baseline` is from the top of the page. */
  readonly text: (
    text: string,
    x: number,
    baseline: number,
    style: TextStyle,
    align?: 'left' | 'center' | 'right',
  ) => void;
  readonly line: (x1: number, y1: number, x2: number, y2: number, stroke?: Stroke) => void;
  readonly box: (x: number, y: number, width: number, height: number, paint: Paint) => void;
  /** An SVG path, its unit `scale` points, moved to `x`, `y`. */
  readonly path: (path: string, x: number, y: number, scale: number, color: string) => void;
  readonly image: (bytes: Uint8Array, x: number, y: number, height: number) => void;
  /** What `draw` puts on the page belongs to the element of this tag. */
  readonly tagged: (tag: Tag, draw: () => void) => void;
  /** What `draw` puts on the page is not read aloud: rules, page numbers, heads repeated. */
  readonly artifact: (draw: () => void) => void;
  readonly finish: () => Promise<Uint8Array>;
};

export type Stroke = { readonly width?: number; readonly color?: string; readonly dotted?: boolean };
export type Paint = { readonly fill?: string; readonly stroke?: string; readonly width?: number };

export type Identity = {
  readonly title: string;
  readonly author?: string;
  readonly locale: Locale;
  readonly madeAt: Date;
};

const INK = '#000000';

export function openCanvas(page: PageSize, identity: Identity): Canvas {
  const doc = open(page, identity);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const elements = new Map<Tag, PDFKit.PDFStructureElement>();
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  let pages = 0;
  // A tag inside an artifact (a head drawn again) stays an artifact.
  let hidden = false;

  const elementOf = (tag: Tag): PDFKit.PDFStructureElement => {
    const known = elements.get(tag);
    if (known) return known;
    const { alt, scope } = tag;
    const element = doc.struct(tag.type, { ...(alt && { alt }), ...(scope && { scope }) });
    (tag.parent ? elementOf(tag.parent) : root).add(element);
    elements.set(tag, element);
    return element;
  };

  return {
    page,
    pageNumber: () => pages,
    newPage: () => {
      doc.addPage({ size: [page.width, page.height], margin: 0 });
      pages++;
    },
    text: (text, x, baseline, { face = 'regular', size, color = INK }, align = 'left') => {
      if (text.trim() === '') return;
      const width = align === 'left' ? 0 : widthOf(text, face, size);
      const left = align === 'center' ? x - width / 2 : x - width;
      doc
        .font(parsedFont(face) as unknown as PDFKit.Mixins.PDFFontSource, face, size)
        .fillColor(color)
        .text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
    },
    line: (x1, y1, x2, y2, { width = 0.5, color = INK, dotted = false } = {}) => {
      doc.save().lineWidth(width).strokeColor(color);
      if (dotted) doc.lineCap('round').dash(0.01, { space: 2.4 });
      doc.moveTo(x1, y1).lineTo(x2, y2).stroke().restore();
    },
    box: (x, y, width, height, { fill, stroke, width: pen = 0.5 }) => {
      doc.save().lineWidth(pen).rect(x, y, width, height);
      if (fill && stroke) doc.fillAndStroke(fill, stroke);
      else if (fill) doc.fill(fill);
      else doc.stroke(stroke ?? INK);
      doc.restore();
    },
    path: (path, x, y, scale, color) => {
      doc.save().translate(x, y).scale(scale).path(path).fill(color).restore();
    },
    image: (bytes, x, y, height) => {
      doc.image(Buffer.from(bytes), x, y, { height });
    },
    tagged: (tag, draw) => {
      if (hidden) return draw();
      const element = elementOf(tag);
      const content = doc.markStructureContent(tag.type);
      draw();
      doc.endMarkedContent();
      element.add(content);
    },
    artifact: (draw) => {
      const outer = hidden;
      if (!outer) doc.markContent('Artifact', { type: 'Layout' });
      hidden = true;
      draw();
      hidden = outer;
      if (!outer) doc.endMarkedContent();
    },
    finish: () =>
      new Promise((resolve, reject) => {
        doc.on('error', reject);
        doc.on('end', () => resolve(Buffer.concat(chunks)));
        doc.end();
      }),
  };
}

function open(page: PageSize, { title, author, locale, madeAt }: Identity): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: '',
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale === 'th' ? 'th-TH' : 'en-GB',
    info: {
      Title: title,
      ...(author && { Author: author }),
      CreationDate: madeAt,
      Producer: 'pdfkit',
      Creator: 'Prongsai',
    },
  });
  // pdfkit writes the title into its XML without escaping it.
  Object.assign(doc, { _addInfo: () => doc.appendXML(xmpOf({ title, author, locale, madeAt })) });
  return doc;
}

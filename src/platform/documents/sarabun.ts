// Sarabun, parsed once for all papers of the process, in the size and with the text that official papers need.
//
// Three things are mended. (1) The rules speak of 16 pt in TH Sarabun New, whose letters are small in their em: ก is
// 0.400 em high, in the Sarabun that is published under the OFL today 0.586. An em of 1500 units instead of 1000 makes
// equal point sizes look equal (widths agree within 2 %), so a memo has as many lines as a clerk expects.
// (2) A font draws ำ as two glyphs, the ring and า. A PDF says of each glyph which text it stands for, so า would be
// copied twice or be lost everywhere; here the า that belongs to a ำ is a glyph of its own that is read as ำ. (3) Marks begin where they are seen,
// see `moved-glyph.ts`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { SARA_AA, SARA_AM } from '../text/thai-characters.ts';
import { movedGlyph, type Outline } from './moved-glyph.ts';

export type Face = 'regular' | 'bold' | 'italic';

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf',
  bold: '@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf',
  italic: '@expo-google-fonts/sarabun/400Regular_Italic/Sarabun_400Regular_Italic.ttf',
};

const EM = 1500;

type Glyph = {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
  readonly path: Outline;
};
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
};
type Mutable<R extends Run> = Omit<R, 'glyphs' | 'positions'> & { glyphs: Glyph[]; positions: Position[] };

/** The part of a font that a file embeds; what begins with _ is pdfkit's font library's own. */
type Subset = {
  readonly glyphs: number[];
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  includeGlyph(id: number): number;
  _addGlyph(id: number): number;
};

/** What pdfkit holds once it has parsed a font file; it takes the same object again without parsing. */
export type ParsedFont = {
  layout(text: string): Run;
  getGlyph(id: number): Glyph;
  createSubset(): Subset;
};

const parsed: Partial<Record<Face, ParsedFont>> = {};

export function parsedFont(face: Face): ParsedFont {
  parsed[face] ??= mended(readFont(face));
  return parsed[face];
}

/** Points that a text on one line takes, marks and kerning counted. */
export function widthOf(text: string, face: Face, size: number): number {
  return (parsedFont(face).layout(text).advanceWidth / EM) * size;
}

function readFont(face: Face): Buffer {
  const bytes = Buffer.from(readFileSync(createRequire(import.meta.url).resolve(FILES[face])));
  const tables = bytes.readUInt16BE(4);
  for (let table = 0; table < tables; table++) {
    const entry = 12 + table * 16;
    if (bytes.toString('latin1', entry, entry + 4) !== 'head') continue;
    bytes.writeUInt16BE(EM, bytes.readUInt32BE(entry + 8) + 18);
    return bytes;
  }
  throw new Error(`no head table in ${FILES[face]}`);
}

function parse(bytes: Buffer): ParsedFont {
  const holder = new PDFDocument({ autoFirstPage: false, font: '' });
  holder.font(bytes);
  return (holder as unknown as { _font: { font: ParsedFont } })._font.font;
}

/** Glyphs drawn as others but read otherwise are numbered from here. */
const READ_OTHERWISE = 0x1_0000;
/** Marks moved by `step` steps are numbered from here by `step`: few steps, so few glyphs more in a file. */
const MOVED = 0x100_0000;
const STEP = 20;
const FEWEST = 100;
const KEPT = 20_000;

/**
 * Two parses of one file: a glyph keeps the text it was first met with, and drawing meets glyphs without any (as parts
 * of others). So one font only lays out, the other only draws.
 */
function mended(bytes: Buffer): ParsedFont {
  const font = parse(bytes);
  const shapes = parse(bytes);
  // Met by itself before it is met in a ำ.
  const plain = font.layout(String.fromCharCode(SARA_AA)).glyphs[0]!;
  const runs = new Map<string, Run>();

  const layout = (text: string): Run => {
    const known = runs.get(text) ?? lay(text);
    // pdfkit scales the positions it is given in place.
    return { ...known, positions: known.positions.map((position) => ({ ...position })) };
  };
  const lay = (text: string): Run => {
    const { glyphs, positions, advanceWidth } = font.layout(text);
    const run = { glyphs: glyphs.map(readOnce), positions: [...positions], advanceWidth };
    for (const [at, glyph] of glyphs.entries()) moveMark(run, at, glyph);
    if (runs.size >= KEPT) runs.clear();
    runs.set(text, run);
    return run;
  };
  /** Of the two glyphs of a ำ the ring is read as nothing (or as its tone), the า as ำ. */
  const readOnce = (glyph: Glyph, at: number, all: readonly Glyph[]): Glyph => {
    if (isRing(glyph))
      return as(
        glyph,
        glyph.id + READ_OTHERWISE,
        glyph.codePoints.filter((code) => code !== SARA_AM),
      );
    const previous = all[at - 1];
    const belongs = glyph.id === plain.id && previous && isRing(previous);
    return belongs ? as(glyph, glyph.id + READ_OTHERWISE, [SARA_AM]) : glyph;
  };
  /**
   * A mark's offset becomes its outline's but for at most a step back; under a tone it begins a step before. One that
   * is moved up or down begins before the next letter too: it is taken for a word of its own and put in order.
   */
  const moveMark = ({ glyphs, positions }: Mutable<Run>, at: number, mark: Glyph): void => {
    const position = positions[at]!;
    const carries = glyphs[at + 1]?.advanceWidth === 0;
    const right = position.xOffset + (carries ? STEP : 0);
    const isPlaced = right > -STEP && (right < 0 || (right === 0 && position.yOffset === 0));
    if (mark.advanceWidth > 0 || isPlaced) return;
    const steps = Math.floor(right / STEP) + 1;
    glyphs[at] = as(mark, mark.id + MOVED * (steps + FEWEST), glyphs[at]!.codePoints);
    positions[at] = { ...position, xOffset: position.xOffset - steps * STEP };
  };
  return Object.assign(Object.create(font), {
    layout,
    createSubset: () => widened(shapes.createSubset(), (id) => shapes.getGlyph(id).path),
  }) as ParsedFont;
}

/** A subset that takes the numbers above, each as a glyph of its own. */
function widened(subset: Subset, outlineOf: (id: number) => Outline): Subset {
  const include = subset.includeGlyph.bind(subset);
  const add = subset._addGlyph.bind(subset);
  const places = new Map<number, number>();
  const includeGlyph = (id: number): number => {
    if (id < READ_OTHERWISE) return include(id);
    const place = places.get(id) ?? subset.glyphs.push(id) - 1;
    places.set(id, place);
    return place;
  };
  const _addGlyph = (id: number): number => {
    if (id < MOVED) return add(id % READ_OTHERWISE);
    const steps = Math.floor(id / MOVED) - FEWEST;
    const bytes = movedGlyph(outlineOf(id % READ_OTHERWISE), steps * STEP);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance: 0, bearing: bytes.readInt16BE(2) });
    subset.offset += bytes.length;
    return subset.glyf.push(bytes) - 1;
  };
  return Object.assign(subset, { includeGlyph, _addGlyph });
}

function isRing({ codePoints }: Glyph): boolean {
  return codePoints.at(-1) === SARA_AM;
}

function as(glyph: Glyph, id: number, codePoints: readonly number[]): Glyph {
  return Object.assign(Object.create(glyph), { id, codePoints }) as Glyph;
}

// Sarabun, parsed once for all papers of the process, in the size and with the text that official papers need.
//
// Two things are mended. (1) The rules speak of 16 pt in TH Sarabun New, whose letters are small in their em: ก is
// 0.400 em high, in the Sarabun that is published under the OFL today 0.586. An em of 1500 units instead of 1000 makes
// equal point sizes look equal (widths agree within 2 %), so a memo has as many lines as a clerk expects.
// (2) A font draws ำ as two glyphs, the ring and า. A PDF says of each glyph which text it stands for, so า would be
// copied twice or be lost everywhere; here the า that belongs to a ำ is a glyph of its own that is read as ำ.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { SARA_AA, SARA_AM } from '../text/thai-characters.ts';

export type Face = 'regular' | 'bold' | 'italic';

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf',
  bold: '@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf',
  italic: '@expo-google-fonts/sarabun/400Regular_Italic/Sarabun_400Regular_Italic.ttf',
};

const EM = 1500;

type Glyph = { readonly id: number; readonly codePoints: readonly number[]; readonly advanceWidth: number };
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = {
  readonly glyphs: readonly Glyph[];
  readonly positions: Position[];
  readonly advanceWidth: number;
};
type Subset = { readonly glyphs: number[]; includeGlyph(id: number): number };

/** What pdfkit holds once it has parsed a font file; it takes the same object again without parsing. */
export type ParsedFont = {
  layout(text: string): Run;
  createSubset(): Subset;
};

const parsed: Partial<Record<Face, ParsedFont>> = {};

export function parsedFont(face: Face): ParsedFont {
  parsed[face] ??= mended(parse(readFont(face)));
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
const KEPT = 20_000;

function mended(font: ParsedFont): ParsedFont {
  // The first text a glyph is met with is the one it is remembered by: า must be met by itself.
  const plain = font.layout(String.fromCharCode(SARA_AA)).glyphs[0]!;
  const runs = new Map<string, Run>();

  const layout = (text: string): Run => {
    const known = runs.get(text) ?? lay(text);
    // pdfkit scales the positions it is given in place.
    return { ...known, positions: known.positions.map((position) => ({ ...position })) };
  };
  const lay = (text: string): Run => {
    const { glyphs, positions, advanceWidth } = font.layout(text);
    const run = { glyphs: glyphs.map(readOnce), positions, advanceWidth };
    if (runs.size >= KEPT) runs.clear();
    runs.set(text, run);
    return run;
  };
  /** Of the two glyphs of a ำ the ring is read as nothing (or as its tone), the า as ำ. */
  const readOnce = (glyph: Glyph, at: number, all: readonly Glyph[]): Glyph => {
    if (isRing(glyph))
      return readAs(
        glyph,
        glyph.codePoints.filter((code) => code !== SARA_AM),
      );
    const previous = all[at - 1];
    return glyph.id === plain.id && previous && isRing(previous) ? readAs(glyph, [SARA_AM]) : glyph;
  };
  const createSubset = (): Subset => {
    const subset = font.createSubset();
    const include = subset.includeGlyph.bind(subset);
    const places = new Map<number, number>();
    const includeGlyph = (id: number): number => {
      if (id < READ_OTHERWISE) return include(id);
      const place = places.get(id) ?? subset.glyphs.push(id - READ_OTHERWISE) - 1;
      places.set(id, place);
      return place;
    };
    return Object.assign(subset, { includeGlyph });
  };
  return Object.assign(Object.create(font), { layout, createSubset }) as ParsedFont;
}

function isRing({ codePoints }: Glyph): boolean {
  return codePoints.at(-1) === SARA_AM;
}

function readAs(glyph: Glyph, codePoints: readonly number[]): Glyph {
  return Object.assign(Object.create(glyph), { id: glyph.id + READ_OTHERWISE, codePoints }) as Glyph;
}

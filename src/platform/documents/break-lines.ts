// Where lines of a paper end: at spaces and between Thai words, never inside a word or a cluster, never before a
// closing sign or ๆ, never after an opening one. A word wider than the line is the only exception.
import { dictionaryNow } from '../text/dictionary-now.ts';
import { type Token, tokens } from '../text/segment.ts';
import { canCutBefore, MAIYAMOK } from '../text/thai-characters.ts';
import { splitCompound } from '../text/word-parts.ts';
import { boundToNumber, monthNames } from './text.th.ts';

/** Points that a text takes on a line. */
export type Measure = (text: string) => number;

const NO_BREAK = '\u00a0';
const OPENING = /^[([{“‘«]$/;
const CLOSING = /^[)\]}”’»,.;:!?%…ๆฯ]$/;

/**
 * The lines of one paragraph (no line feed in it). `width` in points; the first line is shorter by `indent`.
 * Spaces at the ends of lines are dropped; joined with them the lines are the text.
 */
export function breakLines(text: string, width: number, measure: Measure, indent = 0): string[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let used = indent;
  const end = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const waiting = piecesOf(text).reverse();
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    const extent = measure(piece);
    const isFirst = line.length === 0;
    if (isGap(piece)) {
      if (isFirst) continue;
    } else if (used + extent > width) {
      const parts = partsOf(piece, { extent, full: width, room: width - used, isFirst }, measure);
      if (parts) {
        waiting.push(...parts.reverse());
        continue;
      }
      // What is wider than the column and cannot be cut stands out rather than be lost.
      if (!isFirst || used > 0) {
        end();
        waiting.push(piece);
        continue;
      }
    }
    line.push(piece);
    used += extent;
  }
  if (line.length > 0 || lines.length === 0) end();
  return withoutRunt(lines, width, measure).map((pieces) =>
    pieces.join('').trimEnd().replaceAll(NO_BREAK, ' '),
  );
}

/** The same number of lines, about equally long: for what stands in the middle. */
export function balanceLines(text: string, width: number, measure: Measure): string[] {
  let best = breakLines(text, width, measure);
  if (best.length === 1) return best;
  let [narrow, wide] = [width / best.length, width];
  for (let turn = 0; turn < 7; turn++) {
    const middle = (narrow + wide) / 2;
    const lines = breakLines(text, middle, measure);
    const fits = lines.length === best.length && lines.every((line) => measure(line) <= width);
    if (fits) [best, wide] = [lines, middle];
    else narrow = middle;
  }
  return best;
}

const LONG_COMPOUND = 16;

type Place = {
  readonly extent: number;
  readonly full: number;
  readonly room: number;
  readonly isFirst: boolean;
};

/** The pieces of a piece: when it is wider than any line, or when a compound would leave a wide hole. */
function partsOf(
  piece: string,
  { extent, full, room, isFirst }: Place,
  measure: Measure,
): string[] | undefined {
  const tooWide = extent > full;
  const leavesHole = piece.length > LONG_COMPOUND && room > full / 4;
  if (!tooWide && !leavesHole) return undefined;
  // What is bound by no-break spaces is parted there first.
  if (tooWide && piece.includes(NO_BREAK))
    return piece.replaceAll(NO_BREAK, ' ').split(/( )/).filter(Boolean);
  const words = splitCompound(piece, dictionaryNow());
  if (words.length > 1 && (tooWide || measure(words[0]!) <= room)) return words;
  if (!tooWide) return undefined;
  const cut = cutAnywhere(piece, isFirst ? room : full, measure);
  return cut.length > 1 ? cut : undefined;
}

/** A short word alone on the last line takes the word before it along. */
function withoutRunt(lines: string[][], width: number, measure: Measure): string[][] {
  const last = lines.at(-1)!;
  const before = lines.at(-2);
  const isRunt = width > NARROW && measure(last.join('')) < width / 12;
  const words = before?.filter((piece) => !isGap(piece)).length ?? 0;
  if (!before || !isRunt || words < 3) return lines;
  while (isGap(before.at(-1)!)) last.unshift(before.pop()!);
  last.unshift(before.pop()!);
  return lines;
}

/** Points; a column of a table is not worth the care. */
const NARROW = 250;

function isGap(piece: string): boolean {
  return /^ +$/.test(piece);
}

/** The pieces between which a line may end; a piece of spaces stands by itself. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let opens = false;
  for (const token of tokens(bind(text), dictionaryNow())) {
    const last = pieces.at(-1);
    const glued = last !== undefined && !isGap(last) && !isGap(token.text) && (opens || clings(token));
    if (glued) pieces[pieces.length - 1] = last + token.text;
    else pieces.push(token.text);
    opens = OPENING.test(token.text) || token.text.endsWith(NO_BREAK) || /^[-–/@#]$/.test(token.text);
  }
  return pieces.flatMap(inReach);
}

/** Longer than any line of any paper; without it a single word of a hostile text would be measured again and again. */
const LONGEST_PIECE = 200;

function inReach(piece: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = LONGEST_PIECE; at < piece.length; at += LONGEST_PIECE) {
    while (!canCutBefore(piece, at)) at++;
    parts.push(piece.slice(from, at));
    from = at;
  }
  return [...parts, piece.slice(from)];
}

function clings(token: Token): boolean {
  if (token.text.startsWith(NO_BREAK) || CLOSING.test(token.text)) return true;
  if (token.kind === 'unknown' && token.text.length <= 2) return true;
  return token.kind === 'sign' && !OPENING.test(token.text);
}

const digit = '[0-9\u0e50-\u0e59]';
const escaped = (words: readonly string[]) => words.map((word) => word.replaceAll('.', '\\.')).join('|');
const beforeNumber = new RegExp(`(${escaped(boundToNumber)}) (?=${digit})`, 'g');
const dayAndYear = new RegExp(`(${digit}) (${escaped(monthNames)}) (?=(?:[^ ]{1,4} )?${digit})`, 'g');
const repetition = new RegExp(` (?=${String.fromCharCode(MAIYAMOK)})`, 'g');

/** Spaces that must not end a line become no-break spaces. */
function bind(text: string): string {
  return text
    .replace(dayAndYear, `$1${NO_BREAK}$2${NO_BREAK}`)
    .replace(beforeNumber, `$1${NO_BREAK}`)
    .replace(repetition, NO_BREAK);
}

/** An address or an unbroken run: after its separators if that is enough, otherwise between clusters. */
function cutAnywhere(piece: string, width: number, measure: Measure): string[] {
  const sections = piece.match(/[^/?&=._@-]*[/?&=._@-]+|[^/?&=._@-]+/g) ?? [piece];
  if (sections.length > 1 && measure(sections[0]!) <= width) {
    let head = '';
    let taken = 0;
    while (taken < sections.length && measure(head + sections[taken]) <= width) head += sections[taken++];
    return [head, sections.slice(taken).join('')].filter(Boolean);
  }
  let end = 1;
  for (let at = 1; at < piece.length; at++) {
    if (!canCutBefore(piece, at)) continue;
    if (measure(piece.slice(0, at)) > width) break;
    end = at;
  }
  while (end < piece.length && !canCutBefore(piece, end)) end++;
  return [piece.slice(0, end), piece.slice(end)].filter(Boolean);
}

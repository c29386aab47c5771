// Reads the start of a line as the head of a section: มาตรา or ข้อ, a number, footnote marks; over two lines if need be.
import type { Line } from './lines.ts';
import { NUMBER_PATTERN, ORDINAL_PATTERN, readSectionNumber, type SectionNumber } from './section-number.ts';

export type Unit = 'มาตรา' | 'ข้อ';

export type SectionHead = {
  readonly number: SectionNumber;
  /** Where the section's text begins: index of the line and of the character in it. */
  readonly textLine: number;
  readonly textAt: number;
  /** The word is misspelt or shortened: มารตรา, ม. */
  readonly oddSpelling: boolean;
  /** A quotation mark or bracket stands before it. */
  readonly quote: boolean;
  /** The first words after the head, from the next line if this one ends. */
  readonly rest: string;
};

const WHOLE = new RegExp(
  String.raw`^([“"”'’(]\s*)?([ก-๎.]{2,7}?)\s*(?:ที่\s*)?[.:]?\s*(${NUMBER_PATTERN})(?![\d.]\d)`,
);
const WORD = /^([“"”'’(]\s*)?([ก-๎.]{2,7}?)\s*(?:ที่)?$/;
const NUMERAL = new RegExp(String.raw`^(${NUMBER_PATTERN})(?![\d.]\d)`);
const ORDINAL_FIRST = new RegExp(String.raw`^\s*(${ORDINAL_PATTERN}(?:\/\d{1,3})?)`);
const FOOTNOTES = /^(?:\s*\[\d{1,3}\])*/;

/** The head that begins at line `index`, or undefined. Lines from `to` on are not looked at. */
export function readHead(
  lines: readonly Line[],
  index: number,
  to: number,
  unit: Unit,
): SectionHead | undefined {
  const { text } = lines[index]!;
  const next = index + 1 < to ? lines[index + 1] : undefined;
  const direct = WHOLE.exec(text);
  if (direct) return isUnit(direct[2]!, unit) ? headOnLine(lines, index, next, direct, unit) : undefined;
  const alone = WORD.exec(text);
  if (!alone || !isUnit(alone[2]!, unit) || !next || next.blankBefore) return undefined;
  const numeral = NUMERAL.exec(next.text);
  const number = numeral && readSectionNumber(numeral[1]!);
  if (!number) return undefined;
  const textAt = skipFootnotes(next.text, numeral[0].length);
  return {
    number,
    textLine: index + 1,
    textAt,
    quote: alone[1] !== undefined,
    oddSpelling: alone[2] !== unit,
    rest: next.text.slice(textAt).trim() || (lines[index + 2]?.text ?? ''),
  };
}

function headOnLine(
  lines: readonly Line[],
  index: number,
  next: Line | undefined,
  [matched, quote, written, numberText]: RegExpExecArray,
  unit: Unit,
): SectionHead | undefined {
  const { text } = lines[index]!;
  const after = skipFootnotes(text, matched.length);
  const tail = text.slice(after).trim();
  // An ordinal may stand behind a footnote's mark or at the start of the next line.
  const here = tail === '' && next && !next.blankBefore ? next.text : text.slice(after);
  const ordinal = /[ก-๎]/.test(numberText!) ? null : ORDINAL_FIRST.exec(here);
  const number = readSectionNumber(numberText! + (ordinal ? ` ${ordinal[1]}` : ''));
  if (!number) return undefined;
  const said = { quote: quote !== undefined, oddSpelling: written !== unit, number };
  if (!ordinal) return { ...said, textLine: index, textAt: after, rest: tail || (next?.text ?? '') };
  const [textLine, from] = tail === '' ? [index + 1, 0] : [index, after];
  const textAt = skipFootnotes(lines[textLine]!.text, from + ordinal[0].length);
  return { ...said, textLine, textAt, rest: lines[textLine]!.text.slice(textAt).trim() };
}

function skipFootnotes(text: string, at: number): number {
  return at + (FOOTNOTES.exec(text.slice(at))?.[0].length ?? 0);
}

/** The unit's word, ม. for it, or a slip of one key: มาตร, มารตรา. */
function isUnit(written: string, unit: Unit): boolean {
  if (written === unit) return true;
  if (unit === 'ข้อ') return false;
  return written === 'ม.' || (written.length >= 4 && withinOneSlip(written, unit));
}

/** Equal but for one letter added, lost, or changed. */
function withinOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

// Headings stand between two sections: number and name over one line or several. Which kind holds which (หมวด in ส่วน,
// or ส่วน in หมวด) differs between acts and is read from the order in which they come.
import { toThaiDigits } from '#platform/text/thai-digits.ts';
import { readHeadingStart } from './heading-line.ts';
import type { Heading, HeadingKind } from './law-text.ts';
import type { Line } from './lines.ts';

export type FoundHeading = Omit<Heading, 'depth'> & { readonly line: number; readonly lines: number };

const MAX_TITLE_LINES = 5;
const MAX_TITLE_LENGTH = 140;

/**
 * The headings right above line `section`, top first. They end where the text of the section before begins to speak:
 * lines from `floor` on are looked at.
 */
export function headingsAbove(lines: readonly Line[], section: number, floor: number): FoundHeading[] {
  const found: FoundHeading[] = [];
  let below = section;
  const setsApart = lines[section]!.blankBefore;
  for (let at = section - 1; at >= floor; at--) {
    const { text, blankBefore } = lines[at]!;
    const start = readHeadingStart(text);
    const titleLines = below - at - 1;
    const named = start && startsHeading(lines, at, floor, start.kind, titleLines, found.length > 0);
    if (named && (!setsApart || standsApart(lines, at, floor, below))) {
      found.push(read(lines, at, below));
      below = at;
      continue;
    }
    if (titleLines >= MAX_TITLE_LINES || text.length > MAX_TITLE_LENGTH) break;
    if (/^\(|[:;]$/.test(text)) break;
    // A title set apart from its number by a blank line still belongs to it; text before a blank line does not.
    if (blankBefore && !isBareHeading(lines, at - 1, floor)) break;
  }
  return found.reverse();
}

/** In a file with blank lines a heading follows one, or another heading; "หมวด 5" within running text does not. */
function standsApart(lines: readonly Line[], at: number, floor: number, below: number): boolean {
  for (let up = at; up >= Math.max(floor, at - 8); up--) {
    if (up < at && !readHeadingStart(lines[up]!.text) && lines[up]!.text.length > MAX_TITLE_LENGTH)
      return false;
    if (lines[up]!.blankBefore) return readHeadingStart(lines[up]!.text) !== undefined;
  }
  const length = lines.slice(at, below).reduce((sum, { text }) => sum + text.length, 0);
  return below - at <= 2 && length < 60;
}

function startsHeading(
  lines: readonly Line[],
  at: number,
  floor: number,
  kind: HeadingKind,
  titleLines: number,
  underAnother: boolean,
): boolean {
  const line = lines[at]!;
  if (kind !== 'unnumbered') return true;
  // "บทกำหนดโทษ" below "หมวด 11" is that chapter's name.
  if (!line.blankBefore && at > floor && readHeadingStart(lines[at - 1]!.text)) return false;
  if (!line.blankBefore && at - 1 > floor && /^\d+$/.test(lines[at - 1]!.text)) return false;
  if (isBareHeading(lines, at - 1, floor)) return false;
  return titleLines === 0 || underAnother || line.blankBefore;
}

function isBareHeading(lines: readonly Line[], at: number, floor: number): boolean {
  if (at < floor) return false;
  const start = readHeadingStart(lines[at]!.text);
  if (start && start.kind !== 'unnumbered') return start.rest === '';
  if (!/^\d{1,2}(?:\/\d+)?$/.test(lines[at]!.text) || at - 1 < floor) return false;
  return readHeadingStart(lines[at - 1]!.text)?.numberNext === true;
}

function read(lines: readonly Line[], at: number, end: number): FoundHeading {
  const start = readHeadingStart(lines[at]!.text)!;
  let from = at + 1;
  let { number } = start;
  const parts = start.rest === '' ? [] : [shownRest(lines[at]!, start.rest)];
  if (start.numberNext && from < end) {
    const match = /^(\d{1,2}(?:\/\d{1,2})?(?:\s*[ก-๎]{1,8})?)(?:\s*\[\d+\])*(?:$|\s+(.*)$)/.exec(
      lines[from]!.text,
    );
    if (match) {
      number = match[1]!;
      if (match[2]) parts.push(shownRest(lines[from]!, match[2]));
      from++;
    }
  }
  for (; from < end; from++) parts.push(lines[from]!.shown);
  const words = parts
    .join(' ')
    .replace(/\s*\[[\d๐-๙]+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const named =
    start.kind === 'unnumbered' ? [stripMarks(lines[at]!.shown), words].filter(Boolean).join(' ') : words;
  const written = start.kind === 'division' || start.kind === 'subdivision' ? `${start.word}ที่` : start.word;
  const label = number === undefined ? '' : `${written} ${toThaiDigits(number)}`;
  return { kind: start.kind, number, title: named, label, line: at, lines: end - at };
}

function shownRest(line: Line, rest: string): string {
  return line.shown.slice(line.shown.length - rest.length);
}

function stripMarks(text: string): string {
  return text.replace(/\s*\[[\d๐-๙]+\]/g, '');
}

const RANK: Readonly<Record<HeadingKind, number>> = {
  book: 0,
  part: 1,
  title: 2,
  chapter: 3,
  division: 4,
  subdivision: 5,
  unnumbered: 3,
};

/** Keeps the path of open headings. `open` returns the path after the heading, `path` the present one. */
export function headingStack() {
  const stack: { kind: HeadingKind; index: number }[] = [];
  return {
    path: (): number[] => stack.map(({ index }) => index),
    open(heading: FoundHeading, index: number, directlyBelow: boolean): number {
      const same = stack.findIndex(({ kind }) => kind === heading.kind);
      if (heading.kind === 'unnumbered') {
        while (stack.length > 0 && (heading.title.startsWith('บทเฉพาะกาล') || RANK[stack.at(-1)!.kind] >= 3))
          stack.pop();
      } else if (same >= 0) stack.length = same;
      else {
        const nested = directlyBelow || heading.number === '1';
        while (stack.length > 0 && stack.at(-1)!.kind === 'unnumbered') stack.pop();
        while (!nested && stack.length > 0 && RANK[stack.at(-1)!.kind] > RANK[heading.kind]) stack.pop();
      }
      stack.push({ kind: heading.kind, index });
      return stack.length - 1;
    },
  };
}

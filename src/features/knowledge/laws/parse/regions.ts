// Where the parts of a file lie: preamble and main instrument, what follows it, and the footnotes at the end.
import { type Candidate, findCandidates } from './candidates.ts';
import { bestChain, type Chain } from './chain.ts';
import { readHeadingStart } from './heading-line.ts';
import type { Line } from './lines.ts';
import type { Unit } from './section-head.ts';

export type Regions = {
  readonly unit: Unit;
  /** First line of the main instrument's own text: 0, or where a code begins behind its promulgating act. */
  readonly start: number;
  /** First line after the main instrument's last section. */
  readonly end: number;
  /** First line of the footnotes, or the number of lines. */
  readonly footnotes: number;
  readonly chain: Chain;
  readonly candidates: readonly Candidate[];
  /** Lines where an instrument ends or another begins. */
  readonly bounds: readonly number[];
  /** The act that brings a code into force, when the file begins with one. */
  readonly promulgating: { readonly end: number; readonly chain: Chain } | undefined;
};

/** Finds the main instrument. `codeName` is set when the title says that the act brings a code into force. */
export function findRegions(
  lines: readonly Line[],
  codeName: string | undefined,
  prefersClauses: boolean,
): Regions {
  const footnotes = footnotesStart(lines);
  const units: Unit[] = prefersClauses ? ['ข้อ', 'มาตรา'] : ['มาตรา', 'ข้อ'];
  const found = units.map((unit) => regionsOf(lines, unit, footnotes, codeName));
  const [first, second] = found as [Regions, Regions];
  // An act may hold ข้อ in an annex and a rule may quote มาตรา: the other unit must tell a far longer story to win.
  return first.chain.members.length >= 2 || first.chain.score * 3 >= second.chain.score ? first : second;
}

function regionsOf(
  lines: readonly Line[],
  unit: Unit,
  footnotes: number,
  codeName: string | undefined,
): Regions {
  const all = findCandidates(lines, unit, 0, footnotes);
  const bounds = boundaries(lines, footnotes, all, codeName);
  const segments = [0, ...bounds].map((start, index) => {
    const end = bounds[index] ?? footnotes;
    const candidates = all.filter(({ line }) => line >= start && line < end);
    return { start, end, candidates, chain: bestChain(candidates), amending: isAmending(lines, start) };
  });
  const told = segments.filter(({ chain }) => chain.members.length > 0);
  const opening = told[0];
  if (!opening) {
    const chain: Chain = { members: [], score: 0 };
    return {
      unit,
      start: 0,
      end: footnotes,
      footnotes,
      chain,
      candidates: all,
      bounds,
      promulgating: undefined,
    };
  }
  const rest = codeName === undefined ? [] : told.slice(1).filter(({ amending }) => !amending);
  if (Math.max(0, ...rest.map(({ chain }) => chain.members.length)) < 2) {
    return { unit, footnotes, bounds, ...opening, start: 0, promulgating: undefined };
  }
  // The books of a code may stand between the acts that brought each into force: their numbers go on, the acts' do not.
  const candidates = rest.flatMap((segment) => segment.candidates);
  const chain = bestChain(candidates);
  const last = chain.members.at(-1)!.line;
  return {
    unit,
    start: codeStart(lines, opening.end, chain, codeName),
    end: bounds.find((bound) => bound > last) ?? footnotes,
    footnotes,
    chain,
    candidates: rest.filter(holds(chain)).flatMap((segment) => segment.candidates),
    bounds,
    promulgating: { end: opening.end, chain: opening.chain },
  };
}

/** Segments without a member of the chain are acts that brought a book into force: their sections are no doubts. */
function holds({ members }: Chain) {
  return ({ start, end }: { start: number; end: number }) =>
    members.some(({ line }) => line >= start && line < end);
}

/** The last line that names the code before its first section: a table of contents may stand before it. */
function codeStart(lines: readonly Line[], from: number, chain: Chain, codeName: string | undefined): number {
  for (let at = chain.members[0]!.line - 1; at >= from; at--) {
    if (codeName !== undefined && sameName(lines[at]!.text, codeName)) return at;
  }
  return from;
}

function sameName(text: string, codeName: string): boolean {
  return text.replace(/\s|\[\d+\]/g, '') === codeName.replace(/\s/g, '');
}

/** Lines where one instrument ends or another begins. Only those after the first section count. */
function boundaries(
  lines: readonly Line[],
  footnotes: number,
  candidates: readonly Candidate[],
  codeName: string | undefined,
): number[] {
  const firstSection = candidates.find(({ weight }) => weight > 0)?.line ?? footnotes;
  const found: number[] = [];
  for (let at = firstSection + 1; at < footnotes; at++) {
    if (isSignature(lines[at]!) || isReasons(lines, at) || isAmendingTitle(lines, at)) found.push(at);
    else if (codeName !== undefined && (beginsCodeText(lines[at]!, codeName) || bringsBook(lines, at)))
      found.push(at);
  }
  return found;
}

/** The code's name, or a book's number, on a line of its own. */
function beginsCodeText({ text, blankBefore }: Line, codeName: string): boolean {
  if (sameName(text, codeName)) return true;
  const heading = blankBefore ? readHeadingStart(text) : undefined;
  return heading?.kind === 'book' && heading.rest === '' && heading.number !== undefined;
}

/** The title of an act that brings a further book of a code into force. */
function bringsBook(lines: readonly Line[], at: number): boolean {
  if (!lines[at]!.blankBefore || !INSTRUMENT.test(lines[at]!.text)) return false;
  return /^\S+\s*ให้ใช้บทบัญญัติ/.test(blockFrom(lines, at).slice(0, 3).join(' '));
}

function isSignature({ text, blankBefore }: Line): boolean {
  if (/^\(?ผู้(?:รับ)?สนองพระ\S*ราช/.test(text)) return text.length < 80;
  return blankBefore && /^(?:ประกาศ(?:มา)?|ให้ไว้|สั่ง)\s+ณ\s*(?:วันที่|$)/.test(text);
}

/** หมายเหตุ :- เหตุผลในการประกาศใช้… */
export function isReasons(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (!/^หมายเหตุ\s*(?::|$)/.test(text)) return false;
  const joined = [text, lines[at + 1]?.text, lines[at + 2]?.text].join(' ');
  return /เหตุผล|:\s*-/.test(joined);
}

const INSTRUMENT =
  /^\*?\s*(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|ประกาศ|คำสั่ง|กฎ|ระเบียบ|ข้อบังคับ|ข้อกำหนด|รัฐธรรมนูญ)/;

/** The title of a later instrument: set apart, with a footnote mark or an edition number, and a year. */
export function isAmendingTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (!line.blankBefore || !INSTRUMENT.test(line.text)) return false;
  const block = blockFrom(lines, at);
  if (block.length > 6) return false;
  const text = block.join(' ');
  return /(?:\[\d{1,3}\]$|\(ฉบับที่\s*\d+\s*\))/.test(text) && /\d{4}|\d+\/\d{2,4}/.test(text);
}

function isAmending(lines: readonly Line[], start: number): boolean {
  return start > 0 && isAmendingTitle(lines, start);
}

/** Texts of the lines from `at` to the next blank line. */
export function blockFrom(lines: readonly Line[], at: number): string[] {
  const block = [lines[at]!.text];
  for (let next = at + 1; next < lines.length && !lines[next]!.blankBefore; next++)
    block.push(lines[next]!.text);
  return block;
}

/** The last "[1]" that begins a line and is followed by "[2]", "[3]" … or by the Royal Gazette. */
function footnotesStart(lines: readonly Line[]): number {
  for (let at = lines.length - 1; at >= 0; at--) {
    if (!/^\[1\]/.test(lines[at]!.text)) continue;
    const near = [lines[at]!.text, lines[at + 1]?.text ?? ''].join(' ');
    const later = lines.slice(at + 1).some(({ text }) => /^\[2\]/.test(text));
    if (later || /ราชกิจจานุเบกษา|เล่ม/.test(near)) return at;
  }
  return lines.length;
}

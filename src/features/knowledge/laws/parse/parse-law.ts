// From a statute's plain text to its structure, with a list of everything the parser is unsure of. Pure.
import type { Candidate } from './candidates.ts';
import { readFootnotes } from './footnotes.ts';
import { type FoundHeading, headingStack, headingsAbove } from './headings.ts';
import type { Doubt, Heading, LawText, Section } from './law-text.ts';
import { type Line, readLines } from './lines.ts';
import { type BodyLine, toParagraphs } from './paragraphs.ts';
import { findRegions, type Regions } from './regions.ts';
import { numbersBetween, type SectionNumber, writeSectionNumber } from './section-number.ts';
import { readTitle } from './title.ts';
import { readTrailing } from './trailing.ts';

/** Reads a statute. Never throws: what it cannot make out is in `doubts`. */
export function parseLaw(source: string): LawText {
  const lines = readLines(source);
  const { title, yearBE, kind, codeName, lines: titleLines } = readTitle(lines);
  const prefersClauses = ['rule', 'notification', 'order', 'ministerial-regulation'].includes(kind);
  const regions = findRegions(lines, codeName, prefersClauses);
  const doubts: Doubt[] = [];
  if (title === '' || kind === 'other') doubts.push({ line: 1, code: 'no-title', about: title.slice(0, 80) });
  if (yearBE === undefined) doubts.push({ line: 1, code: 'no-year', about: '' });
  if (regions.chain.members.length === 0) doubts.push({ line: 1, code: 'no-sections', about: '' });
  const { headings, sections, firstHeadingLine } = readBody(lines, regions, doubts);
  const footnotes = readFootnotes(lines.slice(regions.footnotes));
  doubts.push(...chainDoubts(lines, regions), ...footnoteDoubts(sections, footnotes, regions, lines));
  const from = regions.promulgating ? regions.start : titleLines;
  const preamble = lines.slice(Math.min(from, firstHeadingLine), firstHeadingLine);
  return {
    title,
    yearBE,
    kind,
    unit: regions.unit,
    preamble: preamble.map(({ shown }) => shown).join('\n'),
    headings,
    sections,
    footnotes,
    trailing: readTrailing(lines, regions),
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
}

/** Sections with their headings, in one walk down the chain. */
function readBody(lines: readonly Line[], regions: Regions, doubts: Doubt[]) {
  const { members } = regions.chain;
  const headings: Heading[] = [];
  const sections: Section[] = [];
  const stack = headingStack();
  const width = usualWidth(lines);
  const above = members.map((member, index) =>
    headingsAbove(lines, member.line, index === 0 ? regions.start : members[index - 1]!.textLine + 1),
  );
  for (const [index, member] of members.entries()) {
    for (const [place, found] of above[index]!.entries()) {
      const depth = stack.open(found, headings.length, place > 0);
      headings.push(asHeading(found, depth));
      if (found.title === '')
        doubts.push({ line: lines[found.line]!.at, code: 'heading-without-title', about: found.label });
    }
    const path = stack.path();
    const next = above[index + 1]?.[0]?.line ?? members[index + 1]?.line ?? regions.end;
    const until = regions.bounds.find((bound) => bound > member.line && bound < next) ?? next;
    const { body, notes } = withoutNotes(bodyOf(lines, member, until));
    const paragraphs = toParagraphs(body, width);
    const whole = body.map(({ shown }) => shown).join(' ');
    const footnotes = marksIn(
      lines
        .slice(member.line, until)
        .map(({ text }) => text)
        .join(' '),
    );
    const repealed = isRepealed(whole);
    if (paragraphs.length === 0) {
      doubts.push({
        line: lines[member.line]!.at,
        code: 'empty-section',
        about: writeSectionNumber(member.number),
      });
    }
    const transitional = path.some((at) => headings[at]!.title.startsWith('บทเฉพาะกาล'));
    for (const number of [member.number, ...rangeOf(member)]) {
      sections.push({
        number: writeSectionNumber(number),
        path,
        paragraphs,
        footnotes,
        notes,
        repealed,
        transitional,
        line: lines[member.line]!.at,
      });
    }
  }
  const firstHeadingLine = above[0]?.[0]?.line ?? members[0]?.line ?? regions.end;
  return { headings, sections, firstHeadingLine };
}

function asHeading({ kind, number, title, label }: FoundHeading, depth: number): Heading {
  return { kind, number, title, label, depth };
}

function bodyOf(lines: readonly Line[], member: Candidate, until: number) {
  const first = lines[member.textLine]!;
  return [
    { ...first, shown: first.shown.slice(member.textAt).trim(), blankBefore: false },
    ...lines.slice(member.textLine + 1, until),
  ].map(({ shown, blankBefore, indent }) => ({ shown, blankBefore, indent }));
}

/** Takes out what editors added: "[อัตราโทษ แก้ไขเพิ่มเติมโดยมาตรา 4 …]" over one line or several. */
function withoutNotes(lines: readonly BodyLine[]): { body: BodyLine[]; notes: string[] } {
  const body: BodyLine[] = [];
  const notes: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const { shown } = lines[at]!;
    const end = /^\[[^\d๐-๙]/.test(shown)
      ? lines.findIndex((line, index) => index >= at && /\]$/.test(line.shown))
      : -1;
    const note =
      end < 0 || end > at + LONGEST_NOTE
        ? ''
        : lines
            .slice(at, end + 1)
            .map((line) => line.shown)
            .join(' ');
    if (/(?:แก้ไข|เพิ่ม|ยกเลิก)\S*โดย/.test(note)) {
      notes.push(note.slice(1, -1));
      at = end;
    } else body.push(lines[at]!);
  }
  return { body, notes };
}

const LONGEST_NOTE = 6;

/** (ยกเลิก) alone, whatever brackets it has. */
function isRepealed(text: string): boolean {
  const words = text.replace(/\[[\d๐-๙]+\]/g, '').trim();
  return (
    words.length < 60 && /^(?:(?:ถึง|และ|-).{0,20})?[([]?\s*(?:ถูก)?ยกเลิก(?:แล้ว|ทั้งมาตรา)?\s*[)\]]?$/.test(words)
  );
}

/** "มาตรา 30 ถึงมาตรา 35 (ยกเลิก)" stands for each of them. */
function rangeOf({ number, until }: Candidate): SectionNumber[] {
  if (!until || until.main <= number.main) return [];
  return [...numbersBetween(number, until).map((main) => ({ main, tail: [] })), until];
}

function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\[(\d{1,3})\]/g)].map((match) => match[1]!))];
}

/** The length that most full lines reach: the 90th percentile. */
function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map(({ shown }) => shown.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 80;
}

function chainDoubts(lines: readonly Line[], { chain, candidates }: Regions): Doubt[] {
  const doubts: Doubt[] = [];
  const taken = new Set(chain.members);
  const [first] = chain.members;
  const say = (candidate: Candidate, code: Doubt['code'], about = writeSectionNumber(candidate.number)) =>
    doubts.push({ line: lines[candidate.line]!.at, code, about });
  if (first && first.number.main > 1) say(first, 'not-from-one');
  for (const [index, member] of chain.members.entries()) {
    const before = chain.members[index - 1];
    if (before)
      for (const missing of numbersBetween(before.until ?? before.number, member.number))
        say(member, 'gap', String(missing));
    if (member.oddSpelling) say(member, 'odd-spelling');
    else if (member.weight < 1 || (member.explained && !member.until)) say(member, 'unusual-start');
  }
  for (const candidate of candidates) {
    if (!taken.has(candidate) && candidate.apart && !candidate.explained) say(candidate, 'left-out');
  }
  return doubts;
}

function footnoteDoubts(
  sections: readonly Section[],
  footnotes: readonly { readonly number: string }[],
  { end }: Regions,
  lines: readonly Line[],
): Doubt[] {
  if (footnotes.length === 0) return [];
  const known = new Set(footnotes.map(({ number }) => number));
  return sections.flatMap((section) =>
    section.footnotes
      .filter((number) => !known.has(number))
      .map((number) => ({
        line: Math.min(section.line, lines[end - 1]?.at ?? section.line),
        code: 'footnote-without-text' as const,
        about: number,
      })),
  );
}

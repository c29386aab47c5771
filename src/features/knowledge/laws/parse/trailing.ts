// What stands before and after the main instrument in its file: a code's promulgating act, amending acts with their own
// sections, the reasons for each, annexes. Kept apart, so that their sections are never taken for the main one's.
import { findCandidates } from './candidates.ts';
import { bestChain } from './chain.ts';
import type { Trailing } from './law-text.ts';
import type { Line } from './lines.ts';
import { blockFrom, isAmendingTitle, isReasons, type Regions } from './regions.ts';
import { writeSectionNumber } from './section-number.ts';

/** The texts around the main instrument, in order. */
export function readTrailing(lines: readonly Line[], regions: Regions): Trailing[] {
  const found: Trailing[] = [];
  if (regions.promulgating) {
    const { chain, end } = regions.promulgating;
    const sections = chain.members.map(({ number }) => writeSectionNumber(number));
    found.push({ kind: 'promulgating', title: titleAt(lines, 0), text: textOf(lines, 0, end), sections });
  }
  const starts: { at: number; kind: Trailing['kind'] }[] = [];
  for (let at = regions.end; at < regions.footnotes; at++) {
    if (isReasons(lines, at)) starts.push({ at, kind: 'reasons' });
    else if (isAmendingTitle(lines, at)) starts.push({ at, kind: 'amending' });
    else if (lines[at]!.blankBefore && /^(?:บัญชี|อัตรา|ตาราง|แบบ|ผนวก|ภาคผนวก)/.test(lines[at]!.text))
      starts.push({ at, kind: 'annex' });
  }
  let lastTitle = '';
  for (const [index, { at, kind }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? regions.footnotes;
    if (kind === 'amending') lastTitle = titleAt(lines, at);
    const title = kind === 'annex' ? lines[at]!.shown : lastTitle;
    const sections =
      kind === 'amending'
        ? (['มาตรา', 'ข้อ'] as const).flatMap((unit) =>
            bestChain(findCandidates(lines, unit, at, end)).members.map(({ number }) =>
              writeSectionNumber(number),
            ),
          )
        : [];
    found.push({ kind, title, text: textOf(lines, at, end), sections });
  }
  return found;
}

function titleAt(lines: readonly Line[], at: number): string {
  const block = blockFrom(lines, at).slice(0, 6).length;
  return lines
    .slice(at, at + block)
    .map(({ shown }) => shown)
    .join(' ')
    .replace(/\s*\[[\d๐-๙]+\]/g, '')
    .trim();
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ shown, blankBefore }, index) => (blankBefore && index > 0 ? `\n${shown}` : shown))
    .join('\n');
}

// What memo, letter, order and announcement have in common: A4, the margins, Thai digits, the number of the page,
// urgency in red, the grade of secrecy above and below, and the end with its signature.

import { type CivilDate, partsOf, startOfDay } from '../calendar/civil-date.ts';
import { buddhistYear, formatDate } from '../calendar/formatting.ts';
import type { Block, Signer } from './blocks.ts';
import { piecesOf } from './break-lines.ts';
import { type Canvas, openCanvas } from './canvas.ts';
import { bodyStrips } from './flow-blocks.ts';
import { labelledStrips } from './flow-text.ts';
import { A4, ASCENT, BODY_SIZE, cm, OFFICIAL_MARGINS, SPACE_BEFORE, URGENCY_SIZE } from './measures.ts';
import { inThaiDigits, printable } from './printable.ts';
import { widthOf } from './sarabun.ts';
import { keepTogether, signatureStrips } from './signature.ts';
import { pour, roomOnPage, type Strip } from './strips.ts';
import { official } from './text.th.ts';

export type Urgency = keyof typeof official.urgency;
export type Secrecy = keyof typeof official.secrecy;

/** What every official paper may carry. Texts are written as stored (0–9); they are printed in Thai digits. */
export type OfficialPaper = {
  readonly blocks: readonly Block[];
  readonly signer?: Signer;
  readonly urgency?: Urgency;
  readonly secrecy?: Secrecy;
  /** Kept in the file as its date of creation; by default the day of the paper. */
  readonly madeAt?: Date;
};

/** Left edge and width of the text, points. */
export const TEXT = {
  left: OFFICIAL_MARGINS.left,
  width: A4.width - OFFICIAL_MARGINS.left - OFFICIAL_MARGINS.right,
};

export const RED = '#c00000';

/** A text of an official paper as it is printed. */
export function set(text: string): string {
  return inThaiDigits(printable(text)).replaceAll('\n', ' ');
}

/** ๒๓ พฤศจิกายน ๒๕๖๙ */
export function paperDate(date: CivilDate): string {
  return formatDate(date, 'th', 'long', { thaiDigits: true });
}

/** ๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙, as orders and announcements are dated. */
export function eraDate(date: CivilDate): string {
  const [, month = ''] = formatDate(date, 'th').split(' ');
  const { day, year } = partsOf(date);
  return inThaiDigits(official.era(String(day), month, String(buddhistYear(year))));
}

/** The body, and a signature that never stands without its last lines. */
export function bodyAndEnd(paper: OfficialPaper, end: readonly Strip[]): Strip[] {
  const room = roomOnPage(A4.height, OFFICIAL_MARGINS);
  const body = bodyStrips(paper.blocks, { ...TEXT, room, official: true });
  const signature = paper.signer ? signatureStrips(paper.signer, TEXT, set) : [];
  const last = [...end, ...signature];
  return [...(last.length > 0 ? keepTogether(body) : body), ...last];
}

/** เรื่อง, เรียน, อ้างถึง and the like: a label and its lines. */
export function labelled(label: string, text: string, before = SPACE_BEFORE): Strip[] {
  return labelledStrips({ text: label, size: BODY_SIZE }, set(text), {
    ...TEXT,
    size: BODY_SIZE,
    before,
    tag: { type: 'P' },
  });
}

/** Several references or enclosures are numbered, with the label before the first. */
export function labelledList(label: string, items: readonly string[] = []): Strip[] {
  if (items.length < 2) return items.flatMap((item) => labelled(label, item));
  const room = widthOf(`${label}  `, 'regular', BODY_SIZE);
  const box = {
    left: TEXT.left + room,
    width: TEXT.width - room,
    size: BODY_SIZE,
    tag: { type: 'P' } as const,
  };
  return items.flatMap((item, at) => {
    const number = { text: inThaiDigits(`${at + 1}.`), size: BODY_SIZE };
    const strips = labelledStrips(number, set(item), { ...box, before: at === 0 ? SPACE_BEFORE : 0 });
    if (at > 0) return strips;
    return strips.map((strip, line) => (line === 0 ? besideLabel(label, strip) : strip));
  });
}

function besideLabel(label: string, strip: Strip): Strip {
  return {
    ...strip,
    draw: (canvas, top) => {
      canvas.tagged({ type: 'P' }, () =>
        canvas.text(label, TEXT.left, top + BODY_SIZE * ASCENT, { size: BODY_SIZE }),
      );
      strip.draw(canvas, top);
    },
  };
}

/** Draws a paper: its strips in the frame of official papers. */
export async function officialPdf(
  strips: readonly Strip[],
  { title, author, date, secrecy, madeAt }: OfficialFrame,
): Promise<Uint8Array> {
  const canvas = openCanvas(A4, {
    title: set(title),
    author,
    locale: 'th',
    madeAt: madeAt ?? startOfDay(date),
  });
  pour(canvas, strips, {
    margins: OFFICIAL_MARGINS,
    furnish: (page, number) => furnish(page, number, secrecy),
    carry,
  });
  return canvas.finish();
}

type OfficialFrame = {
  readonly title: string;
  readonly author?: string;
  readonly date: CivilDate;
  readonly secrecy?: Secrecy;
  readonly madeAt?: Date;
};

/** "- ๒ -" from the second page on, centred over the text; the grade of secrecy in the middle above and below. */
function furnish(canvas: Canvas, number: number, secrecy: Secrecy | undefined): void {
  const middle = TEXT.left + TEXT.width / 2;
  canvas.artifact(() => {
    if (number > 1)
      canvas.text(
        inThaiDigits(`- ${number} -`),
        middle,
        cm(1.5) + BODY_SIZE * ASCENT,
        { size: BODY_SIZE },
        'center',
      );
    if (!secrecy) return;
    const style = { face: 'bold', size: URGENCY_SIZE, color: RED } as const;
    canvas.text(official.secrecy[secrecy], middle, cm(1.15), style, 'center');
    canvas.text(official.secrecy[secrecy], middle, A4.height - cm(0.8), style, 'center');
  });
}

/** At the lower right of a full page how the next one goes on, so that a missing sheet is noticed: /ตามหนังสือ... */
function carry(canvas: Canvas, words: string): void {
  let opening = '';
  for (const piece of piecesOf(words)) {
    if (opening.length >= CARRIED) break;
    opening += piece;
  }
  const right = TEXT.left + TEXT.width;
  canvas.artifact(() =>
    canvas.text(`/${opening.trim()}...`, right, A4.height - cm(1.3), { size: BODY_SIZE }, 'right'),
  );
}

/** Letters; whole words are carried. */
const CARRIED = 12;

/** Red and bold, 32 pt; `baseline` in points from the top of the page. */
export function drawUrgency(
  canvas: Canvas,
  urgency: Urgency | undefined,
  left: number,
  baseline: number,
): void {
  if (!urgency) return;
  canvas.tagged({ type: 'P' }, () =>
    canvas.text(official.urgency[urgency], left, baseline, { face: 'bold', size: URGENCY_SIZE, color: RED }),
  );
}

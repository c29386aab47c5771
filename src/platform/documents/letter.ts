// หนังสือภายนอก, a letter to another ministry, an agency or a person; a circular is the same with ว in its number.
import type { CivilDate } from '../calendar/civil-date.ts';
import { drawEmblem } from './emblem.ts';
import { textStrips } from './flow-text.ts';
import { ASCENT, BODY_SIZE, cm, LEADING, SPACE_BEFORE } from './measures.ts';
import {
  bodyAndEnd,
  drawUrgency,
  labelled,
  labelledList,
  type OfficialPaper,
  officialPdf,
  paperDate,
  set,
  TEXT,
} from './official.ts';
import { overSignature } from './signature.ts';
import type { Strip } from './strips.ts';
import { official } from './text.th.ts';

export type Letter = OfficialPaper & {
  /** Number without ที่: มท 0202.1/123, of a circular มท 0202.1/ว 123; without it there is room to write it. */
  readonly number?: string;
  /** Who writes, and the address below: lines at the right. */
  readonly office: string;
  readonly address?: readonly string[];
  readonly date: CivilDate;
  readonly subject: string;
  /** To whom, without เรียน. */
  readonly to: string;
  readonly salutation?: string;
  readonly references?: readonly string[];
  readonly enclosures?: readonly string[];
  /** ขอแสดงความนับถือ unless the rank of the reader asks for another. */
  readonly closing?: string;
  /** The section in charge, its telephone and mail: at the foot at the left. */
  readonly contact?: readonly string[];
};

const EMBLEM = cm(3);
const LINE = BODY_SIZE * LEADING;
/** Office and date begin in the middle of the text. */
const MIDDLE = TEXT.left + TEXT.width / 2;

/** A letter as PDF. See `index.ts` for how a feature uses it. */
export function renderLetter(letter: Letter): Promise<Uint8Array> {
  const strips = [
    ...headStrips(letter),
    ...textStrips(paperDate(letter.date), {
      left: MIDDLE - cm(1),
      width: TEXT.left + TEXT.width - MIDDLE + cm(1),
      size: BODY_SIZE,
      before: SPACE_BEFORE,
      tag: { type: 'P' },
    }),
    ...labelled(official.subject, letter.subject),
    ...labelled(letter.salutation ?? official.to, letter.to),
    ...labelledList(official.references, letter.references),
    ...labelledList(official.enclosures, letter.enclosures),
    ...bodyAndEnd(letter, overSignature(letter.closing ?? official.closing, TEXT, set)),
    ...contactStrips(letter.contact),
  ];
  return officialPdf(strips, { ...letter, title: letter.subject, author: letter.office });
}

/** The emblem in the middle; at the height of its foot the number at the left and the office at the right. */
function headStrips({ number = '', office, address = [], urgency }: Letter): Strip[] {
  const left = MIDDLE + EMBLEM / 2 + SPACE_BEFORE;
  const lines = [office, ...address].flatMap((line) =>
    textStrips(set(line), {
      left,
      width: TEXT.left + TEXT.width - left,
      size: BODY_SIZE,
      tag: { type: 'P' },
    }),
  );
  return [
    {
      height: EMBLEM + LINE * (lines.length - 1) + SPACE_BEFORE,
      draw: (canvas, top) => {
        const foot = top + EMBLEM - LINE;
        drawEmblem(canvas, MIDDLE, top, EMBLEM, true);
        drawUrgency(canvas, urgency, TEXT.left, foot - SPACE_BEFORE);
        canvas.tagged({ type: 'P' }, () =>
          canvas.text(`${official.number}  ${set(number)}`, TEXT.left, foot + BODY_SIZE * ASCENT, {
            size: BODY_SIZE,
          }),
        );
        for (const [at, line] of lines.entries()) line.draw(canvas, foot + at * LINE);
      },
    },
  ];
}

/** Stands at the foot of the last page. */
function contactStrips(lines: readonly string[] = []): Strip[] {
  if (lines.length === 0) return [];
  const strips = lines.flatMap((line) =>
    textStrips(set(line), { left: TEXT.left, width: TEXT.width, size: BODY_SIZE, tag: { type: 'P' } }),
  );
  const height = strips.length * LINE;
  return [
    {
      height,
      before: LINE,
      atFoot: true,
      draw: (canvas, top) => {
        for (const [at, strip] of strips.entries()) strip.draw(canvas, top + at * LINE);
      },
    },
  ];
}

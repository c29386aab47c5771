// บันทึกข้อความ, the paper by which offices of one ministry write to each other.
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Canvas } from './canvas.ts';
import { drawEmblem } from './emblem.ts';
import { roomFor, textStrips } from './flow-text.ts';
import { ASCENT, BODY_SIZE, cm, LABEL_SIZE, LEADING, MEMO_TITLE_SIZE, SPACE_BEFORE } from './measures.ts';
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
import type { Strip } from './strips.ts';
import { official } from './text.th.ts';

export type Memo = OfficialPaper & {
  /** The office that writes, without the label: ศปท.มท. สำนักงานปลัดกระทรวงมหาดไทย */
  readonly office: string;
  readonly phone?: string;
  /** Number of the memo, such as มท 0202.1/123; without it there is room to write it. */
  readonly number?: string;
  readonly date: CivilDate;
  readonly subject: string;
  /** To whom, without เรียน. */
  readonly to: string;
  /** เรียน unless the rank of the reader asks for another. */
  readonly salutation?: string;
  readonly references?: readonly string[];
  readonly enclosures?: readonly string[];
};

const EMBLEM = cm(1.5);

/** A memo as PDF. See `index.ts` for how a feature uses it. */
export function renderMemo(memo: Memo): Promise<Uint8Array> {
  const strips = [
    titleStrip(memo),
    ...officeStrips(memo),
    numberAndDate(memo),
    ...ruledStrips(official.subject, set(memo.subject)),
    ...labelled(memo.salutation ?? official.to, memo.to, 2 * SPACE_BEFORE),
    ...labelledList(official.references, memo.references),
    ...labelledList(official.enclosures, memo.enclosures),
    ...bodyAndEnd(memo, []),
  ];
  return officialPdf(strips, { ...memo, title: `${official.memo} ${memo.subject}`, author: memo.office });
}

/** Emblem at the left, the name of the paper in the middle at its foot, urgency between them. */
function titleStrip({ urgency }: Memo): Strip {
  return {
    height: EMBLEM + SPACE_BEFORE,
    draw: (canvas, top) => {
      const baseline = top + EMBLEM - 6;
      drawEmblem(canvas, TEXT.left, top, EMBLEM);
      drawUrgency(canvas, urgency, TEXT.left + EMBLEM + SPACE_BEFORE, baseline);
      canvas.tagged({ type: 'H1' }, () =>
        canvas.text(
          official.memo,
          TEXT.left + TEXT.width / 2,
          baseline,
          { face: 'bold', size: MEMO_TITLE_SIZE },
          'center',
        ),
      );
    },
  };
}

function officeStrips({ office, phone }: Memo): Strip[] {
  const words = phone ? `${office}  ${official.phone(phone)}` : office;
  return ruledStrips(official.office, set(words));
}

/** A label of 20 pt and its text of 16 pt over a dotted rule that runs to the margin. */
function ruledStrips(label: string, text: string): Strip[] {
  const room = roomFor(bold(label));
  const lines = textStrips(text, {
    left: TEXT.left + room,
    width: TEXT.width - room,
    size: BODY_SIZE,
    tag: { type: 'P' },
  });
  return lines.map((line, at) => ({
    ...line,
    height: LABEL_SIZE * LEADING,
    draw: (canvas, top) => {
      const baseline = top + LABEL_SIZE * ASCENT;
      if (at === 0) drawLabel(canvas, label, TEXT.left, baseline);
      line.draw(canvas, baseline - BODY_SIZE * ASCENT);
      drawRule(canvas, TEXT.left + room, TEXT.left + TEXT.width, baseline);
    },
  }));
}

function numberAndDate({ number = '', date }: Memo): Strip {
  const middle = TEXT.left + TEXT.width / 2;
  return {
    height: LABEL_SIZE * LEADING,
    draw: (canvas, top) => {
      const baseline = top + LABEL_SIZE * ASCENT;
      const fields = [
        { label: official.number, text: set(number), from: TEXT.left, to: middle - SPACE_BEFORE },
        { label: official.date, text: paperDate(date), from: middle, to: TEXT.left + TEXT.width },
      ];
      for (const { label, text, from, to } of fields) {
        const start = from + roomFor(bold(label));
        drawLabel(canvas, label, from, baseline);
        canvas.tagged({ type: 'P' }, () => canvas.text(text, start, baseline, { size: BODY_SIZE }));
        drawRule(canvas, start, to, baseline);
      }
    },
  };
}

function bold(text: string) {
  return { text, face: 'bold', size: LABEL_SIZE } as const;
}

function drawLabel(canvas: Canvas, label: string, left: number, baseline: number): void {
  canvas.tagged({ type: 'P' }, () => canvas.text(label, left, baseline, bold(label)));
}

/** Under the marks that hang below letters. */
function drawRule(canvas: Canvas, from: number, to: number, baseline: number): void {
  canvas.artifact(() => canvas.line(from, baseline + 3.5, to, baseline + 3.5, { width: 0.8, dotted: true }));
}

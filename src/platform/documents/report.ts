// A free-form report, list or sheet: title, blocks, portrait or landscape, in Thai or English.
import { formatDateTime } from '../calendar/formatting.ts';
import { dictionary, type Locale } from '../text/messages.ts';
import type { Block } from './blocks.ts';
import { type Canvas, openCanvas } from './canvas.ts';
import { bodyStrips } from './flow-blocks.ts';
import { textStrips } from './flow-text.ts';
import { A4, A4_LANDSCAPE, BODY_SIZE, cm, LABEL_SIZE, REPORT_MARGINS, TABLE_SIZE } from './measures.ts';
import { printable } from './printable.ts';
import { pour, roomOnPage } from './strips.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export type Report = {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly Block[];
  readonly orientation?: 'portrait' | 'landscape';
  readonly locale: Locale;
  /** Printed at the foot of each page and kept in the file. */
  readonly madeAt: Date;
  readonly author?: string;
};

const words = dictionary(th, en);

/** A report as PDF. See `index.ts` for how a feature uses it. */
export function renderReport(report: Report): Promise<Uint8Array> {
  const { title, subtitle, blocks, orientation, locale, madeAt, author } = report;
  const page = orientation === 'landscape' ? A4_LANDSCAPE : A4;
  const margins = REPORT_MARGINS;
  const box = { left: margins.left, width: page.width - margins.left - margins.right };
  const heading = { ...box, align: 'center', keepWithNext: true } as const;
  const strips = [
    ...textStrips(printable(title), { ...heading, face: 'bold', size: LABEL_SIZE, tag: { type: 'H1' } }),
    ...(subtitle ? textStrips(printable(subtitle), { ...heading, size: BODY_SIZE, tag: { type: 'P' } }) : []),
    ...bodyStrips(blocks, { ...box, room: roomOnPage(page.height, margins), official: false }),
  ];
  const canvas = openCanvas(page, { title: printable(title), author, locale, madeAt });
  const printed = words(locale).printed(formatDateTime(madeAt, locale));
  pour(canvas, strips, { margins, furnish: (on, number) => furnish(on, number, printed) });
  return canvas.finish();
}

function furnish(canvas: Canvas, number: number, printed: string): void {
  const style = { size: TABLE_SIZE, color: '#444444' };
  const right = canvas.page.width - REPORT_MARGINS.right;
  canvas.artifact(() => {
    canvas.text(printed, REPORT_MARGINS.left, canvas.page.height - cm(1), style);
    canvas.text(String(number), right, canvas.page.height - cm(1), style, 'right');
  });
}

/** Slips to cut, fold and draw from a box: a code, where to type it, and the same address for a telephone's camera. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { type Block, renderReport } from '#platform/documents/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { surveyText } from './text.ts';

type Slips = {
  readonly codes: readonly string[];
  readonly centre: string;
  readonly fiscalYear: number;
  readonly closesOn: string;
  /** Of the page that takes the code. The code itself stands in no address (decision 0042). */
  readonly address: string;
};
type Shape = Extract<Block, { kind: 'picture' }>['picture']['shapes'][number];

/** A slip in points; two stand side by side between the margins. */
const slip = { width: 240, height: 110, qr: 78, inset: 10 } as const;

export function codeSheet(slips: Slips, locale: Locale, madeAt: Date): Promise<Uint8Array> {
  const { papers } = surveyText(locale);
  const pairs = Array.from({ length: Math.ceil(slips.codes.length / 2) }, (_, at) =>
    slips.codes.slice(at * 2, at * 2 + 2),
  );
  return renderReport({
    title: papers.sheetTitle(slips.centre, slips.fiscalYear),
    subtitle: papers.sheetSubtitle,
    locale,
    madeAt,
    blocks: pairs.map((pair) => ({
      kind: 'picture',
      alt: papers.slipAlt(pair.join(', ')),
      picture: {
        width: slip.width * 2,
        height: slip.height,
        shapes: pair.flatMap((code, at) => slipShapes(code, slips, at * slip.width, locale)),
      },
    })),
  });
}

function slipShapes(code: string, { address, closesOn }: Slips, x: number, locale: Locale): readonly Shape[] {
  const { papers } = surveyText(locale);
  const { host, pathname } = new URL(address);
  const left = x + slip.inset + slip.qr;
  // A long address is set smaller rather than cut.
  const fitting = (text: string) => ({ text, size: Math.min(12, 290 / text.length) });
  const lines = [
    fitting(papers.slipOpen(host)),
    fitting(pathname),
    { text: papers.slipOnce(formatDate(asCivilDate(closesOn), locale, 'short')), size: 11.5 },
    { text: papers.slipUnknown, size: 11.5 },
  ];
  return [
    { kind: 'box', x, y: 0, width: slip.width, height: slip.height, stroke: '#888888' },
    // Large enough to be typed without glasses.
    { kind: 'text', x: x + slip.width / 2, y: 22, text: code, size: 19, align: 'center', bold: true },
    { kind: 'qr', x: x + slip.inset / 2, y: slip.height - slip.qr - 2, side: slip.qr, text: address },
    ...lines.map((line, at): Shape => ({ kind: 'text', x: left, y: 44 + at * 16, ...line })),
  ];
}

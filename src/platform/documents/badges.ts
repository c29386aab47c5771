// Name badges with a QR code, eight on an A4 page with marks to cut along.
import type { Locale } from '../text/messages.ts';
import { breakLines } from './break-lines.ts';
import { type Canvas, openCanvas, type Tag } from './canvas.ts';
import { A4, cm, LEADING } from './measures.ts';
import { printable } from './printable.ts';
import { drawQr } from './qr.ts';
import { type Face, widthOf } from './sarabun.ts';

export type Badge = {
  readonly name: string;
  /** Below the name: where the person comes from. */
  readonly from: string;
  readonly qr: string;
  /** What is read out or typed when the code does not scan. */
  readonly code: string;
};

export type Badges = {
  readonly event: string;
  readonly badges: readonly Badge[];
  /** Says what the code is, for whoever hears the page read aloud. */
  readonly alt: (name: string) => string;
  readonly locale: Locale;
  readonly madeAt: Date;
};

const WIDTH = cm(9);
const HEIGHT = cm(6.5);
const ACROSS = 2;
const DOWN = 4;
const LEFT = (A4.width - ACROSS * WIDTH) / 2;
const TOP = (A4.height - DOWN * HEIGHT) / 2;
const INSIDE = cm(0.6);
const QR_SIDE = cm(3);

/** As many pages as there are eights. */
export async function renderBadges({ event, badges, alt, locale, madeAt }: Badges): Promise<Uint8Array> {
  if (badges.length === 0) throw new RangeError('no badge to draw');
  const canvas = openCanvas(A4, { title: printable(event), locale, madeAt });
  for (const [at, badge] of badges.entries()) {
    const place = at % (ACROSS * DOWN);
    if (place === 0) {
      canvas.newPage();
      // Other work of the process goes on between pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const left = LEFT + (place % ACROSS) * WIDTH;
    const top = TOP + Math.floor(place / ACROSS) * HEIGHT;
    drawBadge(canvas, badge, { event, alt: alt(badge.name), left, top });
  }
  return canvas.finish();
}

type Place = { readonly event: string; readonly alt: string; readonly left: number; readonly top: number };

function drawBadge(canvas: Canvas, badge: Badge, { event, alt, left, top }: Place): void {
  const parent: Tag = { type: 'Sect' };
  canvas.artifact(() => canvas.box(left, top, WIDTH, HEIGHT, { stroke: '#bbbbbb', width: 0.4 }));
  const room = WIDTH - 2 * INSIDE;
  let y = top + INSIDE - 4;
  const lines = (
    text: string,
    most: number,
    style: { size: number; face?: Face; color: string; width: number },
  ) => {
    const { size, face = 'regular', color, width } = style;
    canvas.tagged({ type: 'P', parent }, () => {
      const broken = breakLines(printable(text), width, (piece) => widthOf(piece, face, size));
      for (const line of broken.slice(0, most)) {
        y += size * LEADING;
        canvas.text(line, left + INSIDE, y - size * 0.35, { face, size, color });
      }
    });
  };
  lines(event, 2, { size: 12, color: '#545769', width: room });
  y += 4;
  const beside = room - QR_SIDE - 6;
  lines(badge.name, 3, { size: fitting(badge.name, beside), face: 'bold', color: '#1f2a63', width: beside });
  lines(badge.from, 3, { size: 15, color: '#1b1d29', width: beside });
  const qrTop = top + HEIGHT - INSIDE - QR_SIDE - 10;
  const qrLeft = left + WIDTH - INSIDE - QR_SIDE;
  canvas.tagged({ type: 'Figure', alt, parent }, () => drawQr(canvas, badge.qr, qrLeft, qrTop, QR_SIDE));
  canvas.tagged({ type: 'P', parent }, () =>
    canvas.text(
      badge.code,
      qrLeft + QR_SIDE / 2,
      qrTop + QR_SIDE + 9,
      { size: 13, color: '#1b1d29' },
      'center',
    ),
  );
}

/** As large as lets the longest part of a name stand on one line. */
function fitting(name: string, room: number): number {
  const longest = Math.max(
    ...printable(name)
      .split(/\s+/)
      .map((part) => widthOf(part, 'bold', 24)),
  );
  return Math.max(14, Math.min(24, (24 * room) / longest));
}

// เกียรติบัตร: one A4 page across, calm, in indigo and saffron, with what the public page of verification shows.
import type { CivilDate } from '../calendar/civil-date.ts';
import { formatDate } from '../calendar/formatting.ts';
import { dictionary, type Locale } from '../text/messages.ts';
import type { Signer } from './blocks.ts';
import { breakLines } from './break-lines.ts';
import { type Canvas, openCanvas, type Tag } from './canvas.ts';
import { drawEmblem } from './emblem.ts';
import { A4_LANDSCAPE, cm, LEADING } from './measures.ts';
import { inThaiDigits, printable } from './printable.ts';
import { drawQr } from './qr.ts';
import { type Face, widthOf } from './sarabun.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export type Certificate = {
  /** Printed as it stands, since it may be typed in to verify. */
  readonly number: string;
  readonly holder: string;
  /** Position or office, below the name. */
  readonly holderLine?: string;
  readonly role?: 'participant' | 'speaker' | 'organiser';
  readonly seminar: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly hours?: number;
  readonly place?: string;
  readonly issuer: string;
  readonly issuedOn: CivilDate;
  /** At most three. */
  readonly signers: readonly Signer[];
  /** What the QR code holds: the full address of the page of verification. */
  readonly qr: string;
  /** The address printed below the code for those who type; by default what the code holds. */
  readonly verifyAt?: string;
  readonly locale?: Locale;
};

export type CertificateOptions = {
  /** Kept in the file as its date of creation. */
  readonly madeAt: Date;
  /** Told after each page, for whoever waits. */
  readonly drawn?: (pages: number) => void;
};

const words = dictionary(th, en);
const PAGE = A4_LANDSCAPE;
const MIDDLE = PAGE.width / 2;
const INDIGO = '#1f2a63';
const SAFFRON = '#c7791b';
const INK = '#1b1d29';
const SOFT = '#545769';
const EDGE = cm(1);

/** One certificate. */
export function renderCertificate(
  certificate: Certificate,
  options: CertificateOptions,
): Promise<Uint8Array> {
  return renderCertificates([certificate], options);
}

/** Many certificates as one file, a page each; other work of the process goes on between them. */
export async function renderCertificates(
  certificates: readonly Certificate[],
  { madeAt, drawn }: CertificateOptions,
): Promise<Uint8Array> {
  const [first] = certificates;
  if (!first) throw new RangeError('no certificate to draw');
  const locale = first.locale ?? 'th';
  const what = words(locale).certificate.title[first.role ?? 'participant'];
  const title = certificates.length === 1 ? `${what} ${first.holder}` : `${what} ${first.seminar}`;
  const canvas = openCanvas(PAGE, { title: printable(title), author: first.issuer, locale, madeAt });
  for (const certificate of certificates) {
    canvas.newPage();
    drawCertificate(canvas, certificate);
    drawn?.(canvas.pageNumber());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return canvas.finish();
}

function drawCertificate(canvas: Canvas, certificate: Certificate): void {
  const { locale = 'th', role = 'participant' } = certificate;
  const text = words(locale).certificate;
  const set = (line: string) => (locale === 'th' ? inThaiDigits(printable(line)) : printable(line));
  const sect: Tag = { type: 'Sect' };
  drawFrame(canvas);
  drawEmblem(canvas, MIDDLE, cm(1.7), cm(2.4), true);

  let y = cm(4.5);
  const centred = (line: string, style: LineStyle): void => {
    y = drawCentred(canvas, set(line), y, style, { type: style.type ?? 'P', parent: sect });
  };
  centred(certificate.issuer, { size: 20, color: SOFT });
  centred(text.title[role], { size: 44, face: 'bold', color: INDIGO, type: 'H1' });
  centred(text.givenTo, { size: 18, color: SOFT, before: 2 });
  centred(certificate.holder, { size: 34, face: 'bold', color: INK, before: 6, type: 'H2' });
  canvas.artifact(() =>
    canvas.line(MIDDLE - cm(4), y + 4, MIDDLE + cm(4), y + 4, { color: SAFFRON, width: 1.2 }),
  );
  y += 10;
  if (certificate.holderLine) centred(certificate.holderLine, { size: 16, color: SOFT });
  centred(text.line[role], { size: 18, color: SOFT, before: 4 });
  centred(certificate.seminar, { size: 24, face: 'bold', color: INDIGO, before: 2 });
  centred(whenAndWhere(certificate, locale), { size: 18, color: INK, before: 2 });
  centred(text.issued(formatDate(certificate.issuedOn, locale)), { size: 18, color: INK });

  drawSigners(canvas, certificate.signers.slice(0, 3), set, sect);
  drawVerification(canvas, certificate, sect);
}

function whenAndWhere({ from, to, hours, place }: Certificate, locale: Locale): string {
  const text = words(locale).certificate;
  return [
    formatDateRange(from, to, locale),
    hours === undefined ? '' : text.hours(String(hours)),
    place ? text.place(place) : '',
  ]
    .filter(Boolean)
    .join('  ');
}

function formatDateRange(from: CivilDate, to: CivilDate, locale: Locale): string {
  return from === to ? formatDate(from, locale) : `${formatDate(from, locale)} – ${formatDate(to, locale)}`;
}

type LineStyle = {
  readonly size: number;
  readonly face?: Face;
  readonly color: string;
  readonly before?: number;
  readonly type?: Tag['type'];
};

/** A long name is set smaller rather than broken; a long title of a seminar takes a second line. */
function drawCentred(canvas: Canvas, line: string, top: number, style: LineStyle, tag: Tag): number {
  const { face = 'regular', color, before = 0, type } = style;
  const room = PAGE.width - 2 * cm(4);
  const wide = widthOf(line, face, style.size);
  const size = type === 'H2' && wide > room ? Math.max(20, (style.size * room) / wide) : style.size;
  let y = top + before;
  canvas.tagged(tag, () => {
    for (const part of breakLines(line, room, (piece) => widthOf(piece, face, size))) {
      canvas.text(part, MIDDLE, y + size, { face, size, color }, 'center');
      y += size * LEADING;
    }
  });
  return y;
}

/** A hair line of indigo, a bar of saffron at the head. */
function drawFrame(canvas: Canvas): void {
  canvas.artifact(() => {
    canvas.box(EDGE, EDGE, PAGE.width - 2 * EDGE, PAGE.height - 2 * EDGE, { stroke: INDIGO, width: 1 });
    canvas.box(MIDDLE - cm(2.5), EDGE - 1.5, cm(5), 3, { fill: SAFFRON });
  });
}

const SIGN_LINE = PAGE.height - cm(4);
const SIGN_WIDTH = cm(6.4);
const QR_SIDE = cm(2.8);

/** Side by side in the room left of the code. */
function drawSigners(
  canvas: Canvas,
  signers: readonly Signer[],
  set: (line: string) => string,
  parent: Tag,
): void {
  const left = cm(2);
  const width = PAGE.width - left - QR_SIDE - cm(3);
  const each = width / Math.max(1, signers.length);
  for (const [at, { name, position }] of signers.entries()) {
    const middle = signers.length === 1 ? MIDDLE : left + each * (at + 0.5);
    canvas.artifact(() =>
      canvas.line(middle - cm(2.6), SIGN_LINE, middle + cm(2.6), SIGN_LINE, {
        color: SOFT,
        dotted: true,
        width: 0.8,
      }),
    );
    canvas.tagged({ type: 'P', parent }, () => {
      let y = SIGN_LINE + 18;
      if (name) canvas.text(set(`(${name})`), middle, y, { size: 16, color: INK }, 'center');
      for (const line of breakLines(set(position ?? ''), Math.min(SIGN_WIDTH, each), (piece) =>
        widthOf(piece, 'regular', 14),
      )) {
        y += 14 * LEADING;
        canvas.text(line, middle, y, { size: 14, color: SOFT }, 'center');
      }
    });
  }
}

/** Code, number and address at the lower right, in digits that can be typed. */
function drawVerification(
  canvas: Canvas,
  { qr, verifyAt = qr, number, locale = 'th' }: Certificate,
  parent: Tag,
): void {
  const text = words(locale).certificate;
  const middle = PAGE.width - cm(1.6) - QR_SIDE / 2;
  const top = PAGE.height - cm(1.6) - QR_SIDE - 3 * 15;
  canvas.tagged({ type: 'Figure', alt: text.qr(verifyAt), parent }, () =>
    drawQr(canvas, qr, middle - QR_SIDE / 2, top, QR_SIDE),
  );
  canvas.tagged({ type: 'P', parent }, () => {
    const right = PAGE.width - cm(1.6);
    const lines = [text.number(printable(number)), text.verify, printable(verifyAt)];
    for (const [at, line] of lines.entries())
      canvas.text(
        line,
        right,
        top + QR_SIDE + 11 + at * 14,
        { size: 12, color: at === 0 ? INK : SOFT },
        'right',
      );
  });
}

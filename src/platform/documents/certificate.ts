// เกียรติบัตร: one A4 page across, calm, in indigo and saffron, with what the public page of verification shows.
import { type CivilDate, partsOf } from '../calendar/civil-date.ts';
import { formatDate } from '../calendar/formatting.ts';
import { dictionary, type Locale } from '../text/messages.ts';
import type { Signer } from './blocks.ts';
import { balanceLines, breakLines } from './break-lines.ts';
import { type Canvas, openCanvas, type Tag } from './canvas.ts';
import { drawEmblem } from './emblem.ts';
import { A4_LANDSCAPE, ASCENT, cm, LEADING } from './measures.ts';
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
const EMBLEM = cm(2.4);
const EMBLEM_TOP = cm(1.5);

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
  const { locale = 'th' } = certificate;
  const set = (line: string) => (locale === 'th' ? inThaiDigits(printable(line)) : printable(line));
  const sect: Tag = { type: 'Sect' };
  drawFrame(canvas);
  const hasEmblem = drawEmblem(canvas, MIDDLE, EMBLEM_TOP, EMBLEM, true);
  const wanted = linesOf(certificate, locale)
    .filter(({ text }) => text)
    .map((line) => fitted({ ...line, text: set(line.text) }));
  const from = hasEmblem ? EMBLEM_TOP + EMBLEM : EDGE;
  // Long titles below an emblem: all a little smaller, so that there is room to sign.
  const scale = Math.min(1, (TEXT_FOOT - from) / heightOfAll(wanted));
  const lines = scale < 1 ? wanted.map((line) => fitted({ ...line, size: line.size * scale })) : wanted;
  const height = heightOfAll(lines);
  // A little above the middle, as a picture hangs.
  let y = from + Math.max(0, (TEXT_FOOT - from - height) * 0.45);
  for (const line of lines) {
    drawCentred(canvas, line, y, { type: line.type ?? 'P', parent: sect });
    y += heightOf(line);
  }
  drawSigners(canvas, certificate.signers.slice(0, 3), set, sect);
  drawVerification(canvas, certificate, sect);
}

type Line = {
  readonly text: string;
  readonly size: number;
  readonly face?: Face;
  readonly color: string;
  /** Room above, points. */
  readonly before?: number;
  readonly type?: Tag['type'];
  /** A rule of saffron below: the name. */
  readonly ruled?: boolean;
};
type FittedLine = Line & { readonly parts: readonly string[] };

function linesOf(certificate: Certificate, locale: Locale): Line[] {
  const { role = 'participant' } = certificate;
  const text = words(locale).certificate;
  return [
    { text: certificate.issuer, size: 20, color: SOFT },
    { text: text.title[role], size: 46, face: 'bold', color: INDIGO, type: 'H1' },
    { text: text.givenTo, size: 18, color: SOFT, before: 4 },
    { text: certificate.holder, size: 36, face: 'bold', color: INK, before: 4, type: 'H2', ruled: true },
    { text: certificate.holderLine ?? '', size: 16, color: SOFT, before: 4 },
    { text: text.line[role], size: 18, color: SOFT, before: 6 },
    { text: certificate.seminar, size: 24, face: 'bold', color: INDIGO, before: 2 },
    { text: whenAndWhere(certificate, locale), size: 18, color: INK, before: 4 },
    { text: text.issued(formatDate(certificate.issuedOn, locale)), size: 18, color: INK },
  ];
}

function whenAndWhere({ from, to, hours, place }: Certificate, locale: Locale): string {
  const text = words(locale).certificate;
  const when =
    from === to
      ? text.on(formatDate(from, locale))
      : text.between(opening(from, to, locale), formatDate(to, locale));
  const parts = [when, hours === undefined ? '' : text.hours(String(hours)), place ? text.place(place) : ''];
  return parts.filter(Boolean).join(locale === 'th' ? '  ' : ', ');
}

/** 23 – 25 พฤศจิกายน 2569: the month is said once. */
function opening(from: CivilDate, to: CivilDate, locale: Locale): string {
  return from.slice(0, 7) === to.slice(0, 7) ? String(partsOf(from).day) : formatDate(from, locale);
}

const ROOM = PAGE.width - 2 * cm(3.5);
const RULE_ROOM = 10;

/** A long name is set smaller rather than broken; a long title takes a second line of about equal length. */
function fitted(line: Line): FittedLine {
  const { text, face = 'regular' } = line;
  const wide = widthOf(text, face, line.size);
  const size = line.ruled && wide > ROOM ? Math.max(20, (line.size * ROOM) / wide) : line.size;
  return { ...line, size, parts: balanceLines(text, ROOM, (piece) => widthOf(piece, face, size)) };
}

function heightOf({ parts, size, before = 0, ruled }: FittedLine): number {
  return before + parts.length * size * LEADING + (ruled ? RULE_ROOM : 0);
}

function heightOfAll(lines: readonly FittedLine[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line), 0);
}

function drawCentred(canvas: Canvas, line: FittedLine, top: number, tag: Tag): void {
  const { parts, size, before = 0, ruled } = line;
  const step = size * LEADING;
  canvas.tagged(tag, () => {
    for (const [at, part] of parts.entries())
      canvas.text(part, MIDDLE, top + before + at * step + size * ASCENT, line, 'center');
  });
  const below = top + before + parts.length * step + 2;
  if (ruled)
    canvas.artifact(() =>
      canvas.line(MIDDLE - cm(4), below, MIDDLE + cm(4), below, { color: SAFFRON, width: 1.2 }),
    );
}

/** A hair line of indigo, a bar of saffron at the head. */
function drawFrame(canvas: Canvas): void {
  canvas.artifact(() => {
    canvas.box(EDGE, EDGE, PAGE.width - 2 * EDGE, PAGE.height - 2 * EDGE, { stroke: INDIGO, width: 1 });
    canvas.box(MIDDLE - cm(2.5), EDGE - 1.5, cm(5), 3, { fill: SAFFRON });
  });
}

const SIGN_LINE = PAGE.height - cm(4);
/** Where the text ends, with room to sign below. */
const TEXT_FOOT = SIGN_LINE - cm(1.2);
const QR_SIDE = cm(2.8);
const RIGHT = PAGE.width - cm(1.6);

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
      for (const line of breakLines(set(position ?? ''), each - cm(0.4), (piece) =>
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
  const style = { size: 12, color: SOFT };
  const address = breakLines(printable(verifyAt), cm(6), (piece) => widthOf(piece, 'regular', style.size));
  const lines = [text.number(printable(number)), text.verify, ...address];
  const step = style.size * 1.15;
  const foot = PAGE.height - cm(1.5);
  const top = foot - lines.length * step - QR_SIDE;
  canvas.tagged({ type: 'Figure', alt: text.qr(verifyAt), parent }, () =>
    drawQr(canvas, qr, RIGHT - QR_SIDE, top, QR_SIDE),
  );
  canvas.tagged({ type: 'P', parent }, () => {
    for (const [at, line] of lines.entries())
      canvas.text(line, RIGHT - 8, top + QR_SIDE + (at + 0.8) * step, style, 'right');
  });
}

/** JPEG (ITU-T T.81) without its metadata segments. */
import { joinBytes } from './bytes.ts';
import { orientationOf, tiffWithOrientation } from './exif-orientation.ts';
import { sealingError } from './sealing-error.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const EXIF = 'Exif\0\0';

/** The bytes of the picture alone, ended at its end marker. Error `malformed-image`. */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  for (;;) {
    const marker = markerAt(bytes, at);
    at = marker.end;
    if (marker.code === EOI) break;
    if (isStandalone(marker.code)) {
      kept.push(new Uint8Array([0xff, marker.code]));
      continue;
    }
    const end = segmentEnd(bytes, at);
    const body = bytes.subarray(at + 2, end);
    if (marker.code === APP1 && startsWith(body, EXIF)) {
      const found = orientationOf(body.subarray(EXIF.length));
      if (orientation === 1) orientation = found;
    }
    const cleaned = cleanedBody(marker.code, body);
    if (cleaned) kept.push(segment(marker.code, cleaned));
    at = end;
    if (marker.code === SOS) {
      const scanEnd = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  return joinBytes(
    new Uint8Array([0xff, SOI]),
    ...withOrientation(kept, orientation),
    new Uint8Array([0xff, EOI]),
  );
}

/** What of a segment stays: undefined for nothing. */
function cleanedBody(code: number, body: Uint8Array): Uint8Array | undefined {
  if (code === APP0) return startsWith(body, 'JFIF\0') ? jfifWithoutThumbnail(body) : undefined;
  // Other uses of APP2 (MPF) point to further pictures after the end.
  if (code === APP2) return startsWith(body, 'ICC_PROFILE\0') ? body : undefined;
  // Adobe's marker tells the colour transform; without it some pictures change colour.
  if (code === APP14) return startsWith(body, 'Adobe') ? body.subarray(0, 12) : undefined;
  return draws(code) ? body : undefined;
}

/** Frames, tables, scans, intervals (T.81 table B.1); comments, applications and reserved codes draw nothing. */
function draws(code: number): boolean {
  return (code >= 0xc0 && code <= 0xcf) || (code >= SOS && code <= 0xdf);
}

function jfifWithoutThumbnail(body: Uint8Array): Uint8Array {
  if (body.length < 14) throw malformed('JFIF');
  const header = body.slice(0, 14);
  header[12] = 0;
  header[13] = 0;
  return header;
}

/** EXIF comes right after JFIF where there is one, else first (JFIF 1.02 wants to be the first itself). */
function withOrientation(kept: readonly Uint8Array[], orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return kept;
  const exif = segment(APP1, joinBytes(new TextEncoder().encode(EXIF), tiffWithOrientation(orientation)));
  const place = kept[0]?.[1] === APP0 ? 1 : 0;
  return [...kept.slice(0, place), exif, ...kept.slice(place)];
}

/** A marker may be preceded by any number of 0xff fill bytes. */
function markerAt(bytes: Uint8Array, start: number): { readonly code: number; readonly end: number } {
  let at = start;
  if (bytes[at] !== 0xff) throw malformed('marker');
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  if (code === undefined || code === 0) throw malformed('marker');
  return { code, end: at + 1 };
}

function isStandalone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd7);
}

function segmentEnd(bytes: Uint8Array, at: number): number {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (length < 2 || at + length > bytes.length) throw malformed('segment length');
  return at + length;
}

/** Scan data end at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !isStandalone(next)) return at;
  }
  throw malformed('no end of image');
}

function segment(code: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return joinBytes(new Uint8Array([0xff, code, length >> 8, length & 0xff]), body);
}

function startsWith(body: Uint8Array, text: string): boolean {
  return body.length >= text.length && [...text].every((sign, at) => body[at] === sign.charCodeAt(0));
}

function malformed(what: string) {
  return sealingError('malformed-image', `not a whole JPEG: ${what}`);
}

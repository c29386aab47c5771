/** WebP (RFC 9649) without its metadata chunks. */
import { joinBytes } from './bytes.ts';
import { orientationOf, tiffWithOrientation } from './exif-orientation.ts';
import { sealingError } from './sealing-error.ts';

const HEADER_BYTES = 12;
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
/** What drawing needs; a list of the good ones. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** "RIFF", a length, "WEBP". */
export function isWebp(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && fourCc(bytes, 0) === 'RIFF' && fourCc(bytes, 8) === 'WEBP';
}

/** The bytes of the picture alone, ended where its container ends. Error `malformed-image`. */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw malformed('cut');
  const kept: Uint8Array[] = [];
  let orientation = 1;
  for (let at = HEADER_BYTES; at < end; ) {
    if (at + 8 > end) throw malformed('chunk header');
    const type = fourCc(bytes, at);
    const size = view.getUint32(at + 4, true);
    // Chunks are padded to an even length; the padding is not counted in the length.
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) throw malformed('chunk length');
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'EXIF') orientation = orientationOf(withoutPrefix(data));
    if (KEPT.has(type)) kept.push(webpChunk(type, data));
    at = next;
  }
  if (!kept.some((chunk) => ['VP8 ', 'VP8L', 'ANMF'].includes(fourCc(chunk, 0))))
    throw malformed('no picture');
  const extended = kept.find((chunk) => fourCc(chunk, 0) === 'VP8X');
  if (extended) {
    extended[8] = extended[8]! & ~(EXIF_FLAG | XMP_FLAG);
    if (orientation !== 1) {
      extended[8] |= EXIF_FLAG;
      kept.push(webpChunk('EXIF', tiffWithOrientation(orientation)));
    }
  }
  const body = joinBytes(new TextEncoder().encode('WEBP'), ...kept);
  return webpChunk('RIFF', body);
}

/** Name, length, data, padding. */
export function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + data.length + (data.length % 2));
  chunk.set(new TextEncoder().encode(type));
  new DataView(chunk.buffer).setUint32(4, data.length, true);
  chunk.set(data, 8);
  return chunk;
}

/** Some writers put JPEG's "Exif\0\0" before the structure. */
const withoutPrefix = (data: Uint8Array) => (fourCc(data, 0) === 'Exif' ? data.subarray(6) : data);

const fourCc = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

function malformed(what: string) {
  return sealingError('malformed-image', `not a whole WebP: ${what}`);
}

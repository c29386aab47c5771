/** PNG (W3C PNG third edition) without its metadata chunks. */
import { joinBytes } from './bytes.ts';
import { orientationOf, tiffWithOrientation } from './exif-orientation.ts';
import { sealingError } from './sealing-error.ts';

const SIGNATURE_BYTES = 8;
/** What drawing needs: critical chunks, transparency, colour, resolution, animation. A list of the good ones. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** The bytes of the picture alone, ended at its end chunk. Error `malformed-image`. */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let orientation = 1;
  let at = SIGNATURE_BYTES;
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw malformed('cut');
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw malformed('chunk length');
    const chunk = bytes.subarray(at, end);
    type = String.fromCharCode(...chunk.subarray(4, 8));
    if (at === SIGNATURE_BYTES && type !== 'IHDR') throw malformed('no header');
    if (crc32(chunk.subarray(4, -4)) !== view.getUint32(end - 4)) throw malformed('checksum');
    if (type === 'eXIf') orientation = orientationOf(chunk.subarray(8, -4));
    if (KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  if (orientation !== 1) kept.splice(2, 0, pngChunk('eXIf', tiffWithOrientation(orientation)));
  return joinBytes(...kept);
}

/** Length, type, data, checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = joinBytes(new TextEncoder().encode(type), data);
  const ends = new Uint8Array(8);
  const view = new DataView(ends.buffer);
  view.setUint32(0, data.length);
  view.setUint32(4, crc32(typed));
  return joinBytes(ends.subarray(0, 4), typed, ends.subarray(4));
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, as PNG's annex D has it. */
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function malformed(what: string) {
  return sealingError('malformed-image', `not a whole PNG: ${what}`);
}

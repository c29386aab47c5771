import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, utf8 } from './bytes.ts';
import { orientationOf, tiffWithOrientation } from './exif-orientation.ts';
import { withoutMetadata } from './metadata.ts';
import { pngChunk } from './metadata-png.ts';
import { isSealingError } from './sealing-error.ts';

const coded = (code: string) => expect.objectContaining({ code });
const bytes = (...values: number[]) => new Uint8Array(values);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const segment = (code: number, body: Uint8Array) =>
  joinBytes(bytes(0xff, code, (body.length + 2) >> 8, (body.length + 2) & 0xff), body);
const has = (image: Uint8Array, text: string) => Buffer.from(image).includes(text, 0, 'latin1');

/** An EXIF as cameras write it, little-endian: orientation, then the name of the device. */
function cameraExif(orientation: number): Uint8Array {
  const entries = bytes(
    2,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0x10,
    1,
    2,
    0,
    9,
    0,
    0,
    0,
    38,
    0,
    0,
    0,
  );
  return joinBytes(latin('II*\0'), bytes(8, 0, 0, 0), entries, bytes(0, 0, 0, 0), latin('SECRETCAM\0GPS'));
}

const SCAN = bytes(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00);
const TABLE = segment(0xdb, new Uint8Array(65));
const FRAME = segment(0xc2, bytes(8, 0, 1, 0, 1, 1, 1, 0x11, 0));
const ADOBE = segment(0xee, joinBytes(latin('Adobe'), bytes(0, 100, 0, 0, 0, 0, 1)));
const ICC = segment(0xe2, joinBytes(latin('ICC_PROFILE\0'), bytes(1, 1, 9, 9, 9)));
const JFIF = segment(0xe0, joinBytes(latin('JFIF\0'), bytes(1, 2, 0, 0, 1, 0, 1, 0, 0)));
const PICTURE = [
  TABLE,
  FRAME,
  segment(0xda, bytes(1, 1, 0, 0, 0, 0)),
  SCAN,
  segment(0xc4, new Uint8Array(20)),
  segment(0xda, bytes(1, 1, 0, 1, 5, 0)),
  SCAN,
];
const clean = joinBytes(bytes(0xff, 0xd8), JFIF, ICC, ADOBE, ...PICTURE, bytes(0xff, 0xd9));

function telling(orientation: number): Uint8Array {
  return joinBytes(
    bytes(0xff, 0xd8),
    segment(0xe0, joinBytes(latin('JFIF\0'), bytes(1, 2, 0, 0, 1, 0, 1, 1, 1), latin('TNL'))),
    segment(0xe0, latin('JFXX\0THUMBNAIL')),
    segment(0xe1, joinBytes(latin('Exif\0\0'), cameraExif(orientation))),
    segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>AUTHOR</x:xmpmeta>')),
    ICC,
    segment(0xe2, latin('MPF\0SECONDPICTURE')),
    segment(0xed, latin('Photoshop 3.0\0IPTCCITY')),
    ADOBE,
    segment(0xfe, latin('COMMENT')),
    segment(0xf3, latin('RESERVED')),
    bytes(0xff, 0xff),
    ...PICTURE,
    bytes(0xff, 0xd9),
    latin('MOTIONPHOTO TRAILER'),
  );
}

describe('a JPEG', () => {
  it('loses all that tells on the photographer, and keeps the picture to the byte', () => {
    const { bytes: stripped, removed, kind } = withoutMetadata(telling(1));
    expect({ removed, kind }).toEqual({ removed: true, kind: 'jpeg' });
    expect(stripped).toEqual(clean);
  });

  it('keeps which way is up, and nothing else of its EXIF', () => {
    const stripped = withoutMetadata(telling(6)).bytes;
    for (const word of [
      'SECRETCAM',
      'GPS',
      'AUTHOR',
      'IPTC',
      'COMMENT',
      'THUMB',
      'TNL',
      'SECOND',
      'TRAILER',
    ]) {
      expect(has(telling(6), word)).toBe(true);
      expect(has(stripped, word)).toBe(false);
    }
    const exif = segment(0xe1, joinBytes(latin('Exif\0\0'), tiffWithOrientation(6)));
    const expected = joinBytes(bytes(0xff, 0xd8), JFIF, exif, clean.subarray(2 + JFIF.length));
    expect(stripped).toEqual(expected);
    expect(withoutMetadata(stripped)).toEqual({ bytes: stripped, removed: false, kind: 'jpeg' });
  });

  it('that tells nothing is left as it is', () => {
    expect(withoutMetadata(clean)).toEqual({ bytes: clean, removed: false, kind: 'jpeg' });
  });

  it('cut anywhere before its end is refused', () => {
    for (let length = 3; length < clean.length; length += 1) {
      expect(() => withoutMetadata(clean.slice(0, length))).toThrow(coded('malformed-image'));
    }
  });
});

const PNG_START = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const IHDR = pngChunk('IHDR', bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
const IDAT = pngChunk('IDAT', new Uint8Array(deflateSync(bytes(0, 128))));
const IEND = pngChunk('IEND', bytes());
const PHYS = pngChunk('pHYs', bytes(0, 0, 11, 19, 0, 0, 11, 19, 1));

function tellingPng(orientation: number): Uint8Array {
  return joinBytes(
    PNG_START,
    IHDR,
    pngChunk('eXIf', cameraExif(orientation)),
    PHYS,
    pngChunk('tEXt', latin('Author\0AUTHOR')),
    pngChunk('iTXt', utf8('XML:com.adobe.xmp\0\0\0\0\0สมชาย')),
    pngChunk('tIME', bytes(7, 234, 11, 23, 21, 0, 0)),
    pngChunk('prVt', latin('MAKERNOTE')),
    IDAT,
    pngChunk('zTXt', latin('Comment\0\0x')),
    IEND,
    latin('TRAILER'),
  );
}

describe('a PNG', () => {
  it('loses text, time, EXIF, unknown chunks and what follows the end', () => {
    expect(withoutMetadata(tellingPng(1))).toEqual({
      bytes: joinBytes(PNG_START, IHDR, PHYS, IDAT, IEND),
      removed: true,
      kind: 'png',
    });
  });

  it('keeps which way is up', () => {
    const stripped = withoutMetadata(tellingPng(3)).bytes;
    const exif = pngChunk('eXIf', tiffWithOrientation(3));
    expect(stripped).toEqual(joinBytes(PNG_START, IHDR, exif, PHYS, IDAT, IEND));
    expect(withoutMetadata(stripped).removed).toBe(false);
  });

  it('with a wrong checksum, or cut, is refused', () => {
    const whole = tellingPng(1);
    const flipped = whole.map((byte, at) => (at === 20 ? byte ^ 1 : byte));
    expect(() => withoutMetadata(flipped)).toThrow(coded('malformed-image'));
    const end = whole.length - 'TRAILER'.length;
    for (let length = 8; length < end; length += 1) {
      expect(() => withoutMetadata(whole.slice(0, length))).toThrow(coded('malformed-image'));
    }
  });

  it('has the checksums the platform computes', () => {
    const data = latin('IDATxyz');
    const chunk = pngChunk('IDAT', latin('xyz'));
    expect(new DataView(chunk.buffer).getUint32(chunk.length - 4)).toBe(zlibCrc32(data));
  });
});

describe('anything else', () => {
  it('comes back untouched and says so', () => {
    const pdf = latin('%PDF-1.7 /Author (x)');
    expect(withoutMetadata(pdf)).toEqual({ bytes: pdf, removed: false, kind: 'other' });
  });

  it('never fails in another way than by its code', () => {
    const starts = fc.constantFrom(bytes(0xff, 0xd8, 0xff), PNG_START, bytes());
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        try {
          withoutMetadata(joinBytes(start, rest));
        } catch (error) {
          expect(isSealingError(error, 'malformed-image')).toBe(true);
        }
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (tiff) => {
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(orientationOf(tiff));
      }),
    );
  });

  it('every orientation goes round', () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      expect(orientationOf(tiffWithOrientation(orientation))).toBe(orientation);
    }
  });
});

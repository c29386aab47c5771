/** WebP pictures lose what tells on their maker, and nothing of the picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBytes, utf8 } from './bytes.ts';
import { orientationOf, tiffWithOrientation } from './exif-orientation.ts';
import { withoutMetadata } from './metadata.ts';
import { webpChunk } from './metadata-webp.ts';

const riff = (...chunks: Uint8Array[]) => webpChunk('RIFF', joinBytes(utf8('WEBP'), ...chunks));
const header = (flags: number) => webpChunk('VP8X', Uint8Array.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
const frame = webpChunk('VP8L', Uint8Array.from([0x2f, 1, 2, 3, 4, 5, 6]));
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

test('place, author and unknown chunks go, the picture and its colours stay, and the flags say so', () => {
  const colours = webpChunk('ICCP', utf8('profile'));
  const before = riff(
    header(0x2c),
    colours,
    frame,
    webpChunk('EXIF', utf8('GPS')),
    webpChunk('XMP ', utf8('who')),
    webpChunk('what', utf8('else')),
  );
  const { bytes, kind, removed } = withoutMetadata(joinBytes(before, utf8('trailer')));
  expect([kind, removed]).toEqual(['webp', true]);
  expect(bytes).toEqual(riff(header(0x20), colours, frame));
  for (const trace of ['GPS', 'who', 'else', 'trailer']) expect(has(bytes, trace)).toBe(false);
});

test('which way is up is kept, alone', () => {
  const { bytes } = withoutMetadata(
    riff(header(0x08), frame, webpChunk('EXIF', joinBytes(tiffWithOrientation(6), utf8('CAMERA')))),
  );
  expect(has(bytes, 'CAMERA')).toBe(false);
  const exif = Buffer.from(bytes).indexOf('EXIF');
  expect(orientationOf(bytes.subarray(exif + 8))).toBe(6);
});

test('a plain picture without an extended header comes back as it was', () => {
  const plain = riff(frame);
  expect(withoutMetadata(plain)).toEqual({ bytes: plain, kind: 'webp', removed: false });
});

test('cut or garbled pictures are refused, never passed on', () => {
  const whole = riff(header(0x08), frame, webpChunk('EXIF', utf8('GPS here')));
  fc.assert(
    fc.property(fc.integer({ min: 12, max: whole.length - 1 }), (length) => {
      expect(() => withoutMetadata(whole.subarray(0, length))).toThrow(/not a whole WebP/);
    }),
  );
  expect(() => withoutMetadata(riff(header(0)))).toThrow(/no picture/);
});

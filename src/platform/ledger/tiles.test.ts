/** Paths and bundles of the public tile format. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8 } from '#platform/sealing/bytes.ts';
import { decodeBundle, encodeBundle, parseTilePath, tilePath } from './tiles.ts';

it('writes the paths of the standard', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17');
  expect(tilePath({ level: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112');
});

it('reads back every path it writes', () => {
  const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
  fc.assert(
    fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (at, index, width) => {
      expect(parseTilePath(tilePath({ level: at, index, width }))).toEqual({ level: at, index, width });
    }),
  );
});

it.each([
  'tile/0/67',
  'tile/00/067',
  'tile/64/000',
  'tile/0/x000/067',
  'tile/0/001/067',
  'tile/0/x001/x067',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/07',
  'tile/0/../../etc/passwd',
  'tile/-1/000',
  'tile/0/000/',
  'tile/0/x999/x999/x999/x999/x999/999',
])('refuses %s', (path) => {
  expect(parseTilePath(path)).toBeUndefined();
});

it('bundles keep entries of any length, and a cut bundle is noticed', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (entries) => {
      const bundle = encodeBundle(entries);
      expect(decodeBundle(bundle)?.map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]));
      expect(decodeBundle(bundle.subarray(0, -1))).toBeUndefined();
    }),
  );
  expect([...encodeBundle([utf8('ab')])]).toEqual([0, 2, 97, 98]);
  expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError);
});

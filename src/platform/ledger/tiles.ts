/**
 * The tree as C2SP tlog-tiles (https://c2sp.org/tlog-tiles): tiles of 256 hashes, eight levels high, at
 * stable paths, and the entries in bundles of 256. Any client of that standard can read the log from these.
 */
import { joinBytes } from '#platform/sealing/bytes.ts';
import { foldHashes, HASH_SIZE, type HashReader, splitHashes } from './merkle.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;

const TILE_HEIGHT = 8;
const HIGHEST_LEVEL = 63;
const MAX_ENTRY = 65_535;

/** Which tile: `entries` is the bundle of entries themselves. */
export type TilePlace = { readonly level: number | 'entries'; readonly index: number };

/** A tile place with its width, 1 to 256. */
export type TileSpan = TilePlace & { readonly width: number };

/** `tile/0/x001/067` for a full tile, `tile/0/x001/067.p/8` for a partial one, without a leading slash. */
export function tilePath({ level, index, width }: TileSpan): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile a path names, or undefined when the path is not exactly as `tilePath` would write it. */
export function parseTilePath(path: string): TileSpan | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  if (level !== 'entries' && level > HIGHEST_LEVEL) return undefined;
  if (!Number.isSafeInteger(index) || width < 1 || width > TILE_WIDTH) return undefined;
  const span: TileSpan = { level, index, width };
  return tilePath(span) === path ? span : undefined;
}

/** The tiles of hashes on the right edge of a tree, lowest level first; levels whose edge is full are absent. */
export function edgeTiles(size: number): (TileSpan & { level: number })[] {
  const edge: (TileSpan & { level: number })[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH;
    if (width > 0) edge.push({ level, index: Math.floor(count / TILE_WIDTH), width });
  }
  return edge;
}

/** Every tile of hashes of a tree, level by level, left to right. */
export function* allTiles(size: number): Generator<TileSpan & { level: number }> {
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < count; index++) {
      yield { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
    }
  }
}

/** Every bundle of entries of a tree, left to right. */
export function* allBundles(size: number): Generator<TileSpan & { level: 'entries' }> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    yield { level: 'entries', index, width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH) };
  }
}

/** Entries as a bundle: each with its length before it, two bytes, big-endian. RangeError above 65,535 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes fits no bundle`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle, or undefined when its last entry is cut off. */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return undefined;
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** Brings the bytes of the tiles asked for, in the same order, each at least as wide as it is at present. */
export type TileReader = (
  tiles: readonly { level: number; index: number }[],
) => Promise<readonly Uint8Array[]>;

/** Reads hashes of subtrees from tiles, each tile once a call. RangeError if a tile is narrower than needed. */
export function hashesFromTiles(readTiles: TileReader): HashReader {
  return async (subtrees) => {
    const places = new Map<string, { level: number; index: number }>();
    const wanted = subtrees.map(({ level, index }) => {
      const tileLevel = Math.floor(level / TILE_HEIGHT);
      const width = 2 ** (level % TILE_HEIGHT);
      const first = index * width;
      const place = { level: tileLevel, index: Math.floor(first / TILE_WIDTH) };
      const key = `${place.level}/${place.index}`;
      places.set(key, place);
      return {
        key,
        start: (first % TILE_WIDTH) * HASH_SIZE,
        end: ((first % TILE_WIDTH) + width) * HASH_SIZE,
      };
    });
    const keys = [...places.keys()];
    const tiles = keys.length === 0 ? [] : await readTiles([...places.values()]);
    const byKey = new Map(keys.map((key, i) => [key, tiles[i]!]));
    return wanted.map(({ key, start, end }) => {
      const tile = byKey.get(key)!;
      if (tile.length < end) throw new RangeError(`tile ${key} has ${tile.length} bytes, ${end} needed`);
      return foldHashes(splitHashes(tile.subarray(start, end)));
    });
  };
}

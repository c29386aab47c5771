/**
 * The right edge of a growing tree: the partial tiles, one a level. It is all that is needed to append
 * leaves, to know the root, and to say which tiles became full; at most 255 hashes a level.
 */
import { emptyRoot, foldHashes, joinHashes, nodeHash, splitHashes } from './merkle.ts';
import { edgeTiles, TILE_WIDTH } from './tiles.ts';

/** A tile of hashes with its bytes. */
export type Tile = { readonly level: number; readonly index: number; readonly hashes: Uint8Array };

/** Changes in place: a tree of millions is walked leaf by leaf. */
export type TreeEdge = { size: number; readonly levels: Uint8Array[][] };

/** The edge of a tree without leaves. */
export const emptyEdge = (): TreeEdge => ({ size: 0, levels: [] });

/**
 * The edge of a tree of `size` leaves from its partial tiles. A tile may be wider than its part (a tree that
 * has grown since): only the first hashes count. Returns the first missing or too narrow tile if there is one.
 */
export function edgeFromTiles(
  size: number,
  tileAt: (level: number, index: number) => Uint8Array | undefined,
): TreeEdge | { readonly missing: { level: number; index: number } } {
  const levels: Uint8Array[][] = [];
  for (const { level, index, width } of edgeTiles(size)) {
    const hashes = splitHashes(tileAt(level, index) ?? new Uint8Array());
    if (hashes.length < width) return { missing: { level, index } };
    while (levels.length < level) levels.push([]);
    levels[level] = hashes.slice(0, width);
  }
  return { size, levels };
}

/** Appends one leaf hash; calls `onFull` for each tile that this fills, the lowest first. */
export function appendLeaf(edge: TreeEdge, hash: Uint8Array, onFull: (tile: Tile) => void): void {
  edge.size++;
  let carried: Uint8Array | undefined = hash;
  let count = edge.size;
  for (let level = 0; carried; level++) {
    const hashes = edge.levels[level] ?? [];
    edge.levels[level] = hashes;
    hashes.push(carried);
    carried = undefined;
    if (hashes.length === TILE_WIDTH) {
      onFull({ level, index: count / TILE_WIDTH - 1, hashes: joinHashes(hashes) });
      carried = foldHashes(hashes);
      edge.levels[level] = [];
      count /= TILE_WIDTH;
    }
  }
}

/** The partial tiles as they stand. */
export function partialTiles(edge: TreeEdge): Tile[] {
  return edgeTiles(edge.size).map(({ level, index }) => ({
    level,
    index,
    hashes: joinHashes(edge.levels[level]!),
  }));
}

/** The root of the tree that ends at this edge. */
export function edgeRoot(edge: TreeEdge): Uint8Array {
  let root: Uint8Array | undefined;
  for (const hashes of edge.levels) {
    // Right to left: the lowest level holds the rightmost leaves; in a level, the widest subtree is leftmost.
    for (const subtree of completeSubtrees(hashes).reverse()) {
      root = root ? nodeHash(subtree, root) : subtree;
    }
  }
  return root ?? emptyRoot;
}

/** The hashes of the complete subtrees over a level's hashes, left to right. */
function completeSubtrees(hashes: readonly Uint8Array[]): Uint8Array[] {
  const subtrees: Uint8Array[] = [];
  let at = 0;
  for (let width = TILE_WIDTH / 2; width >= 1; width /= 2) {
    if (hashes.length - at >= width) {
      subtrees.push(foldHashes(hashes.slice(at, at + width)));
      at += width;
    }
  }
  return subtrees;
}

/**
 * Hashes a whole log again from its entries and says whether it is what was signed, whether it still begins
 * with what this auditor saw last time, and, if not, which entry or tile is the first that is wrong.
 */
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { fromBase64, sameBytes, toBase64 } from './encoding.ts';
import { isLedgerError, type LedgerErrorCode } from './ledger-error.ts';
import { type LogSource, readTile } from './log-source.ts';
import { HASH_SIZE, leafHash, splitHashes } from './merkle.ts';
import { type OpeningCount, type OpeningProblem, openingCheck } from './opened-entries.ts';
import { allBundles, decodeBundle, TILE_WIDTH, type TileSpan, tilePath } from './tiles.ts';
import { appendLeaf, edgeRoot, emptyEdge, partialTiles, type Tile, type TreeEdge } from './tree-edge.ts';

/** What an auditor keeps from one verification to the next. */
export type SeenCheckpoint = {
  readonly vkey: string;
  readonly size: number;
  /** Base 64. */
  readonly root: string;
  /** The signed note, the evidence if the log is ever rewritten. */
  readonly note: string;
};

/** The first thing that is wrong. Entries are counted from 0; `to` is not included. */
export type LogProblem =
  | { readonly code: 'checkpoint-missing' | 'vkey-missing' | 'key-changed' | LedgerErrorCode }
  | { readonly code: 'shrunk'; readonly size: number; readonly seenSize: number }
  | { readonly code: 'rewritten'; readonly seenSize: number }
  | {
      readonly code: 'bundle-missing' | 'bundle-malformed' | 'tile-missing' | 'tile-wrong';
      readonly path: string;
    }
  | { readonly code: 'entry-wrong'; readonly seq: number }
  | { readonly code: 'range-wrong'; readonly from: number; readonly to: number }
  | OpeningProblem;

export type LogVerdict =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      /** Undefined when the source gives no opened entries out. */
      readonly opening: OpeningCount | undefined;
      /** Size of the log when it was seen before, undefined at first sight. */
      readonly seenSize: number | undefined;
      /** To be kept for the next verification. */
      readonly seen: SeenCheckpoint;
    }
  | { readonly ok: false; readonly problem: LogProblem };

/**
 * Verifies the log. Without `vkey` and without `seen`, the log's own key is believed at first sight.
 * Throws only what the source throws (network, permissions).
 */
export async function verifyLog(
  source: LogSource,
  known: { readonly vkey?: string | undefined; readonly seen?: SeenCheckpoint | undefined } = {},
): Promise<LogVerdict> {
  const fail = (problem: LogProblem): LogVerdict => ({ ok: false, problem });
  const own = await readText(source, 'vkey');
  const vkey = known.vkey ?? known.seen?.vkey ?? own;
  if (vkey === undefined) return fail({ code: 'vkey-missing' });
  if (known.seen && known.seen.vkey !== vkey) return fail({ code: 'key-changed' });
  const note = await readText(source, 'checkpoint', false);
  if (note === undefined) return fail({ code: 'checkpoint-missing' });
  let checkpoint: Checkpoint;
  try {
    checkpoint = await openCheckpoint(note, vkey);
  } catch (error) {
    if (!isLedgerError(error)) throw error;
    const changed = own !== undefined && own !== vkey && error.code === 'wrong-key';
    return fail({ code: changed ? 'key-changed' : error.code });
  }
  const seenSize = known.seen?.size;
  if (seenSize !== undefined && seenSize > checkpoint.size)
    return fail({ code: 'shrunk', size: checkpoint.size, seenSize });

  const walk = await walkLog(source, checkpoint, known.seen);
  if (walk.problem) return fail(walk.problem);
  const seen = { vkey, size: checkpoint.size, root: toBase64(checkpoint.root), note };
  return { ok: true, checkpoint, opening: walk.opening, seenSize, seen };
}

/** A tile that differs from the recomputed one, and the entries under its first different hash. */
type WrongTile = { readonly path: string; readonly from: number; readonly to: number };

type Findings = {
  /** Position whose entry does not hash to what tile level 0 says, with the tile's path. */
  leaf?: WrongTile;
  /** Above level 0. */
  tile?: WrongTile;
  /** Missing or out of form: nothing after it can be hashed. */
  broken?: LogProblem;
  /** Whether the tree at the size seen last has the root seen last; undefined until reached. */
  seenHolds?: boolean;
};

async function walkLog(
  source: LogSource,
  checkpoint: Checkpoint,
  seen: SeenCheckpoint | undefined,
): Promise<{ problem?: LogProblem; opening?: OpeningCount }> {
  const lines = source.openedEntries();
  const opening = lines && openingCheck(lines);
  const found: Findings = {};
  const edge = emptyEdge();
  // The tree as the tiles of level 0 have it; the same tree until the first entry that differs.
  let stored: TreeEdge | undefined;
  const checkSeen = () => {
    if (seen?.size === edge.size)
      found.seenHolds = sameBytes(edgeRoot(edge), fromBase64(seen.root) ?? new Uint8Array());
  };

  checkSeen();
  for (const bundle of allBundles(checkpoint.size)) {
    const read = await readBundle(source, bundle);
    if ('code' in read) {
      found.broken = read;
      break;
    }
    const filled: Tile[] = [];
    for (const [i, commitment] of read.commitments.entries()) {
      const hash = leafHash(commitment);
      const said = read.hashes[i]!;
      if (!stored && !sameBytes(hash, said)) {
        found.leaf = { path: read.tilePath, from: edge.size, to: edge.size + 1 };
        stored = { size: edge.size, levels: edge.levels.map((level) => [...level]) };
      }
      if (stored) appendLeaf(stored, said, () => undefined);
      appendLeaf(edge, hash, (tile) => filled.push(tile));
      checkSeen();
      await opening?.next(commitment);
    }
    found.broken = await compareTiles(source, filled, found);
    if (found.broken) break;
  }
  found.broken ??= await compareTiles(source, partialTiles(edge), found);
  const opened = await opening?.finish();
  return {
    problem: conclude(checkpoint, edge, stored, found, opened?.problem, seen),
    opening: opened?.count,
  };
}

/** Compares recomputed tiles above level 0 with the stored ones; level 0 is compared leaf by leaf. */
async function compareTiles(
  source: LogSource,
  tiles: readonly Tile[],
  found: Findings,
): Promise<LogProblem | undefined> {
  for (const { level, index, hashes } of tiles.filter((tile) => tile.level > 0)) {
    const span = { level, index, width: hashes.length / HASH_SIZE };
    const bytes = await readTile(source, span);
    if (!bytes || bytes.length < hashes.length) return { code: 'tile-missing', path: tilePath(span) };
    const said = splitHashes(bytes);
    const offset = splitHashes(hashes).findIndex((hash, i) => !sameBytes(hash, said[i]!));
    if (offset >= 0) {
      const from = (index * TILE_WIDTH + offset) * TILE_WIDTH ** level;
      found.tile ??= { path: tilePath(span), from, to: from + TILE_WIDTH ** level };
    }
  }
  return undefined;
}

/** From what does not agree with what, names the part that must be wrong: only the signed root is believed. */
function conclude(
  checkpoint: Checkpoint,
  edge: TreeEdge,
  stored: TreeEdge | undefined,
  found: Findings,
  opened: OpeningProblem | undefined,
  seen: SeenCheckpoint | undefined,
): LogProblem | undefined {
  if (found.broken) return found.broken;
  if (sameBytes(edgeRoot(edge), checkpoint.root)) {
    // The entries are what was signed. What differs from them is wrong itself.
    if (found.seenHolds === false) return { code: 'rewritten', seenSize: seen!.size };
    const tile = [found.leaf, found.tile]
      .filter((one) => one !== undefined)
      .sort((a, b) => a.from - b.from)[0];
    if (opened && (!tile || opened.seq <= tile.from)) return opened;
    return tile && { code: 'tile-wrong', path: tile.path };
  }
  const suspects = [
    found.leaf && stored && sameBytes(edgeRoot(stored), checkpoint.root) ? found.leaf.from : undefined,
    opened?.code === 'opened-entry-wrong' ? opened.seq : undefined,
  ].filter((seq) => seq !== undefined);
  if (suspects.length > 0) return { code: 'entry-wrong', seq: Math.min(...suspects) };
  if (found.leaf) return { code: 'entry-wrong', seq: found.leaf.from };
  // Entries, opened entries and tiles of level 0 were changed together: the tiles above bound the place.
  const from = found.tile?.from ?? (found.seenHolds ? seen!.size : 0);
  return { code: 'range-wrong', from, to: Math.min(found.tile?.to ?? checkpoint.size, checkpoint.size) };
}

async function readBundle(
  source: LogSource,
  span: TileSpan,
): Promise<LogProblem | { commitments: Uint8Array[]; hashes: Uint8Array[]; tilePath: string }> {
  const path = tilePath(span);
  const bytes = await readTile(source, span);
  if (!bytes) return { code: 'bundle-missing', path };
  const commitments = decodeBundle(bytes)?.slice(0, span.width);
  if (commitments?.length !== span.width || commitments.some((entry) => entry.length !== HASH_SIZE))
    return { code: 'bundle-malformed', path };
  const tileSpan = { ...span, level: 0 };
  const tile = await readTile(source, tileSpan);
  if (!tile || tile.length < span.width * HASH_SIZE)
    return { code: 'tile-missing', path: tilePath(tileSpan) };
  return { commitments, hashes: splitHashes(tile).slice(0, span.width), tilePath: tilePath(tileSpan) };
}

async function readText(source: LogSource, path: string, trim = true): Promise<string | undefined> {
  const bytes = await source.read(path);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  return trim ? text.trim() : text;
}

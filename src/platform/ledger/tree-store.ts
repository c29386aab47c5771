/** The tree in PostgreSQL: its tiles, its last head, its right edge. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { sameBytes } from './encoding.ts';
import { ledgerError } from './ledger-error.ts';
import { edgeTiles, type TileReader } from './tiles.ts';
import { edgeFromTiles, edgeRoot, emptyEdge, type Tile, type TreeEdge } from './tree-edge.ts';

/** A signed head as it is kept. */
export type StoredCheckpoint = {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly vkey: string;
};

/** The widest head signed so far; undefined before the first. */
export function lastCheckpoint(db: Queries): Promise<StoredCheckpoint | undefined> {
  return db
    .selectFrom('ledger.checkpoint')
    .select(['size', 'root', 'note', 'vkey'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Reads tiles, all of one call in one query. Error `ledger-damaged` naming a tile that is not there. */
export function storedTiles(db: Queries): TileReader {
  return async (tiles) => {
    const { rows } = await sql<Tile>`
      select t.level, t.index, t.hashes
      from unnest(${tiles.map(({ level }) => level)}::int[], ${tiles.map(({ index }) => index)}::bigint[])
        as wanted (level, index)
      join ledger.tile t using (level, index)`.execute(db);
    const found = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
    return tiles.map(({ level, index }) => {
      const hashes = found.get(`${level}/${index}`);
      if (!hashes) throw ledgerError('ledger-damaged', `tile ${level}/${index} is missing`);
      return hashes;
    });
  };
}

/**
 * The right edge of the tree under a head, checked against its root, so that nobody signs on top of tiles that
 * were changed. Error `ledger-damaged`.
 */
export async function loadEdge(db: Queries, head: StoredCheckpoint | undefined): Promise<TreeEdge> {
  if (!head) return emptyEdge();
  const spans = edgeTiles(head.size);
  const tiles = spans.length === 0 ? [] : await storedTiles(db)(spans);
  const edge = edgeFromTiles(head.size, (level, index) => {
    return tiles[spans.findIndex((span) => span.level === level && span.index === index)];
  });
  if ('missing' in edge) {
    const { level, index } = edge.missing;
    throw ledgerError('ledger-damaged', `tile ${level}/${index} is cut short`);
  }
  if (!sameBytes(edgeRoot(edge), head.root))
    throw ledgerError('ledger-damaged', `the tiles do not lead to the root signed at ${head.size} entries`);
  return edge;
}

/** Writes new and widened tiles. */
export async function saveTiles(trx: InTransaction, tiles: readonly Tile[]): Promise<void> {
  await sql`
    insert into ledger.tile (level, index, hashes)
    select * from unnest(
      ${tiles.map(({ level }) => level)}::int[],
      ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.from(hashes))}::bytea[]
    )
    on conflict (level, index) do update
    set hashes = excluded.hashes`.execute(trx);
}

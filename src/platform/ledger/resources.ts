/** The log's public resources by their path, as the web serves them and as an export writes them. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import { HASH_SIZE } from './merkle.ts';
import { encodeBundle, parseTilePath, TILE_WIDTH, type TileSpan } from './tiles.ts';
import { lastCheckpoint } from './tree-store.ts';

/** A resource: text that changes, or bytes that never will. */
export type LedgerResource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'immutable'; readonly bytes: Uint8Array };

/** The resource at a path under the log's prefix, without a leading slash; undefined when there is none. */
export async function readResource(db: Queries, path: string): Promise<LedgerResource | undefined> {
  if (path === 'checkpoint' || path === 'vkey') {
    const head = await lastCheckpoint(db);
    return head && { kind: 'text', text: path === 'vkey' ? `${head.vkey}\n` : head.note };
  }
  const span = parseTilePath(path);
  const bytes = span && (await readSpan(db, span));
  return bytes && { kind: 'immutable', bytes };
}

/** The tile or bundle exactly as wide as asked, undefined when the tree does not have it that wide. */
async function readSpan(db: Queries, { level, index, width }: TileSpan): Promise<Uint8Array | undefined> {
  if (level === 'entries') {
    const { rows } = await sql<{ commitment: Buffer }>`
      select commitment
      from ledger.entry
      where seq >= ${index * TILE_WIDTH} and seq < ${index * TILE_WIDTH + width}
      order by seq`.execute(db);
    return rows.length === width ? encodeBundle(rows.map(({ commitment }) => commitment)) : undefined;
  }
  const tile = await db
    .selectFrom('ledger.tile')
    .select('hashes')
    .where('level', '=', level)
    .where('index', '=', index)
    .executeTakeFirst();
  if (!tile || tile.hashes.length < width * HASH_SIZE) return undefined;
  return tile.hashes.subarray(0, width * HASH_SIZE);
}

/**
 * Gives acts their place: takes what waits in the outbox, extends the tree, signs its head, all in one
 * transaction. An advisory lock makes sure that one integrator works at a time; a kill at any point loses nothing.
 */
import { sql } from 'kysely';
import type { Database, InTransaction } from '#platform/database/connection.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { leafHash, treeRoot } from './merkle.ts';
import { readOffBoxCopy, requireNotBehind, type Watermark, writeOffBoxCopy } from './off-box-copy.ts';
import { type NoteSigner, vkeyOf } from './signed-note.ts';
import { hashesFromTiles } from './tiles.ts';
import { appendLeaf, edgeRoot, partialTiles, type Tile } from './tree-edge.ts';
import { lastCheckpoint, loadEdge, type StoredCheckpoint, saveTiles, storedTiles } from './tree-store.ts';

/** What integrating needs. The database is the worker role's. */
export type IntegratorParts = {
  readonly db: Database;
  readonly signer: NoteSigner;
  /** `DATA_DIR/ledger-last-checkpoint`, better still a path on another machine's disk. */
  readonly offBoxPath: string;
  /** Time is passed in. */
  readonly now: () => Date;
};

/** One integrator's memory between batches. */
export type Integration = IntegratorParts & { mark: Watermark | undefined };

/** `busy`: another integrator was at work. */
export type BatchResult = { readonly placed: number; readonly size: number } | 'busy';

/** Acts placed in one transaction at most: some tens of milliseconds of work. */
export const BATCH_LIMIT = 5_000;

// "ledger" in ASCII; advisory locks live in one number space for the whole database.
const LOCK = 0x6c6564676572;

/**
 * Checks that this database may be extended: signed with this key, not behind what was signed, and its tiles
 * lead to the signed root. Signs the empty tree on the very first start.
 * Errors `wrong-key`, `restored-from-backup`, `ledger-forked`, `ledger-damaged`.
 */
export async function openIntegration(parts: IntegratorParts): Promise<Integration> {
  const vkey = vkeyOf(parts.signer);
  const head = await lastCheckpoint(parts.db);
  if (head) await openCheckpoint(head.note, vkey);
  const mark = await readOffBoxCopy(parts.offBoxPath, vkey);
  await requireNotBehind(mark, head?.size ?? 0, (size) =>
    treeRoot(size, hashesFromTiles(storedTiles(parts.db))),
  );
  await loadEdge(parts.db, head);
  const integration = { ...parts, mark };
  if (!head) await integrateBatch(integration);
  return integration;
}

/** Places what is visible now. Errors as `openIntegration`, and what the database throws. */
export async function integrateBatch(integration: Integration): Promise<BatchResult> {
  const { db, signer, now } = integration;
  const result = await db.transaction().execute(async (trx): Promise<Signed | 'busy'> => {
    // Held to the end of the transaction, so that the next holder sees this head: no gap for a kill to fall in.
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as ours`.execute(
      trx,
    );
    if (!rows[0]!.ours) return 'busy';
    const head = await lastCheckpoint(trx);
    // The trees behind it were compared when the integration opened; from then on the size alone can fall back.
    await requireNotBehind(integration.mark, head?.size ?? 0, async () => integration.mark!.root);
    const waiting = head ? await isAnyWaiting(trx) : true;
    return waiting ? extend(trx, head, signer, now()) : { placed: 0, head: head! };
  });
  if (result === 'busy') return result;
  const { placed, head } = result;
  if (placed > 0 || integration.mark?.size !== head.size) {
    // After the commit: a copy ahead of the database would refuse for ever.
    await writeOffBoxCopy(integration.offBoxPath, head.note);
    integration.mark = { size: head.size, root: head.root };
  }
  return { placed, size: head.size };
}

/** Integrates until nothing waits; for tests, imports and the end of a run. Returns the size of the tree. */
export async function drainOutbox(integration: Integration): Promise<number> {
  for (;;) {
    const result = await integrateBatch(integration);
    if (result === 'busy') await new Promise((done) => setTimeout(done, 5));
    else if (result.placed < BATCH_LIMIT) return result.size;
  }
}

type Signed = { readonly placed: number; readonly head: StoredCheckpoint };

async function extend(
  trx: InTransaction,
  before: StoredCheckpoint | undefined,
  signer: NoteSigner,
  at: Date,
): Promise<Signed> {
  const edge = await loadEdge(trx, before);
  const commitments = await placeWaiting(trx, edge.size);
  const tiles: Tile[] = [];
  for (const commitment of commitments) appendLeaf(edge, leafHash(commitment), (tile) => tiles.push(tile));
  if (before && commitments.length === 0) return { placed: 0, head: before };
  tiles.push(...partialTiles(edge));
  if (tiles.length > 0) await saveTiles(trx, tiles);
  const root = Buffer.from(edgeRoot(edge));
  const note = await signCheckpoint({ size: edge.size, root }, signer);
  const head = { size: edge.size, root, note, vkey: vkeyOf(signer) };
  await trx
    .insertInto('ledger.checkpoint')
    .values({ ...head, signed_at: at })
    .execute();
  return { placed: commitments.length, head };
}

async function isAnyWaiting(trx: InTransaction): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select from ledger.outbox) as waiting`.execute(trx);
  return rows[0]!.waiting;
}

/**
 * Moves what is visible from the outbox into places `size`, `size` + 1, …; returns the commitments in order.
 * It takes whatever has committed, never "greater than the last number": transactions commit out of order.
 */
async function placeWaiting(trx: InTransaction, size: number): Promise<Buffer[]> {
  const { rows } = await sql<{ commitment: Buffer }>`
    with taken as (
      delete from ledger.outbox
      where id = any (array (select id from ledger.outbox order by id limit ${BATCH_LIMIT}))
      returning id, commitment, salt, entry
    ), placed as (
      insert into ledger.entry (seq, outbox_id, commitment, salt, entry)
      select ${size}::bigint + row_number() over (order by id) - 1, id, commitment, salt, entry
      from taken
      returning seq, commitment
    )
    select commitment
    from placed
    order by seq`.execute(trx);
  return rows.map(({ commitment }) => commitment);
}

/** Proofs from the stored tree: that an act is in it, and that one head continues another. */
import type { Queries } from '#platform/database/connection.ts';
import type { SaltedEntry } from './commitment.ts';
import { ledgerError } from './ledger-error.ts';
import { consistencyProof, inclusionProof } from './merkle.ts';
import { hashesFromTiles } from './tiles.ts';
import { formatTlogProof, openingOf } from './tlog-proof.ts';
import { lastCheckpoint, storedTiles } from './tree-store.ts';

/** How to find an act: the number it was recorded under, its place, or its commitment. */
export type ActReference =
  | { readonly outboxId: number }
  | { readonly seq: number }
  | { readonly commitment: Uint8Array };

/** A proof, or `pending` while the act has no place yet (or never was: who asks must know that it was recorded). */
export type ProofOfFiling = { readonly seq: number; readonly text: string } | 'pending';

/** The place of an act in the tree, undefined while it has none. Any role may ask. */
export async function positionOf(db: Queries, act: ActReference): Promise<number | undefined> {
  let query = db.selectFrom('ledger.entry').select('seq');
  if ('outboxId' in act) query = query.where('outbox_id', '=', act.outboxId);
  else if ('seq' in act) query = query.where('seq', '=', act.seq);
  else query = query.where('commitment', '=', Buffer.from(act.commitment));
  return (await query.executeTakeFirst())?.seq;
}

/**
 * The `.tlog-proof` file for an act, under the newest head. With the opening (salt and entry) the file says
 * itself which act it proves: give it only to the person whose act it is.
 */
export async function proofOfFiling(
  db: Queries,
  act: ActReference,
  opening?: Pick<SaltedEntry, 'entry' | 'salt'>,
): Promise<ProofOfFiling> {
  const seq = await positionOf(db, act);
  if (seq === undefined) return 'pending';
  // Asked after the place: place and head commit together, so this head has the entry.
  const head = await lastCheckpoint(db);
  if (!head || head.size <= seq) throw ledgerError('ledger-damaged', `no signed head has the entry ${seq}`);
  const hashes = await inclusionProof(seq, head.size, hashesFromTiles(storedTiles(db)));
  const extra = opening && { extra: openingOf(opening) };
  return { seq, text: formatTlogProof({ ...extra, index: seq, hashes, checkpoint: head.note }) };
}

/** The hashes by which a witness checks that the newest head continues an older one of `oldSize` entries. */
export async function proofOfConsistency(
  db: Queries,
  oldSize: number,
): Promise<{ readonly hashes: Uint8Array[]; readonly checkpoint: string } | undefined> {
  const head = await lastCheckpoint(db);
  if (!head || oldSize > head.size) return undefined;
  const hashes = await consistencyProof(oldSize, head.size, hashesFromTiles(storedTiles(db)));
  return { hashes, checkpoint: head.note };
}

/** The signed proof of filing, which opens its own commitment: for the reporter alone. */
import { proofOfFiling } from '#platform/ledger/proof.ts';
import type { Parts } from './needs.ts';
import { readOpening } from './report.queries.ts';

/** The text of a `.tlog-proof`; `pending` for the second or so until the entry has its place in the tree. */
export async function proveFiling({ ground }: Parts, id: string): Promise<string | 'pending' | undefined> {
  const db = ground.databases.public;
  const opening = await readOpening(db, id);
  if (!opening) return undefined;
  // Erased for privacy: the proof still stands, it no longer says what it proves.
  const speaks =
    opening.entry !== null && opening.salt !== null
      ? { entry: opening.entry, salt: new Uint8Array(opening.salt) }
      : undefined;
  const proof = await proofOfFiling(db, { outboxId: opening.outbox_id }, speaks);
  return proof === 'pending' ? 'pending' : proof.text;
}

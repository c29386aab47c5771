/** The newest signed head of the ledger as its public page shows it. */
import type { Database } from '#platform/database/connection.ts';
import { claimedCheckpoint } from '#platform/ledger/checkpoint.ts';
import { readResource } from '#platform/ledger/resources.ts';
import { toHex } from '#platform/sealing/bytes.ts';

export type LedgerHead = {
  readonly origin: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  readonly vkey: string;
};

export async function ledgerHead(db: Database): Promise<LedgerHead | undefined> {
  const [checkpoint, vkey] = await Promise.all([readResource(db, 'checkpoint'), readResource(db, 'vkey')]);
  if (checkpoint?.kind !== 'text' || vkey?.kind !== 'text') return undefined;
  const { origin, size, root } = claimedCheckpoint(checkpoint.text);
  return { origin, size, root: toHex(root), vkey: vkey.text.trim() };
}

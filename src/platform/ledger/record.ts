/** Records an act in the transaction that makes the change: both commit, or neither. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import { commitAct, type LedgerAct, type SaltedEntry } from './commitment.ts';
import { ledgerError } from './ledger-error.ts';
import { ERASURE_ACT } from './opened-entries.ts';

/** An act on its way into the ledger; `outboxId` finds it again, before and after it has its place. */
export type RecordedAct = SaltedEntry & { readonly outboxId: number };

/** Error `malformed-entry`; otherwise only what the database throws. */
export async function recordAct(trx: InTransaction, act: LedgerAct): Promise<RecordedAct> {
  const salted = commitAct(act);
  const { rows } = await sql<{ id: number }>`
    select ledger.record(${salted.entry}, ${Buffer.from(salted.salt)}) as id`.execute(trx);
  return { ...salted, outboxId: rows[0]!.id };
}

/**
 * Erases what an entry said, as privacy law may demand; the tree and every proof stay. The erasure is itself an
 * act, so that `verify` tells a recorded erasure from a vanished entry. Worker role only.
 * Error `unknown-entry` when there is no such entry or nothing left to erase.
 */
export async function eraseEntry(
  trx: InTransaction,
  erasure: Pick<LedgerAct, 'unit' | 'role' | 'at'> & { readonly seq: number; readonly basis: string },
): Promise<RecordedAct> {
  const { seq, basis, ...who } = erasure;
  const { rows } = await sql<{ erased: boolean }>`select ledger.erase(${seq}) as erased`.execute(trx);
  if (!rows[0]!.erased) throw ledgerError('unknown-entry', `there is nothing to erase at ${seq}`);
  return recordAct(trx, { act: ERASURE_ACT, object: 'ledger-entry', ...who, facts: { seq, basis } });
}

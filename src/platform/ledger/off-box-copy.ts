/**
 * The last signed head, kept outside the database. A database restored from backup has forgotten heads that the
 * world has seen; signing new ones from there would show two histories. This file remembers, and refuses.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { openCheckpoint } from './checkpoint.ts';
import { toBase64 } from './encoding.ts';
import { isLedgerError, ledgerError } from './ledger-error.ts';

/** A head that must never be contradicted. */
export type Watermark = { readonly size: number; readonly root: Uint8Array };

/** Reads the copy; undefined when there is none yet. Errors `wrong-key`, `ledger-damaged`. */
export async function readOffBoxCopy(path: string, vkey: string): Promise<Watermark | undefined> {
  let note: string;
  try {
    note = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return await openCheckpoint(note, vkey);
  } catch (error) {
    if (isLedgerError(error, 'wrong-key'))
      throw ledgerError('wrong-key', `${path} was signed with another ledger key`, error);
    throw ledgerError('ledger-damaged', `${path} does not hold a signed checkpoint`, error);
  }
}

/** Replaces the copy; a crash leaves the old one or the new one, never half of one. */
export async function writeOffBoxCopy(path: string, note: string): Promise<void> {
  await writeFile(`${path}.new`, note, { mode: 0o644 });
  await rename(`${path}.new`, path);
}

/** Refuses a head behind the watermark, or another tree of that size. `rootAt` gives the root at a size. */
export async function requireNotBehind(
  mark: Watermark | undefined,
  size: number,
  rootAt: (size: number) => Promise<Uint8Array>,
): Promise<void> {
  if (!mark) return;
  if (size < mark.size)
    throw ledgerError(
      'restored-from-backup',
      `the database holds a ledger of ${size} entries, but ${mark.size} were signed; restore a later backup`,
    );
  const root = await rootAt(mark.size);
  if (toBase64(root) !== toBase64(mark.root))
    throw ledgerError(
      'ledger-forked',
      `the ledger in the database is not the one that was signed at ${mark.size} entries`,
    );
}

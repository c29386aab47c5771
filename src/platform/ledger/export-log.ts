/** Writes the log into a folder: the public resources, and the opened entries for an auditor who may see them. */
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database, InTransaction } from '#platform/database/connection.ts';
import { ledgerError } from './ledger-error.ts';
import { OPENED_ENTRIES } from './log-source.ts';
import { openedLine } from './opened-entries.ts';
import { readResource } from './resources.ts';
import { allBundles, allTiles, TILE_WIDTH, tilePath } from './tiles.ts';
import { lastCheckpoint } from './tree-store.ts';

/** What was written. */
export type LogExport = { readonly size: number; readonly opened: number; readonly erased: number };

/**
 * Exports one consistent state of the log. The folder must be new or empty. With `entries: 'none'` only what is
 * public is written; otherwise the database must be the worker role's (or the owner's).
 */
export async function exportLog(
  db: Database,
  folder: string,
  entries: 'opened' | 'none' = 'opened',
): Promise<LogExport> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const head = await lastCheckpoint(trx);
      if (!head) throw ledgerError('unknown-entry', 'the ledger has not been opened yet');
      const paths = ['vkey', 'checkpoint'];
      for (const span of allTiles(head.size)) paths.push(tilePath(span));
      for (const span of allBundles(head.size)) paths.push(tilePath(span));
      for (const path of paths) await writeResource(trx, folder, path);
      const counts = entries === 'none' ? { opened: 0, erased: 0 } : await writeOpened(trx, folder);
      return { size: head.size, ...counts };
    });
}

async function writeResource(trx: InTransaction, folder: string, path: string): Promise<void> {
  const resource = await readResource(trx, path);
  if (!resource) throw ledgerError('ledger-damaged', `${path} is missing`);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), resource.kind === 'text' ? resource.text : resource.bytes);
}

async function writeOpened(trx: InTransaction, folder: string): Promise<{ opened: number; erased: number }> {
  // For the auditor's eyes: the entries say what kind of act was done where.
  const file = await open(join(folder, OPENED_ENTRIES), 'wx', 0o600);
  try {
    let [opened, erased, next] = [0, 0, 0];
    for (;;) {
      const rows = await trx
        .selectFrom('ledger.entry')
        .select(['seq', 'salt', 'entry'])
        .where('seq', '>=', next)
        .orderBy('seq')
        .limit(TILE_WIDTH)
        .execute();
      if (rows.length === 0) return { opened, erased };
      const kept = rows.filter(({ entry }) => entry !== null).length;
      opened += kept;
      erased += rows.length - kept;
      next = rows.at(-1)!.seq + 1;
      await file.appendFile(rows.map(({ seq, salt, entry }) => `${openedLine(seq, salt, entry)}\n`).join(''));
    }
  } finally {
    await file.close();
  }
}

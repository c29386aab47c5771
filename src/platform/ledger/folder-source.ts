/** A log exported into a folder, as `scripts/export-ledger.ts` writes it. Node only. */
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type LogSource, OPENED_ENTRIES } from './log-source.ts';

/** Reads an exported log from its folder. */
export function folderSource(folder: string): LogSource {
  return {
    name: folder,
    read: async (path) => {
      try {
        return await readFile(join(folder, path));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw error;
      }
    },
    openedEntries: () => {
      const path = join(folder, OPENED_ENTRIES);
      if (!existsSync(path)) return undefined;
      return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
    },
  };
}

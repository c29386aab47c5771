/** Sealed files in a folder: written beside their place, synced, then linked there: no half file, and none written over. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Stored = { readonly size: number; readonly sha256: Buffer };

export type FileStore = {
  /**
   * Stores all bytes of the stream under the id. Throws `TooLarge` past `limit` bytes, and `Taken` when other bytes
   * stand there; leaves nothing behind then.
   */
  readonly put: (id: string, content: Readable, limit: number) => Promise<Stored>;
  /** The stored bytes, or those from `first` to `last` of them; `size` is that of the whole. Undefined when there are none. */
  readonly read: (
    id: string,
    part?: { readonly first: number; readonly last: number },
  ) => Promise<{ size: number; content: Readable } | undefined>;
  readonly remove: (id: string) => Promise<void>;
};

export class TooLarge extends Error {
  constructor() {
    super('the file is larger than allowed');
    this.name = 'TooLarge';
  }
}

export class Taken extends Error {
  constructor() {
    super('other bytes are stored under this id');
    this.name = 'Taken';
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function folderStore(root: string): FileStore {
  const place = (id: string) => {
    // An id becomes a path: anything but a UUID could climb out of the folder.
    if (!uuid.test(id)) throw new Error('not a file id');
    return join(root, id.slice(0, 2), id);
  };
  return {
    async put(id, content, limit) {
      const path = place(id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      const hash = createHash('sha256');
      let size = 0;
      try {
        await pipeline(
          content,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              size += chunk.length;
              if (size > limit) throw new TooLarge();
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(unfinished, { mode: 0o600 }),
        );
        const file = await open(unfinished);
        await file.sync();
        await file.close();
        const sha256 = hash.digest();
        // Two may send at once: unlike a rename, a link never replaces what came first and may be named already.
        await link(unfinished, path).catch(async (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
          if (!sha256.equals(await hashOf(path))) throw new Taken();
        });
        return { size, sha256 };
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    async read(id, part) {
      const path = place(id);
      const found = await stat(path).catch(() => undefined);
      const range = part ? { start: part.first, end: part.last } : {};
      return found && { size: found.size, content: createReadStream(path, range) };
    },
    remove: (id) => rm(place(id), { force: true }),
  };
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}

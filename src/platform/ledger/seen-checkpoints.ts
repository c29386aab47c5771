/** An auditor's memory: the last head seen of each log, in one JSON file. Node only. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SeenCheckpoint } from './verify-log.ts';

/** Heads by the log's name (its origin), and again by the web address where it was read. */
export type SeenCheckpoints = Readonly<Record<string, SeenCheckpoint>>;

/** Where the memory is unless the auditor says otherwise: not in the log's own folder, which others can write. */
export function usualMemory(env: NodeJS.ProcessEnv = process.env): string {
  const state = env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(state, 'prongsai', 'seen-checkpoints.json');
}

/** What was seen; nothing when there is no file yet. A file that cannot be read is an error, never "nothing seen". */
export async function readSeen(path: string): Promise<SeenCheckpoints> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SeenCheckpoints;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** Remembers the head of one log, under every name it is known by, beside the others. */
export async function rememberSeen(
  path: string,
  names: readonly string[],
  seen: SeenCheckpoint,
): Promise<void> {
  const all = { ...(await readSeen(path)), ...Object.fromEntries(names.map((name) => [name, seen])) };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/** Starts the program as its administrator would, in a process of its own, and reads what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = join(import.meta.dirname, '../..');

export type Started = {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything written to standard output and error so far. */
  readonly output: () => string;
  /** Resolves with the exit code (null after a signal). */
  readonly ended: Promise<number | null>;
};

/** A data folder of its own, which the embedded database's user can reach. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'prongsai-start-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

/** Runs `node scripts/start.ts` with the settings; does not wait for it to answer. */
export function launch(settings: Record<string, string>): Started {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    // Node keeps what it compiled where bootstrap.mjs says so, too.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return {
    process: child,
    url: `http://127.0.0.1:${settings['PORT']}`,
    output: () => output,
    ended: new Promise((done) => child.once('close', done)),
  };
}

/** Waits until the program answers. Throws with what it printed when it ends or stays silent for a minute. */
export async function answering(started: Started): Promise<void> {
  let over = false;
  void started.ended.then(() => (over = true));
  for (let tries = 0; tries < 600; tries++) {
    if (over) break;
    const answer = await fetch(started.url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`the program does not answer:\n${started.output()}`);
}

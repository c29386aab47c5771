/** What lies under a running instance: its database, opened as its owner, and the auditor's command over its ledger. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { root } from '../start/instance.ts';
import type { Instance } from './fixtures.ts';

/** The owner's connection, which no row-level security holds back. End it after use. */
export async function openDatabase({ dataDir }: Instance): Promise<pg.Client> {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets/installation.json'), 'utf8')) as {
    databasePassword: string;
  };
  // The engine runs already: this only finds its socket.
  const engine = await startEmbeddedPostgres(dataDir, secrets.databasePassword);
  const client = new pg.Client({ connectionString: engine.url('prongsai') });
  await client.connect();
  return client;
}

/** `npm run verify -- <target>` as an auditor who sees the log for the first time. */
export const verify = (target: string, ...words: readonly string[]) =>
  runScript('verify', [target, '--no-memory', ...words]);

/** Writes the ledger with its texts into a folder, as an administrator does for an auditor; returns the folder. */
export async function exportLedger({ dataDir }: Instance, name: string): Promise<string> {
  const folder = join(dataDir, name);
  const { code, said } = await runScript('export-ledger', [folder], { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(said);
  return folder;
}

/** One of the scripts of the repository, as its `npm run` starts it. */
export function runScript(
  name: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`scripts/${name}.ts`, ...words], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('close', (code) => done({ code, said }));
  });
}

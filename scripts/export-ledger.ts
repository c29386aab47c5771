/**
 * `node bootstrap.mjs scripts/export-ledger.ts <new folder> [--public-only]`: writes the ledger into a folder that
 * `npm run verify` reads, while the program runs or while it is stopped. With `--public-only` the folder holds
 * only what anybody may see, and can be put on any web server as a mirror.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { holdDataDir } from '#main/data-dir-lock.ts';
import { openSecrets } from '#main/secrets.ts';
import { readSettings, type Settings } from '#main/settings.ts';
import { connect } from '#platform/database/connection.ts';
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { describeFailure, StartFailure } from '#platform/http/start-failure.ts';
import { ledgerMessages } from '#platform/ledger/describe-verdict.ts';
import { exportLog } from '#platform/ledger/export-log.ts';
import { locales } from '#platform/text/messages.ts';

const [th, en] = locales.map(ledgerMessages) as [
  ReturnType<typeof ledgerMessages>,
  ReturnType<typeof ledgerMessages>,
];

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'public-only': { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    console.log(`${th.exportUsage}\n${en.exportUsage}`);
    return 1;
  }
  const source = await openDatabase(readSettings());
  const db = connect(source.ownerUrl, 1);
  try {
    const { size } = await exportLog(db, folder, values['public-only'] ? 'none' : 'opened');
    console.log(`${th.exported(size, folder)}\n${en.exported(size, folder)}`);
    return 0;
  } finally {
    await db.destroy();
    await source.close();
  }
}

/** The database of the installation; its engine is stopped again only when nobody else was using it. */
async function openDatabase(settings: Settings): Promise<{ ownerUrl: string; close: () => Promise<void> }> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl) return { ownerUrl: databaseUrl, close: async () => undefined };
  if (!existsSync(join(dataDir, 'postgres')))
    throw new StartFailure('no-installation', en.noInstallation(dataDir), th.noInstallation(dataDir));
  const release = holdUnlessRunning(dataDir);
  const engine = await startEmbeddedPostgres(dataDir, openSecrets(dataDir).databasePassword);
  return {
    ownerUrl: engine.url('prongsai'),
    close: async () => {
      if (release) await engine.stop();
      release?.();
    },
  };
}

function holdUnlessRunning(dataDir: string): (() => void) | undefined {
  try {
    return holdDataDir(dataDir);
  } catch (error) {
    if (error instanceof StartFailure && error.code === 'already-running') return undefined;
    throw error;
  }
}

/** Work on the installation's database from a command, beside the running program or without it. */
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { migrate } from '#platform/database/migrate.ts';
import { selfTest } from '#platform/database/self-test.ts';
import { StartFailure } from '#platform/http/start-failure.ts';
import { holdDataDir } from './data-dir-lock.ts';
import { openSecrets } from './secrets.ts';
import { seed } from './seed.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * Hands over the owner's address of the database that `npm start` would use, brought up to date. A running program's
 * engine is joined and left running; otherwise the engine is started for the work and stopped after it.
 * @throws StartFailure with one clear sentence for whatever stands in the way
 */
export async function withInstallation<T>(
  work: (ownerUrl: string) => Promise<T>,
  settings: Settings = readSettings(),
): Promise<T> {
  const { databasePassword } = openSecrets(settings.dataDir);
  const release = holdUnlessRunning(settings.dataDir);
  const engine = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(settings.dataDir, databasePassword);
  try {
    await engine?.ensureDatabase('prongsai');
    const ownerUrl = settings.databaseUrl ?? engine!.url('prongsai');
    if (release) {
      await selfTest(ownerUrl);
      await migrate(ownerUrl);
      await seed(ownerUrl);
    }
    return await work(ownerUrl);
  } finally {
    if (release) await engine?.stop();
    release?.();
  }
}

/** Undefined when the program runs: then its engine and its schema are there already. */
function holdUnlessRunning(dataDir: string): (() => void) | undefined {
  try {
    return holdDataDir(dataDir);
  } catch (error) {
    if (error instanceof StartFailure && error.code === 'already-running') return undefined;
    throw error;
  }
}

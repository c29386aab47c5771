/** Work on the installation's database from a command, beside the running program or without it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Database } from '#platform/database/connection.ts';
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { migrate } from '#platform/database/migrate.ts';
import { selfTest } from '#platform/database/self-test.ts';
import { StartFailure } from '#platform/http/start-failure.ts';
import { holdDataDir } from './data-dir-lock.ts';
import { openSecrets } from './secrets.ts';
import { seed } from './seed.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * `up-to-date`: made, migrated and filled as `npm start` would, unless the program runs and has done so.
 * `as-it-stands`: nothing is made or changed; there must be an installation.
 */
export type Condition = 'up-to-date' | 'as-it-stands';

/**
 * Hands over the owner's connection to the database that `npm start` would use. A running program's engine is joined
 * and left running; otherwise the engine is started for the work and stopped after it.
 * @throws StartFailure with one clear sentence for whatever stands in the way
 */
export async function withDatabase<T>(
  condition: Condition,
  work: (db: Database) => Promise<T>,
  settings: Settings = readSettings(),
): Promise<T> {
  const { databaseUrl, dataDir } = settings;
  // A database elsewhere that is only read needs nothing of this folder, which may be another machine's.
  if (databaseUrl && condition === 'as-it-stands') return connected(databaseUrl, work);
  if (condition === 'as-it-stands' && !existsSync(join(dataDir, 'postgres')))
    throw new StartFailure(
      'no-installation',
      `there is no installation in ${dataDir}; set DATA_DIR or DATABASE_URL`,
      `ไม่พบระบบที่ติดตั้งแล้วใน ${dataDir} โปรดตั้ง DATA_DIR หรือ DATABASE_URL`,
    );
  const { databasePassword } = openSecrets(dataDir);
  const release = holdUnlessRunning(dataDir);
  try {
    const engine = databaseUrl ? undefined : await startEmbeddedPostgres(dataDir, databasePassword);
    try {
      const ownerUrl = databaseUrl ?? engine!.url('prongsai');
      if (condition === 'up-to-date') {
        await engine?.ensureDatabase('prongsai');
        if (release) await prepare(ownerUrl);
      }
      return await connected(ownerUrl, work);
    } finally {
      if (release) await engine?.stop();
    }
  } finally {
    release?.();
  }
}

async function prepare(ownerUrl: string): Promise<void> {
  await selfTest(ownerUrl);
  await migrate(ownerUrl);
  await seed(ownerUrl);
}

async function connected<T>(ownerUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = connect(ownerUrl, 1);
  try {
    return await work(db);
  } finally {
    await db.destroy();
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

/** Brings the schema up to date from the numbered SQL files; each runs once, all of a batch or none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StartFailure } from '#platform/http/start-failure.ts';
import { installJobs } from '#platform/jobs/install.ts';
import { connect } from './connection.ts';

const folder = join(import.meta.dirname, '../../../database/migrations');

/**
 * Runs what is missing, as the owner.
 * @returns the names of the files that ran
 * @throws StartFailure naming the file and PostgreSQL's message
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const db = connect(ownerUrl, 1);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => readMigrations() } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) {
      const failed = results.find((result) => result.status === 'Error')?.migrationName ?? 'migrations';
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartFailure(
        'migration',
        `the database could not be brought up to date (${failed}: ${reason})`,
        `ปรับฐานข้อมูลให้เป็นรุ่นปัจจุบันไม่ได้ (${failed})`,
        { cause: error },
      );
    }
    await installJobs(db);
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

function readMigrations(): Record<string, Migration> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return Object.fromEntries(
    files.map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }];
    }),
  );
}

/** Databases for tests: one engine and one migrated template a run, one clone a test file. Never used by the program itself. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { jobsPlan } from '#platform/jobs/install.ts';
import { addressFor, connect, type Database } from './connection.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { openRoles } from './roles.ts';

export type TestDatabase = {
  /** Address of the owner, for looking behind the policies and for running a whole program on this database. */
  readonly ownerUrl: string;
  readonly owner: Database;
  readonly asPublic: Database;
  readonly asSignIn: Database;
  readonly asOfficer: Database;
  readonly asWorker: Database;
  readonly drop: () => Promise<void>;
};

const password = 'only-for-tests';

/** Starts or joins the engine of the tests (TEST_DATABASE_URL names another) and makes the template of today's migrations. */
export async function openTestCluster(): Promise<{
  templateUrl: string;
  templateName: string;
  adminUrl: string;
}> {
  const adminUrl = process.env['TEST_DATABASE_URL'] ?? (await embeddedAdmin());
  const templateName = `template_${migrationsHash()}`;
  const templateUrl = addressFor(adminUrl, { database: templateName });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Two workers may come at once: the lock lets one build, the other wait for it.
    await admin.query('select pg_advisory_lock(7001)');
    const known = await admin.query('select from pg_database where datname = $1', [`${templateName}`]);
    if (known.rowCount === 0) {
      await admin.query(`create database ${templateName}_making encoding 'UTF8' template template0`);
      await migrate(addressFor(adminUrl, { database: `${templateName}_making` }));
      await admin.query(`alter database ${templateName}_making rename to ${templateName}`);
    }
  } finally {
    await admin.query('select pg_advisory_unlock(7001)').catch(() => undefined);
    await admin.end();
  }
  return { templateUrl, templateName, adminUrl };
}

/** A clone of the template for one test file, with connections as each of the program's roles. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { templateName, adminUrl } = await openTestCluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(adminUrl, `create database ${name} template ${templateName}`);
  const ownerUrl = addressFor(adminUrl, { database: name });
  const roles = await openRoles(ownerUrl, password);
  const pools = {
    owner: connect(ownerUrl, 3),
    asPublic: connect(roles.prongsai_public, 3),
    asSignIn: connect(roles.prongsai_signin, 3),
    asOfficer: connect(roles.prongsai_officer, 5),
    asWorker: connect(roles.prongsai_worker, 3),
  };
  return {
    ownerUrl,
    ...pools,
    drop: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
      await administer(adminUrl, `drop database if exists ${name} with (force)`);
      for (const role of ['public', 'signin', 'officer', 'worker'])
        await administer(adminUrl, `drop role if exists ${name}_${role}_login`).catch(() => undefined);
    },
  };
}

async function embeddedAdmin(): Promise<string> {
  const folder = join(tmpdir(), `prongsai-tests-${userInfo().username}`);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  // Durability costs time and gives a test nothing; the engine stays up between runs and is re-joined.
  const engine = await startEmbeddedPostgres(folder, password, [
    '-c',
    'fsync=off',
    '-c',
    'max_connections=300',
  ]);
  return engine.url('postgres');
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function migrationsHash(): string {
  const folder = join(import.meta.dirname, '../../../database/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.update(jobsPlan()).digest('hex').slice(0, 12);
}

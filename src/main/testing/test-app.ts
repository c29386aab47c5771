/** The whole application on a test database of its own, its log kept for looking through, its clock ours. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { folderStore } from '#platform/files/file-store.ts';
import type { Ground } from '#platform/ground.ts';
import { jobQueue, runRequests } from '#platform/jobs/index.ts';
import { startLedger } from '#platform/ledger/ledger.ts';
import type { MailSettings } from '#platform/mail/index.ts';
import { type App, backgroundOf, createApp, type Outside } from '../app.ts';
import { seed } from '../seed.ts';
import { createServer } from '../server.ts';
import { services } from '../settings.ts';

export type TestApp = {
  readonly app: App;
  readonly server: FastifyInstance;
  readonly ground: Ground;
  readonly db: TestDatabase;
  /** Every log line so far, as text. */
  readonly log: () => string;
  /** Moves the clock; without it time runs as everywhere. */
  readonly setNow: (now: Date) => void;
  readonly filesDir: string;
  /** Does what was asked of `ground.jobs` so far, after the named work of the clock; the names in order. Errors are thrown. */
  readonly runJobs: (scheduled?: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

const key = (name: string) => createHash('sha256').update(`test ${name}`).digest();

/** Migrated and seeded as at first start. The pages must have been built (`npm run build`). */
export async function createTestApp({
  mail,
  publicUrl = new URL('http://localhost'),
  ...outside
}: Outside & { mail?: MailSettings; publicUrl?: URL } = {}): Promise<TestApp> {
  const db = await createTestDatabase();
  await seed(db.ownerUrl);
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-app-'));
  const lines: string[] = [];
  const log = pino(
    { level: 'debug' },
    new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  let fixed: Date | undefined;
  const now = () => (fixed ? new Date(fixed) : new Date());
  const secrets = {
    databasePassword: '',
    receiptPepper: key('pepper'),
    tokenKey: key('token'),
    accountKey: key('account'),
    ledgerSeed: key('ledger'),
  };
  const ledger = await startLedger({
    db: db.asWorker,
    seed: secrets.ledgerSeed,
    publicUrl,
    offBoxPath: join(folder, 'checkpoint'),
    now,
    log,
  });
  const ground: Ground = {
    databases: { public: db.asPublic, signIn: db.asSignIn, officer: db.asOfficer, worker: db.asWorker },
    secrets,
    files: folderStore(join(folder, 'files')),
    ledger,
    jobs: jobQueue,
    sendsMail: mail !== undefined,
    log,
    now,
    publicUrl,
    proofOfWorkMax: 200,
  };
  const app = createApp(ground, outside);
  const server = await createServer(app, { serve: new Set(services) });
  return {
    app,
    server,
    ground,
    db,
    log: () => lines.join(''),
    setNow: (date) => {
      fixed = date;
    },
    filesDir: join(folder, 'files'),
    runJobs: (scheduled) =>
      runRequests({ db: db.asWorker, background: backgroundOf(app, mail), now }, scheduled),
    stop: async () => {
      await server.close();
      await ledger.stop();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

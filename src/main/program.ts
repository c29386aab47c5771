/** The whole program from settings to a listening server, and its clean stop. */

import { join } from 'node:path';
import pino from 'pino';
import { connect } from '#platform/database/connection.ts';
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openRoles } from '#platform/database/roles.ts';
import { selfTest } from '#platform/database/self-test.ts';
import { folderStore } from '#platform/files/file-store.ts';
import type { Databases, Ground, LedgerHandle } from '#platform/ground.ts';
import { StartFailure } from '#platform/http/start-failure.ts';
import { jobQueue, startJobs } from '#platform/jobs/index.ts';
import { startLedger } from '#platform/ledger/ledger.ts';
import { ledgerSigner } from '#platform/ledger/ledger-signer.ts';
import { vkeyOf } from '#platform/ledger/signed-note.ts';
import { type App, backgroundOf, createApp } from './app.ts';
import { holdDataDir } from './data-dir-lock.ts';
import { placeEmblemFrom } from './emblem.ts';
import { openSecrets } from './secrets.ts';
import { seed } from './seed.ts';
import { createServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';

export type Program = {
  readonly app: App;
  readonly address: string;
  /** Makes the first administrator; undefined once anybody has an account. */
  readonly firstLink: string | undefined;
  readonly stop: () => Promise<void>;
};

/**
 * Starts everything.
 * @throws StartFailure with one clear sentence for whatever stands in the way
 */
export async function runProgram(settings: Settings = readSettings()): Promise<Program> {
  placeEmblemFrom(settings.emblemFile);
  const secrets = openSecrets(settings.dataDir);
  const release = holdDataDir(settings.dataDir);
  const closing: (() => Promise<unknown>)[] = [async () => release()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const ownerUrl = settings.databaseUrl ?? (await embedded());
    await selfTest(ownerUrl);
    await migrate(ownerUrl);
    await seed(ownerUrl);
    const roles = await openRoles(ownerUrl, secrets.databasePassword);
    const databases: Databases = {
      // Few: on two cores a dozen busy backends hinder each other, and intake falls by a third.
      public: connect(roles.prongsai_public, 5),
      signIn: connect(roles.prongsai_signin, 6),
      officer: connect(roles.prongsai_officer, 12),
      worker: connect(roles.prongsai_worker, 6),
    };
    closing.push(() => Promise.all(Object.values(databases).map((pool) => pool.destroy())));
    const log = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: false }));
    const ledger = await openLedger(databases, log);
    const ground: Ground = {
      databases,
      secrets,
      files: folderStore(join(settings.dataDir, 'files')),
      ledger,
      jobs: jobQueue,
      sendsMail: settings.mail !== undefined,
      log,
      now: () => new Date(),
      publicUrl: settings.publicUrl,
      proofOfWorkMax: settings.proofOfWorkMax,
    };
    const app = createApp(ground);
    if (settings.serve.has('worker')) {
      const background = backgroundOf(app, settings.mail);
      const jobs = await startJobs({ db: databases.worker, background, now: ground.now, log });
      closing.push(jobs.stop);
    }
    const server = await createServer(app, settings);
    await server
      .listen({ port: settings.port, host: settings.host })
      .catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EADDRINUSE') throw cause;
        throw new StartFailure(
          'port-in-use',
          `port ${settings.port} is in use; stop the other program or set PORT to another number`,
          `พอร์ต ${settings.port} มีโปรแกรมอื่นใช้อยู่ โปรดปิดโปรแกรมนั้นหรือตั้ง PORT เป็นเลขอื่น`,
          { cause },
        );
      });
    closing.push(() => server.close());
    const firstLink = settings.serve.has('officer')
      ? await app.network.office.makeFirstInvitation()
      : undefined;
    return { app, address: settings.publicUrl.href, firstLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  /** One process integrates and signs; another only names the key. */
  async function openLedger({ worker: db }: Databases, log: pino.Logger): Promise<LedgerHandle> {
    const parts = { db, seed: secrets.ledgerSeed, publicUrl: settings.publicUrl };
    if (!settings.serve.has('worker')) {
      const signer = await ledgerSigner(db, parts.seed, parts.publicUrl);
      return { vkey: vkeyOf(signer), wake: () => undefined, refusal: () => undefined };
    }
    const ledger = await startLedger({
      ...parts,
      offBoxPath: settings.ledgerCopy,
      now: () => new Date(),
      log,
    });
    closing.push(ledger.stop);
    return ledger;
  }

  async function embedded(): Promise<string> {
    const engine = await startEmbeddedPostgres(settings.dataDir, secrets.databasePassword);
    closing.push(engine.stop);
    await engine.ensureDatabase('prongsai');
    return engine.url('prongsai');
  }
}

/** The integrator under trouble: every act gets one place, and nobody signs a second history. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#platform/database/connection.ts';
import { generateSigningSeed } from '#platform/sealing/signature.ts';
import { claimedCheckpoint } from './checkpoint.ts';
import { exportLog } from './export-log.ts';
import { folderSource } from './folder-source.ts';
import { drainOutbox, integrateBatch } from './integrator.ts';
import { startIntegrator } from './integrator-loop.ts';
import { startLedger } from './ledger.ts';
import { ledgerSigner } from './ledger-signer.ts';
import { act, codeOf, createTestLedger, now, record, type TestLedger } from './test-ledger.ts';
import { lastCheckpoint } from './tree-store.ts';
import { verifyLog } from './verify-log.ts';

let ledger: TestLedger;

describe('integrating under trouble', () => {
  beforeEach(async () => {
    ledger = await createTestLedger();
  });
  // A ledger of its own for each story.
  const story = (name: string, tell: () => Promise<void>) =>
    it(name, async () => {
      try {
        await tell();
      } finally {
        await ledger.end();
      }
    });

  const soundWith = async (size: number) => {
    const target = join(ledger.folder, `sound-${size}`);
    await exportLog(ledger.database.asWorker, target);
    expect(await verifyLog(folderSource(target))).toMatchObject({ ok: true, checkpoint: { size } });
  };

  story('two integrators at once, with twenty writers, place every act exactly once', async () => {
    const other = await ledger.open('other-copy');
    const trouble: unknown[] = [];
    const reports = {
      onRefusal: (e: unknown) => void trouble.push(e),
      onTrouble: (e: unknown) => void trouble.push(e),
    };
    const loops = [startIntegrator(ledger.integration, reports, 1), startIntegrator(other, reports, 1)];
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (let i = 0; i < 20; i++) await record(ledger.database.asOfficer, act(writer * 100 + i));
      }),
    );
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(await drainOutbox(ledger.integration)).toBe(400);
    expect(trouble).toEqual([]);
    await soundWith(400);
  });

  story('an integrator killed in the middle loses nothing and places nothing twice', async () => {
    await ledger.recordMany(50);
    // Its connection dies after it has taken acts and widened tiles, before it commits.
    const doomed = connect(ledger.database.ownerUrl, 1);
    const started = Promise.withResolvers<number>();
    const killed = integrateBatch({
      ...ledger.integration,
      db: doomed,
      now: () => now(),
      signer: {
        ...ledger.integration.signer,
        get key(): never {
          // Reached when the head is to be signed: everything else of the batch has been done by then.
          started.resolve(0);
          throw new Error('killed');
        },
      },
    });
    await started.promise;
    await expect(killed).rejects.toThrow('killed');
    await doomed.destroy();
    expect(await ledger.waiting()).toBe(50);
    expect(await drainOutbox(ledger.integration)).toBe(50);
    await ledger.recordMany(10, 50);

    // And one whose server process is killed while it holds the lock.
    const second = connect(ledger.database.ownerUrl, 1);
    const holding = Promise.withResolvers<number>();
    const release = Promise.withResolvers<void>();
    const broken = second.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${0x6c6564676572})`.execute(trx);
      await sql`delete from ledger.outbox`.execute(trx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      holding.resolve(rows[0]!.pid);
      await release.promise;
      await sql`select 1`.execute(trx);
    });
    broken.catch(() => undefined);
    const pid = await holding.promise;
    expect(await integrateBatch(ledger.integration)).toBe('busy');
    await sql`select pg_terminate_backend(${pid})`.execute(ledger.database.owner);
    release.resolve();
    await expect(broken).rejects.toThrow();
    await second.destroy().catch(() => undefined);
    expect(await drainOutbox(ledger.integration)).toBe(60);
    await soundWith(60);
  });

  story('an integrator that stops ends its batch and can be followed by another', async () => {
    const loop = startIntegrator(
      ledger.integration,
      { onRefusal: () => undefined, onTrouble: () => undefined },
      60_000,
    );
    await ledger.recordMany(5);
    loop.wake();
    await expect.poll(ledger.waiting).toBe(0);
    await loop.stop();
    await ledger.recordMany(5, 5);
    expect(await drainOutbox(await ledger.open())).toBe(10);
  });

  story('a database restored from backup is not signed again below what was seen', async () => {
    await ledger.recordMany(30);
    await drainOutbox(ledger.integration);
    const backup = await lastCheckpoint(ledger.database.owner);
    await ledger.recordMany(30, 30);
    await drainOutbox(ledger.integration);
    const newer = await readFile(join(ledger.folder, 'ledger-last-checkpoint'), 'utf8');
    expect(claimedCheckpoint(newer).size).toBe(60);

    // As a restore would: the newer heads and entries are forgotten, the file outside is not.
    await sql`delete from ledger.checkpoint where size > ${backup!.size}`.execute(ledger.database.owner);
    await sql`delete from ledger.entry where seq >= 30`.execute(ledger.database.owner);
    await sql`update ledger.tile set hashes = substr(hashes, 1, 30 * 32)`.execute(ledger.database.owner);
    expect(await codeOf(ledger.open())).toBe('restored-from-backup');

    const refusals: string[] = [];
    await ledger.recordMany(1, 90);
    const loop = startIntegrator(
      ledger.integration,
      {
        onRefusal: (error) => void refusals.push(error.code),
        onTrouble: (error) => void refusals.push(String(error)),
      },
      1,
    );
    await expect.poll(() => refusals).toEqual(['restored-from-backup']);
    await loop.stop();
    expect(await ledger.waiting()).toBe(1);
  });

  story('the program goes on when its ledger must not be extended, and says why', async () => {
    const lines: unknown[] = [];
    const parts = {
      db: ledger.database.asWorker,
      publicUrl: new URL('https://prongsai.example'),
      offBoxPath: join(ledger.folder, 'ledger-last-checkpoint'),
      now,
      log: { error: (...words: unknown[]) => void lines.push(words) },
    };
    const running = await startLedger({ ...parts, seed: ledger.seed });
    expect(running.refusal()).toBeUndefined();
    await ledger.recordMany(3);
    running.wake();
    await expect.poll(ledger.waiting).toBe(0);
    await running.stop();
    expect(lines).toEqual([]);

    const other = await startLedger({ ...parts, seed: generateSigningSeed() });
    expect(other.refusal()).toBe('wrong-key');
    expect(JSON.stringify(lines)).toContain('The ledger has stopped signing');
    await other.stop();
  });

  story('a ledger with another past, another key, or changed tiles is not extended', async () => {
    await ledger.recordMany(30);
    await drainOutbox(ledger.integration);
    const copy = join(ledger.folder, 'ledger-last-checkpoint');
    const ours = await readFile(copy, 'utf8');

    const key = ledger.seed;
    ledger.seed = generateSigningSeed();
    expect(await codeOf(ledger.open())).toBe('wrong-key');
    ledger.seed = key;
    await writeFile(copy, 'half a fi');
    expect(await codeOf(ledger.open())).toBe('ledger-damaged');
    await writeFile(copy, ours);
    expect((await ledger.open()).mark?.size).toBe(30);

    await ledger.recordMany(1, 30);
    await sql`update ledger.tile set hashes = overlay(hashes placing sha256('x') from 1)`.execute(
      ledger.database.owner,
    );
    expect(await codeOf(integrateBatch(ledger.integration))).toBe('ledger-damaged');
    expect(await codeOf(ledger.open())).toBe('ledger-forked');
    await rm(copy);
    expect(await codeOf(ledger.open())).toBe('ledger-damaged');
  });

  story('the log keeps its name when the public address changes', async () => {
    const again = await ledgerSigner(
      ledger.database.asWorker,
      ledger.seed,
      new URL('https://new-address.example'),
    );
    expect(again.name).toBe('prongsai.example/ledger');
    const trial = await ledgerSigner(ledger.database.owner, ledger.seed, new URL('http://localhost:8080'));
    expect(trial.name).toBe('prongsai.example/ledger');
  });
});

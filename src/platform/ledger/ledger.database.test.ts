/** The ledger in PostgreSQL: acts commit with their change, get their place once, and are proved to outsiders. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '#platform/database/connection.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { generateSigningSeed } from '#platform/sealing/signature.ts';
import { claimedCheckpoint } from './checkpoint.ts';
import type { LedgerAct } from './commitment.ts';
import { exportLog } from './export-log.ts';
import { folderSource } from './folder-source.ts';
import { ledgerRoutes } from './http.ts';
import { drainOutbox, type Integration, integrateBatch, openIntegration } from './integrator.ts';
import { startIntegrator } from './integrator-loop.ts';
import { startLedger } from './ledger.ts';
import { ledgerSigner } from './ledger-signer.ts';
import { httpSource } from './log-source.ts';
import { verifyConsistency } from './merkle.ts';
import { positionOf, proofOfConsistency, proofOfFiling } from './proof.ts';
import { eraseEntry, recordAct } from './record.ts';
import { vkeyOf } from './signed-note.ts';
import { verifyFilingProof, verifyTlogProof } from './tlog-proof.ts';
import { lastCheckpoint } from './tree-store.ts';
import { verifyLog } from './verify-log.ts';

const at = '2026-11-23T02:15:00Z';
const now = () => new Date(at);
const act = (i: number): LedgerAct => ({ act: 'cases.assigned', object: 'case', id: `case-${i}`, at });

let test: TestDatabase;
let folder: string;
let seed: Uint8Array;
let integration: Integration;

const open = async (
  db: Database = test.asWorker,
  offBox = 'ledger-last-checkpoint',
): Promise<Integration> => {
  const signer = await ledgerSigner(db, seed, new URL('https://prongsai.example'));
  return openIntegration({ db, signer, offBoxPath: join(folder, offBox), now });
};
const record = (db: Database, one: LedgerAct) => db.transaction().execute((trx) => recordAct(trx, one));
async function recordMany(count: number, from = 0): Promise<void> {
  await test.asOfficer.transaction().execute(async (trx) => {
    for (let i = from; i < from + count; i++) await recordAct(trx, act(i));
  });
}
const waiting = async () =>
  (await sql<{ n: number }>`select count(*) as n from ledger.outbox`.execute(test.owner)).rows[0]!.n;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  );

async function freshLedger(): Promise<void> {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  seed = generateSigningSeed();
  integration = await open();
}
async function endLedger(): Promise<void> {
  await test.drop();
  await rm(folder, { recursive: true });
}

describe('recording and proving', () => {
  beforeAll(freshLedger);
  afterAll(endLedger);

  it('a new ledger has a signed head of no entries', async () => {
    expect(await lastCheckpoint(test.asPublic)).toMatchObject({ size: 0 });
    expect(integration.signer.name).toBe('prongsai.example/ledger');
  });

  it('an act commits with its change or not at all', async () => {
    const failed = test.asOfficer.transaction().execute(async (trx) => {
      await recordAct(trx, act(0));
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await waiting()).toBe(0);
  });

  it('a filed act is pending, then proved to its owner with what it says, and to others without', async () => {
    const recorded = await record(test.asPublic, act(1));
    expect(await proofOfFiling(test.asPublic, recorded)).toBe('pending');
    await recordMany(300, 2);
    expect(await drainOutbox(integration)).toBe(301);
    const vkey = vkeyOf(integration.signer);

    const proof = await proofOfFiling(test.asPublic, { outboxId: recorded.outboxId }, recorded);
    if (proof === 'pending') throw new Error('still pending');
    expect(await verifyFilingProof(proof.text, vkey)).toMatchObject({
      ok: true,
      index: proof.seq,
      checkpoint: { size: 301 },
      entry: { v: 1, ...act(1) },
    });
    const bare = await proofOfFiling(test.asOfficer, { seq: 300 });
    if (bare === 'pending') throw new Error('still pending');
    expect(bare.text).not.toContain('extra');
    const { commitment } = await test.owner
      .selectFrom('ledger.entry')
      .select('commitment')
      .where('seq', '=', 300)
      .executeTakeFirstOrThrow();
    expect(await verifyTlogProof(bare.text, commitment, vkey)).toMatchObject({ ok: true, index: 300 });
    expect(await positionOf(test.asPublic, { commitment })).toBe(300);
  });

  it('every head continues the ones before it', async () => {
    const before = await lastCheckpoint(test.asPublic);
    await recordMany(400, 1_000);
    await drainOutbox(integration);
    const proof = await proofOfConsistency(test.asPublic, before!.size);
    const after = claimedCheckpoint(proof!.checkpoint);
    expect(after.size).toBe(before!.size + 400);
    expect(verifyConsistency(proof!.hashes, before!, after)).toBe(true);
    expect(await proofOfConsistency(test.asPublic, after.size + 1)).toBeUndefined();
  });

  it('an idle integrator signs nothing new', async () => {
    const before = await test.owner.selectFrom('ledger.checkpoint').selectAll().execute();
    expect(await integrateBatch(integration)).toMatchObject({ placed: 0 });
    expect(await test.owner.selectFrom('ledger.checkpoint').selectAll().execute()).toHaveLength(
      before.length,
    );
  });

  it('roles read no act and change no place', async () => {
    const denied = async (db: Database, statement: string) =>
      expect(await codeOf(sql.raw(statement).execute(db)), statement).toBe('42501');
    for (const db of [test.asPublic, test.asOfficer]) {
      await denied(db, 'select entry from ledger.entry');
      await denied(db, 'select salt from ledger.entry');
      await denied(db, 'select * from ledger.outbox');
      await denied(db, "insert into ledger.outbox (commitment, salt, entry) values ('', '', '')");
      await denied(db, 'select ledger.erase(0)');
      await denied(db, 'select * from ledger.opening(1)');
      await denied(db, "update ledger.tile set hashes = ''");
      await denied(db, 'delete from ledger.checkpoint');
    }
    await denied(test.asWorker, "update ledger.entry set entry = '{}'");
    await denied(test.asWorker, 'delete from ledger.entry');
    await denied(test.asWorker, 'delete from ledger.checkpoint');
    await denied(test.asWorker, 'update ledger.checkpoint set size = 9');
    await denied(test.asWorker, 'select * from ledger.opening(1)');
  });

  it('an erased entry is gone, its proof holds, and the erasure is an act itself', async () => {
    const recorded = await record(test.asOfficer, act(5_000));
    await drainOutbox(integration);
    const seq = (await positionOf(test.asWorker, recorded))!;
    const erase = () =>
      test.asWorker.transaction().execute((trx) => eraseEntry(trx, { seq, at, basis: 'pdpa-s33' }));
    await erase();
    expect(await codeOf(erase())).toBe('unknown-entry');
    await drainOutbox(integration);
    const row = await test.owner
      .selectFrom('ledger.entry')
      .select(['salt', 'entry'])
      .where('seq', '=', seq)
      .executeTakeFirst();
    expect(row).toEqual({ salt: null, entry: null });
    const proof = await proofOfFiling(test.asPublic, recorded, recorded);
    if (proof === 'pending') throw new Error('still pending');
    expect(await verifyFilingProof(proof.text, vkeyOf(integration.signer))).toMatchObject({ ok: true });
  });

  it('an auditor verifies the export and the served log, and a tampered row is named', async () => {
    const target = join(folder, 'export');
    const written = await exportLog(test.asWorker, target);
    expect(await verifyLog(folderSource(target))).toMatchObject({
      ok: true,
      checkpoint: { size: written.size },
      opening: { opened: written.size - 1, erased: 1, unexplained: 0 },
    });
    await expect(exportLog(test.asWorker, target)).rejects.toThrow('not empty');

    const app = Fastify();
    await app.register(ledgerRoutes, { db: test.asPublic });
    const inject = (async (address: string) => {
      const answer = await app.inject(new URL(address).pathname);
      return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode });
    }) as unknown as typeof fetch;
    expect(await verifyLog(httpSource('http://log.example', inject))).toMatchObject({ ok: true });

    // Somebody with the owner's password changes what an entry says, and another's commitment.
    await sql`update ledger.entry set entry = replace(entry, 'assigned', 'dropped') where seq = 77`.execute(
      test.owner,
    );
    const forged = join(folder, 'forged');
    await exportLog(test.asWorker, forged);
    expect(await verifyLog(folderSource(forged))).toEqual({
      ok: false,
      problem: { code: 'opened-entry-wrong', seq: 77 },
    });
    await sql`update ledger.entry set commitment = sha256(commitment) where seq = 50`.execute(test.owner);
    expect(await verifyLog(httpSource('http://log.example', inject))).toEqual({
      ok: false,
      problem: { code: 'entry-wrong', seq: 50 },
    });
    await app.close();
  });
});

describe("the auditor's command", () => {
  beforeAll(freshLedger);
  afterAll(endLedger);
  const run = (script: string, words: string[], env: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, [join('scripts', script), ...words], {
      env: { ...process.env, ...env },
      cwd: join(import.meta.dirname, '../../..'),
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );

  it('says in two languages and by its exit code whether the log is sound, and remembers', async () => {
    await recordMany(20);
    await drainOutbox(integration);
    const memory = ['--memory', join(folder, 'seen.json')];
    const target = join(folder, 'first');
    const exported = await run('export-ledger.ts', [target], { DATABASE_URL: test.ownerUrl });
    expect(exported.stdout).toContain('20 entries');
    const first = await run('verify.ts', [target, ...memory]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/ถูกต้อง[\s\S]*Verdict: sound/);

    await recordMany(5, 20);
    await drainOutbox(integration);
    const later = join(folder, 'later');
    await exportLog(test.asWorker, later);
    const second = await run('verify.ts', [later, ...memory]);
    expect(second.stdout).toContain('It had 20 entries when it was last verified here');
    const back = await run('verify.ts', [target, ...memory]);
    expect(back).toMatchObject({ code: 1 });
    expect(back.stdout).toContain('it had 25 entries when last seen, now 20');

    expect(await run('verify.ts', [join(folder, 'nowhere'), ...memory])).toMatchObject({ code: 2 });
    expect(await run('verify.ts', [])).toMatchObject({ code: 2 });
  });

  it('verifies a proof of filing', async () => {
    const recorded = await record(test.asPublic, act(777));
    await drainOutbox(integration);
    const proof = await proofOfFiling(test.asPublic, recorded, recorded);
    if (proof === 'pending') throw new Error('still pending');
    const file = join(folder, 'report.tlog-proof');
    await writeFile(file, proof.text);
    const good = await run('verify.ts', [file, '--vkey', vkeyOf(integration.signer)]);
    expect(good).toMatchObject({ code: 0 });
    expect(good.stdout).toContain(`entry ${proof.seq} is in the ledger prongsai.example/ledger`);
    await writeFile(file, proof.text.replace(`index ${proof.seq}`, 'index 0'));
    expect(await run('verify.ts', [file, '--vkey', vkeyOf(integration.signer)])).toMatchObject({ code: 1 });
  });
});

describe('serving', () => {
  beforeAll(freshLedger);
  afterAll(endLedger);

  it('gives heads for seconds, tiles for ever, and nothing that is not there', async () => {
    await recordMany(300);
    await drainOutbox(integration);
    const app = Fastify();
    await app.register(ledgerRoutes, { db: test.asPublic });
    const get = (path: string) => app.inject(path);

    const head = await get('/ledger/checkpoint');
    expect(head.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=2',
    });
    expect(claimedCheckpoint(head.body)).toMatchObject({ size: 300 });
    expect((await get('/ledger/vkey')).body.trim()).toBe(vkeyOf(integration.signer));

    const tile = await get('/ledger/tile/0/000');
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(tile.rawPayload).toHaveLength(8_192);
    const [narrow, wide] = [await get('/ledger/tile/0/001.p/9'), await get('/ledger/tile/0/001.p/44')];
    expect(wide.rawPayload.subarray(0, 9 * 32)).toEqual(narrow.rawPayload);
    expect((await get('/ledger/tile/entries/001.p/44')).rawPayload).toHaveLength(44 * 34);

    for (const path of [
      '0/001',
      '0/001.p/45',
      '0/002.p/1',
      '1/000',
      'entries/001',
      'entries/001.p/45',
      '0/1',
      'entries/x',
      '',
    ]) {
      const answer = await get(`/ledger/tile/${path}`);
      expect(answer.statusCode, path).toBe(404);
      expect(answer.headers['cache-control'], path).toBe('public, max-age=2');
    }
    expect((await get('/ledger/tile/%2e%2e/%2e%2e/etc')).statusCode).toBe(404);
    await app.close();
  });
});

describe('integrating under trouble', () => {
  beforeEach(freshLedger);
  // A ledger of its own for each story.
  const story = (name: string, tell: () => Promise<void>) =>
    it(name, async () => {
      try {
        await tell();
      } finally {
        await endLedger();
      }
    });

  const soundWith = async (size: number) => {
    const target = join(folder, `sound-${size}`);
    await exportLog(test.asWorker, target);
    expect(await verifyLog(folderSource(target))).toMatchObject({ ok: true, checkpoint: { size } });
  };

  story('two integrators at once, with twenty writers, place every act exactly once', async () => {
    const other = await open(test.asWorker, 'other-copy');
    const trouble: unknown[] = [];
    const reports = {
      onRefusal: (e: unknown) => void trouble.push(e),
      onTrouble: (e: unknown) => void trouble.push(e),
    };
    const loops = [startIntegrator(integration, reports, 1), startIntegrator(other, reports, 1)];
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (let i = 0; i < 20; i++) await record(test.asOfficer, act(writer * 100 + i));
      }),
    );
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(await drainOutbox(integration)).toBe(400);
    expect(trouble).toEqual([]);
    await soundWith(400);
  });

  story('an integrator killed in the middle loses nothing and places nothing twice', async () => {
    await recordMany(50);
    // Its connection dies after it has taken acts and widened tiles, before it commits.
    const doomed = connect(test.ownerUrl, 1);
    const started = Promise.withResolvers<number>();
    const killed = integrateBatch({
      ...integration,
      db: doomed,
      now: () => now(),
      signer: {
        ...integration.signer,
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
    expect(await waiting()).toBe(50);
    expect(await drainOutbox(integration)).toBe(50);
    await recordMany(10, 50);

    // And one whose server process is killed while it holds the lock.
    const second = connect(test.ownerUrl, 1);
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
    expect(await integrateBatch(integration)).toBe('busy');
    await sql`select pg_terminate_backend(${pid})`.execute(test.owner);
    release.resolve();
    await expect(broken).rejects.toThrow();
    await second.destroy().catch(() => undefined);
    expect(await drainOutbox(integration)).toBe(60);
    await soundWith(60);
  });

  story('an integrator that stops ends its batch and can be followed by another', async () => {
    const loop = startIntegrator(
      integration,
      { onRefusal: () => undefined, onTrouble: () => undefined },
      60_000,
    );
    await recordMany(5);
    loop.wake();
    await expect.poll(waiting).toBe(0);
    await loop.stop();
    await recordMany(5, 5);
    expect(await drainOutbox(await open())).toBe(10);
  });

  story('a database restored from backup is not signed again below what was seen', async () => {
    await recordMany(30);
    await drainOutbox(integration);
    const backup = await lastCheckpoint(test.owner);
    await recordMany(30, 30);
    await drainOutbox(integration);
    const newer = await readFile(join(folder, 'ledger-last-checkpoint'), 'utf8');
    expect(claimedCheckpoint(newer).size).toBe(60);

    // As a restore would: the newer heads and entries are forgotten, the file outside is not.
    await sql`delete from ledger.checkpoint where size > ${backup!.size}`.execute(test.owner);
    await sql`delete from ledger.entry where seq >= 30`.execute(test.owner);
    await sql`update ledger.tile set hashes = substr(hashes, 1, 30 * 32)`.execute(test.owner);
    expect(await codeOf(open())).toBe('restored-from-backup');

    const refusals: string[] = [];
    await recordMany(1, 90);
    const loop = startIntegrator(
      integration,
      {
        onRefusal: (error) => void refusals.push(error.code),
        onTrouble: (error) => void refusals.push(String(error)),
      },
      1,
    );
    await expect.poll(() => refusals).toEqual(['restored-from-backup']);
    await loop.stop();
    expect(await waiting()).toBe(1);
  });

  story('the program goes on when its ledger must not be extended, and says why', async () => {
    const lines: unknown[] = [];
    const parts = {
      db: test.asWorker,
      publicUrl: new URL('https://prongsai.example'),
      offBoxPath: join(folder, 'ledger-last-checkpoint'),
      now,
      log: { error: (...words: unknown[]) => void lines.push(words) },
    };
    const ledger = await startLedger({ ...parts, seed });
    expect(ledger.refusal()).toBeUndefined();
    await recordMany(3);
    ledger.wake();
    await expect.poll(waiting).toBe(0);
    await ledger.stop();
    expect(lines).toEqual([]);

    const other = await startLedger({ ...parts, seed: generateSigningSeed() });
    expect(other.refusal()).toBe('wrong-key');
    expect(JSON.stringify(lines)).toContain('The ledger has stopped signing');
    await other.stop();
  });

  story('a ledger with another past, another key, or changed tiles is not extended', async () => {
    await recordMany(30);
    await drainOutbox(integration);
    const copy = join(folder, 'ledger-last-checkpoint');
    const ours = await readFile(copy, 'utf8');

    const key = seed;
    seed = generateSigningSeed();
    expect(await codeOf(open())).toBe('wrong-key');
    seed = key;
    await writeFile(copy, 'half a fi');
    expect(await codeOf(open())).toBe('ledger-damaged');
    await writeFile(copy, ours);
    expect((await open()).mark?.size).toBe(30);

    await recordMany(1, 30);
    await sql`update ledger.tile set hashes = overlay(hashes placing sha256('x') from 1)`.execute(test.owner);
    expect(await codeOf(integrateBatch(integration))).toBe('ledger-damaged');
    expect(await codeOf(open())).toBe('ledger-forked');
    await rm(copy);
    expect(await codeOf(open())).toBe('ledger-damaged');
  });

  story('the log keeps its name when the public address changes', async () => {
    const again = await ledgerSigner(test.asWorker, seed, new URL('https://new-address.example'));
    expect(again.name).toBe('prongsai.example/ledger');
    const trial = await ledgerSigner(test.owner, seed, new URL('http://localhost:8080'));
    expect(trial.name).toBe('prongsai.example/ledger');
  });
});

/** The ledger in PostgreSQL: acts commit with their change, and are proved and shown to outsiders. */
import { join } from 'node:path';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database/connection.ts';
import { claimedCheckpoint } from './checkpoint.ts';
import { exportLog } from './export-log.ts';
import { folderSource } from './folder-source.ts';
import { ledgerRoutes } from './http.ts';
import { drainOutbox, integrateBatch } from './integrator.ts';
import { httpSource } from './log-source.ts';
import { verifyConsistency } from './merkle.ts';
import { positionOf, proofOfConsistency, proofOfFiling } from './proof.ts';
import { eraseEntry, recordAct } from './record.ts';
import { vkeyOf } from './signed-note.ts';
import { act, at, codeOf, createTestLedger, record, type TestLedger } from './test-ledger.ts';
import { verifyFilingProof, verifyTlogProof } from './tlog-proof.ts';
import { lastCheckpoint } from './tree-store.ts';
import { verifyLog } from './verify-log.ts';

let ledger: TestLedger;

describe('recording and proving', () => {
  beforeAll(async () => {
    ledger = await createTestLedger();
  });
  afterAll(() => ledger.end());

  it('a new ledger has a signed head of no entries', async () => {
    expect(await lastCheckpoint(ledger.database.asPublic)).toMatchObject({ size: 0 });
    expect(ledger.integration.signer.name).toBe('prongsai.example/ledger');
  });

  it('an act commits with its change or not at all', async () => {
    const failed = ledger.database.asOfficer.transaction().execute(async (trx) => {
      await recordAct(trx, act(0));
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await ledger.waiting()).toBe(0);
  });

  it('a filed act is pending, then proved to its owner with what it says, and to others without', async () => {
    const recorded = await record(ledger.database.asPublic, act(1));
    expect(await proofOfFiling(ledger.database.asPublic, recorded)).toBe('pending');
    await ledger.recordMany(300, 2);
    expect(await drainOutbox(ledger.integration)).toBe(301);
    const vkey = vkeyOf(ledger.integration.signer);

    const proof = await proofOfFiling(ledger.database.asPublic, { outboxId: recorded.outboxId }, recorded);
    if (proof === 'pending') throw new Error('still pending');
    expect(await verifyFilingProof(proof.text, vkey)).toMatchObject({
      ok: true,
      index: proof.seq,
      checkpoint: { size: 301 },
      entry: { v: 1, ...act(1) },
    });
    const bare = await proofOfFiling(ledger.database.asOfficer, { seq: 300 });
    if (bare === 'pending') throw new Error('still pending');
    expect(bare.text).not.toContain('extra');
    const { commitment } = await ledger.database.owner
      .selectFrom('ledger.entry')
      .select('commitment')
      .where('seq', '=', 300)
      .executeTakeFirstOrThrow();
    expect(await verifyTlogProof(bare.text, commitment, vkey)).toMatchObject({ ok: true, index: 300 });
    expect(await positionOf(ledger.database.asPublic, { commitment })).toBe(300);
  });

  it('every head continues the ones before it', async () => {
    const before = await lastCheckpoint(ledger.database.asPublic);
    await ledger.recordMany(400, 1_000);
    await drainOutbox(ledger.integration);
    const proof = await proofOfConsistency(ledger.database.asPublic, before!.size);
    const after = claimedCheckpoint(proof!.checkpoint);
    expect(after.size).toBe(before!.size + 400);
    expect(verifyConsistency(proof!.hashes, before!, after)).toBe(true);
    expect(await proofOfConsistency(ledger.database.asPublic, after.size + 1)).toBeUndefined();
  });

  it('an idle integrator signs nothing new', async () => {
    const before = await ledger.database.owner.selectFrom('ledger.checkpoint').selectAll().execute();
    expect(await integrateBatch(ledger.integration)).toMatchObject({ placed: 0 });
    expect(await ledger.database.owner.selectFrom('ledger.checkpoint').selectAll().execute()).toHaveLength(
      before.length,
    );
  });

  it('roles read no act and change no place', async () => {
    const denied = async (db: Database, statement: string) =>
      expect(await codeOf(sql.raw(statement).execute(db)), statement).toBe('42501');
    for (const db of [ledger.database.asPublic, ledger.database.asOfficer]) {
      await denied(db, 'select entry from ledger.entry');
      await denied(db, 'select salt from ledger.entry');
      await denied(db, 'select * from ledger.outbox');
      await denied(db, "insert into ledger.outbox (commitment, salt, entry) values ('', '', '')");
      await denied(db, 'select ledger.erase(0)');
      await denied(db, "select * from ledger.opening(1, '', '')");
      await denied(db, "update ledger.tile set hashes = ''");
      await denied(db, 'delete from ledger.checkpoint');
    }
    await denied(ledger.database.asWorker, "update ledger.entry set entry = '{}'");
    await denied(ledger.database.asWorker, 'delete from ledger.entry');
    await denied(ledger.database.asWorker, 'delete from ledger.checkpoint');
    await denied(ledger.database.asWorker, 'update ledger.checkpoint set size = 9');
    await denied(ledger.database.asWorker, "select * from ledger.opening(1, '', '')");
  });

  it('an erased entry is gone, its proof holds, and the erasure is an act itself', async () => {
    const recorded = await record(ledger.database.asOfficer, act(5_000));
    await drainOutbox(ledger.integration);
    const seq = (await positionOf(ledger.database.asWorker, recorded))!;
    const erase = () =>
      ledger.database.asWorker
        .transaction()
        .execute((trx) => eraseEntry(trx, { seq, at, basis: 'pdpa-s33' }));
    await erase();
    expect(await codeOf(erase())).toBe('unknown-entry');
    await drainOutbox(ledger.integration);
    const row = await ledger.database.owner
      .selectFrom('ledger.entry')
      .select(['salt', 'entry'])
      .where('seq', '=', seq)
      .executeTakeFirst();
    expect(row).toEqual({ salt: null, entry: null });
    const proof = await proofOfFiling(ledger.database.asPublic, recorded, recorded);
    if (proof === 'pending') throw new Error('still pending');
    expect(await verifyFilingProof(proof.text, vkeyOf(ledger.integration.signer))).toMatchObject({
      ok: true,
    });
  });

  it('an auditor verifies the export and the served log, and a tampered row is named', async () => {
    const target = join(ledger.folder, 'export');
    const written = await exportLog(ledger.database.asWorker, target);
    expect(await verifyLog(folderSource(target))).toMatchObject({
      ok: true,
      checkpoint: { size: written.size },
      opening: { opened: written.size - 1, erased: 1, unexplained: 0 },
    });
    await expect(exportLog(ledger.database.asWorker, target)).rejects.toThrow('not empty');

    const app = Fastify();
    await app.register(ledgerRoutes, { db: ledger.database.asPublic });
    const inject = (async (address: string) => {
      const answer = await app.inject(new URL(address).pathname);
      return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode });
    }) as unknown as typeof fetch;
    expect(await verifyLog(httpSource('http://log.example', inject))).toMatchObject({ ok: true });

    // Somebody with the owner's password changes what an entry says, and another's commitment.
    await sql`update ledger.entry set entry = replace(entry, 'assigned', 'dropped') where seq = 77`.execute(
      ledger.database.owner,
    );
    const forged = join(ledger.folder, 'forged');
    await exportLog(ledger.database.asWorker, forged);
    expect(await verifyLog(folderSource(forged))).toEqual({
      ok: false,
      problem: { code: 'opened-entry-wrong', seq: 77 },
    });
    await sql`update ledger.entry set commitment = sha256(commitment) where seq = 50`.execute(
      ledger.database.owner,
    );
    expect(await verifyLog(httpSource('http://log.example', inject))).toEqual({
      ok: false,
      problem: { code: 'entry-wrong', seq: 50 },
    });
    await app.close();
  });
});

describe('serving', () => {
  beforeAll(async () => {
    ledger = await createTestLedger();
  });
  afterAll(() => ledger.end());

  it('gives heads for seconds, tiles for ever, and nothing that is not there', async () => {
    await ledger.recordMany(300);
    await drainOutbox(ledger.integration);
    const app = Fastify();
    await app.register(ledgerRoutes, { db: ledger.database.asPublic });
    const get = (path: string) => app.inject(path);

    const head = await get('/ledger/checkpoint');
    expect(head.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=2',
    });
    expect(claimedCheckpoint(head.body)).toMatchObject({ size: 300 });
    expect((await get('/ledger/vkey')).body.trim()).toBe(vkeyOf(ledger.integration.signer));

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

/**
 * Ledger: business transactions that record an act, per second, at 1, 8 and 32 writers beside the running integrator;
 * then the time of an inclusion proof in a log of a million entries.
 * Run: node_modules/.bin/node bench/ledger.ts [--leaves=1000000]
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { startLedger } from '#platform/ledger/ledger.ts';
import { proofOfFiling } from '#platform/ledger/proof.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { verifyTlogProof } from '#platform/ledger/tlog-proof.ts';
import { ms, openBenchGround, printTable, quantile, quiet } from './ground.ts';

const leaves = Number(process.argv.find((word) => word.startsWith('--leaves='))?.split('=')[1] ?? 1_000_000);
const seconds = 8;
const ground = await openBenchGround();
const { worker, public: writersPool } = ground.databases;
const ledger = await startLedger({
  db: worker,
  seed: randomBytes(32),
  publicUrl: new URL('http://localhost:8080'),
  offBoxPath: join(ground.dataDir, 'last-checkpoint'),
  now: () => new Date(),
  log: quiet,
});
const size = async () =>
  Number(
    (await sql<{ n: string }>`select coalesce(max(size), 0) as n from ledger.checkpoint`.execute(worker))
      .rows[0]!.n,
  );

const appends = [];
for (const writers of [1, 8, 32]) {
  const before = await size();
  const begun = performance.now();
  const waits: number[] = [];
  let written = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() - begun < seconds * 1_000) {
        const start = performance.now();
        await writersPool.transaction().execute((trx) =>
          recordAct(trx, {
            act: 'bench.act',
            object: 'case',
            id: String(written),
            at: `${new Date().toISOString().slice(0, 19)}Z`,
          }),
        );
        waits.push(performance.now() - start);
        written++;
      }
    }),
  );
  const rate = written / ((performance.now() - begun) / 1_000);
  while ((await size()) < before + written) await sleep(50);
  appends.push({
    writers,
    'appends/s': Math.round(rate),
    'p50 ms': ms(quantile(waits, 0.5)),
    'p99 ms': ms(quantile(waits, 0.99)),
    recorded: written,
    'in the tree': (await size()) - before,
  });
}
printTable(
  `Ledger: acts recorded in their own transaction, ${seconds} s each, integrator running, fsync on`,
  appends,
);

const missing = leaves - (await size());
if (missing > 0) {
  // The outbox is filled by SQL; hashing, tiles and signatures are the integrator's own.
  for (let filled = 0; filled < missing; filled += 50_000) {
    const rows = Math.min(50_000, missing - filled);
    await sql`select count(ledger.record('{"act":"bench.fill","at":"2026-11-23T00:00:00Z","id":"' || i || '","object":"case","v":1}', decode(md5(random()::text), 'hex'))) from generate_series(1, ${rows}) i`.execute(
      writersPool,
    );
  }
  const begun = performance.now();
  while ((await size()) < leaves) await sleep(100);
  console.log(
    `\nintegrated ${missing} waiting acts in ${((performance.now() - begun) / 1_000).toFixed(1)} s`,
  );
}

const total = await size();
const makes: number[] = [];
const checks: number[] = [];
for (let i = 0; i < 500; i++) {
  const seq = Math.floor(Math.random() * total);
  const { rows } = await sql<{
    commitment: Buffer;
  }>`select commitment from ledger.entry where seq = ${seq}`.execute(worker);
  const start = performance.now();
  const proof = await proofOfFiling(writersPool, { seq });
  makes.push(performance.now() - start);
  if (proof === 'pending') throw new Error('an integrated entry has no proof');
  const then = performance.now();
  const verdict = await verifyTlogProof(proof.text, rows[0]!.commitment, ledger.vkey);
  checks.push(performance.now() - then);
  if (!verdict.ok) throw new Error(`the proof of ${seq} does not verify: ${verdict.code}`);
}
printTable(`Ledger: proof of one entry among ${total}, 500 drawn at random, each verified`, [
  {
    step: 'make',
    'p50 ms': ms(quantile(makes, 0.5)),
    'p95 ms': ms(quantile(makes, 0.95)),
    'p99 ms': ms(quantile(makes, 0.99)),
  },
  {
    step: 'verify',
    'p50 ms': ms(quantile(checks, 0.5)),
    'p95 ms': ms(quantile(checks, 0.95)),
    'p99 ms': ms(quantile(checks, 0.99)),
  },
]);
await ledger.stop();
await ground.stop();

/**
 * Intake: sealed reports accepted per second by a running instance on embedded PostgreSQL, and how many were lost, at
 * 1, 4, 16 and 64 in flight; memory of the server before and after.
 * Every report is really sealed, by a sender of its own, for one centre; Argon2 is left out (the sender's work, which
 * the server never sees) and the proof of work is set low for the same reason. Load and server share the machine.
 * Run: node_modules/.bin/node bench/intake.ts [--reports=1000 a level]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { sql } from 'kysely';
import { type CentreToSealFor, sealReport } from '#features/reports/seal-report.ts';
import { connect } from '#platform/database/connection.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import type { StretchedReceipt } from '#platform/sealing/receipt-keys.ts';
import { ms, openBenchGround, printTable, quantile } from './ground.ts';
import { openSender, postRequest } from './sender.ts';

const perLevel = Number(process.argv.find((word) => word.startsWith('--reports='))?.split('=')[1] ?? 1_000);
const levels = [1, 4, 16, 64];

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const postmaster = Number(
  readFileSync(join(ground.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
);
const addressee = await openCentre();
const port = await freePort();
const server = spawn(
  process.execPath,
  [...(process.env['BENCH_NODE_FLAGS']?.split(' ') ?? []), 'scripts/start.ts'],
  {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(ground.dataDir, 'program'),
      DATABASE_URL: ground.ownerUrl,
      LOG_LEVEL: 'error',
      PROOF_OF_WORK_MAX: '50',
    },
    stdio: 'inherit',
  },
);
await answering();
const idle = memory(server);

// All before any clock starts: a service is not always fresh, nor does it lose its connections to the database to a pause.
const warming = await makeReports(4_000);
const prepared = new Map<number, Buffer[]>();
for (const inFlight of levels) prepared.set(inFlight, await makeReports(perLevel));
// The first requests of a process, and of each of its connections, are compiled and planned while they run; what the engine
// makes of the program still gets faster over the first few thousand.
await sendAll(warming, 8);

const rows = [];
for (const inFlight of levels) {
  const reports = prepared.get(inFlight)!;
  const before = await stored();
  const cpuBefore = cpu();
  const begun = performance.now();
  const { waits, failures } = await sendAll(reports, inFlight);
  const seconds = (performance.now() - begun) / 1_000;
  const cpuAfter = cpu();
  const kept = (await stored()) - before;
  rows.push({
    'in flight': inFlight,
    sent: reports.length,
    'accepted/s': Math.round(kept / seconds),
    lost: reports.length - kept,
    'server CPU ms each': ms((cpuAfter.server - cpuBefore.server) / kept),
    'PostgreSQL CPU ms each': ms((cpuAfter.postgres - cpuBefore.postgres) / kept),
    'p50 ms': ms(quantile(waits, 0.5)),
    'p95 ms': ms(quantile(waits, 0.95)),
    'p99 ms': ms(quantile(waits, 0.99)),
  });
  for (const [what, count] of failures) console.log(`${count} × ${what}`);
}
printTable(
  `Intake: sealed reports (${Math.round(warming[0]!.length / 1024)} kB each) into a running instance`,
  rows,
);
const after = memory(server);
await sleep(10_000);
printTable('Memory of the server process, MiB resident', [
  { 'idle after start': idle, 'right after the reports': after, '10 s later': memory(server) },
]);

printTable('What one waits for on this machine, p50 ms, one after the other', [await floor()]);

const ended = new Promise((done) => server.once('exit', done));
server.kill('SIGTERM');
await ended;
await owner.destroy();
await ground.stop();
process.exit(0);

/** Gives the ministry's centre a key of ours, as its first officer would. */
async function openCentre(): Promise<CentreToSealFor> {
  const recipient = await recipientOf(generateIdentity());
  await sql`
    with person as (
      insert into network.person (id, email, name_th, created_at) values (${randomUUID()}, 'bench@example.invalid', 'bench', now()) returning id
    )
    insert into network.centre_epoch (unit_id, epoch, recipient, made_by, created_at, ledger_id)
    select unit.id, 1, ${recipient}, person.id, now(), 0 from network.unit unit, person where unit.code = 'MOI'`.execute(
    owner,
  );
  return { unitCode: 'MOI', epoch: 1, recipient };
}

/** Whole requests, made before the clock starts. */
async function makeReports(count: number): Promise<Buffer[]> {
  const reports: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const { submission } = await sealReport({
      id: randomUUID(),
      messageId: randomUUID(),
      story: { topic: 'PROCUREMENT', what: 'เรื่องทดสอบความเร็ว '.repeat(60) } as never,
      title: 'เรื่องทดสอบความเร็ว',
      files: [],
      addressee,
      restriction: 'none',
      stretched: randomBytes(32) as unknown as StretchedReceipt,
      sealer: 'reporter',
      sentAt: new Date(),
    });
    const challenge = JSON.parse(
      await (await fetch(`http://127.0.0.1:${port}/public/challenge`)).text(),
    ) as never;
    const solution = await solveChallenge({ challenge, deriveKey });
    const body = {
      ...submission,
      topic: 'PROCUREMENT',
      identityMode: 'anonymous',
      proof: { challenge, solution },
    };
    reports.push(postRequest(port, '/public/reports', JSON.stringify(body)));
  }
  return reports;
}

/** So many senders, each on a connection of its own, send what is left one after the other and wait for each answer. */
async function sendAll(
  reports: readonly Buffer[],
  inFlight: number,
): Promise<{ waits: number[]; failures: Map<string, number> }> {
  const senders = Array.from({ length: inFlight }, () => openSender(port));
  const waits: number[] = [];
  const failures = new Map<string, number>();
  let next = 0;
  await Promise.all(
    senders.map(async (sender) => {
      while (next < reports.length) {
        const report = reports[next++]!;
        const start = performance.now();
        const { status, text } = await sender.send(report);
        waits.push(performance.now() - start);
        if (status !== 200) failures.set(`${status} ${text}`, (failures.get(`${status} ${text}`) ?? 0) + 1);
      }
    }),
  );
  for (const sender of senders) sender.end();
  return { waits, failures };
}

/** What no report can be faster than: one question to the server, two to the database, and one row that is safely on the disk. */
async function floor() {
  await sql`create table public.bench_row (id int generated always as identity, said bytea)`.execute(owner);
  const sealed = randomBytes(14 * 1024);
  const ask = {
    'HTTP, a new challenge': () => fetch(`http://127.0.0.1:${port}/public/challenge`).then((it) => it.text()),
    'database, select 1': () => sql`/* prepared */ select 1`.execute(owner),
    'database, 14 kB there': () => sql`/* prepared */ select length(${sealed}::bytea)`.execute(owner),
    'database, one row of 14 kB committed': () =>
      sql`/* prepared */ insert into public.bench_row (said) values (${sealed})`.execute(owner),
  };
  const row: Record<string, string> = {};
  for (const [name, once] of Object.entries(ask)) {
    const waits: number[] = [];
    for (let i = 0; i < 500; i++) {
      const start = performance.now();
      await once();
      waits.push(performance.now() - start);
    }
    row[name] = ms(quantile(waits, 0.5));
  }
  return row;
}

async function stored(): Promise<number> {
  const { rows: found } = await sql<{ n: number }>`select count(*)::int as n from cases."case"`.execute(
    owner,
  );
  return found[0]!.n;
}

async function answering(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/`)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await sleep(100);
  }
  throw new Error('the instance does not answer');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const found = (probe.address() as { port: number }).port;
  await new Promise((done) => probe.close(done));
  return found;
}

/** CPU used so far, ms: this says more than the clock on a machine that others use too. */
function cpu(): { server: number; postgres: number } {
  const ticks = (pid: number | string) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10; // a tick is 10 ms
  };
  let postgres = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
      if (Number(parent) === postmaster) postgres += ticks(pid);
    } catch {
      // ended between listing and reading
    }
  }
  return { server: ticks(server.pid!), postgres };
}

function memory(child: ChildProcess): number {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(resident) / 1024);
}

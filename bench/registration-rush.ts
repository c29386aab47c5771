/**
 * Registration rush: a thousand heads of 91 centres, each with a session of her own, name one person each for a seminar
 * of 200 seats at the same moment, through the real HTTP server. Counted afterwards in the database: confirmed, waiting,
 * whether anybody passed anybody; then the same requests once more, as after a lost answer.
 * Run: node_modules/.bin/node bench/registration-rush.ts [--requests=1000] [--seats=200]
 */
import '#main/production.ts'; // before anything that imports React
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beginSession } from '#features/network/session.ts';
import { createApp } from '#main/app.ts';
import { createServer } from '#main/server.ts';
import { connect } from '#platform/database/connection.ts';
import { folderStore } from '#platform/files/file-store.ts';
import { jobQueue } from '#platform/jobs/index.ts';
import { ms, openBenchGround, printTable, quantile, quiet } from './ground.ts';

const option = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const requests = option('requests', 1_000);
const seats = option('seats', 200);

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const key = () => randomBytes(32);
const app = createApp({
  databases: ground.databases,
  secrets: {
    databasePassword: '',
    receiptPepper: key(),
    tokenKey: key(),
    accountKey: key(),
    ledgerSeed: key(),
  },
  files: folderStore(join(ground.dataDir, 'files')),
  ledger: { vkey: '', wake: () => undefined, refusal: () => undefined },
  jobs: jobQueue,
  sendsMail: false,
  log: quiet,
  now: () => new Date(),
  publicUrl: new URL('http://127.0.0.1'),
  proofOfWorkMax: 50,
});
const server = await createServer(app, { serve: new Set(['officer']) });
await server.listen({ host: '127.0.0.1', port: 0 });
const { port } = server.server.address() as { port: number };
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

const heads = await makeHeads();
// The first requests of a fresh process are compiled while they run.
const warm = await makeSeminar();
for (const head of heads.slice(0, 50)) await name(warm, head, randomUUID());

const seminar = await makeSeminar();
const wanted = heads.map((head, at) => ({ head, at, id: randomUUID() }));
const first = await rush();
printTable(`Registration rush: ${requests} at once for ${seats} seats`, [first]);
printTable('The same requests once more, as after lost answers', [await rush()]);

server.server.closeAllConnections();
await server.close();
await owner.destroy();
await ground.stop();
process.exit(0);

async function rush(): Promise<Record<string, string | number>> {
  const waits: number[] = [];
  const answers = new Map<number, number>();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(
    wanted.map(async ({ head, id }) => {
      const start = performance.now();
      const status = await name(seminar, head, id);
      waits.push(performance.now() - start);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const { rows } = await sql<{ id: string; state: string; arrival_no: number }>`
    select id, state, arrival_no from seminars.registration where seminar_id = ${seminar} order by arrival_no`.execute(
    owner,
  );
  const confirmed = rows.filter(({ state }) => state === 'confirmed');
  const waiting = rows.filter(({ state }) => state === 'waitlisted');
  const inOrder =
    new Set(rows.map((row) => row.arrival_no)).size === rows.length &&
    confirmed.every((row, at) => row.id === rows[at]!.id);
  return {
    answers: [...answers].map(([status, count]) => `${count} × ${status}`).join(', '),
    rows: rows.length,
    confirmed: confirmed.length,
    waiting: waiting.length,
    'nobody passed anybody': inOrder ? 'yes' : 'NO',
    'requests/s': Math.round(requests / seconds),
    'p50 ms': ms(quantile(waits, 0.5)),
    'p95 ms': ms(quantile(waits, 0.95)),
    // Says more than the clock on a machine that others use too; holds the senders as well.
    'Node CPU ms each': ms((user + system) / 1_000 / requests),
    'all done ms': Math.round(seconds * 1_000),
  };
}

type Head = { readonly unitId: number; readonly cookie: string };

/** Heads spread over the centres, signed in. */
async function makeHeads(): Promise<readonly Head[]> {
  const units = await owner.selectFrom('network.unit').select('id').orderBy('id').execute();
  const made: Head[] = [];
  for (let at = 0; at < requests; at++) {
    const id = randomUUID();
    const unitId = units[at % units.length]!.id;
    await sql`
      with person as (
        insert into network.person (id, email, name_th, created_at)
        values (${id}, ${`head${at}@bench.invalid`}, ${`หัวหน้า ${at}`}, now()) returning id
      )
      insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at)
      select ${randomUUID()}, id, ${unitId}, 'head', '2020-01-01', now() from person`.execute(owner);
    const cookie = await beginSession(
      ground.databases.signIn,
      { personId: id, method: 'password', device: 'bench' },
      new Date(),
    );
    made.push({ unitId, cookie });
  }
  return made;
}

async function makeSeminar(): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into seminars.seminar
      (id, unit_id, slug, title_th, fiscal_year, starts_on, ends_on, seats, state, created_by, created_at, changed_by, changed_at)
    select ${id}, unit.id, ${`rush-${id.slice(0, 8)}`}, 'สัมมนา', 2027, current_date + 90, current_date + 91, ${seats}, 'published',
      person.id, now(), person.id, now()
    from network.unit unit, (select id from network.person limit 1) person where unit.code = 'MOI'`.execute(
    owner,
  );
  return id;
}

/** One person named through the form of the page; the HTTP status. */
function name(seminarId: string, { unitId, cookie }: Head, id: string): Promise<number> {
  const body = new URLSearchParams({
    intent: 'nominate',
    id,
    unitId: String(unitId),
    kind: 'participant',
    nameTh: `ผู้เข้าร่วม ${id.slice(0, 8)}`,
    email: `${id}@bench.invalid`,
  }).toString();
  return new Promise((done, fail) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method: 'POST',
        path: `/office/nominations/${seminarId}`,
        headers: {
          cookie: `prongsai_session=${cookie}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode ?? 0));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

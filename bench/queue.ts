/**
 * The queue: time of an officer's "my work" page, as HTML over HTTP with her session and under row-level security, with
 * 10 thousand, 100 thousand and 1 million cases over 91 centres; of it the part that is the use case with its SQL.
 * One case in ten is open and carries a sealed grant of real size; the ministry's centre holds one case in ten.
 * Run: node_modules/.bin/node bench/queue.ts [--cases=10000,100000,1000000]
 */
import '#main/production.ts'; // before anything that imports React
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beginSession, findSession } from '#features/network/session.ts';
import { createApp } from '#main/app.ts';
import { createServer } from '#main/server.ts';
import { connect } from '#platform/database/connection.ts';
import { folderStore } from '#platform/files/file-store.ts';
import { jobQueue } from '#platform/jobs/index.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import { ms, openBenchGround, printTable, quantile, quiet } from './ground.ts';

const sizes = (
  process.argv.find((word) => word.startsWith('--cases='))?.split('=')[1] ?? '10000,100000,1000000'
)
  .split(',')
  .map(Number);
const samples = 300;

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const officers = await makeOfficers(['MOI', 'TH-50']);
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
const agent = new Agent({ keepAlive: true });

const rows = [];
let made = 0;
for (const size of sizes) {
  await addCases(size - made);
  made = size;
  for (const { code, cookie } of officers) {
    const signedIn = await findSession(ground.databases.signIn, cookie, new Date());
    if (!signedIn) throw new Error('the session is not known');
    const asked = ['', 'stage=SCREENING', 'topic=PROCUREMENT', ''];
    const pages: number[] = [];
    const useCases: number[] = [];
    let after: string | undefined;
    for (let i = 0; i < samples + 20; i++) {
      // The first page, two filters, and a page further down in turn.
      const query = new URLSearchParams(asked[i % 4]);
      if (i % 4 === 3 && after) query.set('after', after);
      const start = performance.now();
      const { status } = await get(`/office/work?${query}`, cookie);
      const between = performance.now();
      const page = await app.cases.listWork(signedIn, query);
      if (status !== 200) throw new Error(`the page answers ${status}`);
      after = page.next ?? undefined;
      if (i < 20) continue; // warming up
      pages.push(between - start);
      useCases.push(performance.now() - between);
    }
    const { rows: found } = await sql<{
      n: number;
    }>`select count(*)::int as n from cases."case" c join network.unit u on u.id = c.unit_id where u.code = ${code}`.execute(
      owner,
    );
    rows.push({
      cases: size,
      centre: code,
      'of this centre': found[0]!.n,
      'page p50 ms': ms(quantile(pages, 0.5)),
      'page p95 ms': ms(quantile(pages, 0.95)),
      'use case p50 ms': ms(quantile(useCases, 0.5)),
      'use case p95 ms': ms(quantile(useCases, 0.95)),
    });
    console.log(rows.at(-1));
  }
}
printTable(
  `"My work" under row-level security, ${samples} page views each (first page, two filters, next page)`,
  rows,
);
agent.destroy();
await server.close();
await owner.destroy();
await ground.stop();
process.exit(0);

/** A case officer of each centre with a session, and the centre's key. */
async function makeOfficers(codes: readonly string[]): Promise<{ code: string; cookie: string }[]> {
  const made: { code: string; cookie: string }[] = [];
  for (const code of codes) {
    const person = randomUUID();
    await sql`insert into network.person (id, email, name_th, created_at) values (${person}, ${`${code.toLowerCase()}@example.invalid`}, ${code}, now())`.execute(
      owner,
    );
    await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at) select gen_random_uuid(), ${person}, id, 'case-officer', '2020-01-01', now() from network.unit where code = ${code}`.execute(
      owner,
    );
    made.push({
      code,
      cookie: await beginSession(
        ground.databases.signIn,
        { personId: person, method: 'passkey', device: 'bench' },
        new Date(),
      ),
    });
  }
  const recipient = await recipientOf(generateIdentity());
  await sql`insert into network.centre_epoch (unit_id, epoch, recipient, made_by, created_at, ledger_id) select u.id, 1, ${recipient}, p.id, now(), 0 from network.unit u cross join (select id from network.person limit 1) p`.execute(
    owner,
  );
  return made;
}

/** Cases by SQL: what the queue reads of them, in the proportions named above. */
async function addCases(count: number): Promise<void> {
  const recipient = await recipientOf(generateIdentity());
  const sealed = randomBytes(3_000);
  for (let left = count; left > 0; left -= 100_000) {
    await sql`
      with fresh as (
        insert into cases."case" (id, number, unit_id, stage, topic, channel, identity_mode, size_bucket, received_at, stage_since, due_on)
        select gen_random_uuid(), gen_random_uuid()::text,
          case when i % 10 = 1 then (select id from network.unit where code = 'MOI') else units.ids[1 + (random() * (cardinality(units.ids) - 1))::int] end,
          case when i % 10 = 0 then (array['RECEIVED', 'SCREENING', 'ACCEPTED', 'FACT_FINDING', 'DECISION'])[1 + (random() * 4)::int] else 'CLOSED' end,
          (array['PROCUREMENT', 'BRIBE_DEMAND', 'NEGLECT', 'EMBEZZLEMENT', 'OTHER'])[1 + (random() * 4)::int],
          'web', 'anonymous', 4096, now() - random() * interval '5 years', now() - random() * interval '30 days',
          case when i % 10 = 0 then current_date + (random() * 40)::int - 10 else 'infinity' end
        from generate_series(1, ${Math.min(left, 100_000)}) i,
          (select array_agg(id order by id) as ids from network.unit) units
        returning id, unit_id, stage
      ), keys as (
        insert into cases.case_key (case_id, kind, version, recipient, created_at)
        select id, 'dialogue', 1, ${recipient}, now() from fresh where stage <> 'CLOSED'
        returning case_id
      ), clocks as (
        insert into cases.clock (case_id, code, version, started_on, due_on)
        select id, 'ACK15', 1, current_date - 5, current_date + 10 from fresh where stage <> 'CLOSED'
      )
      insert into cases.key_grant (id, case_id, kind, version, grantee, unit_id, epoch, sealed, granted_at)
      select gen_random_uuid(), keys.case_id, 'dialogue', 1, 'centre', fresh.unit_id, 1, ${sealed}, now()
      from keys join fresh on fresh.id = keys.case_id`.execute(owner);
  }
  await sql`vacuum analyze cases."case", cases.key_grant, cases.case_key, cases.clock`.execute(owner);
}

function get(path: string, cookie: string): Promise<{ status: number }> {
  return new Promise((done, fail) => {
    request(
      { host: '127.0.0.1', port, path, agent, headers: { cookie: `prongsai_session=${cookie}` } },
      (incoming) => {
        incoming.resume().on('end', () => done({ status: incoming.statusCode ?? 0 }));
      },
    )
      .on('error', fail)
      .end();
  });
}

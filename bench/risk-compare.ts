/**
 * Comparison of risk maps: time of the ministry's page over 91 centres × 5 years × 40 risks, as HTML over HTTP with a session
 * and under row-level security, in both views and from a province; of it the use case with its SQL; and of the list of a year.
 * Run: node_modules/.bin/node bench/risk-compare.ts [--risks=40]
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
import { ms, openBenchGround, printTable, quantile, quiet } from './ground.ts';

const each = Number(process.argv.find((word) => word.startsWith('--risks='))?.split('=')[1] ?? 40);
const samples = 100;

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
  now: () => new Date('2026-11-25T03:00:00Z'),
  publicUrl: new URL('http://127.0.0.1'),
  proofOfWorkMax: 50,
});
const server = await createServer(app, { serve: new Set(['officer']) });
await server.listen({ host: '127.0.0.1', port: 0 });
const { port } = server.server.address() as { port: number };
const agent = new Agent({ keepAlive: true });
const officers = [await planner('MOI'), await planner('TH-50')];
await addMaps();

const rows = [];
for (const [code, cookie] of officers) {
  const signedIn = await findSession(ground.databases.signIn, cookie, new Date('2026-11-25T03:00:00Z'));
  if (!signedIn) throw new Error('the session is not known');
  for (const path of ['compare?view=domains', 'compare?view=years&sort=rise', '?year=2570']) {
    const query = new URLSearchParams(path.split('?')[1]);
    const isList = path.startsWith('?');
    const pages: number[] = [];
    const useCases: number[] = [];
    let size = 0;
    for (let i = 0; i < samples + 10; i++) {
      const start = performance.now();
      const answer = await get(`/office/risks${isList ? '' : '/'}${path}`, cookie);
      const between = performance.now();
      if (answer.status !== 200) throw new Error(`the page answers ${answer.status}`);
      if (isList) await app.risks.list(signedIn, query, 'th');
      else await app.risks.compare(signedIn, query, 'th');
      size = answer.size;
      if (i < 10) continue; // warming up
      pages.push(between - start);
      useCases.push(performance.now() - between);
    }
    rows.push({
      centre: code,
      page: path,
      'HTML kB': Math.round(size / 1024),
      'page p50 ms': ms(quantile(pages, 0.5)),
      'page p95 ms': ms(quantile(pages, 0.95)),
      'use case p50 ms': ms(quantile(useCases, 0.5)),
      'use case p95 ms': ms(quantile(useCases, 0.95)),
    });
    console.log(rows.at(-1));
  }
}
printTable(`Risk maps of 91 centres × 5 years × ${each} risks, ${samples} views each`, rows);
agent.destroy();
await server.close();
await owner.destroy();
await ground.stop();
process.exit(0);

/** A planner with a session. */
async function planner(code: string): Promise<[code: string, cookie: string]> {
  const person = randomUUID();
  await sql`insert into network.person (id, email, name_th, created_at) values (${person}, ${`${code.toLowerCase()}@example.invalid`}, ${code}, now())`.execute(
    owner,
  );
  await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at) select gen_random_uuid(), ${person}, id, 'planner', '2020-01-01', now() from network.unit where code = ${code}`.execute(
    owner,
  );
  const session = { personId: person, method: 'passkey', device: 'bench' } as const;
  return [code, await beginSession(ground.databases.signIn, session, new Date('2026-11-25T03:00:00Z'))];
}

/** Approved maps by SQL, their risks spread over domains, levels and bands. */
async function addMaps(): Promise<void> {
  await sql`
    with map as (
      insert into prevention.risk_map (id, unit_id, kind, fiscal_year, version, framework, framework_version, state, started_by, started_at, approved_at)
      select gen_random_uuid(), unit.id, 'corruption', year, 1, 'five-by-five', 1, 'approved', person.id, now(), now()
      from network.unit unit, generate_series(2566, 2570) year, (select id from network.person limit 1) person
      returning id, unit_id, started_by
    )
    insert into prevention.risk (id, map_id, unit_id, lineage, sort, domain, event, cause, control, control_quality, likelihood, impact, band, entered_by, entered_at)
    select gen_random_uuid(), map.id, map.unit_id, gen_random_uuid(), n * 10,
      (array['permits', 'powers', 'procurement', 'personnel'])[1 + n % 4], repeat('เหตุการณ์ ', 8), repeat('สาเหตุ ', 20), repeat('ควบคุม ', 20), 'fair',
      1 + n % 5, 1 + (n / 5) % 5, (array['low', 'medium', 'high', 'very-high'])[1 + (random() * 3)::int], map.started_by, now()
    from map, generate_series(1, ${each}::int) n`.execute(owner);
  await sql`analyze prevention.risk_map, prevention.risk`.execute(owner);
}

function get(path: string, session: string): Promise<{ status: number; size: number }> {
  return new Promise((done, failed) => {
    const headers = { cookie: `prongsai_session=${session}` };
    request({ agent, port, path, headers }, (answer) => {
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, size }));
    })
      .on('error', failed)
      .end();
  });
}

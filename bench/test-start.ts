/**
 * Start of a test: 250 participants press the button at the same moment, through the real HTTP server, each with the link
 * of her own seat; then all save a page, and all hand in, again at the same moment. Counted afterwards in the database.
 * The questions are drawn when the button is pressed; nothing is prepared before the bell.
 * Run: node_modules/.bin/node bench/test-start.ts [--people=250]
 */
import '#main/production.ts'; // before anything that imports React
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { seatToken } from '#features/seminars/seat-link.ts';
import { createApp } from '#main/app.ts';
import { createServer } from '#main/server.ts';
import { connect } from '#platform/database/connection.ts';
import { openRoles } from '#platform/database/roles.ts';
import { folderStore } from '#platform/files/file-store.ts';
import { jobQueue } from '#platform/jobs/index.ts';
import { ms, openBenchGround, printTable, quantile, quiet } from './ground.ts';

const people = Number(process.argv.find((word) => word.startsWith('--people='))?.split('=')[1] ?? 250);
const questions = 300;

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
// As many connections as the program gives the citizens' side.
const citizens = connect((await openRoles(ground.ownerUrl, 'bench')).prongsai_public, 5);
const tokenKey = randomBytes(32);
const app = createApp({
  databases: { ...ground.databases, public: citizens },
  secrets: {
    databasePassword: '',
    receiptPepper: randomBytes(32),
    tokenKey,
    accountKey: randomBytes(32),
    ledgerSeed: randomBytes(32),
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
const server = await createServer(app, { serve: new Set(['public']) });
await server.listen({ host: '127.0.0.1', port: 0 });
const { port } = server.server.address() as { port: number };
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

await makeBank();
// The first requests of a fresh process are compiled while they run.
const warm = await makeTest(30);
await all('warm-up', warm, (taker) => post(taker, { step: 'start', id: taker.attemptId }));

const takers = await makeTest(people);
const page = Object.fromEntries(Array.from({ length: 5 }, (_, place) => [`a${place}`, '1']));
const rows = [
  await all('start', takers, (taker) => post(taker, { step: 'start', id: taker.attemptId })),
  await all('open the first page', takers, (taker) => send(taker, 'GET')),
  await all('save a page', takers, (taker) =>
    post(taker, { step: 'save', id: randomUUID(), attempt: taker.attemptId, page: '1', ...page }),
  ),
  await all('hand in', takers, (taker) => post(taker, { step: 'finish', attempt: taker.attemptId })),
];
const { rows: found } = await sql<{ attempts: number; marked: number; answers: number }>`
  select
    count(*)::int as attempts,
    count(share)::int as marked,
    (select count(*)::int from seminars.test_answer answer join seminars.test_attempt a on a.id = answer.attempt_id
      where a.test_id = ${takers[0]!.testId}) as answers
  from seminars.test_attempt
  where test_id = ${takers[0]!.testId}`.execute(owner);
printTable(`Start of a test: ${people} at once, 20 questions each from a pool of ${questions}`, rows);
printTable('In the database', [{ people, ...found[0]! }]);

server.server.closeAllConnections();
await server.close();
await citizens.destroy();
await owner.destroy();
await ground.stop();
process.exit(0);

type Taker = { readonly token: string; readonly testId: string; readonly attemptId: string };

async function all(
  what: string,
  who: readonly Taker[],
  work: (taker: Taker) => Promise<number>,
): Promise<Record<string, string | number>> {
  const waits: number[] = [];
  let failures = 0;
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(
    who.map(async (taker) => {
      const start = performance.now();
      const status = await work(taker).catch(() => 0);
      waits.push(performance.now() - start);
      if (status !== 200 && status !== 302) failures++;
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  return {
    step: what,
    people: who.length,
    failures,
    'p50 ms': ms(quantile(waits, 0.5)),
    'p95 ms': ms(quantile(waits, 0.95)),
    'max ms': ms(Math.max(...waits)),
    'all done ms': Math.round(performance.now() - begun),
    // Says more than the clock on a machine that others use too; holds the senders as well.
    'Node CPU ms each': ms((user + system) / 1_000 / who.length),
  };
}

function post(taker: Taker, fields: Record<string, string>): Promise<number> {
  return send(taker, 'POST', new URLSearchParams(fields).toString());
}

function send({ token, testId }: Taker, method: 'GET' | 'POST', body?: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = body
      ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
      : {};
    const sent = request(
      { host: '127.0.0.1', port, agent, method, path: `/seat/${token}/tests/${testId}`, headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode ?? 0));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

async function makeBank(): Promise<void> {
  await sql`
    insert into network.person (id, email, name_th, created_at)
    values (${randomUUID()}, 'bench@bench.invalid', 'bench', now())`.execute(owner);
  await sql`
    with made as (
      insert into seminars.question (id, unit_id, is_shared, made_by, made_at)
      select gen_random_uuid(), unit.id, true, person.id, now()
      from network.unit unit, network.person person, generate_series(1, ${questions})
      where unit.code = 'MOI'
      returning id, made_by
    ), version as (
      insert into seminars.question_version
        (question_id, version, id, kind, stem_th, body, competencies, difficulty, tokens, made_by, made_at)
      select id, 1, gen_random_uuid(), 'single', 'ข้อใดถูกต้องตามระเบียบ',
        '{"kind":"single","choices":[{"th":"ก"},{"th":"ข"},{"th":"ค"},{"th":"ง"}]}',
        array[(array['K1', 'K2', 'K3', 'S1'])[1 + row_number() over () % 4]], 2, '{}', made_by, now()
      from made
      returning question_id
    )
    insert into seminars.question_key (question_id, version, key)
    select question_id, 1, '{"kind":"single","right":1}' from version`.execute(owner);
}

/** A released test of 20 questions, open now, and confirmed seats. */
async function makeTest(size: number): Promise<readonly Taker[]> {
  const [seminarId, testId, poolId] = [randomUUID(), randomUUID(), randomUUID()];
  await sql`
    insert into seminars.seminar
      (id, unit_id, slug, title_th, fiscal_year, starts_on, ends_on, seats, state, created_by, created_at, changed_by, changed_at)
    select ${seminarId}, unit.id, ${`start-${seminarId.slice(0, 8)}`}, 'สัมมนา', 2027, current_date, current_date, ${size}, 'published',
      person.id, now(), person.id, now()
    from network.unit unit, network.person person where unit.code = 'MOI'`.execute(owner);
  await sql`
    insert into seminars.test_blueprint
    select id, unit_id, code, 5 from seminars.seminar, unnest(array['K1', 'K2', 'K3', 'S1']) code
    where id = ${seminarId}`.execute(owner);
  await sql`
    insert into seminars.test_pool
    select seminar.id, seminar.unit_id, version.question_id, version.version, version.competencies
    from seminars.seminar seminar, seminars.question_version version where seminar.id = ${seminarId}`.execute(
    owner,
  );
  await sql`
    insert into seminars.test
      (id, seminar_id, host_unit_id, phase, opens_at, closes_at, minutes, grace_minutes, tries, shows_answers, pool_id,
        released_at, changed_by, changed_at)
    select ${testId}, id, unit_id, 'pre', now() - interval '1 minute', now() + interval '1 hour', 30, 2, 1, true, ${poolId},
      now(), created_by, now()
    from seminars.seminar where id = ${seminarId}`.execute(owner);
  const takers = Array.from({ length: size }, () => ({ id: randomUUID(), attemptId: randomUUID() }));
  await sql`
    insert into seminars.registration
      (id, seminar_id, host_unit_id, unit_id, name_th, email, state, made_at, changed_at)
    select seat.id::uuid, seminar.id, seminar.unit_id, seminar.unit_id, 'ผู้เข้าร่วม', seat.id || '@bench.invalid', 'confirmed', now(), now()
    from seminars.seminar seminar, unnest(${takers.map(({ id }) => id)}::text[]) seat (id)
    where seminar.id = ${seminarId}`.execute(owner);
  return takers.map(({ id, attemptId }) => ({ token: seatToken(tokenKey, id), testId, attemptId }));
}

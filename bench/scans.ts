/**
 * Scans: five devices that were without network hand over 2,000 scans of 500 people in two sessions over HTTP, all at
 * once, with the same people scanned at several doors, and every package sent twice as after a lost answer.
 * Run: node_modules/.bin/node bench/scans.ts [--scans=2000] [--devices=5]
 */
import '#main/production.ts'; // before anything that imports React
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { secretHash } from '#features/seminars/attendance/device-link.ts';
import { makeTicket } from '#features/seminars/attendance/ticket.ts';
import { ticketKey } from '#features/seminars/attendance/ticket-key.ts';
import { createServer } from '#main/server.ts';
import { connect } from '#platform/database/connection.ts';
import { openBenchGround, printTable } from './ground.ts';
import { addSeminar, benchApp, benchDay } from './seminar.ts';

const setting = (name: string, usual: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const total = setting('scans', 2_000);
const doors = setting('devices', 5);
/** As a device sends them. */
const atOnce = 100;

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const app = benchApp(ground);
const seminar = await addSeminar(ground, 500);
const server = await createServer(app, { serve: new Set(['public']) });
await server.listen({ host: '127.0.0.1', port: 0 });
const { port } = server.server.address() as { port: number };

const key = await ticketKey(app.ground);
const tickets = await Promise.all(
  seminar.seats.map((registrationId) => makeTicket(key, { seminarId: seminar.id, registrationId })),
);
const devices = await Promise.all(Array.from({ length: doors }, makeDevice));
const distinct = new Set<string>();
const queues = devices.map((headers, device) => ({
  headers,
  scans: Array.from({ length: total / doors }, (_, place) => {
    // Neighbouring doors see the same people: about half of all scans are of somebody who is in already.
    const half = total / doors / 2;
    const person = (device * 75 + (place % half)) % tickets.length;
    const session = `${benchDay}/${place < half ? 'am' : 'pm'}`;
    distinct.add(`${person} ${session}`);
    const at = new Date(Date.parse(`${benchDay}T02:00:00Z`) + place * 1_000).toISOString();
    return { id: randomUUID(), session, source: 'qr', ticket: tickets[person], verdict: 'ok', at };
  }),
}));

const start = performance.now();
await Promise.all(queues.map(sendAll));
const seconds = (performance.now() - start) / 1000;

const { rows } = await sql<{ kept: number; present: number; double: number }>`
  select count(*)::int as kept,
    count(*) filter (where server_verdict = 'ok')::int as present,
    (count(*) filter (where server_verdict = 'ok') - count(distinct (registration_id, session)) filter (where server_verdict = 'ok'))::int as double
  from seminars.scan`.execute(owner);
const { kept, present, double } = rows[0]!;
printTable(`${total} scans of ${doors} devices, each package sent twice`, [
  {
    scans: total,
    kept,
    lost: total - kept,
    'people × sessions': distinct.size,
    present,
    double,
    seconds: seconds.toFixed(2),
    'scans/s': Math.round((2 * total) / seconds),
  },
]);
await server.close();
await owner.destroy();
await ground.stop();
process.exit(kept === total && present === distinct.size && double === 0 ? 0 : 1);

async function makeDevice(): Promise<Record<string, string>> {
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await sql`
    insert into seminars.scan_device (id, seminar_id, host_unit_id, name, made_by, made_at, link_ends_at, secret_hash, enrolled_at)
    values (${id}, ${seminar.id}, ${seminar.unitId}, 'bench', ${seminar.organiser}, now(), now(), ${secretHash(secret)}, now())`.execute(
    owner,
  );
  return { authorization: `Device ${id}.${secret}`, 'content-type': 'application/json' };
}

async function sendAll({ headers, scans }: (typeof queues)[number]): Promise<void> {
  for (let from = 0; from < scans.length; from += atOnce) {
    const body = JSON.stringify({ scans: scans.slice(from, from + atOnce) });
    for (let times = 0; times < 2; times++) {
      const answer = await fetch(`http://127.0.0.1:${port}/scan/scans`, { method: 'POST', headers, body });
      if (answer.status !== 200) throw new Error(`the server answers ${answer.status}`);
      const { taken } = (await answer.json()) as { taken: unknown[] };
      if (taken.length !== Math.min(atOnce, scans.length - from))
        throw new Error('not every scan was answered');
    }
  }
}

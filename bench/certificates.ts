/**
 * Certificates: time from an order to the last page, with numbering, signing (Open Badges 3.0), the ledger's entry of each,
 * and the common PDF; and the size of one. Everybody was there all day.
 * Run: node_modules/.bin/node bench/certificates.ts [--people=500]
 */
import '#main/production.ts'; // before anything that imports React
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { connect } from '#platform/database/connection.ts';
import { openBenchGround, printTable } from './ground.ts';
import { addSeminar, benchApp, benchDay } from './seminar.ts';

const people = Number(process.argv.find((word) => word.startsWith('--people='))?.split('=')[1] ?? '500');

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const app = benchApp(ground);
const seminar = await addSeminar(ground, people);
await sql`
  insert into seminars.scan (id, seminar_id, host_unit_id, registration_id, session, source, typed_by, server_verdict, device_at, received_at)
  select gen_random_uuid(), seminar_id, host_unit_id, id, session, 'paper', ${seminar.organiser}, 'ok', now(), now()
  from seminars.registration, unnest(array[${`${benchDay}/am`}, ${`${benchDay}/pm`}]) session`.execute(owner);
const batch = randomUUID();
await sql`
  insert into seminars.certificate_batch (id, seminar_id, host_unit_id, kind, dated, signer_name, signer_position, asked_by, asked_as, asked_at)
  values (${batch}, ${seminar.id}, ${seminar.unitId}, 'attendee', '2026-06-25', 'นางสาวดารณี แสงธรรม',
    'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริตกระทรวงมหาดไทย', ${seminar.organiser}, 'organiser', now())`.execute(owner);

const start = performance.now();
const signing = watchIssued();
await app.certificates.issue(batch);
const seconds = (performance.now() - start) / 1000;
const issuedAfter = await signing;

const { rows } = await sql<{ issued: number; file: string; tokens: number }>`
  select issued, file_id as file, (select avg(length(credential)) from seminars.certificate)::int as tokens
  from seminars.certificate_batch`.execute(owner);
const { issued, file, tokens } = rows[0]!;
const stored = (await app.ground.files.read(file))!;
stored.content.destroy();
printTable(`${people} certificates in one order`, [
  {
    ordered: people,
    issued,
    'issued after s': issuedAfter.toFixed(1),
    'printed after s': seconds.toFixed(1),
    'PDF kB each': (stored.size / 1024 / issued).toFixed(1),
    'credential kB each': (tokens / 1024).toFixed(2),
  },
]);
await owner.destroy();
await ground.stop();
process.exit(0);

/** Seconds until the last one was numbered and signed. */
async function watchIssued(): Promise<number> {
  for (;;) {
    const { rows: found } = await sql<{
      n: number;
    }>`select count(*)::int as n from seminars.certificate`.execute(owner);
    if (found[0]!.n >= people) return (performance.now() - start) / 1000;
    await new Promise((go) => setTimeout(go, 50));
  }
}

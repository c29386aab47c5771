/** The queue of a hundred thousand cases under row-level security: read from its index, not from the whole table. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { stages } from './case.ts';
import { countStages, type QueueFilter, selectQueue } from './queue.queries.ts';
import { type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let officer: Officer;
const rows = 100_000;

beforeAll(async () => {
  office = await openOffice();
  officer = await office.officer('TH-50', 'case-officer');
  // Ninety-one centres; one case in twelve is open; TH-50 has as many as the others.
  await sql`
    insert into cases."case" (id, number, unit_id, restriction, stage, topic, channel, identity_mode, size_bucket,
      received_at, stage_since, due_on, assigned_to)
    select gen_random_uuid(), 'n' || n, unit.id,
      (array['none', 'none', 'none', 'unit'])[1 + n % 4],
      (array['RECEIVED', 'SCREENING', 'FACT_FINDING', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED',
        'CLOSED', 'CLOSED', 'CLOSED'])[1 + (n / 91) % 12],
      (array['PROCUREMENT', 'PERSONNEL', 'NEGLECT'])[1 + n % 3], 'web', 'anonymous', 1024,
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
      case when (n / 91) % 12 < 3 then date '2026-01-01' + n % 400 else 'infinity' end,
      case when (n / 91) % 5 = 0 then ${officer.signedIn.person.id}::uuid end
    from generate_series(1, ${rows}) n
    join (select id, row_number() over (order by id) - 1 as place from network.unit) unit on unit.place = n % 91`.execute(
    office.db.owner,
  );
  await sql`vacuum analyze cases."case"`.execute(office.db.owner);
});
afterAll(() => office.close());

const as = <T>(work: (trx: InTransaction) => Promise<T>) =>
  actingAs(office.db.asOfficer, officer.signedIn.actor, work);

/** How many rows and index entries of the table PostgreSQL read, by its own count, while the work ran. */
async function rowsTouched(work: (trx: InTransaction) => Promise<unknown>): Promise<number> {
  return as(async (trx) => {
    const count = async () => {
      const { rows: found } = await sql<{ touched: number }>`
        select sum(pg_stat_get_xact_tuples_returned(r.oid) + pg_stat_get_xact_tuples_fetched(r.oid))::int as touched
        from pg_class r
        where r.oid = 'cases."case"'::regclass
          or r.oid in (select indexrelid from pg_index where indrelid = 'cases."case"'::regclass)`.execute(
        trx,
      );
      return found[0]!.touched;
    };
    const before = await count();
    await work(trx);
    return (await count()) - before;
  });
}

const unit = () => office.centres.get('TH-50')!.id;
const filter = (change: Partial<QueueFilter> = {}): QueueFilter => ({
  units: [unit()],
  stage: undefined,
  topic: undefined,
  assignedTo: undefined,
  after: undefined,
  ...change,
});

test.each([
  ['the first page', filter, false],
  [
    'a page in the middle',
    () => filter({ after: { at: '2026-06-01', id: '00000000-0000-0000-0000-000000000000' } }),
    false,
  ],
  ['one stage', () => filter({ stage: 'SCREENING' }), false],
  ['one topic', () => filter({ topic: 'PERSONNEL' }), false],
  ['my own', () => filter({ assignedTo: officer.signedIn.person.id }), false],
  ['closed ones', () => filter({ stage: 'CLOSED' }), true],
] as const)('%s touches about a page of rows', async (_name, make, ended) => {
  let found = 0;
  const touched = await rowsTouched(async (trx) => {
    found = (await selectQueue(trx, make(), ended, 26)).length;
  });
  expect(found).toBe(26);
  expect(touched).toBeGreaterThanOrEqual(26);
  expect(touched).toBeLessThan(200);
});

test('counting the stages reads no further than its cap', async () => {
  const touched = await rowsTouched((trx) => countStages(trx, [unit()], stages));
  // TH-50 has about eleven hundred cases in all.
  expect(touched).toBeLessThan(1_300);
});

/** A seminar with people for the measurements, entered by SQL; and the application on a bench ground. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type App, createApp } from '#main/app.ts';
import { connect, type Database } from '#platform/database/connection.ts';
import { folderStore } from '#platform/files/file-store.ts';
import { jobQueue } from '#platform/jobs/index.ts';
import { type BenchGround, quiet } from './ground.ts';

export const benchDay = '2026-06-20';

export type BenchSeminar = {
  readonly id: string;
  readonly organiser: string;
  readonly unitId: number;
  readonly seats: readonly string[];
};

export function benchApp(ground: BenchGround, now: () => Date = () => new Date()): App {
  return createApp({
    databases: ground.databases,
    secrets: {
      databasePassword: '',
      receiptPepper: randomBytes(32),
      tokenKey: randomBytes(32),
      accountKey: randomBytes(32),
      ledgerSeed: randomBytes(32),
    },
    files: folderStore(join(ground.dataDir, 'files')),
    ledger: { vkey: '', wake: () => undefined, refusal: () => undefined },
    jobs: jobQueue,
    sendsMail: false,
    log: quiet,
    now,
    publicUrl: new URL('http://127.0.0.1'),
    proofOfWorkMax: 50,
  });
}

/** Of the ministry, on one day with a morning and an afternoon; the people come from all centres in turn. */
export async function addSeminar(ground: BenchGround, people: number): Promise<BenchSeminar> {
  const owner = connect(ground.ownerUrl, 2);
  try {
    return await enter(owner, people);
  } finally {
    await owner.destroy();
  }
}

async function enter(owner: Database, people: number): Promise<BenchSeminar> {
  const id = randomUUID();
  const organiser = randomUUID();
  await sql`insert into network.person (id, email, name_th, created_at) values (${organiser}, 'bench@example.invalid', 'สมชาย ตั้งตรง', now())`.execute(
    owner,
  );
  await sql`
    insert into seminars.seminar (id, unit_id, slug, title_th, fiscal_year, starts_on, ends_on, venue_th, seats, state, created_by, created_at, changed_by, changed_at)
    select ${id}, id, 'bench', 'สัมมนาเพื่อส่งเสริมและสนับสนุนการขับเคลื่อนภารกิจของศูนย์ปฏิบัติการต่อต้านการทุจริต', 2026,
      ${benchDay}, ${benchDay}, 'กรุงเทพมหานคร', ${people}, 'published', ${organiser}, now(), ${organiser}, now()
    from network.unit where code = 'MOI'`.execute(owner);
  for (const [from, to] of [
    ['09:00', '12:00'],
    ['13:00', '16:00'],
  ])
    await sql`
      insert into seminars.slot (id, seminar_id, kind, title_th, starts_at, ends_at, changed_at)
      values (gen_random_uuid(), ${id}, 'lecture', 'บรรยาย', ${`${benchDay}T${from}:00+07:00`}, ${`${benchDay}T${to}:00+07:00`}, now())`.execute(
      owner,
    );
  await sql`
    insert into seminars.registration (id, seminar_id, host_unit_id, unit_id, prefix_th, name_th, position_th, state, made_at, changed_at)
    select gen_random_uuid(), ${id}, host.id, (array_agg(unit.id order by unit.id))[1 + n % count(*)::int], 'นางสาว',
      'ผู้เข้าร่วมลำดับที่ ' || n, 'นักวิเคราะห์นโยบายและแผนชำนาญการ', 'confirmed', now(), now()
    from generate_series(1, ${people}) n, network.unit unit, (select id from network.unit where code = 'MOI') host
    group by n, host.id`.execute(owner);
  const { rows } = await sql<{ id: string; host_unit_id: number }>`
    select id, host_unit_id from seminars.registration where seminar_id = ${id} order by name_th`.execute(
    owner,
  );
  return { id, organiser, unitId: rows[0]!.host_unit_id, seats: rows.map((row) => row.id) };
}

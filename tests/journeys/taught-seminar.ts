/** A seminar that is over, with people who sat in it: entered behind the pages, since it cannot be waited for. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { seatToken } from '#features/seminars/seat-link.ts';
import { openSecrets } from '#main/secrets.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Instance } from './fixtures.ts';
import { openDatabase } from './instance-data.ts';

export type TaughtSeminar = {
  readonly id: string;
  readonly slug: string;
  /** A confirmed seat of a centre, with or without an account; returns the path of its page. */
  readonly addSeat: (unitCode: string, who: { name: string; email?: string }) => Promise<string>;
  /** A plan of the holder of a seat, as she would have written it on the last day. */
  readonly addPlan: (seatPath: string) => Promise<void>;
  /** Puts the seminar so many days further into the past, as if they had gone by. */
  readonly letPass: (days: number) => Promise<void>;
  readonly database: Client;
};

const before = (days: number) => civilDate(Date.now() - days * 86_400_000);

/** Of the ministry, on one day; a lecture and a panel that serve competencies. End `database` after use. */
export async function teachSeminar(instance: Instance, daysAgo: number): Promise<TaughtSeminar> {
  const database = await openDatabase(instance);
  const { tokenKey } = openSecrets(instance.dataDir);
  const id = randomUUID();
  const slug = `taught-${id.slice(0, 8)}`;
  const day = before(daysAgo);
  await database.query(
    `insert into seminars.seminar
      (id, unit_id, slug, title_th, title_en, fiscal_year, starts_on, ends_on, venue_th, seats, state, created_by, created_at, changed_by, changed_at)
    select $1, unit.id, $2, 'สัมมนาการรับเรื่องและสืบข้อเท็จจริง', 'Seminar on intake and fact-finding', 2027, $3, $3,
      'กรุงเทพมหานคร', 200, 'published', person.id, now(), person.id, now()
    from network.unit, (select id from network.person order by created_at limit 1) person
    where unit.code = 'MOI'`,
    [id, slug, day],
  );
  for (const [kind, title, from, to, competency] of [
    ['lecture', 'กฎหมายต่อต้านการทุจริต', '09:00', '12:00', 'K1'],
    ['panel', 'ประสบการณ์จากจังหวัด', '13:00', '16:00', 'S2'],
  ]) {
    const slot = randomUUID();
    await database.query(
      `insert into seminars.slot (id, seminar_id, kind, title_th, starts_at, ends_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, now())`,
      [slot, id, kind, title, `${day}T${from}:00+07:00`, `${day}T${to}:00+07:00`],
    );
    await database.query('insert into seminars.slot_competency values ($1, $2)', [slot, competency]);
  }
  await database.query(
    `insert into seminars.material
      (id, seminar_id, host_unit_id, kind, title_th, audience, link, added_by, added_at)
    select $1, $2, seminar.unit_id, 'document', 'คู่มือการรับเรื่อง', 'public', 'https://manual.example/', created_by, now()
    from seminars.seminar where id = $2`,
    [randomUUID(), id],
  );
  return {
    id,
    slug,
    database,
    addSeat: async (unitCode, { name, email }) => {
      const seat = randomUUID();
      await database.query(
        `insert into seminars.registration
          (id, seminar_id, host_unit_id, unit_id, person_id, prefix_th, name_th, position_th, state, made_at, changed_at)
        select $1, $2, host.id, unit.id, (select id from network.person where email = $5), 'นาง', $3,
          'เจ้าพนักงานปกครอง', 'confirmed', now() - interval '100 days', now()
        from network.unit host, network.unit unit where host.code = 'MOI' and unit.code = $4`,
        [seat, id, name, unitCode, email ?? null],
      );
      return `/seat/${seatToken(tokenKey, seat)}`;
    },
    addPlan: async (seatPath) => {
      await database.query(
        `insert into seminars.action_plan
          (id, registration_id, seminar_id, host_unit_id, unit_id, person_id, competency_code, what, seen_by, due_on, written_at)
        select $1, id, seminar_id, host_unit_id, unit_id, person_id, 'S2', 'ลงพื้นที่พร้อมแบบบันทึกพยานทุกครั้ง',
          'แบบบันทึกในสำนวน', $3, now()
        from seminars.registration where id = $2`,
        [randomUUID(), seatPath.split('/')[2]!.split('.')[0], before(0)],
      );
    },
    letPass: async (days) => {
      await database.query(
        'update seminars.seminar set starts_on = starts_on - $2::int, ends_on = ends_on - $2::int where id = $1',
        [id, days],
      );
    },
  };
}

/** For the walk through every page: pages of a seat of hers from yesterday, and a plan that waits for her answer. */
export async function seedLearning(instance: Instance, email: string): Promise<readonly string[]> {
  const recent = await teachSeminar(instance, 1);
  const own = await recent.addSeat('MOI', { name: 'กมลชนก สุขใจ', email });
  await recent.addPlan(own);
  await recent.database.end();
  const older = await teachSeminar(instance, 40);
  await older.addPlan(await older.addSeat('MOI', { name: 'สมชาย ตั้งตรง', email: 'somchai@moi.example' }));
  await older.database.end();
  // Each in both languages: a seat's page leads to those of its own language only.
  const pages = [
    ...['', '/evaluation', '/plan', '/materials'].map((below) => own + below),
    `/seminars/${recent.slug}/materials`,
  ];
  return pages.flatMap((path) => [path, `/en${path}`]);
}

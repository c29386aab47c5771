/** A seminar that is held today, with people who have seats: entered behind the pages, so that it need not be prepared for weeks. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { makeTicket } from '#features/seminars/attendance/ticket.ts';
import { ticketKey } from '#features/seminars/attendance/ticket-key.ts';
import { seatToken } from '#features/seminars/seat-link.ts';
import { openSecrets } from '#main/secrets.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Instance } from './fixtures.ts';
import { openDatabase } from './instance-data.ts';

export type HeldSeminar = {
  readonly id: string;
  readonly today: string;
  readonly database: Client;
  /** Enters a person of Chiang Mai with a seat; returns its identifier. */
  readonly addSeat: (name: string, state?: string) => Promise<string>;
  readonly ticketOf: (registrationId: string, seminarId?: string) => Promise<string>;
  /** Path of the participant's own page. */
  readonly seatPath: (registrationId: string) => string;
};

/** Of the ministry; two parts that count, one in the morning and one in the afternoon. End `database` after use. */
export async function holdSeminar(instance: Instance): Promise<HeldSeminar> {
  const database = await openDatabase(instance);
  const secrets = openSecrets(instance.dataDir);
  const id = randomUUID();
  const today = civilDate(new Date());
  await database.query(
    `insert into seminars.seminar
      (id, unit_id, slug, title_th, title_en, fiscal_year, starts_on, ends_on, venue_th, seats, state, created_by, created_at, changed_by, changed_at)
    select $1, unit.id, $2, 'สัมมนาขับเคลื่อนศูนย์ปฏิบัติการต่อต้านการทุจริต', 'Seminar of the centres', 2027, $3, $3,
      'กรุงเทพมหานคร', 200, 'published', person.id, now(), person.id, now()
    from network.unit, (select id from network.person order by created_at limit 1) person
    where unit.code = 'MOI'`,
    [id, `held-${id.slice(0, 8)}`, today],
  );
  for (const [kind, title, from, to] of [
    ['lecture', 'กฎหมายต่อต้านการทุจริต', '08:00', '12:00'],
    ['panel', 'ประสบการณ์จากจังหวัด', '13:00', '16:00'],
  ])
    await database.query(
      `insert into seminars.slot (id, seminar_id, kind, title_th, starts_at, ends_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, now())`,
      [randomUUID(), id, kind, title, `${today}T${from}:00+07:00`, `${today}T${to}:00+07:00`],
    );
  return {
    id,
    today,
    database,
    addSeat: async (name, state = 'confirmed') => {
      const seat = randomUUID();
      await database.query(
        `insert into seminars.registration
          (id, seminar_id, host_unit_id, unit_id, prefix_th, name_th, position_th, state, made_at, changed_at)
        select $1, $2, host.id, unit.id, 'นาง', $3, 'เจ้าพนักงานปกครอง', $4, now(), now()
        from network.unit host, network.unit unit where host.code = 'MOI' and unit.code = 'TH-50'`,
        [seat, id, name, state],
      );
      return seat;
    },
    ticketOf: async (registrationId, seminarId = id) =>
      makeTicket(await ticketKey({ secrets }), { seminarId, registrationId }),
    seatPath: (registrationId) => `/seat/${seatToken(secrets.tokenKey, registrationId)}`,
  };
}

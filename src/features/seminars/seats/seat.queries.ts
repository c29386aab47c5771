/** Registrations as organisers and sending centres read them; row-level security decides which. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { RegistrationState } from '../seminar.ts';
import type { SeatOf } from './seat-people.ts';
import type { Room } from './seat-rules.ts';

export type Registered = SeatOf & {
  readonly id: string;
  readonly seminarId: string;
  readonly kind: string;
  readonly prefixTh: string;
  readonly nameTh: string;
  readonly positionTh: string;
  readonly phone: string | undefined;
  readonly state: RegistrationState;
  readonly reason: string | undefined;
  readonly substitutes: string | undefined;
  readonly arrivalNo: number | undefined;
  readonly fromPool: boolean;
  readonly offerUntil: Date | undefined;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

const registrations = (db: Queries) => db.selectFrom('seminars.registration as seat').selectAll('seat');
type Row = Awaited<ReturnType<ReturnType<typeof registrations>['execute']>>[number];

const present = (row: Row): Registered => ({
  id: row.id,
  seminarId: row.seminar_id,
  hostUnitId: row.host_unit_id,
  unitId: row.unit_id,
  kind: row.kind,
  personId: row.person_id ?? undefined,
  prefixTh: row.prefix_th,
  nameTh: row.name_th,
  positionTh: row.position_th,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  state: row.state as RegistrationState,
  reason: row.state_reason ?? undefined,
  substitutes: row.substitutes ?? undefined,
  madeBy: row.made_by ?? undefined,
  arrivalNo: row.arrival_no ?? undefined,
  fromPool: row.from_pool,
  offerUntil: row.offer_until ?? undefined,
  madeAt: row.made_at,
  changedAt: row.changed_at,
});

export type RegisterFilter = {
  readonly state?: RegistrationState | undefined;
  readonly unitId?: number | undefined;
  readonly kind?: string | undefined;
  /** Part of a name, position or address. */
  readonly sought?: string | undefined;
};

const narrow = (db: Queries, seminarId: string, { state, unitId, kind, sought }: RegisterFilter) => {
  let rows = registrations(db).where('seat.seminar_id', '=', seminarId);
  if (state) rows = rows.where('seat.state', '=', state);
  if (unitId !== undefined) rows = rows.where('seat.unit_id', '=', unitId);
  if (kind) rows = rows.where('seat.kind', '=', kind);
  if (sought) {
    const part = `%${sought.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) =>
      eb.or([
        eb('seat.name_th', 'ilike', part),
        eb('seat.position_th', 'ilike', part),
        eb('seat.email', 'ilike', part),
      ]),
    );
  }
  return rows;
};

/** In the order of the queue, then of nomination. */
export async function selectRegistered(
  db: Queries,
  seminarId: string,
  filter: RegisterFilter = {},
  { limit = 5_000, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<readonly Registered[]> {
  const rows = await narrow(db, seminarId, filter)
    .orderBy('seat.arrival_no', (order) => order.asc().nullsLast())
    .orderBy('seat.made_at')
    .orderBy('seat.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(present);
}

export async function countRegistered(
  db: Queries,
  seminarId: string,
  filter: RegisterFilter,
): Promise<number> {
  const row = await narrow(db, seminarId, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function selectOne(db: Queries, id: string): Promise<Registered | undefined> {
  const row = await registrations(db).where('seat.id', '=', id).executeTakeFirst();
  return row && present(row);
}

export type SeatKind = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly seats: number | undefined;
  readonly isOpen: boolean;
};

export async function selectKinds(db: Queries, seminarId: string): Promise<readonly SeatKind[]> {
  const rows = await db
    .selectFrom('seminars.seat_kind')
    .select(['code', 'name_th', 'name_en', 'seats', 'is_open'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    nameTh: row.name_th,
    nameEn: row.name_en,
    seats: row.seats ?? undefined,
    isOpen: row.is_open,
  }));
}

export async function selectQuotas(db: Queries, seminarId: string): Promise<Room['quotas']> {
  const rows = await db
    .selectFrom('seminars.quota')
    .select(['unit_id', 'kind', 'seats'])
    .where('seminar_id', '=', seminarId)
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id, kind: row.kind, seats: row.seats }));
}

export type SeatSettings = {
  readonly confirms: 'at-once' | 'by-organiser';
  readonly offersAutomatic: boolean;
  readonly offerHours: number;
  readonly showsRemaining: boolean;
  readonly citizenNumberReason: string | undefined;
  readonly citizenNumberDays: number;
};

export async function selectSettings(db: Queries, seminarId: string): Promise<SeatSettings> {
  const row = await db
    .selectFrom('seminars.seat_settings')
    .selectAll()
    .where('seminar_id', '=', seminarId)
    .executeTakeFirstOrThrow();
  return {
    confirms: row.confirms as SeatSettings['confirms'],
    offersAutomatic: row.offers_automatic,
    offerHours: row.offer_hours,
    showsRemaining: row.shows_remaining,
    citizenNumberReason: row.citizen_number_reason ?? undefined,
    citizenNumberDays: row.citizen_number_days,
  };
}

export type Remaining = {
  readonly kind: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly free: number;
};

/** Common seats that are left of each open kind; to the public only when the organiser wants it. */
export async function selectRemaining(
  db: Queries,
  seminarId: string,
  at: Date,
): Promise<readonly Remaining[]> {
  const { rows } = await sql<{ kind: string; name_th: string; name_en: string; free: number }>`
    select * from seminars.remaining_seats(${seminarId}, ${at})`.execute(db);
  return rows.map((row) => ({ kind: row.kind, nameTh: row.name_th, nameEn: row.name_en, free: row.free }));
}

/** Place in the waiting list, 1 for the next. */
export async function selectQueuePlace(db: Queries, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ place: number | null }>`select seminars.queue_place(${id}) as place`.execute(
    db,
  );
  return rows[0]?.place ?? undefined;
}

export type SeatEvent = {
  readonly what: 'state' | 'corrected';
  readonly to: RegistrationState;
  readonly reason: string | undefined;
  readonly byPerson: string | undefined;
  readonly bySide: 'officer' | 'holder' | 'program';
  readonly at: Date;
};

/** What happened to a registration, oldest first. */
export async function selectEvents(db: Queries, registrationId: string): Promise<readonly SeatEvent[]> {
  const rows = await db
    .selectFrom('seminars.registration_event')
    .select(['what', 'to_state', 'reason', 'by_person', 'by_side', 'at'])
    .where('registration_id', '=', registrationId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    what: row.what as SeatEvent['what'],
    to: row.to_state as RegistrationState,
    reason: row.reason ?? undefined,
    byPerson: row.by_person ?? undefined,
    bySide: row.by_side as SeatEvent['bySide'],
    at: row.at,
  }));
}

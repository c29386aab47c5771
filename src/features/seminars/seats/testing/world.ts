/** For tests only: seminars with quotas, people named for them, and steps taken as the database's roles. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import { seatToken } from '../../seat-link.ts';
import { createSeminarWorld } from '../../testing/world.ts';
import type { Room, Taken } from '../seat-rules.ts';
import type { SeatStep } from '../seat-steps.ts';

export type SeatWorld = Awaited<ReturnType<typeof createSeatWorld>>;

export async function createSeatWorld() {
  const world = await createSeminarWorld();
  const { owner } = world.db;

  /** A published seminar; quotas as [unit, seats] or [unit, seats, kind]. */
  const aSeminarWith = async (
    change: {
      seats?: number;
      releaseOn?: string;
      nominateBy?: string;
      startsOn?: string;
      quotas?: readonly (readonly [string, number, string?])[];
    } = {},
  ) => {
    const id = await world.aSeminar({
      seats: change.seats ?? 10,
      ...(change.startsOn ? { startsOn: change.startsOn } : {}),
    });
    await owner
      .updateTable('seminars.seminar')
      .set({ release_on: change.releaseOn ?? null, nominate_by: change.nominateBy ?? null })
      .where('id', '=', id)
      .execute();
    const by = (await world.as(world.organiser)).person.id;
    for (const [unit, seats, kind = 'participant'] of change.quotas ?? [])
      await owner
        .insertInto('seminars.quota')
        .values({
          seminar_id: id,
          host_unit_id: world.unit('MOI'),
          unit_id: world.unit(unit),
          kind,
          seats,
          changed_by: by,
          changed_at: world.ground.now(),
        })
        .execute();
    return id;
  };

  /** Somebody named by the organiser, as it stands before anybody decides. */
  const aNominee = async (
    seminarId: string,
    unit: string,
    { kind = 'participant', personId, madeBy }: { kind?: string; personId?: string; madeBy?: string } = {},
  ) => {
    const id = randomUUID();
    const now = world.ground.now();
    await owner
      .insertInto('seminars.registration')
      .values({
        id,
        seminar_id: seminarId,
        host_unit_id: world.unit('MOI'),
        unit_id: world.unit(unit),
        kind,
        person_id: personId ?? null,
        prefix_th: 'นาย',
        name_th: `ผู้ได้รับการเสนอชื่อ ${id.slice(0, 4)}`,
        position_th: 'นิติกร',
        email: `${id.slice(0, 8)}@province.example`,
        state: 'nominated',
        made_by: madeBy ?? null,
        made_at: now,
        changed_at: now,
      })
      .execute();
    return { id, token: seatToken(world.ground.secrets.tokenKey, id) };
  };

  const stepSql = (db: Queries, id: string, step: SeatStep, at: Date) =>
    sql<{ state: string }>`select seminars.step_seat(${id}, ${step}, ${at}) as state`
      .execute(db)
      .then(({ rows }) => rows[0]!.state);
  const step = async (officer: TestOfficer, id: string, what: SeatStep, at = world.ground.now()) =>
    actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) => stepSql(trx, id, what, at));
  const stepAsHolder = (id: string, what: SeatStep, at = world.ground.now()) =>
    actingAsSeat(world.db.asPublic, id, (trx) => stepSql(trx, id, what, at));
  const settle = (seminarId: string, at: Date) =>
    sql`select seminars.settle_seats(${seminarId}, ${at})`.execute(world.db.asWorker);

  const taken = async (seminarId: string): Promise<readonly Taken[]> => {
    const rows = await owner
      .selectFrom('seminars.registration')
      .select(['id', 'unit_id', 'kind', 'state', 'from_pool', 'arrival_no'])
      .where('seminar_id', '=', seminarId)
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      kind: row.kind,
      state: row.state as Taken['state'],
      fromPool: row.from_pool,
      arrivalNo: row.arrival_no ?? undefined,
    }));
  };
  const stateOf = async (id: string) =>
    (
      await owner
        .selectFrom('seminars.registration')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state;
  const room = async (seminarId: string, isReleased = false): Promise<Room> => {
    const [seminar, kinds, quotas] = await Promise.all([
      owner
        .selectFrom('seminars.seminar')
        .select('seats')
        .where('id', '=', seminarId)
        .executeTakeFirstOrThrow(),
      owner
        .selectFrom('seminars.seat_kind')
        .select(['code', 'seats'])
        .where('seminar_id', '=', seminarId)
        .execute(),
      owner.selectFrom('seminars.quota').selectAll().where('seminar_id', '=', seminarId).execute(),
    ]);
    return {
      seats: seminar.seats,
      kinds: kinds.map(({ code, seats }) => ({ code, seats: seats ?? undefined })),
      quotas: quotas.map((row) => ({ unitId: row.unit_id, kind: row.kind, seats: row.seats })),
      isReleased,
    };
  };
  return {
    ...world,
    aSeminarWith,
    aNominee,
    step,
    stepAsHolder,
    settle,
    taken,
    stateOf,
    room,
  };
}

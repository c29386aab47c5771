/** Reads seminars, their programme and seats; row-level security decides which. */
import type { Queries } from '#platform/database/connection.ts';
import type { RegistrationState, Seat, Seminar, SeminarState, Slot, SlotKind } from './seminar.ts';

const seminars = (db: Queries) =>
  db
    .selectFrom('seminars.seminar as seminar')
    .select([
      'seminar.id',
      'seminar.unit_id',
      'seminar.slug',
      'seminar.title_th',
      'seminar.title_en',
      'seminar.summary_th',
      'seminar.summary_en',
      'seminar.fiscal_year',
      'seminar.starts_on',
      'seminar.ends_on',
      'seminar.venue_th',
      'seminar.venue_en',
      'seminar.seats',
      'seminar.nominate_by',
      'seminar.release_on',
      'seminar.state',
      'seminar.sequence',
      'seminar.changed_at',
    ]);
type SeminarRow = Awaited<ReturnType<ReturnType<typeof seminars>['execute']>>[number];

const toSeminar = (row: SeminarRow): Seminar => ({
  id: row.id,
  unitId: row.unit_id,
  slug: row.slug,
  titleTh: row.title_th,
  titleEn: row.title_en ?? undefined,
  summaryTh: row.summary_th,
  summaryEn: row.summary_en,
  fiscalYear: row.fiscal_year,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  venueTh: row.venue_th,
  venueEn: row.venue_en,
  seats: row.seats,
  nominateBy: row.nominate_by ?? undefined,
  releaseOn: row.release_on ?? undefined,
  state: row.state as SeminarState,
  sequence: row.sequence,
  changedAt: row.changed_at,
});

/** By identifier; undefined also when the reader may not see it. */
export async function selectSeminar(db: Queries, id: string): Promise<Seminar | undefined> {
  const row = await seminars(db).where('seminar.id', '=', id).executeTakeFirst();
  return row && toSeminar(row);
}

/** By the name in its public address. */
export async function selectSeminarBySlug(db: Queries, slug: string): Promise<Seminar | undefined> {
  const row = await seminars(db).where('seminar.slug', '=', slug).executeTakeFirst();
  return row && toSeminar(row);
}

/** What the reader may see, latest first. */
export async function selectSeminars(db: Queries): Promise<readonly Seminar[]> {
  const rows = await seminars(db)
    .orderBy('seminar.starts_on', 'desc')
    .orderBy('seminar.id')
    .limit(500)
    .execute();
  return rows.map(toSeminar);
}

/** The programme in order of time. */
export async function selectSlots(db: Queries, seminarId: string): Promise<readonly Slot[]> {
  const rows = await db
    .selectFrom('seminars.slot as slot')
    .leftJoin('seminars.slot_competency as serves', 'serves.slot_id', 'slot.id')
    .where('slot.seminar_id', '=', seminarId)
    .groupBy('slot.id')
    .select(({ fn }) => [
      'slot.id',
      'slot.kind',
      'slot.title_th',
      'slot.title_en',
      'slot.starts_at',
      'slot.ends_at',
      'slot.room_id',
      'slot.counts_for_attendance',
      fn.agg<(string | null)[]>('array_agg', ['serves.competency_code']).as('competencies'),
    ])
    .orderBy('slot.starts_at')
    .orderBy('slot.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as SlotKind,
    titleTh: row.title_th,
    titleEn: row.title_en ?? undefined,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    roomId: row.room_id ?? undefined,
    countsForAttendance: row.counts_for_attendance,
    competencies: row.competencies.filter((code) => code !== null).sort(),
  }));
}

/** A registration by identifier, as its holder or an organiser sees it. */
export async function selectSeat(db: Queries, id: string): Promise<Seat | undefined> {
  const row = await db
    .selectFrom('seminars.registration')
    .select(['id', 'seminar_id', 'unit_id', 'kind', 'prefix_th', 'name_th', 'position_th', 'email', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      seminarId: row.seminar_id,
      unitId: row.unit_id,
      kind: row.kind,
      prefixTh: row.prefix_th,
      nameTh: row.name_th,
      positionTh: row.position_th,
      email: row.email ?? undefined,
      state: row.state as RegistrationState,
    }
  );
}

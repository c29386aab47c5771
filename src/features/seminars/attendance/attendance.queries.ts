/** Reads and adds rows of attendance in the officers' transactions; row-level security decides whose. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { RegistrationState, Seminar } from '../seminar.ts';
import type { Verdict } from './attendance.ts';

export type SeatRow = {
  readonly id: string;
  readonly unitId: number;
  readonly kind: string;
  readonly name: string;
  readonly positionTh: string;
  readonly personId: string | undefined;
  readonly state: RegistrationState;
};

/** Confirmed seats, and others of whom presence is known. */
export async function selectSeats(db: Queries, seminarId: string): Promise<readonly SeatRow[]> {
  const rows = await db
    .selectFrom('seminars.registration as seat')
    .select(['id', 'unit_id', 'kind', 'prefix_th', 'name_th', 'position_th', 'person_id', 'state'])
    .where('seminar_id', '=', seminarId)
    .where((is) =>
      is.or([
        is('state', '=', 'confirmed'),
        is.exists(
          is
            .selectFrom('seminars.presence as presence')
            .select('presence.registration_id')
            .whereRef('presence.registration_id', '=', 'seat.id')
            .where('presence.seminar_id', '=', seminarId),
        ),
      ]),
    )
    .orderBy('unit_id')
    .orderBy('name_th')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    name: row.prefix_th + row.name_th,
    positionTh: row.position_th,
    personId: row.person_id ?? undefined,
    state: row.state as RegistrationState,
  }));
}

/** By seat, the sessions in which the person was. */
export async function selectPresence(
  db: Queries,
  seminarId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('seminars.presence')
    .select(['registration_id', 'session'])
    .where('seminar_id', '=', seminarId)
    .where('present', '=', true)
    .execute();
  const found = new Map<string, Set<string>>();
  for (const { registration_id: id, session } of rows)
    found.set(id!, (found.get(id!) ?? new Set()).add(session!));
  return found;
}

export type Apology = {
  readonly registrationId: string;
  readonly session: string;
  readonly reason: string;
  readonly madeBy: string | undefined;
  readonly at: Date;
};

export async function selectApologies(db: Queries, seminarId: string): Promise<readonly Apology[]> {
  const rows = await db
    .selectFrom('seminars.apology')
    .select(['registration_id', 'session', 'reason', 'made_by', 'made_at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    registrationId: row.registration_id,
    session: row.session,
    reason: row.reason,
    madeBy: row.made_by ?? undefined,
    at: row.made_at,
  }));
}

export type ScanRow = {
  readonly id: string;
  readonly registrationId: string | undefined;
  /** Of the seat; undefined when it is not known whose the ticket was. */
  readonly name: string | undefined;
  readonly session: string;
  readonly source: string;
  readonly deviceName: string | undefined;
  readonly typedBy: string | undefined;
  readonly deviceVerdict: Verdict | undefined;
  readonly serverVerdict: Verdict;
  readonly at: Date;
  readonly receivedAt: Date;
};

const scans = (db: Queries, seminarId: string) =>
  db
    .selectFrom('seminars.scan as scan')
    .leftJoin('seminars.scan_device as device', 'device.id', 'scan.device_id')
    .leftJoin('seminars.registration as seat', 'seat.id', 'scan.registration_id')
    .select([
      'scan.id',
      'scan.registration_id',
      'scan.session',
      'scan.source',
      'device.name as device_name',
      'seat.prefix_th',
      'seat.name_th',
      'scan.typed_by',
      'scan.device_verdict',
      'scan.server_verdict',
      'scan.device_at',
      'scan.received_at',
    ])
    .where('scan.seminar_id', '=', seminarId);

const toScan = (row: Awaited<ReturnType<ReturnType<typeof scans>['execute']>>[number]): ScanRow => ({
  id: row.id,
  registrationId: row.registration_id ?? undefined,
  name: row.name_th === null ? undefined : `${row.prefix_th ?? ''}${row.name_th}`,
  session: row.session,
  source: row.source,
  deviceName: row.device_name ?? undefined,
  typedBy: row.typed_by ?? undefined,
  deviceVerdict: (row.device_verdict as Verdict | null) ?? undefined,
  serverVerdict: row.server_verdict as Verdict,
  at: row.device_at,
  receivedAt: row.received_at,
});

/** Where door and server thought differently: what an organiser looks into. */
export async function selectDifferences(db: Queries, seminarId: string): Promise<readonly ScanRow[]> {
  const rows = await scans(db, seminarId)
    .whereRef('scan.device_verdict', '<>', 'scan.server_verdict')
    .orderBy('scan.received_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(toScan);
}

export async function selectScansOf(
  db: Queries,
  seminarId: string,
  registrationId: string,
): Promise<readonly ScanRow[]> {
  const rows = await scans(db, seminarId)
    .where('scan.registration_id', '=', registrationId)
    .orderBy('scan.device_at')
    .execute();
  return rows.map(toScan);
}

export type CorrectionRow = {
  readonly session: string;
  readonly present: boolean;
  readonly reason: string;
  readonly madeBy: string;
  readonly at: Date;
};

export async function selectCorrectionsOf(
  db: Queries,
  seminarId: string,
  registrationId: string,
): Promise<readonly CorrectionRow[]> {
  const rows = await db
    .selectFrom('seminars.attendance_correction')
    .select(['session', 'present', 'reason', 'made_by', 'made_at'])
    .where('seminar_id', '=', seminarId)
    .where('registration_id', '=', registrationId)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    session: row.session,
    present: row.present,
    reason: row.reason,
    madeBy: row.made_by,
    at: row.made_at,
  }));
}

/** Identifiers of those that were new: sent again, or already in, adds nothing. */
export async function insertPaper(
  trx: InTransaction,
  seminar: Pick<Seminar, 'id' | 'unitId'>,
  signatures: readonly { readonly id: string; readonly registrationId: string }[],
  { session, typedBy, now }: { readonly session: string; readonly typedBy: string; readonly now: Date },
): Promise<number> {
  const rows = await trx
    .insertInto('seminars.scan')
    .values(
      signatures.map(({ id, registrationId }) => ({
        id,
        seminar_id: seminar.id,
        host_unit_id: seminar.unitId,
        registration_id: registrationId,
        session,
        source: 'paper',
        typed_by: typedBy,
        server_verdict: 'ok',
        device_at: now,
        received_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length;
}

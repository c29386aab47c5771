/** Reads and adds rows of certificates and their orders; row-level security decides whose. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { CertificateKind, RevocationKind, Snapshot } from './certificate.ts';

export type Batch = {
  readonly id: string;
  readonly seminarId: string;
  readonly hostUnitId: number;
  readonly kind: CertificateKind;
  readonly chosen: readonly string[];
  readonly dated: string;
  readonly signerName: string;
  readonly signerPosition: string;
  readonly askedAs: string;
  readonly askedAt: Date;
  readonly state: 'waiting' | 'running' | 'done';
  readonly total: number;
  readonly issued: number;
  readonly printed: number;
  readonly fileId: string | undefined;
};

const batches = (db: Queries) =>
  db
    .selectFrom('seminars.certificate_batch')
    .select([
      'id',
      'seminar_id',
      'host_unit_id',
      'kind',
      'chosen',
      'dated',
      'signer_name',
      'signer_position',
      'asked_as',
      'asked_at',
      'state',
      'total',
      'issued',
      'printed',
      'file_id',
    ]);

const toBatch = (row: Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]): Batch => ({
  id: row.id,
  seminarId: row.seminar_id,
  hostUnitId: row.host_unit_id,
  kind: row.kind as CertificateKind,
  chosen: row.chosen,
  dated: row.dated,
  signerName: row.signer_name,
  signerPosition: row.signer_position,
  askedAs: row.asked_as,
  askedAt: row.asked_at,
  state: row.state as Batch['state'],
  total: row.total,
  issued: row.issued,
  printed: row.printed,
  fileId: row.file_id ?? undefined,
});

export async function selectBatch(db: Queries, id: string): Promise<Batch | undefined> {
  const row = await batches(db).where('id', '=', id).executeTakeFirst();
  return row && toBatch(row);
}

/** Of a seminar, latest first. */
export async function selectBatches(db: Queries, seminarId: string): Promise<readonly Batch[]> {
  const rows = await batches(db).where('seminar_id', '=', seminarId).orderBy('asked_at', 'desc').execute();
  return rows.map(toBatch);
}

export type CertificateRow = {
  readonly id: string;
  readonly code: string;
  readonly seminarId: string;
  readonly kind: CertificateKind;
  readonly registrationId: string | undefined;
  readonly speakerId: string | undefined;
  readonly personId: string | undefined;
  readonly snapshot: Snapshot;
  readonly hash: Buffer;
  readonly issuedAt: Date;
  readonly revokedAt: Date | undefined;
  readonly revokedKind: RevocationKind | undefined;
  readonly revokedReason: string | undefined;
};

const certificates = (db: Queries) =>
  db
    .selectFrom('seminars.certificate')
    .select([
      'id',
      'code',
      'seminar_id',
      'kind',
      'registration_id',
      'speaker_id',
      'person_id',
      'snapshot',
      'hash',
      'issued_at',
      'revoked_at',
      'revoked_kind',
      'revoked_reason',
    ]);

const toCertificate = (
  row: Awaited<ReturnType<ReturnType<typeof certificates>['execute']>>[number],
): CertificateRow => ({
  id: row.id,
  code: row.code,
  seminarId: row.seminar_id,
  kind: row.kind as CertificateKind,
  registrationId: row.registration_id ?? undefined,
  speakerId: row.speaker_id ?? undefined,
  personId: row.person_id ?? undefined,
  snapshot: row.snapshot as unknown as Snapshot,
  hash: row.hash,
  issuedAt: row.issued_at,
  revokedAt: row.revoked_at ?? undefined,
  revokedKind: (row.revoked_kind as RevocationKind | null) ?? undefined,
  revokedReason: row.revoked_reason ?? undefined,
});

export async function selectCertificate(db: Queries, id: string): Promise<CertificateRow | undefined> {
  const row = await certificates(db).where('id', '=', id).executeTakeFirst();
  return row && toCertificate(row);
}

/** In order of their numbers. */
export async function selectCertificates(db: Queries, seminarId: string): Promise<readonly CertificateRow[]> {
  const rows = await certificates(db)
    .where('seminar_id', '=', seminarId)
    .orderBy('year')
    .orderBy('number')
    .execute();
  return rows.map(toCertificate);
}

/** Those of an order that stand, in order of their numbers. */
export async function selectOfBatch(db: Queries, batchId: string): Promise<readonly CertificateRow[]> {
  const rows = await certificates(db)
    .where('batch_id', '=', batchId)
    .where('revoked_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(toCertificate);
}

/** The seat's own, the latest first; in a transaction of `actingAsSeat`. */
export async function selectOfSeat(db: Queries, registrationId: string): Promise<readonly CertificateRow[]> {
  const rows = await certificates(db)
    .where('registration_id', '=', registrationId)
    .orderBy('issued_at', 'desc')
    .execute();
  return rows.map(toCertificate);
}

export async function nextStatusIndex(trx: InTransaction): Promise<number> {
  const { rows } = await sql<{
    next: number;
  }>`select nextval('seminars.certificate_status')::int as next`.execute(trx);
  return rows[0]!.next;
}

/** Holds the centre's counter of the year until the transaction ends, and says the last number given. */
export async function holdCounter(trx: InTransaction, unitId: number, year: number): Promise<number> {
  await trx
    .insertInto('seminars.certificate_counter')
    .values({ host_unit_id: unitId, year, last: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await trx
    .selectFrom('seminars.certificate_counter')
    .select('last')
    .where('host_unit_id', '=', unitId)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function setCounter(
  trx: InTransaction,
  unitId: number,
  year: number,
  last: number,
): Promise<void> {
  await trx
    .updateTable('seminars.certificate_counter')
    .set({ last })
    .where('host_unit_id', '=', unitId)
    .where('year', '=', year)
    .execute();
}

export type PublicCertificate = {
  readonly snapshot: Snapshot;
  readonly hash: Buffer;
  readonly credential: string;
  readonly revokedAt: Date | undefined;
  readonly revokedKind: RevocationKind | undefined;
};

/** For whoever holds the code. */
export async function selectByCode(db: Queries, code: string): Promise<PublicCertificate | undefined> {
  const { rows } = await sql<{
    snapshot: Snapshot;
    hash: Buffer;
    credential: string;
    revoked_at: Date | null;
    revoked_kind: RevocationKind | null;
  }>`select * from seminars.certificate_by_code(${code})`.execute(db);
  const row = rows[0];
  return (
    row && {
      snapshot: row.snapshot,
      hash: row.hash,
      credential: row.credential,
      revokedAt: row.revoked_at ?? undefined,
      revokedKind: row.revoked_kind ?? undefined,
    }
  );
}

export async function selectRevokedPlaces(db: Queries, from: number, to: number): Promise<readonly number[]> {
  const { rows } = await sql<{
    place: number;
  }>`select place from seminars.revoked_bits(${from}, ${to})`.execute(db);
  return rows.map(({ place }) => place);
}

/** The ledger of evidence, and the frame that it belongs to. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Competency, CompetencyKind, Evidence, EvidenceSource, LevelWords } from './competence.ts';

/** Of some people, or of everybody whom the reader may see. */
export async function selectEvidence(db: Queries, people?: readonly string[]): Promise<readonly Evidence[]> {
  if (people?.length === 0) return [];
  const rows = await db
    .selectFrom('seminars.competence_evidence')
    .selectAll()
    .$if(people !== undefined, (query) => query.where('person_id', 'in', [...people!]))
    .orderBy('on_date', 'desc')
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    competency: row.competency_code,
    source: row.source as EvidenceSource,
    level: row.level ?? undefined,
    percent: row.percent ?? undefined,
    seminarId: row.seminar_id ?? undefined,
    href: row.href ?? undefined,
    note: row.note,
    on: row.on_date,
    madeBy: row.made_by ?? undefined,
    at: row.made_at,
  }));
}

export type NewEvidence = {
  readonly id: string;
  readonly personId: string;
  readonly unitId: number;
  readonly competency: string;
  readonly source: EvidenceSource;
  readonly level?: number;
  readonly percent?: number;
  readonly seminarId?: string;
  /** Part, test or plan: one row for each. */
  readonly objectId?: string;
  readonly href?: string;
  readonly note?: string;
  readonly on: string;
  readonly madeBy?: string;
  readonly at: Date;
};

/** True when the row is new. */
export async function insertEvidence(trx: InTransaction, evidence: NewEvidence): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('seminars.competence_evidence')
    .values({
      id: evidence.id,
      person_id: evidence.personId,
      unit_id: evidence.unitId,
      competency_code: evidence.competency,
      source: evidence.source,
      level: evidence.level ?? null,
      percent: evidence.percent ?? null,
      seminar_id: evidence.seminarId ?? null,
      object_id: evidence.objectId ?? null,
      href: evidence.href ?? null,
      note: evidence.note ?? '',
      on_date: evidence.on,
      made_by: evidence.madeBy ?? null,
      made_at: evidence.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The frame; `day` leaves out what is not in force on it. */
export async function selectFrame(db: Queries, day?: string): Promise<readonly Competency[]> {
  const rows = await db.selectFrom('seminars.competency').selectAll().orderBy('position').execute();
  return rows
    .map((row) => ({
      code: row.code,
      kind: row.kind as CompetencyKind,
      nameTh: row.name_th,
      nameEn: row.name_en,
      descriptionTh: row.description_th,
      descriptionEn: row.description_en,
      basis: row.basis,
      source: row.source,
      isConfirmed: row.status === 'confirmed',
      validFrom: row.valid_from,
      validTo: row.valid_to ?? undefined,
    }))
    .filter(
      ({ validFrom, validTo }) =>
        day === undefined || (validFrom <= day && (validTo === undefined || validTo > day)),
    );
}

/** The newest words of each level. */
export async function selectLevels(db: Queries): Promise<readonly LevelWords[]> {
  const rows = await db
    .selectFrom('seminars.competency_level')
    .distinctOn('level')
    .selectAll()
    .orderBy('level')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    level: row.level,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    descriptionTh: row.description_th,
    descriptionEn: row.description_en,
    isConfirmed: row.status === 'confirmed',
  }));
}

/** Wordings that a competency had before, the latest first. */
export async function selectPast(db: Queries) {
  const rows = await db
    .selectFrom('seminars.competency_past')
    .select(['code', 'version', 'name_th', 'name_en', 'valid_from', 'valid_to'])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

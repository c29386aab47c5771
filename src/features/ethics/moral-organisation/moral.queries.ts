/** Frames, self-assessments and scores in SQL. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Assessment, Frame, Level, MoralState, Score } from './moral.ts';

/** Every version, for anybody. */
export async function selectFrames(db: Queries): Promise<readonly Frame[]> {
  const rows = await db.selectFrom('ethics.moral_frame').selectAll().execute();
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    version: row.version,
    activitiesTh: row.activities_th,
    activitiesEn: row.activities_en,
    levelsTh: row.levels_th,
    levelsEn: row.levels_en,
    virtuesTh: row.virtues_th,
    virtuesEn: row.virtues_en,
    middleFrom: Number(row.middle_from),
    highFrom: Number(row.high_from),
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as Frame['status'],
  }));
}

export const insertFrame = (trx: InTransaction, frame: Frame, id?: string) =>
  trx
    .insertInto('ethics.moral_frame')
    .values({
      ...(id ? { id } : {}),
      fiscal_year: frame.fiscalYear,
      version: frame.version,
      activities_th: [...frame.activitiesTh],
      activities_en: [...frame.activitiesEn],
      levels_th: [...frame.levelsTh],
      levels_en: [...frame.levelsEn],
      virtues_th: frame.virtuesTh,
      virtues_en: frame.virtuesEn,
      middle_from: String(frame.middleFrom),
      high_from: String(frame.highFrom),
      basis_th: frame.basisTh,
      basis_en: frame.basisEn,
      source: frame.source,
      status: frame.status,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

const shared = [
  'id',
  'unit_id',
  'fiscal_year',
  'frame_year',
  'frame_version',
  'state',
  'percent',
  'level',
] as const;

type Row = {
  readonly id: string;
  readonly unit_id: number;
  readonly fiscal_year: number;
  readonly frame_year: number;
  readonly frame_version: number;
  readonly state: string;
  readonly percent: unknown;
  readonly level: number | null;
};
const asAssessment = (row: Row): Assessment => ({
  id: row.id,
  unitId: row.unit_id,
  fiscalYear: row.fiscal_year,
  frameYear: row.frame_year,
  frameVersion: row.frame_version,
  state: row.state as MoralState,
  submittedBy: undefined,
  remark: undefined,
  percent: row.percent === null ? undefined : Number(row.percent),
  level: (row.level ?? undefined) as Level | undefined,
  revision: undefined,
});

/** Published ones, for anybody. */
export async function selectPublished(db: Queries): Promise<readonly Assessment[]> {
  const rows = await db
    .selectFrom('ethics.moral_assessment')
    .select(shared)
    .where('state', '=', 'published')
    .execute();
  return rows.map(asAssessment);
}

/** Those that row-level security shows. Officers only. */
export async function selectAssessments(
  trx: InTransaction,
  fiscalYears: readonly number[],
): Promise<readonly Assessment[]> {
  const rows = await trx
    .selectFrom('ethics.moral_assessment')
    .select(shared)
    .where('fiscal_year', 'in', [...fiscalYears])
    .execute();
  return rows.map(asAssessment);
}

/** `hold`: until the transaction ends, nobody else changes it. */
export async function selectAssessment(
  trx: InTransaction,
  id: string,
  { hold = false } = {},
): Promise<Assessment | undefined> {
  const row = await trx
    .selectFrom('ethics.moral_assessment')
    .select([...shared, 'submitted_by', 'remark', 'revision'])
    .where('id', '=', id)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      ...asAssessment(row),
      submittedBy: row.submitted_by ?? undefined,
      remark: row.remark ?? undefined,
      revision: row.revision,
    }
  );
}

/** Files of every activity, for the centre and who verifies it. */
export async function selectFiles(trx: InTransaction, assessmentId: string) {
  const rows = await trx
    .selectFrom('ethics.moral_file')
    .select(['id', 'position', 'slot', 'name', 'media_type', 'size', 'sha256'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('position')
    .orderBy('slot')
    .execute();
  return rows.map(({ media_type, size, ...row }) => ({ ...row, mediaType: media_type, size: Number(size) }));
}

export async function selectFile(trx: InTransaction, id: string) {
  return trx
    .selectFrom('ethics.moral_file')
    .select(['id', 'name', 'media_type'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function selectScores(trx: InTransaction, id: string): Promise<readonly Score[]> {
  const rows = await trx
    .selectFrom('ethics.moral_score as own')
    .leftJoin('ethics.moral_verdict as given', (join) =>
      join
        .onRef('given.assessment_id', '=', 'own.assessment_id')
        .onRef('given.position', '=', 'own.position'),
    )
    .select([
      'own.position as position',
      'own.score as score',
      'own.evidence as evidence',
      'own.link as link',
      'given.score as verified',
      'given.remark as remark',
    ])
    .where('own.assessment_id', '=', id)
    .orderBy('own.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    score: row.score,
    evidence: row.evidence,
    link: row.link ?? undefined,
    verified: row.verified ?? undefined,
    remark: row.remark ?? undefined,
  }));
}

/** SQL of maps and their way. Row-level security decides what there is; run as the officer inside `actingAs`, or as the public. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { RiskKind } from './framework.ts';
import type { Half, MapState, MapStep, Remark, RiskMap } from './risk.ts';

const columns = [
  'id',
  'unit_id',
  'kind',
  'fiscal_year',
  'version',
  'framework',
  'framework_version',
  'state',
  'approved_at',
  'published_at',
  'results_public',
] as const;
const officerColumns = [
  ...columns,
  'change_reason',
  'submitted_by',
  'submitted_at',
  'verified_by',
  'revision',
] as const;

type PublicRow = {
  id: string;
  unit_id: number;
  kind: string;
  fiscal_year: number;
  version: number;
  framework: string;
  framework_version: number;
  state: string;
  approved_at: Date | null;
  published_at: Date | null;
  results_public: number;
};
type Row = PublicRow & {
  change_reason: string;
  submitted_by: string | null;
  submitted_at: Date | null;
  verified_by: string | null;
  revision: number;
};

const mapOf = (row: PublicRow & Partial<Row>): RiskMap => ({
  id: row.id,
  unitId: row.unit_id,
  kind: row.kind as RiskKind,
  fiscalYear: row.fiscal_year,
  version: row.version,
  framework: row.framework,
  frameworkVersion: row.framework_version,
  state: row.state as MapState,
  changeReason: row.change_reason ?? '',
  submittedBy: row.submitted_by ?? undefined,
  submittedAt: row.submitted_at ?? undefined,
  verifiedBy: row.verified_by ?? undefined,
  approvedAt: row.approved_at ?? undefined,
  publishedAt: row.published_at ?? undefined,
  resultsPublic: row.results_public as 0 | Half,
  revision: row.revision ?? 0,
});

export async function selectMap(trx: InTransaction, id: string): Promise<RiskMap | undefined> {
  const row = await trx
    .selectFrom('prevention.risk_map')
    .select(officerColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && mapOf(row);
}

/** Holds the map until the transaction ends, so that no risk changes while it is handed in; undefined also for whoever may not change it now. */
export async function lockMap(trx: InTransaction, id: string): Promise<RiskMap | undefined> {
  const row = await trx
    .selectFrom('prevention.risk_map')
    .select(officerColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && mapOf(row);
}

export type MapFilter = {
  readonly unitIds?: readonly number[];
  readonly fiscalYear?: number;
  readonly kind?: RiskKind;
};

/** Every version that the acting person may see, newest year and version first. */
export async function selectMaps(trx: InTransaction, filter: MapFilter): Promise<readonly RiskMap[]> {
  let query = trx
    .selectFrom('prevention.risk_map')
    .select(officerColumns)
    .orderBy('fiscal_year', 'desc')
    .orderBy('unit_id')
    .orderBy('kind', 'desc')
    .orderBy('version', 'desc')
    .limit(2000);
  if (filter.unitIds) query = query.where('unit_id', 'in', [...filter.unitIds, -1]);
  if (filter.fiscalYear !== undefined) query = query.where('fiscal_year', '=', filter.fiscalYear);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  return (await query.execute()).map(mapOf);
}

/** For anybody: what was published, newest year first; of one assessment the newest version first. */
export async function selectPublished(db: Queries, filter: MapFilter = {}): Promise<readonly RiskMap[]> {
  let query = db
    .selectFrom('prevention.risk_map')
    .select(columns)
    .where('published_at', 'is not', null)
    .orderBy('fiscal_year', 'desc')
    .orderBy('unit_id')
    .orderBy('kind', 'desc')
    .orderBy('version', 'desc');
  if (filter.unitIds) query = query.where('unit_id', 'in', [...filter.unitIds, -1]);
  if (filter.fiscalYear !== undefined) query = query.where('fiscal_year', '=', filter.fiscalYear);
  return (await query.execute()).map(mapOf);
}

type NewMap = Pick<
  RiskMap,
  'id' | 'unitId' | 'kind' | 'fiscalYear' | 'version' | 'framework' | 'frameworkVersion'
>;

export async function insertMap(
  trx: InTransaction,
  map: NewMap,
  { changeReason, by, now }: { changeReason: string; by: string; now: Date },
): Promise<void> {
  await trx
    .insertInto('prevention.risk_map')
    .values({
      id: map.id,
      unit_id: map.unitId,
      kind: map.kind,
      fiscal_year: map.fiscalYear,
      version: map.version,
      framework: map.framework,
      framework_version: map.frameworkVersion,
      change_reason: changeReason,
      started_by: by,
      started_at: now,
    })
    .execute();
}

/** True when a draft that was never handed in has gone, its risks with it. */
export async function deleteDraft(trx: InTransaction, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('prevention.risk_map')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('submitted_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

type StepChange = {
  readonly map: RiskMap;
  readonly step: MapStep;
  readonly state: MapState;
  readonly by: string;
  readonly now: Date;
};

/** Writes a step into the map's row, from the revision that was read. False when it has changed since, or may not. */
export async function updateStep(
  trx: InTransaction,
  { map, step, state, by, now }: StepChange,
): Promise<boolean> {
  const changes = {
    submitted: { submitted_by: by, submitted_at: now, verified_by: null, verified_at: null },
    returned: { verified_by: null, verified_at: null },
    verified: { verified_by: by, verified_at: now },
    approved: { approved_by: by, approved_at: now },
    published: { published_by: by, published_at: now },
    'results-6': { results_public: 6 },
    'results-12': { results_public: 12 },
  }[step];
  const { numUpdatedRows } = await trx
    .updateTable('prevention.risk_map')
    .set({ ...changes, state, revision: map.revision + 1 })
    .where('id', '=', map.id)
    .where('revision', '=', map.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertStep(
  trx: InTransaction,
  step: {
    id: string;
    map: Pick<RiskMap, 'id' | 'unitId'>;
    step: 'started' | MapStep;
    reason?: string;
    remarks?: readonly Remark[];
    by: string;
    now: Date;
  },
): Promise<void> {
  await trx
    .insertInto('prevention.risk_map_step')
    .values({
      id: step.id,
      map_id: step.map.id,
      unit_id: step.map.unitId,
      step: step.step,
      reason: step.reason ?? '',
      remarks: JSON.stringify(step.remarks ?? []),
      taken_by: step.by,
      taken_at: step.now,
    })
    .execute();
}

export async function selectStep(trx: InTransaction, id: string) {
  return trx
    .selectFrom('prevention.risk_map_step')
    .select(['map_id', 'step'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function selectSteps(trx: InTransaction, mapId: string) {
  return trx
    .selectFrom('prevention.risk_map_step')
    .select(['id', 'step', 'reason', 'remarks', 'taken_by', 'taken_at'])
    .where('map_id', '=', mapId)
    .orderBy('taken_at')
    .execute();
}

export type Figure = {
  readonly unitId: number;
  readonly kind: RiskKind;
  readonly fiscalYear: number;
  readonly framework: string;
  readonly domain: string;
  readonly band: string;
  readonly risks: number;
};

/** Figures of all centres' approved maps; no word of any risk. */
export async function selectFigures(
  trx: InTransaction,
  years: readonly number[],
): Promise<readonly Figure[]> {
  const { rows } = await sql<{
    unit_id: number;
    kind: RiskKind;
    fiscal_year: number;
    framework: string;
    domain: string;
    band: string;
    risks: number;
  }>`select * from prevention.risk_figures(${[...years]}::int[])`.execute(trx);
  return rows.map((row) => ({
    unitId: row.unit_id,
    kind: row.kind,
    fiscalYear: row.fiscal_year,
    framework: row.framework,
    domain: row.domain,
    band: row.band,
    risks: row.risks,
  }));
}

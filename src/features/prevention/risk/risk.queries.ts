/** SQL of risks and their results. Row-level security decides what there is; run inside `actingAs`, or as the public. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Half, Progress, Risk, RiskResult, RiskWords } from './risk.ts';

const columns = [
  'id',
  'map_id',
  'lineage',
  'sort',
  'domain',
  'process',
  'step',
  'event',
  'who',
  'how',
  'is_known',
  'cause',
  'control',
  'control_quality',
  'likelihood',
  'impact',
  'band',
  'treatment',
  'owner',
  'due_on',
  'indicator',
  'removed_at',
] as const;

/** Of one map or several, in order; also those taken out of a draft, for whoever may see them. */
export async function selectRisks(
  db: Queries,
  mapIds: readonly string[],
  as: 'officer' | 'public' = 'officer',
): Promise<readonly Risk[]> {
  if (mapIds.length === 0) return [];
  const query = db
    .selectFrom('prevention.risk')
    .select(columns)
    .where('map_id', 'in', [...mapIds])
    .orderBy('map_id')
    .orderBy('sort')
    .orderBy('id');
  const rows =
    as === 'public'
      ? (await query.execute()).map((row) => ({ ...row, typology: null, revision: 0 }))
      : await query.select(['typology', 'revision']).execute();
  return rows.map((row) => ({
    id: row.id,
    mapId: row.map_id,
    lineage: row.lineage,
    sort: row.sort,
    domain: row.domain,
    process: row.process,
    step: row.step,
    event: row.event,
    who: row.who,
    how: row.how,
    isKnown: row.is_known,
    cause: row.cause,
    control: row.control,
    controlQuality: row.control_quality ?? undefined,
    likelihood: row.likelihood ?? undefined,
    impact: row.impact ?? undefined,
    band: row.band ?? undefined,
    treatment: row.treatment,
    owner: row.owner,
    dueOn: row.due_on ?? undefined,
    indicator: row.indicator,
    typology: row.typology ?? undefined,
    isRemoved: row.removed_at !== null,
    revision: row.revision,
  }));
}

/** How many risks of each map stand in each cell and band: enough for a small picture of it. */
export async function countCells(trx: InTransaction, mapIds: readonly string[]) {
  if (mapIds.length === 0) return [];
  return trx
    .selectFrom('prevention.risk')
    .select(['map_id', 'likelihood', 'impact', 'band', sql<number>`count(*)::int`.as('risks')])
    .where('map_id', 'in', [...mapIds])
    .where('removed_at', 'is', null)
    .groupBy(['map_id', 'likelihood', 'impact', 'band'])
    .execute();
}

const valuesOf = (words: RiskWords, band: string | undefined) => ({
  domain: words.domain,
  process: words.process,
  step: words.step,
  event: words.event,
  who: words.who,
  how: words.how,
  is_known: words.isKnown,
  cause: words.cause,
  control: words.control,
  control_quality: words.controlQuality ?? null,
  likelihood: words.likelihood ?? null,
  impact: words.impact ?? null,
  band: band ?? null,
  treatment: words.treatment,
  owner: words.owner,
  due_on: words.dueOn ?? null,
  indicator: words.indicator,
  typology: words.typology ?? null,
});

export type NewRisk = {
  readonly id: string;
  readonly lineage: string;
  readonly sort: number;
  readonly words: RiskWords;
  readonly band: string | undefined;
};
export type Place = {
  readonly mapId: string;
  readonly unitId: number;
  readonly by: string;
  readonly now: Date;
};

/** Returns how many are new: a risk whose lineage the map has already is passed over. */
export async function insertRisks(
  trx: InTransaction,
  { mapId, unitId, by, now }: Place,
  risks: readonly NewRisk[],
): Promise<number> {
  if (risks.length === 0) return 0;
  const result = await trx
    .insertInto('prevention.risk')
    .values(
      risks.map(({ id, lineage, sort, words, band }) => ({
        id,
        map_id: mapId,
        unit_id: unitId,
        lineage,
        sort,
        ...valuesOf(words, band),
        entered_by: by,
        entered_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** False when it has changed since the revision that was read, or may not be changed. */
export async function updateRisk(
  trx: InTransaction,
  {
    id,
    revision,
    words,
    band,
    by,
    now,
  }: {
    id: string;
    revision: number;
    words: RiskWords;
    band: string | undefined;
    by: string;
    now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('prevention.risk')
    .set({ ...valuesOf(words, band), entered_by: by, entered_at: now, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a risk out of a draft, or brings it back; doing so again changes nothing. */
export async function setRemoved(
  trx: InTransaction,
  { id, isRemoved, by, now }: { id: string; isRemoved: boolean; by: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('prevention.risk')
    .set({ removed_at: isRemoved ? now : null, entered_by: by, entered_at: now })
    .where('id', '=', id)
    .where('removed_at', isRemoved ? 'is' : 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function nextSort(trx: InTransaction, mapId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('prevention.risk')
    .select(sql<number>`coalesce(max(sort), 0)`.as('last'))
    .where('map_id', '=', mapId)
    .executeTakeFirstOrThrow();
  return last + 10;
}

const resultColumns = [
  'id',
  'risk_id',
  'half',
  'progress',
  'done',
  'measured',
  'control_quality',
  'likelihood',
  'impact',
  'band',
  'entered_at',
] as const;

/** Every result ever entered, oldest first; a correction follows what it corrects. */
export async function selectResults(
  db: Queries,
  mapIds: readonly string[],
  as: 'officer' | 'public' = 'officer',
): Promise<readonly RiskResult[]> {
  if (mapIds.length === 0) return [];
  const query = db
    .selectFrom('prevention.risk_result')
    .select(resultColumns)
    .where('map_id', 'in', [...mapIds])
    .orderBy('place');
  const rows =
    as === 'public'
      ? (await query.execute()).map((row) => ({ ...row, evidence: '' }))
      : await query.select('evidence').execute();
  return rows.map((row) => ({
    id: row.id,
    riskId: row.risk_id,
    half: row.half as Half,
    progress: row.progress as Progress,
    done: row.done,
    measured: row.measured,
    evidence: row.evidence,
    controlQuality: row.control_quality ?? undefined,
    likelihood: row.likelihood,
    impact: row.impact,
    band: row.band,
    at: row.entered_at,
  }));
}

/** False when this result was entered before. */
export async function insertResult(
  trx: InTransaction,
  { mapId, unitId, by, now }: Place,
  result: Omit<RiskResult, 'at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('prevention.risk_result')
    .values({
      id: result.id,
      risk_id: result.riskId,
      map_id: mapId,
      unit_id: unitId,
      half: result.half,
      progress: result.progress,
      done: result.done,
      measured: result.measured,
      evidence: result.evidence,
      control_quality: result.controlQuality ?? null,
      likelihood: result.likelihood,
      impact: result.impact,
      band: result.band,
      entered_by: by,
      entered_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

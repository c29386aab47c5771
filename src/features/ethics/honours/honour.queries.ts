/** Rounds, nominations and rolls in SQL, as row-level security shows them. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Honoured, Nomination, Reason, Round, RoundState } from './honour.ts';

/** Newest first. Officers only. */
export async function selectRounds(trx: InTransaction): Promise<readonly Round[]> {
  const rows = await trx
    .selectFrom('ethics.honour_round')
    .select(['id', 'fiscal_year', 'state', 'scoring_until', 'undecided', 'scored_by'])
    .orderBy('fiscal_year', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    state: row.state as RoundState,
    scoringUntil: row.scoring_until ?? undefined,
    undecided: row.undecided,
    scoredBy: row.scored_by ?? undefined,
  }));
}

export const selectRound = async (trx: InTransaction, id: string) =>
  (await selectRounds(trx)).find((round) => round.id === id);

/** In an order that says nothing. Officers only. */
export async function selectNominations(
  trx: InTransaction,
  of: { readonly roundId?: string; readonly id?: string },
): Promise<readonly Nomination[]> {
  let query = trx
    .selectFrom('ethics.honour_nomination')
    .select(['id', 'round_id', 'category_code', 'unit_id', 'person_id', 'citation', 'state'])
    .select(['nominated_by', 'supported_by'])
    .orderBy('id');
  if (of.roundId !== undefined) query = query.where('round_id', '=', of.roundId);
  if (of.id !== undefined) query = query.where('id', '=', of.id);
  return (await query.execute()).map((row) => ({
    id: row.id,
    roundId: row.round_id,
    categoryCode: row.category_code,
    unitId: row.unit_id,
    personId: row.person_id ?? undefined,
    citation: row.citation,
    state: row.state as Nomination['state'],
    nominatedBy: row.nominated_by,
    supportedBy: row.supported_by ?? undefined,
  }));
}

export async function selectReasons(trx: InTransaction, id: string): Promise<readonly Reason[]> {
  const rows = await trx
    .selectFrom('ethics.honour_reason')
    .select(['position', 'reason', 'evidence', 'link'])
    .where('nomination_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, link: row.link ?? undefined }));
}

/** Of published rounds for anybody; of a round that waits for approval, for who may see it. */
export async function selectRoll(db: Queries, roundId: string): Promise<readonly Honoured[]> {
  const rows = await db
    .selectFrom('ethics.honour_roll')
    .select(['category_code', 'unit_id', 'name_th', 'name_en', 'citation'])
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({
    categoryCode: row.category_code,
    unitId: row.unit_id,
    nameTh: row.name_th ?? undefined,
    nameEn: row.name_en ?? undefined,
    citation: row.citation,
  }));
}

/** Nominations that stand on rolls the officer may read. */
export async function selectOnRoll(trx: InTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('ethics.honour_roll')
    .innerJoin('ethics.honour_round', 'ethics.honour_round.id', 'ethics.honour_roll.round_id')
    .select('nomination_id')
    .where('nomination_id', 'in', [...ids])
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map((row) => row.nomination_id));
}

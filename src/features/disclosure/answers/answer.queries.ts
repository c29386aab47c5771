/** Answers, their links and steps; row-level security decides which. */
import type { Queries } from '#platform/database/connection.ts';
import type { Format } from '../item-sets/item-set.ts';
import type { Answer, AnswerState, AnswerStep, Link, LinkOutcome, Result, TakenStep } from './answer.ts';

export async function selectAnswers(
  db: Queries,
  asked: {
    readonly unitIds?: readonly number[];
    readonly fiscalYears?: readonly number[];
    readonly itemCode?: string;
    readonly id?: string;
  },
): Promise<readonly Answer[]> {
  let query = db.selectFrom('disclosure.answer').selectAll().orderBy('unit_id').orderBy('item_code');
  if (asked.unitIds) query = query.where('unit_id', 'in', [...asked.unitIds, -1]);
  if (asked.fiscalYears) query = query.where('fiscal_year', 'in', [...asked.fiscalYears, -1]);
  if (asked.itemCode !== undefined) query = query.where('item_code', '=', asked.itemCode);
  if (asked.id !== undefined) query = query.where('id', '=', asked.id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    fiscalYear: row.fiscal_year,
    itemCode: row.item_code,
    state: row.state as AnswerState,
    asOf: row.as_of ?? undefined,
    ticked: row.ticked,
    selfScore: row.self_score ?? undefined,
    owner: row.owner,
    note: row.note,
    result: (row.result as Result | null) ?? undefined,
    readyBy: row.ready_by ?? undefined,
    reviewedBy: row.reviewed_by ?? undefined,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    revision: row.revision,
  }));
}

/** Links that stand, in the order in which they were entered. */
export async function selectLinks(db: Queries, answerIds: readonly string[]): Promise<readonly Link[]> {
  if (answerIds.length === 0) return [];
  const rows = await db
    .selectFrom('disclosure.link')
    .selectAll()
    .where('answer_id', 'in', [...answerIds])
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    answerId: row.answer_id,
    url: row.url,
    format: row.format as Format,
    outcome: (row.outcome as LinkOutcome | null) ?? undefined,
    httpStatus: row.http_status ?? undefined,
    contentType: row.content_type ?? undefined,
    checkedAt: row.checked_at ?? undefined,
    goodAt: row.good_at ?? undefined,
    badSince: row.bad_since ?? undefined,
  }));
}

export async function selectSteps(db: Queries, answerId: string): Promise<readonly TakenStep[]> {
  const rows = await db
    .selectFrom('disclosure.answer_step')
    .selectAll()
    .where('answer_id', '=', answerId)
    .orderBy('taken_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    step: row.step as AnswerStep,
    words: row.words,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
  }));
}

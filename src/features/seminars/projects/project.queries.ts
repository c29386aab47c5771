/** SQL of projects and steps; run as the officer, row-level security decides. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { SeminarState } from '../seminar.ts';
import type { Project, ProjectText, TrainingType } from './project.ts';

export async function selectProject(db: Queries, seminarId: string): Promise<Project | undefined> {
  const row = await db
    .selectFrom('seminars.project')
    .selectAll()
    .where('seminar_id', '=', seminarId)
    .executeTakeFirst();
  return (
    row && {
      trainingType: row.training_type as TrainingType,
      rationale: row.rationale,
      objectives: row.objectives,
      targetQuantity: row.target_quantity,
      targetQuality: row.target_quality,
      method: row.method,
      period: row.period,
      place: row.place,
      moneySource: row.money_source,
      responsible: row.responsible,
      evaluation: row.evaluation,
      expectedResults: row.expected_results,
      changedAt: row.changed_at,
      copiedFrom: row.copied_from ?? undefined,
    }
  );
}

export const projectColumns = (project: ProjectText) => ({
  training_type: project.trainingType,
  rationale: project.rationale,
  objectives: project.objectives,
  target_quantity: project.targetQuantity,
  target_quality: project.targetQuality,
  method: project.method,
  period: project.period,
  place: project.place,
  money_source: project.moneySource,
  responsible: project.responsible,
  evaluation: project.evaluation,
  expected_results: project.expectedResults,
});

export function selectSteps(db: Queries, seminarId: string) {
  return db
    .selectFrom('seminars.step')
    .select(['id', 'to_state', 'reason', 'made_by', 'made_at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('made_at')
    .execute();
}

/** True when the row is new: the second of a double click finds the first. */
export async function insertStep(
  trx: InTransaction,
  step: {
    id: string;
    seminarId: string;
    from: SeminarState;
    to: SeminarState;
    reason: string;
    by: string;
    at: Date;
  },
): Promise<boolean> {
  const result = await trx
    .insertInto('seminars.step')
    .values({
      id: step.id,
      seminar_id: step.seminarId,
      from_state: step.from,
      to_state: step.to,
      reason: step.reason || null,
      made_by: step.by,
      made_at: step.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Locks the seminar for the rest of the transaction, so that two organisers' changes follow one another. */
export async function lockSeminar(trx: InTransaction, id: string): Promise<void> {
  await trx.selectFrom('seminars.seminar').select('id').where('id', '=', id).forUpdate().execute();
}

/** A change that calendars should hear of: SEQUENCE rises (RFC 5545, 3.8.7.4). */
export async function raiseSequence(trx: InTransaction, id: string, by: string): Promise<void> {
  await trx
    .updateTable('seminars.seminar')
    .set({ sequence: sql<number>`sequence + 1`, changed_by: by })
    .where('id', '=', id)
    .execute();
}

/** Action plans and what was answered; row-level security decides which. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { ActionPlan, DoneWord, FollowUp, FollowUpStep, Side } from './follow-up.ts';

type Wanted = {
  readonly id?: string;
  readonly seminarId?: string;
  readonly registrationId?: string;
  readonly personId?: string;
};

export async function selectPlans(db: Queries, wanted: Wanted = {}): Promise<readonly ActionPlan[]> {
  let query = db.selectFrom('seminars.action_plan').selectAll();
  if (wanted.id !== undefined) query = query.where('id', '=', wanted.id);
  if (wanted.seminarId !== undefined) query = query.where('seminar_id', '=', wanted.seminarId);
  if (wanted.registrationId !== undefined) query = query.where('registration_id', '=', wanted.registrationId);
  if (wanted.personId !== undefined) query = query.where('person_id', '=', wanted.personId);
  const rows = await query.orderBy('due_on').orderBy('id').limit(5000).execute();
  return rows.map((row) => ({
    id: row.id,
    registrationId: row.registration_id,
    seminarId: row.seminar_id,
    hostUnitId: row.host_unit_id,
    unitId: row.unit_id,
    personId: row.person_id ?? undefined,
    competency: row.competency_code ?? undefined,
    what: row.what,
    seenBy: row.seen_by,
    dueOn: row.due_on,
    writtenAt: row.written_at,
  }));
}

export async function selectFollowUps(db: Queries, planIds: readonly string[]): Promise<readonly FollowUp[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom('seminars.follow_up')
    .selectAll()
    .where('plan_id', 'in', [...planIds])
    .orderBy('step')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    step: row.step as FollowUpStep,
    side: row.side as Side,
    done: row.done as DoneWord,
    note: row.note,
    answeredAt: row.answered_at,
  }));
}

export type NewFollowUp = Omit<FollowUp, 'answeredAt'> & {
  readonly answeredBy: string | undefined;
  readonly at: Date;
};

/** True when the row is new: an answer is given once. */
export async function insertFollowUp(trx: InTransaction, answer: NewFollowUp): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('seminars.follow_up')
    .values({
      id: answer.id,
      plan_id: answer.planId,
      step: answer.step,
      side: answer.side,
      done: answer.done,
      note: answer.note,
      answered_by: answer.answeredBy ?? null,
      answered_at: answer.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

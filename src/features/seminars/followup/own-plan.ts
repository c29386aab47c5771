/** A participant writes her action plan by her link, and answers later what became of it. */
import { z } from 'zod';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { valuesOn } from '../learning/learning-rule.ts';
import { done, type Outcome, refused } from '../learning/outcome.ts';
import { readSeatToken } from '../seat-link.ts';
import { selectSeat, selectSeminar, selectSlots } from '../seminar.queries.ts';
import type { Seat, Seminar } from '../seminar.ts';
import { insertFollowUp, selectFollowUps, selectPlans } from './follow-up.queries.ts';
import { type ActionPlan, doneWords, followUpSteps, type Look } from './follow-up.ts';
import { looksOf, waitingFor } from './follow-up-rules.ts';

export type OwnPlan = {
  readonly seminar: Seminar;
  readonly plan: ActionPlan | undefined;
  /** From the last day on, until somebody has answered what became of it. */
  readonly isOpen: boolean;
  readonly looks: readonly Look[];
  readonly waiting: Look | undefined;
  /** Competencies that the seminar served. */
  readonly competencies: readonly {
    readonly code: string;
    readonly nameTh: string;
    readonly nameEn: string;
  }[];
};

/** Undefined for a link that was not made here, or a seat that is not confirmed. */
export async function openPlan(ground: Ground, token: string): Promise<OwnPlan | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    return seat && seminar && planOf(trx, { seat, seminar, now: ground.now() });
  });
}

/** Inside a transaction of the seat. */
export async function planOf(
  trx: InTransaction,
  { seat, seminar, now }: { readonly seat: Seat; readonly seminar: Seminar; readonly now: Date },
): Promise<OwnPlan | undefined> {
  if (seat.state !== 'confirmed') return undefined;
  const [plan] = await selectPlans(trx, { registrationId: seat.id });
  const answers = plan ? await selectFollowUps(trx, [plan.id]) : [];
  const today = civilDate(now);
  const looks = looksOf(
    seminar.endsOn,
    valuesOn(await selectLearningRules(trx), seminar.endsOn),
    answers,
    today,
  );
  const served = new Set((await selectSlots(trx, seminar.id)).flatMap(({ competencies }) => competencies));
  const rows = await trx
    .selectFrom('seminars.competency')
    .select(['code', 'name_th', 'name_en'])
    .orderBy('position')
    .execute();
  return {
    seminar,
    plan,
    isOpen: today >= seminar.endsOn && seminar.state !== 'cancelled' && answers.length === 0,
    looks,
    waiting: plan && waitingFor(looks, 'participant'),
    competencies: rows
      .filter(({ code }) => served.has(code))
      .map((row) => ({ code: row.code, nameTh: row.name_th, nameEn: row.name_en })),
  };
}

const planInput = z.object({
  id: z.uuid(),
  what: z.string().trim().min(5).max(1000),
  seenBy: z.string().trim().min(3).max(1000),
  dueOn: z.string().refine((day) => parseCivilDate(day) !== undefined),
  competency: z.string().max(8).optional(),
});

/** Writing again changes the plan until somebody has answered; sent twice, it is written once. */
export async function writePlan(
  ground: Ground,
  token: string,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const registrationId = readSeatToken(ground.secrets.tokenKey, token);
  if (!registrationId) return refused('not-found');
  const parsed = planInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const written = parsed.data;
  const now = ground.now();
  return actingAsSeat(ground.databases.public, registrationId, async (trx) => {
    const seat = await selectSeat(trx, registrationId);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    const own = seat && seminar && (await planOf(trx, { seat, seminar, now }));
    if (!own || !seat || !seminar) return refused('not-found');
    if (!own.isOpen) return refused('not-now');
    if (written.dueOn < seminar.endsOn) return refused('incomplete', ['dueOn']);
    const values = {
      what: written.what,
      seen_by: written.seenBy,
      due_on: written.dueOn,
      competency_code: own.competencies.find(({ code }) => code === written.competency)?.code ?? null,
      written_at: now,
    };
    if (own.plan) {
      await trx
        .updateTable('seminars.action_plan')
        .set(values)
        .where('registration_id', '=', seat.id)
        .execute();
      return done({ id: own.plan.id });
    }
    const { person_id: personId } = await trx
      .selectFrom('seminars.registration')
      .select('person_id')
      .where('id', '=', seat.id)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('seminars.action_plan')
      .values({
        id: written.id,
        registration_id: seat.id,
        seminar_id: seminar.id,
        host_unit_id: seminar.unitId,
        unit_id: seat.unitId,
        person_id: personId,
        ...values,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return done({ id: written.id });
  });
}

export const answerInput = z.object({
  id: z.uuid(),
  step: z.coerce.number().pipe(z.literal(followUpSteps)),
  done: z.enum(doneWords),
  note: z.string().trim().max(1000),
});

/** The participant's own answer to the look that is due. Safe to repeat. */
export async function answerOwn(
  ground: Ground,
  token: string,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const registrationId = readSeatToken(ground.secrets.tokenKey, token);
  if (!registrationId) return refused('not-found');
  const parsed = answerInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const { id, step, done: what, note } = parsed.data;
  return actingAsSeat(ground.databases.public, registrationId, async (trx) => {
    const seat = await selectSeat(trx, registrationId);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    const own = seat && seminar && (await planOf(trx, { seat, seminar, now: ground.now() }));
    if (!own?.plan) return refused('not-found');
    const look = own.looks.find((one) => one.step === step);
    if (look?.participant?.id === id) return done({ id });
    if (look?.participant) return refused('has-answered');
    if (!look?.isDue) return refused('not-now');
    await insertFollowUp(trx, {
      id,
      planId: own.plan.id,
      step,
      side: 'participant',
      done: what,
      note,
      answeredBy: undefined,
      at: ground.now(),
    });
    return done({ id });
  });
}

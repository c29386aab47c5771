/** The superior answers what became of an officer's plan; a plan that was carried out is evidence of what it practised. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { insertEvidence } from '../competence/evidence.queries.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { valuesOn } from '../learning/learning-rule.ts';
import { type Parts, unitCode } from '../learning/needs.ts';
import { done, isUuid, type Outcome, refused } from '../learning/outcome.ts';
import { selectSeminars } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { insertFollowUp, selectFollowUps, selectPlans } from './follow-up.queries.ts';
import type { ActionPlan, Look } from './follow-up.ts';
import { looksOf, waitingFor } from './follow-up-rules.ts';
import { answerInput } from './own-plan.ts';

export type PlanLine = {
  readonly plan: ActionPlan;
  readonly seminar: Seminar;
  readonly nameTh: string;
  readonly looks: readonly Look[];
  readonly waiting: Look | undefined;
};

/** Plans of those whom the officer leads, what waits for her first. */
export async function plansToAnswer({ ground }: Parts, signedIn: SignedIn): Promise<readonly PlanLine[]> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const plans = (await selectPlans(trx)).filter(({ personId }) => personId !== signedIn.person.id);
    const lines = await linesOf(trx, plans, 'superior', ground.now());
    const led = await ledAmong(trx, plans);
    return lines
      .filter(({ plan }) => led.has(plan.id))
      .sort((a, b) => Number(b.waiting !== undefined) - Number(a.waiting !== undefined));
  });
}

/** The officer's own plans. */
export async function ownPlans({ ground }: Parts, signedIn: SignedIn): Promise<readonly PlanLine[]> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) =>
    linesOf(trx, await selectPlans(trx, { personId: signedIn.person.id }), 'participant', ground.now()),
  );
}

/** Which of the plans are of people whom the acting person leads: organisers read more than they answer. */
async function ledAmong(trx: InTransaction, plans: readonly ActionPlan[]): Promise<ReadonlySet<string>> {
  if (plans.length === 0) return new Set();
  const rows = await trx
    .selectFrom('seminars.action_plan')
    .select('id')
    .where(
      'id',
      'in',
      plans.map(({ id }) => id),
    )
    .where(({ fn, ref }) => fn<boolean>('seminars.leads', [ref('unit_id'), ref('person_id')]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function linesOf(
  trx: InTransaction,
  plans: readonly ActionPlan[],
  side: 'participant' | 'superior',
  now: Date,
): Promise<readonly PlanLine[]> {
  if (plans.length === 0) return [];
  const rules = await selectLearningRules(trx);
  const seminars = new Map((await selectSeminars(trx)).map((seminar) => [seminar.id, seminar]));
  const answers = await selectFollowUps(
    trx,
    plans.map(({ id }) => id),
  );
  const names = await trx
    .selectFrom('seminars.registration')
    .select(['id', 'prefix_th', 'name_th'])
    .where(
      'id',
      'in',
      plans.map(({ registrationId }) => registrationId),
    )
    .execute();
  return plans.flatMap((plan) => {
    const seminar = seminars.get(plan.seminarId);
    if (!seminar) return [];
    const name = names.find(({ id }) => id === plan.registrationId);
    const looks = looksOf(
      seminar.endsOn,
      valuesOn(rules, seminar.endsOn),
      answers.filter(({ planId }) => planId === plan.id),
      civilDate(now),
    );
    return [
      {
        plan,
        seminar,
        nameTh: name ? name.prefix_th + name.name_th : '',
        looks,
        waiting: waitingFor(looks, side),
      },
    ];
  });
}

/** Safe to repeat with the same id. */
export async function answerAsSuperior(
  parts: Parts,
  signedIn: SignedIn,
  input: { readonly planId: string; readonly [field: string]: unknown },
): Promise<Outcome<{ id: string }>> {
  const parsed = answerInput.safeParse(input);
  if (!parsed.success || !isUuid(input.planId))
    return refused('incomplete', parsed.error?.issues.map(({ path }) => String(path[0])) ?? []);
  const { id, step, done: what, note } = parsed.data;
  const { ground } = parts;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [plan] = await selectPlans(trx, { id: input.planId });
    if (!plan) return refused('not-found');
    if (!(await ledAmong(trx, [plan])).has(plan.id)) return refused('forbidden');
    const [line] = await linesOf(trx, [plan], 'superior', now);
    const look = line?.looks.find((one) => one.step === step);
    if (look?.superior?.id === id) return done({ id });
    if (look?.superior) return refused('has-answered');
    if (!look?.isDue) return refused('not-now');
    const isNew = await insertFollowUp(trx, {
      id,
      planId: plan.id,
      step,
      side: 'superior',
      done: what,
      note,
      answeredBy: signedIn.person.id,
      at: now,
    });
    if (!isNew) return done({ id });
    if (what === 'yes' && plan.competency && plan.personId)
      await insertEvidence(trx, {
        id: randomUUID(),
        personId: plan.personId,
        unitId: plan.unitId,
        competency: plan.competency,
        source: 'practice',
        seminarId: plan.seminarId,
        objectId: plan.id,
        note: plan.what.slice(0, 500),
        on: civilDate(now),
        madeBy: signedIn.person.id,
        at: now,
      });
    await recordAct(trx, {
      act: 'seminars.follow-up-answered',
      object: 'action-plan',
      id: plan.id,
      unit: await unitCode(parts, plan.unitId),
      role: signedIn.appointments.find(({ unitId }) => unitId === plan.unitId)?.role ?? 'head',
      at: now.toISOString(),
      facts: { step, done: what },
    });
    return done({ id });
  });
}

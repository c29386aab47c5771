/** A plan's way: handed in by the centre, returned or verified by the tier above, published. */
import { randomUUID } from 'node:crypto';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { lineOf, readPlan, roleIn, type WordsNeeds } from './needs.ts';
import { planPolicies } from './plan.policies.ts';
import { done, type Measure, type Outcome, type Plan, type PlanStep, refused } from './plan.ts';
import { lacks, stateAfter } from './plan-rules.ts';
import { plansText } from './text.ts';

export type StepInput = {
  readonly planId: string;
  readonly step: PlanStep;
  /** Of the plan as it was read: what is decided on is what was seen. */
  readonly revision: number;
  readonly reason?: string;
};

/** Safe to repeat: a plan that is already where the step leads stays there. */
export async function stepPlan(
  { ground, network, personsIn }: WordsNeeds,
  signedIn: SignedIn,
  { planId, step, revision, reason = '' }: StepInput,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const seen = await readPlan(trx, planId);
    if (!seen) return refused('not-found');
    const { plan, measures } = seen;
    const centre = centres.find(({ id }) => id === plan.unitId)!;
    const role = roleIn(step === 'submit' ? 'write' : 'decide', signedIn, centres, plan.unitId);
    if (!role) return refused('forbidden');
    const state = stateAfter(plan.state, step);
    if (!state) return isDone(plan, step) ? done({ id: planId }) : refused('wrong-state');
    if (plan.revision !== revision) return refused('changed-meanwhile');
    if (step === 'submit' && measures.length === 0) return refused('empty-plan');
    if (step === 'submit' && measures.some((measure) => lacks(measure).length > 0))
      return refused('not-complete');
    if (step === 'submit') {
      // What is handed in will be published: positions, never persons.
      const persons = personsIn(measures.flatMap(textsOf).join('\n'));
      if (persons.length > 0) return refused('identifying', persons);
    }
    if (step !== 'submit' && plan.submittedBy === signedIn.person.id) return refused('own-submission');
    if (step === 'return' && reason.trim().length < 5) return refused('reason-missing');
    const changed = await trx
      .updateTable('prevention.plan')
      .set({
        state,
        changed_at: now,
        ...(step === 'submit' ? { submitted_by: signedIn.person.id, submitted_at: now, reason: null } : {}),
        ...(step === 'return' ? { reason: reason.trim().slice(0, 2000) } : {}),
        ...(step === 'return' || step === 'verify'
          ? { decided_by: signedIn.person.id, decided_at: now }
          : {}),
        ...(step === 'publish' ? { published_at: now } : {}),
      })
      .where('id', '=', planId)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return refused('changed-meanwhile');
    await tell(trx, { plan, step, centre, centres, signedIn, now });
    await recordAct(trx, {
      act: `prevention.plan-${({ submit: 'submitted', return: 'returned', verify: 'verified', publish: 'published' } as const)[step]}`,
      object: 'plan',
      id: planId,
      unit: centre.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear: plan.fiscalYear, measures: measures.length },
    });
    return done({ id: planId });
  });
}

const textsOf = ({ title, objective, indicator, targetUnit, owner }: Measure) => [
  title,
  objective,
  indicator,
  targetUnit,
  owner,
];

/** Whether an earlier, lost answer was to this very step. */
const isDone = (plan: Plan, step: PlanStep) =>
  ({ submit: 'submitted', return: 'returned', verify: 'verified', publish: 'published' })[step] ===
  plan.state;

/** The tier above hears of what is handed in; the centre of everything else. */
async function tell(
  trx: InTransaction,
  about: {
    plan: Plan;
    step: PlanStep;
    centre: Centre;
    centres: readonly Centre[];
    signedIn: SignedIn;
    now: Date;
  },
): Promise<void> {
  const { plan, step, centre, centres, signedIn, now } = about;
  const line = lineOf(centres, plan.unitId);
  const words = (locale: 'th' | 'en') =>
    plansText(locale).notices[step](locale === 'en' ? centre.nameEn : centre.nameTh, plan.fiscalYear);
  await raiseNotice(trx, {
    id: randomUUID(),
    kind: 'plan',
    objectId: plan.id,
    titleTh: words('th'),
    titleEn: words('en'),
    href: `/office/plans/${plan.id}`,
    units: [step === 'submit' ? (line[1] ?? plan.unitId) : plan.unitId],
    roles: planPolicies.write,
    raisedBy: signedIn.person.id,
    at: now,
  });
}

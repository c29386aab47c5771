/** Reads plans for pages: one's own by year, one plan whole, the centres below with what they have handed in. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { centreFor, lineOf, type PlanNeeds, readPlan, roleIn } from './needs.ts';
import { planPolicies } from './plan.policies.ts';
import { selectAlignments, selectMeasures, selectPlans } from './plan.queries.ts';
import type { Alignment, Measure, Plan, PlanCentre, PlanLine } from './plan.ts';
import type { PlanToPrint } from './plan-rows.ts';
import { figuresOf } from './plan-rules.ts';

export type PlanView = {
  readonly plan: Plan;
  readonly centre: PlanCentre;
  readonly measures: readonly Measure[];
  /** Goals to choose from, and those chosen that have ended since. */
  readonly alignments: readonly Alignment[];
  readonly mayWrite: boolean;
  readonly mayDecide: boolean;
  /** The reader handed it in herself, so others decide on it. */
  readonly isOwnSubmission: boolean;
};

export async function viewPlan(
  { ground, network }: PlanNeeds,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<PlanView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seen = await readPlan(trx, id);
    if (!seen) return undefined;
    const { plan, measures } = seen;
    const chosen = measures.flatMap(({ alignments }) => alignments);
    return {
      plan,
      centre: centreFor(centres.find((centre) => centre.id === plan.unitId)!, locale),
      measures,
      alignments: await selectAlignments(trx, civilDate(now), chosen),
      mayWrite: roleIn('write', signedIn, centres, plan.unitId) !== undefined,
      mayDecide: roleIn('decide', signedIn, centres, plan.unitId) !== undefined,
      isOwnSubmission: plan.submittedBy === signedIn.person.id,
    };
  });
}

export type OwnCentre = { readonly centre: PlanCentre; readonly plans: readonly Plan[] };

/** Centres for which the person plans, with their plans of all years. */
export async function listOwnPlans(
  { ground, network }: PlanNeeds,
  signedIn: SignedIn,
  locale: Locale,
): Promise<readonly OwnCentre[]> {
  const centres = (await network.listCentres(ground.now())).filter((centre) =>
    signedIn.appointments.some(
      ({ unitId, role }) => unitId === centre.id && (planPolicies.write as readonly string[]).includes(role),
    ),
  );
  if (centres.length === 0) return [];
  const plans = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    selectPlans(trx, { unitIds: centres.map(({ id }) => id) }),
  );
  return centres.map((centre) => ({
    centre: centreFor(centre, locale),
    plans: plans.filter(({ unitId }) => unitId === centre.id),
  }));
}

/** Whether the person looks at other centres' plans at all. */
export const overseesPlans = (signedIn: SignedIn, centres: readonly Centre[]): boolean =>
  overseen(signedIn, centres).length > 0;

/** Every open centre below those that the person oversees, itself included, with its plan of the year. */
export async function listNetworkPlans(
  { ground, network }: PlanNeeds,
  signedIn: SignedIn,
  fiscalYear: number,
  locale: Locale,
): Promise<readonly PlanLine[]> {
  const centres = overseen(signedIn, await network.listCentres(ground.now()));
  if (centres.length === 0) return [];
  return actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    linesOf(trx, centres, fiscalYear, locale),
  );
}

/** Published plans of a year, for anybody. */
export async function listPublishedPlans(
  { ground, network }: PlanNeeds,
  fiscalYear: number,
  locale: Locale,
): Promise<readonly PlanLine[]> {
  const centres = (await network.listCentres(ground.now())).filter(({ isOpen }) => isOpen);
  return linesOf(ground.databases.public, centres, fiscalYear, locale);
}

/** Every published plan of a year with its measures, in the network's order, for anybody. */
export async function readPublishedPlans(
  { ground, network }: PlanNeeds,
  fiscalYear: number,
  locale: Locale,
): Promise<readonly PlanToPrint[]> {
  const db = ground.databases.public;
  const centres = (await network.listCentres(ground.now())).filter(({ isOpen }) => isOpen);
  const plans = await selectPlans(db, { fiscalYear, unitIds: centres.map(({ id }) => id) });
  const measures = await selectMeasures(
    db,
    plans.map(({ id }) => id),
  );
  const chosen = [...new Set(measures.flatMap(({ alignments }) => alignments))];
  const alignments = await selectAlignments(db, civilDate(ground.now()), chosen);
  const byPlan = Map.groupBy(measures, ({ planId }) => planId);
  return centres.flatMap((centre) => {
    const plan = plans.find(({ unitId }) => unitId === centre.id);
    return plan
      ? [{ centre: centreFor(centre, locale), measures: byPlan.get(plan.id) ?? [], alignments }]
      : [];
  });
}

/** A published plan by centre and year. */
export async function viewPublishedPlan(
  { ground, network }: PlanNeeds,
  { code, fiscalYear }: { readonly code: string; readonly fiscalYear: number },
  locale: Locale,
): Promise<Omit<PlanView, 'mayWrite' | 'mayDecide' | 'isOwnSubmission'> | undefined> {
  const centre = (await network.listCentres(ground.now())).find((one) => one.code === code);
  if (!centre) return undefined;
  const db = ground.databases.public;
  const [plan] = await selectPlans(db, { fiscalYear, unitIds: [centre.id] });
  if (!plan) return undefined;
  const measures = await selectMeasures(db, [plan.id]);
  const chosen = measures.flatMap(({ alignments }) => alignments);
  const alignments = await selectAlignments(db, civilDate(ground.now()), chosen);
  return { plan, measures, centre: centreFor(centre, locale), alignments };
}

async function linesOf(
  db: Queries,
  centres: readonly Centre[],
  fiscalYear: number,
  locale: Locale,
): Promise<readonly PlanLine[]> {
  const plans = await selectPlans(db, { fiscalYear, unitIds: centres.map(({ id }) => id) });
  const measures = await selectMeasures(
    db,
    plans.map(({ id }) => id),
  );
  const byPlan = Map.groupBy(measures, ({ planId }) => planId);
  return centres.map((centre) => {
    const plan = plans.find(({ unitId }) => unitId === centre.id);
    return {
      centre: centreFor(centre, locale),
      planId: plan?.id,
      state: plan?.state,
      ...figuresOf(plan ? (byPlan.get(plan.id) ?? []) : []),
    };
  });
}

function overseen(signedIn: SignedIn, centres: readonly Centre[]): readonly Centre[] {
  const from = signedIn.appointments
    .filter(({ role }) => (planPolicies.oversee as readonly string[]).includes(role))
    .map(({ unitId }) => unitId)
    .filter((unitId) =>
      centres.some(({ parentCode, id }) => parentCode !== undefined && lineOf(centres, id)[1] === unitId),
    );
  return centres.filter(
    (centre) => centre.isOpen && lineOf(centres, centre.id).some((unitId) => from.includes(unitId)),
  );
}

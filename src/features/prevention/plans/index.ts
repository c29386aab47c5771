/** Action plans: what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { enterResult } from './enter-result.ts';
import { yearOf } from './http.ts';
import type { WordsNeeds } from './needs.ts';
import type { MeasureInput, ResultInput } from './plan.schemas.ts';
import type { Outcome, PlanLine } from './plan.ts';
import { moveMeasure, removeMeasure, saveMeasure } from './save-measure.ts';
import { type NewPlan, startPlan } from './start-plan.ts';
import { type StepInput, stepPlan } from './step-plan.ts';
import {
  listNetworkPlans,
  listOwnPlans,
  listPublishedPlans,
  type OwnCentre,
  overseesPlans,
  type PlanView,
  viewPlan,
  viewPublishedPlan,
} from './view-plans.ts';
import { unitsThatFiled, unitsThatReported } from './who-has-filed.ts';

export { officePlanRoutes, publicPlanRoutes } from './http.ts';
export type { PlanLine } from './plan.ts';
export type { OwnCentre, PlanView } from './view-plans.ts';

type Done = Promise<Outcome<{ id: string }>>;

export type Plans = {
  /** The fiscal year (Buddhist era) that an address asks for, else the present one. */
  readonly yearOf: (asked: string | null) => number;
  readonly listOwn: (signedIn: SignedIn, locale: Locale) => Promise<readonly OwnCentre[]>;
  /** Whether the person looks at the plans of centres below. */
  readonly oversees: (signedIn: SignedIn) => Promise<boolean>;
  readonly listNetwork: (signedIn: SignedIn, year: number, locale: Locale) => Promise<readonly PlanLine[]>;
  readonly listPublished: (year: number, locale: Locale) => Promise<readonly PlanLine[]>;
  readonly view: (signedIn: SignedIn, id: string, locale: Locale) => Promise<PlanView | undefined>;
  readonly viewPublished: (
    of: { readonly code: string; readonly fiscalYear: number },
    locale: Locale,
  ) => ReturnType<typeof viewPublishedPlan>;
  readonly start: (signedIn: SignedIn, plan: NewPlan) => Done;
  readonly saveMeasure: (signedIn: SignedIn, measure: MeasureInput) => Done;
  readonly removeMeasure: (signedIn: SignedIn, what: { planId: string; id: string }) => Done;
  readonly moveMeasure: (signedIn: SignedIn, what: { planId: string; id: string; by: -1 | 1 }) => Done;
  readonly step: (signedIn: SignedIn, what: StepInput) => Done;
  /** For the yearly calendar: centres that have handed in, and that have reported a quarter. */
  readonly unitsThatFiled: (fiscalYear: number) => Promise<ReadonlySet<number>>;
  readonly unitsThatReported: (fiscalYear: number, quarter: 2 | 4) => Promise<ReadonlySet<number>>;
  readonly enterResult: (signedIn: SignedIn, planId: string, result: ResultInput) => Done;
};

export function createPlans(needs: WordsNeeds): Plans {
  const { ground, network } = needs;
  return {
    yearOf: (asked) => yearOf(asked === null ? {} : { year: asked }, ground.now()),
    listOwn: (signedIn, locale) => listOwnPlans(needs, signedIn, locale),
    oversees: async (signedIn) => overseesPlans(signedIn, await network.listCentres(ground.now())),
    listNetwork: (signedIn, year, locale) => listNetworkPlans(needs, signedIn, year, locale),
    listPublished: (year, locale) => listPublishedPlans(needs, year, locale),
    view: (signedIn, id, locale) => viewPlan(needs, signedIn, id, locale),
    viewPublished: (of, locale) => viewPublishedPlan(needs, of, locale),
    start: (signedIn, plan) => startPlan(needs, signedIn, plan),
    saveMeasure: (signedIn, measure) => saveMeasure(needs, signedIn, measure),
    removeMeasure: (signedIn, what) => removeMeasure(needs, signedIn, what),
    moveMeasure: (signedIn, what) => moveMeasure(needs, signedIn, what),
    step: (signedIn, what) => stepPlan(needs, signedIn, what),
    unitsThatFiled: (fiscalYear) => unitsThatFiled(ground, fiscalYear),
    unitsThatReported: (fiscalYear, quarter) => unitsThatReported(ground, fiscalYear, quarter),
    enterResult: (signedIn, planId, result) => enterResult(needs, signedIn, planId, result),
  };
}

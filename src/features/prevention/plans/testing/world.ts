/** For tests only: planners and heads of the ministry and of two provinces, and plans between them. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp } from '#main/testing/test-app.ts';
import type { MeasureInput } from '../plan.schemas.ts';
import type { StepInput } from '../step-plan.ts';

export type PlanWorld = Awaited<ReturnType<typeof createPlanWorld>>;

/** 25 November 2026: the first quarter of fiscal year 2570. */
export const today = new Date('2026-11-25T03:00:00Z');

export async function createPlanWorld() {
  const world = await createTestApp();
  world.setNow(today);
  const ministryPlanner = await anOfficer(world.db, 'MOI', ['planner']);
  const ministryHead = await anOfficer(world.db, 'MOI', ['head']);
  const auditor = await anOfficer(world.db, 'MOI', ['auditor']);
  const chiangMai = await anOfficer(world.db, 'TH-50', ['planner']);
  const chiangMaiCases = await anOfficer(world.db, 'TH-50', ['case-officer']);
  const phuket = await anOfficer(world.db, 'TH-83', ['planner']);
  const centres = await world.app.network.listCentres(today);
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
  const { plans } = world.app;

  const aMeasure = (planId: string, change: Partial<MeasureInput> = {}): MeasureInput => ({
    id: randomUUID(),
    planId,
    mission: 'anti-corruption',
    title: 'ตรวจสอบการจัดซื้อจัดจ้างโดยเครือข่ายภาคประชาชน',
    objective: 'ให้ประชาชนร่วมดูการตรวจรับงาน',
    indicator: 'จำนวนครั้งที่ร่วมตรวจ',
    target: '12',
    targetUnit: 'ครั้ง',
    budget: '45,000.50',
    startsOn: '2026-10-01',
    endsOn: '2027-09-30',
    owner: 'สำนักงานจังหวัด',
    alignments: ['sdg:16.5'],
    ...change,
  });

  /** Takes a step on the plan as it stands, as whoever has just read it. */
  const step = async (signedIn: SignedIn, input: Omit<StepInput, 'revision'>) =>
    plans.step(signedIn, {
      revision: (await plans.view(signedIn, input.planId, 'th'))?.plan.revision ?? 0,
      ...input,
    });

  /** A plan of Chiang Mai for 2570 with one measure, taken as far as asked. */
  const aPlan = async (until: 'draft' | 'submitted' | 'verified' | 'published' = 'draft', code = 'TH-50') => {
    const planner = await as(code === 'TH-50' ? chiangMai : phuket);
    const id = randomUUID();
    must(await plans.start(planner, { id, unitId: unit(code), fiscalYear: 2570, copyLast: false }));
    const measure = aMeasure(id);
    must(await plans.saveMeasure(planner, measure));
    const decider = await as(ministryPlanner);
    if (until !== 'draft') must(await step(planner, { planId: id, step: 'submit' }));
    if (until === 'verified' || until === 'published')
      must(await step(decider, { planId: id, step: 'verify' }));
    if (until === 'published') must(await step(decider, { planId: id, step: 'publish' }));
    return { id, measure };
  };
  /** The next test begins without plans. */
  const clear = async () => {
    for (const table of ['measure_result', 'measure', 'plan'] as const)
      await world.db.owner.deleteFrom(`prevention.${table}`).execute();
  };
  return {
    ...world,
    plans,
    step,
    ministryPlanner,
    ministryHead,
    auditor,
    chiangMai,
    chiangMaiCases,
    phuket,
    unit,
    as,
    aMeasure,
    aPlan,
    clear,
  };
}

export function must(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
}

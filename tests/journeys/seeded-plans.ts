/** Plans to look at: one published, whose results can be entered, and one still open. */
import type { OfficerPage } from './fixtures.ts';
import { visit } from './fixtures.ts';
import { addMeasure, beginPlan, step, submitPlan } from './plan-steps.ts';

export async function seedPlans(officer: OfficerPage, decider: OfficerPage): Promise<void> {
  const first = await beginPlan(officer.page);
  await addMeasure(officer.page, first, 'เปิดให้ประชาชนร่วมดูการตรวจรับงาน');
  await submitPlan(officer.page);
  await visit(decider.page, first);
  await step(decider.page, 'verify');
  await step(decider.page, 'publish');
  const second = await beginPlan(officer.page);
  await addMeasure(officer.page, second, 'สนทนาจริยธรรมเดือนละครั้ง');
}

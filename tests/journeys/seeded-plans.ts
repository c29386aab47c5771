/** Plans to look at: one published, whose results can be entered, and one still open; returns the address of its measure. */
import type { OfficerPage } from './fixtures.ts';
import { visit } from './fixtures.ts';
import { addMeasure, beginPlan, step, submitPlan } from './plan-steps.ts';

export async function seedPlans(officer: OfficerPage, decider: OfficerPage): Promise<readonly string[]> {
  const first = await beginPlan(officer.page);
  await addMeasure(officer.page, first, 'เปิดให้ประชาชนร่วมดูการตรวจรับงาน');
  await submitPlan(officer.page);
  await visit(decider.page, first);
  await step(decider.page, 'verify');
  await step(decider.page, 'publish');
  const second = await beginPlan(officer.page);
  await addMeasure(officer.page, second, 'สนทนาจริยธรรมเดือนละครั้ง');
  await visit(officer.page, second);
  return [(await officer.page.locator('article a[href*="/measures/"]').first().getAttribute('href'))!];
}

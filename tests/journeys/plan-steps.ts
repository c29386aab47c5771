/** What officers do with plans: begin one, write a measure, hand in, decide. */
import type { Page } from 'playwright-core';
import { visit } from './fixtures.ts';

/** Begins the plan of the first year offered, empty; leaves the officer on its page. */
export async function beginPlan(page: Page): Promise<string> {
  await visit(page, '/office/plans');
  await page.locator('section.card form').first().locator('button').last().click();
  await page.waitForURL(/\/office\/plans\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Writes a whole measure into the plan at the address. */
export async function addMeasure(
  page: Page,
  plan: string,
  title: string,
  indicator = 'จำนวนครั้ง',
): Promise<void> {
  await visit(page, `${plan}/measures/new`);
  const fill = (name: string, value: string) => page.locator(`form.measure [name="${name}"]`).fill(value);
  await fill('title', title);
  await fill('objective', 'ให้ประชาชนร่วมดูการตรวจรับงาน');
  await fill('indicator', indicator);
  await fill('target', '12');
  await fill('targetUnit', 'ครั้ง');
  await fill('budget', '45,000');
  await fill('owner', 'กลุ่มงานป้องกันการทุจริต');
  for (const [name, day, month, year] of [
    ['startsOn', '1', '10', '2569'],
    ['endsOn', '30', '9', '2570'],
  ] as const) {
    await fill(`${name}-d`, day);
    await page.locator(`[name="${name}-m"]`).selectOption(month);
    await fill(`${name}-y`, year);
  }
  await page.locator('form.measure .button.main').click();
  await page.locator('.note.good').waitFor();
}

export const submitPlan = (page: Page) => step(page, 'submit');

/** Presses the button of a step on the plan's page. */
export async function step(page: Page, name: 'submit' | 'verify' | 'publish'): Promise<void> {
  await page.locator(`button[name=step][value=${name}]`).click();
  // The note of the step before may still stand.
  await page.waitForURL((url) => url.searchParams.get('done') === name);
}

export async function returnPlan(page: Page, reason: string): Promise<void> {
  await page.locator('.card details summary').last().click();
  await page.locator('#reason').fill(reason);
  await page.locator('button[name=step][value=return]').click();
  await page.waitForURL((url) => url.searchParams.get('done') === 'return');
}

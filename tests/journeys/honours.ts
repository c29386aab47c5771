/** What officers do about honours through the pages: set the days, begin, nominate, support, consent, answer, score. */
import type { Page } from 'playwright-core';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fillDate } from './fill-date.ts';
import { visit } from './fixtures.ts';

const act = (page: Page, intent: string) => page.locator(`main button[name=intent][value=${intent}]`);

/** Nominations of today, of two persons at least; then the year's round begins. */
export async function beginHonours(page: Page): Promise<void> {
  // Nomination closes as a whole, so both categories end today.
  for (const code of ['PERSON', 'UNIT']) {
    await visit(page, `/office/honours/categories?code=${code}`);
    for (const name of ['opensOn', 'closesOn']) await fillDate(page, name, civilDate(new Date()));
    await page.locator('[name=leastNominees]').fill('2');
    await page.locator('main form button.main').click();
    await page.locator('.note.good').waitFor();
  }
  await visit(page, '/office/honours/round');
  await act(page, 'opened').click();
  await page.waitForURL(/done=opened/);
}

/** Returns the nomination's path. */
export async function nominate(page: Page, name: string, citation: string): Promise<string> {
  await visit(page, '/office/honours/nominate?category=PERSON');
  await page.locator('[name=personId]').selectOption({ label: name });
  for (const at of [1, 2, 3])
    await page.locator(`[name=reason${at}]`).fill('คืนเงินที่เก็บเกินครบทุกราย และสอนเพื่อนร่วมงาน');
  await page.locator('[name=citation]').fill(citation);
  await page.locator('main form button.act').click();
  await page.waitForURL(/\/office\/honours\/nominations\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

export async function press(page: Page, path: string, intent: string): Promise<void> {
  await visit(page, path);
  await act(page, intent).click();
  await page.waitForURL(/done=/);
  await page.locator('.note.good').first().waitFor();
}

export async function score(page: Page, path: string, marks: number): Promise<void> {
  await visit(page, path);
  for (const at of [1, 2, 3]) await page.locator(`[name=score${at}]`).fill(String(marks));
  await act(page, 'score').click();
  await page.waitForURL(/done=scored/);
}

/** For the walk through every page: a round of this year with a nomination. */
export async function seedHonours(page: Page): Promise<void> {
  await beginHonours(page);
  await visit(page, '/office/honours/nominate?category=PERSON');
  const colleague = await page.locator('[name=personId] option').first().innerText();
  await nominate(page, colleague, 'ช่วยผู้สูงอายุกรอกคำขอทุกวัน');
}

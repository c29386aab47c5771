/** A survey through the pages: opened by an officer, its codes by the paper's own route, answered as a browser without script does. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { anAnswer, formOf } from '#features/survey/testing/draw.ts';
import { fillDate } from './fill-date.ts';
import { visit } from './fixtures.ts';

/** Opens the survey of the officer's centre until the last day of next month; returns its path. */
export async function openSurvey(page: Page, people: readonly number[]): Promise<string> {
  await visit(page, '/office/survey/new');
  const later = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await fillDate(page, 'closesOn', later);
  await page.locator('[name=entitledNote]').fill('ผู้ปฏิบัติงานทุกคนของศูนย์');
  for (const [at, input] of (await page.locator('input[name^="people."]').all()).entries())
    await input.fill(String(people[at] ?? 0));
  await page.locator('main form button.act').click();
  await page.waitForURL(/\/office\/survey\/[0-9a-f-]{36}\?done=opened/);
  return new URL(page.url()).pathname;
}

/** The sheet of codes as a PDF, printed by the page's own form. */
export async function printSheet(page: Page, path: string, codes: number): Promise<Buffer> {
  const answer = await page.request.post(new URL(`${path}/codes.pdf`, page.url()).href, {
    form: { sheet: randomUUID(), codes: String(codes), lang: 'th' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  if (answer.status() !== 200) throw new Error(`no sheet: ${answer.status()}`);
  return answer.body();
}

/** One form as sent by a browser; the address it is led to, or the status of the refusal. */
export async function sendForm(
  address: string,
  key: string,
  { choice = '4', band = 'Y5', words = '' }: { choice?: string; band?: string; words?: string } = {},
): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(formOf(key, anAnswer(choice, band, words))),
    redirect: 'manual',
  });
  return answer.headers.get('location')?.split('?')[1] ?? String(answer.status);
}

export async function closeSurvey(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await page.locator('button[value=close]').click();
  await page.waitForURL(/\?done=closed/);
}

/** What organisers do before a seminar: make it and write its project, through the pages. */
import type { Page } from 'playwright-core';
import { visit } from './fixtures.ts';

/** Makes a draft of the officer's first centre; returns its page's path. */
export async function makeSeminar(page: Page, change: { titleTh?: string } = {}): Promise<string> {
  await visit(page, '/office/seminars/new');
  await page.locator('[name=titleTh]').fill(change.titleTh ?? 'สัมมนาศูนย์ปฏิบัติการต่อต้านการทุจริต ปี 2570');
  await page.locator('[name=startsOn]').fill('2027-06-17');
  await page.locator('[name=endsOn]').fill('2027-06-18');
  await page.locator('[name=venueTh]').fill('โรงแรมริมน้ำ กรุงเทพมหานคร');
  await page.locator('[name=seats]').fill('210');
  await page.locator('main form button.main').click();
  await page.waitForURL(/\/office\/seminars\/[0-9a-f-]{36}\?done=saved/);
  return new URL(page.url()).pathname;
}

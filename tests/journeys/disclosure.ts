/** What officers do with disclosure: answer an item, give it a link, look at its links, publish a paper, hand in. */
import type { Page } from 'playwright-core';
import { fillDate } from './fill-date.ts';
import { visit } from './fixtures.ts';

const said = (page: Page, done: string) =>
  page.waitForURL((url) => url.searchParams.get('done') === done, { timeout: 15_000 });

/** Fills the whole answer of an item and saves it; `item` is the page's path. */
export async function answerItem(page: Page, item: string): Promise<void> {
  await visit(page, item);
  for (const box of await page.locator('[name=ticked]').all()) await box.check();
  await fillDate(page, 'asOf', '2026-10-01');
  await page.locator('[name=owner]').fill('กลุ่มงานจริยธรรม');
  await page.locator('[name=selfScore]').fill('๙๐');
  await page.locator('section[aria-labelledby=answer] button.main').click();
  await said(page, 'saved');
}

export async function addEvidence(page: Page, item: string, url: string): Promise<void> {
  await visit(page, item);
  await page.locator('[name=url]').fill(url);
  await page.locator('section[aria-labelledby=evidence] button.main').click();
  await said(page, 'linked');
}

/** Makes the item's paper of the year and period that are offered first, and publishes it. */
export async function publishPaper(page: Page, item: string): Promise<void> {
  await visit(page, item);
  await page.locator('section[aria-labelledby=making] button.act').click();
  await said(page, 'published');
}

export async function takeAnswerStep(page: Page, item: string, step: string, words?: string): Promise<void> {
  await visit(page, item);
  const form = page.locator('form', { has: page.locator(`button[name=step][value=${step}]`) });
  if (words !== undefined) await form.locator('[name=words]').fill(words);
  await form.locator(`button[name=step][value=${step}]`).click();
  await said(page, step);
}

/** Something on every page: an answer with a link, a published paper, an answer handed in. */
export async function seedDisclosure(page: Page): Promise<void> {
  const path = '/office/disclosure/MOI/2569';
  await answerItem(page, `${path}/O18`);
  await publishPaper(page, `${path}/O18`);
  await answerItem(page, `${path}/O15`);
  await addEvidence(page, `${path}/O15`, 'https://moi.example/ethics');
  await takeAnswerStep(page, `${path}/O15`, 'ready');
}

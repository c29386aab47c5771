/** What officers do before and with a case: a network of a ministry and a province with keys, reading, working a case on. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import {
  enrolKeys,
  grantToAll,
  type Instance,
  inviteOfficer,
  makeCentreKey,
  newOfficer,
  type OfficerPage,
  visit,
} from './fixtures.ts';

/** Somchai of the ministry, who administers and heads; his pages are in Thai, and his centre has a key. */
export async function openMinistry(browser: Browser, instance: Instance): Promise<OfficerPage> {
  const ministry = await newOfficer(browser, instance.firstLink, {
    nameTh: 'นายสมชาย ตั้งตรง',
    email: 'somchai@moi.example',
    alsoRoles: ['head'],
    locale: 'th',
  });
  await enrolKeys(ministry);
  await makeCentreKey(ministry);
  return ministry;
}

export type Colleague = {
  readonly unitCode: string;
  readonly nameTh: string;
  readonly email: string;
  readonly roles: readonly string[];
};

/** Joins through an invitation of the ministry and makes her own keys. */
export async function joinAs(
  browser: Browser,
  ministry: OfficerPage,
  colleague: Colleague,
): Promise<OfficerPage> {
  const link = await inviteOfficer(ministry, colleague);
  const officer = await newOfficer(browser, link, { nameTh: colleague.nameTh, locale: 'th' });
  await enrolKeys(officer);
  return officer;
}

/** A province's head, who makes its key, and its case officer, who is granted it. */
export async function openProvince(
  browser: Browser,
  ministry: OfficerPage,
  unitCode = 'TH-50',
): Promise<{ readonly head: OfficerPage; readonly officer: OfficerPage }> {
  const head = await joinAs(browser, ministry, {
    unitCode,
    nameTh: 'นางพิมพ์ใจ ศรีสุข',
    email: 'pimjai@province.example',
    roles: ['head'],
  });
  await makeCentreKey(head);
  const officer = await joinAs(browser, ministry, {
    unitCode,
    nameTh: 'นายอนุชา รักดี',
    email: 'anucha@province.example',
    roles: ['case-officer'],
  });
  await grantToAll(head);
  return { head, officer };
}

/** Opens a case from the queue by its number's title and waits until the story is unsealed. */
export async function openFromQueue({ page }: OfficerPage, title: string): Promise<void> {
  await visit(page, '/office/work');
  await page.locator('.queue .case-link', { hasText: title }).first().click();
  await page.locator('.story').waitFor();
}

export const stageTag = (page: Page, name: string) => page.locator('.case-head .tag', { hasText: name });

/** Writes to the reporter; `asks` waits for her answer. */
export async function reply(page: Page, words: string, asks = false): Promise<void> {
  await page.locator('#reply').fill(words);
  if (asks) await page.locator('form.reply .choice input').check();
  await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
  await page.locator('.messages .officer', { hasText: words }).waitFor();
}

/** A step of the case that needs its reason. */
export async function moveWithReason(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.locator('.asking textarea').fill(reason);
  await page.locator('.asking button[type=submit]').click();
  await page.locator('.messages', { hasText: reason }).waitFor();
}

export async function proposeClosing(page: Page, outcome: string, reasons: string): Promise<void> {
  await page.locator('summary', { hasText: 'เสนอปิดเรื่อง' }).click();
  await page.locator('#outcome').selectOption(outcome);
  await page.locator('#reasons').fill(reasons);
  await page.getByRole('button', { name: 'เสนอปิด', exact: true }).click();
  await page.locator('.pending').waitFor();
}

/** Saves the only file of the case and returns its bytes as they were sealed. */
export async function downloadFile(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ดาวน์โหลด' }).first().click();
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

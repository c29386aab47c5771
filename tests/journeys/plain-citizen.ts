/** A citizen whose browser runs no script: plain forms, one long page. */
import type { Browser, Page } from 'playwright-core';
import { type Answers, type Citizen, newCitizen } from './citizen.ts';
import type { Instance } from './fixtures.ts';

/** In place of a search there is a list: the centre is chosen by its code. */
export type PlainAnswers = Omit<Answers, 'centre'> & { readonly centre?: string };

export const newPlainCitizen = (browser: Browser): Promise<Citizen> =>
  newCitizen(browser, { javaScriptEnabled: false });

const choices = ['insider', 'topic'] as const;
const lines = ['about', 'place', 'happened', 'when', 'source', 'damage', 'wish'] as const;

/** Fills what is given and leaves the rest as it stands. */
export async function fillPlainForm(page: Page, answers: PlainAnswers): Promise<void> {
  if (answers.centre !== undefined) await page.locator('#centre').selectOption(answers.centre);
  for (const name of choices)
    if (answers[name]) await page.locator(`[name=${name}][value=${answers[name]}]`).check();
  for (const name of lines)
    if (answers[name] !== undefined) await page.locator(`#${name}`).fill(answers[name]);
  if (answers.name !== undefined) {
    await page.locator('[name=identity][value=confidential]').check();
    await page.locator('#name').fill(answers.name);
    await page.locator('#contact').fill(answers.contact ?? '');
  }
  if (answers.files) await page.locator('#files').setInputFiles([...answers.files]);
}

export async function openWithReceipt(page: Page, instance: Instance, receipt: string): Promise<void> {
  await page.goto(`${instance.url}/follow`);
  await page.locator('#typed-receipt').fill(receipt);
  await page.locator('#follow-form button').click();
  await page.locator('article.case').waitFor();
}

export async function sayPlainly(page: Page, words: string): Promise<void> {
  await page.locator('#message-text').fill(words);
  await page.locator('form:has(#message-text) button[type=submit]').click();
  await page.locator('.note.good').waitFor();
}

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';
/** As somebody types who has Thai digits on her keyboard. */
export const inThaiDigits = (text: string) => text.replaceAll(/\d/g, (digit) => thaiDigits[Number(digit)]!);

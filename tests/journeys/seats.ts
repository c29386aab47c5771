/** Seats through the pages: quotas, the form, names, and the way to a participant's own page. */
import type { Page } from 'playwright-core';
import { visit } from './fixtures.ts';

/** Gives every centre of a kind the same number, and saves. `seminar` is the path of its page. */
export async function fillQuotas(page: Page, seminar: string, seats: number, of: string): Promise<void> {
  await visit(page, `${seminar}/quotas`);
  const tools = page.locator('.quota-tools fieldset');
  await tools.locator('input').fill(String(seats));
  await tools.locator('select').last().selectOption(of);
  await tools.locator('button').click();
  await page.locator('.quota-save button').click();
  await page.locator('.note.good').waitFor();
}

/** Publishes the usual questions as they stand. */
export async function publishForm(page: Page, seminar: string): Promise<void> {
  await visit(page, `${seminar}/seats/form`);
  await page.locator('.quota-save button.main').click();
  await page.locator('.note.good').waitFor();
}

/** Names somebody without an account for the officer's first centre. */
export async function nameSomebody(
  page: Page,
  seminar: string,
  nameTh: string,
  email: string,
): Promise<void> {
  await visit(page, seminar.replace('/office/seminars/', '/office/nominations/'));
  const form = page.locator('section[aria-labelledby=other] form');
  await form.locator('[name=nameTh]').fill(nameTh);
  await form.locator('[name=email]').fill(email);
  await form.locator('button.main').click();
  await page.locator('.note.good').waitFor();
}

/** Address of the participant's own page, as the organiser sees it in the register. */
export async function seatAddress(page: Page, seminar: string, nameTh: string): Promise<string> {
  await visit(page, `${seminar}/register?q=${encodeURIComponent(nameTh)}`);
  await page.locator('.register-table a', { hasText: nameTh }).click();
  return (await page.locator('main a[href*="/seat/"]').getAttribute('href'))!;
}

/** Quotas, a form and one person who has a seat; addresses of her own pages, which no list links to. */
export async function seatSomebody(page: Page, seminar: string): Promise<readonly string[]> {
  await fillQuotas(page, seminar, 2, 'province');
  await publishForm(page, seminar);
  await nameSomebody(page, seminar, 'สมศรี รักงาน', 'somsri@moi.example');
  const own = await seatAddress(page, seminar, 'สมศรี รักงาน');
  return [own, `${own}/form`, `/en${own}`, `/en${own}/form`];
}

/** What officers do about ethics through the pages: report a gift, declare a conflict, sign the announcement. */
import type { Page } from 'playwright-core';
import { visit } from './fixtures.ts';

export type Given = {
  readonly item: string;
  readonly value: string;
  readonly photo?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
};

/** Fills in the form of a report, of today, from a contractor; the button is left to press. */
export async function fillGift(page: Page, { item, value, photo }: Given): Promise<void> {
  await visit(page, '/office/gifts/new');
  if (photo) await page.locator('[name=picture]').setInputFiles(photo);
  await page.locator('[name=item]').fill(item);
  await page.locator('[name=valueBaht]').fill(value);
  await page.locator('[name=giver]').fill('หจก. สะพานเหล็ก');
  await page.locator('[name=relation]').selectOption('PRIVATE-BODY');
  await page.locator('[name=occasion]').fill('ขอบคุณหลังส่งมอบงาน');
  await page.locator('[name=reason]').fill('ฝากไว้ที่ป้อมยามโดยไม่มีผู้รับ');
}

/** Returns the page's path. */
export async function reportGift(page: Page, given: Given): Promise<string> {
  await fillGift(page, given);
  await page.locator('main form button.act').click();
  await page.waitForURL(/\/office\/gifts\/[0-9a-f-]{36}\?done=/);
  return new URL(page.url()).pathname;
}

export async function declareConflict(page: Page): Promise<string> {
  await visit(page, '/office/conflicts/new');
  await page.locator('[name=about]').fill('จ้างซ่อมสะพานหนองหอย');
  await page.locator('[name=relation][value=KIN]').check();
  await page.locator('[name=interest][value=RELATIVE-BIDS]').check();
  await page.locator('[name=detail]').fill('น้องชายเป็นกรรมการของผู้เสนอราคา');
  await page.locator('main form button.act').click();
  await page.waitForURL(/\/office\/conflicts\/[0-9a-f-]{36}\?done=/);
  return new URL(page.url()).pathname;
}

export async function signNoGift(page: Page): Promise<void> {
  await visit(page, '/office/no-gift');
  await page.locator('main form button.act').first().click();
  await page.waitForURL(/\?done=sign/);
}

/** Begins this year's pledge and chooses the first option, which may be wrong, then goes on until it is given. */
export async function givePledge(page: Page): Promise<void> {
  await visit(page, '/office/pledge');
  await page.locator('main form button.act').click();
  await page.locator('.situation').waitFor();
  await answerAll(page);
  await page.locator('.pledge-words').waitFor();
  await page.locator('main form button.act').click();
  await page.locator('#pledged').waitFor();
}

/** Tries the options of each situation in turn until every one is answered rightly. */
async function answerAll(page: Page): Promise<void> {
  while ((await page.locator('.situation').count()) > 0) {
    const situation = await page.locator('#situation').innerText();
    for (let at = 0; at < 3; at++) {
      await answerWith(page, at);
      const left = page.locator('#situation');
      if ((await left.count()) === 0 || (await left.innerText()) !== situation) break;
    }
  }
}

/** Chooses one option and waits until the page has said what comes of it. */
export async function answerWith(page: Page, at: number): Promise<void> {
  const before = await page.locator('.situation [name=id]').inputValue();
  await page.locator('.situation [name=position]').nth(at).check();
  await page.locator('.situation button.act').click();
  await page.waitForFunction((id) => {
    const field = document.querySelector<HTMLInputElement>('.situation [name=id]');
    return field === null || field.value !== id;
  }, before);
}

/** Begins the centre's self-assessment, scores every activity fully with evidence, and hands it in. Returns the page's path. */
export async function assessMorals(page: Page): Promise<string> {
  await visit(page, '/office/moral');
  await page.locator('main form button.act').first().click();
  await page.waitForURL(/\/office\/moral\/[0-9a-f-]{36}/);
  await page.locator('.moral-activity').first().waitFor();
  await handInMorals(page);
  return new URL(page.url()).pathname;
}

export async function handInMorals(page: Page): Promise<void> {
  for (const activity of await page.locator('.moral-activity').all()) {
    await activity.locator('input[type=radio][value="2"]').check();
    await activity.locator('textarea').fill('ภาพกิจกรรมและรายงานการประชุม');
  }
  // Its evidence too, as a file: the same one is kept once however often it is handed in.
  await page.locator('[name=files1]').setInputFiles({
    name: 'รายงานการประชุม.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 รายงานการประชุม'),
  });
  await page.locator('main form button.act').click();
  await page.waitForURL(/done=submitted/);
}

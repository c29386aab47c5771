/** What a citizen does in her browser: answers the form a question a screen, keeps the receipt, comes back with it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Instance } from './fixtures.ts';

export type Citizen = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults of script and refused requests, as the browser's console tells them. */
  readonly problems: string[];
};

/** A telephone of her own, without a cookie. */
export async function newCitizen(browser: Browser, options: BrowserContextOptions = {}): Promise<Citizen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, context, problems };
}

export type PickedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Answers to the form; what is left out is passed over. */
export type Answers = {
  readonly about?: string;
  /** What is typed into the search for a centre, and a part of the name that is then picked. */
  readonly centre?: { readonly search: string; readonly pick: string };
  readonly place?: string;
  readonly insider?: 'no' | 'staff' | 'head' | 'unsure';
  readonly topic?: string;
  readonly happened?: string;
  readonly when?: string;
  readonly source?: string;
  readonly damage?: string;
  readonly wish?: string;
  readonly name?: string;
  readonly contact?: string;
  readonly files?: readonly PickedFile[];
};

/** A report as people write them: for journeys that are about something else. */
export const bridge: Answers = {
  about: 'นายช่างโยธา เทศบาลตำบลหนองหอย และผู้รับจ้างทำสะพาน',
  centre: { search: 'เชียงใหม่', pick: 'เชียงใหม่' },
  place: 'สะพานข้ามลำเหมือง ถนนสายหนองหอย–ดอนแก้ว',
  topic: 'PROCUREMENT',
  happened: 'ผู้รับจ้างเล่าว่านายช่างเรียกเงินร้อยละสิบก่อนตรวจรับงาน กรรมการลงชื่อรับงานทั้งที่พื้นสะพานยังเทปูนไม่ครบ',
  when: 'ต้นเดือนตุลาคม 2569',
  source: 'เห็นสะพานด้วยตนเอง และมีรูปถ่าย',
  damage: 'ราว 250,000 บาท',
  wish: 'ขอให้ตรวจสัญญาและการตรวจรับงาน',
};

/** The question on the screen now. */
export const stepNow = (page: Page) => page.locator('[data-step][data-now]').getAttribute('data-step');

export async function openForm(page: Page, instance: Instance, path = '/report'): Promise<void> {
  await page.goto(instance.url + path);
  await page.locator('#report-form[data-ready]').waitFor();
}

export async function next(page: Page): Promise<void> {
  const before = await stepNow(page);
  await page.locator('[data-do=next]').click();
  await page.locator(`[data-step="${before}"]:not([data-now])`).waitFor({ state: 'attached' });
}

/** Answers the question that is on the screen. */
export async function answerStep(page: Page, answers: Answers): Promise<void> {
  const step = (await stepNow(page)) ?? '';
  if (step === 'centre') {
    if (answers.centre) await pickCentre(page, answers.centre);
    if (answers.place) await page.locator('#place').fill(answers.place);
  } else if (step === 'insider' || step === 'topic') {
    if (answers[step]) await page.locator(`[name=${step}][value=${answers[step]}]`).check();
  } else if (step === 'identity' && answers.name !== undefined) {
    await page.locator('[name=identity][value=confidential]').check();
    await page.locator('#name').fill(answers.name);
    await page.locator('#contact').fill(answers.contact ?? '');
  } else if (step === 'files') {
    if (answers.files) await page.locator('#files').setInputFiles([...answers.files]);
  } else {
    const words = answers[step as 'about'];
    if (words !== undefined) await page.locator(`#${step}`).fill(words);
  }
}

export async function pickCentre(page: Page, { search, pick }: { search: string; pick: string }) {
  await page.locator('#centre-search').fill(search);
  await page.locator('#picks li', { hasText: pick }).first().click();
}

/** Answers every question from the one shown to the last, and stands before the button that sends. */
export async function answerAll(page: Page, answers: Answers): Promise<void> {
  while ((await stepNow(page)) !== 'send') {
    await answerStep(page, answers);
    await next(page);
  }
}

export type KeptReceipt = { readonly number: string; readonly digits: string; readonly words: string };

export async function sendReport(page: Page): Promise<KeptReceipt> {
  await page.locator('#send').click();
  return readReceipt(page);
}

/** The receipt as its holder copies it from the screen. */
export async function readReceipt(page: Page): Promise<KeptReceipt> {
  await page.locator('.receipt').waitFor({ timeout: 60_000 });
  const words = await page.locator('[data-slot=words-th] li').allInnerTexts();
  return {
    number: (await page.locator('[data-slot=number]').innerText()).trim(),
    digits: (await page.locator('[data-slot=digits]').innerText()).replaceAll(/\s+/g, ' ').trim(),
    words: words.map((word) => word.trim()).join(' '),
  };
}

/** Comes back with the receipt in whatever form, with script. */
export async function comeBack(page: Page, instance: Instance, receipt: string): Promise<void> {
  await page.goto(`${instance.url}/follow`);
  // The island takes the form over when it has read this far; before that the server would answer.
  await page.waitForLoadState('networkidle');
  await page.locator('#typed-receipt').fill(receipt);
  await page.locator('#follow-form button').click();
  await page.locator('article.case').waitFor({ timeout: 60_000 });
}

/** Adds a message to an opened case, with script. */
export async function say(page: Page, words: string): Promise<void> {
  await page.locator('#message-text').fill(words);
  await page.locator('form:has(#message-text) button[type=submit]').click();
  await page.locator('.message.ours', { hasText: words }).waitFor({ timeout: 60_000 });
}

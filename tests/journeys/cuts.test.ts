/** Bad days: the connection breaks, the clock is wrong, tabs are doubled, files and words are odd, a centre closes, a session ends. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerAll,
  bridge,
  comeBack,
  newCitizen,
  next,
  openForm,
  readReceipt,
  sendReport,
  stepNow,
} from './citizen.ts';
import {
  hasBrowser,
  type Instance,
  live,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { openDatabase } from './instance-data.ts';
import { openFromQueue, openMinistry, openProvince } from './officer.ts';

const dayMs = 24 * 3_600_000;

describe.skipIf(!hasBrowser)('bad days', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let officer: OfficerPage;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ({ officer } = await openProvince(browser, await openMinistry(browser, instance)));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  async function countReports(): Promise<number> {
    const db = await openDatabase(instance);
    const { rows } = await db.query<{ count: string }>('select count(*) from cases."case"');
    await db.end();
    return Number(rows[0]!.count);
  }

  /** Lets the request through to the server and loses the answer, so many times. */
  async function loseAnswers(page: Page, pattern: string, times: number): Promise<void> {
    let left = times;
    await page.route(pattern, async (route) => {
      if (left-- <= 0) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
  }

  test('an answer that is lost on the way is asked for again: one report, one receipt', async () => {
    const before = await countReports();
    const { page, context } = await newCitizen(browser);
    await loseAnswers(page, '**/public/reports', 2);
    await openForm(page, instance);
    await answerAll(page, bridge);
    const receipt = await sendReport(page);
    expect(await countReports()).toBe(before + 1);
    await comeBack(page, instance, receipt.digits);
    await context.close();
  });

  test('a connection that stays cut says so and keeps every word; a reload and the draft in it send one report', async () => {
    const before = await countReports();
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    await page.locator('#keep-draft').check();
    await answerAll(page, bridge);
    await page.locator('#routing .print').waitFor();
    await loseAnswers(page, '**/public/reports', 4);
    await page.locator('#send').click();
    await page.locator('#refusal', { hasText: 'กดซ้ำนับเป็นเรื่องเดียว' }).waitFor({ timeout: 60_000 });
    await page.unroute('**/public/reports');
    await page.reload();
    await page.locator('#report-form[data-ready]').waitFor();
    expect(await stepNow(page)).toBe('send');
    await page.locator('#review dd', { hasText: 'พื้นสะพานยังเทปูนไม่ครบ' }).waitFor();
    await sendReport(page);
    expect(await countReports()).toBe(before + 1);
    await context.close();
  });

  test('two tabs with one draft send one report, and both show the same receipt', async () => {
    const before = await countReports();
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    await page.locator('#keep-draft').check();
    await answerAll(page, bridge);
    // As "duplicate tab" does: another tab that begins with a copy of the first one's session storage.
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    const twin = await context.newPage();
    await twin.addInitScript((stored) => {
      for (const [name, value] of Object.entries(JSON.parse(stored)))
        sessionStorage.setItem(name, String(value));
    }, kept);
    await openForm(twin, instance);
    const [first, second] = await Promise.all([sendReport(page), sendReport(twin)]);
    expect(second).toEqual(first);
    expect(await countReports()).toBe(before + 1);
    await context.close();
  });

  test.each([-365, 365])(
    'a clock that is wrong by %i days neither stops the report nor the way back',
    async (days) => {
      const { page, context } = await newCitizen(browser);
      await page.clock.install({ time: Date.now() + days * dayMs });
      await page.clock.resume();
      await openForm(page, instance);
      await answerAll(page, bridge);
      const receipt = await sendReport(page);
      await page.locator('[data-slot=proof-says].good').waitFor();
      await comeBack(page, instance, receipt.words);
      await context.close();
    },
  );

  test('an empty file and one of 11 MB are refused by name, and the others stay', async () => {
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    while ((await stepNow(page)) !== 'files') {
      if ((await stepNow(page)) === 'topic') await page.locator('[name=topic]').first().check();
      if ((await stepNow(page)) === 'happened') await page.locator('#happened').fill('เรื่อง');
      await next(page);
    }
    const file = (name: string, size: number) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(size, 1),
    });
    await page
      .locator('#files')
      .setInputFiles([file('ว่าง.pdf', 0), file('ใหญ่.pdf', 11 * 1024 * 1024), file('พอดี.pdf', 2048)]);
    const problem = page.locator('#files-problem');
    await problem.filter({ hasText: 'ว่าง.pdf' }).waitFor();
    await problem.filter({ hasText: 'ใหญ่.pdf' }).waitFor();
    expect(await page.locator('#file-list li').allInnerTexts()).toEqual([expect.stringContaining('พอดี.pdf')]);
    await context.close();
  });

  test('a receipt that is nobody’s is told apart from one mistyped, and from one that is somebody’s only by opening it', async () => {
    const { page, context } = await newCitizen(browser);
    const answers: { size: number; keys: string[] }[] = [];
    page.on('response', async (answer) => {
      if (!answer.url().endsWith('/public/follow/look-up')) return;
      const body = await answer.text();
      answers.push({ size: body.length, keys: Object.keys(JSON.parse(body)) });
    });
    await openForm(page, instance);
    await answerAll(page, bridge);
    const receipt = await sendReport(page);
    await comeBack(page, instance, receipt.digits);
    await page.goto(`${instance.url}/follow`, { waitUntil: 'networkidle' });
    await page
      .locator('#typed-receipt')
      .fill(`${receipt.digits.slice(0, -1)}${(Number(receipt.digits.at(-1)) + 1) % 10}`);
    await page.locator('#follow-form button').click();
    await page.locator('#follow-problem', { hasText: /./ }).waitFor();
    const mistyped = await page.locator('#follow-problem').innerText();
    const lookedUp = answers.length;
    const { newReceipt, toDigits } = await import('#platform/sealing/receipt.ts');
    await page.locator('#typed-receipt').fill(toDigits(newReceipt()));
    await page.locator('#follow-form button').click();
    await page.locator('#follow-problem', { hasText: 'ไม่พบเรื่องของรหัสนี้' }).waitFor({ timeout: 60_000 });
    expect(mistyped).not.toContain('ไม่พบเรื่อง');
    await expect.poll(() => answers.length).toBe(lookedUp + 1);
    expect(answers.at(-1)).toEqual(answers[0]);
    await context.close();
  });

  test('a centre that closes between the form and the sending is named, and the words are kept', async () => {
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    await answerAll(page, bridge);
    await page.locator('#routing .print').waitFor();
    const db = await openDatabase(instance);
    const close = (on: string) => db.query(`update network.unit set valid_to = ${on} where code = 'TH-50'`);
    try {
      await close('current_date - 1');
      await page.locator('#send').click();
      await page.locator('#refusal:not([hidden])').waitFor({ timeout: 60_000 });
      await page.locator('#review dd', { hasText: 'พื้นสะพานยังเทปูนไม่ครบ' }).waitFor();
      await close('null');
      await page.locator('#send').click();
      await readReceipt(page);
    } finally {
      await close('null');
      await db.end();
    }
    await context.close();
  });

  test('an officer whose session ends in mid-reply signs in again by passkey and finds what she typed', async () => {
    const { page, context } = officer;
    await openFromQueue(officer, 'นายช่างโยธา');
    const path = new URL(page.url()).pathname;
    await page.locator('#reply').fill('กำลังพิมพ์คำตอบที่ยาวพอสมควร');
    await page.waitForTimeout(700);
    await context.clearCookies({ name: 'prongsai_session' });
    await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
    await page.locator('.problem', { hasText: 'ท่านออกจากระบบแล้ว' }).waitFor();
    await page.getByRole('link', { name: 'เข้าสู่ระบบอีกครั้ง' }).click();
    await page.waitForURL('**/office/sign-in**');
    await live(page);
    await page.locator('.button.main').first().click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await visit(page, path);
    await page.locator('#reply', { hasText: 'กำลังพิมพ์คำตอบที่ยาวพอสมควร' }).waitFor();
    await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
    await page.locator('.messages .officer', { hasText: 'กำลังพิมพ์คำตอบที่ยาวพอสมควร' }).waitFor();
  });
});

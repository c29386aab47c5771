/** Reporting and coming back in a browser that runs no script, and what the officer is told about such a report. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridge, type Citizen, type KeptReceipt, readReceipt } from './citizen.ts';
import {
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { openFromQueue, openMinistry, openProvince, reply } from './officer.ts';
import {
  fillPlainForm,
  inThaiDigits,
  newPlainCitizen,
  openWithReceipt,
  type PlainAnswers,
  sayPlainly,
} from './plain-citizen.ts';

const answers: PlainAnswers = { ...bridge, centre: 'TH-50' };
const minutes = 'บันทึกตรวจรับ.txt';

describe.skipIf(!hasBrowser)('without script', { timeout: 120_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let citizen: Citizen;
  let officer: OfficerPage;
  let receipt: KeptReceipt;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ({ officer } = await openProvince(browser, await openMinistry(browser, instance)));
    citizen = await newPlainCitizen(browser);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('the form says plainly what changes, and keeps what was typed when an answer is missing', async () => {
    const { page } = citizen;
    await page.goto(`${instance.url}/report`);
    await page.locator('.note.warn', { hasText: 'JavaScript ปิดอยู่' }).waitFor();
    await fillPlainForm(page, { ...answers, topic: undefined, name: '' } as PlainAnswers);
    await page.locator('#send').click();
    await page.locator('#topic-problem:not([hidden])').waitFor();
    await page.locator('#name-problem:not([hidden])').waitFor();
    for (const field of ['about', 'place', 'happened', 'when', 'source', 'damage', 'wish'] as const)
      expect(await page.locator(`#${field}`).inputValue(), field).toBe(answers[field]);
    expect(await page.locator('#centre').inputValue()).toBe('TH-50');
    expect(await page.locator('[name=identity][value=confidential]').isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('an empty file is refused by name; then it goes through and the receipt is there', async () => {
    const { page } = citizen;
    await fillPlainForm(page, {
      topic: 'PROCUREMENT',
      name: 'นางคำแปง ใจดี',
      contact: '081 000 0000',
      files: [{ name: 'ว่าง.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }],
    });
    await page.locator('#send').click();
    await page.locator('#files-problem', { hasText: 'ว่าง.pdf' }).waitFor();
    // From the disk, as people send files: a browser that sends the form again reads it again.
    const path = join(instance.dataDir, minutes);
    writeFileSync(path, 'ลงชื่อสามคน');
    await page.locator('#files').setInputFiles(path);
    await page.locator('#send').click();
    receipt = await readReceipt(page);
    await page.locator('.note.warn', { hasText: 'เครื่องของเราผนึกให้' }).waitFor();
    expect(receipt.digits).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(receipt.words.split(' ')).toHaveLength(7);
    expect((await page.locator('.qr path').getAttribute('d'))?.length).toBeGreaterThan(100);
  });

  test('sending the same page again gives the same receipt and no second report', async () => {
    const { page } = citizen;
    await page.reload();
    expect(await readReceipt(page)).toEqual(receipt);
  });

  test('the receipt typed back wrongly is refused kindly; rightly, it opens the case', async () => {
    const { page } = citizen;
    await page.locator('#typed').fill(receipt.digits.slice(0, -4));
    await page.locator('[data-slot=type-back] [type=submit]').click();
    await page.locator('#follow-problem', { hasText: /./ }).waitFor();
    expect(await page.locator('#typed-receipt').inputValue()).toBe(receipt.digits.slice(0, -4));
    await page.locator('#typed-receipt').fill(receipt.words);
    await page.locator('#follow-form button').click();
    await page.locator('article.case').waitFor();
  });

  test('she comes back by Thai digits with spaces as they come, and adds a message', async () => {
    const { page } = citizen;
    const typed = `  ${inThaiDigits(receipt.digits).replace(' ', '   ').replace(' ', '\u00a0')} `;
    await openWithReceipt(page, instance, typed);
    await page.locator('.message.ours', { hasText: 'พื้นสะพานยังเทปูนไม่ครบ' }).waitFor();
    await sayPlainly(page, 'วันนี้มีรถมาเทปูนเพิ่มแล้ว');
    await page.locator('.message.ours', { hasText: 'มีรถมาเทปูนเพิ่ม' }).waitFor();
  });

  test('the officer is warned that the server sealed it, reads it, opens the file and answers', async () => {
    const { page } = officer;
    await visit(page, '/office/work');
    await page.locator('.queue tbody tr', { hasText: 'ปิดผนึกที่เครื่องแม่ข่าย' }).waitFor();
    expect(await page.locator('.queue tbody tr').count()).toBe(1);
    await openFromQueue(officer, 'นายช่างโยธา');
    await page.locator('.note.warn', { hasText: 'ระบบปิดผนึกให้เมื่อมาถึง' }).waitFor();
    await page.locator('.story', { hasText: 'นางคำแปง ใจดี' }).waitFor();
    await page.getByRole('button', { name: 'เปิดดู' }).click();
    await page.locator('pre.file-view', { hasText: 'ลงชื่อสามคน' }).waitFor();
    await page.locator('.messages .reporter', { hasText: 'มีรถมาเทปูนเพิ่ม' }).waitFor();
    expect(await page.locator('.note.bad').count()).toBe(0);
    await reply(page, 'ขอบคุณ เจ้าหน้าที่จะไปดูหน้างานวันจันทร์');
  });

  test('she reads the answer, and her file comes back to her as she sent it', async () => {
    const { page } = citizen;
    await openWithReceipt(page, instance, receipt.words);
    await page.locator('.message.theirs', { hasText: 'ไปดูหน้างานวันจันทร์' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.locator('form[action$="/follow/file"] button').click();
    expect((await saving).suggestedFilename()).toBe(minutes);
    // A form that is refused answers 400, which the console calls an error; nothing else may stand there.
    expect(citizen.problems.filter((problem) => !problem.includes('400 (Bad Request)'))).toEqual([]);
  });
});

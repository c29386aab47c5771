/** A participant answers two pages of a test on one telephone, which dies; on another she goes on, hands in and sees her score. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#features/network/network.ts';
import { barriers } from './accessibility.ts';
import { newCitizen } from './citizen.ts';
import {
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { type HeldSeminar, holdSeminar } from './held-seminar.ts';
import { joinAs, openMinistry } from './officer.ts';
import { importBank, releaseTest } from './seeded-tests.ts';

describe.skipIf(!hasBrowser)('a test of a seminar', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let officer: OfficerPage;
  let seminar: HeldSeminar;
  let address: string;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    officer = await joinAs(browser, await openMinistry(browser, instance), {
      unitCode: 'MOI',
      nameTh: 'นางสาวกมลชนก สุขใจ',
      email: 'kamol@moi.example',
      roles,
    });
    seminar = await holdSeminar(instance);
  }, 180_000);
  afterAll(async () => {
    await seminar?.database.end();
    await browser?.close();
    await instance?.stop();
  });

  test('the organiser imports a bank, sets the blueprint and releases both tests', async () => {
    await importBank(officer.page);
    for (const phase of ['pre', 'post'] as const)
      await releaseTest(officer.page, { seminarId: seminar.id, today: seminar.today, phase });
    const seat = await seminar.addSeat('คำแพง ใจงาม');
    const { rows } = await seminar.database.query(
      "select id from seminars.test where seminar_id = $1 and phase = 'post'",
      [seminar.id],
    );
    address = `${instance.url}${seminar.seatPath(seat)}/tests/${rows[0].id}`;
  });

  test('two pages are answered; the telephone dies; another goes on, without script or account', async () => {
    const first = await newCitizen(browser, { javaScriptEnabled: false });
    await first.page.goto(address);
    await first.page.getByRole('button', { name: 'เริ่มทำ' }).click();
    await answerPage(first.page);
    // On the second page one answer is given and saved; what is typed after that dies with the telephone.
    await first.page.locator('fieldset.test-question').first().waitFor();
    await answerPage(first.page);
    await first.page.getByRole('link', { name: 'กลับหน้าก่อน' }).click();
    await first.context.close();

    const second = await newCitizen(browser, { javaScriptEnabled: false });
    await second.page.goto(address);
    // Everything was saved: she is asked to look it over and hand in, and her answers are still there.
    await second.page.getByText('ท่านตอบครบทุกข้อแล้ว').waitFor();
    await second.page.goto(`${address}?page=1`);
    expect(
      await second.page.locator('input:checked, option:checked:not([value=""])').count(),
    ).toBeGreaterThan(0);
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await second.page.goto(address);
    await second.page.getByRole('button', { name: 'ส่งคำตอบ' }).click();
    await second.page.locator('.test-score').waitFor();
    expect(await second.page.locator('.test-score').innerText()).toMatch(/ร้อยละ \d/);
    expect(await second.page.getByText('คำตอบที่ถูก').count()).toBe(0);
    await second.page.reload();
    await second.page.locator('.test-score').waitFor();
    await second.context.close();
  });

  test('its pages have no barrier, in both languages', async () => {
    const { page } = await newCitizen(browser);
    const other = await seminar.addSeat('บุญมี ยอดเมือง');
    const path = `${seminar.seatPath(other)}/tests/${address.split('/tests/')[1]}`;
    const found: string[] = [];
    const look = async () => found.push(...(await barriers(page)));
    await page.goto(`${instance.url}/en${path}`);
    await look();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.test-question').first().waitFor();
    await look();
    await page.goto(`${instance.url}${path}?page=3`);
    await look();
    await page.goto(address);
    await look();
    expect(found).toEqual([]);
  });

  test('the organiser sees who has handed in, and closes; then what was right is shown', async () => {
    const { page } = officer;
    await visit(page, `/office/seminars/${seminar.id}/tests`);
    const card = page.locator('section[aria-labelledby=post]');
    expect(await card.locator('.progress-figure').allInnerTexts()).toEqual(['2 จาก 2', '1 จาก 2']);
    await card.locator('button[value=close]').click();
    await page.locator('.note.good').waitFor();
    await visit(page, `/office/seminars/${seminar.id}/tests/results`);
    await page.getByText('คุณภาพข้อสอบ').first().waitFor();
    const citizen = await newCitizen(browser, { javaScriptEnabled: false });
    await citizen.page.goto(address);
    expect(await citizen.page.getByText('คำตอบที่ถูก').count()).toBe(6);
  });
});

/** Something to every question of the page, then on. */
async function answerPage(page: Page): Promise<void> {
  for (const question of await page.locator('fieldset.test-question').all()) {
    const choice = question.locator('input[type=radio], input[type=checkbox]').first();
    if (await choice.count()) await choice.check();
    for (const [at, list] of (await question.locator('select').all()).entries())
      await list.selectOption({ index: at + 1 });
    const line = question.locator('input:not([type=radio]):not([type=checkbox])');
    if (await line.count()) await line.fill('๓๐ วัน');
  }
  await page.getByRole('button', { name: 'บันทึกและไปต่อ' }).click();
}

/** The longest story there may be, with emoji and signs that nobody sees, from a telephone to the officer's page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, newCitizen, next, openForm, sendReport, stepNow } from './citizen.ts';
import { hasBrowser, type Instance, type OfficerPage, openBrowser, startInstance } from './fixtures.ts';
import { openFromQueue, openMinistry } from './officer.ts';

const signs = 'น้ำ👩‍👩‍👧‍👦กำ\u200bลัง ';
const paragraph = `${signs.repeat(20)}\n`;
const story = `${paragraph.repeat(Math.floor(199_990 / paragraph.length))}จบเรื่อง`;

describe.skipIf(!hasBrowser)('a long story', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let officer: OfficerPage;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    officer = await openMinistry(browser, instance);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('invisible signs alone are no story; 200,000 letters arrive as they were written', async () => {
    expect(story.length).toBeGreaterThan(199_000);
    const { page, context, problems } = await newCitizen(browser);
    await openForm(page, instance);
    await page.locator('#about').fill('เรื่องยาวมาก');
    while ((await stepNow(page)) !== 'happened') {
      if ((await stepNow(page)) === 'topic') await page.locator('[name=topic]').first().check();
      await next(page);
    }
    await page.locator('#happened').fill('\u200b\u200d \ufeff');
    await page.locator('[data-do=next]').click();
    await page.locator('#happened-problem:not([hidden])').waitFor();
    // Put in at once, as pasting does: typing that much takes the browser minutes.
    await page.locator('#happened').evaluate((field: HTMLTextAreaElement, words) => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, story);
    await answerAll(page, {});
    await sendReport(page);
    expect(problems).toEqual([]);
    await context.close();

    await openFromQueue(officer, 'เรื่องยาวมาก');
    const read = await officer.page
      .locator('.story dd')
      .first()
      .evaluate((one) => one.textContent ?? '');
    expect(read.length).toBe(story.length);
    expect(read === story).toBe(true);
  });
});

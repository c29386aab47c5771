/** A citizen looks up what accepting money for a permit is called and what the penalty is, on a phone, without script. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, type Instance, openBrowser, startInstance } from './fixtures.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];

describe.skipIf(!hasBrowser)('what is it called, and what does it cost?', { timeout: 120_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let transferred = 0;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      locale: 'th-TH',
    });
    page = await context.newPage();
    page.on('response', async (answer) => {
      transferred += (await answer.request().sizes()).responseBodySize;
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  const picture = async (name: string) => {
    if (look) await page.screenshot({ path: `${look}/offences-${name}.png`, fullPage: true });
  };

  test('two answers lead to the name, the section and the penalty', async () => {
    await page.goto(`${instance.url}/offences`);
    await page.waitForLoadState('networkidle');
    expect(transferred).toBeGreaterThan(5_000);
    expect(transferred).toBeLessThan(60_000);
    await picture('who');
    await page.getByRole('link', { name: 'ข้าราชการ หรือเจ้าหน้าที่ของรัฐ' }).click();
    await picture('what');
    await page.getByRole('link', { name: /ขอหรือรับเงิน แลกกับการทำ/ }).click();
    await picture('found');
    await page.getByRole('link', { name: 'เจ้าพนักงานเรียกหรือรับสินบน', exact: true }).click();
    const words = await page.locator('main').innerText();
    expect(words).toContain('ประมวลกฎหมายอาญา มาตรา 149');
    expect(words).toContain('จำคุก 5 ปี ถึง 20 ปี หรือจำคุกตลอดชีวิต และปรับ 100,000 ถึง 400,000 บาท หรือประหารชีวิต');
    expect(words).toContain('ไม่ใช่คำปรึกษาทางกฎหมาย');
    await picture('page');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('main').innerText()).toContain('An official asks for or takes a bribe');
  });

  test('going back gives the question again, and the way leads on to a report', async () => {
    await page.goto(`${instance.url}/offences?who=official&what=ask-money`);
    await page.getByRole('link', { name: 'ย้อนกลับ' }).click();
    expect(page.url()).toBe(`${instance.url}/offences?who=official`);
    await page.goto(`${instance.url}/offences/CC-149`);
    await page.getByRole('link', { name: 'แจ้งเรื่องนี้' }).click();
    expect(new URL(page.url()).pathname).toBe('/report');
  });
});

/** A province files its self-assessment, the ministry returns it, then verifies with a correction and publishes; the public reads it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { assessMorals, handInMorals } from './ethics.ts';
import {
  hasBrowser,
  type Instance,
  inviteOfficer,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { takePhoto } from './photo.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

describe.skipIf(!hasBrowser)('moral organisations', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let head: OfficerPage;
  let path = '';
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const link = await inviteOfficer(ministry, {
      unitCode: 'TH-50',
      nameTh: 'นายบุญมี ยอดเมือง',
      email: 'boonmee@moi.example',
      roles: ['head'],
    });
    head = await newOfficer(browser, link, { nameTh: 'นายบุญมี ยอดเมือง', locale: 'th', width: 390 });
    for (const { page } of [ministry, head]) page.on('pageerror', (error) => problems.push(String(error)));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('a head scores nine activities on a telephone and hands them in', async () => {
    path = await assessMorals(head.page);
    expect(await head.page.locator('.moral-activity').count()).toBe(9);
    await head.page.locator('.evidence-files a', { hasText: 'รายงานการประชุม.pdf' }).waitFor();
    await lookAt(head.page, 'moral-submitted');
  });

  test('the ministry returns it, and the head sees why and hands it in again', async () => {
    const { page } = ministry;
    await visit(page, '/office/moral?state=submitted');
    await page.locator('tbody a', { hasText: 'เชียงใหม่' }).click();
    const saving = page.waitForEvent('download');
    await page.locator('.evidence-files a', { hasText: 'รายงานการประชุม.pdf' }).click();
    expect((await saving).suggestedFilename()).toBe('รายงานการประชุม.pdf');
    await page.locator('[name=remark]').fill('ขอภาพกิจกรรมข้อ 8');
    await lookAt(page, 'moral-verify');
    await page.getByRole('button', { name: 'ส่งคืนให้แก้ไข' }).click();
    await page.getByText('ส่งคืนแล้ว').waitFor();
    await visit(head.page, path);
    await head.page.getByText('ขอภาพกิจกรรมข้อ 8').waitFor();
    await head.page.locator('[name=files8]').setInputFiles({
      name: 'ภาพกิจกรรม.jpg',
      mimeType: 'image/jpeg',
      buffer: await takePhoto(browser),
    });
    await head.page.getByRole('button', { name: 'บันทึกร่าง' }).click();
    await head.page
      .locator('.moral-activity', { hasText: 'ภาพกิจกรรม.jpg' })
      .locator('.evidence-files a')
      .waitFor();
    await head.page.getByRole('button', { name: 'ลบ รายงานการประชุม.pdf' }).click();
    await head.page.getByText('ลบไฟล์แล้ว').waitFor();
    expect(await head.page.locator('.evidence-files a').count()).toBe(1);
    await lookAt(head.page, 'moral-returned');
    await handInMorals(head.page);
  });

  test('it verifies with a correction and publishes, and the public reads the level without script', async () => {
    const { page } = ministry;
    await visit(page, path);
    await page.locator('[name=score9][value="0"]').check();
    await page.locator('[name=remark9]').fill('ยังไม่เผยแพร่บทเรียน');
    await page.getByRole('button', { name: 'ยืนยันผล' }).click();
    await page.getByText('องค์กรคุณธรรมต้นแบบ (88.89%)').waitFor();
    await page.getByRole('button', { name: 'เผยแพร่ผล' }).click();
    await page.locator('.note.good', { hasText: 'เผยแพร่แล้ว' }).waitFor();
    await visit(page, '/office/moral');
    await lookAt(page, 'moral-list');
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const citizen = await context.newPage();
    await citizen.goto(`${instance.url}/ethics/moral`);
    await citizen.locator('.standings', { hasText: 'จังหวัดเชียงใหม่' }).waitFor();
    if (look) await citizen.screenshot({ path: `${look}/moral-public.png`, fullPage: true });
    await context.close();
  });

  test('no page has complained or stood in anybody’s way', () => {
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

/** A centre of two officers works cases from the queue to the close, in their browsers, on sealed matter. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileReport } from './file-report.ts';
import {
  enrolKeys,
  grantToAll,
  hasBrowser,
  type Instance,
  inviteOfficer,
  live,
  makeCentreKey,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];

/** Every page that is worth a picture is also worth a look by axe. */
async function picture({ page }: OfficerPage, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name,
  ).toEqual([]);
  if (!look) return;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${look}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

describe.skipIf(!hasBrowser)('casework', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let head: OfficerPage;
  let officer: OfficerPage;
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    head = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    await enrolKeys(head);
    await makeCentreKey(head);
    const link = await inviteOfficer(head, {
      unitCode: 'MOI',
      nameTh: 'นายอนุชา รักดี',
      email: 'anucha@moi.example',
      roles: ['case-officer'],
    });
    officer = await newOfficer(browser, link, { nameTh: 'นายอนุชา รักดี', locale: 'th' });
    await enrolKeys(officer);
    await grantToAll(head);
    for (const { page } of [head, officer]) {
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('an empty queue says what to do next', async () => {
    await visit(officer.page, '/office/work');
    await officer.page.locator('.empty').waitFor();
    await picture(officer, 'work-empty');
  });

  test('titles are opened in the browser, a page at a time; keys move through the rows', async () => {
    for (let n = 0; n < 26; n++)
      await fileReport(instance.url, 'MOI', {
        about: `โครงการที่ ${n + 1}`,
        topic: n % 3 ? 'PROCUREMENT' : 'PERSONNEL',
      });
    await visit(officer.page, '/office/work');
    await officer.page.locator('.case-link', { hasText: 'โครงการที่' }).nth(24).waitFor();
    expect(await officer.page.locator('.queue tbody tr').count()).toBe(25);
    await picture(officer, 'work');
    await officer.page.keyboard.press('j');
    await officer.page.keyboard.press('j');
    await officer.page.keyboard.press('k');
    expect(
      await officer.page.evaluate(() =>
        [...document.querySelectorAll('.case-link')].indexOf(document.activeElement!),
      ),
    ).toBe(0);
    await officer.page.locator('a.button', { hasText: 'หน้าถัดไป' }).click();
    await officer.page.locator('.queue tbody tr').nth(1).waitFor({ state: 'detached' });
    expect(await officer.page.locator('.queue tbody tr').count()).toBe(1);
  });

  test('a report with a photo is read, answered, worked through and closed by a second person', async () => {
    const png = Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      ),
      (sign) => sign.charCodeAt(0),
    );
    const filed = await fileReport(
      instance.url,
      'MOI',
      { about: 'สะพานหนองบัว' },
      { name: 'สะพาน.png', mediaType: 'image/png', bytes: png },
    );
    const { page } = officer;
    await visit(page, '/office/search');
    await page.locator('#query').fill(filed.number);
    await page.locator('.results .case-link', { hasText: 'สะพานหนองบัว' }).click();
    await page.locator('.story').waitFor();
    await picture(officer, 'case-received');
    await page.getByRole('button', { name: 'เปิดดู' }).click();
    const image = page.locator('img.file-view');
    await image.waitFor();
    expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'ดาวน์โหลด' }).click();
    expect((await saving).suggestedFilename()).toBe('สะพาน.png');

    await page.getByRole('button', { name: 'เริ่มคัดกรอง' }).click();
    await page.locator('.case-head .tag', { hasText: 'คัดกรอง' }).waitFor();
    await page.getByLabel(/ไม่มีผลประโยชน์ขัดกัน/).check();
    await page.getByRole('button', { name: 'รับเรื่องนี้เอง' }).click();
    await page.locator('.facts', { hasText: 'ท่าน' }).waitFor();

    await page.locator('#reply').fill('ได้รับเรื่องแล้ว ขอทราบเลขที่สัญญา');
    await page.waitForTimeout(700);
    await page.reload();
    await live(page);
    await page.locator('#reply', { hasText: 'ขอทราบเลขที่สัญญา' }).waitFor();
    await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
    await page.locator('.messages .officer', { hasText: 'ขอทราบเลขที่สัญญา' }).waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('');

    await page.getByRole('button', { name: 'รับไว้ดำเนินการ' }).click();
    await page.getByLabel(/เหตุผล \(เก็บเป็นบันทึกภายใน\)/).fill('มีพยานหลักฐานพอให้ตรวจสอบ');
    await page.locator('.asking button[type=submit]').click();
    await page.locator('.messages', { hasText: 'มีพยานหลักฐานพอให้ตรวจสอบ' }).waitFor();
    await page.getByRole('button', { name: 'เริ่มตรวจสอบข้อเท็จจริง' }).click();
    await page.locator('summary', { hasText: 'เสนอปิดเรื่อง' }).click();
    await page.locator('#outcome').selectOption('NO_GROUND');
    await page.locator('#reasons').fill('ตรวจสัญญาและภาพถ่ายแล้ว งานครบตามแบบ');
    await picture(officer, 'case-closing');
    await page.getByRole('button', { name: 'เสนอปิด', exact: true }).click();
    await page.locator('.pending', { hasText: 'ท่านเป็นผู้เสนอ' }).waitFor();

    await visit(head.page, new URL(page.url()).pathname);
    await head.page.locator('.pending', { hasText: 'งานครบตามแบบ' }).waitFor();
    await picture(head, 'case-pending');
    await head.page.getByRole('button', { name: 'อนุมัติปิดเรื่อง' }).click();
    await head.page.locator('.case-head .tag', { hasText: 'ปิดเรื่องแล้ว' }).waitFor();
    await picture(head, 'case-closed');
  });

  test('a case restricted to two is read by both with new keys', async () => {
    const filed = await fileReport(instance.url, 'MOI', { about: 'เรื่องลับเฉพาะ' });
    const { page } = officer;
    await visit(page, '/office/search');
    await page.locator('#query').fill(filed.number);
    await page.locator('.results .case-link', { hasText: 'เรื่องลับเฉพาะ' }).click();
    await page.locator('.story').waitFor();
    await page.locator('summary', { hasText: 'จำกัดผู้อ่าน' }).click();
    await page.locator('.acts .choice', { hasText: 'สมศรี' }).click();
    await picture(officer, 'case-restrict');
    await page.getByRole('button', { name: 'จำกัดผู้อ่านเดี๋ยวนี้' }).click();
    await page.locator('.case-head .tag', { hasText: 'เฉพาะผู้มีชื่อ' }).waitFor();
    await page.locator('#note').fill('บันทึกด้วยกุญแจใหม่');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.locator('.messages', { hasText: 'บันทึกด้วยกุญแจใหม่' }).waitFor();
    await visit(head.page, new URL(page.url()).pathname);
    await head.page.locator('.messages', { hasText: 'บันทึกด้วยกุญแจใหม่' }).waitFor();
    expect(await head.page.locator('.note.bad').count()).toBe(0);
  });

  test('an officer signed out in mid-reply is told, signs in again, and finds what she typed', async () => {
    const { page, context } = officer;
    await page.locator('#reply').fill('กำลังพิมพ์อยู่');
    await page.waitForTimeout(700);
    const cookies = await context.cookies();
    await context.clearCookies({ name: 'prongsai_session' });
    await page.getByRole('button', { name: 'ปิดผนึกและส่ง' }).click();
    await page.locator('.problem', { hasText: 'ท่านออกจากระบบแล้ว' }).waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('กำลังพิมพ์อยู่');
    await context.addCookies(cookies);
    await page.reload();
    await live(page);
    await page.locator('#reply', { hasText: 'กำลังพิมพ์อยู่' }).waitFor();
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('401')));
  });

  test('search finds by words of the stories and says how much it has read', async () => {
    const { page } = officer;
    await visit(page, '/office/search');
    await page.locator('[role=status]', { hasText: 'พร้อมค้น 28 เรื่อง' }).waitFor();
    await page.locator('#query').fill('สะพาน');
    await page.locator('.results .case-link', { hasText: 'สะพานหนองบัว' }).waitFor();
    await picture(officer, 'search');
    await page.locator('#query').fill('ฌฌฌฌฌฌฌ');
    await page.locator('text=ไม่พบ ลองคำที่สั้นลง').waitFor();
  });

  test('the administrator of the ministry enters a new version of a clock', async () => {
    const { page } = head;
    await visit(page, '/office/settings/clocks');
    await picture(head, 'clocks');
    await page.locator('#code').selectOption('CAT30');
    await page.locator('#days').fill('45');
    await page.locator('#basisTh').fill('คำสั่งกระทรวง');
    await page.locator('#basisEn').fill('Order of the ministry');
    await page.locator('#source').fill('คำสั่งที่ 1/2570');
    await page.getByRole('button', { name: 'เพิ่มรุ่น' }).click();
    await page.locator('td strong', { hasText: '45 วัน' }).waitFor();
  });

  test('English says the same, and no page had a fault in its script or asked for anything it may not', async () => {
    await head.context.addCookies([{ name: 'lang', value: 'en', domain: 'localhost', path: '/office' }]);
    await visit(head.page, '/office/work');
    await head.page.locator('h1', { hasText: 'My work' }).waitFor();
    await head.page.locator('.case-link', { hasText: 'โครงการที่' }).first().waitFor();
    await picture(head, 'work-en');
    await head.page.locator('.case-link').first().click();
    await head.page.locator('.story').waitFor();
    await picture(head, 'case-en');
    expect(problems).toEqual([]);
  });
});

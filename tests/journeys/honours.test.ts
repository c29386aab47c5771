/** A province nominates two, the ministry asks and holds one, three score, a second person approves; the public reads one name. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#features/network/index.ts';
import { addDays, civilDate } from '#platform/calendar/civil-date.ts';
import { barriers } from './accessibility.ts';
import { fillDate } from './fill-date.ts';
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
import { beginHonours, nominate, press, score } from './honours.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

const anan = 'นายอนันต์ ตรงไปตรงมา';
const bua = 'นางสาวบัว ใสสะอาด';

describe.skipIf(!hasBrowser)('honours', { timeout: 240_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  const open = {} as Record<
    'head' | 'ethics' | 'anan' | 'bua' | 'overseer' | 'first' | 'second',
    OfficerPage
  >;
  let paths: readonly [string, string];
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const join = async (
      unitCode: string,
      nameTh: string,
      email: string,
      roles: readonly Role[],
      width = 1280,
    ) => {
      const link = await inviteOfficer(ministry, { unitCode, nameTh, email, roles });
      const officer = await newOfficer(browser, link, { nameTh, locale: 'th', width });
      officer.page.on('pageerror', (error) => problems.push(String(error)));
      return officer;
    };
    open.head = await join('TH-50', 'นายบุญมี ยอดเมือง', 'boonmee@moi.example', ['head'], 390);
    open.ethics = await join('TH-50', 'นางจันทร์ เพ็ญ', 'chan@moi.example', ['ethics-officer']);
    open.anan = await join('TH-50', anan, 'anan@moi.example', ['organiser'], 390);
    open.bua = await join('TH-50', bua, 'bua@moi.example', ['registrar'], 390);
    open.overseer = await join('MOI', 'นายวิชาญ ก้องเกียรติ', 'wichan@moi.example', ['overseer']);
    open.first = await join('TH-40', 'นายหนึ่ง ขอนแก่น', 'one@moi.example', ['head'], 390);
    open.second = await join('TH-30', 'นายสอง โคราช', 'two@moi.example', ['head']);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('two of a province are nominated by one, supported by another, and say whether they may be named', async () => {
    await beginHonours(ministry.page);
    const { page } = open.head;
    paths = [
      await nominate(page, anan, 'คืนเงินค่าธรรมเนียมที่เก็บเกินให้ผู้สูงอายุ'),
      await nominate(page, bua, 'รับคำขอถึงบ้านผู้ป่วยติดเตียง'),
    ];
    await lookAt(page, 'honours-draft');
    await visit(page, '/office/honours/nominate');
    await lookAt(page, 'honours-nominate');
    for (const path of paths) await press(open.ethics.page, path, 'support');
    await lookAt(open.ethics.page, 'honours-supported');
    await visit(open.anan.page, '/office/honours');
    await lookAt(open.anan.page, 'honours-waits');
    await press(open.anan.page, paths[0], 'yes');
    await press(open.bua.page, paths[1], 'yes');
    await lookAt(open.bua.page, 'honours-consent');
  });

  test('the ministry closes nominations, names three, and answers the list with one hold', async () => {
    const { page } = ministry;
    await visit(page, '/office/honours/round');
    await fillDate(page, 'until', addDays(civilDate(new Date()), 14));
    await lookAt(page, 'honours-round-open');
    await page.locator('main button[value=closed]').click();
    await page.waitForURL(/done=closed/);
    for (const [centre, person] of [
      ['ขอนแก่น', 'นายหนึ่ง ขอนแก่น'],
      ['นครราชสีมา', 'นายสอง โคราช'],
      ['ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย', 'นายวิชาญ ก้องเกียรติ'],
    ] as const) {
      await visit(page, '/office/honours/round');
      await page.locator('[name=centre]').selectOption({ label: centre });
      await page.locator('main form[method=get] button').click();
      await page.locator('[name=personId]').selectOption({ label: person });
      await page.locator('main button[value=named]').click();
      await page.waitForURL(/done=named/);
    }
    await visit(page, '/office/honours/clearance');
    const card = page.locator('fieldset', { hasText: anan });
    await card.locator('input[value=hold_]').check();
    await lookAt(page, 'honours-clearance');
    await page.locator('main form button.act').click();
    await page.waitForURL(/done/);
    await page.getByText('ศูนย์นี้ตอบแล้ว').waitFor();
    expect(await page.locator('fieldset').count()).toBe(0);
  });

  test('three score both, the held one highest, and each sees her own marks only', async () => {
    for (const { page } of [open.first, open.second, open.overseer]) {
      await score(page, paths[0], 99);
      await score(page, paths[1], 88);
    }
    await lookAt(open.first.page, 'honours-scored');
    await visit(ministry.page, '/office/honours/round');
    await lookAt(ministry.page, 'honours-round-scoring');
    expect(await ministry.page.locator('main').innerText()).not.toMatch(/99|88/);
    await ministry.page.locator('main button[value=scored]').click();
    await ministry.page.waitForURL(/done=scored/);
    await ministry.page.getByText('ท่านปิดการให้คะแนน').waitFor();
  });

  test('the overseer approves; the public reads one name on a telephone, the other nominee neutral words', async () => {
    const { page } = open.overseer;
    await visit(page, '/office/honours/round');
    await lookAt(page, 'honours-approve');
    await page.locator('main button[value=approved]').click();
    await page.waitForURL(/done=approved/);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const citizen = await context.newPage();
    await citizen.goto(`${instance.url}/ethics/honours`);
    const roll = await citizen.locator('main').innerText();
    expect(roll).toContain(bua);
    expect(roll).toContain('รับคำขอถึงบ้านผู้ป่วยติดเตียง');
    expect(roll).not.toContain(anan);
    if (look) await citizen.screenshot({ path: `${look}/honours-public.png`, fullPage: true });
    const paper = await context.request.get(
      `${instance.url}${await citizen.locator('a[href*="announcement.pdf"]').getAttribute('href')}`,
    );
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await visit(open.anan.page, paths[0]);
    await lookAt(open.anan.page, 'honours-neutral');
    await open.anan.page.getByText('ชื่อนี้ไม่อยู่ในรายชื่อปีนี้').waitFor();
    await press(open.bua.page, paths[1], 'no');
    await citizen.reload();
    expect(await citizen.locator('main').innerText()).not.toContain(bua);
    await context.close();
  });

  test('no page had a barrier or threw', () => {
    expect(foundBarriers).toEqual([]);
    expect(problems).toEqual([]);
  });
});

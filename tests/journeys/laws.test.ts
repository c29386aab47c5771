/** A law changes: the ministry's planner brings the new text, an officer finds what changed and which deadline it touches. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

/** Looks at a page as a person would: for barriers and anything wider than a telephone always, as pictures when asked. */
async function lookAt(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  foundBarriers.push(...(await barriers(page)));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) foundBarriers.push(`${name} is ${wide} wide at ${width}`);
    if (look) await page.screenshot({ path: `${look}/laws-${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}

const code = 'gift-return-act-2599';
const title = 'พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. 2599';
const act = (third: string) =>
  [
    'พระราชบัญญัติ',
    'การคืนของขวัญสมมุติ',
    'พ.ศ. ๒๕๙๙',
    '',
    'มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. ๒๕๙๙”',
    '',
    'หมวด ๑',
    'การคืนของขวัญ',
    '',
    'มาตรา ๒ ในพระราชบัญญัตินี้ “ของขวัญ” หมายความว่า สิ่งของที่ให้แก่กันโดยไม่มีค่าตอบแทน',
    '',
    `มาตรา ๓ ${third}`,
    '',
    'มาตรา ๔ ผู้ใดไม่ปฏิบัติตามมาตรา ๓ ต้องทำหนังสือชี้แจง',
  ].join('\n');
const first = act('เจ้าหน้าที่ซึ่งรับของขวัญต้องคืนของขวัญนั้นภายในสามสิบวัน');
const second = act('เจ้าหน้าที่ซึ่งรับของขวัญต้องคืนของขวัญนั้นภายในสิบห้าวัน และแจ้งผู้บังคับบัญชา');

describe.skipIf(!hasBrowser)('a law that changes', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let administrator: OfficerPage;
  let planner: OfficerPage;
  let officer: OfficerPage;
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    administrator = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      locale: 'th',
    });
    const join = async (unitCode: string, nameTh: string, email: string, role: string) => {
      const link = await inviteOfficer(administrator, { unitCode, nameTh, email, roles: [role] });
      return newOfficer(browser, link, { nameTh, locale: 'th' });
    };
    planner = await join('MOI', 'นายวิชัย ตั้งใจ', 'wichai@moi.example', 'planner');
    officer = await join('TH-50', 'นายอนุชา รักดี', 'anucha@province.example', 'case-officer');
    for (const { page } of [administrator, planner, officer]) {
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()} ${message.text()}`);
      });
    }
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  const bring = async (source: string, inForceFrom: string, name: string) => {
    const { page } = planner;
    await visit(page, '/office/laws');
    await page.locator('[name=code]').fill(code);
    await page.locator('[name=source]').fill(source);
    await fillDate(page, 'inForceFrom', inForceFrom);
    await page.getByRole('button', { name: 'ตรวจก่อน' }).click();
    await page.getByRole('heading', { name: 'ที่อ่านพบ' }).waitFor();
    await lookAt(page, `report-${name}`);
    return page;
  };

  test('the planner is told what a text holds before it is in the library', async () => {
    const page = await bring(first, '2026-01-01', 'first');
    expect(await page.locator('main').innerText()).toContain('กฎหมายใหม่ในคลัง');
    await page.getByRole('button', { name: 'ยืนยันนำเข้า' }).click();
    await page.getByText('นำเข้าแล้ว').waitFor();
  });

  test('the administrator enters a deadline that rests on its third section', async () => {
    const { page } = administrator;
    await visit(page, '/office/settings/clocks');
    await page.locator('[name=code]').selectOption('CAT30');
    await page.locator('[name=days]').fill('30');
    await page.locator('[name=basisTh]').fill(`${title} มาตรา 3`);
    await page.locator('[name=basisEn]').fill('Invented Gift Return Act B.E. 2599, section 3');
    await page.locator('[name=source]').fill('ข้อความสมมุติ');
    await fillDate(page, 'validFrom', '2099-01-01');
    await page.locator('form .button.main').click();
    await page.locator('.note.good').waitFor();
  });

  test('the planner brings the changed text and sees which section changes', async () => {
    const page = await bring(second, '2026-10-01', 'second');
    const words = await page.locator('main').innerText();
    expect(words).toContain('ข้อความใหม่ของกฎหมายที่มีอยู่');
    for (const line of ['เพิ่ม: ไม่มี', 'แก้: 3', 'ตัดออก: ไม่มี']) expect(words).toContain(line);
    await page.getByRole('button', { name: 'ยืนยันนำเข้า' }).click();
    await page.getByText('นำเข้าแล้ว').waitFor();
  });

  test('the officer opens the notice, compares the wordings and finds the deadline', async () => {
    const { page } = officer;
    await visit(page, '/office/notices');
    const notice = page.locator('.notices li.card', { hasText: 'กฎหมายเปลี่ยน' });
    const words = await notice.innerText();
    expect(words).toContain('สรุปผลเรื่องทุจริต');
    expect(words).toContain('ผู้ดูแลระบบ');
    expect(words).not.toContain('CAT30');
    await lookAt(page, 'notice');

    await notice.getByRole('link', { name: /มาตรา ๓$/ }).click();
    await page.locator('#comparison').waitFor();
    expect(new URL(page.url()).search).toBe('?compare=1..2');
    expect((await page.locator('#comparison del').allInnerTexts()).join(' ')).toContain('สาม');
    const added = (await page.locator('#comparison ins').allInnerTexts()).join('');
    expect(added.replaceAll(' ', '')).toContain('แจ้งผู้บังคับบัญชา');
    expect(await page.locator('#comparison').innerText()).toContain('เจ้าหน้าที่');
    await lookAt(page, 'comparison');

    await page.getByRole('link', { name: 'สรุปผลเรื่องทุจริต' }).click();
    await page
      .locator('section', { has: page.locator('#CAT30') })
      .getByText(title)
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/office/settings/clocks');
  });

  test('a citizen reads the section on a telephone, without script, in few bytes', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    let transferred = 0;
    page.on('response', async (answer) => {
      transferred += (await answer.request().sizes()).responseBodySize;
    });
    await page.goto(`${instance.url}/laws`);
    await page.getByRole('link', { name: title.slice(0, 20) }).click();
    await page.locator('.law-numbers a', { hasText: '๓' }).click();
    await page.waitForLoadState('networkidle');
    const words = await page.locator('main').innerText();
    expect(words).toContain('ภายในสิบห้าวัน');
    expect(words).toContain('สรุปผลเรื่องทุจริต');
    expect(transferred).toBeGreaterThan(5_000);
    expect(transferred).toBeLessThan(60_000);
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe(`/en/laws/${code}/3`);
    expect(await page.locator('main').innerText()).toContain('Result on a corruption matter');
    await context.close();
  });

  test('the pages stand in both languages', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    for (const language of ['', '/en'])
      for (const [path, name] of [
        ['/laws', 'list'],
        [`/laws/${code}`, 'law'],
        [`/laws/${code}/3`, 'section'],
        [`/laws/${code}/3?compare=1..2`, 'compared'],
        [`/laws/${code}/text`, 'text'],
      ] as const) {
        await page.goto(instance.url + language + path);
        await lookAt(page, `${name}${language.replace('/', '-')}`);
      }
    const { hostname } = new URL(instance.url);
    for (const { context } of [planner, officer])
      await context.addCookies([{ name: 'lang', value: 'en', domain: hostname, path: '/office' }]);
    await visit(officer.page, '/office/notices');
    await lookAt(officer.page, 'notice-en');
    await officer.page
      .getByRole('link', { name: /section 3$/ })
      .first()
      .click();
    expect(new URL(officer.page.url()).pathname).toBe(`/en/laws/${code}/3`);
    await visit(planner.page, '/office/laws');
    await planner.page.locator('[name=code]').fill(code);
    await planner.page.locator('[name=source]').fill(first);
    await planner.page.getByRole('button', { name: 'Check first' }).click();
    await planner.page.getByRole('heading', { name: 'What was found' }).waitFor();
    await lookAt(planner.page, 'report-en');
  });

  test('no page has complained or stood in anybody’s way', () => {
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

/** A department maps its risks, is returned, files again, is verified, approved and published; the ministry sees 91 centres. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { newCitizen } from './citizen.ts';
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
import { beginMap, fillRisk, reviewMap, takeStep, writeRisk } from './map-risks.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    foundBarriers.push(...(await barriers(page)));
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wide > 0) foundBarriers.push(`${name} scrolls sideways by ${wide} px at ${width}`);
    if (look) await page.screenshot({ path: `${look}/${name}-${width}.png`, fullPage: true });
  }
}

const bribe = { domain: 'permits', event: 'เรียกเงินเพื่อเร่งคำขอรังวัด', likelihood: 4, impact: 4 };
const rigged = { domain: 'procurement', event: 'ล็อกสเปกเครื่องมือสำรวจ', likelihood: 3, impact: 3 };
const reason = 'โปรดแยกขั้นตอนรับคำขอกับขั้นตอนนัดรังวัด';

describe.skipIf(!hasBrowser)('risks of a department', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let department: OfficerPage;
  let map = '';
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
      unitCode: 'DOL',
      nameTh: 'นางสาวแพรวา ที่ดินทอง',
      email: 'praewa@dol.example',
      roles: ['planner', 'head'],
    });
    department = await newOfficer(browser, link, { nameTh: 'นางสาวแพรวา ที่ดินทอง', locale: 'th' });
    for (const { page } of [ministry, department])
      page.on('pageerror', (error) => problems.push(`${page.url()} ${error}`));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('the department opens a draft and writes its risks, by keyboard too; what is typed survives the session', async () => {
    const { page } = department;
    await visit(page, '/office/risks');
    await lookAt(page, 'risks-empty');
    await lookAt(page, 'risk-new-map');
    map = await beginMap(page);
    await lookAt(page, 'risk-map-empty');
    await visit(page, `${map}/risk/new`);
    await fillRisk(page, bribe);
    await page.locator('.band-now .tone-5').waitFor();
    await lookAt(page, 'risk-editor');
    await page.waitForTimeout(700);
    await visit(page, `${map}/risk/new`);
    await page.locator('.note .plain').waitFor();
    expect(await page.locator('[name=event]').inputValue()).toBe(bribe.event);
    await page.locator('.band-now .tone-5').waitFor();
    await page.locator('[name=event]').press('Control+Shift+Enter');
    await page.waitForURL(/risk\/new\?done=saved/);
    await page.locator('.note.good').first().waitFor();
    expect(await page.locator('[name=event]').inputValue()).toBe('');
    await fillRisk(page, { ...rigged, treatment: '' });
    await page.locator('[name=event]').press('Control+Enter');
    await page.waitForURL(/\?done=saved/);
    await page.locator('.note.good').first().waitFor();
    await page.locator('section table tbody tr').nth(1).waitFor();
    expect(await page.locator('section table tbody tr').count()).toBe(2);
  });

  test('the matrix filters the list; what is missing is named before handing in', async () => {
    const { page } = department;
    await page.locator('.risk-matrix td a', { hasText: '1' }).first().click();
    await page.waitForURL(/cell=4-4/);
    await page.locator('section table tbody tr').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('section table tbody tr').allInnerTexts()).toMatchObject([
      expect.stringContaining(bribe.event),
    ]);
    await lookAt(page, 'risk-map-filtered');
    await page.locator('button[value=submitted]').click();
    await page.locator('.note.bad').waitFor();
    await page
      .getByRole('link', { name: rigged.event })
      .click()
      .catch(() => undefined);
    await visit(page, `${map}?gaps=1`);
    await page.getByRole('link', { name: rigged.event }).click();
    await page.locator('.tag.warn.gap').first().waitFor();
    await fillRisk(page, rigged);
    await page.locator('button[value=list]').click();
    await page.waitForURL(/done=saved/);
    await page.locator('.note.good').first().waitFor();
    await takeStep(page, map, 'submitted');
    await lookAt(page, 'risk-map-submitted');
  });

  test('the ministry returns it with reasons; the department mends it and files again', async () => {
    const { page } = ministry;
    await visit(page, '/office/notices');
    await page.getByRole('link', { name: 'เปิดดู' }).first().click();
    await page.waitForURL(/\/review$/);
    await lookAt(page, 'risk-review-first');
    await page.locator('input[name^=remark-]').first().fill('ระบุตำแหน่งผู้ตรวจให้ชัด');
    await page.locator('#reason').fill(reason);
    await page.locator('button[value=returned]').click();
    await page.waitForURL(/done=returned/);
    await page.locator('.note.good').first().waitFor();

    const { page: own } = department;
    await visit(own, '/office/notices');
    await own.getByText('ถูกส่งกลับให้แก้').waitFor();
    await visit(own, map);
    await own.getByText(reason).first().waitFor();
    await own.getByText('ระบุตำแหน่งผู้ตรวจให้ชัด').waitFor();
    await lookAt(own, 'risk-map-returned');
    await own.getByRole('link', { name: bribe.event }).click();
    await own.locator('[name=who]').fill('นายช่างรังวัดผู้ตรวจคำขอ');
    await own.locator('button[value=list]').click();
    await own.waitForURL(/done=saved/);
    await own.locator('.note.good').first().waitFor();
    await takeStep(own, map, 'submitted');
  });

  test('verified by the ministry, approved by the department’s head, published', async () => {
    await reviewMap(ministry.page, map, 'verified');
    const { page } = department;
    await takeStep(page, map, 'approved');
    expect(await page.locator('button[value=remove]').count()).toBe(0);
    await takeStep(page, map, 'published');
    await lookAt(page, 'risk-map-approved');
    const download = page.waitForEvent('download');
    await page.locator('a[href$="memo.pdf"]').click();
    expect((await download).suggestedFilename()).toMatch(/^risk-corruption-DOL-\d{4}-v1-memo\.pdf$/);
    await visit(page, `${map}/risk/${(await riskIds(page))[0]}`);
    await lookAt(page, 'risk-reading');

    const citizen = await newCitizen(browser);
    for (const [path, name] of [
      ['/risks', 'risks-public'],
      ['/en/risks', 'risks-public-en'],
    ] as const) {
      await citizen.page.goto(instance.url + path);
      await lookAt(citizen.page, name);
      await citizen.page.locator('.risk-public-list a').click();
      await citizen.page.locator('article', { hasText: bribe.event }).waitFor();
      await lookAt(citizen.page, `${name}-map`);
    }
    expect(await citizen.page.locator('script').count()).toBe(0);
    expect(citizen.problems).toEqual([]);
  });

  test('results after six months are entered risk by risk, and opened to the public', async () => {
    const { page } = department;
    await visit(page, `${map}/results?half=6`);
    await lookAt(page, 'risk-results');
    for (const form of await page.locator('section.result > form').all()) {
      await form.locator('[name=done]').fill('เปิดระบบติดตามสถานะแล้ว');
      await form.locator('[name=likelihood]').nth(1).focus();
      await page.keyboard.press('2');
    }
    for (let left = 2; left > 0; left--) {
      await page.locator('section.result > form .button.main').first().click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('section.result > form').length < count,
        left,
      );
    }
    await lookAt(page, 'risk-results-done');
    await takeStep(page, map, 'results-6');
    const citizen = await newCitizen(browser);
    await citizen.page.goto(`${instance.url}/risks/DOL/${await yearOf(page)}`);
    await citizen.page.locator('.note.good', { hasText: 'เปิดระบบติดตามสถานะแล้ว' }).first().waitFor();
  });

  test('a change makes a further version, which the ministry reads beside the first', async () => {
    const { page } = department;
    await visit(page, map);
    await page.locator('.map-steps summary').first().click();
    await page.locator('#version-reason').fill('ระเบียบใหม่ใช้บังคับ');
    await page.locator('button[value=version]').click();
    await page.waitForURL(/done=started/);
    await page.locator('.note.good').first().waitFor();
    const second = new URL(page.url()).pathname;
    expect(second).not.toBe(map);
    await page.getByRole('link', { name: bribe.event }).click();
    await page.locator('#likelihood-1').focus();
    await page.keyboard.press('2');
    await page.locator('button[value=list]').click();
    await page.waitForURL(/done=saved/);
    await page.locator('.note.good').first().waitFor();
    await writeRisk(page, second, { ...bribe, domain: 'personnel', event: 'ซื้อขายตำแหน่ง', impact: 5 });
    await visit(page, `${second}/ideas`);
    await lookAt(page, 'risk-ideas');
    await takeStep(page, second, 'submitted');
    await visit(ministry.page, `${second}/review`);
    expect(await ministry.page.locator('.diff tbody tr').count()).toBe(1);
    await lookAt(ministry.page, 'risk-review-diff');
  });

  test('the ministry sees 91 centres in the heat table, and the list by state', async () => {
    const { page } = ministry;
    await visit(page, '/office/risks/compare');
    expect(await page.locator('.heat tbody tr').count()).toBe(91);
    await lookAt(page, 'risk-compare');
    await page.locator('.heat td a').first().click();
    await page.waitForURL(/domain=.*band=/);
    await visit(page, '/office/risks/compare?view=years&sort=grave');
    expect(await page.locator('.heat tbody th').first().innerText()).toContain('ทด.');
    await lookAt(page, 'risk-compare-years');
    await visit(page, '/office/risks');
    expect(await page.locator('.risk-list tbody tr').count()).toBe(91);
    await lookAt(page, 'risks-ministry');
    await visit(page, '/office/risks/frameworks');
    await lookAt(page, 'risk-frameworks');
    await visit(page, '/office/risks/frameworks?next=three-by-three');
    await lookAt(page, 'risk-framework-form');
    await page.locator('[name=fromYear]').fill('2572');
    await page.locator('[name=status]').selectOption('confirmed');
    await page.locator('form .button.main').click();
    await page.waitForURL(/done=framework/);
    await page.locator('.note.good').first().waitFor();
    await page.getByText('ฉบับที่ 2').first().waitFor();
  });

  test('a centre proposes a form for the library', async () => {
    const { page } = department;
    await visit(page, '/office/typologies');
    await page.locator('[name=title]').fill('สลับคิวออนไลน์');
    await page.locator('[name=how]').fill('ผู้ดูแลระบบจองคิวสลับลำดับให้ผู้ที่จ่ายเงินแก่คนกลาง');
    for (const name of ['signs', 'weak', 'helped'])
      await page.locator(`[name=${name}]`).fill('คิวเต็มในไม่กี่วินาที');
    await page.locator('[name=topics]').first().check();
    await page.locator('form .button.main').last().click();
    await page.locator('.note.good').waitFor();
    await visit(ministry.page, '/office/typologies');
    await ministry.page.locator('article summary').click();
    await lookAt(ministry.page, 'typologies');
  });

  test('the same pages stand in English', async () => {
    const { page, context } = ministry;
    const { hostname } = new URL(instance.url);
    await context.addCookies([{ name: 'lang', value: 'en', domain: hostname, path: '/office' }]);
    for (const [path, name] of [
      ['/office/risks', 'risks-en'],
      [map, 'risk-map-en'],
      [`${map}/review`, 'risk-review-en'],
      ['/office/risks/compare', 'risk-compare-en'],
      ['/office/risks/frameworks', 'risk-frameworks-en'],
      ['/office/typologies', 'typologies-en'],
    ] as const) {
      await visit(page, path);
      await lookAt(page, name);
    }
  });

  test('no page has complained or stood in anybody’s way', () => {
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

const riskIds = (page: Page) =>
  page
    .locator('section table a[href*="/risk/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!.split('/').at(-1)!));

/** The fiscal year that the map's page speaks of. */
const yearOf = async (page: Page) => /\d{4}/.exec(await page.locator('h1').innerText())![0];

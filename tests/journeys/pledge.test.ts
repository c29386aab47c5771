/** An officer pledges on her telephone with one wrong answer; the ministry sees shares and no answers; the public reads the code. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { answerWith, givePledge } from './ethics.ts';
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
import { openDatabase } from './instance-data.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

describe.skipIf(!hasBrowser)('the pledge', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let clerk: OfficerPage;
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
      nameTh: 'นางสาวคำแพง ใจงาม',
      email: 'khampaeng@moi.example',
      roles: ['case-officer'],
    });
    clerk = await newOfficer(browser, link, { nameTh: 'นางสาวคำแพง ใจงาม', locale: 'th', width: 390 });
    for (const { page } of [ministry, clerk]) {
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

  /** Where the right or a wrong option stands in the situation that is shown. */
  async function place(page: Page, isRight: boolean): Promise<number> {
    const scenario = await page.locator('.situation [name=scenarioId]').inputValue();
    const database = await openDatabase(instance);
    const { rows } = await database.query(
      'select position from ethics.scenario_option where scenario_id = $1 and is_right = $2 order by position',
      [scenario, isRight],
    );
    await database.end();
    return rows[0].position - 1;
  }

  test('an officer answers one situation wrongly, learns why, and pledges', async () => {
    const { page } = clerk;
    await visit(page, '/office/pledge');
    await lookAt(page, 'pledge-begin');
    await page.locator('main form button.act').dblclick();
    await page.locator('.situation').waitFor();
    await lookAt(page, 'pledge-situation');
    const situation = await page.locator('#situation').innerText();
    await answerWith(page, await place(page, false));
    expect(await page.locator('#situation').innerText()).toBe(situation);
    const told = page.locator('.situation [role=alert]');
    expect(await told.innerText()).toMatch(/^ยังไม่ใช่ .{10,}/);
    expect(await told.evaluate((element) => document.activeElement === element)).toBe(true);
    await lookAt(page, 'pledge-wrong');
    for (let at = 1; at <= 4; at++) {
      await page.getByText(`สถานการณ์ที่ ${at} จาก 4`).waitFor();
      await answerWith(page, await place(page, true));
    }
    await page.getByText('ท่านตอบครบทุกสถานการณ์แล้ว').waitFor();
    await lookAt(page, 'pledge-ready');
    await page.locator('main form button.act').dblclick();
    await page.locator('#pledged', { hasText: 'ท่านให้คำมั่นแล้วเมื่อ' }).waitFor();
    expect(await page.locator('.learned > li').count()).toBe(4);
    await lookAt(page, 'pledge-given');
  });

  test('the ministry sees that the centre is done, reminds the others, and writes for all', async () => {
    const { page } = ministry;
    await givePledge(page);
    await visit(page, '/office/pledge/figures?show=complete');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.locator('tbody tr', { hasText: 'เชียงใหม่' }).waitFor();
    expect(await page.locator('tbody').innerText()).toContain('น้อยกว่า 5 คน');
    await lookAt(page, 'pledge-figures');
    await page.getByRole('button', { name: /เตือน 89 ศูนย์/ }).click();
    await page.getByText('ส่งแจ้งเตือนแล้ว').waitFor();
    await visit(page, '/office/codes');
    const add = page.locator('details.card', { hasText: 'เพิ่มพฤติกรรม' }).last();
    await add.locator('summary').click();
    await add.locator('[name=behaviourTh]').fill('ไม่ขอเลขบัญชีส่วนตัวของผู้มาติดต่อ');
    await add.locator('[name=exampleTh]').fill('คืนเงินผ่านระบบของหน่วยงานเท่านั้น');
    await lookAt(page, 'codes-desk');
    await add.locator('button.main').click();
    await page.getByText('และขึ้นหน้าเว็บสาธารณะแล้ว').waitFor();
    await visit(page, '/office/codes/scenarios');
    await lookAt(page, 'codes-scenarios');
  });

  test('the public reads the table without script and takes it along', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const citizen = await context.newPage();
    await citizen.goto(`${instance.url}/`);
    await citizen.locator('footer a[href="/ethics/code"]').click();
    await citizen.getByText('ไม่ขอเลขบัญชีส่วนตัวของผู้มาติดต่อ').waitFor();
    await citizen.locator('#regime').selectOption('CIVIL');
    await citizen.locator('main form button').click();
    await citizen.getByText('20 พฤษภาคม 2564').first().waitFor();
    if (look) await citizen.screenshot({ path: `${look}/code-public.png`, fullPage: true });
    const paper = await context.request.get(`${instance.url}/ethics/code.pdf?regime=CIVIL`);
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });

  test('no page has complained or stood in anybody’s way', () => {
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

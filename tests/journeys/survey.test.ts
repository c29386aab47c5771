/**
 * Five hundred people are asked: most by codes drawn from a box, one officer by a token that nobody can tie to her, one
 * without script. Two send twice, one invents a code. Nobody sees a result before the end, and a group of three never.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAnswer, forgedToken } from '#features/survey/testing/draw.ts';
import { textOf } from '#platform/documents/testing/read-pdf.ts';
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
import { openDatabase } from './instance-data.ts';
import { closeSurvey, openSurvey, printSheet, sendForm } from './survey.ts';

const look = process.env['LOOK'];
const found: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  found.push(...(await barriers(page)));
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

/** Of 500: the three newest are the small group. */
const bandOf = (at: number) => (at < 3 ? 'Y1' : at < 20 ? 'Y10' : at < 200 ? 'Y5' : 'Y11');

describe.skipIf(!hasBrowser)('a survey of five hundred', { timeout: 300_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let head: OfficerPage;
  let clerk: OfficerPage;
  let path = '';
  let codes: readonly string[] = [];
  let address = '';

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    const ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const join = async (nameTh: string, email: string, role: string, width: number) => {
      const link = await inviteOfficer(ministry, { unitCode: 'TH-50', nameTh, email, roles: [role] });
      return newOfficer(browser, link, { nameTh, locale: 'th', width });
    };
    head = await join('นายบุญมี ยอดเมือง', 'boonmee@moi.example', 'head', 1280);
    clerk = await join('นางสาวคำแพง ใจงาม', 'khampaeng@moi.example', 'case-officer', 390);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('is opened by the head, who prints the codes to be drawn', async () => {
    path = await openSurvey(head.page, [3, 200, 20, 377]);
    await lookAt(head.page, 'survey-round');
    const pdf = await printSheet(head.page, path, 499);
    if (look) writeFileSync(`${look}/codes.pdf`, pdf);
    codes =
      textOf(pdf)
        .join('\n')
        .match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g) ?? [];
    expect(new Set(codes).size).toBe(499);
    address = (await (await fetch(`${instance.url}/survey`)).text()).match(/\/survey\/TH-50\/\d+/)![0];
    address = instance.url + address;
  });

  test('an officer’s browser draws a token, and she answers with it on her telephone', async () => {
    const { page } = clerk;
    await visit(page, `${path}/token`);
    await lookAt(page, 'survey-token');
    await page.locator('main button.act').click();
    await page.locator('#token').waitFor();
    await lookAt(page, 'survey-token-ready');
    await page.locator('main a.button.act').click();
    await page.locator('#filled').waitFor({ state: 'visible' });
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    for (const [item, choice] of Object.entries(anAnswer('3').choices))
      await page.locator(`[name="item.${item}"][value="${choice}"]`).check();
    await page.locator('[name=band][value=Y5]').check();
    await lookAt(page, 'survey-answer');
    await page.locator('main form button.act').click();
    await page.getByText('ได้รับคำตอบแล้ว').waitFor();
    // The answer page knows no session.
    expect((await (await sent).allHeaders())['cookie']).toBeUndefined();
    await lookAt(page, 'survey-sent');
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('prongsai-survey'))),
    ).toEqual([]);
    await visit(page, `${path}/token`);
    await page.getByText('ท่านขอบัตรของรอบนี้ไปแล้ว').waitFor();
  });

  test('one answers without script, after a wrong code that keeps what was chosen', async () => {
    const { page, problems } = await newCitizen(browser, { javaScriptEnabled: false });
    await page.goto(`${instance.url}/survey`);
    await page.locator('main a[href*="/survey/TH-50/"]').click();
    for (const [item, choice] of Object.entries(anAnswer('1').choices))
      await page.locator(`[name="item.${item}"][value="${choice}"]`).check();
    await page.locator('[name=band][value=Y1]').check();
    await page.locator('#words').fill('อยากให้ประกาศผลการประเมินให้ทุกคนเห็น');
    await page.locator('#key').fill('0000-0000-0000-0000');
    await page.locator('main form button.act').click();
    await page.getByText('ไม่รู้จักรหัส').waitFor();
    await page.locator('#key').fill(codes[0]!.toLowerCase().replaceAll('-', ' '));
    await page.locator('main form button.act').click();
    await page.getByText('ได้รับคำตอบแล้ว').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    // The first code was refused, as it should be: a 422 that the browser writes down.
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });

  test('the rest send theirs; twice counts once, and what is invented not at all', async () => {
    expect(await sendForm(address, '4BCD-EFGH-JKMN-PQRS')).toBe('422');
    expect(await sendForm(address, forgedToken())).toBe('422');
    const said: string[] = [];
    for (let at = 1; at < codes.length; at += 8)
      said.push(
        ...(await Promise.all(
          codes
            .slice(at, at + 8)
            .map((code, next) =>
              sendForm(address, code, { band: bandOf(at + next), choice: at + next < 3 ? '1' : '4' }),
            ),
        )),
      );
    expect(said.every((one) => one === 'done=sent')).toBe(true);
    expect(await sendForm(address, codes[7]!, { choice: '1' })).toBe('done=already');
    expect(await sendForm(address, codes[8]!)).toBe('done=already');
    await visit(head.page, path);
    expect(await head.page.locator('main').innerText()).not.toContain('คะแนนรวม');
  });

  test('closed and counted, it shows scores, and of the group of three nothing', async () => {
    await closeSurvey(head.page, path);
    await expect
      .poll(
        async () => {
          await visit(head.page, path);
          return head.page.locator('main').innerText();
        },
        { timeout: 150_000, interval: 3000 },
      )
      .toContain('คะแนนรวม');
    const groups = await head.page.locator('table.stacked').nth(1).locator('tbody tr').allInnerTexts();
    const cells = groups.map((row) => row.split('\t').map((cell) => cell.trim()));
    expect(cells.find(([name]) => name === 'ทั้งหน่วยงาน')?.[1]).toBe('500');
    expect(cells.find(([name]) => name?.startsWith('ไม่เกิน 1 ปี'))?.[1]).toBe('ไม่แสดง');
    // The next smallest goes with it: 500 less the shown ones would be the three otherwise.
    expect(cells.find(([name]) => name?.startsWith('เกิน 5 ปี'))?.[1]).toBe('ไม่แสดง');
    expect(cells.find(([name]) => name === 'เกิน 10 ปี')?.[1]).toBe('299');
    await head.page.getByText('อยากให้ประกาศผลการประเมินให้ทุกคนเห็น').waitFor();
    await lookAt(head.page, 'survey-results');
    expect(await sendForm(address, codes[9]!)).toBe('409');
  });

  test('and nothing of a token, a code or one person’s answer is left, in the database or in what was printed', async () => {
    const database = await openDatabase(instance);
    try {
      for (const table of ['spent', 'fresh_spent', 'code', 'issued', 'arrival', 'tally', 'returned']) {
        const { rows } = await database.query(`select count(*)::int as count from survey.${table}`);
        expect({ table, ...rows[0] }).toEqual({ table, count: 0 });
      }
    } finally {
      await database.end();
    }
    const output = instance.output();
    expect(codes.filter((code) => output.includes(code))).toEqual([]);
    await visit(head.page, path);
    await head.page.locator('button[value=publish]').click();
    await head.page.waitForURL(/\?done=published/);
    const { page } = await newCitizen(browser);
    await page.goto(address);
    await page.getByText('คะแนนตามตัวชี้วัด').first().waitFor();
    await lookAt(page, 'survey-public-results');
    expect(await page.locator('main').innerText()).not.toContain('อยากให้ประกาศ');
    expect(found).toEqual([]);
  });
});

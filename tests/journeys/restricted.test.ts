/** A report about a province's head: sealed for the ministry alone, unseen where it happened, then for two named persons only. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, bridge, newCitizen, openForm, sendReport } from './citizen.ts';
import {
  grantToAll,
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { joinAs, openFromQueue, openMinistry, openProvince, stageTag } from './officer.ts';

const about = 'หัวหน้าศูนย์ของจังหวัด สั่งให้แก้ผลการตรวจรับ';
const caseOf = (page: Page) => new URL(page.url()).pathname;

/** What an officer's browser can find of a case, by every way there is. */
async function traces({ page }: OfficerPage, path: string, fileId: string): Promise<Record<string, unknown>> {
  await visit(page, '/office/work');
  const rows = await page.locator('.queue tbody tr').count();
  const answer = await page.goto(new URL(path, page.url()).href);
  const story = await page.locator('.story').count();
  const id = path.split('/').at(-1)!;
  const asked = await page.evaluate(
    async ({ id, fileId }) => {
      const batch = await fetch('/office/search/batch');
      const data = await fetch(`/office/cases/${id}.data`);
      const file = await fetch(`/office/files/${fileId}`);
      const act = await fetch(`/office/cases/${id}/acts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: crypto.randomUUID(), act: 'assign', revision: 1, personId: null }),
      });
      return {
        inBatch: (await batch.text()).includes(id),
        data: data.status,
        file: file.status,
        isActRefused: act.status >= 400,
      };
    },
    { id, fileId },
  );
  return { rows, page: answer?.status(), story, ...asked };
}

const nothing = { page: 404, story: 0, inBatch: false, data: 404, file: 404, isActRefused: true };

describe.skipIf(!hasBrowser)('a report about the head of the province', { timeout: 120_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let colleague: OfficerPage;
  let third: OfficerPage;
  let province: { head: OfficerPage; officer: OfficerPage };
  let path = '';
  let fileId = '';

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await openMinistry(browser, instance);
    province = await openProvince(browser, ministry);
    const officerOf = (nameTh: string, email: string) =>
      joinAs(browser, ministry, { unitCode: 'MOI', nameTh, email, roles: ['case-officer'] });
    colleague = await officerOf('นางสาวกมลชนก สุขใจ', 'kamol@moi.example');
    third = await officerOf('นายวิชัย ชอบธรรม', 'wichai@moi.example');
    await grantToAll(ministry);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('the reporter says whom it concerns, and is told before sending where it goes and who will not see it', async () => {
    const { page, context, problems } = await newCitizen(browser);
    await openForm(page, instance);
    const files = [{ name: 'คำสั่ง.txt', mimeType: 'text/plain', buffer: Buffer.from('ให้แก้ผลตรวจรับ') }];
    await answerAll(page, { ...bridge, about, insider: 'head', files });
    await page.locator('#routing', { hasText: 'ศูนย์ที่ถูกกล่าวถึงจะไม่เห็น' }).waitFor();
    expect(await page.locator('#routing').innerText()).toContain('กระทรวงมหาดไทย');
    await sendReport(page);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the ministry reads it, and sees that it is for the ministry only', async () => {
    await openFromQueue(ministry, about.slice(0, 20));
    path = caseOf(ministry.page);
    await stageTag(ministry.page, 'เฉพาะศูนย์นี้').waitFor();
    const fetched = ministry.page.waitForResponse((answer) => answer.url().includes('/office/files/'));
    await ministry.page.getByRole('button', { name: 'เปิดดู' }).click();
    fileId = new URL((await fetched).url()).pathname.split('/').at(-1)!;
    await ministry.page.locator('pre.file-view', { hasText: 'ให้แก้ผลตรวจรับ' }).waitFor();
    // What is asked of the others below does find it here.
    expect(await traces(ministry, path, fileId)).toMatchObject({
      rows: 1,
      page: 200,
      inBatch: true,
      file: 200,
    });
  });

  test('the province’s head and officer find nothing: no row, no page, no batch, no file, no act', async () => {
    for (const officer of [province.head, province.officer])
      expect(await traces(officer, path, fileId)).toEqual({ rows: 0, ...nothing });
  });

  test('a plain report to the same province is theirs, and the ministry sees no story of it', async () => {
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    await answerAll(page, bridge);
    await sendReport(page);
    await context.close();
    await openFromQueue(province.officer, bridge.about!.slice(0, 20));
    const own = caseOf(province.officer.page);
    await ministry.page.goto(instance.url + own);
    await ministry.page.locator('h1').first().waitFor();
    expect(await ministry.page.locator('.story').count()).toBe(0);
  });

  test('restricted to two named persons, the third colleague loses sight, and the two go on', async () => {
    await visit(third.page, path);
    await third.page.locator('.story').waitFor();
    await visit(ministry.page, path);
    await ministry.page.locator('.story').waitFor();
    await ministry.page.locator('summary', { hasText: 'จำกัดผู้อ่าน' }).click();
    await ministry.page.locator('.acts .choice', { hasText: 'กมลชนก' }).click();
    await ministry.page.getByRole('button', { name: 'จำกัดผู้อ่านเดี๋ยวนี้' }).click();
    await stageTag(ministry.page, 'เฉพาะผู้มีชื่อ').waitFor();

    expect(await traces(third, path, fileId)).toEqual({ rows: 0, ...nothing });
    await visit(colleague.page, path);
    await colleague.page.locator('.story').waitFor();
    await colleague.page.locator('#note').fill('เก็บสำเนาสัญญาไว้แล้ว');
    await colleague.page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await colleague.page.locator('.messages', { hasText: 'เก็บสำเนาสัญญาไว้แล้ว' }).waitFor();
    await visit(ministry.page, path);
    await ministry.page.locator('.messages', { hasText: 'เก็บสำเนาสัญญาไว้แล้ว' }).waitFor();
    expect(await ministry.page.locator('.note.bad').count()).toBe(0);
  });
});

/** A department plans its year, is returned, files again; the ministry verifies, publishes and looks at all 91. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsText } from '#interface/fields/text.ts';
import {
  hasBrowser,
  type Instance,
  inviteOfficer,
  newOfficer,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { addMeasure, beginPlan, returnPlan, step, submitPlan } from './plan-steps.ts';

describe.skipIf(!hasBrowser)('an action plan', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('from the first measure to the public page', async () => {
    const ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นายสมชาย ตั้งตรง',
      email: 'somchai@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const link = await inviteOfficer(ministry, {
      unitCode: 'DOPA',
      nameTh: 'นางสาวกมล วางแผน',
      email: 'kamol@dopa.example',
      roles: ['planner'],
    });
    const department = await newOfficer(browser, link, {
      nameTh: 'นางสาวกมล วางแผน',
      locale: 'th',
      width: 390,
    });

    const plan = await beginPlan(department.page);
    await addMeasure(department.page, plan, 'ลดขั้นตอนออกใบอนุญาต', 'ทำให้ดีขึ้น');
    await submitPlan(department.page);

    await visit(ministry.page, '/office/notices');
    await ministry.page.getByText('กรมการปกครอง ส่งแผนปฏิบัติการปี').first().waitFor();
    await visit(ministry.page, plan);
    await returnPlan(ministry.page, 'ตัวชี้วัดยังนับไม่ได้ โปรดระบุจำนวน');

    await visit(department.page, plan);
    await department.page.getByText('ตัวชี้วัดยังนับไม่ได้ โปรดระบุจำนวน').waitFor();
    await department.page.getByRole('link', { name: /^แก้ไข/ }).click();
    const indicator = department.page.locator('form.measure [name=indicator]');
    const lastDay = department.page.locator('[name=endsOn-d]');
    await lastDay.fill('31');
    await indicator.fill('จำนวนกระบวนงานที่ลดขั้นตอน');
    await department.page.locator('form.measure .button.main').click();
    // 31 September is in no calendar: the browser says so in our words, sends nothing and keeps what was typed.
    expect(await lastDay.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      fieldsText('th').date.impossible,
    );
    expect(await lastDay.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await indicator.inputValue()).toBe('จำนวนกระบวนงานที่ลดขั้นตอน');
    await lastDay.fill('30');
    await department.page.locator('form.measure .button.main').click();
    await department.page.locator('.note.good').waitFor();
    await submitPlan(department.page);

    await visit(ministry.page, plan);
    await step(ministry.page, 'verify');
    await step(ministry.page, 'publish');

    await visit(department.page, plan);
    await department.page.getByRole('link', { name: /^รายงานผล/ }).click();
    await department.page.locator('#done').fill('ลดแล้ว 3 กระบวนงาน');
    await department.page.locator('#spent').fill('๑๒,๕๐๐');
    await department.page.locator('#progress').fill('25');
    await department.page.getByRole('button', { name: 'บันทึกผล' }).click();
    await department.page.locator('.note.good').waitFor();

    await visit(ministry.page, '/office/plans/network');
    expect(await ministry.page.locator('table.stacked').last().locator('tbody tr').count()).toBe(91);
    await visit(ministry.page, '/office/plans/network?state=published');
    const row = ministry.page.locator('table.stacked').last().locator('tbody tr');
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toContain('25 %');

    const anybody = await browser.newPage({ javaScriptEnabled: false });
    await anybody.goto(`${instance.url}/plans`);
    await anybody.getByRole('link', { name: 'กรมการปกครอง' }).click();
    await anybody.getByText('จำนวนกระบวนงานที่ลดขั้นตอน').waitFor();
    await anybody.getByText('12,500 บาท').waitFor();
  });
});

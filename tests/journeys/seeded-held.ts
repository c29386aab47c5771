/** A seminar that is over with certificates, and the addresses that its people get by mail: no list links to them. */
import type { Page } from 'playwright-core';
import { type Instance, visit } from './fixtures.ts';
import { holdSeminar } from './held-seminar.ts';
import { importBank, releaseTest } from './seeded-tests.ts';

/** Addresses of participants' own pages, of a certificate, and of the organisers' pages that show them. */
export async function seedHeldSeminar(instance: Instance, page: Page): Promise<readonly string[]> {
  const seminar = await holdSeminar(instance);
  try {
    const seat = await seminar.addSeat('คำแพง ใจงาม');
    await seminar.addSeat('บุญมี ยอดเมือง');
    const base = `/office/seminars/${seminar.id}`;
    for (const half of ['am', 'pm']) {
      await visit(page, `${base}/attendance/paper?session=${seminar.today}/${half}`);
      await page.locator(`[name=seat][value="${seat}"]`).check();
      await page.locator('form .button.act').click();
      await page.locator('.note.good').waitFor();
    }
    await visit(page, `${base}/attendance/devices`);
    await page.locator('[name=name]').fill('ประตูใหญ่');
    await page.locator('form .button.act').click();
    await page.locator('.device-address').waitFor();
    await visit(page, `${base}/certificates`);
    await page.locator('[name=signerName]').fill('นายสมชาย ตั้งตรง');
    await page.locator('[name=signerPosition]').fill('หัวหน้าศูนย์');
    await page.locator('form .button.act').click();
    const line = page.locator('table a[href*="/certificates/"]');
    await line.first().waitFor({ timeout: 60_000 });
    // Read here: the page is left below.
    const certificate = (await line.first().getAttribute('href'))!;
    const { rows } = await seminar.database.query('select code from seminars.certificate');
    await importBank(page);
    await releaseTest(page, { seminarId: seminar.id, today: seminar.today, phase: 'pre' });
    const tests = await seminar.database.query('select id from seminars.test');
    const own = [seminar.seatPath(seat), `/certificates/${rows[0].code}`];
    const pages = [
      own[0]!,
      `${own[0]}/form`,
      `${own[0]}/ticket`,
      `${own[0]}/certificates`,
      `${own[0]}/tests/${tests.rows[0].id}`,
      own[1]!,
    ];
    return [
      ...pages,
      ...pages.map((path) => `/en${path}`),
      `${base}/attendance`,
      `${base}/attendance/devices`,
      `${base}/attendance/paper`,
      `${base}/attendance/people/${seat}`,
      `${base}/register/${seat}`,
      `${base}/certificates`,
      `${base}/tests`,
      certificate,
    ];
  } finally {
    await seminar.database.end();
  }
}

/** A participant evaluates and writes her plan on a telephone without script; a month later she and her head answer. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import {
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { joinAs, openMinistry } from './officer.ts';
import { type TaughtSeminar, teachSeminar } from './taught-seminar.ts';

describe.skipIf(!hasBrowser)('learning', { timeout: 240_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let head: OfficerPage;
  let seminar: TaughtSeminar;
  let seats: string[];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await openMinistry(browser, instance);
    head = await joinAs(browser, ministry, {
      unitCode: 'TH-50',
      nameTh: 'นางพิมพ์ใจ ศรีสุข',
      email: 'pimjai@province.example',
      roles: ['head'],
    });
    seminar = await teachSeminar(instance, 1);
    seats = [];
    for (let at = 0; at < 5; at += 1) seats.push(await seminar.addSeat('TH-50', { name: `ผู้เข้าร่วม ${at}` }));
  }, 240_000);
  afterAll(async () => {
    await seminar?.database.end();
    await browser?.close();
    await instance?.stop();
  });

  /** A telephone without script, and the page below a seat. */
  const onTelephone = async (seat: string, below = ''): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${instance.url}${seat}${below}`);
    return page;
  };
  const close = (page: Page) => page.context().close();

  test('evaluates every part without script; four answers show the organiser nothing, the fifth shows all', async () => {
    for (const [at, seat] of seats.entries()) {
      const page = await onTelephone(seat);
      await page.locator('main a[href$="/evaluation"]').click();
      for (const row of await page.locator('.marks-row').all())
        await row.locator(`input[value="${(at % 2) + 4}"]`).check();
      await page.locator('textarea').first().fill(`ตัวอย่างจริงช่วยได้มาก ${at}`);
      await page.locator('main form button.act').click();
      await page.locator('.note.good').waitFor();
      expect(await page.locator('.marks-row').count()).toBe(0);
      await close(page);
      if (at !== 3) continue;
      await visit(ministry.page, `/office/seminars/${seminar.id}/evaluation`);
      expect(await ministry.page.locator('main').innerText()).not.toContain('ตัวอย่างจริง');
    }
    await visit(ministry.page, `/office/seminars/${seminar.id}/evaluation`);
    const shown = ministry.page.locator('main');
    await shown.locator('summary', { hasText: 'ช่วงนี้' }).first().click();
    await shown.getByText('ตัวอย่างจริงช่วยได้มาก 0').waitFor();
    expect(await shown.innerText()).toContain('4.4');
  });

  test('writes a plan; a month later she and her head answer, and the organiser sees how many did', async () => {
    const [seat] = seats as [string];
    const page = await onTelephone(seat, '/plan');
    await page.locator('#what').fill('ตอบรับเรื่องร้องเรียนทุกเรื่องภายในห้าวัน');
    await page.locator('[name=dueOn-d]').fill('31');
    await page.locator('[name=dueOn-m]').selectOption('12');
    await page.locator('[name=dueOn-y]').fill('2590');
    await page.locator('main form button.main').click();
    // The browser itself asks for what is missing; what was typed stays.
    await page.locator('#seenBy').fill('ทะเบียนรับเรื่องของศูนย์');
    await page.locator('main form button.main').click();
    await page.locator('.note.good').waitFor();
    await close(page);

    await seminar.letPass(30);
    const later = await onTelephone(seat, '/plan');
    await later.locator('[name=done][value=partly]').check();
    await later.locator('[name=note]').fill('ขาดคนรับเรื่องช่วงบ่าย');
    await later.locator('main form button.act').click();
    await later.locator('.note.good').waitFor();
    expect(await later.locator('main form').count()).toBe(0);
    await close(later);

    await visit(head.page, '/office/learning');
    const waiting = head.page.locator('section[aria-labelledby=answers] .card').first();
    await waiting.getByText('ขาดคนรับเรื่องช่วงบ่าย').waitFor();
    await waiting.locator('[name=done][value=yes]').check();
    await waiting.locator('button.act').click();
    await head.page.locator('.note.good').waitFor();
    await visit(ministry.page, `/office/seminars/${seminar.id}/evaluation`);
    expect(await ministry.page.locator('section[aria-labelledby=level-3]').innerText()).toContain('1 จาก 5');
  });

  test('no barrier on the pages of a telephone', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const [, second] = seats as [string, string];
    for (const below of ['', '/plan', '/materials', '/evaluation']) {
      await page.goto(`${instance.url}${second}${below}`);
      expect([below, await barriers(page)]).toEqual([below, []]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([below, wide]).toEqual([below, 0]);
    }
    await context.close();
  });
});

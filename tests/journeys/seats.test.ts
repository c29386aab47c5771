/** A seat's way in the browser: quota, nomination, approval, the waiting list, an offer taken without script, the form. */
import type { Browser } from 'playwright-core';
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
import { joinAs, openMinistry, openProvince } from './officer.ts';
import { fillQuotas, nameSomebody, publishForm, seatAddress } from './seats.ts';
import { publishSeminar } from './seminar.ts';

describe.skipIf(!hasBrowser)('seats of a seminar', { timeout: 240_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let organiser: OfficerPage;
  let province: { readonly head: OfficerPage; readonly officer: OfficerPage };
  let seminar: string;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    const ministry = await openMinistry(browser, instance);
    organiser = await joinAs(browser, ministry, {
      unitCode: 'MOI',
      nameTh: 'นางสาวกมลชนก สุขใจ',
      email: 'kamol@moi.example',
      roles: ['organiser', 'head'],
    });
    province = await openProvince(browser, ministry);
    seminar = await publishSeminar(organiser.page);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('a centre with one seat left sends two: one is seated, the other waits, is offered the seat and takes it', async () => {
    const { page } = organiser;
    // One seat for each province; all others are kept for the ministry, so that nothing is left in common.
    await fillQuotas(page, seminar, 1, 'province');
    await fillQuotas(page, seminar, 210 - 76, 'ministry');
    await publishForm(page, seminar);

    await nameSomebody(province.officer.page, seminar, 'หนึ่ง ใจดี', 'one@province.example');
    await nameSomebody(province.officer.page, seminar, 'สอง ใจดี', 'two@province.example');
    const head = province.head.page;
    await visit(head, '/office/nominations');
    await head.locator('a.button.act').click();
    for (const name of ['หนึ่ง ใจดี', 'สอง ใจดี']) {
      await head.locator('.nominate-list li', { hasText: name }).locator('button.act').click();
      await head.locator('.note.good').waitFor();
      await head
        .locator('.nominate-list li', { hasText: name })
        .locator('button.act')
        .waitFor({ state: 'detached' });
    }
    expect(await head.locator('.nominate-list li .tag').allInnerTexts()).toEqual([
      'ได้ที่นั่งแล้ว',
      'อยู่ในรายชื่อสำรอง',
    ]);
    await visit(page, `${seminar}/seats`);
    expect(await page.locator('main').innerText()).toContain('ที่สงวนไว้ให้ศูนย์ตามโควตา');

    const plain = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const own = await plain.newPage();
    await own.goto(instance.url + (await seatAddress(page, seminar, 'หนึ่ง ใจดี')));
    await own.locator('.seat-leave summary').click();
    await own.getByRole('button', { name: 'ยืนยันถอนชื่อ' }).click();
    expect(await own.locator('.note.good').innerText()).toContain('ถอนชื่อแล้ว');

    const second = instance.url + (await seatAddress(page, seminar, 'สอง ใจดี'));
    await own.goto(second);
    expect(await own.locator('.note.warn').innerText()).toContain('ตอบภายใน');
    await own.getByRole('button', { name: 'รับที่นั่ง', exact: true }).click();
    expect(await own.locator('.tag').first().innerText()).toBe('ได้ที่นั่งแล้ว');

    await own.getByRole('link', { name: 'แบบลงทะเบียน' }).click();
    expect(await own.locator('[name="f.room-mate-name"]').isVisible()).toBe(false);
    await own.locator('[name="f.food"][value=halal]').check();
    await own.locator('[name="f.lodging"][value=yes]').check();
    await own.locator('[name="f.room-mate"][value=named]').check();
    expect(await own.locator('[name="f.room-mate-name"]').isVisible()).toBe(true);
    await own.locator('[name="f.listed"][value=yes]').check();
    await own.getByRole('button', { name: 'ส่งคำตอบ' }).click();
    expect(await own.locator('[role=alert]').innerText()).toContain('มีคำตอบที่ต้องแก้');
    expect(await own.locator('[name="f.food"][value=halal]').isChecked()).toBe(true);
    await own.locator('[name="f.room-mate-name"]').fill('สาม ใจดี');
    await own.getByRole('button', { name: 'ส่งคำตอบ' }).click();
    expect(await own.locator('.note.good').innerText()).toContain('บันทึกคำตอบแล้ว');

    await visit(page, `${seminar}/register?state=confirmed`);
    await page.locator('.register-table a', { hasText: 'สอง ใจดี' }).click();
    await page.locator('dd', { hasText: 'สาม ใจดี' }).waitFor();
    await plain.close();
  });

  test('the pages of seats have no barrier, on a telephone and a desk, and none scrolls sideways', async () => {
    const link = await seatAddress(organiser.page, seminar, 'สอง ใจดี');
    const names = seminar.replace('/office/seminars/', '/office/nominations/');
    const paths = [
      ...['seats', 'quotas', 'register', 'register/import', 'seats/form', 'seats/settings'].map(
        (path) => `${seminar}/${path}`,
      ),
      '/office/nominations',
      names,
      `${names}/import`,
      link,
      `${link}/form`,
    ];
    const found: string[] = [];
    for (const path of paths)
      for (const width of [390, 1280]) {
        await organiser.page.setViewportSize({ width, height: 844 });
        await organiser.page.goto(instance.url + path, { waitUntil: 'networkidle' });
        found.push(...(await barriers(organiser.page)).map((barrier) => `${barrier} at ${width}`));
        const wide = await organiser.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wide > 0) found.push(`${path} scrolls sideways by ${wide} at ${width}`);
      }
    expect(found).toEqual([]);
  });
});

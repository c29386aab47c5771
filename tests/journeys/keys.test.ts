/** From an empty instance to a centre whose two officers hold its key, by passkey alone; then the ways back in. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, stepAt } from '#features/network/totp.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import {
  enrolKeys,
  grantToAll,
  hasBrowser,
  type Instance,
  inviteOfficer,
  live,
  makeCentreKey,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';

describe.skipIf(!hasBrowser)('keys of a new centre', { timeout: 120_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let head: OfficerPage;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('the first link makes an administrator who also heads the ministry’s centre, once', async () => {
    head = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
    });
    expect(new URL(head.page.url()).pathname).toBe('/office/work');
    const again = await (await browser.newContext()).newPage();
    expect((await again.goto(instance.firstLink))?.status()).toBe(404);
    await again.context().close();
  });

  test('she makes her keys with a passkey, and the centre’s first key', async () => {
    const code = await enrolKeys(head);
    expect(code).toMatch(/^(\d{4} ){5}\d{4}$/);
    await makeCentreKey(head);
    const { centres } = await head.page.evaluate(() =>
      fetch('/office/api/vault').then((answer) => answer.json()),
    );
    expect(centres).toMatchObject([{ code: 'MOI', epochs: [{ epoch: 1, grant: expect.any(String) }] }]);
  });

  test('a reload and a new tab find the keys open; locking shuts them in both', async () => {
    await head.page.reload();
    await live(head.page);
    await head.page.locator('.card .tag.good').waitFor();
    const tab = await head.context.newPage();
    await tab.goto(`${instance.url}/office/keys`);
    await live(tab);
    await tab.locator('.card .tag.good').waitFor();
    await tab.locator('.card button.plain').click();
    await head.page.locator('.unlock').waitFor();
    await tab.close();
    await head.page.locator('.unlock .button.main').click();
    await head.page.locator('.card .tag.good').waitFor();
  });

  test('a second officer joins, unlocks by passphrase or printed code, and reads nothing until she is granted', async () => {
    const link = await inviteOfficer(head, {
      unitCode: 'MOI',
      nameTh: 'นายอนุชา รักดี',
      email: 'anucha@moi.example',
      roles: ['case-officer'],
    });
    const officer = await newOfficer(browser, link, { nameTh: 'นายอนุชา รักดี' });
    const passphrase = 'ช้าง แม่น้ำ ดินสอ ร่มเงา';
    const code = await enrolKeys(officer, passphrase);
    await officer.page.locator('.note.warn').waitFor();

    await grantToAll(head);
    await officer.page.reload();
    await live(officer.page);
    await officer.page.locator('.rows .tag.good').first().waitFor();
    expect(await officer.page.locator('.note.warn').count()).toBe(0);

    const lock = async () => {
      await officer.page.locator('.card button.plain').click();
      await officer.page.locator('.unlock').waitFor();
    };
    await lock();
    await officer.page.locator('[name=secret]').fill('ช้าง แม่น้ำ ดินสอ');
    await officer.page.locator('.unlock [type=submit]').click();
    await officer.page.locator('.unlock .problem').waitFor();
    await officer.page.locator('[name=secret]').fill(passphrase);
    await officer.page.locator('.unlock [type=submit]').click();
    await officer.page.locator('.card .tag.good').waitFor();
    await lock();
    await officer.page.locator('.unlock button.plain').click();
    await officer.page.locator('[name=secret]').fill(code.replaceAll(' ', ''));
    await officer.page.locator('.unlock [type=submit]').click();
    await officer.page.locator('.card .tag.good').waitFor();
    await officer.close();
  });

  test('somebody without a passkey joins with a password and the code of an authenticator', async () => {
    const link = await inviteOfficer(head, {
      unitCode: 'MOI',
      nameTh: 'นางสาวกมลชนก สุขใจ',
      email: 'kamol@moi.example',
      roles: ['auditor'],
    });
    const page = await (await browser.newContext()).newPage();
    await page.goto(link);
    await live(page);
    await page.locator('section.card .button').last().click();
    const secret = fromBase32((await page.locator('.totp-secret').innerText()).replaceAll(' ', ''));
    await page.locator('[name=password]').fill('ช้างสามตัวข้ามแม่น้ำ');
    await page.locator('[name=code]').fill(codeOf(secret, stepAt(new Date())));
    await page.locator('section.card [type=submit]').click();
    await page.waitForURL('**/office/me');
    // An auditor handles no matter and is offered no keys.
    expect(await page.locator('nav a[href="/office/keys"]').count()).toBe(0);
    await page.context().close();
  });

  test('when an officer leaves, the page asks for a new epoch, and the leaver is not among its holders', async () => {
    await visit(head.page, '/office/people');
    const leaver = head.page.locator('.rows > li', { hasText: 'anucha@moi.example' });
    await leaver.locator('li.row button.plain').click();
    await leaver.locator('li.row button.danger').click();
    await head.page.locator('.note.warn').waitFor();
    await visit(head.page, '/office/keys');
    await head.page.locator('.note.warn .button.act:enabled').click();
    await head.page.getByText('Epoch 2').waitFor();
    await head.page.locator('.note.warn').waitFor({ state: 'detached' });
    expect(await head.page.locator('.rows .tag.good').count()).toBe(1);
  });

  test('a server that shows another key for the centre is caught, on every page', async () => {
    const slipped = await recipientOf(generateIdentity());
    await head.page.route('**/office/api/vault', async (route) => {
      const answer = await route.fetch();
      const facts = await answer.json();
      facts.centres[0].epochs.at(-1).recipient = slipped;
      await route.fulfill({ response: answer, json: facts });
    });
    await visit(head.page, '/office/me');
    const alarm = head.page.getByRole('alert');
    await alarm.waitFor();
    // Not the key seen before, and not the one granted.
    await expect.poll(() => alarm.locator('li').count()).toBe(2);
    await head.page.unroute('**/office/api/vault');
  });

  test('signing out destroys the opened keys; signing in with the passkey opens them with the same touch', async () => {
    await head.page.locator('.account button.plain').last().click();
    await head.page.waitForURL('**/office/sign-in');
    await live(head.page);
    expect(
      await head.page.evaluate(() =>
        Object.keys(sessionStorage).filter((name) => name.startsWith('prongsai.')),
      ),
    ).toEqual([]);
    await head.page.locator('.button.main').click();
    await head.page.waitForURL('**/office/work');
    await head.page.goto(`${instance.url}/office/keys`);
    await head.page.locator('.card .tag.good').waitFor();
  });
});

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

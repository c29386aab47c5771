/** Every page of src/routes.ts, in both languages, on a telephone and a desk, by day and by night: no barrier, no sideways scroll. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { bridge, newCitizen } from './citizen.ts';
import { hasBrowser, type Instance, openBrowser, startInstance } from './fixtures.ts';
import { type Leaf, leafAt, leaves, plainAddress } from './route-list.ts';
import { type Seeded, seedInstance } from './seeded.ts';

const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.skipIf(!hasBrowser)('every page', { timeout: 900_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let seeded: Seeded;
  const addresses = new Map<string, string>();
  const found: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    seeded = await seedInstance(browser, instance);
    for (const address of seeded.addresses) addresses.set(leafAt(address)!, address);
  }, 480_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  /** Opens a page once, looks at it in every light and width, and follows what it links to. */
  async function lookAt(page: Page, address: string, language: 'th' | 'en'): Promise<void> {
    const answer = await page.goto(instance.url + address, { waitUntil: 'networkidle' });
    const name = `${address} (${language})`;
    if ((answer?.status() ?? 0) >= 500) found.push(`${name} answers ${answer?.status()}`);
    if ((await page.title()).trim().length < 3) found.push(`${name} has no title`);
    const lang = await page.locator('html').getAttribute('lang');
    if (lang !== language) found.push(`${name} says it is in ${lang}`);
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(
        ...(await barriers(page)).map((barrier) => `${barrier} (${language} ${width} ${colorScheme})`),
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) found.push(`${name} scrolls sideways by ${wide} px at ${width}`);
    }
    const links = await page
      .locator('main a[href^="/"]:not([download])')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const link of links) {
      const { pathname } = new URL(link, instance.url);
      const leaf = leafAt(pathname);
      // Lists as CSV and feeds stand beside pages, and are none.
      if (leaf && !/\.[a-z]+$/.test(pathname) && !addresses.has(leaf)) addresses.set(leaf, pathname);
    }
  }

  /** Looks at every page asked for that has an address, until no page leads to another. */
  async function walk(page: Page, wanted: readonly Leaf[], languageOf: (leaf: Leaf) => 'th' | 'en') {
    for (const leaf of wanted) {
      const plain = plainAddress(leaf);
      if (plain !== undefined) addresses.set(leaf.id, plain);
    }
    const seen = new Set<string>();
    for (;;) {
      const leaf = wanted.find(({ id }) => addresses.has(id) && !seen.has(id));
      if (!leaf) return;
      seen.add(leaf.id);
      await lookAt(page, addresses.get(leaf.id)!, languageOf(leaf));
    }
  }

  test('the list is the routes file’s', () => {
    expect(leaves.length).toBeGreaterThan(50);
    expect(leafAt('/en/report')).toBe('en-report');
    expect(leafAt('/office/cases/1')).toBe('features/cases/pages/case.tsx');
  });

  test('citizens’ pages, each in its language', async () => {
    const { page, problems } = await newCitizen(browser);
    const pages = leaves.filter(({ isOffice }) => !isOffice);
    await walk(page, pages, ({ pattern }) => (pattern.startsWith('/en') ? 'en' : 'th'));
    expect(problems).toEqual([]);
    expect(found.splice(0)).toEqual([]);
  });

  test('the pages before signing in', async () => {
    const { page } = await newCitizen(browser);
    for (const address of ['/office/sign-in', new URL(seeded.joinLink).pathname]) {
      addresses.set(leafAt(address)!, address);
      await lookAt(page, address, 'th');
    }
    expect(found.splice(0)).toEqual([]);
  });

  test.each(['th', 'en'] as const)('officers’ pages in %s', async (language) => {
    const { page, context } = seeded.officer;
    await context.addCookies([{ name: 'lang', value: language, domain: 'localhost', path: '/office' }]);
    const before = ['/office/sign-in', '/office/join/:token'];
    await walk(
      page,
      leaves.filter(({ isOffice, pattern }) => isOffice && !before.includes(pattern)),
      () => language,
    );
    expect(found.splice(0)).toEqual([]);
  });

  test('none was forgotten: a new page is linked from another and has something seeded to show', () => {
    expect(leaves.filter(({ id }) => !addresses.has(id)).map(({ pattern }) => pattern)).toEqual([]);
  });

  test('a report is written and sent by keyboard alone', async () => {
    const { page, problems } = await newCitizen(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(instance.url);
    await tabTo(page, 'main a[href="/report"]');
    await page.keyboard.press('Enter');
    await page.locator('#report-form[data-ready]').waitFor();
    const next = async () => {
      await tabTo(page, '[data-do=next]');
      await page.keyboard.press('Enter');
    };
    await tabTo(page, '#about');
    await page.keyboard.insertText(bridge.about!);
    await page.keyboard.press('Enter');
    await tabTo(page, '#centre-search');
    await page.keyboard.insertText('เชียงใหม่');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await next();
    await next();
    await tabTo(page, '[name=topic]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await tabTo(page, '#happened');
    await page.keyboard.insertText(bridge.happened!);
    for (let left = 7; left > 0 && !(await page.locator('[data-step=send][data-now]').count()); left--)
      await next();
    await tabTo(page, '#send');
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
  });
});

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

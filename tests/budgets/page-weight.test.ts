/** What a first visit costs: bytes as they travel, script, and whom the browser asks. Measured in Chromium on a whole instance. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, type Instance, openBrowser, startInstance } from '../journeys/fixtures.ts';
import { openMinistry } from '../journeys/officer.ts';
import { leaves, plainAddress } from '../journeys/route-list.ts';
import { importLaw } from '../journeys/seeded.ts';

type Weight = {
  readonly bytes: number;
  readonly script: number;
  /** Hosts asked, other than ours. */
  readonly foreign: readonly string[];
  readonly asked: readonly string[];
};

describe.skipIf(!hasBrowser)('page weight', { timeout: 300_000 }, () => {
  let instance: Instance;
  let browser: Browser;

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    // With a key somewhere, the report page is the form; without one it only says that nobody could read.
    await openMinistry(browser, instance);
    await importLaw(instance);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  /** A first visit with an empty cache: encoded bytes of bodies and headers, as the network counts them. */
  async function weigh(path: string): Promise<Weight> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'th-TH' });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const kinds = new Map<string, { type: string; url: string }>();
    let bytes = 0;
    let script = 0;
    devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) =>
      kinds.set(requestId, { type: type ?? '', url: request.url }),
    );
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (kinds.get(requestId)?.type === 'Script') script += encodedDataLength;
    });
    await page.goto(instance.url + path, { waitUntil: 'networkidle' });
    await context.close();
    const asked = [...kinds.values()].map(({ url }) => url).filter((url) => /^https?:/.test(url));
    const foreign = [...new Set(asked.map((url) => new URL(url).host))].filter(
      (host) => host !== new URL(instance.url).host,
    );
    return { bytes, script, foreign, asked };
  }

  test.each(['/', '/en'])('the home page %s: at most 60 kB in all, no script', async (path) => {
    const { bytes, script } = await weigh(path);
    expect(bytes).toBeGreaterThan(2_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(script).toBe(0);
  });

  test('the report page with its island, before the first answer: at most 150 kB', async () => {
    const { bytes, script } = await weigh('/report');
    expect(script).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(150_000);
  });

  test('the follow-up page with its island: at most 150 kB', async () => {
    const { bytes, script } = await weigh('/follow');
    expect(script).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(150_000);
  });

  test('a section of a law: at most 60 kB, no script', async () => {
    const { bytes, script } = await weigh('/laws/trial-act-2550/2');
    expect(bytes).toBeGreaterThan(2_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(script).toBe(0);
  });

  test('no citizens’ page asks anybody but us, and only those that seal and the one at the door bring script', async () => {
    const paths = leaves
      .filter(({ isOffice }) => !isOffice)
      .map(plainAddress)
      .filter((path) => path !== undefined);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const { foreign, script, asked } = await weigh(path);
      expect(asked.length, path).toBeGreaterThan(0);
      expect(foreign, path).toEqual([]);
      if (!/\/(?:report|advice\/ask|follow|scan)$/.test(path)) expect(script, path).toBe(0);
    }
  });
});

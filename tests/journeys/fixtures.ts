/** What journeys stand on: a whole instance of the program, a browser, officers with passkeys, centres with keys. */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { freePort, launch, temporaryFolder } from '../start/instance.ts';

export const browserPath = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
/** Journeys are skipped, loudly, only where there is no Chromium. */
export const hasBrowser = browserPath !== undefined;

export type Instance = {
  readonly url: string;
  /** The one-time link of the first administrator, as printed. */
  readonly firstLink: string;
  readonly dataDir: string;
  /** Everything the program has printed. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

/** The program on a random port with a data folder of its own. The pages must have been built. */
export async function startInstance(settings: Record<string, string> = {}): Promise<Instance> {
  const folder = temporaryFolder();
  const port = await freePort();
  // Passkeys are bound to a host name, and an address in digits is none.
  const url = `http://localhost:${port}`;
  const started = launch({
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder.path,
    PROOF_OF_WORK_MAX: '500',
    ...settings,
  });
  let firstLink: string | undefined;
  for (let tries = 0; tries < 600 && !firstLink; tries++) {
    firstLink = /http:\/\/localhost:\d+\/office\/join\/[\w-]{43}/.exec(started.output())?.[0];
    if (started.process.exitCode !== null) break;
    await sleep(100);
  }
  if (!firstLink) {
    started.process.kill('SIGKILL');
    throw new Error(`no first link was printed:\n${started.output()}`);
  }
  return {
    url,
    firstLink,
    dataDir: folder.path,
    output: started.output,
    stop: async () => {
      started.process.kill('SIGTERM');
      await started.ended;
      folder.remove();
    },
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export type OfficerPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
};

export type NewOfficer = {
  readonly nameTh: string;
  /** Typed only when the link names no address. */
  readonly email?: string;
  /** The first administrator's further roles. */
  readonly alsoRoles?: readonly ('case-officer' | 'head')[];
  readonly width?: number;
  readonly locale?: 'th' | 'en';
};

/** A browser of its own with a virtual authenticator (passkeys with PRF), joined through a one-time link. */
export async function newOfficer(browser: Browser, link: string, officer: NewOfficer): Promise<OfficerPage> {
  const context = await browser.newContext({ viewport: { width: officer.width ?? 1280, height: 900 } });
  const { origin, hostname } = new URL(link);
  await context.addCookies([
    { name: 'lang', value: officer.locale ?? 'en', domain: hostname, path: '/office' },
  ]);
  const page = await context.newPage();
  await addAuthenticator(context, page);
  await page.goto(link);
  await live(page);
  const email = page.locator('[name=email]');
  if (officer.email) await email.fill(officer.email);
  await page.locator('[name=nameTh]').fill(officer.nameTh);
  for (const role of officer.alsoRoles ?? []) await page.locator(`[name=alsoRoles][value=${role}]`).check();
  await page.locator('section.card button.main').first().click();
  await page.waitForURL((url) => url.origin === origin && !url.pathname.startsWith('/office/join'));
  return { page, context, close: () => context.close() };
}

/** Waits until the script of an officers' page has taken over: a click before that is lost. */
export async function live(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor();
}

/** Opens an officers' page and waits until it is live. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await live(page);
}

/** A platform authenticator that verifies its user without asking, with the secret function of WebAuthn level 3. */
export async function addAuthenticator(context: BrowserContext, page: Page): Promise<string> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
}

/** Makes the officer's own keys, unlocked by her passkey or by the passphrase given; returns the printed code. */
export async function enrolKeys({ page }: OfficerPage, passphrase?: string): Promise<string> {
  await visit(page, '/office/keys');
  await page.locator('.card .button.act').click();
  if (passphrase === undefined) await page.locator('.card .button.main').click();
  else {
    const choose = page.locator('.card button.plain');
    if (await choose.isVisible()) await choose.click();
    await page.locator('[name=passphrase]').fill(passphrase);
    await page.locator('.card .button.main').click();
  }
  const code = (await page.getByTestId('recovery-code').innerText()).trim();
  await page.locator('[name=code]').fill(code);
  await page.locator('.card .button.act').click();
  await page.locator('.tag.good').first().waitFor();
  return code;
}

/** Makes the first key of the officer's centre. Her own keys must be open. */
export async function makeCentreKey({ page }: OfficerPage): Promise<void> {
  await visit(page, '/office/keys');
  await page.locator('section .card .button.act:enabled').click();
  await page.locator('.rows .tag.good').first().waitFor();
}

/** Grants the centre's key to every colleague who waits for it. */
export async function grantToAll({ page }: OfficerPage): Promise<void> {
  await visit(page, '/office/keys');
  await page.locator('.rows').first().waitFor();
  const grant = page.locator('.rows .button:enabled');
  await grant.first().waitFor();
  for (let left = await grant.count(); left > 0; left--) {
    await grant.first().click();
    await page.waitForFunction((before) => document.querySelectorAll('.rows .button').length < before, left);
  }
}

/** Invites somebody as an administrator or head; returns the link that the page shows once. */
export async function inviteOfficer(
  { page }: OfficerPage,
  invited: { unitCode: string; nameTh: string; email: string; roles: readonly string[] },
): Promise<string> {
  await visit(page, `/office/people?centre=${invited.unitCode}`);
  const form = page.locator('section.card form');
  await form.locator('[name=nameTh]').fill(invited.nameTh);
  await form.locator('[name=email]').fill(invited.email);
  for (const box of await form.locator('[name=roles]').all())
    await box.setChecked(invited.roles.includes((await box.getAttribute('value')) ?? ''));
  await form.locator('button[type=submit]').click();
  return page.getByTestId('one-time-link').inputValue();
}

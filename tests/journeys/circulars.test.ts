/** A province acknowledges a circular of the ministry, and the ministry sees that it has; the centre's news reaches the public. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { fillDate } from './fill-date.ts';
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

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];

const foundBarriers: string[] = [];

/** Looks at a page as a person would: for barriers always, as pictures when asked. */
async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  if (!look) return;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${look}/${name}-${width}.png`, fullPage: true });
  }
}

const pdf = { name: 'ว 123.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\njourney') };
const subject = 'แนวทางการงดรับของขวัญทุกชนิดจากการปฏิบัติหน้าที่ ประจำปีงบประมาณ พ.ศ. 2570';

describe.skipIf(!hasBrowser)('circulars and news', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let province: OfficerPage;
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const link = await inviteOfficer(ministry, {
      unitCode: 'TH-50',
      nameTh: 'นายอนุชา รักดี',
      email: 'anucha@moi.example',
      roles: ['case-officer'],
    });
    province = await newOfficer(browser, link, { nameTh: 'นายอนุชา รักดี', locale: 'th' });
    for (const { page } of [ministry, province]) {
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()} ${message.text()}`);
      });
    }
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('the ministry issues a circular that asks for an answer; a graded one is not taken', async () => {
    const { page } = ministry;
    await visit(page, '/office/circulars/new');
    await page.locator('[name=secrecy]').selectOption('secret');
    await page.locator('.note.bad').waitFor();
    expect(await page.locator('[name=file]').count()).toBe(0);
    await lookAt(page, 'circular-secret');
    await page.locator('[name=secrecy]').selectOption('none');
    await page.locator('[name=number]').fill('ที่ มท 0204/ว 123');
    await page.locator('[name=subject]').fill(subject);
    await page.locator('[name=gist]').fill('ให้ทุกศูนย์ประกาศเจตนารมณ์ และแจ้งชื่อผู้รับผิดชอบ');
    await page.locator('[name=file]').setInputFiles(pdf);
    await page.locator('[name=wantsAnswer]').check();
    await fillDate(page, 'answerDueOn', '2099-01-31');
    await page.locator('[name=answerAsked]').fill('ชื่อและตำแหน่งของผู้รับผิดชอบ');
    await lookAt(page, 'circular-new');
    await page.locator('form .button.act').click();
    await page.locator('.note.good').waitFor();
    expect(await page.locator('.reader-tiles li').count()).toBe(90);
    await lookAt(page, 'circular-issued');
  });

  test('the province sees it counted, reads it, acknowledges it in one click and answers', async () => {
    const { page } = province;
    await visit(page, '/office/me');
    expect(await page.locator('a[href="/office/notices"] .count').innerText()).toContain('1');
    await visit(page, '/office/notices');
    await lookAt(page, 'notices');
    await page.locator('form .button', { hasText: 'ดูแล้ว' }).last().click();
    await page.locator('a[href="/office/notices"] .count').waitFor({ state: 'detached' });
    await visit(page, '/office/circulars');
    await lookAt(page, 'circulars');
    await page.getByRole('link', { name: subject }).click();
    await page.locator('h1', { hasText: subject }).waitFor();
    const download = page.waitForEvent('download');
    await page.locator('main .button.main').first().click();
    expect((await download).suggestedFilename()).toBe('ว 123.pdf');
    await lookAt(page, 'circular');
    await page.locator('form .button.act').click();
    await page.getByText('รับทราบโดย นายอนุชา รักดี').waitFor();
    await page.locator('[name=text]').fill('นายอนุชา รักดี เจ้าหน้าที่รับผิดชอบเรื่อง');
    await page.locator('form .button.main').click();
    await page.getByText('ตอบโดย นายอนุชา รักดี').waitFor();
    await lookAt(page, 'circular-answered');
  });

  test('the ministry sees who has read and who has not', async () => {
    const { page } = ministry;
    await visit(page, '/office/circulars?show=issued');
    await lookAt(page, 'circulars-issued');
    await page.getByRole('link', { name: subject }).click();
    await page.locator('.reader-tiles .answered', { hasText: 'เชียงใหม่' }).waitFor();
    await page.getByRole('link', { name: /^ยังไม่รับทราบ/ }).click();
    await page.locator('.tile.dim').waitFor();
    expect(await page.locator('section table tbody tr').count()).toBe(89);
    await lookAt(page, 'circular-readers');
    await page.getByRole('button', { name: /89/ }).click();
    await page.getByText('ส่งแจ้งเตือนแล้ว').waitFor();
  });

  test('the ministry writes news, sees both languages, publishes; the public reads it', async () => {
    const { page } = ministry;
    await visit(page, '/office/news');
    await lookAt(page, 'office-news-empty');
    await visit(page, '/office/news/new');
    await page.locator('[name=titleTh]').fill('ประกาศเจตนารมณ์งดรับของขวัญทุกชนิด');
    await page.locator('[name=summaryTh]').fill('เจ้าหน้าที่กระทรวงมหาดไทยงดรับของขวัญทุกเทศกาล');
    await page
      .locator('[name=bodyTh]')
      .fill(
        'กระทรวงประกาศว่า **ไม่รับทุกชนิด**\n\n## สิ่งที่ประชาชนทำได้\n- ไม่ให้\n- แจ้งเมื่อพบเห็นที่ [หน้าแจ้งเรื่อง](/report)',
      );
    await page.locator('.preview h3', { hasText: 'สิ่งที่ประชาชนทำได้' }).waitFor();
    await page.locator('[name=slug]').fill('no-gift-2570');
    const photo = { name: 'p.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('[name=picture]').setInputFiles(photo);
    await page.locator('[name=altTh]').fill('หน้าจอของระบบ');
    await lookAt(page, 'office-news-new');
    await page.locator('form .button.main').click();
    await page.locator('.note.good').waitFor();
    await lookAt(page, 'office-news-draft');
    await page.locator('.news-step .button.act').click();
    await page.getByText('เผยแพร่แล้ว').waitFor();
    await visit(page, '/office/news');
    await lookAt(page, 'office-news');

    const citizen = await (await browser.newContext()).newPage();
    for (const [path, name] of [
      ['/', 'home'],
      ['/news', 'news'],
      ['/news/no-gift-2570', 'news-item'],
      ['/news/archive', 'news-archive'],
      ['/circulars', 'public-circulars'],
      ['/en/news', 'news-en'],
      ['/en/news/no-gift-2570', 'news-item-en'],
    ] as const) {
      await citizen.goto(instance.url + path);
      await lookAt(citizen, name);
    }
    expect(await citizen.locator('.note').innerText()).toBe(
      'The English text follows. For now there is the Thai text only.',
    );
    await citizen.goto(`${instance.url}/`);
    expect(await citizen.locator('#latest-news ~ ul a').getAttribute('href')).toBe('/news/no-gift-2570');
  });

  test('the same pages stand in English', async () => {
    const { page, context } = ministry;
    const { hostname } = new URL(instance.url);
    await context.addCookies([{ name: 'lang', value: 'en', domain: hostname, path: '/office' }]);
    for (const [path, name] of [
      ['/office/news', 'office-news-en'],
      ['/office/circulars?show=issued', 'circulars-issued-en'],
      ['/office/circulars/new', 'circular-new-en'],
      ['/office/notices', 'notices-en'],
    ] as const) {
      await visit(page, path);
      await lookAt(page, name);
    }
    await visit(page, '/office/circulars?show=issued');
    await page.getByRole('link', { name: subject }).click();
    await page.locator('.reader-tiles').waitFor();
    await lookAt(page, 'circular-readers-en');
  });

  test('no page has complained or stood in anybody’s way', () => {
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

/**
 * The ministry brings a year's items, with a row that has to be mended; a province answers, mends a broken link, publishes
 * its statistics; the ministry finds one item wanting, the province appeals, another person decides.
 *
 * The program runs in this process: only so can the look at links be allowed to reach this machine. No setting could.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicReach } from '#features/disclosure/links/reach.ts';
import { sessionCookieName } from '#features/network/session.ts';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { freePort } from '../start/instance.ts';
import { barriers } from './accessibility.ts';
import { addEvidence, answerItem, publishPaper, seedDisclosure, takeAnswerStep } from './disclosure.ts';
import { hasBrowser, openBrowser, visit } from './fixtures.ts';

const header = 'code,name_th,requirement_th,checklist_th,formats,fill,basis,source,status';
const rows = (formats: string) => [
  'O1,โครงสร้าง,แสดงแผนผัง,เปิดได้โดยไม่ต้องเข้าสู่ระบบ,page,by-hand,คู่มือ,คู่มือปี 2570,confirmed',
  `O2,สถิติเรื่องร้องเรียน,แสดงจำนวน,มีจำนวนทั้งหมด,"${formats}",complaint-statistics,คู่มือ,คู่มือปี 2570,confirmed`,
];
const csv = (formats: string) => ({
  name: 'items-2570.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${[header, ...rows(formats)].join('\r\n')}`),
});

describe.skipIf(!hasBrowser)('readiness for disclosure', { timeout: 240_000 }, () => {
  let world: TestApp;
  let browser: Browser;
  let site: Server;
  let evidence: string;
  let url: string;

  beforeAll(async () => {
    // The agency's own site: one page is there, every other is not.
    site = createServer((request, answer) =>
      answer.writeHead(request.url === '/structure' ? 200 : 404).end('<h1>structure</h1>'),
    );
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    const { port } = site.address() as AddressInfo;
    evidence = `http://127.0.0.1:${port}`;
    const mayReach = (address: string, to: number) => address === '127.0.0.1' && to === port;
    const own = await freePort();
    url = `http://localhost:${own}`;
    [world, browser] = await Promise.all([
      createTestApp({ reach: { ...publicReach, mayReach }, publicUrl: new URL(url) }),
      openBrowser(),
    ]);
    await world.server.listen({ port: own, host: '127.0.0.1' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    site?.close();
  });

  async function open(officer: TestOfficer, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    await context.addCookies([
      { name: sessionCookieName, value: officer.cookie, url },
      { name: 'lang', value: 'th', url },
    ]);
    const page = await context.newPage();
    await page.goto(`${url}/office/disclosure`);
    return page;
  }

  async function noBarrier(page: Page): Promise<void> {
    expect(await barriers(page)).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  }

  test('from a table with an error to a granted appeal', async () => {
    const planner = await open(await anOfficer(world.db, 'MOI', ['planner']), 1280);
    const head = await open(await anOfficer(world.db, 'MOI', ['head']), 1280);
    const province = await open(await anOfficer(world.db, 'TH-50', ['planner']), 390);

    // The ministry brings the items of 2570; one row is wrong, nothing is kept until it is mended.
    const bring = async (formats: string) => {
      const form = planner.locator('form', { has: planner.locator('[name=file]') });
      await form.locator('[name=file]').setInputFiles(csv(formats));
      await form.locator('[name=basis]').fill('คู่มือการประเมิน ITA 2570');
      await form.locator('[name=source]').fill('คู่มือ');
      await form.locator('button.main').click();
    };
    await visit(planner, '/office/disclosure/sets');
    await bring('word');
    await planner.getByText('แถว 3').waitFor();
    await bring('pdf, xlsx');
    await planner.waitForURL(/\/sets\/[0-9a-f-]{36}\?done=loaded/);
    await noBarrier(planner);
    await planner.locator('main button.act').click();
    await planner.waitForURL(/done=in-force/);

    // The province, on a telephone: an answer, and a link that does not open.
    const year = '/office/disclosure/TH-50/2570';
    const check = async (item: string) => {
      await visit(province, item);
      await province.locator('section[aria-labelledby=evidence] form').last().locator('button').click();
      await province.waitForURL(/done=checked/);
      await world.runJobs();
      await visit(province, item);
    };
    await answerItem(province, `${year}/O1`);
    await addEvidence(province, `${year}/O1`, `${evidence}/old`);
    await check(`${year}/O1`);
    await province.locator('.tag', { hasText: 'เปิดไม่ได้' }).first().waitFor();
    await province.getByText('เว็บไซต์ตอบ 404').waitFor();
    expect(await province.locator('button[name=step][value=ready]').count()).toBe(0);
    await noBarrier(province);
    await province.getByRole('button', { name: /^ลบลิงก์/ }).click();
    await province.waitForURL(/done=unlinked/);
    await addEvidence(province, `${year}/O1`, `${evidence}/structure`);
    await check(`${year}/O1`);
    await province.locator('.tag.good', { hasText: 'เปิดได้' }).waitFor();
    await takeAnswerStep(province, `${year}/O1`, 'ready');

    // Statistics are made of what the platform holds, and open for anybody.
    await answerItem(province, `${year}/O2`);
    await publishPaper(province, `${year}/O2`);
    const anybody = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const answer = await anybody.goto(`${url}/disclosure/TH-50`);
    expect(answer?.headers()['set-cookie']).toBeUndefined();
    expect(await anybody.locator('script').count()).toBe(0);
    await noBarrier(anybody);
    for (const [ending, start] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const path = await anybody.locator(`a[href$=".${ending}"]`).first().getAttribute('href');
      const file = await fetch(`${url}${path}`);
      expect(file.status).toBe(200);
      expect((await file.text()).slice(0, start.length)).toBe(start);
    }
    await check(`${year}/O2`);
    expect(await province.locator('section[aria-labelledby=evidence] .tag.good').count()).toBe(2);
    await takeAnswerStep(province, `${year}/O2`, 'ready');

    // Found wanting, appealed, granted by another person than the reviewer.
    await takeAnswerStep(planner, `${year}/O1`, 'not-met', 'ไม่พบอำนาจหน้าที่');
    await visit(province, `${year}/O1`);
    await province.getByText('ไม่พบอำนาจหน้าที่').waitFor();
    await takeAnswerStep(province, `${year}/O1`, 'appeal', 'อยู่ท้ายหน้าเดียวกัน');
    await visit(planner, `${year}/O1`);
    await planner.getByText('ต้องให้ผู้อื่นทำขั้นต่อไป').waitFor();
    await takeAnswerStep(head, `${year}/O1`, 'decide-met', 'ตรวจแล้วพบจริง');
    await visit(province, year);
    await province.locator('.tag.good', { hasText: 'ตัดสินแล้ว: ผ่าน' }).waitFor();
    await noBarrier(province);

    // The ministry's table counts it, and says what it does not mean.
    await visit(head, '/office/disclosure/network?year=2570&kind=province&order=ahead');
    const first = head.locator('main table.stacked tbody tr').first();
    expect(await first.locator('td').allInnerTexts()).toEqual(['100', '50', '–', '1', '0/3']);
    await head.getByText('ไม่ได้บอกว่าปลอดการทุจริต').waitFor();
    await noBarrier(head);
  });

  test('what is seeded for the walk through all pages', async () => {
    const planner = await open(await anOfficer(world.db, 'MOI', ['planner']), 1280);
    await seedDisclosure(planner);
    for (const path of ['/office/disclosure', '/office/disclosure/MOI/2569', '/office/disclosure/sets']) {
      await visit(planner, path);
      await noBarrier(planner);
    }
  });
});

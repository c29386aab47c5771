/**
 * Ninety centres hand in their year through the use cases; a department does it in the browser, is returned and hands in
 * again. The ministry verifies and publishes, the last plans in the browser, looks at all 91 by kind and in its workbook,
 * and anybody takes the whole year with her as the ministry's form and as CSV, every row counted.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { sessionCookieName } from '#features/network/session.ts';
import { anOfficer, appointTest, type TestOfficer } from '#features/network/testing/office.ts';
import { demoMeasures } from '#main/demo/demo-plans-text.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { freePort } from '../start/instance.ts';
import { barriers } from './accessibility.ts';
import { newCitizen } from './citizen.ts';
import { hasBrowser, openBrowser, visit } from './fixtures.ts';
import { addMeasure, beginPlan, returnPlan, step, submitPlan } from './plan-steps.ts';

const browserDepartment = 'DOPA';
/** Of the ninety, as many wait for the ministry's clicks. */
const lastInBrowser = 3;
const most = { maxRows: 2000, maxColumns: 40 };

/** Between two and four of the invented measures, another choice for each centre. */
const measuresOf = (at: number) =>
  Array.from({ length: 2 + (at % 3) }, (_, next) => demoMeasures[(at + next) % demoMeasures.length]!);
const inSatang = (baht: string) => Math.round(Number(baht.replaceAll(',', '') || 0) * 100);

describe.skipIf(!hasBrowser)('the ministry consolidates ninety-one plans', { timeout: 240_000 }, () => {
  let world: TestApp;
  let browser: Browser;
  let url: string;
  let centres: readonly Centre[];
  let planner: TestOfficer;
  let ministry: Page;
  const waiting: string[] = [];
  let measures = 0;
  let satang = 0;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    [world, browser] = await Promise.all([createTestApp({ publicUrl: new URL(url) }), openBrowser()]);
    await world.server.listen({ port, host: '127.0.0.1' });
    centres = (await world.app.network.listCentres(world.ground.now())).filter(({ isOpen }) => isOpen);
    planner = await anOfficer(world.db, 'MOI', ['planner']);
    ministry = await open(planner, 1280);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function open(officer: TestOfficer, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([
      { name: sessionCookieName, value: officer.cookie, url },
      { name: 'lang', value: 'th', url },
    ]);
    const page = await context.newPage();
    await page.goto(`${url}/office/plans`);
    return page;
  }
  const fiscalYear = () => world.app.plans.yearOf(null);
  const must = (outcome: { readonly ok: boolean; readonly code?: string }) => {
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  };

  /** A centre's plan with its measures, handed in. */
  async function handIn(writer: SignedIn, centre: Centre, at: number): Promise<string> {
    const planId = randomUUID();
    must(
      await world.app.plans.start(writer, {
        id: planId,
        unitId: centre.id,
        fiscalYear: fiscalYear(),
        copyLast: false,
      }),
    );
    for (const { done: _done, alignments, ...measure } of measuresOf(at)) {
      const when = {
        startsOn: `${fiscalYear() - 544}-10-01`,
        endsOn: `${fiscalYear() - 543}-09-30`,
      };
      must(
        await world.app.plans.saveMeasure(writer, {
          ...measure,
          ...when,
          id: randomUUID(),
          planId,
          alignments: [...alignments],
        }),
      );
      measures++;
      satang += inSatang(measure.budget);
    }
    must(await stepAs(writer, planId, 'submit'));
    return planId;
  }

  /** As whoever has just read the plan. */
  const stepAs = async (who: SignedIn, planId: string, taken: 'submit' | 'verify' | 'publish') => {
    const { plan } = (await world.app.plans.view(who, planId, 'th'))!;
    return world.app.plans.step(who, { planId, step: taken, revision: plan.revision });
  };

  test('ninety hand in; the ministry verifies and publishes all but the last few', async () => {
    // One planner holds an appointment in each centre: who writes is not what this is about.
    const everywhere = await anOfficer(world.db, 'TH-10', ['planner']);
    const others = centres.filter(({ code }) => code !== browserDepartment);
    expect(others).toHaveLength(90);
    for (const { code } of others)
      if (code !== 'TH-10') await appointTest(world.db, everywhere.id, code, 'planner');
    const writer = (await world.app.network.findSession(everywhere.cookie))!;
    const decider = (await world.app.network.findSession(planner.cookie))!;
    for (const [at, centre] of others.entries()) {
      const planId = await handIn(writer, centre, at);
      if (at >= others.length - lastInBrowser) {
        waiting.push(planId);
        continue;
      }
      must(await stepAs(decider, planId, 'verify'));
      must(await stepAs(decider, planId, 'publish'));
    }
  });

  test('a department maps, hands in, is returned and hands in again on a telephone', async () => {
    const department = await open(await anOfficer(world.db, browserDepartment, ['planner']), 390);
    const plan = await beginPlan(department);
    await addMeasure(department, plan, 'ลดขั้นตอนออกใบอนุญาตให้เหลือจุดเดียว');
    // Each measure says which goals above it serves: item 6 of the form.
    await department.getByRole('link', { name: /^แก้ไข/ }).click();
    const goal = department.locator('form.measure input[name=alignments]').first();
    await goal.check();
    await department.locator('form.measure .button.main').click();
    await department.locator('.note.good').waitFor();
    await submitPlan(department);
    await visit(ministry, plan);
    await returnPlan(ministry, 'โปรดเพิ่มโครงการด้านจริยธรรมอย่างน้อยหนึ่งโครงการ');
    await visit(department, plan);
    await department.getByText('โปรดเพิ่มโครงการด้านจริยธรรมอย่างน้อยหนึ่งโครงการ').waitFor();
    await addMeasure(department, plan, 'สนทนาจริยธรรมเดือนละครั้ง');
    await submitPlan(department);
    measures += 2;
    satang += 2 * inSatang('45,000');
    waiting.push(plan.split('/').at(-1)!);
  });

  test('the ministry decides on the last ones, and consolidates by kind', async () => {
    await visit(ministry, '/office/plans/network?state=submitted');
    const rows = ministry.locator('table.stacked').last().locator('tbody tr');
    expect(await rows.count()).toBe(lastInBrowser + 1);
    for (const id of waiting) {
      await visit(ministry, `/office/plans/${id}`);
      await step(ministry, 'verify');
      await step(ministry, 'publish');
    }
    await visit(ministry, '/office/plans/network');
    await ministry.getByText('ส่งแล้ว 91 จาก 91 ศูนย์').waitFor();
    await ministry.locator('summary', { hasText: 'รวมตามประเภทหน่วยงาน' }).click();
    const kinds = await ministry.locator('details table tbody tr').allInnerTexts();
    const cells = kinds.map((row) => row.split('\t').map((cell) => cell.trim()));
    expect(cells.map(([, filed]) => filed)).toEqual(
      ['ministry', 'department', 'state-enterprise', 'bangkok', 'province']
        .map((kind) => centres.filter((centre) => centre.kind === kind).length)
        .map((count) => `${count}/${count}`),
    );
    const total = (at: number) =>
      cells.reduce((sum, row) => sum + Math.round(Number(row[at]!.replaceAll(',', '')) * 100), 0);
    expect(total(2)).toBe(measures * 100);
    expect(total(3)).toBe(satang);
    expect(await barriers(ministry)).toEqual([]);

    const saving = ministry.waitForEvent('download');
    await ministry.getByRole('link', { name: 'ส่งออก Excel' }).click();
    const sheet = readSheet(await readFile(await (await saving).path()), 'network.xlsx', most);
    if (!sheet.ok) throw new Error(sheet.code);
    expect(sheet.rows).toHaveLength(1 + 91);
    expect(sheet.rows.slice(1).reduce((sum, row) => sum + Number(row[3]), 0)).toBe(measures);
    expect(sheet.rows.slice(1).every((row) => row[2] === 'เผยแพร่แล้ว')).toBe(true);
  });

  test('anybody sees the 91 and takes the form and the CSV with every row', async () => {
    const { page, problems } = await newCitizen(browser);
    await page.goto(`${url}/plans`);
    await page.getByText(`เผยแพร่แล้ว 91 ศูนย์ รวม ${measures} โครงการ`).waitFor();
    expect(await page.locator('main ul.rows > li').count()).toBe(91);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);

    const taken = async (name: string, ending: string) => {
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe(`plans-${fiscalYear()}.${ending}`);
      const sheet = readSheet(await readFile(await saved.path()), `x.${ending}`, most);
      if (!sheet.ok) throw new Error(sheet.code);
      return sheet.rows;
    };
    const form = await taken('แบบรายงานของกระทรวง 7 ข้อ ทุกศูนย์ (Excel)', 'xlsx');
    const csv = await taken('ทุกศูนย์ (CSV)', 'csv');
    for (const rows of [form, csv]) {
      expect(rows[0]?.slice(0, 3)).toEqual(['1 หน่วยงาน', '2 ชื่อโครงการ', '3 ตัวชี้วัด']);
      expect(rows).toHaveLength(1 + measures);
      const names = new Set(rows.slice(1).map(([centre]) => centre));
      expect([...names].sort()).toEqual(centres.map(({ nameTh }) => nameTh).sort());
      const budget = rows[0]!.findIndex((head) => head.startsWith('4 '));
      const sum = rows.slice(1).reduce((all, row) => all + inSatang(row[budget]!), 0);
      expect(sum).toBe(satang);
    }
    // What the department mapped stands in item 6 of its row.
    const mapped = csv.find(([, title]) => title === 'ลดขั้นตอนออกใบอนุญาตให้เหลือจุดเดียว')!;
    const six = csv[0]!.map((head, at) => (head.startsWith('6.') ? mapped[at] : '')).filter(Boolean);
    expect(six).toHaveLength(1);

    await page.getByRole('link', { name: 'กรมการปกครอง' }).click();
    await page.getByText('สนทนาจริยธรรมเดือนละครั้ง').waitFor();
    expect(problems).toEqual([]);
  });
});

/**
 * The seminar of B.E. 2562 on which all of this was founded, played again from its project to the look back a month
 * later: 210 people of all 91 centres, lecture, panel and exchange. The people are invented; the days between are
 * skipped by moving the seminar into the past.
 */
import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#features/network/network.ts';
import { makeTicket } from '#features/seminars/attendance/ticket.ts';
import { ticketKey } from '#features/seminars/attendance/ticket-key.ts';
import { openSecrets } from '#main/secrets.ts';
import { addDays, civilDate } from '#platform/calendar/civil-date.ts';
import { hasPoppler, textOf } from '#platform/documents/testing/read-pdf.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import { answerPlan, evaluate, everybody, type Participant, seated, takeTest, writePlan } from './crowd.ts';
import {
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { openDatabase } from './instance-data.ts';
import { joinAs, openMinistry, openProvince } from './officer.ts';
import { fillQuotas, nameSomebody, publishForm } from './seats.ts';
import { importBank, releaseTest } from './seeded-tests.ts';
import { addPart, addPeople, makeSeminar, takeStep, writeProject } from './seminar.ts';

const title = 'สัมมนาขับเคลื่อนภารกิจศูนย์ปฏิบัติการต่อต้านการทุจริต ปี 2562 (จำลอง)';
const ownNames = ['คำแสน ดอยสุเทพ', 'บัวเงิน เวียงพิงค์'];
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(!hasBrowser)('the seminar of 2562', { timeout: 600_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let database: Client;
  let page: Page;
  let province: { readonly head: OfficerPage; readonly officer: OfficerPage };
  let seminar: string;
  let id: string;
  let crowd: readonly Participant[];
  const today = civilDate(new Date());

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    const ministry = await openMinistry(browser, instance);
    ({ page } = await joinAs(browser, ministry, {
      unitCode: 'MOI',
      nameTh: 'นางสาวกมลชนก สุขใจ',
      email: 'kamol@moi.example',
      roles,
    }));
    province = await openProvince(browser, ministry);
    database = await openDatabase(instance);
  }, 240_000);
  afterAll(async () => {
    await database?.end();
    await browser?.close();
    await instance?.stop();
  });

  /** As if so many days had gone by. */
  async function letPass(days: number): Promise<void> {
    for (const statement of [
      'update seminars.seminar set starts_on = starts_on - $2::int, ends_on = ends_on - $2::int where id = $1',
      `update seminars.slot set starts_at = starts_at - make_interval(days => $2), ends_at = ends_at - make_interval(days => $2)
      where seminar_id = $1`,
      'update seminars.registration set made_at = made_at - make_interval(days => $2) where seminar_id = $1',
      'update seminars.scan set session = left(session, 10)::date - $2::int || substr(session, 11) where seminar_id = $1',
    ])
      await database.query(statement, [id, days]);
  }

  async function paper(kind: string): Promise<string> {
    await visit(page, `${seminar}/papers`);
    const saving = page.waitForEvent('download');
    await page.locator(`#${kind} a.button`).click();
    const saved = await saving;
    const bytes = readFileSync(await saved.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    return hasPoppler ? textOf(bytes).join('').replaceAll(/\s+/g, '') : '';
  }

  test('the project is written, costed, approved by the head and published with its programme', async () => {
    const day = addDays(today, 10);
    seminar = await makeSeminar(page, { titleTh: title, startsOn: day, endsOn: day });
    id = seminar.split('/').at(-1)!;
    await writeProject(page, seminar);
    await addPeople(page, seminar, 'rooms', ['ห้องราชดำเนิน']);
    await addPeople(page, seminar, 'speakers', ['นายอนันต์ ใจดี', 'นางมาลี สุขใจ', 'นายวิชัย ตรงธรรม']);
    const room = 'ห้องราชดำเนิน';
    for (const part of [
      { titleTh: 'พิธีเปิด', kind: 'opening', from: '08:30', to: '09:00', room },
      {
        titleTh: 'กฎหมายใหม่และโทษ',
        kind: 'lecture',
        from: '09:00',
        to: '12:00',
        room,
        speakers: ['นายอนันต์ ใจดี'],
      },
      {
        titleTh: 'อภิปรายประสบการณ์จากศูนย์',
        kind: 'panel',
        from: '13:00',
        to: '14:30',
        room,
        speakers: ['นางมาลี สุขใจ', 'นายวิชัย ตรงธรรม'],
      },
      {
        titleTh: 'เสวนาแลกเปลี่ยน',
        kind: 'exchange',
        from: '14:45',
        to: '16:30',
        room,
        speakers: ['นางมาลี สุขใจ'],
      },
    ])
      await addPart(page, seminar, part);
    await visit(page, `${seminar}/budget`);
    await page.locator('[name^=description-]').first().fill('อาหารกลางวันและอาหารว่าง');
    await page.locator('[name^=quantity-]').first().fill('210');
    await page.locator('[name^=unit-]').first().fill('คน');
    await page.locator('[name^=unitPrice-]').first().fill('600');
    await page.getByRole('button', { name: 'บันทึกรายการ' }).click();
    await page.locator('.note.good').waitFor();
    const memo = await paper('approval');
    if (hasPoppler) expect(memo).toContain('๑๒๖,๐๐๐.๐๐');
    for (const step of ['submit', 'approve', 'publish']) await takeStep(page, seminar, step);
  });

  test('210 people of 91 centres have seats: by a list with one wrong line, and by their own centre', async () => {
    await visit(page, `${seminar}/quotas`);
    const kinds = page.locator('.quota-tools fieldset select').last().locator('option');
    for (const kind of await kinds.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value)))
      if (kind) await fillQuotas(page, seminar, kind === 'ministry' ? 30 : 2, kind);
    const { rows } = await database.query(
      'select sum(seats)::int as seats, count(*)::int as centres from seminars.quota where seminar_id = $1',
      [id],
    );
    expect(rows[0]).toEqual({ seats: 210, centres: 91 });
    await publishForm(page, seminar);
    await paper('invitation');

    const centres = await database.query(
      "select code, name_th from network.unit where valid_to is null and code <> 'TH-50' order by code",
    );
    const names = centres.rows.flatMap(({ code, name_th }: { code: string; name_th: string }, at) =>
      Array.from({ length: code === 'MOI' ? 30 : 2 }, (_, place) => [
        name_th,
        `ผู้แทน${'กขคง'[place % 4]} ศูนย์ที่ ${at + 1}${place > 3 ? ` คนที่ ${place + 1}` : ''}`,
        'เจ้าพนักงานปกครอง',
        `p${at}-${place}@centre.example`,
      ]),
    );
    expect(names.length).toBe(208);
    const wrong = [['จังหวัดที่ไม่มีในแผนที่', ...names[0]!.slice(1)], ...names.slice(1)];
    const columns = ['ศูนย์', 'ชื่อ', 'ตำแหน่ง', 'อีเมล'].map((header) => ({ header }));
    await visit(page, `${seminar}/register/import`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'names.xlsx',
      mimeType: spreadsheet,
      buffer: Buffer.from(await writeXlsx([{ name: 'รายชื่อ', columns, rows: wrong }])),
    });
    await page.locator('button[value=file]').click();
    await page.locator('.note.warn').waitFor({ timeout: 120_000 });
    await page.locator('[name="row.centre"]').fill(names[0]![0]!);
    await page.locator('button[value=rows]').click();
    await page.locator('.note.good').waitFor();

    for (const [at, name] of ownNames.entries())
      await nameSomebody(province.officer.page, seminar, name, `own${at}@province.example`);
    const head = province.head.page;
    await visit(head, seminar.replace('/office/seminars/', '/office/nominations/'));
    for (const name of ownNames) {
      await head.locator('.nominate-list li', { hasText: name }).locator('button.act').click();
      await head
        .locator('.nominate-list li', { hasText: name })
        .locator('button.act')
        .waitFor({ state: 'detached' });
    }
    crowd = await seated(instance, database, id);
    expect(crowd.length).toBe(210);
    expect(new Set(crowd.map(({ unitCode }) => unitCode)).size).toBe(91);
  });

  test('on the morning all take the test before, and 206 are let in at the door by their tickets', async () => {
    await letPass(10);
    await importBank(page);
    await releaseTest(page, { seminarId: id, today, phase: 'pre' });
    const pre = await testOf('pre');
    await everybody(crowd, ({ own }, at) => takeTest(own, pre, at % 3 === 0));

    await visit(page, `${seminar}/attendance/devices`);
    await page.locator('[name=name]').fill('ประตูใหญ่');
    await page.locator('form .button.act').click();
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await phone.goto(await page.locator('.device-address').first().inputValue());
    await phone.locator('#scan[data-offline]').waitFor({ timeout: 60_000 });
    const key = await ticketKey({ secrets: openSecrets(instance.dataDir) });
    for (const [at, { seatId }] of crowd.slice(4).entries()) {
      await phone.locator('#find').fill(await makeTicket(key, { seminarId: id, registrationId: seatId }));
      await phone.locator('#counted', { hasText: `มาแล้ว ${at + 1} จาก 210` }).waitFor();
    }
    await phone.locator('#waiting', { hasText: 'ส่งครบแล้ว' }).waitFor({ timeout: 60_000 });
    await phone.context().close();
  });

  test('in the afternoon the network fails, so that names are entered from paper', async () => {
    await visit(page, `${seminar}/attendance/paper?session=${today}/pm`);
    const came = new Set(crowd.slice(10).map(({ seatId }) => seatId));
    await page.locator('[name=seat]').evaluateAll(
      (boxes, present) => {
        for (const box of boxes as HTMLInputElement[]) box.checked = present.includes(box.value);
      },
      [...came],
    );
    await page.locator('form .button.act').last().click();
    await page.locator('.note.good', { hasText: '200' }).waitFor();
  });

  test('afterwards they take the test again, evaluate on their telephones and write what they will do', async () => {
    await releaseTest(page, { seminarId: id, today, phase: 'post' });
    const post = await testOf('post');
    await everybody(crowd.slice(4), ({ own }, at) => takeTest(own, post, at % 20 !== 0));
    await letPass(1);
    const dueOn = addDays(today, 60);
    await everybody(crowd.slice(4), async ({ own }, at) => {
      await evaluate(own, 3 + (at % 3), `ตัวอย่างจากจังหวัดใช้ได้จริง ${at}`);
      if (at % 4 !== 0) await writePlan(own, `ใช้แบบสัมภาษณ์ใหม่กับทุกเรื่องที่รับ ${at}`, dueOn);
    });
    await visit(page, `${seminar}/tests/results`);
    const gain = await page.locator('main').innerText();
    expect(gain).toContain('210');
    expect(gain).toContain('206');
  });

  test('who came and passed has a certificate that anybody can check', async () => {
    await visit(page, `${seminar}/certificates`);
    await page.locator('[name=signerName]').fill('นายสมชาย ตั้งตรง');
    await page.locator('[name=signerPosition]').fill('หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริตกระทรวงมหาดไทย');
    await page.locator('form .button.act').last().click();
    // Both half-days: all but the first ten; passed: all but one in twenty of those who took the second test.
    const came = crowd.slice(4).filter((_, at) => at >= 6 && at % 20 !== 0).length;
    await expect
      .poll(
        async () =>
          (
            await database.query(
              'select count(*)::int as n from seminars.certificate where seminar_id = $1',
              [id],
            )
          ).rows[0].n,
        { timeout: 120_000, interval: 1_000 },
      )
      .toBe(came);
    const { rows } = await database.query(
      'select code from seminars.certificate where seminar_id = $1 order by code limit 1',
      [id],
    );
    const anybody = await browser.newPage({ javaScriptEnabled: false });
    await anybody.goto(`${instance.url}/certificates/${rows[0].code}`);
    expect(await anybody.locator('main').innerText()).toContain(title);
    await anybody.close();
  });

  test('a month later they say what became of their plans, a head answers, and the ministry sees all four levels', async () => {
    await letPass(31);
    const planned = crowd.slice(4).filter((_, at) => at % 4 !== 0);
    await everybody(planned, ({ own }, at) => answerPlan(own, at % 3 === 0 ? 'partly' : 'yes'));
    const head = province.head.page;
    await visit(head, '/office/learning');
    const waiting = head.locator('section[aria-labelledby=answers] .card').first();
    await waiting.locator('[name=done][value=yes]').check();
    await waiting.locator('button.act').click();
    await head.locator('.note.good').waitFor();

    await visit(page, `${seminar}/evaluation`);
    expect(await page.locator('section[aria-labelledby=level-1]').innerText()).toContain('206');
    expect(await page.locator('section[aria-labelledby=level-2] table').count()).toBeGreaterThan(0);
    expect(await page.locator('section[aria-labelledby=level-3]').innerText()).toContain(`${planned.length}`);
    expect(await page.locator('section[aria-labelledby=level-4]').innerText()).not.toBe('');
    await takeStep(page, seminar, 'close');
    const summary = await paper('summary');
    if (hasPoppler) expect(summary).toContain('๒๑๐');
  });

  async function testOf(phase: 'pre' | 'post'): Promise<string> {
    const { rows } = await database.query(
      'select id from seminars.test where seminar_id = $1 and phase = $2',
      [id, phase],
    );
    return rows[0].id as string;
  }
});

/** An organiser makes a seminar, moves its parts by keys and by mouse, publishes it; everybody reads it, calendars and papers too. */
import ICAL from 'ical.js';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, textOf } from '#platform/documents/testing/read-pdf.ts';
import { barriers } from './accessibility.ts';
import { newCitizen } from './citizen.ts';
import {
  hasBrowser,
  type Instance,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { joinAs } from './officer.ts';
import { addPart, addPeople, makeSeminar, takeStep, writeProject } from './seminar.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wide > 0) foundBarriers.push(`${name} scrolls sideways by ${wide} px at ${width}`);
    if (look) await page.screenshot({ path: `${look}/${name}-${width}.png`, fullPage: true });
  }
}

const law = 'กฎหมายที่เจ้าหน้าที่ต้องรู้';
const panel = 'เสวนาประสบการณ์จากจังหวัด';
const practice = 'ฝึกรับเรื่องและสัมภาษณ์';

describe.skipIf(!hasBrowser)('a seminar and its programme', { timeout: 300_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let officer: OfficerPage;
  let page: Page;
  let seminar: string;

  const part = (title: string): Locator => page.locator('.timetable-part', { hasText: title });
  const said = (words: string | RegExp) => page.locator('.timetable-said', { hasText: words }).waitFor();
  const openGrid = async () => {
    await visit(page, `${seminar}/programme?day=2027-06-17`);
    await page.locator('.timetable[data-ready]').waitFor();
  };

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    const ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นายสมชาย ตั้งตรง',
      email: 'somchai@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    officer = await joinAs(browser, ministry, {
      unitCode: 'MOI',
      nameTh: 'นางสาวกมลชนก สุขใจ',
      email: 'kamol@moi.example',
      roles: ['organiser', 'head'],
    });
    page = officer.page;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('is made, with rooms, speakers and parts; a clash is refused with both names, and nothing typed is lost', async () => {
    seminar = await makeSeminar(page);
    await writeProject(page, seminar);
    await lookAt(page, 'project');
    await addPeople(page, seminar, 'rooms', ['ห้องราชดำเนิน', 'ห้องเจ้าพระยา']);
    await addPeople(page, seminar, 'speakers', ['นายอนันต์ ใจดี', 'นางมาลี สุขใจ']);
    await lookAt(page, 'people');
    await addPart(page, seminar, {
      titleTh: law,
      from: '9.00',
      to: '10.30',
      room: 'ห้องราชดำเนิน',
      speakers: ['นายอนันต์ ใจดี'],
    });
    await addPart(page, seminar, {
      titleTh: panel,
      kind: 'panel',
      from: '9.00',
      to: '10.00',
      room: 'ห้องเจ้าพระยา',
      speakers: ['นางมาลี สุขใจ'],
    });
    await visit(page, `${seminar}/programme/new`);
    await page.locator('[name=titleTh]').fill(practice);
    await page.locator('[name=from]').fill('10.00');
    await page.locator('[name=to]').fill('11.00');
    await page.locator('#roomId').selectOption({ label: 'ห้องราชดำเนิน' });
    await page.locator('main form button.main').click();
    await page.locator('[role=alert]', { hasText: `“${practice}” ชนกับ “${law}”` }).waitFor();
    expect(await page.locator('[name=titleTh]').inputValue()).toBe(practice);
    await lookAt(page, 'clash');
    await page.locator('[name=from]').fill('10.45');
    await page.locator('[name=to]').fill('12.00');
    await page.locator('main form button.main').click();
    await page.waitForURL(/done=saved/);
  });

  test('by keys a part moves, is saved, clashes aloud, is stretched, and goes back', async () => {
    await openGrid();
    await lookAt(page, 'timetable');
    await part(panel).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await said(`บันทึกแล้ว ${panel} 09:30–10:30 น. ห้องเจ้าพระยา`);
    // Another room, where the lecture is: said with both names, not saved, and left again.
    await page.keyboard.press('ArrowLeft');
    await said(`“${panel}” ชนกับ “${law}”`);
    expect(await part(panel).getAttribute('class')).toContain('clash');
    if (look) await page.screenshot({ path: `${look}/timetable-clash.png` });
    await page.keyboard.press('Escape');
    await said(`ย้อนกลับแล้ว ${panel} 09:30–10:30 น. ห้องเจ้าพระยา`);
    await page.keyboard.press('Shift+ArrowDown');
    await said(`บันทึกแล้ว ${panel} 09:30–10:45 น.`);
    await openGrid();
    expect(await part(panel).innerText()).toContain('09:30–10:45 น.');
    // The way back leads to what was saved before, step by step.
    await part(panel).focus();
    await page.keyboard.press('ArrowUp');
    await said(`บันทึกแล้ว ${panel} 09:15–10:30 น.`);
    await page.keyboard.press('Escape');
    await said(`ย้อนกลับแล้ว ${panel} 09:30–10:45 น.`);
    await page.keyboard.press('Escape');
    await said('ไม่มีสิ่งที่ต้องย้อนกลับ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/programme\/[0-9a-f-]{36}$/);
    expect(await page.locator('[name=from]').inputValue()).toBe('09:30');
  });

  test('by mouse a part is dragged to another time and room, and its lower edge to another end', async () => {
    // As high as the day, so that the mouse reaches all of it.
    await page.setViewportSize({ width: 1280, height: 1800 });
    await openGrid();
    const box = async (locator: Locator) => (await locator.boundingBox())!;
    const hour = (await box(page.locator('.timetable-hour').first())).height;
    const from = await box(part(practice));
    const room = await box(page.locator('.timetable-room', { hasText: 'ห้องเจ้าพระยา' }));
    await page.mouse.move(from.x + 40, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
    await page.mouse.move(room.x + room.width / 2, from.y + 12 + 2.25 * hour, { steps: 8 });
    await page.mouse.up();
    await said(`บันทึกแล้ว ${practice} 13:00–14:15 น. ห้องเจ้าพระยา`);
    const there = await box(part(practice));
    await page.mouse.move(there.x + 40, there.y + there.height - 3);
    await page.mouse.down();
    await page.mouse.move(there.x + 40, there.y + there.height - 3 + 0.75 * hour, { steps: 8 });
    await page.mouse.up();
    await said(`บันทึกแล้ว ${practice} 13:00–15:00 น.`);
    // Onto the lecture: it goes back, and the reason is said.
    const lecture = await box(part(law));
    const again = await box(part(practice));
    await page.mouse.move(again.x + 40, again.y + 12);
    await page.mouse.down();
    await page.mouse.move(lecture.x + 40, lecture.y + 20, { steps: 8 });
    await page.mouse.up();
    await said(`“${practice}” ชนกับ “${law}”`);
    expect(page.url()).toContain('/programme?day=');
    await openGrid();
    expect(await part(practice).innerText()).toContain('13:00–15:00 น.');
  });

  test('a colleague’s change is shown instead of overwritten', async () => {
    await openGrid();
    const other = await officer.context.newPage();
    await other.goto(page.url());
    await other.locator('.timetable[data-ready]').waitFor();
    const there = other.locator('.timetable-part', { hasText: law });
    await there.focus();
    await other.keyboard.press('ArrowUp');
    await other.locator('.timetable-said', { hasText: `บันทึกแล้ว ${law} 08:45–10:15 น.` }).waitFor();
    await other.close();
    await part(law).focus();
    await page.keyboard.press('ArrowDown');
    await said('เพื่อนร่วมงานแก้ช่วงนี้ไปก่อนแล้ว');
    await part(law).filter({ hasText: '08:45–10:15 น.' }).waitFor();
  });

  test('money is proposed, a claim beyond the rules is shown with its basis, and papers carry it', async () => {
    await visit(page, `${seminar}/budget`);
    await page.locator('[name^=description-]').first().fill('อาหารกลางวันและอาหารว่าง');
    await page.locator('[name^=quantity-]').first().fill('210');
    await page.locator('[name^=unit-]').first().fill('คน');
    await page.locator('[name^=unitPrice-]').first().fill('1,200');
    await page.getByRole('button', { name: 'บันทึกรายการ' }).click();
    await page.locator('.note.good').waitFor();
    await page.locator('[name^=rate-]').first().fill('900');
    await page.getByRole('button', { name: 'บันทึกค่าสมนาคุณ' }).click();
    await page.locator('.finding', { hasText: 'เกินเพดาน 600 บาท' }).waitFor();
    await lookAt(page, 'budget');
    await visit(page, `${seminar}/papers`);
    await lookAt(page, 'papers');
    const saving = page.waitForEvent('download');
    await page.locator('#approval a.button').click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^approval-.*\.pdf$/);
    if (!hasPoppler) return;
    const { readFileSync } = await import('node:fs');
    const words = textOf(readFileSync(await saved.path()))
      .join('')
      .replaceAll(/\s+/g, '');
    for (const each of ['บันทึกข้อความ', '๒๕๒,๐๐๐.๐๐', 'แลกเปลี่ยนประสบการณ์ระหว่างศูนย์'])
      expect(words).toContain(each);
  });

  test('published, everybody reads it without script, and calendars take it', async () => {
    for (const step of ['submit', 'approve', 'publish']) await takeStep(page, seminar, step);
    await lookAt(page, 'overview');
    await visit(page, '/office/seminars');
    await lookAt(page, 'list');
    await visit(page, '/office/seminars/rules');
    await lookAt(page, 'rules');
    const { page: citizen, problems } = await newCitizen(browser, { javaScriptEnabled: false });
    await citizen.goto(`${instance.url}/seminars`);
    await citizen.locator('.seminar-cards a').first().click();
    await citizen.getByText(practice).waitFor();
    expect(problems).toEqual([]);
    const address = citizen.url();
    const script = await newCitizen(browser);
    for (const [path, name] of [
      [new URL(address).pathname, 'public-seminar'],
      ['/seminars', 'public-list'],
      [`/en${new URL(address).pathname}`, 'public-seminar-en'],
    ] as const) {
      await script.page.goto(instance.url + path);
      await lookAt(script.page, name);
    }
    const calendar = await (await fetch(`${address}.ics`)).text();
    const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
    expect(events.map((event) => event.getFirstPropertyValue('summary')).sort()).toEqual(
      [law, panel, practice].sort(),
    );
    const paper = Buffer.from(await (await fetch(`${address}/programme.pdf`)).arrayBuffer());
    if (hasPoppler) expect(textOf(paper).join('').replaceAll(/\s+/g, '')).toContain('13:00–15:00น.');
  });

  test('no barrier was met on any of these pages', () => {
    expect(foundBarriers).toEqual([]);
  });
});

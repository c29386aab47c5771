/** What organisers do before a seminar, through the pages: make it, write its project, fill its programme, publish it. */
import type { Page } from 'playwright-core';
import { fillDate } from './fill-date.ts';
import { visit } from './fixtures.ts';

/** Makes a draft of the officer's first centre; returns its page's path. */
export async function makeSeminar(
  page: Page,
  change: { titleTh?: string; startsOn?: string; endsOn?: string } = {},
): Promise<string> {
  await visit(page, '/office/seminars/new');
  await page.locator('[name=titleTh]').fill(change.titleTh ?? 'สัมมนาศูนย์ปฏิบัติการต่อต้านการทุจริต ปี 2570');
  await fillDate(page, 'startsOn', change.startsOn ?? '2027-06-17');
  await fillDate(page, 'endsOn', change.endsOn ?? '2027-06-18');
  await page.locator('[name=venueTh]').fill('โรงแรมริมน้ำ กรุงเทพมหานคร');
  await page.locator('[name=seats]').fill('210');
  await page.locator('main form button.main').click();
  await page.waitForURL(/\/office\/seminars\/[0-9a-f-]{36}\?done=saved/);
  return new URL(page.url()).pathname;
}

export async function writeProject(page: Page, seminar: string): Promise<void> {
  await visit(page, `${seminar}/project`);
  for (const field of await page.locator('main form textarea').all())
    await field.fill('เพิ่มความรู้เรื่องกฎหมายและการรับเรื่องร้องเรียน\nแลกเปลี่ยนประสบการณ์ระหว่างศูนย์');
  await page.locator('main form button.main').click();
  await page.locator('.note.good').waitFor();
}

/** Enters rooms or speakers, one after the other. */
export async function addPeople(
  page: Page,
  seminar: string,
  what: 'rooms' | 'speakers',
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await visit(page, `${seminar}/programme/people`);
    const section = page.locator(`section[aria-labelledby=${what}]`);
    const adding = section.locator('> details');
    if ((await adding.getAttribute('open')) === null) await adding.locator('> summary').click();
    await adding.locator('[name=nameTh]').fill(name);
    await adding.locator('button.main').click();
    await section.locator('li strong', { hasText: name }).waitFor();
  }
}

export type TypedPart = {
  readonly titleTh: string;
  readonly kind?: string;
  readonly from: string;
  readonly to: string;
  readonly room?: string;
  readonly speakers?: readonly string[];
};

export async function addPart(page: Page, seminar: string, part: TypedPart): Promise<void> {
  await visit(page, `${seminar}/programme/new`);
  await page.locator('#kind').selectOption(part.kind ?? 'lecture');
  await page.locator('[name=titleTh]').fill(part.titleTh);
  await page.locator('[name=from]').fill(part.from);
  await page.locator('[name=to]').fill(part.to);
  if (part.room) await page.locator('#roomId').selectOption({ label: part.room });
  for (const name of part.speakers ?? []) await page.getByRole('checkbox', { name }).check();
  await page.locator('main form button.main').click();
  await page.waitForURL(/done=saved/);
}

/** Takes a step that needs no reason. */
export async function takeStep(page: Page, seminar: string, step: string): Promise<void> {
  await visit(page, seminar);
  await page.locator(`.seminar-step:has([name=step][value=${step}]) button`).click();
  await page.waitForURL(/\?done=/);
}

/** A seminar with a short programme, as far as the public page. */
export async function publishSeminar(page: Page): Promise<string> {
  const seminar = await makeSeminar(page);
  await writeProject(page, seminar);
  await addPeople(page, seminar, 'rooms', ['ห้องราชดำเนิน']);
  await addPeople(page, seminar, 'speakers', ['นายอนันต์ ใจดี']);
  await addPart(page, seminar, {
    titleTh: 'กฎหมายที่เจ้าหน้าที่ต้องรู้',
    from: '09:00',
    to: '10:30',
    room: 'ห้องราชดำเนิน',
    speakers: ['นายอนันต์ ใจดี'],
  });
  for (const step of ['submit', 'approve', 'publish']) await takeStep(page, seminar, step);
  return seminar;
}

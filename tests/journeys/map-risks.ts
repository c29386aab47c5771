/** What officers do with a map of risks: begin it, write a risk, take a step. */
import type { Page } from 'playwright-core';
import { visit } from './fixtures.ts';

/** Opens this year's draft of the officer's centre; returns its address. */
export async function beginMap(page: Page, kind: 'corruption' | 'bribery' = 'corruption'): Promise<string> {
  await visit(page, '/office/risks/new');
  await page.locator('[name=kind]').selectOption(kind);
  await page.locator('main form .button.act').click();
  await page.waitForURL(/\/office\/risks\/[0-9a-f-]{36}\?done=started/);
  await page.locator('.note.good').first().waitFor();
  return new URL(page.url()).pathname;
}

export type WrittenRisk = {
  readonly domain: string;
  readonly event: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly treatment?: string;
};

/** Fills the form of a risk as it stands on the page. */
export async function fillRisk(page: Page, risk: WrittenRisk): Promise<void> {
  await page.locator('[name=domain]').selectOption(risk.domain);
  await page.locator('[name=process]').fill('การออกใบอนุญาต');
  await page.locator('[name=step]').fill('ตรวจคำขอ');
  await page.locator('[name=event]').fill(risk.event);
  await page.locator('[name=who]').fill('เจ้าหน้าที่ผู้ตรวจคำขอ');
  await page.locator('[name=how]').fill('ดองคำขอแล้วให้คนกลางติดต่อ');
  await page.locator('[name=cause]').fill('คนเดียวรับ ตรวจ และเสนอ');
  await page.locator('[name=control]').fill('คู่มือสำหรับประชาชน');
  await page.locator('[name=controlQuality]').selectOption('weak');
  for (const axis of ['likelihood', 'impact'] as const) {
    await page.locator(`#${axis}-1`).focus();
    await page.keyboard.press(String(risk[axis]));
  }
  if (risk.treatment === '') return;
  await page.locator('[name=treatment]').fill(risk.treatment ?? 'สุ่มผู้ตรวจ และแสดงสถานะคำขอออนไลน์');
  await page.locator('[name=owner]').fill('กลุ่มงานอนุญาต');
  await page.locator('[name=dueOn-d]').fill('15');
  await page.locator('[name=dueOn-m]').selectOption('3');
  await page.locator('[name=dueOn-y]').fill('2599');
  await page.locator('[name=indicator]').fill('ร้อยละของคำขอที่เสร็จตามกำหนด');
}

/** Writes a risk into a map and comes back to it. */
export async function writeRisk(page: Page, map: string, risk: WrittenRisk): Promise<void> {
  await visit(page, `${map}/risk/new`);
  await fillRisk(page, risk);
  await page.locator('button[value=list]').click();
  await page.waitForURL(/done=saved/);
  await page.locator('.note.good').first().waitFor();
}

/** Takes a step on the map's page. */
export async function takeStep(page: Page, map: string, step: string): Promise<void> {
  await visit(page, map);
  await page.locator(`button[value="${step}"]`).click();
  await page.waitForURL(new RegExp(`done=${step}`));
  await page.locator('.note.good').first().waitFor();
}

export async function reviewMap(
  page: Page,
  map: string,
  decision: 'verified' | 'returned',
  reason = '',
): Promise<void> {
  await visit(page, `${map}/review`);
  await page.locator('#reason').fill(reason);
  await page.locator(`button[value=${decision}]`).click();
  await page.waitForURL(new RegExp(`done=${decision}`));
  await page.locator('.note.good').first().waitFor();
}

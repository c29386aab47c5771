/** A bank and released tests in a held seminar, through the organiser's pages: what the walk and the journey of a test stand on. */
import type { Page } from 'playwright-core';
import { fillDate } from './fill-date.ts';
import { visit } from './fixtures.ts';

const item = (code: string, at: number) =>
  [
    `// [tag:${code}] [tag:difficulty-1]\nข้อใดเป็นโทษทางวินัย ${code} ${at} {\n=ปลดออก\n~เลี้ยงอาหาร\n~เดินทางไปราชการ\n}`,
    `// [tag:${code}]\nข้อใดเป็นโทษร้ายแรง ${code} ${at} {\n~%50%ปลดออก\n~%50%ไล่ออก\n~%-100%ภาคทัณฑ์\n}`,
    `// [tag:${code}]\nจับคู่หน่วยงาน ${code} ${at} {\n=ป.ป.ช. -> องค์กรอิสระ\n=ป.ป.ท. -> ฝ่ายบริหาร\n}`,
    `// [tag:${code}]\nเรียงขั้นตอน ${code} ${at} {>ALL VERTICAL ABSOLUTE_POSITION\nรับเรื่อง\nตรวจสอบ\nแจ้งผล\n}`,
    `// [tag:${code}]\nอุทธรณ์ได้ภายในกี่วัน ${code} ${at} {\n=30 วัน\n=30\n}`,
  ][at % 5]!;

/** Twenty-four questions of three competencies, of every kind. */
export async function importBank(page: Page): Promise<void> {
  await visit(page, '/office/question-bank/import');
  const bank = ['K1', 'K2', 'S1'].flatMap((code) => Array.from({ length: 8 }, (_, at) => item(code, at)));
  await page.locator('input[type=file]').setInputFiles({
    name: 'bank.gift',
    mimeType: 'text/plain',
    buffer: Buffer.from(bank.join('\n\n')),
  });
  await page.locator('main form button.main').click();
  await page.locator('.note.good').waitFor();
}

/** Sets and releases a test that is open the whole day. */
export async function releaseTest(
  page: Page,
  {
    seminarId,
    today,
    phase,
  }: { readonly seminarId: string; readonly today: string; readonly phase: 'pre' | 'post' },
): Promise<void> {
  await visit(page, `/office/seminars/${seminarId}/tests`);
  if (phase === 'pre') {
    for (const code of ['K1', 'K2', 'S1']) await page.locator(`[name=count-${code}]`).fill('2');
    await page.locator('form:has(.blueprint) button.main').click();
    await page.locator('.note.good').waitFor();
    await visit(page, `/office/seminars/${seminarId}/tests`);
  }
  const card = page.locator(`section[aria-labelledby=${phase}]`);
  await fillDate(card, 'opensOn', today);
  await card.locator('[name=opensTime]').fill('00:00');
  await fillDate(card, 'closesOn', today);
  await card.locator('[name=closesTime]').fill('23:59');
  await card.locator('.test-settings button.main').click();
  await page.locator('.note.good').waitFor();
  await visit(page, `/office/seminars/${seminarId}/tests`);
  await card.locator('button[value=release]').click();
  await card.locator('.tag.good').waitFor();
}

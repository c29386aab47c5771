/** A gift over the limit is decided late and returned; a province files "nothing received" in one click; a head signs No Gift. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './accessibility.ts';
import { declareConflict, fillGift, signNoGift } from './ethics.ts';
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
import { openDatabase } from './instance-data.ts';
import { hiddenInPhoto, takePhoto } from './photo.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

describe.skipIf(!hasBrowser)('gifts', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let ministry: OfficerPage;
  let head: OfficerPage;
  let clerk: OfficerPage;
  let neighbour: OfficerPage;
  let gift = '';
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    ministry = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นางสมศรี ใจซื่อ',
      email: 'somsri@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    const join = async (unitCode: string, nameTh: string, email: string, role: string, width: number) => {
      const link = await inviteOfficer(ministry, { unitCode, nameTh, email, roles: [role] });
      return newOfficer(browser, link, { nameTh, locale: 'th', width });
    };
    head = await join('TH-50', 'นายบุญมี ยอดเมือง', 'boonmee@moi.example', 'head', 1280);
    clerk = await join('TH-50', 'นางสาวคำแพง ใจงาม', 'khampaeng@moi.example', 'case-officer', 390);
    neighbour = await join('TH-83', 'นางจินตนา เลิศทะเล', 'jintana@moi.example', 'head', 390);
    for (const { page } of [ministry, head, clerk, neighbour]) {
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

  test('an officer learns on her telephone, while she types, whether her gift is over the limit', async () => {
    const { page } = clerk;
    const buffer = await takePhoto(browser);
    const photo = { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer };
    await fillGift(page, { item: 'กระเช้าและบัตรกำนัล', value: '2,500', photo });
    const says = page.locator('.rule-says');
    await says.getByText('ไม่เกิน 3,000 บาท').waitFor();
    await page.locator('[name=valueBaht]').fill('4500');
    await says.getByText('ผู้บังคับบัญชาต้องทราบภายในวันที่').waitFor();
    await lookAt(page, 'gift-over');
    await page.locator('main form button.act').dblclick();
    await page.getByText('ผู้บังคับบัญชาได้รับแจ้งเตือนแล้ว').first().waitFor();
    gift = new URL(page.url()).pathname;
    await lookAt(page, 'gift-reported');
    const kept = await page.evaluate(
      async (address) => new TextDecoder('latin1').decode(await (await fetch(address)).arrayBuffer()),
      `${gift}/picture`,
    );
    expect(buffer.includes(hiddenInPhoto)).toBe(true);
    expect(kept).toContain('JFIF');
    expect(kept).not.toContain(hiddenInPhoto);
    await visit(page, '/office/gifts');
    expect(await page.locator('main table a').count()).toBe(1);
  });

  test('a gift over the threshold decided late is red, with the reason of its date', async () => {
    const database = await openDatabase(instance);
    await database.query(`update ethics.gift set reported_at = reported_at - interval '30 days',
      received_on = received_on - 30, report_due_on = report_due_on - 30, decide_due_on = decide_due_on - 30`);
    await database.end();
    const { page } = head;
    await visit(page, '/office/notices');
    await page.getByText('รอท่านพิจารณา').first().waitFor();
    await visit(page, '/office/gifts');
    await page.locator('.tag.late', { hasText: 'เกินกำหนด' }).first().waitFor();
    await lookAt(page, 'gifts-late');
    await page.locator('section[aria-labelledby=to-decide] a').click();
    await page.locator('[name=decision][value=return]').check();
    await page.locator('[name=reasons]').fill('ผู้ให้เป็นคู่สัญญาของจังหวัด');
    await page.locator('main form button.act').click();
    await page.getByText('บันทึกผลการพิจารณาแล้ว').waitFor();
    const late = page.locator('.late-word');
    expect(await late.innerText()).toMatch(/^ทำเมื่อ .* เกินกำหนด$/);
    const colour = await late.evaluate((element) => getComputedStyle(element).color);
    expect(colour).toBe('rgb(179, 38, 30)');
    expect(await page.locator('.clock-why').last().innerText()).toMatch(/นับ 15 วัน ถัดจากวันที่/);
    await lookAt(page, 'gift-decided-late');
  });

  test('the officer returns it and attaches the proof', async () => {
    const { page } = clerk;
    await visit(page, gift);
    await page.locator('[name=note]').fill('คืนผู้จัดการ ใบรับเลขที่ 44');
    const proof = { name: 'ใบรับ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nใบรับ') };
    await page.locator('[name=proof]').setInputFiles(proof);
    await lookAt(page, 'gift-dispose');
    await page.locator('main form button.act').click();
    await page.getByText('บันทึกหลักฐานแล้ว').waitFor();
    expect(await page.locator('.tag.good').first().innerText()).toBe('เสร็จสิ้น');
  });

  test('a province files nothing received in one click, and has its memo', async () => {
    const { page } = neighbour;
    await visit(page, '/office/gifts/filing');
    await page.locator('main form button.act').first().click();
    await page.getByText('ยื่นแล้ว ดาวน์โหลดบันทึกข้อความ').waitFor();
    expect(await page.locator('.filing-halves .tag.good').innerText()).toBe('ยื่นแล้ว: ไม่มี');
    await lookAt(page, 'filing-nothing');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'บันทึกข้อความ (PDF)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^gifts-25\d\d-[12]\.pdf$/);
  });

  test('the ministry sees who has filed and reminds who has not', async () => {
    const { page } = ministry;
    await visit(page, '/office/gifts/overview');
    await page.getByRole('link', { name: 'ยื่นแล้ว ไม่มี (1)' }).click();
    await page.waitForURL(/show=nothing/);
    await page.locator('[aria-current=true]', { hasText: 'ยื่นแล้ว ไม่มี' }).waitFor();
    await page.locator('tbody tr', { hasText: 'ภูเก็ต' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: /90 แห่ง/ }).click();
    await page.getByText('ส่งแจ้งเตือนแล้ว').waitFor();
    await visit(head.page, '/office/notices');
    await head.page.getByText('โปรดยื่นรายงานของขวัญ').first().waitFor();
  });

  test('a head signs the No Gift announcement and the public reads it, without script', async () => {
    await signNoGift(head.page);
    await lookAt(head.page, 'no-gift-signed');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const citizen = await context.newPage();
    await citizen.goto(`${instance.url}/no-gift?show=signed`);
    await citizen.locator('.standings a', { hasText: 'เชียงใหม่' }).click();
    await citizen.locator('.announcement-signer', { hasText: 'นายบุญมี ยอดเมือง' }).waitFor();
    await context.close();
  });

  test('a declared conflict reaches the head, who decides', async () => {
    const conflict = await declareConflict(clerk.page);
    const { page } = head;
    await visit(page, conflict);
    await page.locator('[name=action][value=recuse]').check();
    await page.locator('[name=reasons]').fill('ให้แต่งตั้งผู้อื่นเป็นกรรมการแทน');
    await page.locator('main form button.act').click();
    await page.getByText('บันทึกผลแล้ว').waitFor();
    await lookAt(page, 'conflict-decided');
    await visit(ministry.page, conflict);
    await ministry.page.getByText('ไม่พบรายการนี้').waitFor();
  });

  test('no page has complained or stood in anybody’s way', () => {
    // The last page that the ministry asked for is not hers to see, and says so with a 404.
    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

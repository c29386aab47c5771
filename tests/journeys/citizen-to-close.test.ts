/** The main job, whole: a citizen reports with a photo, a province works it to its close, she contests, anyone checks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerAll,
  answerStep,
  bridge,
  type Citizen,
  comeBack,
  type KeptReceipt,
  newCitizen,
  next,
  say,
  sendReport,
  stepNow,
} from './citizen.ts';
import {
  hasBrowser,
  type Instance,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { exportLedger, openDatabase, verify } from './instance-data.ts';
import {
  downloadFile,
  moveWithReason,
  openFromQueue,
  openMinistry,
  openProvince,
  proposeClosing,
  reply,
  stageTag,
} from './officer.ts';
import { hiddenInPhoto, takePhoto } from './photo.ts';

const question = 'ขอบคุณที่แจ้ง กรรมการตรวจรับลงชื่อวันใด และท่านเห็นเอกสารใดบ้าง';
const answer = 'เห็นใบตรวจรับลงวันที่ 3 ตุลาคม ติดอยู่ที่บอร์ดหน้าเทศบาล';

describe.skipIf(!hasBrowser)('from a citizen’s telephone to the close', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let citizen: Citizen;
  let head: OfficerPage;
  let officer: OfficerPage;
  let receipt: KeptReceipt;
  let proof: { name: string; path: string };
  const problems: string[] = [];

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance(), openBrowser()]);
    const ministry = await openMinistry(browser, instance);
    ({ head, officer } = await openProvince(browser, ministry));
    for (const { page } of [head, officer]) page.on('pageerror', (error) => problems.push(String(error)));
    citizen = await newCitizen(browser);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('she starts from the home page, and the back button in the middle loses nothing', async () => {
    const { page } = citizen;
    await page.goto(instance.url);
    await page.locator('a[href="/report"]').first().click();
    await page.locator('#report-form[data-ready]').waitFor();
    await answerStep(page, bridge);
    await next(page);
    await answerStep(page, bridge);
    await next(page);
    expect(await stepNow(page)).toBe('insider');
    await page.goBack();
    expect(await stepNow(page)).toBe('centre');
    expect(await page.locator('#centre-search').inputValue()).toContain('เชียงใหม่');
    await page.goBack();
    expect(await page.locator('#about').inputValue()).toBe(bridge.about);
    await page.goForward();
    expect(await stepNow(page)).toBe('centre');
    await next(page);
  });

  test('an answer that is needed is asked for kindly, and the rest of the form goes on', async () => {
    const { page } = citizen;
    await next(page);
    expect(await stepNow(page)).toBe('topic');
    await page.locator('[data-do=next]').click();
    await page.locator('#topic-problem:not([hidden])').waitFor();
    expect(await stepNow(page)).toBe('topic');
    const files = [{ name: 'สะพาน.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(browser) }] as const;
    expect(files[0].buffer.includes(hiddenInPhoto)).toBe(true);
    await answerAll(page, { ...bridge, files });
    await page.locator('#review dd', { hasText: 'สะพาน.jpg' }).waitFor();
    await page.locator('#review dd', { hasText: 'ร้อยละสิบ' }).waitFor();
    await page.locator('#routing', { hasText: 'เชียงใหม่' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('she gets a receipt, types it back, and keeps a proof of filing that verifies without us', async () => {
    const { page } = citizen;
    await page.locator('#routing .print', { hasText: 'ตรวจแล้ว' }).waitFor();
    receipt = await sendReport(page);
    expect(receipt.digits).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(receipt.words.split(' ')).toHaveLength(7);
    const typed = page.locator('#typed');
    const says = page.locator('[data-slot=typed-back]');
    await typed.fill(receipt.words.split(' ').reverse().join(' '));
    await page.locator('[data-slot=type-back] [type=submit]').click();
    await page.locator('[data-slot=typed-back].problem').waitFor();
    await typed.fill(receipt.words);
    await page.locator('[data-slot=type-back] [type=submit]').click();
    await says.filter({ hasText: 'ถูกต้อง' }).waitFor();

    await page.locator('[data-slot=proof-says].good').waitFor();
    const saving = page.waitForEvent('download');
    await page.locator('[data-do=save-proof]').click();
    const saved = await saving;
    proof = { name: saved.suggestedFilename(), path: join(instance.dataDir, 'kept.tlog-proof') };
    expect(proof.name).toBe(`${receipt.number}.tlog-proof`);
    await saved.saveAs(proof.path);
    const vkey = (await (await fetch(`${instance.url}/ledger/vkey`)).text()).trim();
    expect(await verify(proof.path, '--vkey', vkey)).toMatchObject({ code: 0 });
    writeFileSync(`${proof.path}.broken`, 'nothing');
    expect(await verify(`${proof.path}.broken`, '--vkey', vkey)).toMatchObject({ code: 1 });
    expect(citizen.problems).toEqual([]);
    await citizen.context.close();
  });

  test('the officer reads it, opens the photo without what the telephone had hidden in it, and asks', async () => {
    const { page } = officer;
    await openFromQueue(officer, bridge.about!.slice(0, 20));
    await page.locator('.story', { hasText: 'พื้นสะพานยังเทปูนไม่ครบ' }).waitFor();
    expect(await page.locator('.note.bad').count()).toBe(0);
    await page.getByRole('button', { name: 'เปิดดู' }).click();
    const image = page.locator('img.file-view');
    await image.waitFor();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
    const { name, bytes } = await downloadFile(page);
    expect(name).toBe('สะพาน.jpg');
    expect(bytes.includes(hiddenInPhoto)).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);

    await page.getByRole('button', { name: 'เริ่มคัดกรอง' }).click();
    await stageTag(page, 'คัดกรอง').waitFor();
    await page.getByLabel(/ไม่มีผลประโยชน์ขัดกัน/).check();
    await page.getByRole('button', { name: 'รับเรื่องนี้เอง' }).click();
    await page.locator('.facts', { hasText: 'ท่าน' }).waitFor();
    await reply(page, question, true);
    await moveWithReason(page, 'ขอข้อมูลเพิ่มจากผู้แจ้ง', 'วันตรวจรับยังไม่ชัด');
    await stageTag(page, 'ขอข้อมูลเพิ่ม').waitFor();
  });

  test('the citizen comes back on another telephone by the seven words, and answers', async () => {
    citizen = await newCitizen(browser);
    const { page } = citizen;
    await comeBack(page, instance, receipt.words);
    await page.locator('.stage h2', { hasText: 'รอข้อมูลจากท่าน' }).waitFor();
    await page.locator('.message.theirs', { hasText: question }).waitFor();
    await page.locator('.message.ours', { hasText: 'พื้นสะพานยังเทปูนไม่ครบ' }).waitFor();
    await say(page, answer);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await citizen.context.close();
  });

  test('the province works it through its stages; whoever proposed the close cannot approve it, the head does', async () => {
    const { page } = officer;
    await openFromQueue(officer, bridge.about!.slice(0, 20));
    await page.locator('.messages .reporter', { hasText: answer }).waitFor();
    // Her answer brought it back to screening by itself.
    await stageTag(page, 'คัดกรอง').waitFor();
    await moveWithReason(page, 'รับไว้ดำเนินการ', 'มีภาพถ่ายและวันตรวจรับ');
    await page.getByRole('button', { name: 'เริ่มตรวจสอบข้อเท็จจริง' }).click();
    await stageTag(page, 'ตรวจสอบข้อเท็จจริง').waitFor();
    await moveWithReason(page, 'สรุปข้อเท็จจริงแล้ว ส่งให้ตัดสินใจ', 'สอบถามกรรมการครบสามคนแล้ว');
    await proposeClosing(page, 'NO_GROUND', 'ตรวจสัญญาและวัดพื้นที่แล้ว งานครบตามแบบ');
    await page.locator('.pending', { hasText: 'ท่านเป็นผู้เสนอ' }).waitFor();
    expect(await page.getByRole('button', { name: 'อนุมัติปิดเรื่อง' }).count()).toBe(0);

    await visit(head.page, new URL(page.url()).pathname);
    await head.page.locator('.pending', { hasText: 'งานครบตามแบบ' }).waitFor();
    await head.page.getByRole('button', { name: 'อนุมัติปิดเรื่อง' }).click();
    await stageTag(head.page, 'ปิดเรื่องแล้ว').waitFor();
  });

  test('the citizen reads the outcome and contests it, once', async () => {
    citizen = await newCitizen(browser);
    const { page } = citizen;
    await comeBack(page, instance, receipt.digits);
    await page.locator('.stage .outcome', { hasText: 'ยังไม่พบมูล' }).waitFor();
    await page.locator('summary', { hasText: 'ไม่เห็นด้วยกับผล' }).click();
    await page.locator('#contest-text').fill('วัดพื้นที่หลังเทปูนเพิ่มแล้ว ภาพถ่ายของข้าพเจ้าเก่ากว่านั้น');
    await page.locator('form:has(#contest-text) button[type=submit]').click();
    await page.locator('.stage', { hasText: 'ท่านโต้แย้งการปิดเรื่องแล้ว' }).waitFor();
    await page.locator('.stage h2', { hasText: 'กำลังคัดกรอง' }).waitFor();
    expect(await page.locator('#contest-text').count()).toBe(0);
    expect(citizen.problems).toEqual([]);
    await citizen.context.close();
    await visit(officer.page, new URL(officer.page.url()).pathname);
    await stageTag(officer.page, 'ผู้แจ้งขอให้ทบทวน').waitFor();
    await officer.page.locator('.messages .reporter', { hasText: 'ภาพถ่ายของข้าพเจ้าเก่ากว่านั้น' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('anyone verifies the whole log; a row changed afterwards is named', async () => {
    expect(await verify(instance.url)).toMatchObject({ code: 0 });
    const db = await openDatabase(instance);
    const named = async (target: string, seq: string) => {
      const { code, said } = await verify(target);
      expect(code).toBe(1);
      expect(said).toMatch(new RegExp(`(?<!\\d)${seq}(?!\\d)`));
    };
    try {
      const { rows } = await db.query<{ seq: string; entry: string }>(
        `select seq, entry from ledger.entry where entry::json->>'act' = 'closing.approved'`,
      );
      expect(rows).toHaveLength(1);
      const { seq, entry } = rows[0]!;
      // What the act says: seen by whoever holds an export with the texts.
      const returned = entry.replace('closing.approved', 'closing.returned');
      await db.query('update ledger.entry set entry = $2 where seq = $1', [seq, returned]);
      await named(await exportLedger(instance, 'told-otherwise'), seq);
      await db.query('update ledger.entry set entry = $2 where seq = $1', [seq, entry]);
      expect(await verify(await exportLedger(instance, 'sound'))).toMatchObject({ code: 0 });
      // The leaf itself: seen by everybody.
      await db.query('update ledger.entry set commitment = sha256(commitment) where seq = $1', [seq]);
      await named(instance.url, seq);
    } finally {
      await db.end();
    }
  });
});

/** A telephone at the door with the network cut: what it says, that nothing is lost, and that both verdicts stand afterwards. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTicket } from '#features/seminars/attendance/ticket.ts';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { barriers } from './accessibility.ts';
import {
  browserPath,
  hasBrowser,
  type Instance,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { type HeldSeminar, holdSeminar } from './held-seminar.ts';
import { writeQrVideo } from './qr-video.ts';

describe.skipIf(!hasBrowser)('at the door without network', { timeout: 120_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let organiser: OfficerPage;
  let seminar: HeldSeminar;
  let base: string;
  let phone: Page;
  let context: BrowserContext;
  const seats: Record<string, string> = {};

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance({ LOG_LEVEL: 'info' }), openBrowser()]);
    organiser = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นายสมชาย ตั้งตรง',
      email: 'somchai@moi.example',
      alsoRoles: ['head'],
      locale: 'th',
    });
    seminar = await holdSeminar(instance);
    base = `/office/seminars/${seminar.id}/attendance`;
    seats['kham'] = await seminar.addSeat('คำแพง ใจงาม');
    seats['boon'] = await seminar.addSeat('บุญมี ยอดเมือง');
    seats['leaves'] = await seminar.addSeat('สมใจ ถอนทีหลัง');
    seats['gone'] = await seminar.addSeat('วันดี ถอนแล้ว', 'withdrawn');
    seats['waits'] = await seminar.addSeat('มานะ รอคิว', 'waitlisted');
  }, 180_000);
  afterAll(async () => {
    await seminar?.database.end();
    await browser?.close();
    await instance?.stop();
  });

  /** A new device's link, made on the organisers' page. */
  const makeLink = async (name: string): Promise<string> => {
    await visit(organiser.page, `${base}/devices`);
    await organiser.page.locator('[name=name]').fill(name);
    await organiser.page.locator('form .button.act').click();
    await organiser.page.locator('.note.good').waitFor();
    return organiser.page.locator('.device-address').first().inputValue();
  };

  /** What a reader that types would type; then the verdict on the screen. */
  const scan = async (ticket: string): Promise<string | null> => {
    const result = phone.locator('.door-result');
    const before = await phone.locator('#recent > li').count();
    await phone.locator('#find').fill(ticket);
    await phone.waitForFunction((count) => document.querySelectorAll('#recent > li').length > count, before);
    return result.getAttribute('data-verdict');
  };

  test('a telephone is let in by the organisers’ QR code and keeps page and list', async () => {
    const link = await makeLink('ประตูใหญ่');
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    phone = await context.newPage();
    await phone.goto(link);
    await phone.locator('.door-title').waitFor();
    await phone.locator('#scan[data-offline]').waitFor({ timeout: 60_000 });
    expect(phone.url()).toBe(`${instance.url}/scan`);
    expect(await phone.locator('#counted').innerText()).toBe('มาแล้ว 0 จาก 3');
    expect(await barriers(phone)).toEqual([]);
  });

  test('without network it lets in once and refuses the rest, each with its word', async () => {
    await context.setOffline(true);
    await phone.locator('.door-status.offline').waitFor();
    const forger = await generateSigningKey();
    expect(await scan(await seminar.ticketOf(seats['kham']!))).toBe('ok');
    expect(await phone.locator('.door-result strong').innerText()).toBe('เข้าได้');
    expect(await scan(await seminar.ticketOf(seats['kham']!))).toBe('duplicate');
    expect(
      await scan(await makeTicket(forger, { seminarId: seminar.id, registrationId: seats['boon']! })),
    ).toBe('forged');
    expect(await scan(await seminar.ticketOf(seats['gone']!))).toBe('cancelled');
    expect(await scan(await seminar.ticketOf(seats['waits']!))).toBe('not-confirmed');
    expect(await scan(await seminar.ticketOf(randomUUID(), randomUUID()))).toBe('wrong-seminar');
    expect(await scan(await seminar.ticketOf(seats['leaves']!))).toBe('ok');
    // The camera failed: the person is found by name.
    await phone.locator('#find').fill('บุญมี');
    await phone.locator('#found .button').click();
    await phone.locator('.door-result.ok', { hasText: 'บุญมี' }).waitFor();
    expect(await phone.locator('#waiting').innerText()).toContain('8');
    expect(await phone.locator('#counted').innerText()).toBe('มาแล้ว 3 จาก 3');
    expect(await barriers(phone)).toEqual([]);
  });

  test('it survives a reload without network, with everything that waits', async () => {
    const asked = () => instance.output().match(/"route":"\/\*"/g)?.length ?? 0;
    const before = asked();
    await phone.reload();
    await phone.locator('.door-status.offline').waitFor();
    expect(asked()).toBe(before);
    expect(await phone.locator('#waiting').innerText()).toContain('8');
    expect(await phone.locator('#counted').innerText()).toBe('มาแล้ว 3 จาก 3');
    expect(await scan(await seminar.ticketOf(seats['kham']!))).toBe('duplicate');
  });

  test('back in the network everything is sent; the server judges again and keeps both verdicts', async () => {
    // Given back while the telephone could not know.
    await seminar.database.query("update seminars.registration set state = 'withdrawn' where id = $1", [
      seats['leaves'],
    ]);
    await context.setOffline(false);
    await phone.locator('#waiting', { hasText: 'ส่งครบแล้ว' }).waitFor({ timeout: 40_000 });
    const { rows } = await seminar.database.query(
      'select device_verdict, server_verdict from seminars.scan where seminar_id = $1 order by device_at',
      [seminar.id],
    );
    expect(rows.map((row) => `${row.device_verdict} ${row.server_verdict}`)).toEqual([
      'ok ok',
      'duplicate duplicate',
      'forged forged',
      'cancelled cancelled',
      'not-confirmed not-confirmed',
      'wrong-seminar wrong-seminar',
      'ok cancelled',
      'ok ok',
      'duplicate duplicate',
    ]);
    await visit(organiser.page, base);
    expect(await organiser.page.locator('.attendance-count').innerText()).toBe('2 จาก 2 คน');
    await organiser.page.locator('summary', { hasText: 'ไม่ตรงกัน' }).click();
    const difference = organiser.page.locator('details tbody tr');
    expect(await difference.count()).toBe(1);
    expect(await difference.innerText()).toMatch(/สมใจ[\s\S]*เข้าได้[\s\S]*ยกเลิกแล้ว/);
  });

  test('a device that is shut out says so and forgets everybody', async () => {
    await visit(organiser.page, `${base}/devices`);
    await organiser.page.locator('.button.danger').first().click();
    await organiser.page.locator('.note.good').waitFor();
    await phone.locator('details summary').click();
    await phone.locator('details .button').first().click();
    await phone.locator('.note.bad', { hasText: 'ปิดเครื่องนี้แล้ว' }).waitFor();
    const left = await phone.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('prongsai-scan');
          opening.onsuccess = () => {
            const stores = ['device', 'list', 'scans'];
            const counts = stores.map(
              (store) =>
                new Promise<number>((counted) => {
                  const asking = opening.result.transaction(store).objectStore(store).count();
                  asking.onsuccess = () => counted(asking.result);
                }),
            );
            void Promise.all(counts).then((all) => done(all.reduce((sum, one) => sum + one, 0)));
          };
        }),
    );
    expect(left).toBe(0);
    await context.close();
  });

  test('the camera reads a ticket, also with the network cut', async () => {
    const seat = await seminar.addSeat('ปิติ มาใหม่');
    const film = join(instance.dataDir, 'ticket.y4m');
    writeQrVideo(film, await seminar.ticketOf(seat));
    const link = await makeLink('ประตูข้าง');
    const withCamera = await chromium.launch({
      executablePath: browserPath!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    try {
      context = await withCamera.newContext({ viewport: { width: 390, height: 844 } });
      phone = await context.newPage();
      await phone.goto(link);
      await phone.locator('#scan[data-offline]').waitFor({ timeout: 60_000 });
      await context.setOffline(true);
      await phone.locator('#camera').click();
      await phone.locator('.door-result.ok', { hasText: 'ปิติ' }).waitFor({ timeout: 30_000 });
      // Held before the camera it is one scan, not one a frame.
      expect(await phone.locator('#recent > li').count()).toBe(1);
    } finally {
      await withCamera.close();
    }
  });
});

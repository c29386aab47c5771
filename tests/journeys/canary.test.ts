/** What people write is found nowhere but where it was promised: not in the database, its files, its log, the output, on the wire. */
import type { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Canary, everythingStored, filesWith, isIn, newCanary } from './canary.ts';
import {
  answerAll,
  comeBack,
  type KeptReceipt,
  newCitizen,
  openForm,
  readReceipt,
  say,
  sendReport,
} from './citizen.ts';
import {
  enrolKeys,
  hasBrowser,
  type Instance,
  makeCentreKey,
  newOfficer,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { openDatabase } from './instance-data.ts';
import { openFromQueue, reply } from './officer.ts';
import { fillPlainForm, newPlainCitizen, openWithReceipt, sayPlainly } from './plain-citizen.ts';
import { stretchWire, type Wire } from './wire.ts';

const secret = Object.fromEntries(
  ['about', 'story', 'name', 'contact', 'filename', 'file', 'message', 'reply', 'note', 'search'].map(
    (place) => [place, newCanary(place)],
  ),
) as Record<string, Canary>;
const plain = Object.fromEntries(
  ['about', 'story', 'name', 'filename', 'file', 'message'].map((place) => [
    place,
    newCanary(`plain${place}`),
  ]),
) as Record<string, Canary>;
const all = [...Object.values(secret), ...Object.values(plain)];

const textFile = ({ words }: Canary, name: Canary) => ({
  name: `${name.words}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${words}\n`.repeat(50)),
});

describe.skipIf(!hasBrowser)('the canary', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let wire: Wire;
  let db: Client;
  let officer: OfficerPage;
  let receipt: KeptReceipt;
  let plainReceipt: KeptReceipt;

  beforeAll(async () => {
    wire = await stretchWire();
    const [started, opened] = await Promise.all([
      startInstance({ PUBLIC_URL: wire.url, LOG_LEVEL: 'trace' }),
      openBrowser(),
    ]);
    wire.leadTo(Number(new URL(started.url).port));
    instance = { ...started, url: wire.url };
    browser = opened;
    officer = await newOfficer(browser, instance.firstLink, {
      nameTh: 'นายสมชาย ตั้งตรง',
      email: 'somchai@moi.example',
      alsoRoles: ['head', 'case-officer'],
      locale: 'th',
    });
    await enrolKeys(officer);
    await makeCentreKey(officer);
    db = await openDatabase(instance);
  }, 180_000);
  afterAll(async () => {
    await db?.end();
    await browser?.close();
    await instance?.stop();
    await wire?.cut();
  });

  test('a citizen writes with script, and comes back by her words', async () => {
    const { page, context } = await newCitizen(browser);
    await openForm(page, instance);
    await answerAll(page, {
      about: secret['about']!.words,
      topic: 'PROCUREMENT',
      happened: secret['story']!.words,
      name: secret['name']!.words,
      contact: secret['contact']!.words,
      files: [textFile(secret['file']!, secret['filename']!)],
    });
    receipt = await sendReport(page);
    await page.locator('[data-slot=proof-says].good').waitFor();
    await comeBack(page, instance, receipt.words);
    await page.locator('.message', { hasText: secret['story']!.mark }).waitFor();
    await say(page, secret['message']!.words);
    await context.close();
  });

  test('an officer reads, opens the file, answers, notes and searches', async () => {
    await openFromQueue(officer, secret['about']!.mark);
    const { page } = officer;
    await page.locator('.story', { hasText: secret['story']!.mark }).waitFor();
    await page.getByRole('button', { name: 'เปิดดู' }).click();
    await page.locator('pre.file-view', { hasText: secret['file']!.mark }).waitFor();
    await reply(page, secret['reply']!.words);
    await page.locator('#note').fill(secret['note']!.words);
    await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.locator('.messages', { hasText: secret['note']!.mark }).waitFor();
    await visit(page, '/office/search');
    await page.locator('[role=status]', { hasText: 'พร้อมค้น' }).waitFor();
    await page.locator('#query').fill(secret['search']!.mark);
    await page.locator('text=ไม่พบ ลองคำที่สั้นลง').waitFor();
    await page.locator('#query').fill(secret['story']!.mark);
    await page.locator('.results .case-link').waitFor();
  });

  test('another writes without script: first with an answer missing, then whole, then comes back', async () => {
    const { page, context } = await newPlainCitizen(browser);
    await page.goto(`${instance.url}/report`);
    await fillPlainForm(page, {
      about: plain['about']!.words,
      happened: plain['story']!.words,
      name: plain['name']!.words,
    });
    await page.locator('#send').click();
    await page.locator('#topic-problem:not([hidden])').waitFor();
    await fillPlainForm(page, { topic: 'PERSONNEL', files: [textFile(plain['file']!, plain['filename']!)] });
    await page.locator('#send').click();
    plainReceipt = await readReceipt(page);
    await openWithReceipt(page, instance, plainReceipt.digits);
    await page.locator('.message', { hasText: plain['story']!.mark }).waitFor();
    await sayPlainly(page, plain['message']!.words);
    await context.close();
    await openFromQueue(officer, plain['about']!.mark);
    await officer.page.locator('.messages .reporter', { hasText: plain['message']!.mark }).waitFor();
  });

  test('what was written with script never crossed the wire, nor did the receipt', () => {
    const { exchanges } = wire;
    // The wire does hear: the uploads as ciphertext, the pages as text.
    expect(
      exchanges.filter(({ method, asked }) => method === 'PUT' && asked.includes('age-encryption.org/v1')),
    ).toHaveLength(1);
    expect(
      exchanges.some(({ path, answered }) => path === '/report' && answered.includes('ท่านจะได้ใบรับเรื่อง')),
    ).toBe(true);
    const marks = [
      ...Object.values(secret).map(({ mark }) => mark),
      receipt.digits,
      receipt.digits.replaceAll(' ', ''),
      receipt.words,
    ];
    for (const mark of marks)
      expect(
        exchanges
          .filter(({ asked, answered }) => isIn(asked, mark) || isIn(answered, mark))
          .map(({ path }) => path),
        mark,
      ).toEqual([]);
  });

  test('what was written without script crossed only in the forms that were posted and the pages that answered them', () => {
    const crossed = (mark: string) =>
      wire.exchanges
        .filter(({ asked, answered }) => isIn(asked, mark) || isIn(answered, mark))
        .map(({ method, path }) => `${method} ${path}`);
    for (const { mark } of Object.values(plain)) {
      expect(crossed(mark).length, mark).toBeGreaterThan(0);
      for (const where of crossed(mark)) expect(['POST /report', 'POST /follow']).toContain(where);
    }
    for (const where of crossed(plainReceipt.digits.replaceAll(' ', '')))
      expect(['POST /report', 'POST /follow']).toContain(where);
  });

  test('nothing of it rests in the database, its files and log, the data folder, or the output', async () => {
    const trap = newCanary('trap');
    await db.query('create table public.trap (words text)');
    await db.query('insert into public.trap values ($1)', [trap.words]);
    await db.query('checkpoint');
    const trapped = await everythingStored(db);
    const { found: caught } = filesWith(instance.dataDir, [trap]);
    expect(isIn(trapped.text, trap.mark)).toBe(true);
    expect(
      caught.some((one) => one.includes('/base/')),
      'the tables’ files are looked at',
    ).toBe(true);
    expect(
      caught.some((one) => one.includes('/pg_wal/')),
      'the write-ahead log is looked at',
    ).toBe(true);
    await db.query('drop table public.trap');

    const { text, tables } = await everythingStored(db);
    expect(tables).toBeGreaterThan(20);
    expect(isIn(text, 'age-encryption.org/v1'), 'sealed matter is there').toBe(true);
    const receipts = [receipt, plainReceipt].flatMap(({ digits, words }) => [
      digits,
      digits.replaceAll(' ', ''),
      words,
    ]);
    const marks = [...all.map(({ mark }) => mark), ...receipts];
    expect(marks.filter((mark) => isIn(text, mark))).toEqual([]);
    const asCanaries = marks.map((mark) => ({ place: mark, mark, words: mark }));
    const { found, looked } = filesWith(instance.dataDir, asCanaries);
    expect(found).toEqual([]);
    expect(
      looked.some((path) => path.includes('/files/')),
      'sealed files are there',
    ).toBe(true);
    const output = Buffer.from(instance.output());
    expect(output.includes('"route":"/public/reports"'), 'the program did log').toBe(true);
    expect(marks.filter((mark) => isIn(output, mark))).toEqual([]);
  });
});

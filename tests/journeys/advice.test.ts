/** Advice asked without a name, answered, published without persons; a breach that goes on to discipline; an objection kept. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { barriers } from './accessibility.ts';
import { everythingStored, isIn, newCanary } from './canary.ts';
import {
  answerAll,
  type Citizen,
  comeBack,
  type KeptReceipt,
  newCitizen,
  say,
  sendReport,
} from './citizen.ts';
import {
  approveQuestion,
  fillQuestion,
  handInQuestion,
  matterOf,
  recordObjection,
  savedFile,
} from './ethics-matters.ts';
import { fileReport } from './file-report.ts';
import {
  grantToAll,
  hasBrowser,
  type Instance,
  makeCentreKey,
  type OfficerPage,
  openBrowser,
  startInstance,
  visit,
} from './fixtures.ts';
import { openDatabase } from './instance-data.ts';
import {
  downloadFile,
  joinAs,
  moveWithReason,
  openFromQueue,
  openMinistry,
  reply,
  stageTag,
} from './officer.ts';
import { importLaw } from './seeded.ts';

/** LOOK=folder keeps pictures of the pages, for whoever designs them. */
const look = process.env['LOOK'];
const foundBarriers: string[] = [];

async function lookAt(page: Page, name: string): Promise<void> {
  foundBarriers.push(...(await barriers(page)));
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wide > 0) foundBarriers.push(`${name} scrolls sideways by ${wide}`);
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
}

/** Any bytes: what comes out is what was put in. */
const letter = Buffer.from([
  ...Buffer.from('%PDF-1.7 '),
  ...Array.from({ length: 3000 }, (_, at) => at % 256),
]);

describe.skipIf(!hasBrowser)('advice, breach and objection', { timeout: 180_000 }, () => {
  let instance: Instance;
  let browser: Browser;
  let head: OfficerPage;
  let keeper: OfficerPage;
  let caseOfficer: OfficerPage;
  let above: OfficerPage;
  let asker: Citizen;
  let receipt: KeptReceipt;
  let matter = '';
  const problems: string[] = [];
  const secret = {
    advice: newCanary('advice'),
    answer: newCanary('answer'),
    order: newCanary('order'),
    referral: newCanary('referral'),
    objection: newCanary('objection'),
  };

  beforeAll(async () => {
    [instance, browser] = await Promise.all([startInstance({ LOG_LEVEL: 'trace' }), openBrowser()]);
    const ministry = await openMinistry(browser, instance);
    await importLaw(instance);
    const join = (unitCode: string, nameTh: string, email: string, role: string) =>
      joinAs(browser, ministry, { unitCode, nameTh, email, roles: [role] });
    head = await join('TH-50', 'นางพิมพ์ใจ ศรีสุข', 'pimjai@province.example', 'head');
    await makeCentreKey(head);
    keeper = await join('TH-50', 'นางสาวคำแพง ใจงาม', 'khampaeng@province.example', 'ethics-officer');
    caseOfficer = await join('TH-50', 'นายอนุชา รักดี', 'anucha@province.example', 'case-officer');
    await grantToAll(head);
    above = await join('MOI', 'นายธีระ มั่นคง', 'teera@moi.example', 'ethics-officer');
    await grantToAll(ministry);
    for (const { page } of [head, keeper, caseOfficer, above])
      page.on('pageerror', (error) => problems.push(String(error)));
    asker = await newCitizen(browser);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  test('an officer asks on her telephone without a name, and is told who will read it', async () => {
    const { page } = asker;
    await page.goto(`${instance.url}/advice`);
    await lookAt(page, 'advice');
    await page.locator('a[href="/advice/ask"]').click();
    await page.locator('#report-form[data-ready]').waitFor();
    await lookAt(page, 'advice-ask');
    await answerAll(page, {
      centre: { search: 'เชียงใหม่', pick: 'เชียงใหม่' },
      topic: 'ADVICE_GIFT',
      happened: `นายวิชัย พงษ์ดี ผู้รับจ้างชวนไปทานข้าวหลังตรวจรับงาน ไปได้หรือไม่ ${secret.advice.words}`,
    });
    await lookAt(page, 'advice-send');
    receipt = await sendReport(page);
    expect(receipt.words.split(' ')).toHaveLength(7);
  });

  test('the ethics officer answers citing a section; the case officer, who holds the same key, sees nothing', async () => {
    await openFromQueue(keeper, 'ของขวัญและการเลี้ยงรับรอง');
    await reply(keeper.page, `ไม่ควรไป ตาม พ.ร.บ.ทดลองระบบ มาตรา 2 ${secret.answer.words}`);
    await stageTag(keeper.page, 'ตอบแล้ว').waitFor();
    await lookAt(keeper.page, 'advice-answered');
    matter = await matterOf(keeper.page);
    const path = new URL(keeper.page.url()).pathname;

    await visit(caseOfficer.page, '/office/work');
    expect(await caseOfficer.page.locator('.case-link').count()).toBe(0);
    for (const hidden of [path, matter, `${matter}/question`]) {
      const answer = await caseOfficer.page.goto(instance.url + hidden);
      expect(answer?.status(), hidden).toBe(404);
    }
    await visit(caseOfficer.page, '/office/ethics');
    expect(await caseOfficer.page.locator('a[href*="/office/ethics/matters/"]').count()).toBe(0);
    const batch = await caseOfficer.page.evaluate(async () => (await fetch('/office/search/batch')).text());
    expect(JSON.parse(batch).cases).toEqual([]);
  });

  test('she reads the answer with her seven words, and asks back', async () => {
    const { page } = asker;
    await comeBack(page, instance, receipt.words);
    await page.locator('.message', { hasText: 'มาตรา 2' }).waitFor();
    await lookAt(page, 'advice-followed');
    expect(await page.locator('text=ไม่เห็นด้วยกับผล').count()).toBe(0);
    await say(page, 'ถ้าเขาเลี้ยงทั้งสำนักงานเล่า');
    expect(asker.problems).toEqual([]);
    await openFromQueue(keeper, 'ของขวัญและการเลี้ยงรับรอง');
    await stageTag(keeper.page, 'รับเรื่องแล้ว').waitFor();
    await reply(keeper.page, 'ไม่ต่างกัน ให้แจ้งหัวหน้า');
    await stageTag(keeper.page, 'ตอบแล้ว').waitFor();
  });

  test('the answer is written anew: names of the conversation are pointed out, a second person approves', async () => {
    const { page } = keeper;
    await visit(page, matter);
    await lookAt(page, 'matter-advice');
    const cites = { law: 'trial-act-2550', section: '2' };
    const question = 'ผู้รับจ้างเลี้ยงอาหารหลังตรวจรับงาน ไปได้หรือไม่';
    await fillQuestion(page, matter, { question, answer: 'ไม่ควรไป แม้คุ้นเคยกับวิชัย ให้แจ้งผู้บังคับบัญชา', cites });
    await page.locator('#persons.warn', { hasText: 'วิชัย' }).waitFor();
    await page.locator('#persons', { hasText: 'เทียบกับชื่อในบทสนทนาแล้ว' }).waitFor();
    await lookAt(page, 'question-warned');
    await page.locator('[name=answerTh]').fill('ไม่ควรไป ให้แจ้งผู้บังคับบัญชา');
    await page.locator('#persons:not(.warn)').waitFor();
    const path = await handInQuestion(page);
    expect(await page.locator('[name=step]').count()).toBe(0);
    await approveQuestion(head.page, path);
    await lookAt(head.page, 'question-approved');
  });

  test('anybody finds it by a search without signing in, and nothing tells where it comes from', async () => {
    const reader = await newCitizen(browser, { javaScriptEnabled: false });
    await reader.page.goto(`${instance.url}/ethics/questions`);
    await reader.page.locator('#q').fill('เลี้ยงอาหาร');
    await reader.page.locator('main form button').click();
    await reader.page.locator('article.card', { hasText: 'ผู้รับจ้างเลี้ยงอาหาร' }).waitFor();
    const html = await reader.page.content();
    for (const telling of ['เชียงใหม่', receipt.number, 'คำแพง', 'พิมพ์ใจ', matter.split('/').at(-1)!])
      expect(html).not.toContain(telling);
    const law = reader.page.locator('article a[href^="/laws/trial-act-2550/2"]');
    await law.click();
    await reader.page
      .locator('h1', { hasText: '๒' })
      .or(reader.page.locator('h1', { hasText: '2' }))
      .waitFor();
    await reader.page.goto(`${instance.url}/en/ethics/questions?q=ที่ดินรกร้าง`);
    expect(await reader.page.locator('article.card').count()).toBe(0);
    await reader.context.close();
    const looker = await newCitizen(browser);
    for (const language of ['', '/en']) {
      await looker.page.goto(`${instance.url}${language}/ethics/questions`);
      await lookAt(looker.page, `questions-public${language.replace('/', '-')}`);
    }
  });

  test('what looks like corruption she writes anew for the case officer, who reads it; she does not', async () => {
    const { page } = keeper;
    await visit(page, matter);
    await page.locator('a', { hasText: 'เขียนเรื่องส่งเจ้าหน้าที่รับเรื่องทุจริต' }).click();
    await page.locator('#refer-form').waitFor();
    expect(await page.locator('#refer-form textarea').inputValue()).toBe('');
    await lookAt(page, 'refer');
    for (const language of ['en', 'th']) {
      await page
        .context()
        .addCookies([
          { name: 'lang', value: language, domain: new URL(instance.url).hostname, path: '/office' },
        ]);
      await page.setViewportSize({ width: 390, height: 844 });
      await visit(page, `${matter}/refer`);
      await page.locator('#refer-form').waitFor();
      await page.locator('[name=insider][value=no]').check();
      await lookAt(page, `refer-${language}-390`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator('[name=insider][value=head]').check();
    await page.locator('#refer-form [role=status]', { hasText: 'สูงกว่าศูนย์ของท่าน' }).waitFor();
    await page.locator('[name=insider][value=no]').check();
    await page.locator('#topic').selectOption('BRIBE_DEMAND');
    await page.locator('[name=about]').fill('กรรมการตรวจรับจ้าง');
    await page.locator('[name=happened]').fill(`รับเงินก่อนลงนามตรวจรับ ${secret.referral.words}`);
    await page.locator('#files').setInputFiles({
      name: 'ใบตรวจรับ.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`ใบตรวจรับเลขที่ 12 ${secret.referral.words}`),
    });
    await lookAt(page, 'refer-filled');
    await page.locator('#refer-form .button.act').dblclick();
    const sent = page.locator('.note.good', { hasText: 'ส่งแล้ว เป็นเรื่อง' });
    await sent.waitFor({ timeout: 60_000 });
    const [number] = /69-\w{4}-\w{4}/.exec(await sent.innerText())!;
    await lookAt(page, 'refer-sent');

    await openFromQueue(caseOfficer, 'กรรมการตรวจรับจ้าง');
    const read = caseOfficer.page;
    await read.locator('.case-head', { hasText: number }).waitFor();
    await read.locator('.case-head .note', { hasText: 'งานจริยธรรมส่งมา' }).waitFor();
    await read.locator('.story', { hasText: secret.referral.mark }).waitFor();
    expect(await read.locator('.note.bad, .problem').count()).toBe(0);
    expect(await read.locator('#reply').count()).toBe(0);
    await read.locator('section', { hasText: 'เรื่องนี้ไม่มีผู้ให้ตอบ' }).first().waitFor();
    const file = await downloadFile(read);
    expect(file.name).toBe('ใบตรวจรับ.txt');
    expect(file.bytes.toString()).toContain(secret.referral.mark);
    await lookAt(read, 'refer-case');
    expect(await read.locator('#linked').count()).toBe(0);
    const path = new URL(read.url()).pathname;
    await visit(read, '/office/work');
    expect(await read.locator('.queue .case-link').count()).toBe(1);

    expect((await page.goto(instance.url + path))?.status()).toBe(404);
    await visit(page, matter);
    await page.locator('#referral ~ p', { hasText: 'ท่านส่งไปแล้วเมื่อ' }).waitFor();
    expect(await page.locator(`a[href="${path}"]`).count()).toBe(0);
    await visit(head.page, matter);
    await head.page.locator(`#referral ~ p a[href="${path}"]`).click();
    await head.page.locator('#linked ~ p a', { hasText: 'ส่งมาจากเรื่องจริยธรรม' }).waitFor();
  });

  test('a breach gets its finding and measure, and goes on to discipline with a link that both ends keep', async () => {
    await fileReport(instance.url, 'TH-50', {
      topic: 'ETHICS_BREACH',
      about: 'หัวหน้าฝ่ายหนึ่ง',
      happened: 'ใช้วาจาหยาบคายกับผู้มาติดต่อ',
    });
    const ordinary = await fileReport(instance.url, 'TH-50', { about: 'เบี้ยเลี้ยงเท็จ' });
    const { page } = keeper;
    await openFromQueue(keeper, 'หัวหน้าฝ่ายหนึ่ง');
    const breach = await matterOf(page);
    const casePath = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'เริ่มคัดกรอง' }).click();
    await stageTag(page, 'คัดกรอง').waitFor();
    await moveWithReason(page, 'รับเป็นเรื่องจริยธรรม', 'มีมูลพอให้ตรวจ');
    await moveWithReason(page, 'สรุปข้อค้นพบ', 'พยานสามคนตรงกัน');
    await visit(page, breach);
    await page.locator('[name=finding][value=breach]').check();
    await page.locator('[name=standards][value=S6]').check();
    await lookAt(page, 'breach-finding');
    await page.locator('main form button.main').dblclick();
    await page.locator('.note.good').waitFor();
    await visit(page, casePath);
    await page.getByRole('button', { name: 'พบการฝ่าฝืน ไปขั้นมาตรการ' }).click();
    await stageTag(page, 'ใช้มาตรการ').waitFor();
    await visit(page, breach);
    await page.locator('#no-measure').waitFor();
    await lookAt(page, 'breach-measure');
    await page.locator('[name=measure][value=ADMONITION]').check();
    await page.locator('main form button.main').click();
    await page
      .locator('section', { hasText: 'มาตรการ' })
      .locator('li', { hasText: 'ตักเตือน' })
      .first()
      .waitFor();

    await visit(head.page, breach);
    await head.page.locator('#toNumber').fill(ordinary.number);
    await head.page.locator('form:has(#toNumber) button').click();
    await head.page.locator('li a', { hasText: ordinary.number }).waitFor();
    await lookAt(head.page, 'breach-handed-over');
    await head.page.locator('li a', { hasText: ordinary.number }).click();
    await head.page.locator('#linked ~ p a', { hasText: 'รับมาจากเรื่องจริยธรรม' }).click();
    await head.page.waitForURL(`**${casePath}`);
    await head.page.locator('#linked ~ p a', { hasText: ordinary.number }).waitFor();

    await openFromQueue(caseOfficer, 'เบี้ยเลี้ยงเท็จ');
    expect(await caseOfficer.page.locator('#linked').count()).toBe(0);
    await visit(page, casePath);
    expect(await page.locator('#linked ~ p a', { hasText: ordinary.number }).count()).toBe(0);
  });

  test('an objection is recorded with a proof that holds anywhere; she lays it before the ethics officers above', async () => {
    const { page } = caseOfficer;
    await recordObjection(page, {
      order: secret.order.words,
      objection: secret.objection.words,
      file: { name: 'บันทึกคำสั่ง.pdf', mimeType: 'application/pdf', buffer: letter },
    });
    const card = page.locator('article.card').first();
    await card.locator('text=ข้อความตรงกับที่บันทึกไว้ในสมุดบันทึก').waitFor();
    expect(await savedFile(page)).toEqual({ name: 'บันทึกคำสั่ง.pdf', bytes: letter });
    await lookAt(page, 'objections');
    const keep = card.getByRole('button', { name: 'เก็บหลักฐานเวลา' });
    const saving = page.waitForEvent('download');
    for (let tries = 0; tries < 20; tries++) {
      await keep.click();
      const said = await card.locator('[role=status]').innerText();
      if (said.includes('ตรวจแล้ว')) break;
      await page.waitForTimeout(500);
    }
    const proof = await readFile(await (await saving).path(), 'utf8');
    const vkey = (await (await fetch(`${instance.url}/ledger/vkey`)).text()).trim();
    const verdict = await verifyFilingProof(proof, vkey);
    expect(verdict).toMatchObject({ ok: true, entry: { act: 'ethics.objection-recorded' } });
    expect(await verifyFilingProof(proof.replace(/index \d+/, 'index 0'), vkey)).toMatchObject({ ok: false });
    const paper = await page.evaluate(async () => {
      const link = document.querySelector<HTMLAnchorElement>('a[href*="receipt.pdf"]')!;
      const answer = await fetch(link.href);
      return { status: answer.status, type: answer.headers.get('content-type') };
    });
    expect(paper).toEqual({ status: 200, type: 'application/pdf' });

    for (const officer of [head, keeper, above]) {
      await visit(officer.page, '/office/objections');
      expect(await officer.page.locator('article.card').count()).toBe(0);
    }
    await card.getByRole('button', { name: 'ให้เจ้าหน้าที่จริยธรรมของ' }).click();
    await card.locator('text=อ่านแล้ว').waitFor();
    await visit(above.page, '/office/objections');
    await above.page.locator('article.card', { hasText: secret.objection.mark }).waitFor();
    await above.page.locator('text=ข้อความตรงกับที่บันทึกไว้ในสมุดบันทึก').waitFor();
    expect(await savedFile(above.page)).toEqual({ name: 'บันทึกคำสั่ง.pdf', bytes: letter });
    for (const officer of [head, keeper]) {
      await visit(officer.page, '/office/objections');
      expect(await officer.page.locator('article.card').count()).toBe(0);
    }
  });

  test('what was asked, answered and objected stands nowhere in the server’s database or log', async () => {
    const db = await openDatabase(instance);
    const { text, tables } = await everythingStored(db);
    await db.end();
    expect(tables).toBeGreaterThan(100);
    const printed = Buffer.from(instance.output());
    for (const { place, mark } of Object.values(secret)) {
      expect(isIn(text, mark), `${place} in the database`).toBe(false);
      expect(isIn(printed, mark), `${place} in the log`).toBe(false);
    }
  });

  test('the desk shows the year’s figures, on a telephone too, and no page raised a barrier', async () => {
    await visit(keeper.page, '/office/ethics');
    await keeper.page.locator('dd', { hasText: '1' }).first().waitFor();
    for (const width of [390, 1280]) {
      await keeper.page.setViewportSize({ width, height: 900 });
      await lookAt(keeper.page, `ethics-desk-${width}`);
      await visit(keeper.page, matter);
      await lookAt(keeper.page, `matter-${width}`);
      await visit(keeper.page, '/office/objections');
      await lookAt(keeper.page, `objections-${width}`);
      await visit(keeper.page, '/office/ethics');
    }
    const memo = await keeper.page.evaluate(async () => {
      const link = document.querySelector<HTMLAnchorElement>('a[href*="memo.pdf"]')!;
      return (await fetch(link.href)).status;
    });
    expect(memo).toBe(200);
    expect(problems).toEqual([]);
    expect(foundBarriers).toEqual([]);
  });
});

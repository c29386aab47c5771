/** An instance on which every page has something to show, and an officer who may open every page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { roles } from '#features/network/network.ts';
import { seedDisclosure } from './disclosure.ts';
import { assessMorals, declareConflict, givePledge, reportGift, signNoGift } from './ethics.ts';
import { answerAdvice, approveQuestion, recordObjection, writeQuestion } from './ethics-matters.ts';
import { fileReport } from './file-report.ts';
import { grantToAll, type Instance, inviteOfficer, type OfficerPage, visit } from './fixtures.ts';
import { seedHonours } from './honours.ts';
import { runScript } from './instance-data.ts';
import { beginMap, reviewMap, takeStep, writeRisk } from './map-risks.ts';
import { joinAs, openMinistry } from './officer.ts';
import { seatSomebody } from './seats.ts';
import { seedHeldSeminar } from './seeded-held.ts';
import { seedPlans } from './seeded-plans.ts';
import { seedSurvey } from './seeded-survey.ts';
import { publishSeminar } from './seminar.ts';
import { seedLearning } from './taught-seminar.ts';

export type Seeded = {
  readonly officer: OfficerPage;
  /** An invitation that nobody has used. */
  readonly joinLink: string;
  /** Pages that are reached by a link in a mail, or show what only the last days of a seminar bring. */
  readonly addresses: readonly string[];
};

export async function seedInstance(browser: Browser, instance: Instance): Promise<Seeded> {
  const ministry = await openMinistry(browser, instance);
  const officer = await joinAs(browser, ministry, {
    unitCode: 'MOI',
    nameTh: 'นางสาวกมลชนก สุขใจ',
    email: 'kamol@moi.example',
    roles,
  });
  await grantToAll(ministry);
  const joinLink = await inviteOfficer(ministry, {
    unitCode: 'TH-50',
    nameTh: 'นายอนุชา รักดี',
    email: 'anucha@province.example',
    roles: ['case-officer'],
  });
  await fileReport(instance.url, 'MOI', { about: 'สะพานหนองหอย' });
  await issueCircular(officer.page);
  await publishNews(officer.page);
  await importLaw(instance);
  await handInLesson(officer.page);
  await askQuestion(officer.page);
  const seat = await seatSomebody(officer.page, await publishSeminar(officer.page));
  const plans = await seedPlans(officer, ministry);
  await publishRisks(officer.page, ministry.page);
  await reportGift(officer.page, { item: 'กระเช้าผลไม้', value: '4,500' });
  await declareConflict(officer.page);
  await signNoGift(officer.page);
  await seedEthicsMatters(instance, officer, ministry);
  await givePledge(officer.page);
  await seedDisclosure(officer.page);
  await seedSurvey(officer.page);
  await assessMorals(officer.page);
  await seedHonours(officer.page);
  const held = await seedHeldSeminar(instance, officer.page);
  const taught = await seedLearning(instance, 'kamol@moi.example');
  const addresses = [...held, ...taught, ...seat, ...plans];
  return { officer, joinLink, addresses };
}

/** A published question from one advice, another advice to write from, a breach, and an objection of her own. */
async function seedEthicsMatters(
  instance: Instance,
  officer: OfficerPage,
  second: OfficerPage,
): Promise<void> {
  await fileReport(instance.url, 'MOI', { topic: 'ETHICS_BREACH', happened: 'ใช้วาจาหยาบคายกับผู้มาติดต่อ' });
  for (const happened of ['ผู้รับจ้างเลี้ยงอาหาร ไปได้หรือไม่', 'ญาติจะเสนอราคา ต้องทำอย่างไร']) {
    await fileReport(instance.url, 'MOI', { topic: 'ADVICE_GIFT', about: '', happened });
    const matter = await answerAdvice(officer, happened, 'ไม่ควร และให้แจ้งผู้บังคับบัญชา');
    if (happened.startsWith('ญาติ')) break;
    const question = await writeQuestion(officer.page, matter, {
      question: 'ไปทานอาหารกับผู้รับจ้างได้หรือไม่',
      answer: 'ไม่ควรไป',
    });
    await approveQuestion(second.page, question);
  }
  await recordObjection(officer.page, {
    file: { name: 'บันทึกคำสั่ง.txt', mimeType: 'text/plain', buffer: Buffer.from('คำสั่งด้วยวาจา') },
    order: 'ให้ลงชื่อตรวจรับก่อนงานเสร็จ',
    objection: 'ยังไม่เห็นงาน จึงลงชื่อไม่ได้',
  });
}

/** A published map, verified by a second person, and a draft beside it. */
async function publishRisks(page: Page, second: Page): Promise<void> {
  const map = await beginMap(page);
  await writeRisk(page, map, { domain: 'permits', event: 'เรียกเงินเพื่อเร่งคำขอ', likelihood: 4, impact: 4 });
  await writeRisk(page, map, { domain: 'procurement', event: 'ล็อกสเปก', likelihood: 2, impact: 4 });
  await takeStep(page, map, 'submitted');
  await reviewMap(second, map, 'verified');
  await takeStep(page, map, 'approved');
  await takeStep(page, map, 'published');
  await beginMap(page, 'bribery');
}

async function issueCircular(page: Page): Promise<void> {
  await visit(page, '/office/circulars/new');
  await page.locator('[name=number]').fill('ที่ มท 0204/ว 123');
  await page.locator('[name=subject]').fill('แนวทางการงดรับของขวัญทุกชนิดจากการปฏิบัติหน้าที่');
  await page.locator('[name=gist]').fill('ให้ทุกศูนย์ประกาศเจตนารมณ์ และแจ้งชื่อผู้รับผิดชอบ');
  await page.locator('[name=file]').setInputFiles({
    name: 'ว 123.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\njourney'),
  });
  await page.locator('form .button.act').click();
  await page.locator('.note.good').waitFor();
}

async function publishNews(page: Page): Promise<void> {
  await visit(page, '/office/news/new');
  await page.locator('[name=titleTh]').fill('ประกาศเจตนารมณ์งดรับของขวัญทุกชนิด');
  await page.locator('[name=summaryTh]').fill('เจ้าหน้าที่กระทรวงมหาดไทยงดรับของขวัญทุกเทศกาล');
  await page.locator('[name=bodyTh]').fill('กระทรวงประกาศว่า **ไม่รับทุกชนิด**\n\n## สิ่งที่ทำได้\n- ไม่ให้');
  await page.locator('[name=slug]').fill('no-gift-2570');
  await page.locator('form .button.main').click();
  await page.locator('.note.good').waitFor();
  await page.locator('.news-step .button.act').click();
  await page.getByText('เผยแพร่แล้ว').waitFor();
}

/** An invented act of a few sections, brought in as an administrator does beside the running program. */
export async function importLaw({ dataDir }: Instance): Promise<void> {
  const folder = join(dataDir, 'laws');
  mkdirSync(folder);
  const sections = ['มาตรา ๑ ให้ใช้ระบบ', 'มาตรา ๒ ผู้ใดฝ่าฝืนมาตรา ๑ ต้องแจ้ง', 'มาตรา ๓ ให้รัฐมนตรีรักษาการ'];
  const lines = ['พระราชบัญญัติ', 'ทดลองระบบ', 'พ.ศ. ๒๕๕๐', '', 'หมวด ๑', 'บททั่วไป', '', ...sections];
  writeFileSync(join(folder, 'Trial Act 2550.txt'), lines.join('\n\n'));
  const { code, said } = await runScript('laws-import', [folder], { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(said);
}

async function handInLesson(page: Page): Promise<void> {
  await visit(page, '/office/lessons/new');
  await page.locator('input[name=title]').fill('ตรวจรับงานทั้งที่ยังไม่เสร็จ');
  for (const field of await page.locator('main form textarea').all())
    await field.fill('กรรมการลงชื่อก่อนไปดูหน้างาน จึงเปลี่ยนให้ถ่ายภาพทุกครั้งก่อนลงชื่อ');
  await page.locator('main form button.main').click();
  await page.waitForURL(/\/office\/lessons\/[0-9a-f-]{36}/);
}

async function askQuestion(page: Page): Promise<void> {
  await visit(page, '/office/questions/new');
  await page.locator('[name=title]').fill('รับเรื่องที่ไม่ลงชื่อได้หรือไม่');
  await page.locator('[name=body]').fill('มีหนังสือไม่ลงชื่อแต่แนบสัญญามาครบ ควรรับไว้หรือไม่');
  await page.locator('main form button.main').click();
  await page.waitForURL(/\/office\/questions\/[0-9a-f-]{36}/);
}

/** Each generated paper beside its source: what the feature says is what the workbook holds, and nothing besides. */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealReply } from '#features/cases/browser/compose.ts';
import { type Office, type Officer, openOffice } from '#features/cases/testing/office.ts';
import { type App, createApp } from '#main/app.ts';
import { hasPoppler, textOf } from '#platform/documents/testing/read-pdf.ts';
import { publicDisclosureRoutes } from './index.ts';
import type { PaperKind } from './item-sets/item-set.ts';
import type { Period } from './publishing/paper-address.ts';

let office: Office;
let app: App;
let server: FastifyInstance;
let planner: Officer;
let head: Officer;
let ethicsOfficer: Officer;
let clerk: Officer;
let organiser: Officer;
let neighbour: Officer;
let ministry: Officer;
let ministryHead: Officer;
/** 23 November 2026 is in fiscal year 2570. */
const fiscalYear = 2570;

beforeAll(async () => {
  office = await openOffice();
  app = createApp(office.ground);
  server = Fastify();
  await server.register(publicDisclosureRoutes(app));
  planner = await office.officer('TH-50', 'planner');
  head = await office.officer('TH-50', 'head');
  ethicsOfficer = await office.officer('TH-50', 'ethics-officer');
  clerk = await office.officer('TH-50', 'case-officer');
  organiser = await office.officer('TH-50', 'organiser');
  neighbour = await office.officer('TH-57', 'head');
  ministry = await office.officer('MOI', 'planner');
  ministryHead = await office.officer('MOI', 'head');
});
afterAll(async () => {
  await server?.close();
  await office?.close();
});

type Answer = { readonly ok: boolean; readonly code?: string; readonly fields?: unknown };
const must = (answer: Answer) => {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.fields ?? '')}`);
};
const unit = (code: string) => office.centres.get(code)!.id;
const publish = (kind: PaperKind, period: Period = 'year', by = planner, unitCode = 'TH-50') =>
  app.disclosure.publish(by.signedIn, {
    id: randomUUID(),
    unitCode,
    kind,
    fiscalYear: String(fiscalYear),
    period,
  });
const get = (file: string, unitCode = 'TH-50') =>
  server.inject({ method: 'GET', url: `/disclosure/${unitCode}/${fiscalYear}/${file}` });

type Cell = string | number;
/** Rows of every sheet of the published workbook, by the sheet's name, without the heading. */
async function sheetsOf(file: string, unitCode = 'TH-50'): Promise<Record<string, Cell[][]>> {
  const answer = await get(`${file}.xlsx`, unitCode);
  expect(answer.statusCode).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      sheet.getRows(2, Math.max(0, sheet.rowCount - 1))!.map((row) =>
        Array.from({ length: sheet.columnCount }, (_, at) => {
          const { value } = row.getCell(at + 1);
          return value instanceof Date ? value.toISOString().slice(0, 10) : ((value ?? '') as Cell);
        }),
      ),
    ]),
  );
}
const onlySheet = async (file: string) => Object.values(await sheetsOf(file))[0]!;
const wordsOf = async (file: string, unitCode = 'TH-50') =>
  textOf((await get(`${file}.pdf`, unitCode)).rawPayload)
    .join(' ')
    .replace(/\s+/g, '');
const squeezed = (text: string) => text.replace(/\s+/g, '');

test('complaints: as reported, without ethics, without what is kept to named persons, small topics together', async () => {
  const report = (topic: string, change: object = {}) =>
    office.report('TH-50', { story: { topic }, ...change });
  for (let count = 0; count < 6; count++) await report('PROCUREMENT');
  for (let count = 0; count < 2; count++) await report('BRIBE_DEMAND');
  await report('PROCUREMENT', { restriction: 'named' });
  await report('ADVICE_GIFT');
  await report('ETHICS_BREACH');
  must(await publish('complaint-statistics'));
  const rows = await onlySheet('complaint-statistics-year');
  const topics = await app.cases.listTopics('2026-11-23');
  const name = topics.find(({ code }) => code === 'PROCUREMENT')!.nameTh;
  expect(rows.map((row) => row.slice(1))).toEqual([
    [6, 0, 6],
    [2, 0, 2],
    [8, 0, 8],
  ]);
  expect([rows[0]![0], rows[2]![0]]).toEqual([name, 'รวม']);
  expect(rows[1]![0]).toContain('ประเภทละน้อยกว่า 5 เรื่อง');
  expect(JSON.stringify(rows)).not.toContain(topics.find(({ code }) => code === 'BRIBE_DEMAND')!.nameTh);
});

test('gifts: what was filed, half by half; the year once both are there; nothing said plainly', async () => {
  const aGift = {
    unitId: unit('TH-50'),
    kind: 'gift' as const,
    receivedOn: '2026-11-20',
    giver: 'บริษัท สะพานเหล็ก จำกัด',
    relation: 'PRIVATE-BODY',
    item: 'กระเช้าผลไม้และบัตรกำนัล',
    occasion: 'ขอบคุณหลังตรวจรับงาน',
    reason: 'ฝากไว้ที่ป้อมยามโดยไม่มีผู้รับ',
  };
  const over = randomUUID();
  must(await app.ethics.gifts.report(clerk.signedIn, { ...aGift, id: over, valueBaht: 4500 }));
  must(
    await app.ethics.gifts.report(clerk.signedIn, {
      ...aGift,
      id: randomUUID(),
      giver: 'ชาวบ้านหนองหอย',
      valueBaht: 300,
    }),
  );
  must(
    await app.ethics.gifts.decide(head.signedIn, {
      id: randomUUID(),
      giftId: over,
      decision: 'return',
      reasons: 'ผู้ให้เป็นคู่สัญญา',
    }),
  );
  expect(await publish('gifts-report', 'first-half')).toMatchObject({ code: 'no-figures' });
  const filing = { unitId: unit('TH-50'), fiscalYear, half: 1 as const, isNothing: false };
  must(await app.ethics.gifts.file(head.signedIn, { ...filing, id: randomUUID() }));
  must(await publish('gifts-report', 'first-half'));
  expect(await publish('gifts-report', 'year')).toMatchObject({ code: 'no-figures' });
  const said = (await app.ethics.gifts.giftTotals(unit('TH-50'), fiscalYear, 1))!;
  expect(said).toMatchObject({ gifts: 2, overLimit: 1, valueBaht: 4800, isNothing: false });
  const asRows = (totals: typeof said) => [
    totals.gifts,
    totals.overLimit,
    totals.valueBaht,
    totals.kept,
    totals.returned,
    totals.handedOver,
    totals.undecided,
    totals.solicitations,
    totals.solicitationBaht,
  ];
  const rows = await onlySheet('gifts-report-first-half');
  expect(rows.map(([, amount]) => amount)).toEqual(asRows(said));
  // Whoever gave or took is in no paper.
  const all = JSON.stringify(rows) + (hasPoppler ? await wordsOf('gifts-report-first-half') : '');
  for (const word of ['สะพานเหล็ก', 'หนองหอย', 'กระเช้า']) expect(all).not.toContain(word);

  must(
    await app.ethics.gifts.file(neighbour.signedIn, {
      ...filing,
      id: randomUUID(),
      unitId: unit('TH-57'),
      isNothing: true,
    }),
  );
  must(await publish('gifts-report', 'first-half', neighbour, 'TH-57'));
  if (hasPoppler)
    expect(await wordsOf('gifts-report-first-half', 'TH-57')).toContain(
      squeezed('ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดในรอบนี้'),
    );
});

test('No Gift: the announcement that the present head has signed', async () => {
  const id = randomUUID();
  const signature = { id, unitId: unit('TH-50'), fiscalYear, templateVersion: 1 };
  must(await app.ethics.noGift.sign(head.signedIn, signature));
  must(await publish('no-gift'));
  const said = (await app.ethics.noGift.read(id))!;
  const rows = await onlySheet('no-gift-year');
  expect(rows[0]![1]).toBe(said.titleTh);
  expect(rows[1]![1]).toContain(said.signerTh);
  if (hasPoppler) expect(await wordsOf('no-gift-year')).toContain(squeezed(said.titleTh));
});

test('risks: only what was published; results of a half once they are public, of every kind of map', async () => {
  const { risks } = app;
  const risk = (mapId: string, change: object = {}) => ({
    id: randomUUID(),
    mapId,
    revision: undefined,
    domain: 'permits',
    process: 'การออกใบอนุญาตก่อสร้าง',
    step: 'ตรวจแบบแปลน',
    event: 'เรียกเงินเพื่อให้แบบผ่านเร็วขึ้น',
    who: 'ผู้ตรวจแบบ',
    how: 'ดองคำขอแล้วให้คนกลางติดต่อ',
    isKnown: true,
    cause: 'คนเดียวรับ ตรวจ และเสนอ',
    control: 'คู่มือประชาชน',
    controlQuality: 'weak',
    likelihood: '4',
    impact: '4',
    treatment: 'สุ่มผู้ตรวจและแสดงสถานะออนไลน์',
    owner: 'กลุ่มควบคุมอาคาร',
    dueOn: '2027-03-15',
    indicator: 'ร้อยละของคำขอที่เสร็จตามกำหนด',
    typology: '',
    ...change,
  });
  const step = async (
    by: Officer,
    mapId: string,
    wanted: 'submitted' | 'verified' | 'approved' | 'published' | 'results-6',
  ) => {
    const { map } = (await risks.view(by.signedIn, mapId, 'th'))!;
    const { revision } = map;
    must(
      await risks.step(by.signedIn, {
        id: randomUUID(),
        mapId,
        step: wanted,
        revision,
        reason: '',
        remarks: [],
      }),
    );
  };
  const aMap = async (kind: 'corruption' | 'bribery', change: object = {}) => {
    const id = randomUUID();
    const framework = kind === 'bribery' ? 'bribery' : 'five-by-five';
    const place = { unitId: unit('TH-50'), fiscalYear, framework, copyLast: false };
    must(await risks.start(planner.signedIn, { ...place, id, kind }));
    const entry = risk(id, change);
    must(await risks.saveRisk(planner.signedIn, entry));
    await step(planner, id, 'submitted');
    await step(ministry, id, 'verified');
    await step(head, id, 'approved');
    return { id, riskId: entry.id };
  };
  const bribery = await aMap('bribery');
  expect(await publish('bribery-risk')).toMatchObject({ code: 'no-figures' });
  await step(planner, bribery.id, 'published');
  must(await publish('bribery-risk'));
  const [shown] = await risks.viewPublished('TH-50', fiscalYear, 'th');
  const named = (all: readonly { code: string; name: { th: string } }[], code?: string) =>
    all.find((one) => one.code === code)!.name.th;
  const { scheme } = shown!.framework;
  expect(await onlySheet('bribery-risk-year')).toEqual(
    shown!.risks.map((one) => [
      named(scheme.domains, one.domain),
      one.process,
      one.event,
      named(scheme.bands, one.band),
      one.treatment,
      one.dueOn,
    ]),
  );

  const corruption = await aMap('corruption', { event: 'แบ่งซื้อแบ่งจ้าง' });
  await step(planner, corruption.id, 'published');
  const report = (map: typeof corruption) =>
    risks.reportResult(planner.signedIn, {
      id: randomUUID(),
      riskId: map.riskId,
      mapId: map.id,
      half: 6,
      progress: 'done',
      done: 'เปิดระบบติดตามสถานะแล้ว',
      measured: '',
      evidence: '',
      controlQuality: 'good',
      likelihood: 2,
      impact: 4,
    });
  must(await report(corruption));
  expect(await publish('risk-results', 'first-half')).toMatchObject({ code: 'no-figures' });
  await step(planner, corruption.id, 'results-6');
  must(await publish('risk-results', 'first-half'));
  // The bribery map has no public result yet, and the other is not hidden by it.
  expect(Object.values(await sheetsOf('risk-results-first-half'))).toMatchObject([
    [['แบ่งซื้อแบ่งจ้าง', 'สุ่มผู้ตรวจและแสดงสถานะออนไลน์', 'แล้วเสร็จ', 'เปิดระบบติดตามสถานะแล้ว', 'ปานกลาง']],
  ]);
  must(await report(bribery));
  await step(planner, bribery.id, 'results-6');
  office.advance(1);
  must(await publish('risk-results', 'first-half'));
  expect(Object.keys(await sheetsOf('risk-results-first-half'))).toHaveLength(2);
  expect(Object.keys(await sheetsOf('risk-results-first-half.v1'))).toHaveLength(1);
  expect(await publish('risk-results', 'year')).toMatchObject({ code: 'no-figures' });
});

test('plan and its results: the sums of the feature, as far as quarters were reported', async () => {
  const { plans } = app;
  const planId = randomUUID();
  const measure = (change: object) => ({
    id: randomUUID(),
    planId,
    mission: 'anti-corruption' as const,
    title: 'ตรวจรับงานร่วมกับประชาชน',
    objective: 'ให้ประชาชนร่วมดู',
    indicator: 'จำนวนครั้ง',
    target: '12',
    targetUnit: 'ครั้ง',
    budget: '45,000.50',
    startsOn: '2026-10-01',
    endsOn: '2027-09-30',
    owner: 'สำนักงานจังหวัด',
    alignments: [],
    ...change,
  });
  const [one, two] = [measure({}), measure({ title: 'สนทนาจริยธรรม', budget: '5000' })] as const;
  must(
    await plans.start(planner.signedIn, { id: planId, unitId: unit('TH-50'), fiscalYear, copyLast: false }),
  );
  for (const each of [one, two]) must(await plans.saveMeasure(planner.signedIn, each));
  must(await plans.step(planner.signedIn, { planId, step: 'submit' }));
  expect(await publish('plan')).toMatchObject({ code: 'no-figures' });
  must(await plans.step(ministry.signedIn, { planId, step: 'verify' }));
  must(await plans.step(ministry.signedIn, { planId, step: 'publish' }));
  must(await publish('plan'));
  expect((await onlySheet('plan-year')).map((row) => [row[0], row[3]])).toEqual([
    ['ตรวจรับงานร่วมกับประชาชน', 45_000.5],
    ['สนทนาจริยธรรม', 5000],
  ]);

  const enter = async (of: typeof one, quarter: string, spent: string, progress: string) =>
    must(
      await plans.enterResult(planner.signedIn, planId, {
        id: randomUUID(),
        measureId: of.id,
        quarter,
        done: `ทำถึงไตรมาส ${quarter}`,
        value: '',
        spent,
        progress,
        problems: '',
        suggestions: '',
        evidenceUrl: '',
      }),
    );
  expect(await publish('plan-results', 'first-half')).toMatchObject({ code: 'no-figures' });
  office.advance(60);
  await enter(one, '1', '10,000', '20');
  await enter(one, '2', '22,500.25', '50');
  must(await publish('plan-results', 'first-half'));
  const half = await onlySheet('plan-results-first-half');
  expect(half.map((row) => row.slice(0, 5))).toEqual([
    ['ตรวจรับงานร่วมกับประชาชน', 'ทำถึงไตรมาส 2', 45_000.5, 22_500.25, 50],
    ['สนทนาจริยธรรม', 'ยังไม่มีรายงาน', 5000, '', ''],
  ]);
  const line = (await plans.listPublished(fiscalYear, 'th')).find(({ centre }) => centre.code === 'TH-50')!;
  expect(half.reduce((sum, row) => sum + Number(row[3] || 0), 0)).toBe(line.spent);
  // A year's paper made before its end says how far it goes.
  must(await publish('plan-results', 'year'));
  if (hasPoppler) expect(await wordsOf('plan-results-year')).toContain(squeezed('ถึงไตรมาส 2'));

  office.advance(200);
  await enter(one, '4', '44,000', '100');
  await enter(two, '4', '5,000', '100');
  must(await publish('plan-results', 'year'));
  expect((await onlySheet('plan-results-year')).map((row) => row[4])).toEqual([100, 100]);
  // The half stays what it was, and the year's first version too.
  must(await publish('plan-results', 'first-half'));
  expect(await onlySheet('plan-results-first-half')).toEqual(half);
  expect((await onlySheet('plan-results-year.v1')).map((row) => row[4])).toEqual([50, '']);
});

test('ethics: codes, conduct, suppressed figures of the pledge, questions and the moral level; nobody’s name', async () => {
  const { codes, pledges, moral, questions } = app.ethics;
  const ownWords = {
    behaviourTh: 'ปิดไฟเมื่อเลิกงาน',
    behaviourEn: '',
    exampleTh: 'ใช้ของหลวงอย่างประหยัด',
    exampleEn: '',
  };
  const [standard] = (await codes.published('th')).standards;
  const conduct = {
    id: randomUUID(),
    regime: '',
    standard: standard!.code,
    kind: 'do' as const,
    ...ownWords,
  };
  must(await codes.writeConduct(head.signedIn, { ...conduct, unitId: unit('TH-50') }));
  must(
    await codes.writeConduct(neighbour.signedIn, {
      ...conduct,
      id: randomUUID(),
      unitId: unit('TH-57'),
      behaviourTh: 'เรื่องของศูนย์อื่น',
    }),
  );
  const pledge = async ({ signedIn }: Officer, unitCode: string) => {
    must(await pledges.begin(signedIn, { id: randomUUID(), unitId: unit(unitCode), regime: 'CIVIL' }));
    for (;;) {
      const { asked } = await pledges.view(signedIn, 'th');
      if (!asked) break;
      const right = await office.db.owner
        .selectFrom('ethics.scenario_option')
        .select('position')
        .where('scenario_id', '=', asked.id)
        .where('is_right', '=', true)
        .executeTakeFirstOrThrow();
      must(
        await pledges.answer(signedIn, {
          id: randomUUID(),
          scenarioId: asked.id,
          position: right.position,
        }),
      );
    }
    must(await pledges.give(signedIn, { id: randomUUID() }));
  };
  for (const officer of [clerk, organiser]) await pledge(officer, 'TH-50');
  await pledge(neighbour, 'TH-57');

  const assessment = { id: randomUUID(), unitId: unit('TH-50') };
  must(await moral.begin(head.signedIn, assessment));
  const scores = Array.from({ length: 9 }, (_, at) => ({
    position: at + 1,
    score: 2,
    evidence: 'รายงานการประชุมภายใน',
    link: '',
  }));
  must(await moral.save(head.signedIn, { id: assessment.id, scores, submit: true }));
  for (const step of ['verified', 'published'] as const) {
    must(await publish('ethics-promotion'));
    expect(Object.keys(await sheetsOf('ethics-promotion-year'))).not.toContain('ระดับองค์กรคุณธรรม');
    must(await moral.step(ministry.signedIn, { id: assessment.id, step, verdicts: [], remark: '' }));
  }

  const advice = await office.report('TH-50', { story: { topic: 'ADVICE_GIFT' } });
  const message = await sealReply(await office.desk(ethicsOfficer, advice.id), 'ไม่ควรไป', []);
  await office.act(ethicsOfficer, advice.id, {
    act: 'reply',
    id: randomUUID(),
    message,
    attachments: [],
    asks: false,
  });
  const question = {
    id: randomUUID(),
    caseId: advice.id,
    questionTh: 'ผู้รับจ้างเลี้ยงอาหารหลังตรวจรับงาน ไปได้หรือไม่',
    answerTh: 'ไม่ควรไป และให้แจ้งผู้บังคับบัญชา',
    questionEn: '',
    answerEn: '',
    standards: [],
    sections: [],
  };
  must(await questions.write(ethicsOfficer.signedIn, question));
  must(await publish('ethics-promotion'));
  expect(Object.keys(await sheetsOf('ethics-promotion-year'))).not.toContain('คำถามและคำตอบที่เผยแพร่');
  const { question: written } = (await questions.desk(head.signedIn, 'th', question.id))!;
  must(
    await questions.decide(head.signedIn, {
      questionId: question.id,
      revision: written!.revision,
      step: 'published',
      reason: '',
    }),
  );

  must(await publish('ethics-promotion'));
  const sheets = await sheetsOf('ethics-promotion-year');
  const told = await codes.published('th', { centre: 'TH-50' });
  expect(sheets['ประมวลจริยธรรมที่ใช้บังคับ']!.map(([, title]) => title)).toEqual(
    told.codes.map(({ titleTh }) => titleTh),
  );
  const conductRows = sheets['ข้อควรทำและไม่ควรทำ']!;
  expect(conductRows).toHaveLength(told.conduct.length);
  expect(JSON.stringify(conductRows)).toContain('ปิดไฟเมื่อเลิกงาน');
  expect(JSON.stringify(conductRows)).not.toContain('เรื่องของศูนย์อื่น');
  expect(sheets['คำมั่นประจำปี']!.map((row) => row.slice(1))).toEqual([['5', '2', 'ยังไม่ครบ']]);
  expect(sheets['ระดับองค์กรคุณธรรม']!.map((row) => row.slice(1))).toEqual([
    [(await moral.published('th', fiscalYear)).frame!.levelsTh[2], 100],
  ]);
  expect(sheets['คำถามและคำตอบที่เผยแพร่']!.map((row) => row.slice(0, 2))).toEqual([
    [question.questionTh, question.answerTh],
  ]);
  expect(JSON.stringify(sheets)).not.toMatch(/รายงานการประชุมภายใน|เจ้าหน้าที่ [0-9a-f]{4}/);

  // The ministry's paper tells of every centre; of one with fewer than five officers only whether all have pledged.
  must(await publish('ethics-promotion', 'year', ministryHead, 'MOI'));
  const all = (await sheetsOf('ethics-promotion-year', 'MOI'))['คำมั่นประจำปี']!;
  expect(all).toHaveLength(91);
  const centres = await office.network.listCentres(office.ground.now());
  const rowOf = (code: string) => {
    const { nameTh } = centres.find((centre) => centre.code === code)!;
    return all.find(([name]) => name === nameTh)!.slice(1);
  };
  expect(rowOf('TH-50')).toEqual(['5', '2', 'ยังไม่ครบ']);
  expect(rowOf('TH-57')).toEqual(['น้อยกว่า 5', 'ไม่แสดง', 'ครบทุกคน']);
});

test('nobody else’s officer makes a centre’s paper', async () => {
  for (const kind of ['complaint-statistics', 'ethics-promotion', 'plan'] as const)
    for (const officer of [neighbour, clerk, organiser])
      expect(await publish(kind, 'year', officer)).toMatchObject({ code: 'forbidden' });
});

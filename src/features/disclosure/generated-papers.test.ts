/** Each generated paper beside its source: what the feature says is what the workbook holds, and nothing besides. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from '#features/cases/testing/office.ts';
import type { SignedIn } from '#features/network/index.ts';
import { wholeRisk } from '#features/prevention/risk/testing/world.ts';
import { hasPoppler } from '#platform/documents/testing/read-pdf.ts';
import { fiscalYear, must, openPapersOffice, type PapersOffice, squeezed } from './testing/papers-office.ts';

let world: PapersOffice;
beforeAll(async () => {
  world = await openPapersOffice();
});
afterAll(() => world?.close());

test('complaints: as reported, without ethics, without what is kept to named persons, small topics together', async () => {
  const { office, app, publish, onlySheet } = world;
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
  const { app, head, clerk, neighbour, unit, publish, onlySheet, wordsOf } = world;
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
  const { office, app, head, unit, publish, onlySheet, wordsOf } = world;
  const id = randomUUID();
  const signature = { id, unitId: unit('TH-50'), fiscalYear, templateVersion: 1 };
  // The database compares the signer's name with the person's.
  const { nameTh } = await office.db.owner
    .selectFrom('network.person')
    .select('name_th as nameTh')
    .where('id', '=', head.signedIn.person.id)
    .executeTakeFirstOrThrow();
  const signedIn = { ...head.signedIn, person: { ...head.signedIn.person, nameTh } };
  must(await app.ethics.noGift.sign(signedIn, signature));
  must(await publish('no-gift'));
  const said = (await app.ethics.noGift.read(id))!;
  const rows = await onlySheet('no-gift-year');
  expect(rows[0]![1]).toBe(said.titleTh);
  expect(rows[1]![1]).toContain(said.signerTh);
  if (hasPoppler) expect(await wordsOf('no-gift-year')).toContain(squeezed(said.titleTh));
});

test('risks: only what was published; results of a half once they are public, of every kind of map', async () => {
  const { office, app, planner, head, ministry, unit, publish, sheetsOf, onlySheet } = world;
  const { risks } = app;
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
    const entry = wholeRisk(id, change);
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
  const { office, app, planner, ministry, unit, publish, onlySheet, wordsOf } = world;
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
  const step = async (who: SignedIn, taken: 'submit' | 'verify' | 'publish') =>
    plans.step(who, {
      ...{ planId, step: taken },
      revision: (await plans.view(who, planId, 'th'))?.plan.revision ?? 0,
    });
  must(await step(planner.signedIn, 'submit'));
  expect(await publish('plan')).toMatchObject({ code: 'no-figures' });
  must(await step(ministry.signedIn, 'verify'));
  must(await step(ministry.signedIn, 'publish'));
  must(await publish('plan'));
  expect((await onlySheet('plan-year')).map((row) => [row[0], row[3]])).toEqual([
    ['ตรวจรับงานร่วมกับประชาชน', 45_000.5],
    ['สนทนาจริยธรรม', 5000],
  ]);
  // In the workbook a day is a day, on paper it is written as one.
  if (hasPoppler) expect(await wordsOf('plan-year')).toContain(squeezed('30 ก.ย. 2570'));

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

test('nobody else’s officer makes a centre’s paper', async () => {
  const { clerk, organiser, neighbour, publish } = world;
  for (const kind of ['complaint-statistics', 'ethics-promotion', 'plan'] as const)
    for (const officer of [neighbour, clerk, organiser])
      expect(await publish(kind, 'year', officer)).toMatchObject({ code: 'forbidden' });
});

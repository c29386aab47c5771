/** The paper on the promotion of ethics grows with what its centre makes public, and holds nothing before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealReply } from '#features/cases/browser/compose.ts';
import type { Officer } from '#features/cases/testing/office.ts';
import { fiscalYear, must, openPapersOffice, type PapersOffice } from './testing/papers-office.ts';

let world: PapersOffice;
beforeAll(async () => {
  world = await openPapersOffice();
});
afterAll(() => world?.close());

test('ethics: codes, conduct, suppressed figures of the pledge, questions and the moral level; nobody’s name', async () => {
  const {
    office,
    app,
    head,
    ethicsOfficer,
    clerk,
    organiser,
    neighbour,
    ministry,
    ministryHead,
    unit,
    publish,
    sheetsOf,
  } = world;
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
  must(await moral.save(head.signedIn, { id: assessment.id, revision: 1, scores, submit: true }));
  for (const step of ['verified', 'published'] as const) {
    must(await publish('ethics-promotion'));
    expect(Object.keys(await sheetsOf('ethics-promotion-year'))).not.toContain('ระดับองค์กรคุณธรรม');
    const { revision } = (await moral.view(ministry.signedIn, assessment.id, 'th'))!.assessment;
    const confirmed = scores.map(({ position, score }) => ({ position, score, remark: '' }));
    const verdicts = step === 'verified' ? confirmed : [];
    must(
      await moral.step(ministry.signedIn, {
        id: assessment.id,
        revision: revision!,
        step,
        verdicts,
        remark: '',
      }),
    );
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

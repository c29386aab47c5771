/** A province asks, another answers, the ministry confirms; who may not is refused in the use case and in SQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { likeness } from './question-rules.ts';

let world: TestApp;
let asker: TestOfficer;
let answerer: TestOfficer;
let ministry: TestOfficer;
let auditor: TestOfficer;
beforeAll(async () => {
  world = await createTestApp();
  asker = await anOfficer(world.db, 'TH-50', ['case-officer']);
  answerer = await anOfficer(world.db, 'TH-83', ['head']);
  ministry = await anOfficer(world.db, 'MOI', ['planner']);
  auditor = await anOfficer(world.db, 'MOI', ['auditor']);
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

/** A form as the officer's browser posts it without script; without an officer, a stranger's. */
const post = (url: string, fields: Record<string, string>, officer?: TestOfficer) =>
  world.server.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(officer ? { cookie: `prongsai_session=${officer.cookie}` } : {}),
    },
  });
const asked = async (title = 'รับของขวัญจากผู้ปกครองนักเรียนต้องรายงานหรือไม่') => {
  const question = {
    id: randomUUID(),
    topic: 'GIFTS',
    title,
    body: 'มูลค่าไม่เกินสามพันบาทแต่ได้รับหลายครั้งจากคนเดียวกัน',
  };
  expect(await world.app.questions.ask(await as(asker), question)).toEqual({ ok: true, id: question.id });
  return question;
};
const answered = async (questionId: string, officer = answerer) => {
  const answer = { id: randomUUID(), body: 'ต้องรายงาน ให้นับต่อคนต่อโอกาส' };
  expect(await world.app.questions.answer(await as(officer), questionId, answer)).toEqual({ ok: true });
  return answer.id;
};

test('likeness is a share of the shorter one', () => {
  expect(likeness(['a', 'b'], ['b', 'a', 'c', 'd'])).toBe(1);
  expect(likeness(['a'], ['b'])).toBe(0);
  expect(likeness([], ['b'])).toBe(0);
});

describe('between centres', () => {
  test('a question sent twice is one, is answered, confirmed once, and each act is in the ledger', async () => {
    const question = await asked();
    await world.app.questions.ask(await as(asker), question);
    const answerId = await answered(question.id);
    for (let sent = 0; sent < 2; sent++)
      expect(await world.app.questions.verify(await as(ministry), question.id, answerId)).toEqual({
        ok: true,
      });
    const view = await world.app.questions.view(await as(asker), question.id);
    expect(view).toMatchObject({
      question: { isVerified: true, answers: 1 },
      answers: [{ isVerified: true }],
    });
    const acts = (await actsSoFar(world.db)).filter(({ id }) => id === question.id || id === answerId);
    expect(acts.map(({ act, unit }) => [act, unit])).toEqual([
      ['questions.asked', 'TH-50'],
      ['questions.answered', 'TH-83'],
      ['questions.verified', 'MOI'],
    ]);
  });

  test('the same question in other words is recognised, another one is not', async () => {
    const question = await asked('เบิกค่าเดินทางล่วงหน้าก่อนไปสืบข้อเท็จจริงได้ไหม');
    const same = await world.app.questions.alike(await as(answerer), 'เบิกค่าเดินทางล่วงหน้าได้หรือไม่');
    expect(same.map(({ id }) => id)).toContain(question.id);
    expect(await world.app.questions.alike(await as(answerer), 'ใบเสร็จอิเล็กทรอนิกส์')).toEqual([]);
    const found = await world.app.questions.list(await as(answerer), 'ค่าเดินทาง');
    expect(found[0]?.id).toBe(question.id);
  });

  test('nobody confirms an own answer, a province confirms none, an auditor asks nothing', async () => {
    const question = await asked();
    const own = await answered(question.id, ministry);
    expect(await world.app.questions.verify(await as(ministry), question.id, own)).toMatchObject({
      code: 'own-answer',
    });
    expect(await world.app.questions.verify(await as(answerer), question.id, own)).toMatchObject({
      code: 'forbidden',
    });
    expect(await world.app.questions.ask(await as(auditor), question)).toMatchObject({ code: 'forbidden' });
    expect(
      await world.app.questions.answer(await as(auditor), question.id, { id: randomUUID(), body: 'ตอบ' }),
    ).toMatchObject({
      code: 'forbidden',
    });
  });

  test('over HTTP a question is for officers alone', async () => {
    const question = await asked();
    const url = `/office/questions/${question.id}`;
    expect((await world.server.inject({ url })).statusCode).toBe(302);
    const page = await world.server.inject({
      url,
      headers: { cookie: `prongsai_session=${answerer.cookie}` },
    });
    expect(page.body).toContain(question.title);
  });
});

describe('in SQL, as the officers’ role', () => {
  test('a province cannot confirm, answer in another’s name, or ask for another centre', async () => {
    const question = await asked();
    const answerId = await answered(question.id);
    const { actor } = await as(asker);
    const changed = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .updateTable('knowledge.answer')
        .set({ verified_by: asker.id, verified_at: new Date() })
        .where('id', '=', answerId)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const forge = (unitId: number, by: string) =>
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .insertInto('knowledge.answer')
          .values({
            id: randomUUID(),
            question_id: question.id,
            unit_id: unitId,
            answered_by: by,
            body: 'ปลอม',
            answered_at: new Date(),
          })
          .execute(),
      );
    const centres = await world.app.network.listCentres(new Date());
    const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
    await expect(forge(unit('TH-50'), answerer.id)).rejects.toThrow(/row-level security/);
    await expect(forge(unit('TH-83'), asker.id)).rejects.toThrow(/row-level security/);
    await expect(world.db.asPublic.selectFrom('knowledge.question').selectAll().execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

test('over HTTP confirming is refused to a province, and a question needs a session', async () => {
  const question = await asked('ผู้ตรวจสอบภายในร่วมเป็นกรรมการตรวจรับได้หรือไม่');
  const answerId = await answered(question.id);
  const url = `/office/questions/${question.id}`;
  expect((await post(url, { verify: answerId })).statusCode).toBe(302);
  expect((await post(url, { verify: answerId }, asker)).body).toContain('ท่านไม่มีบทบาทที่ทำสิ่งนี้ได้');
  expect((await world.app.questions.view(await as(asker), question.id))?.question.isVerified).toBe(false);
  expect((await post('/office/questions/new', { ...question, id: randomUUID() })).statusCode).toBe(302);
  const again = { ...question, id: randomUUID() };
  const shown = await post('/office/questions/new', again, asker);
  expect(shown.body).toContain('ใช่คำถามนี้หรือไม่');
  expect((await post('/office/questions/new', { ...again, send: 'yes' }, asker)).headers['location']).toBe(
    `/office/questions/${again.id}`,
  );
});

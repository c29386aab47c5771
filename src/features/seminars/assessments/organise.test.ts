/** What organisers do: write and import questions, set tests, read results; each repeatable, each refusal with its reason. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { send } from '#features/network/testing/office.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { type AssessmentWorld, aDraft, createAssessmentWorld } from './testing/assessment-world.ts';

let world: AssessmentWorld;
beforeAll(async () => {
  world = await createAssessmentWorld();
  await world.aBank();
});
beforeEach(() => world.setNow(world.opens));
afterAll(() => world?.stop());

const everything = { search: '', competency: '', kind: '', retired: false };

describe('the bank', () => {
  test('a change is a new version; saving twice saves once; who saw an older one is told', async () => {
    const { bank } = world.app.assessments;
    const organiser = await world.as(world.organiser);
    const id = await world.aQuestion(aDraft(0, 'K2'));
    const change = {
      id,
      versionId: randomUUID(),
      version: 1,
      unitId: world.unit('MOI'),
      isShared: false,
      draft: { ...aDraft(0, 'K2'), difficulty: 3 as const },
    };
    expect((await bank.save(organiser, change)).ok).toBe(true);
    expect((await bank.save(organiser, change)).ok).toBe(true);
    expect((await bank.open(organiser, id))!.question).toMatchObject({
      version: 2,
      draft: { difficulty: 3 },
    });
    expect(await bank.save(organiser, { ...change, versionId: randomUUID() })).toEqual({
      ok: false,
      code: 'changed-meanwhile',
    });
    const versions = await world.db.owner
      .selectFrom('seminars.question_version')
      .select('version')
      .where('question_id', '=', id)
      .execute();
    expect(versions).toHaveLength(2);
  });

  test('is searched in Thai by words, filtered, and shares only what is meant to be shared', async () => {
    const { bank } = world.app.assessments;
    const organiser = await world.as(world.organiser);
    const draft = { ...aDraft(4, 'K5'), stem: { th: 'หนังสือลับมากเก็บไว้ที่ใด' } };
    const id = await world.aQuestion(draft, { isShared: true });
    const found = await bank.list(organiser, { ...everything, search: 'หนังสือลับมาก' });
    expect(found.questions.map((question) => question.id)).toEqual([id]);
    expect(
      (await bank.list(organiser, { ...everything, competency: 'K5', kind: 'short' })).questions,
    ).toHaveLength(1);
    await bank.retire(organiser, { id, retire: true });
    expect((await bank.list(organiser, { ...everything, competency: 'K5' })).questions).toEqual([]);
    await bank.retire(organiser, { id, retire: false });
  });

  test('what was downloaded as CSV or GIFT can be imported again, once', async () => {
    const { bank } = world.app.assessments;
    const organiser = await world.as(world.organiser);
    for (const name of ['questions.csv', 'questions.gift']) {
      const before = (await bank.list(organiser, { ...everything, competency: 'S1' })).questions.map(
        ({ draft }) => draft,
      );
      const file = await send(world.server, world.organiser, `/office/question-bank/${name}?competency=S1`);
      expect(file.headers['content-disposition']).toContain(name);
      const brought = {
        id: randomUUID(),
        unitId: world.unit('MOI'),
        isShared: false,
        fileName: name,
        bytes: file.rawPayload,
      };
      expect(await bank.import(organiser, brought)).toEqual({ ok: true, value: { imported: before.length } });
      await bank.import(organiser, brought);
      const after = (await bank.list(organiser, { ...everything, competency: 'S1' })).questions.map(
        ({ draft }) => draft,
      );
      expect(after).toHaveLength(2 * before.length);
      for (const draft of before)
        expect(
          after.filter((other) => JSON.stringify(other) === JSON.stringify(draft)).length,
          draft.stem.th,
        ).toBeGreaterThan(1);
    }
  });

  test('a file with wrong rows brings in nothing and names every one of them', async () => {
    const { bank } = world.app.assessments;
    const organiser = await world.as(world.organiser);
    const csv = [
      'kind,competencies,difficulty,question_th,question_en,options_th,options_en',
      'single,K1,1,ถูกต้องทุกอย่าง,,"* ก\nข",',
      'single,K1,1,ไม่มีข้อถูก,,"ก\nข",',
      'essay,K1,1,เขียนเรียงความ,,"* ก\nข",',
      'single,X9,1,สมรรถนะไม่รู้จัก,,"* ก\nข",',
      'matching,K1,9,จับคู่เสีย,,"ก -> 1\nข",',
    ].join('\n');
    const outcome = await bank.import(organiser, {
      id: randomUUID(),
      unitId: world.unit('MOI'),
      isShared: false,
      fileName: 'a.csv',
      bytes: Buffer.from(csv),
    });
    expect(outcome).toEqual({
      ok: false,
      code: 'rows-wrong',
      rows: [
        { line: 3, problem: 'nothing-right' },
        { line: 4, problem: 'kind-unknown' },
        { line: 5, problem: 'competency-unknown' },
        { line: 6, problem: 'pair-broken' },
      ],
    });
    expect((await bank.list(organiser, { ...everything, search: 'ถูกต้องทุกอย่าง' })).questions).toEqual([]);
  });
});

describe('a test', () => {
  test('is not released without a blueprint, nor from a bank that is too small, and says what is missing', async () => {
    const { assessments } = world.app;
    const organiser = await world.as(world.organiser);
    const seminarId = await world.aSeminar();
    await assessments.saveTest(organiser, world.aTestForm(seminarId));
    expect(await assessments.release(organiser, { seminarId, phase: 'post' })).toEqual({
      ok: false,
      code: 'blueprint-empty',
    });
    await assessments.saveBlueprint(organiser, {
      seminarId,
      blueprint: [{ competency: 'C1', questions: 2 }],
    });
    await world.aQuestion(aDraft(0, 'C1'));
    expect(await assessments.release(organiser, { seminarId, phase: 'post' })).toEqual({
      ok: false,
      code: 'bank-too-small',
      shortages: [{ competency: 'C1', needed: 4, found: 1 }],
    });
  });

  test('once released its blueprint is fixed; taken back, it is free again; after a start nothing goes back', async () => {
    const { assessments } = world.app;
    const organiser = await world.as(world.organiser);
    const { seminarId, testId } = await world.aReleasedTest();
    const other = { seminarId, blueprint: [{ competency: 'K1', questions: 1 }] };
    expect(await assessments.saveBlueprint(organiser, other)).toMatchObject({ code: 'fixed' });
    expect((await assessments.move(organiser, { seminarId, phase: 'post', move: 'withdraw' })).ok).toBe(true);
    expect((await assessments.saveBlueprint(organiser, other)).ok).toBe(true);
    expect((await assessments.release(organiser, { seminarId, phase: 'post' })).ok).toBe(true);
    const { token } = await world.aSeat(seminarId, 'TH-50');
    expect((await assessments.take.start({ token, testId, attemptId: randomUUID() })).ok).toBe(true);
    expect(await assessments.move(organiser, { seminarId, phase: 'post', move: 'withdraw' })).toMatchObject({
      code: 'fixed',
    });
    const now = (await assessments.view(organiser, seminarId))!.tests[0]!;
    expect(now).toMatchObject({ started: 1, finished: 0, stage: 'open' });
    const form = world.aTestForm(seminarId, { changedAt: now.changedAt.toISOString() });
    expect(await assessments.saveTest(organiser, { ...form, minutes: 5 })).toMatchObject({ code: 'fixed' });
    const longer = { ...form, closesAt: new Date(world.opens.getTime() + 7_200_000) };
    expect((await assessments.saveTest(organiser, longer)).ok).toBe(true);
    expect((await assessments.move(organiser, { seminarId, phase: 'post', move: 'close' })).ok).toBe(true);
    expect((await assessments.view(organiser, seminarId))!.tests[0]!.stage).toBe('closed');
  });

  test('a question changed after the release is asked and marked as it was', async () => {
    const { assessments } = world.app;
    const organiser = await world.as(world.organiser);
    const { seminarId, testId } = await world.aReleasedTest();
    const before = (await assessments.bank.list(organiser, { ...everything, competency: 'K1' })).questions;
    for (const question of before)
      await assessments.bank.save(organiser, {
        id: question.id,
        versionId: randomUUID(),
        version: question.version,
        unitId: question.unitId,
        isShared: false,
        draft: { ...question.draft, stem: { th: `แก้แล้ว ${question.version} ${question.draft.stem.th}` } },
      });
    const { token } = await world.aSeat(seminarId, 'TH-50');
    await assessments.take.start({ token, testId, attemptId: randomUUID() });
    const { questions } = (await assessments.take.view({ token, testId }, 1))!.running!;
    expect(questions).toHaveLength(5);
    for (const { stem } of questions)
      expect(before.map(({ draft }) => draft.stem.th).includes(stem.th) || stem.th.includes('S1')).toBe(true);
  });

  test('results: gain, pass mark, workbook, and what other parts ask for', async () => {
    const { assessments } = world.app;
    const organiser = await world.as(world.organiser);
    const { seminarId, testId: pre } = await world.aReleasedTest({ phase: 'pre' });
    const post = world.aTestForm(seminarId, { phase: 'post' });
    await assessments.saveTest(organiser, post);
    await assessments.release(organiser, { seminarId, phase: 'post' });
    const seats = [];
    for (let n = 0; n < 6; n++) seats.push(await world.aSeat(seminarId, n < 2 ? 'TH-83' : 'TH-50'));
    for (const [n, { token }] of seats.entries())
      for (const testId of [pre, post.id]) {
        const attemptId = randomUUID();
        const taking = { token, testId };
        await assessments.take.start({ ...taking, attemptId });
        // Before: one page; after: both, but the last person stays away from the second page.
        const fields = await world.rightFields(
          attemptId,
          testId === pre ? [0, 1, 2] : n === 5 ? [0] : undefined,
        );
        for (const page of [1, 2])
          await assessments.take.save({ ...taking, attemptId, saveId: randomUUID(), page, fields });
        await assessments.take.finish({ ...taking, attemptId });
      }
    const results = (await assessments.results(organiser, seminarId, 'th'))!;
    expect(results.gain).toMatchObject({ people: 6, pre: 0.5 });
    expect(results.gain!.post).toBeCloseTo((5 + 1 / 6) / 6, 4);
    expect(results.byCentre).toMatchObject([{ centre: undefined, gain: { people: 6 } }]);
    expect(results.phases[1]).toMatchObject({ people: 6, passed: 5 });
    expect(results.items.every(({ facility }) => facility === undefined)).toBe(true);
    const file = await send(
      world.server,
      world.organiser,
      `/office/seminars/${seminarId}/tests/results.xlsx`,
    );
    const sheet = readSheet(file.rawPayload, 'r.xlsx', { maxRows: 100, maxColumns: 20 });
    expect(sheet.ok && sheet.rows.length).toBe(7);
    const percents = await world.db.asWorker
      .transaction()
      .execute((trx) => assessments.postTestPercents(trx, seminarId));
    expect([...percents!.values()].filter((percent) => percent === 100)).toHaveLength(5);
    const shares = await assessments.shares(seminarId);
    expect(shares).toHaveLength(12);
    expect(
      shares.filter(({ testId, percent }) => testId === post.id && percent === 100).length,
    ).toBeGreaterThan(9);
    expect(await assessments.gains(seminarId)).toMatchObject([
      { competency: undefined, people: 6, before: 50 },
      { competency: 'K1', people: 6 },
      { competency: 'S1', people: 6 },
    ]);
    expect(await assessments.gain(organiser, seminarId)).toMatchObject({ pairs: 6, before: 50 });
  });
});

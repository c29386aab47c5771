/** Advice becomes a public question: stripped of persons, approved by a second person, found in Thai, withdrawn with a reason. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealReply } from '#features/cases/browser/compose.ts';
import type { ArrivedReport, Officer } from '#features/cases/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type EthicsOffice, openEthicsOffice } from '../testing/ethics-office.ts';
import { namesIn, personsIn } from './persons-in.ts';

let office: EthicsOffice;
let keeper: Officer;
let head: Officer;
let neighbour: Officer;
let ministry: Officer;
let caseOfficer: Officer;
let advice: ArrivedReport;

beforeAll(async () => {
  office = await openEthicsOffice();
  keeper = await office.officer('TH-50', 'ethics-officer');
  head = await office.officer('TH-50', 'head');
  neighbour = await office.officer('TH-57', 'ethics-officer', 'head');
  ministry = await office.officer('MOI', 'ethics-officer');
  caseOfficer = await office.officer('TH-50', 'case-officer');
  advice = await office.report('TH-50', { story: { topic: 'ADVICE_GIFT' } });
});
afterAll(() => office.close());

const id = randomUUID();
const text = {
  id,
  questionTh: 'ผู้รับจ้างเลี้ยงอาหารหลังตรวจรับงาน ไปได้หรือไม่',
  answerTh: 'ไม่ควรไป และให้แจ้งผู้บังคับบัญชา',
  questionEn: '',
  answerEn: '',
  standards: ['S2'],
  sections: ['trial-act-2550/2'],
};
const write = (officer: Officer, change: object = {}) =>
  office.ethics.questions.write(officer.signedIn, { ...text, caseId: advice.id, ...change });
const decide = async (officer: Officer, step: 'published' | 'returned' | 'withdrawn', reason = '') => {
  const desk = await office.ethics.questions.desk(officer.signedIn, 'th', id);
  return office.ethics.questions.decide(officer.signedIn, {
    questionId: id,
    revision: desk?.question?.revision ?? 1,
    step,
    reason,
  });
};
const found = async (search: string) =>
  (await office.ethics.questions.published('th', { search, standard: '' })).questions.map((one) => one.id);

test('names, numbers and names told in the dialogue are pointed out; positions and law are not', () => {
  const known = namesIn('นายวิชัย พงษ์ดี หัวหน้าช่าง บอกว่านายอำเภอรู้แล้ว');
  expect(known).toEqual(['วิชัย', 'พงษ์ดี']);
  const said = 'ถ้าวิชัยชวน ให้โทร 081-234-5678 หรือ a.b@moi.go.th เลข 1-1014-00123-45-6 นายช่างโยธา ตามมาตรา 128';
  expect(personsIn(said, known).map(({ found: sign }) => sign)).toEqual([
    '1-1014-00123-45-6',
    '081-234-5678',
    'a.b@moi.go.th',
    'วิชัย',
  ]);
  expect(personsIn('ผู้รับจ้างเลี้ยงอาหาร ตามมาตรา 128 วรรคหนึ่ง', known)).toEqual([]);
});

test('a question is written from answered advice of her own, names no person, and cites what the library holds', async () => {
  expect(await write(keeper)).toMatchObject({ code: 'wrong-stage' });
  const desk = await office.desk(keeper, advice.id);
  const message = await sealReply(desk, 'ไม่ควรไป', []);
  await office.act(keeper, advice.id, {
    act: 'reply',
    id: randomUUID(),
    message,
    attachments: [],
    asks: false,
  });
  expect(await write(keeper, { answerTh: 'ถามนายสมชาย ใจดี' })).toMatchObject({ code: 'names-persons' });
  expect(await write(keeper, { sections: ['trial-act-2550/99'] })).toMatchObject({ code: 'unknown-section' });
  expect(await write(keeper, { questionEn: 'May I go?' })).toMatchObject({ code: 'malformed' });
  for (const officer of [neighbour, caseOfficer, ministry])
    expect(await write(officer)).toMatchObject({ code: 'not-found' });
  expect(await write(keeper)).toMatchObject({ ok: true });
  expect(await write(keeper)).toMatchObject({ ok: true });
});

test('it is not public before a second person approves; the writer and other centres cannot', async () => {
  expect(await found('เลี้ยงอาหาร')).toEqual([]);
  expect(await decide(keeper, 'published')).toMatchObject({ code: 'second-person' });
  expect(await decide(neighbour, 'published')).toMatchObject({ code: 'not-found' });
  expect(await decide(caseOfficer, 'published')).toMatchObject({ code: 'not-found' });
  expect(await decide(head, 'returned', 'เพิ่มมาตรา')).toMatchObject({ ok: true });
  expect(await write(keeper, { answerTh: 'ไม่ควรไป ให้แจ้งผู้บังคับบัญชาภายใน 30 วัน' })).toMatchObject({ ok: true });
  expect(await decide(ministry, 'published')).toMatchObject({ ok: true });
  expect(await found('เลี้ยงอาหาร')).toEqual([id]);
  expect(await found('บังคับบัญชา ของขวัญ')).toEqual([id]);
  expect(await found('ที่ดินสาธารณะ')).toEqual([]);
});

test('the public role reads neither centre nor writer nor the advice behind it, and nothing unpublished', async () => {
  const ask = (what: string) => sql.raw(what).execute(office.db.asPublic);
  for (const column of ['unit_id', 'written_by', 'written_at', 'decided_by', 'reason'])
    await expect(ask(`select ${column} from ethics.question`)).rejects.toThrow(/permission denied/);
  await expect(ask('select * from ethics.question_source')).rejects.toThrow(/permission denied/);
  const { questions } = await office.ethics.questions.published('th', { search: '', standard: 'S2' });
  expect(Object.keys(questions[0]!).toSorted()).toEqual(
    ['id', 'question', 'answer', 'language', 'standards', 'sections', 'publishedOn'].toSorted(),
  );
});

test('the database keeps the approved wording, the order of steps, the second person and the link', async () => {
  const change = (officer: Officer, set: object) =>
    actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) =>
      Number(
        (await trx.updateTable('ethics.question').set(set).where('id', '=', id).executeTakeFirst())
          .numUpdatedRows,
      ),
    );
  await expect(change(ministry, { answer_th: 'ไปได้', state: 'withdrawn', reason: 'x' })).rejects.toThrow(
    /mended/,
  );
  await expect(change(head, { state: 'submitted', published_on: null })).rejects.toThrow();
  expect(await change(neighbour, { state: 'withdrawn', reason: 'x' })).toBe(0);
  const source = (officer: Officer) =>
    actingAs(
      office.db.asOfficer,
      officer.signedIn.actor,
      async (trx) => (await trx.selectFrom('ethics.question_source').selectAll().execute()).length,
    );
  expect(await Promise.all([keeper, head, ministry, caseOfficer].map(source))).toEqual([1, 1, 0, 0]);
});

test('a question is withdrawn with its reason, and is then found no more', async () => {
  expect(await decide(head, 'withdrawn')).toMatchObject({ code: 'malformed' });
  expect(await decide(head, 'withdrawn', 'กฎหมายเปลี่ยน')).toMatchObject({ ok: true });
  expect(await found('เลี้ยงอาหาร')).toEqual([]);
});

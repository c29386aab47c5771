/** A lesson is read by others only after a second person; by the public only after the ministry; and never names anyone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { findIdentifying } from './identifying.ts';
import { checklist } from './lesson.ts';
import { typologies } from './typologies.seed.ts';

let world: TestApp;
let author: TestOfficer;
let colleague: TestOfficer;
let stranger: TestOfficer;
let ministry: TestOfficer;
let unitId: number;
beforeAll(async () => {
  world = await createTestApp();
  author = await anOfficer(world.db, 'TH-50', ['case-officer']);
  colleague = await anOfficer(world.db, 'TH-50', ['head']);
  stranger = await anOfficer(world.db, 'TH-83', ['head', 'planner']);
  ministry = await anOfficer(world.db, 'MOI', ['planner']);
  unitId = (await world.app.network.listCentres(new Date())).find(({ code }) => code === 'TH-50')!.id;
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
const words = (change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  topic: 'PROCUREMENT',
  typology: 'tailored-specification',
  title: 'ร่างขอบเขตงานที่เขียนให้ตรงกับสินค้ายี่ห้อเดียว',
  happened: 'มีการร่างขอบเขตงานซ่อมโดยใช้ข้อความจากแผ่นพับของผู้ขาย',
  signs: 'ค่าที่ระบุตรงกับแผ่นพับทุกข้อ',
  weak: 'ผู้ร่างและผู้ตรวจรับเป็นคนเดียวกัน',
  helped: 'ให้ผู้ไม่เกี่ยวข้องทานร่างก่อนประกาศ',
  ...change,
});
const handIn = async (change: Record<string, unknown> = {}) => {
  const lesson = words(change);
  expect(await world.app.lessons.handIn(await as(author), unitId, lesson)).toEqual({
    ok: true,
    id: lesson.id,
  });
  return lesson;
};
const decide = async (officer: TestOfficer, id: string, change: Record<string, unknown> = {}) =>
  world.app.lessons.decide(await as(officer), id, {
    noticeId: randomUUID(),
    revision: 1,
    act: 'publish',
    audience: 'officers',
    checks: [...checklist],
    note: '',
    ...change,
  });
const visible = async (officer: TestOfficer, id: string) =>
  (await world.app.lessons.view(await as(officer), id)) !== undefined;

describe('what tells who it was', () => {
  test.each([
    ['citizen-number', 'เลข 1-1037-02071-81-1 ของเขา'],
    ['citizen-number', 'เลข ๑๑๐๓๗๐๒๐๗๑๘๑๑ ของเขา'],
    ['phone', 'โทร 081-234-5678 มา'],
    ['email', 'ส่งถึง somchai.j@example.go.th แล้ว'],
    ['plate', 'รถ กข 1234 จอดอยู่'],
    ['name', 'โดย นายสมชาย ใจดี เป็นผู้ลงนาม'],
    ['name', 'signed by Mr. Somchai Jaidee'],
  ])('%s is found and refused: %s', async (kind, text) => {
    expect(findIdentifying(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind, refused: true })]),
    );
    expect(
      await world.app.lessons.handIn(await as(author), unitId, words({ happened: `มีเหตุการณ์เกิดขึ้น ${text}` })),
    ).toMatchObject({ ok: false, code: 'identifying' });
  });

  test('positions are no names: whoever writes of risks must be able to say them', () => {
    const positions = 'นายช่างโยธา ผู้ตรวจแบบ กับ นายทะเบียน ท้องที่ และ นายอำเภอ หรือผู้แทน';
    expect(findIdentifying(positions).filter(({ refused }) => refused)).toEqual([]);
    expect(findIdentifying('เสนอโดย นายช่างโยธา\nดองคำขอไว้')).toEqual([]);
  });

  test('places are shown, sums and sections are left alone', () => {
    expect(findIdentifying('เกิดที่อำเภอแม่ริม')).toMatchObject([{ kind: 'place', refused: false }]);
    expect(findIdentifying('ปรับ 100,000 บาท ตามมาตรา 157 ปี 2567 รวม 12 ครั้ง')).toEqual([]);
  });

  test('no form of corruption that ships with the product names anyone', () => {
    for (const form of typologies) {
      const text = [...form.title, ...form.how, ...form.signs.th, ...form.weak.th, ...form.helped.th].join(
        '\n',
      );
      expect(findIdentifying(text).filter(({ refused }) => refused)).toEqual([]);
    }
  });
});

describe('a lesson', () => {
  test('handed in twice is one, seen by its centre and the ministry, not by another province', async () => {
    const lesson = await handIn();
    await world.app.lessons.handIn(await as(author), unitId, lesson);
    const acts = (await actsSoFar(world.db)).filter(({ id }) => id === lesson.id);
    expect(acts).toMatchObject([{ act: 'lessons.handed-in', unit: 'TH-50', role: 'case-officer' }]);
    expect(await visible(colleague, lesson.id)).toBe(true);
    expect(await visible(ministry, lesson.id)).toBe(true);
    expect(await visible(stranger, lesson.id)).toBe(false);
  });

  test('is not decided by its author, by a stranger, or with a point unconfirmed', async () => {
    const { id } = await handIn();
    expect(await decide(author, id)).toEqual({ ok: false, code: 'own-lesson' });
    expect(await decide(stranger, id)).toEqual({ ok: false, code: 'not-found' });
    expect(await decide(colleague, id, { checks: ['no-names'] })).toEqual({ ok: false, code: 'checklist' });
    expect(await decide(colleague, id, { audience: 'public' })).toEqual({ ok: false, code: 'forbidden' });
    expect(await decide(colleague, id, { act: 'return' })).toEqual({ ok: false, code: 'note-missing' });
  });

  test('published by a second person is read by every officer, told once, and found by its words', async () => {
    const { id } = await handIn();
    const noticeId = randomUUID();
    for (let sent = 0; sent < 2; sent++)
      expect(await decide(colleague, id, { noticeId })).toEqual({ ok: true });
    expect(await visible(stranger, id)).toBe(true);
    const notices = await world.app.notices.list(await as(stranger));
    expect(notices.filter(({ kind }) => kind === 'lesson')).toHaveLength(1);
    const found = await world.app.lessons.list(await as(stranger), 'แผ่นพับผู้ขาย');
    expect(found.map(({ lesson }) => lesson.id)).toContain(id);
    expect(await world.app.lessons.published()).toEqual([]);
    expect(await decide(colleague, id, { act: 'withdraw', revision: 1 })).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('sent back is mended by its author and waits again', async () => {
    const lesson = await handIn();
    expect(await decide(colleague, lesson.id, { act: 'return', note: 'ขอให้ตัดปีงบประมาณออก' })).toEqual({
      ok: true,
    });
    const mended = { ...lesson, happened: 'แก้แล้วโดยไม่มีปีงบประมาณ' };
    expect(await world.app.lessons.handIn(await as(author), unitId, mended, 1)).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await world.app.lessons.handIn(await as(author), unitId, mended, 2)).toEqual({
      ok: true,
      id: lesson.id,
    });
    const view = await world.app.lessons.view(await as(author), lesson.id);
    expect(view?.lesson).toMatchObject({ state: 'submitted', revision: 3, returnNote: undefined });
  });

  test('opened by the ministry is on the citizens’ page, without its centre', async () => {
    const { id, title } = await handIn({ title: 'บทเรียนที่ประชาชนอ่านได้' });
    expect(await decide(ministry, id, { audience: 'public' })).toEqual({ ok: true });
    const page = await world.server.inject({ url: '/lessons' });
    expect(page.body.replace(/<[^>]*>/g, '')).toContain(title);
    expect(page.body).not.toContain('เชียงใหม่');
    expect(page.body).not.toMatch(/<script/);
    const row = await world.db.asPublic.selectFrom('knowledge.lesson').select('id').execute();
    expect(row).toEqual([{ id }]);
    await expect(
      world.db.asPublic.selectFrom('knowledge.lesson').select('author_id').execute(),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('in SQL, as the officers’ role', () => {
  const trying = async (officer: TestOfficer, id: string, change: Record<string, unknown>) =>
    actingAs(world.db.asOfficer, (await as(officer)).actor, (trx) =>
      trx.updateTable('knowledge.lesson').set(change).where('id', '=', id).executeTakeFirst(),
    );

  test('an author cannot publish, a second person cannot change words or open it to the public', async () => {
    const { id } = await handIn();
    const published = { state: 'published', checked_at: new Date() };
    await expect(trying(author, id, { ...published, checked_by: author.id })).rejects.toThrow(
      /row-level|check/,
    );
    await expect(
      trying(colleague, id, { ...published, checked_by: colleague.id, title: 'เปลี่ยนคำของผู้เขียน' }),
    ).rejects.toThrow(/only the author/);
    await expect(
      trying(colleague, id, { ...published, checked_by: colleague.id, audience: 'public' }),
    ).rejects.toThrow(/row-level security/);
    expect((await trying(stranger, id, { ...published, checked_by: stranger.id })).numUpdatedRows).toBe(0n);
  });

  test('nobody hands in for a centre in which she does not serve', async () => {
    expect(await world.app.lessons.handIn(await as(stranger), unitId, words())).toEqual({
      ok: false,
      code: 'forbidden',
    });
    await expect(
      actingAs(world.db.asOfficer, (await as(stranger)).actor, (trx) =>
        trx
          .insertInto('knowledge.lesson')
          .values({
            ...words(),
            unit_id: unitId,
            author_id: stranger.id,
            tokens: [],
            state: 'submitted',
            submitted_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

test('the forms of corruption are public, in both languages, with their sections', async () => {
  const page = await world.server.inject({ url: '/lessons/permit-money' });
  expect(page.body).toContain('href="/offences/CC-149"');
  expect((await world.server.inject({ url: '/en/lessons/permit-money' })).body).toContain(
    'Tea money for a permit',
  );
  expect((await world.server.inject({ url: '/lessons/no-such-form' })).statusCode).toBe(404);
  const known = new Set((await world.app.offences.find({}, 'th')).cards.map(({ code }) => code));
  for (const form of typologies) for (const code of form.offences) expect(known).toContain(code);
});

test('over HTTP a decision needs a session, a centre, and a second person', async () => {
  const { id } = await handIn();
  const url = `/office/lessons/${id}`;
  const fields = {
    act: 'publish',
    audience: 'officers',
    revision: '1',
    noticeId: randomUUID(),
    note: '',
    checks: 'no-names',
  };
  const stateNow = async () => (await world.app.lessons.view(await as(author), id))?.lesson.state;
  expect((await post(url, fields)).statusCode).toBe(302);
  expect((await post(url, fields, stranger)).statusCode).toBe(404);
  expect((await post(url, fields, author)).body).toContain('ผู้เขียนตรวจของตนเองไม่ได้');
  expect((await post(url, fields, colleague)).body).toContain('ต้องยืนยันครบทุกข้อ');
  expect(await stateNow()).toBe('submitted');
  const named = { ...words(), typology: '', unitId: `${unitId}`, happened: 'ติดต่อ somchai@example.go.th ได้' };
  expect((await post('/office/lessons/new', named, author)).body).toContain('somchai@example.go.th');
  expect(
    (await post('/office/lessons/new', { ...words(), typology: '', unitId: `${unitId}` }, author)).statusCode,
  ).toBe(302);
});

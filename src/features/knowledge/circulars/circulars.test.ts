/** A circular from its issue to the last acknowledgement; who sees what, and what is refused in SQL and over HTTP. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { NewCircular } from './circular.schemas.ts';

let world: TestApp;
let registrar: TestOfficer;
let chiangMai: TestOfficer;
let chiangMaiOrganiser: TestOfficer;
let phuket: TestOfficer;
let units: Map<string, number>;

beforeAll(async () => {
  world = await createTestApp();
  registrar = await anOfficer(world.db, 'MOI', ['registrar']);
  chiangMai = await anOfficer(world.db, 'TH-50', ['case-officer']);
  chiangMaiOrganiser = await anOfficer(world.db, 'TH-50', ['organiser']);
  phuket = await anOfficer(world.db, 'TH-83', ['head']);
  const centres = await world.app.network.listCentres(new Date());
  units = new Map(centres.map(({ code, id }) => [code, id]));
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
let serial = 0;
const nextSerial = () => {
  serial += 1;
  return serial;
};
const aCircular = (change: Partial<NewCircular> = {}): NewCircular => ({
  id: randomUUID(),
  unitId: units.get('MOI')!,
  kind: 'circular',
  number: `ที่ มท 0204/ว ${nextSerial()}`,
  dated: '2026-11-20',
  subject: 'แนวทางงดรับของขวัญ',
  secrecy: 'none',
  audience: { to: 'all' },
  isPublic: false,
  ...change,
});
const pdf = (text = 'circular') => ({ name: 'หนังสือ.pdf', bytes: Buffer.from(`%PDF-1.7\n${text}`) });
const issue = async (change: Partial<NewCircular> = {}, officer = registrar, file = pdf()) => {
  const circular = aCircular(change);
  const outcome = await world.app.circulars.issue(await as(officer), circular, file);
  return { circular, outcome };
};
const issued = async (change: Partial<NewCircular> = {}, officer = registrar, file = pdf()) => {
  const { circular, outcome } = await issue(change, officer, file);
  expect(outcome).toMatchObject({ ok: true });
  return circular;
};
const to = (code: string) => ({ to: 'centres' as const, codes: [code] });
const toChiangMai = to('TH-50');
const unitId = () => units.get('TH-50')!;

describe('issuing', () => {
  test('to all centres reaches ninety of them, once, though the form is sent twice', async () => {
    const circular = aCircular();
    const first = await world.app.circulars.issue(await as(registrar), circular, pdf());
    expect(first).toEqual({ ok: true, value: { id: circular.id, addressees: 90 } });
    expect(await world.app.circulars.issue(await as(registrar), circular, pdf())).toEqual(first);
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts).toMatchObject([
      { act: 'circulars.issued', unit: 'MOI', role: 'registrar', facts: { addressees: 90 } },
    ]);
  });

  test('to kinds means the centres of those kinds on that day', async () => {
    const { outcome } = await issue({ audience: { to: 'kinds', kinds: ['department', 'state-enterprise'] } });
    expect(outcome).toMatchObject({ value: { addressees: 13 } });
  });

  test('of a graded paper is refused before anything is stored', async () => {
    const before = await world.db.owner.selectFrom('knowledge.circular').select('id').execute();
    for (const secrecy of ['secret', 'very-secret', 'most-secret'] as const)
      expect((await issue({ secrecy })).outcome).toEqual({ ok: false, code: 'secret-off-system' });
    const after = await world.db.owner.selectFrom('knowledge.circular').select('id').execute();
    expect(after).toHaveLength(before.length);
    const { circular } = await issue();
    await expect(
      sql`update knowledge.circular set secrecy = 'secret' where id = ${circular.id}`.execute(world.db.owner),
    ).rejects.toThrow(/secrecy_check/);
  });

  test('with the same number and date, an unknown centre, no file, or no PDF is refused with the reason', async () => {
    const first = await issued();
    expect((await issue({ number: first.number })).outcome).toMatchObject({ code: 'already-registered' });
    expect((await issue({ audience: { to: 'centres', codes: ['TH-99'] } })).outcome).toMatchObject({
      code: 'out-of-reach',
    });
    const noFile = await world.app.circulars.issue(await as(registrar), aCircular(), undefined);
    expect(noFile).toMatchObject({ code: 'file-missing' });
    const html = { name: 'x.pdf', bytes: Buffer.from('<html>') };
    expect((await issue({}, registrar, html)).outcome).toMatchObject({ code: 'file-kind' });
    const past = { answerDueOn: '2020-01-01', answerAsked: 'รายชื่อ' };
    expect((await issue(past)).outcome).toMatchObject({ code: 'due-in-the-past' });
  });

  test('a province addresses itself only, and nobody issues in another’s name', async () => {
    expect(
      (await issue({ unitId: units.get('TH-83')!, audience: toChiangMai }, phuket)).outcome,
    ).toMatchObject({
      code: 'out-of-reach',
    });
    expect((await issue({}, phuket)).outcome).toMatchObject({ code: 'forbidden' });
    expect((await issue({ unitId: unitId() }, chiangMai)).outcome).toMatchObject({ code: 'forbidden' });
  });
});

describe('a centre', () => {
  test('finds what it has not acknowledged first, in order of the day an answer is due', async () => {
    const fresh = await anOfficer(world.db, 'TH-57', ['case-officer']);
    const toRai = to('TH-57');
    const due = (answerDueOn: string) => ({ audience: toRai, answerDueOn, answerAsked: 'รายชื่อ' });
    const later = await issued(due('2099-12-31'));
    const sooner = await issued(due('2099-01-31'));
    const read = await issued({ audience: toRai });
    const plain = await issued({ audience: toRai });
    await world.app.circulars.acknowledge(await as(fresh), {
      circularId: read.id,
      unitId: units.get('TH-57')!,
    });
    const lines = await world.app.circulars.listReceived(await as(fresh), 'th');
    const mine = [sooner, later, plain, read].map(({ id }) => id);
    expect(lines.map(({ id }) => id).filter((id) => mine.includes(id))).toEqual(mine);
    expect(lines.find(({ id }) => id === read.id)?.state).toBe('acknowledged');
  });

  test('acknowledges once, whoever clicks again', async () => {
    const circular = await issued({ audience: toChiangMai });
    const what = { circularId: circular.id, unitId: unitId() };
    const first = await world.app.circulars.acknowledge(await as(chiangMai), what);
    expect(first).toMatchObject({ ok: true });
    const colleague = await anOfficer(world.db, 'TH-50', ['head']);
    expect(await world.app.circulars.acknowledge(await as(colleague), what)).toEqual(first);
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts.map(({ act }) => act)).toEqual(['circulars.issued', 'circulars.acknowledged']);
    expect(acts[1]).toMatchObject({ unit: 'TH-50', role: 'case-officer' });
    const view = await world.app.circulars.view(await as(registrar), circular.id, 'th');
    expect(view?.readers?.[0]).toMatchObject({ code: 'TH-50', state: 'acknowledged' });
    expect(view?.readers?.[0]?.acknowledgedBy).toBeTruthy();
  });

  test('answers, corrects the answer, and the last one counts', async () => {
    const circular = await issued({
      audience: toChiangMai,
      answerDueOn: '2099-01-31',
      answerAsked: 'รายชื่อผู้รับผิดชอบ',
    });
    const answer = { id: randomUUID(), circularId: circular.id, unitId: unitId(), text: 'นางสาวสมศรี' };
    const officer = await as(chiangMai);
    expect(await world.app.circulars.answer(officer, { ...answer, text: ' ' })).toMatchObject({
      code: 'answer-empty',
    });
    expect(await world.app.circulars.answer(officer, answer, pdf('answer'))).toMatchObject({ ok: true });
    expect(await world.app.circulars.answer(officer, answer, pdf('answer'))).toMatchObject({ ok: true });
    await world.app.circulars.answer(officer, { ...answer, id: randomUUID(), text: 'นายประเสริฐ' });
    const view = await world.app.circulars.view(await as(registrar), circular.id, 'th');
    expect(view?.readers?.[0]).toMatchObject({ state: 'answered', answer: { text: 'นายประเสริฐ' } });
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts.map(({ act }) => act)).toEqual([
      'circulars.issued',
      'circulars.answered',
      'circulars.answered',
    ]);
    expect(JSON.stringify(acts)).not.toMatch(/สมศรี|ประเสริฐ|รายชื่อ/);
    const file = `/office/circulars/${circular.id}/answers/${answer.id}/file`;
    expect((await send(world.server, registrar, file)).rawPayload.toString()).toContain('answer');
    expect((await send(world.server, phuket, file)).statusCode).toBe(404);
  });

  test('is late from the day after the due day', async () => {
    const circular = await issued({ audience: toChiangMai, answerDueOn: '2099-01-31', answerAsked: 'x' });
    await sql`update knowledge.circular set answer_due_on = (now() at time zone 'Asia/Bangkok')::date - 1
      where id = ${circular.id}`.execute(world.db.owner);
    const view = await world.app.circulars.view(await as(chiangMai), circular.id, 'th');
    expect(view?.own[0]?.state).toBe('late');
    await sql`update knowledge.circular set answer_due_on = (now() at time zone 'Asia/Bangkok')::date
      where id = ${circular.id}`.execute(world.db.owner);
    expect((await world.app.circulars.view(await as(chiangMai), circular.id, 'th'))?.own[0]?.state).toBe(
      'waiting',
    );
  });

  test('sees which paper a new one supersedes, and the old one says so', async () => {
    const old = await issued({ audience: toChiangMai });
    const fresh = await issued({ audience: toChiangMai, supersedes: old.id });
    const view = await world.app.circulars.view(await as(chiangMai), old.id, 'th');
    expect(view?.supersededBy?.id).toBe(fresh.id);
  });
});

describe('refusals', () => {
  test('a centre that was not addressed sees nothing, in the use case, over HTTP and in SQL', async () => {
    const circular = await issued({ audience: toChiangMai });
    expect(await world.app.circulars.view(await as(phuket), circular.id, 'th')).toBeUndefined();
    for (const path of ['file', 'readers.csv'])
      expect((await send(world.server, phuket, `/office/circulars/${circular.id}/${path}`)).statusCode).toBe(
        404,
      );
    expect((await send(world.server, undefined, `/office/circulars/${circular.id}/file`)).statusCode).toBe(
      401,
    );
    expect((await world.server.inject(`/circulars/${circular.id}/file`)).statusCode).toBe(404);
    expect((await send(world.server, chiangMai, `/office/circulars/${circular.id}/file`)).statusCode).toBe(
      200,
    );
    const seen = await actingAs(world.db.asOfficer, (await as(phuket)).actor, (trx) =>
      trx.selectFrom('knowledge.circular').select('id').where('id', '=', circular.id).execute(),
    );
    expect(seen).toEqual([]);
  });

  test('an addressed centre sees its own acknowledgement, not those of others', async () => {
    const circular = await issued();
    await world.app.circulars.acknowledge(await as(phuket), {
      circularId: circular.id,
      unitId: units.get('TH-83')!,
    });
    const view = await world.app.circulars.view(await as(chiangMai), circular.id, 'th');
    expect(view?.readers).toBeUndefined();
    expect(view?.own.map(({ code }) => code)).toEqual(['TH-50']);
    const rows = await actingAs(world.db.asOfficer, (await as(chiangMai)).actor, (trx) =>
      trx
        .selectFrom('knowledge.circular_addressee')
        .select('unit_id')
        .where('circular_id', '=', circular.id)
        .execute(),
    );
    expect(rows).toEqual([{ unit_id: unitId() }]);
    expect(
      (await send(world.server, chiangMai, `/office/circulars/${circular.id}/readers.csv`)).statusCode,
    ).toBe(404);
  });

  test('nobody acknowledges for another centre, takes an acknowledgement back, or does so without the role', async () => {
    const circular = await issued();
    const forPhuket = { circularId: circular.id, unitId: units.get('TH-83')! };
    expect(await world.app.circulars.acknowledge(await as(chiangMai), forPhuket)).toMatchObject({
      code: 'forbidden',
    });
    const own = { circularId: circular.id, unitId: unitId() };
    expect(await world.app.circulars.acknowledge(await as(chiangMaiOrganiser), own)).toMatchObject({
      code: 'forbidden',
    });
    const { actor } = await as(chiangMai);
    const update = (set: { acknowledged_by: string | null; acknowledged_at: Date | null }, unit: number) =>
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .updateTable('knowledge.circular_addressee')
          .set(set)
          .where('circular_id', '=', circular.id)
          .where('unit_id', '=', unit)
          .executeTakeFirst(),
      );
    const byMe = { acknowledged_by: actor.personId, acknowledged_at: new Date() };
    expect(Number((await update(byMe, forPhuket.unitId)).numUpdatedRows)).toBe(0);
    await world.app.circulars.acknowledge(await as(chiangMai), own);
    expect(
      Number((await update({ acknowledged_by: null, acknowledged_at: null }, unitId())).numUpdatedRows),
    ).toBe(0);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) => sql`delete from knowledge.circular_answer`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`update knowledge.circular set subject = 'x'`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('the pages’ own forms are refused as well', async () => {
    const circular = await issued({ audience: to('TH-83') });
    const post = (officer: TestOfficer, path: string, fields: Record<string, string>) =>
      world.server.inject({
        method: 'POST',
        url: path,
        headers: {
          cookie: `prongsai_session=${officer.cookie}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(fields).toString(),
      });
    const page = `/office/circulars/${circular.id}`;
    const forPhuket = { intent: 'acknowledge', unitId: String(units.get('TH-83')) };
    expect((await post(chiangMai, page, forPhuket)).statusCode).toBe(403);
    expect((await post(chiangMai, page, { ...forPhuket, unitId: String(unitId()) })).statusCode).toBe(404);
    const graded = await post(registrar, '/office/circulars/new', { secrecy: 'most-secret', subject: 'ลับ' });
    expect(graded.statusCode).toBe(409);
    expect(graded.body).toContain('ไฟล์ที่แนบไม่ถูกเก็บ');
    const large = await post(registrar, '/office/circulars/new', { gist: 'x'.repeat(21 * 1024 * 1024) });
    expect(large.statusCode).toBe(409);
    const acknowledged = await post(phuket, page, forPhuket);
    expect([acknowledged.statusCode, acknowledged.headers['location']]).toEqual([
      302,
      `${page}?done=acknowledge`,
    ]);
  });

  test('nobody addresses a centre out of reach by SQL', async () => {
    const own = await issued(
      { unitId: units.get('TH-83')!, audience: { to: 'centres', codes: ['TH-83'] } },
      phuket,
    );
    await expect(
      actingAs(world.db.asOfficer, (await as(phuket)).actor, (trx) =>
        trx
          .insertInto('knowledge.circular_addressee')
          .values({ circular_id: own.id, unit_id: unitId(), from_unit_id: units.get('TH-83')! })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('the public reads public papers only, and never whom they went to', async () => {
    const open = await issued({ isPublic: true, subject: 'นโยบายเปิดเผย' });
    const closed = await issued({ subject: 'เรื่องภายใน' });
    const page = await world.server.inject('/circulars');
    expect(page.statusCode).toBe(200);
    expect(page.body.replaceAll(/<[^>]+>/g, '')).toContain('นโยบายเปิดเผย');
    expect(page.body.replaceAll(/<[^>]+>/g, '')).not.toContain('เรื่องภายใน');
    const file = await world.server.inject(`/circulars/${open.id}/file`);
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('หนังสือ.pdf'));
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.server.inject(`/circulars/${closed.id}/file`)).statusCode).toBe(404);
    for (const table of ['circular_addressee', 'circular_answer', 'notice'])
      await expect(sql.raw(`select * from knowledge.${table}`).execute(world.db.asPublic)).rejects.toThrow(
        /permission denied/,
      );
    await expect(sql`select issued_by from knowledge.circular`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('who has read it', () => {
  test('is a table for Excel: filtered, with a byte-order mark, and no cell is a formula', async () => {
    const circular = await issued({ answerDueOn: '2099-01-31', answerAsked: 'x', number: '=cmd()' });
    await world.app.circulars.answer(await as(chiangMai), {
      id: randomUUID(),
      circularId: circular.id,
      unitId: unitId(),
      text: '=1+1, "อ้างอิง"\nบรรทัดสอง',
    });
    const get = (query: string) =>
      send(world.server, registrar, `/office/circulars/${circular.id}/readers.csv${query}`);
    const answered = await get('?show=answered');
    expect(answered.headers['content-type']).toContain('text/csv');
    expect(answered.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answered.body).toContain(`"'=1+1, ""อ้างอิง""\nบรรทัดสอง"`);
    expect(answered.body).toContain("\r\n'=cmd(),TH-50,เชียงใหม่");
    expect((await get('?show=waiting')).body.split('\r\n')).toHaveLength(1 + 89 + 1);
    expect((await get('')).body.split('\r\n').filter((line) => line.startsWith("'=cmd()"))).toHaveLength(90);
  });

  test('reminds those that owe, once a form', async () => {
    const circular = await issued({ audience: { to: 'centres', codes: ['TH-50', 'TH-83'] } });
    await world.app.circulars.acknowledge(await as(phuket), {
      circularId: circular.id,
      unitId: units.get('TH-83')!,
    });
    const reminder = { id: randomUUID(), circularId: circular.id };
    expect(await world.app.circulars.remind(await as(registrar), reminder)).toEqual({
      ok: true,
      value: { reminded: 1 },
    });
    await world.app.circulars.remind(await as(registrar), reminder);
    const reminders = async (officer: TestOfficer) =>
      (await world.app.notices.list(await as(officer))).filter(({ id }) => id === reminder.id);
    expect(await reminders(chiangMai)).toHaveLength(1);
    expect(await reminders(phuket)).toHaveLength(0);
    expect(await world.app.circulars.remind(await as(chiangMai), reminder)).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a notice', () => {
  test('reaches officers of the addressed centres, and counts until it is seen', async () => {
    const before = await world.app.notices.countUnseen(await as(chiangMaiOrganiser));
    const phuketBefore = await world.app.notices.countUnseen(await as(phuket));
    const circular = await issued({ audience: toChiangMai, subject: 'เรื่องที่ต้องแจ้ง' });
    expect(await world.app.notices.countUnseen(await as(chiangMaiOrganiser))).toBe(before + 1);
    expect(await world.app.notices.countUnseen(await as(phuket))).toBe(phuketBefore);
    const notice = (await world.app.notices.list(await as(chiangMaiOrganiser))).find(({ href }) =>
      href?.endsWith(circular.id),
    )!;
    expect(notice).toMatchObject({ kind: 'circular', isSeen: false });
    expect(notice.titleTh).toContain('เรื่องที่ต้องแจ้ง');
    expect(await world.app.notices.markSeen(await as(chiangMaiOrganiser), [notice.id])).toBe(1);
    expect(await world.app.notices.markSeen(await as(chiangMaiOrganiser), [notice.id])).toBe(0);
    expect(await world.app.notices.countUnseen(await as(chiangMaiOrganiser))).toBe(before);
    // One person's eyes are not another's.
    expect(await world.app.notices.markSeen(await as(phuket), [notice.id])).toBe(0);
  });
});

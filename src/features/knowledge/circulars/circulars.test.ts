/** A circular from its issue to the last acknowledgement. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { type CircularWorld, createCircularWorld, pdf, to } from './testing/world.ts';

let world: CircularWorld;
beforeAll(async () => {
  world = await createCircularWorld();
});
afterAll(() => world.stop());

describe('issuing', () => {
  test('to all centres reaches ninety of them, once, though the form is sent twice', async () => {
    const circular = world.aCircular();
    const first = await world.app.circulars.issue(await world.as(world.registrar), circular, pdf());
    expect(first).toEqual({ ok: true, value: { id: circular.id, addressees: 90 } });
    expect(await world.app.circulars.issue(await world.as(world.registrar), circular, pdf())).toEqual(first);
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts).toMatchObject([
      { act: 'circulars.issued', unit: 'MOI', role: 'registrar', facts: { addressees: 90 } },
    ]);
  });

  test('to kinds means the centres of those kinds on that day', async () => {
    const { outcome } = await world.issue({
      audience: { to: 'kinds', kinds: ['department', 'state-enterprise'] },
    });
    expect(outcome).toMatchObject({ value: { addressees: 13 } });
  });

  test('of a graded paper is refused before anything is stored', async () => {
    const before = await world.db.owner.selectFrom('knowledge.circular').select('id').execute();
    for (const secrecy of ['secret', 'very-secret', 'most-secret'] as const)
      expect((await world.issue({ secrecy })).outcome).toEqual({ ok: false, code: 'secret-off-system' });
    const after = await world.db.owner.selectFrom('knowledge.circular').select('id').execute();
    expect(after).toHaveLength(before.length);
    const { circular } = await world.issue();
    await expect(
      sql`update knowledge.circular set secrecy = 'secret' where id = ${circular.id}`.execute(world.db.owner),
    ).rejects.toThrow(/secrecy_check/);
  });

  test('with the same number and date, an unknown centre, no file, or no PDF is refused with the reason', async () => {
    const first = await world.issued();
    expect((await world.issue({ number: first.number })).outcome).toMatchObject({
      code: 'already-registered',
    });
    expect((await world.issue({ audience: { to: 'centres', codes: ['TH-99'] } })).outcome).toMatchObject({
      code: 'out-of-reach',
    });
    const noFile = await world.app.circulars.issue(
      await world.as(world.registrar),
      world.aCircular(),
      undefined,
    );
    expect(noFile).toMatchObject({ code: 'file-missing' });
    const html = { name: 'x.pdf', bytes: Buffer.from('<html>') };
    expect((await world.issue({}, world.registrar, html)).outcome).toMatchObject({ code: 'file-kind' });
    const past = { answerDueOn: '2020-01-01', answerAsked: 'รายชื่อ' };
    expect((await world.issue(past)).outcome).toMatchObject({ code: 'due-in-the-past' });
  });

  test('a province addresses itself only, and nobody issues in another’s name', async () => {
    expect(
      (await world.issue({ unitId: world.unit('TH-83'), audience: to('TH-50') }, world.phuket)).outcome,
    ).toMatchObject({
      code: 'out-of-reach',
    });
    expect((await world.issue({}, world.phuket)).outcome).toMatchObject({ code: 'forbidden' });
    expect((await world.issue({ unitId: world.unit('TH-50') }, world.chiangMai)).outcome).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a centre', () => {
  test('finds what it has not acknowledged first, in order of the day an answer is due', async () => {
    const fresh = await anOfficer(world.db, 'TH-57', ['case-officer']);
    const toRai = to('TH-57');
    const due = (answerDueOn: string) => ({ audience: toRai, answerDueOn, answerAsked: 'รายชื่อ' });
    const later = await world.issued(due('2099-12-31'));
    const sooner = await world.issued(due('2099-01-31'));
    const read = await world.issued({ audience: toRai });
    const plain = await world.issued({ audience: toRai });
    await world.app.circulars.acknowledge(await world.as(fresh), {
      circularId: read.id,
      unitId: world.unit('TH-57'),
    });
    const lines = await world.app.circulars.listReceived(await world.as(fresh), 'th');
    const mine = [sooner, later, plain, read].map(({ id }) => id);
    expect(lines.map(({ id }) => id).filter((id) => mine.includes(id))).toEqual(mine);
    expect(lines.find(({ id }) => id === read.id)?.state).toBe('acknowledged');
  });

  test('acknowledges once, whoever clicks again', async () => {
    const circular = await world.issued({ audience: to('TH-50') });
    const what = { circularId: circular.id, unitId: world.unit('TH-50') };
    const first = await world.app.circulars.acknowledge(await world.as(world.chiangMai), what);
    expect(first).toMatchObject({ ok: true });
    const colleague = await anOfficer(world.db, 'TH-50', ['head']);
    expect(await world.app.circulars.acknowledge(await world.as(colleague), what)).toEqual(first);
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts.map(({ act }) => act)).toEqual(['circulars.issued', 'circulars.acknowledged']);
    expect(acts[1]).toMatchObject({ unit: 'TH-50', role: 'case-officer' });
    const view = await world.app.circulars.view(await world.as(world.registrar), circular.id, 'th');
    expect(view?.readers?.[0]).toMatchObject({ code: 'TH-50', state: 'acknowledged' });
    expect(view?.readers?.[0]?.acknowledgedBy).toBeTruthy();
  });

  test('answers, corrects the answer, and the last one counts', async () => {
    const circular = await world.issued({
      audience: to('TH-50'),
      answerDueOn: '2099-01-31',
      answerAsked: 'รายชื่อผู้รับผิดชอบ',
    });
    const answer = {
      id: randomUUID(),
      circularId: circular.id,
      unitId: world.unit('TH-50'),
      text: 'นางสาวสมศรี',
    };
    const officer = await world.as(world.chiangMai);
    expect(await world.app.circulars.answer(officer, { ...answer, text: ' ' })).toMatchObject({
      code: 'answer-empty',
    });
    expect(await world.app.circulars.answer(officer, answer, pdf('answer'))).toMatchObject({ ok: true });
    expect(await world.app.circulars.answer(officer, answer, pdf('answer'))).toMatchObject({ ok: true });
    await world.app.circulars.answer(officer, { ...answer, id: randomUUID(), text: 'นายประเสริฐ' });
    const view = await world.app.circulars.view(await world.as(world.registrar), circular.id, 'th');
    expect(view?.readers?.[0]).toMatchObject({ state: 'answered', answer: { text: 'นายประเสริฐ' } });
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === circular.id);
    expect(acts.map(({ act }) => act)).toEqual([
      'circulars.issued',
      'circulars.answered',
      'circulars.answered',
    ]);
    expect(JSON.stringify(acts)).not.toMatch(/สมศรี|ประเสริฐ|รายชื่อ/);
    const file = `/office/circulars/${circular.id}/answers/${answer.id}/file`;
    expect((await send(world.server, world.registrar, file)).rawPayload.toString()).toContain('answer');
    expect((await send(world.server, world.phuket, file)).statusCode).toBe(404);
  });

  test('is late from the day after the due day', async () => {
    const circular = await world.issued({
      audience: to('TH-50'),
      answerDueOn: '2099-01-31',
      answerAsked: 'x',
    });
    await sql`update knowledge.circular set answer_due_on = (now() at time zone 'Asia/Bangkok')::date - 1
      where id = ${circular.id}`.execute(world.db.owner);
    const view = await world.app.circulars.view(await world.as(world.chiangMai), circular.id, 'th');
    expect(view?.own[0]?.state).toBe('late');
    await sql`update knowledge.circular set answer_due_on = (now() at time zone 'Asia/Bangkok')::date
      where id = ${circular.id}`.execute(world.db.owner);
    expect(
      (await world.app.circulars.view(await world.as(world.chiangMai), circular.id, 'th'))?.own[0]?.state,
    ).toBe('waiting');
  });

  test('sees which paper a new one supersedes, and the old one says so', async () => {
    const old = await world.issued({ audience: to('TH-50') });
    const fresh = await world.issued({ audience: to('TH-50'), supersedes: old.id });
    const view = await world.app.circulars.view(await world.as(world.chiangMai), old.id, 'th');
    expect(view?.supersededBy?.id).toBe(fresh.id);
    const notices = await world.app.notices.list(await world.as(world.chiangMai));
    const notice = notices.find(({ href }) => href?.endsWith(fresh.id));
    expect(notice?.touches).toMatchObject([{ kind: 'circular', id: old.id }]);
  });
});

describe('who has read it', () => {
  test('is a table for Excel: filtered, with a byte-order mark, and no cell is a formula', async () => {
    const circular = await world.issued({ answerDueOn: '2099-01-31', answerAsked: 'x', number: '=cmd()' });
    await world.app.circulars.answer(await world.as(world.chiangMai), {
      id: randomUUID(),
      circularId: circular.id,
      unitId: world.unit('TH-50'),
      text: '=1+1, "อ้างอิง"\nบรรทัดสอง',
    });
    const get = (query: string) =>
      send(world.server, world.registrar, `/office/circulars/${circular.id}/readers.csv${query}`);
    const answered = await get('?show=answered');
    expect(answered.headers['content-type']).toContain('text/csv');
    expect(answered.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answered.body).toContain(`"'=1+1, ""อ้างอิง""\nบรรทัดสอง"`);
    expect(answered.body).toContain("\r\n'=cmd(),TH-50,เชียงใหม่");
    expect((await get('?show=waiting')).body.split('\r\n')).toHaveLength(1 + 89 + 1);
    expect((await get('')).body.split('\r\n').filter((line) => line.startsWith("'=cmd()"))).toHaveLength(90);
  });

  test('and the register itself: found by a part of number or subject, every sign for itself', async () => {
    await world.issued({ subject: 'ร้อยละ 100% ของศูนย์', audience: to('TH-50') });
    await world.issued({ subject: 'ร้อยละ 1000 ของศูนย์', audience: to('TH-50') });
    const subjects = async (sought: string) =>
      (await world.app.circulars.listReceived(await world.as(world.chiangMai), 'th', sought)).map(
        ({ subject }) => subject,
      );
    expect(await subjects('100%')).toEqual(['ร้อยละ 100% ของศูนย์']);
    expect(await subjects('ไม่มีเรื่องนี้')).toEqual([]);
    const get = (show: string) =>
      send(
        world.server,
        world.registrar,
        `/office/circulars/register.csv?show=${show}&q=${encodeURIComponent('100%')}`,
      );
    expect((await get('issued')).body.trim().split('\r\n')).toHaveLength(2);
    expect((await get('issued')).body).toContain('รับทราบ 0 จาก 1 ศูนย์');
    expect((await get('received')).body.trim().split('\r\n')).toHaveLength(1);
    expect((await send(world.server, undefined, '/office/circulars/register.csv')).statusCode).toBe(401);
  });

  test('reminds those that owe, once a form', async () => {
    const circular = await world.issued({ audience: { to: 'centres', codes: ['TH-50', 'TH-83'] } });
    await world.app.circulars.acknowledge(await world.as(world.phuket), {
      circularId: circular.id,
      unitId: world.unit('TH-83'),
    });
    const reminder = { id: randomUUID(), circularId: circular.id };
    expect(await world.app.circulars.remind(await world.as(world.registrar), reminder)).toEqual({
      ok: true,
      value: { reminded: 1 },
    });
    await world.app.circulars.remind(await world.as(world.registrar), reminder);
    const reminders = async (officer: TestOfficer) =>
      (await world.app.notices.list(await world.as(officer))).filter(({ id }) => id === reminder.id);
    expect(await reminders(world.chiangMai)).toHaveLength(1);
    expect(await reminders(world.phuket)).toHaveLength(0);
    expect(await world.app.circulars.remind(await world.as(world.chiangMai), reminder)).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a notice', () => {
  test('reaches officers of the addressed centres, and counts until it is seen', async () => {
    const before = await world.app.notices.countUnseen(await world.as(world.chiangMaiOrganiser));
    const phuketBefore = await world.app.notices.countUnseen(await world.as(world.phuket));
    const circular = await world.issued({ audience: to('TH-50'), subject: 'เรื่องที่ต้องแจ้ง' });
    expect(await world.app.notices.countUnseen(await world.as(world.chiangMaiOrganiser))).toBe(before + 1);
    expect(await world.app.notices.countUnseen(await world.as(world.phuket))).toBe(phuketBefore);
    const notice = (await world.app.notices.list(await world.as(world.chiangMaiOrganiser))).find(({ href }) =>
      href?.endsWith(circular.id),
    )!;
    expect(notice).toMatchObject({ kind: 'circular', isSeen: false });
    expect(notice.titleTh).toContain('เรื่องที่ต้องแจ้ง');
    expect(await world.app.notices.markSeen(await world.as(world.chiangMaiOrganiser), [notice.id])).toBe(1);
    expect(await world.app.notices.markSeen(await world.as(world.chiangMaiOrganiser), [notice.id])).toBe(0);
    expect(await world.app.notices.countUnseen(await world.as(world.chiangMaiOrganiser))).toBe(before);
    // One person's eyes are not another's.
    expect(await world.app.notices.markSeen(await world.as(world.phuket), [notice.id])).toBe(0);
  });
});

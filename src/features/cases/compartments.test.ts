/** Corruption and ethics are two compartments of one centre: who works on one sees nothing of the other, in SQL and by acts. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import { sealNote, sealReply } from './browser/compose.ts';
import { type ArrivedReport, type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let caseOfficer: Officer;
let ethicsOfficer: Officer;
let head: Officer;
let registrar: Officer;
let ministry: Officer;
let elsewhere: Officer;
let corruption: ArrivedReport;
let advice: ArrivedReport;
let breach: ArrivedReport;

beforeAll(async () => {
  office = await openOffice();
  caseOfficer = await office.officer('TH-50', 'case-officer');
  ethicsOfficer = await office.officer('TH-50', 'ethics-officer');
  head = await office.officer('TH-50', 'head');
  registrar = await office.officer('TH-50', 'registrar');
  ministry = await office.officer('MOI', 'ethics-officer', 'head', 'case-officer');
  elsewhere = await office.officer('TH-57', 'ethics-officer');
  corruption = await office.report('TH-50');
  advice = await office.report('TH-50', { story: { topic: 'ADVICE_GIFT' } });
  breach = await office.report('TH-50', { story: { topic: 'ETHICS_BREACH' } });
});
afterAll(() => office.close());

const sees = (officer: Officer) =>
  actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) =>
    (await trx.selectFrom('cases.case').select('matter').execute()).map(({ matter }) => matter).toSorted(),
  );

/** Rows of ciphertext, keys and grants that an officer gets of one case, whatever she asks for. */
const matterOf = (officer: Officer, id: string) =>
  actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) => {
    const { rows } = await sql<{ count: number }>`
      select ((select count(*) from cases.message where case_id = ${id}) + (select count(*) from cases.case_key where case_id = ${id})
        + (select count(*) from cases.key_grant where case_id = ${id}) + (select count(*) from cases.event where case_id = ${id})
        + (select count(*) from cases.clock where case_id = ${id}))::int as count`.execute(trx);
    return rows[0]!.count;
  });

test('the topic says which compartment a report belongs to, and each officer sees her own', async () => {
  expect(await sees(caseOfficer)).toEqual(['corruption']);
  expect(await sees(registrar)).toEqual(['corruption']);
  expect(await sees(ethicsOfficer)).toEqual(['ethics-advice', 'ethics-breach']);
  expect(await sees(head)).toEqual(['corruption', 'ethics-advice', 'ethics-breach']);
});

test('the tier above sees that a corruption case is there, and of ethics nothing; another centre sees nothing', async () => {
  expect(await sees(ministry)).toEqual(['corruption']);
  expect(await sees(elsewhere)).toEqual([]);
});

test('who holds the centre’s key but not the role is handed no ciphertext, no key, no trail', async () => {
  expect(await matterOf(caseOfficer, advice.id)).toBe(0);
  expect(await matterOf(registrar, breach.id)).toBe(0);
  expect(await matterOf(ministry, advice.id)).toBe(0);
  expect(await matterOf(ethicsOfficer, corruption.id)).toBe(0);
  expect(await matterOf(ethicsOfficer, advice.id)).toBeGreaterThan(4);
});

test('acts across the border are refused as if there were no such case', async () => {
  const act = { act: 'change-stage', id: randomUUID(), revision: 1, to: 'SCREENING' };
  expect(await office.act(caseOfficer, breach.id, act)).toEqual({ ok: false, code: 'not-found' });
  expect(await office.act(ethicsOfficer, corruption.id, act)).toEqual({ ok: false, code: 'not-found' });
  expect(await office.cases.view(caseOfficer.signedIn, advice.id)).toBeUndefined();
  expect(await office.cases.find(ethicsOfficer.signedIn, corruption.id)).toBeUndefined();
});

test('a corruption case stays closed to whoever is only ethics officer, through the search too', async () => {
  const mine = await office.cases.searchBatch(ethicsOfficer.signedIn, undefined);
  expect(mine.cases.map(({ id }) => id).toSorted()).toEqual([advice.id, breach.id].toSorted());
  const hers = await office.cases.searchBatch(caseOfficer.signedIn, undefined);
  expect(hers.cases.map(({ id }) => id)).toEqual([corruption.id]);
});

test('advice is answered by an answer that asks nothing, then closed by one person', async () => {
  const desk = await office.desk(ethicsOfficer, advice.id);
  const ask = {
    act: 'reply',
    id: randomUUID(),
    message: await sealReply(desk, 'มูลค่าเท่าใด', []),
    attachments: [],
    asks: true,
  };
  expect((await office.act(ethicsOfficer, advice.id, ask)).ok).toBe(true);
  expect((await office.view(ethicsOfficer, advice.id)).header.stage).toBe('RECEIVED');
  const again = await office.desk(ethicsOfficer, advice.id);
  const message = await sealReply(again, 'รับไม่ได้ ตามมาตรา 128', []);
  await office.act(ethicsOfficer, advice.id, {
    act: 'reply',
    id: randomUUID(),
    message,
    attachments: [],
    asks: false,
  });
  const { header, may, clocks } = await office.view(ethicsOfficer, advice.id);
  expect(header.stage).toBe('ANSWERED');
  expect(may).not.toContain('propose-closing');
  expect(clocks.every(({ metOn }) => metOn !== undefined)).toBe(true);
  const close = { act: 'change-stage', id: randomUUID(), revision: header.revision, to: 'CLOSED' };
  expect((await office.act(ethicsOfficer, advice.id, close)).ok).toBe(true);
});

test('a breach goes its own way, and ends by two persons with an outcome of ethics only', async () => {
  const go = async (to: string, reason?: string) => {
    const desk = await office.desk(ethicsOfficer, breach.id);
    return office.act(ethicsOfficer, breach.id, {
      act: 'change-stage',
      id: randomUUID(),
      revision: desk.revision,
      to,
      ...(reason ? { note: await sealNote(desk, reason) } : {}),
    });
  };
  expect((await go('SCREENING')).ok).toBe(true);
  expect(await go('ACCEPTED', 'รับไว้')).toEqual({ ok: false, code: 'no-such-move' });
  expect((await go('FACT_CHECK', 'มีมูลพอให้ตรวจ')).ok).toBe(true);
  expect((await go('FINDING', 'พยานสามคนตรงกัน')).ok).toBe(true);
  expect((await go('MEASURE')).ok).toBe(true);
  const propose = async (outcome: string) => {
    const desk = await office.desk(ethicsOfficer, breach.id);
    const note = await sealNote(desk, 'ตักเตือนแล้ว');
    return office.act(ethicsOfficer, breach.id, {
      act: 'propose-closing',
      id: randomUUID(),
      revision: desk.revision,
      outcome,
      note,
    });
  };
  expect(await propose('NO_GROUND')).toEqual({ ok: false, code: 'unknown-outcome' });
  expect(await propose('ETHICS_MEASURES')).toEqual({ ok: false, code: 'needs-measure' });
  await actingAs(office.db.asOfficer, ethicsOfficer.signedIn.actor, (trx) =>
    trx
      .insertInto('ethics.measure')
      .values({
        id: randomUUID(),
        case_id: breach.id,
        measure: 'ADMONITION',
        measure_version: 1,
        taken_on: '2026-11-23',
        recorded_by: ethicsOfficer.signedIn.person.id,
        recorded_at: office.ground.now(),
      })
      .execute(),
  );
  expect((await propose('ETHICS_MEASURES')).ok).toBe(true);
  const { matter, header } = await office.view(head, breach.id);
  const decide = {
    act: 'decide-closing',
    id: randomUUID(),
    revision: header.revision,
    closingId: matter!.closing!.id,
    decision: 'approved',
  };
  expect(await office.act(ethicsOfficer, breach.id, { ...decide, id: randomUUID() })).toEqual({
    ok: false,
    code: 'second-person',
  });
  expect((await office.act(head, breach.id, decide)).ok).toBe(true);
  expect((await office.view(head, breach.id)).header.stage).toBe('CLOSED');
});

test('the database refuses a stage of another kind of matter', async () => {
  const wrong = sql`update cases."case" set stage = 'ACCEPTED' where id = ${advice.id}`.execute(
    office.db.owner,
  );
  await expect(wrong).rejects.toThrow(/check constraint/);
});

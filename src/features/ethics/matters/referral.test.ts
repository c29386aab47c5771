/** What looks like corruption goes from ethics to the case officers: they read it, and whoever sent it no longer does. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealNote, sealReply, sealRestriction } from '#features/cases/browser/compose.ts';
import { readChannel } from '#features/cases/browser/read-messages.ts';
import type { ArrivedReport, Officer } from '#features/cases/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type EthicsOffice, openEthicsOffice } from '../testing/ethics-office.ts';
import { aReferral } from '../testing/referral.ts';

let office: EthicsOffice;
let keeper: Officer;
let head: Officer;
let caseOfficer: Officer;
let otherKeeper: Officer;
let otherCaseOfficer: Officer;
let above: Officer;
let aboveKeeper: Officer;
let advice: ArrivedReport;

beforeAll(async () => {
  office = await openEthicsOffice();
  keeper = await office.officer('TH-50', 'ethics-officer');
  head = await office.officer('TH-50', 'head');
  caseOfficer = await office.officer('TH-50', 'case-officer');
  otherKeeper = await office.officer('TH-57', 'ethics-officer');
  otherCaseOfficer = await office.officer('TH-57', 'case-officer');
  above = await office.officer('MOI', 'case-officer');
  aboveKeeper = await office.officer('MOI', 'ethics-officer');
  advice = await office.report('TH-50', { story: { topic: 'ADVICE_GIFT' } });
});
afterAll(() => office.close());

const to = (unitCode: string) => ({ unitCode, recipient: office.centres.get(unitCode)!.recipient });
const sealedBy = (
  officer: Officer,
  change: Partial<Parameters<typeof aReferral>[0]> & { unit?: string } = {},
) =>
  aReferral({
    matterId: advice.id,
    to: to(change.unit ?? 'TH-50'),
    signing: officer.signing,
    ...change,
  });
const refer = (officer: Officer, body: object) => office.ethics.matters.refer(officer.signedIn, body);
const casesSeenBy = (officer: Officer, id: string) =>
  actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) => {
    const rows = await Promise.all([
      trx.selectFrom('cases.case').select('id').where('id', '=', id).execute(),
      trx.selectFrom('cases.message').select('id').where('case_id', '=', id).execute(),
      trx.selectFrom('cases.key_grant').select('id').where('case_id', '=', id).execute(),
      trx.selectFrom('cases.event').select('id').where('case_id', '=', id).execute(),
      trx.selectFrom('ethics.handover').select('id').where('to_case', '=', id).execute(),
    ]);
    return rows.map(({ length }) => length);
  });

test('the case officer reads what the ethics officer wrote and signed; she herself finds no such case', async () => {
  const body = await sealedBy(keeper);
  const answers = await Promise.all([refer(keeper, body), refer(keeper, body)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  const again = await refer(keeper, body);
  expect([...answers, again].map((one) => one.ok && one.value.number)).toEqual(
    Array.from({ length: 3 }, () => again.ok && again.value.number),
  );

  const desk = await office.desk(caseOfficer, body.id);
  const { header, people, may, clocks } = await office.view(caseOfficer, body.id);
  expect(header).toMatchObject({ matter: 'corruption', channel: 'ethics', restriction: 'none' });
  expect(header.awaiting).toBe('nobody');
  expect(may).not.toContain('reply');
  expect(clocks.map(({ code }) => code)).not.toContain('ACK15');
  expect(clocks.length).toBeGreaterThan(0);
  const [first, ...rest] = await readChannel(body.id, 'dialogue', desk.matter as never, people, desk.keys);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    problem: undefined,
    message: { author: 'officer', personId: keeper.signedIn.person.id },
    body: { type: 'report', happened: 'รับเงินจากผู้รับจ้างก่อนลงนามตรวจรับ', name: '' },
  });

  expect(await office.cases.view(keeper.signedIn, body.id)).toBeUndefined();
  expect(await casesSeenBy(keeper, body.id)).toEqual([0, 0, 0, 0, 0]);
  // The ledger has it once, and its entry does not name the ethics matter.
  const { rows } = await sql<{ entry: string }>`
    select entry from ledger.outbox where entry like ${`%${body.id}%`}`.execute(office.db.owner);
  expect(rows.filter(({ entry }) => entry.includes('case.referred'))).toHaveLength(1);
  for (const { entry } of rows) expect(entry).not.toContain(advice.id);
});

test('the link is seen at both ends by the head, who reads both; the ethics officer is told the day alone', async () => {
  const body = await sealedBy(keeper);
  const sent = await refer(keeper, body);
  const number = sent.ok ? sent.value.number : '';
  const { matters } = office.ethics;
  expect(await matters.linked(head.signedIn, body.id)).toEqual([
    { id: advice.id, number: advice.number, isEthics: true, isReferral: true },
  ]);
  expect(await matters.linked(head.signedIn, advice.id)).toContainEqual({
    id: body.id,
    number,
    isEthics: false,
    isReferral: true,
  });
  expect(await matters.linked(keeper.signedIn, advice.id)).toEqual([]);
  expect(await matters.linked(caseOfficer.signedIn, body.id)).toEqual([]);
  const view = await matters.view(keeper.signedIn, advice.id, 'th');
  expect([view?.handovers, new Set(view?.ownReferrals)]).toEqual([[], new Set(['2026-11-23'])]);
  expect((await matters.view(head.signedIn, advice.id, 'th'))?.ownReferrals).toEqual([]);
});

test('what concerns the head goes to the tier above, and nobody of the centre sees case, link or that there is one', async () => {
  const body = await sealedBy(keeper, { unit: 'MOI', restriction: 'unit' });
  expect(await refer(keeper, body)).toMatchObject({ ok: true });
  expect((await office.view(above, body.id)).header).toMatchObject({
    restriction: 'unit',
    channel: 'ethics',
  });
  for (const officer of [keeper, head, caseOfficer])
    expect(await casesSeenBy(officer, body.id)).toEqual([0, 0, 0, 0, 0]);
  expect(
    (await office.ethics.matters.view(head.signedIn, advice.id, 'th'))?.handovers.map(({ id }) => id),
  ).not.toContain(body.id);
});

test('nobody answers and nobody is asked where no reporter follows; notes and a smaller circle work as ever', async () => {
  const body = await sealedBy(keeper);
  await refer(keeper, body);
  const second = await office.officer('TH-50', 'case-officer');
  const desk = await office.desk(caseOfficer, body.id);
  const reply = {
    act: 'reply',
    id: randomUUID(),
    message: await sealReply(desk, 'x'),
    attachments: [],
    asks: false,
  };
  expect(await office.act(caseOfficer, body.id, reply)).toMatchObject({ ok: false, code: 'no-reporter' });
  const step = (to: string, revision: number) => ({
    act: 'change-stage',
    id: randomUUID(),
    revision,
    to,
  });
  expect(await office.act(caseOfficer, body.id, step('SCREENING', desk.revision))).toMatchObject({
    ok: true,
  });
  const screened = await office.desk(caseOfficer, body.id);
  const ask = { ...step('NEED_INFORMATION', screened.revision), note: await sealNote(screened, 'ขอเพิ่ม') };
  expect(await office.act(caseOfficer, body.id, ask)).toMatchObject({ code: 'no-reporter' });
  const circle = {
    act: 'restrict',
    id: randomUUID(),
    revision: screened.revision,
    ...(await sealRestriction(screened, [caseOfficer.signedIn.person.id, second.signedIn.person.id])),
  };
  expect(await office.act(caseOfficer, body.id, circle)).toMatchObject({ ok: true });
  expect(await casesSeenBy(head, body.id)).toEqual([0, 0, 0, 0, 0]);
  expect(await office.ethics.matters.linked(head.signedIn, advice.id)).not.toContainEqual(
    expect.objectContaining({ id: body.id }),
  );
});

test('other centres, other compartments and other directions are refused', async () => {
  for (const officer of [caseOfficer, otherKeeper, otherCaseOfficer, above, aboveKeeper])
    expect(await refer(officer, await sealedBy(officer))).toMatchObject({ code: 'not-found' });
  const ordinary = await office.report('TH-50');
  expect(await refer(head, await sealedBy(head, { matterId: ordinary.id }))).toMatchObject({
    code: 'not-found',
  });
  expect(await refer(keeper, await sealedBy(keeper, { unit: 'TH-57' }))).toMatchObject({
    code: 'not-above',
  });
  expect(await refer(keeper, { ...(await sealedBy(keeper)), epoch: 9 })).toMatchObject({ code: 'stale-key' });
  for (const topic of ['ETHICS_BREACH', 'ADVICE_GIFT', 'NO_SUCH'])
    expect(await refer(keeper, await sealedBy(keeper, { topic }))).toMatchObject({ code: 'unknown-topic' });
  const sent = await sealedBy(keeper);
  await refer(keeper, sent);
  expect(await refer(head, { ...(await sealedBy(head)), id: sent.id })).toMatchObject({ code: 'malformed' });
  expect(await refer(keeper, { ...(await sealedBy(keeper)), id: ordinary.id })).toMatchObject({
    code: 'malformed',
  });
  expect(await refer(keeper, { ...sent, restriction: 'named' })).toMatchObject({ code: 'malformed' });
  expect(await refer(keeper, { ...sent, message: 'AAAA' })).toMatchObject({ code: 'malformed' });
  expect(await refer(keeper, { ...sent, id: randomUUID(), attachments: [randomUUID()] })).toMatchObject({
    code: 'missing-attachment',
  });
});

test('the database opens no case for who does not work on the matter, nor a link made by hand', async () => {
  const body = await sealedBy(keeper);
  const inSql = (officer: Officer, unitCode = 'TH-50', restriction = 'none') =>
    actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) => {
      const { rows } = await sql<{ outcome: string }>`select outcome from ethics.refer(
        ${body.id}, ${advice.id}, '69-TEST-TEST', ${unitCode}, 1, ${restriction}, 'PROCUREMENT', 1024, ${body.dialogueRecipient},
        ${Buffer.from(body.centreGrant, 'base64url')}, ${body.messageId}, ${Buffer.from(body.message, 'base64url')},
        ${Buffer.alloc(32)}, '{}'::uuid[], '[]'::jsonb, '{}', ${Buffer.alloc(16)}, now(), '2026-11-23'::date)`.execute(
        trx,
      );
      return rows[0]!.outcome;
    });
  for (const officer of [caseOfficer, otherKeeper, above, aboveKeeper])
    expect(await inSql(officer)).toBe('not-found');
  expect(await inSql(keeper, 'TH-57')).toBe('not-above');
  expect(await inSql(keeper, 'TH-50', 'named')).toBe('conflict');
  const ordinary = await office.report('TH-50');
  await expect(
    actingAs(office.db.asOfficer, head.signedIn.actor, (trx) =>
      trx
        .insertInto('ethics.handover')
        .values({
          id: randomUUID(),
          case_id: advice.id,
          kind: 'referral',
          to_case: ordinary.id,
          handed_on: '2026-11-23',
          handed_by: head.signedIn.person.id,
          handed_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    sql`select cases.open_case(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)`.execute(
      office.db.asOfficer,
    ),
  ).rejects.toThrow(/permission denied/);
});

/** A breach with its finding and measure goes on to discipline, and the link is seen by who may read both ends. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealNote } from '#features/cases/browser/compose.ts';
import type { ArrivedReport, Officer } from '#features/cases/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type EthicsOffice, openEthicsOffice } from '../testing/ethics-office.ts';

let office: EthicsOffice;
let keeper: Officer;
let head: Officer;
let caseOfficer: Officer;
let above: Officer;
let breach: ArrivedReport;
let ordinary: ArrivedReport;

beforeAll(async () => {
  office = await openEthicsOffice();
  keeper = await office.officer('TH-50', 'ethics-officer');
  head = await office.officer('TH-50', 'head');
  caseOfficer = await office.officer('TH-50', 'case-officer');
  above = await office.officer('MOI', 'ethics-officer', 'head');
  breach = await office.report('TH-50', { story: { topic: 'ETHICS_BREACH' } });
  ordinary = await office.report('TH-50');
});
afterAll(() => office.close());

const finding = (change: object = {}) => ({
  id: randomUUID(),
  caseId: breach.id,
  finding: 'breach' as const,
  standards: ['S6'],
  ...change,
});
const measure = (change: object = {}) => ({
  id: randomUUID(),
  caseId: breach.id,
  measure: 'ADMONITION',
  takenOn: '2026-11-23',
  ...change,
});

async function go(to: string): Promise<void> {
  const desk = await office.desk(keeper, breach.id);
  const note = ['FACT_CHECK', 'FINDING'].includes(to) ? { note: await sealNote(desk, 'เหตุผล') } : {};
  const act = { act: 'change-stage', id: randomUUID(), revision: desk.revision, to, ...note };
  expect(await office.act(keeper, breach.id, act)).toMatchObject({ ok: true });
}

test('a finding waits for the facts, a measure for a breach that was found', async () => {
  const { matters } = office.ethics;
  expect(await matters.recordFinding(keeper.signedIn, finding())).toMatchObject({ code: 'wrong-stage' });
  for (const stage of ['SCREENING', 'FACT_CHECK', 'FINDING']) await go(stage);
  expect(await matters.recordFinding(keeper.signedIn, finding({ standards: [] }))).toMatchObject({
    code: 'malformed',
  });
  expect(await matters.recordFinding(keeper.signedIn, finding({ standards: ['S9'] }))).toMatchObject({
    code: 'malformed',
  });
  const said = finding();
  for (const _ of ['once', 'again'])
    expect(await matters.recordFinding(keeper.signedIn, said)).toMatchObject({ ok: true });
  expect(await matters.recordMeasure(keeper.signedIn, measure())).toMatchObject({ code: 'wrong-stage' });
  await go('MEASURE');
  expect(await matters.recordMeasure(keeper.signedIn, measure({ takenOn: '2026-12-01' }))).toMatchObject({
    code: 'in-the-future',
  });
  expect(await matters.recordMeasure(keeper.signedIn, measure({ measure: 'FLOGGING' }))).toMatchObject({
    code: 'malformed',
  });
  expect(await matters.recordMeasure(head.signedIn, measure())).toMatchObject({ ok: true });
  const view = await matters.view(keeper.signedIn, breach.id, 'th');
  expect(view?.finding).toMatchObject({ finding: 'breach' });
  expect(view?.measures.map(({ name }) => name)).toEqual(['ตักเตือน']);
  expect(view?.possibleMeasures.every(({ unconfirmed }) => unconfirmed)).toBe(true);
});

test('who may not read both ends can neither make nor see the link; a letter to the personnel unit the keeper can note', async () => {
  const { matters } = office.ethics;
  const handover = (change: object) => ({
    id: randomUUID(),
    caseId: breach.id,
    handedOn: '2026-11-23',
    ...change,
  });
  expect(await matters.handOver(keeper.signedIn, handover({ toNumber: ordinary.number }))).toMatchObject({
    code: 'unknown-case',
  });
  expect(
    await matters.handOver(head.signedIn, handover({ toNumber: ordinary.number, letter: 'x' })),
  ).toMatchObject({ code: 'malformed' });
  expect(await matters.handOver(head.signedIn, handover({ toNumber: ordinary.number }))).toMatchObject({
    ok: true,
  });
  expect(await matters.handOver(head.signedIn, handover({ toNumber: ordinary.number }))).toMatchObject({
    code: 'already-linked',
  });
  expect(await matters.handOver(keeper.signedIn, handover({ letter: 'ที่ ชม 0017/88' }))).toMatchObject({
    ok: true,
  });

  expect(await matters.linked(head.signedIn, ordinary.id)).toEqual([
    { id: breach.id, number: breach.number, isEthics: true, isReferral: false },
  ]);
  expect(await matters.linked(head.signedIn, breach.id)).toEqual([
    { id: ordinary.id, number: ordinary.number, isEthics: false, isReferral: false },
  ]);
  expect(await matters.linked(caseOfficer.signedIn, ordinary.id)).toEqual([]);
  expect(await matters.linked(keeper.signedIn, breach.id)).toEqual([]);
  const rows = (officer: Officer) =>
    actingAs(
      office.db.asOfficer,
      officer.signedIn.actor,
      async (trx) => (await trx.selectFrom('ethics.handover').select('id').execute()).length,
    );
  expect(await Promise.all([head, keeper, caseOfficer, above].map(rows))).toEqual([2, 1, 0, 0]);
});

test('a breach at measures is not closed before one is recorded, or the reason for none, by whichever way one tries', async () => {
  const { matters } = office.ethics;
  breach = await office.report('TH-50', { story: { topic: 'ETHICS_BREACH' } });
  const none = (change: object = {}) => ({ id: randomUUID(), caseId: breach.id, reason: 'LEFT', ...change });
  for (const stage of ['SCREENING', 'FACT_CHECK', 'FINDING']) await go(stage);
  expect(await matters.recordNoMeasure(keeper.signedIn, none())).toMatchObject({ code: 'wrong-stage' });
  await go('MEASURE');
  const propose = async () => {
    const desk = await office.desk(keeper, breach.id);
    const note = await sealNote(desk, 'เหตุผล');
    const act = {
      act: 'propose-closing',
      id: randomUUID(),
      revision: desk.revision,
      outcome: 'ETHICS_MEASURES',
    };
    return office.act(keeper, breach.id, { ...act, note });
  };
  expect(await propose()).toMatchObject({ ok: false, code: 'needs-measure' });
  const close = (officer: Officer) =>
    actingAs(office.db.asOfficer, officer.signedIn.actor, async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('cases.case')
        .set({ stage: 'CLOSED' })
        .where('id', '=', breach.id)
        .executeTakeFirst();
      return numUpdatedRows;
    });
  await expect(close(keeper)).rejects.toThrow(/a measure, or the reason for none/);
  expect(await close(caseOfficer)).toBe(0n);

  // A finding that was forgotten can be caught up on; then it stands.
  expect(await matters.recordFinding(keeper.signedIn, finding())).toMatchObject({ ok: true });
  expect(await matters.recordFinding(keeper.signedIn, finding())).toMatchObject({ code: 'wrong-stage' });
  expect(await matters.recordNoMeasure(keeper.signedIn, none({ reason: 'ADMONITION' }))).toMatchObject({
    code: 'malformed',
  });
  for (const officer of [caseOfficer, above])
    expect(await matters.recordNoMeasure(officer.signedIn, none())).toMatchObject({ code: 'not-found' });
  const insert = (officer: Officer, change: object = {}) =>
    actingAs(office.db.asOfficer, officer.signedIn.actor, (trx) =>
      trx
        .insertInto('ethics.no_measure')
        .values({
          id: randomUUID(),
          case_id: breach.id,
          reason: 'LEFT',
          reason_version: 1,
          recorded_by: officer.signedIn.person.id,
          recorded_at: new Date(),
          ...change,
        })
        .execute(),
    );
  await expect(insert(caseOfficer)).rejects.toThrow(/row-level security/);
  await expect(insert(above)).rejects.toThrow(/row-level security/);
  await expect(insert(keeper, { recorded_by: head.signedIn.person.id })).rejects.toThrow(
    /row-level security/,
  );
  await expect(insert(head, { case_id: ordinary.id })).rejects.toThrow(/row-level security/);

  const said = none();
  for (const _ of ['once', 'again'])
    expect(await matters.recordNoMeasure(keeper.signedIn, said)).toMatchObject({ ok: true });
  expect((await matters.view(keeper.signedIn, breach.id, 'en'))?.noMeasures).toEqual([
    { id: said.id, name: 'Left the post or the service, or died' },
  ]);
  expect(await propose()).toMatchObject({ ok: true });
  const { header, matter } = await office.view(head, breach.id);
  const decide = { act: 'decide-closing', id: randomUUID(), revision: header.revision, decision: 'approved' };
  expect(await office.act(head, breach.id, { ...decide, closingId: matter!.closing!.id })).toMatchObject({
    ok: true,
  });
});

test('another compartment, and the tier above, get the answer of a matter that never was', async () => {
  for (const officer of [caseOfficer, above]) {
    expect(await office.ethics.matters.view(officer.signedIn, breach.id, 'th')).toBeUndefined();
    expect(await office.ethics.matters.recordMeasure(officer.signedIn, measure())).toMatchObject({
      code: 'not-found',
    });
  }
});

test('the database refuses a finding on a matter that is not hers, in another’s name, or on no breach', async () => {
  const insert = (officer: Officer, change: object) =>
    actingAs(office.db.asOfficer, officer.signedIn.actor, (trx) =>
      trx
        .insertInto('ethics.finding')
        .values({
          id: randomUUID(),
          case_id: breach.id,
          finding: 'no-breach',
          standards: [],
          found_by: officer.signedIn.person.id,
          found_at: new Date(),
          ...change,
        })
        .execute(),
    );
  await expect(insert(caseOfficer, {})).rejects.toThrow(/row-level security/);
  await expect(insert(keeper, { found_by: head.signedIn.person.id })).rejects.toThrow(/row-level security/);
  await expect(insert(head, { case_id: ordinary.id })).rejects.toThrow(/row-level security/);
  await expect(
    actingAs(office.db.asOfficer, head.signedIn.actor, (trx) => trx.deleteFrom('ethics.finding').execute()),
  ).rejects.toThrow(/permission denied/);
});

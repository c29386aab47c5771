/** Conflicts of interest: declared, decided on, seen by few; and what casework makes of one. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealRestriction } from '#features/cases/browser/compose.ts';
import { type Office, type Officer, openOffice } from '#features/cases/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createEthics } from '../index.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';

describe('a declared conflict', () => {
  let world: EthicsWorld;
  beforeAll(async () => {
    world = await createEthicsWorld();
  });
  afterAll(() => world.stop());
  const view = async (id: string, who = world.clerk) =>
    world.app.ethics.conflicts.view(await world.as(who), id, 'th');

  test('is seen by the officer, her head and the ethics officer; the last decision holds', async () => {
    const { id } = await world.declared();
    expect(await view(id)).toMatchObject({ isOwn: true, action: undefined, isMineToDecide: false });
    expect(await view(id, world.ethicsOfficer)).toMatchObject({ isOwn: false, isMineToDecide: false });
    const head = await world.as(world.head);
    const decide = (action: 'recuse' | 'none') =>
      world.app.ethics.conflicts.decide(head, { id: randomUUID(), conflictId: id, action, reasons: 'เหตุ' });
    expect(await decide('recuse')).toMatchObject({ ok: true });
    world.setNow(new Date('2026-11-24T03:00:00Z'));
    expect(await decide('none')).toMatchObject({ ok: true });
    const seen = await view(id, world.head);
    expect(seen).toMatchObject({ action: 'none', relation: { status: 'confirmed' } });
    expect(seen!.decisions.map(({ action }) => action)).toEqual(['none', 'recuse']);
    world.setNow(new Date('2026-11-23T03:00:00Z'));
  });

  test('of the head is decided by the tier above, and her own officers decide nothing', async () => {
    const { id } = await world.declared({}, world.head);
    expect(await view(id, world.ministryHead)).toMatchObject({ isMineToDecide: true });
    expect(await view(id, world.colleague)).toBeUndefined();
    const own = await world.app.ethics.conflicts.decide(await world.as(world.head), {
      id: randomUUID(),
      conflictId: id,
      action: 'none',
      reasons: 'เอง',
    });
    expect(own).toMatchObject({ code: 'own-conflict' });
  });

  test('that there is none is said once a year, and not beside a conflict', async () => {
    const say = async (who = world.organiser) =>
      world.app.ethics.conflicts.declareNothing(await world.as(who), {
        id: randomUUID(),
        unitId: world.unit('TH-50'),
      });
    const first = await say();
    expect(first).toMatchObject({ ok: true });
    expect(await say()).toEqual(first);
    await world.declared({}, world.colleague);
    expect(await say(world.colleague)).toMatchObject({ code: 'has-declared' });
  });

  test('is a number to the ministry', async () => {
    const desk = await world.app.ethics.conflicts.desk(await world.as(world.planner), 'en');
    expect(desk.others).toEqual([]);
    expect(desk.figures!.find(({ name }) => name === 'Chiang Mai')).toMatchObject({
      officers: 5,
      nothing: 1,
      declared: 3,
      undecided: 2,
    });
    expect((await world.app.ethics.conflicts.desk(await world.as(world.head), 'en')).figures).toBeUndefined();
  });
});

describe('a case', () => {
  let office: Office;
  let somsri: Officer;
  let boonmee: Officer;
  let head: Officer;
  beforeAll(async () => {
    office = await openOffice();
    somsri = await office.officer('TH-50', 'case-officer');
    boonmee = await office.officer('TH-50', 'case-officer');
    head = await office.officer('TH-50', 'head');
  });
  afterAll(() => office.close());

  const noticesOf = (who: Officer) =>
    actingAs(office.db.asOfficer, who.signedIn.actor, (trx) =>
      trx.selectFrom('knowledge.notice').selectAll().execute(),
    );
  const assign = async (caseId: string, who: Officer, to: Officer, change: object = { impartial: true }) =>
    office.act(who, caseId, {
      act: 'assign',
      id: randomUUID(),
      revision: (await office.view(who, caseId)).header.revision,
      personId: to.signedIn.person.id,
      ...change,
    });

  const ethicsOf = () =>
    createEthics({
      ground: office.ground,
      network: office.network,
      cases: office.cases,
      findCase: office.cases.find,
      personsIn: () => [],
      laws: { list: async () => [], find: async () => undefined },
    });
  const conflictIn = (caseId: string) => ({
    id: randomUUID(),
    unitId: somsri.signedIn.appointments[0]!.unitId,
    matter: 'case-panel' as const,
    about: '',
    caseId,
    relation: 'SPOUSE',
    interest: 'PERSONAL',
    detail: 'ผู้ถูกร้องเป็นคู่สมรสของพี่',
  });

  test('that was shut away from the head is shut away with every declaration in it', async () => {
    const ethics = ethicsOf();
    const keeper = await office.officer('TH-50', 'ethics-officer');
    const above = await office.officer('MOI', 'head');
    const elsewhere = await office.officer('TH-57', 'head');
    const report = await office.report('TH-50');
    const desk = await office.desk(somsri, report.id);
    const sealed = await sealRestriction(desk, [somsri.signedIn.person.id, boonmee.signedIn.person.id]);
    const restricted = { act: 'restrict', id: randomUUID(), revision: desk.revision, ...sealed };
    expect(await office.act(somsri, report.id, restricted)).toMatchObject({ ok: true });

    const conflict = conflictIn(report.id);
    expect(await ethics.conflicts.declare(head.signedIn, conflict)).toMatchObject({ code: 'unknown-case' });
    expect(await ethics.conflicts.declare(somsri.signedIn, conflict)).toMatchObject({ ok: true });
    const decision = {
      id: randomUUID(),
      conflictId: conflict.id,
      action: 'none',
      reasons: 'เหตุ',
    } as const;
    for (const who of [head, keeper, elsewhere]) {
      expect(await ethics.conflicts.view(who.signedIn, conflict.id, 'th')).toBeUndefined();
      expect(await ethics.conflicts.decide(who.signedIn, decision)).toMatchObject({ code: 'not-found' });
      await actingAs(office.db.asOfficer, who.signedIn.actor, async (trx) => {
        const found = await sql`select from ethics.conflict where case_id = ${report.id}`.execute(trx);
        expect(found.rows).toEqual([]);
      });
      await expect(
        actingAs(office.db.asOfficer, who.signedIn.actor, (trx) =>
          sql`insert into ethics.conflict_decision (id, conflict_id, action, reasons, decided_by, decided_at)
            values (${randomUUID()}, ${conflict.id}, 'none', 'x', ${who.signedIn.person.id}, now())`.execute(
            trx,
          ),
        ),
      ).rejects.toThrow(/row-level security/);
      expect(JSON.stringify(await noticesOf(who))).not.toContain(conflict.id);
    }
    expect(JSON.stringify(await noticesOf(above))).toContain(conflict.id);
    expect(await ethics.conflicts.decide(above.signedIn, decision)).toMatchObject({ ok: true });
  });

  test('is not assigned before the assigner has made sure, nor to who has declared a conflict in it', async () => {
    const ethics = ethicsOf();
    const report = await office.report('TH-50');
    expect(await assign(report.id, head, somsri, {})).toMatchObject({ code: 'malformed' });
    expect(await assign(report.id, head, somsri, { impartial: false })).toMatchObject({ code: 'malformed' });
    const conflict = conflictIn(report.id);
    expect(await ethics.conflicts.declare(somsri.signedIn, conflict)).toMatchObject({ ok: true });
    // From the declaration on, before anybody has decided.
    expect(await assign(report.id, head, somsri)).toMatchObject({ code: 'recused' });
    expect(await assign(report.id, somsri, somsri)).toMatchObject({ code: 'recused' });
    await expect(
      actingAs(office.db.asOfficer, head.signedIn.actor, (trx) =>
        trx
          .updateTable('cases.case')
          .set({ assigned_to: somsri.signedIn.person.id })
          .where('id', '=', report.id)
          .execute(),
      ),
    ).rejects.toThrow(/conflict of interest/);
    expect(await assign(report.id, head, boonmee)).toMatchObject({ ok: true });
    const decide = (action: 'recuse' | 'divest' | 'none') =>
      ethics.conflicts.decide(head.signedIn, {
        id: randomUUID(),
        conflictId: conflict.id,
        action,
        reasons: 'เหตุ',
      });
    for (const action of ['recuse', 'divest'] as const) {
      office.advance(1);
      expect(await decide(action)).toMatchObject({ ok: true });
      expect(await assign(report.id, head, somsri)).toMatchObject({ code: 'recused' });
    }
    office.advance(1);
    await decide('none');
    expect(await assign(report.id, head, somsri)).toMatchObject({ ok: true });
    const other = await office.report('TH-57');
    expect(
      await ethics.conflicts.declare(somsri.signedIn, { ...conflict, id: randomUUID(), caseId: other.id }),
    ).toMatchObject({ code: 'unknown-case' });
  });
});

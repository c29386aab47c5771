/** Who sees nothing and may do nothing: in the pages' own forms over HTTP, and in SQL as the application's role. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointTest, type TestOfficer } from '#features/network/testing/office.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { selectDecisions } from './conflicts/conflict.queries.ts';
import { createEthicsWorld, type EthicsWorld, photo } from './testing/world.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The clock of the sessions is the real one here, since pages are asked over HTTP.
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const asPerson = <T>(who: TestOfficer, work: (trx: InTransaction) => Promise<T>) => world.inSql(who, work);
const denied = /row-level security/;

describe('a gift', () => {
  const seenBy = async (who: TestOfficer, id: string) =>
    (await asPerson(who, (trx) => trx.selectFrom('ethics.gift').select('id').where('id', '=', id).execute()))
      .length === 1;
  const decideInSql = (who: TestOfficer, giftId: string) =>
    asPerson(who, (trx) =>
      trx
        .insertInto('ethics.gift_decision')
        .values({
          id: randomUUID(),
          gift_id: giftId,
          decision: 'keep',
          reasons: 'x',
          decided_by: who.id,
          decided_at: new Date(),
        })
        .execute(),
    );

  test('is seen by its officer, her head and the ethics officer, and by nobody else', async () => {
    const { gift } = await world.report({ receivedOn: today() }, world.clerk, photo);
    for (const who of [world.clerk, world.head, world.ethicsOfficer]) {
      expect(await seenBy(who, gift.id)).toBe(true);
      expect((await world.get(who, `/office/gifts/${gift.id}`)).statusCode).toBe(200);
      expect((await world.get(who, `/office/gifts/${gift.id}/picture`)).statusCode).toBe(200);
    }
    for (const who of [world.colleague, world.otherHead, world.planner, world.overseer, world.ministryHead]) {
      expect(await seenBy(who, gift.id)).toBe(false);
      expect((await world.get(who, `/office/gifts/${gift.id}`)).statusCode).toBe(404);
      expect((await world.get(who, `/office/gifts/${gift.id}/picture`)).statusCode).toBe(404);
    }
    expect((await world.get(undefined, `/office/gifts/${gift.id}/picture`)).statusCode).toBe(401);
    await expect(sql`select giver from ethics.gift`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('is decided by the head alone, once, and never taken back', async () => {
    const gift = await world.reported({ receivedOn: today() });
    const fields = { intent: 'decide', id: randomUUID(), decision: 'keep', reasons: 'เหตุผล' };
    const path = `/office/gifts/${gift.id}`;
    expect((await world.post(world.clerk, path, fields)).statusCode).toBe(403);
    expect((await world.post(world.ethicsOfficer, path, fields)).statusCode).toBe(403);
    expect((await world.post(world.otherHead, path, fields)).statusCode).toBe(404);
    for (const who of [world.clerk, world.ethicsOfficer, world.otherHead, world.ministryHead])
      await expect(decideInSql(who, gift.id)).rejects.toThrow(denied);
    expect((await world.post(world.head, path, fields)).statusCode).toBe(302);
    const other = await world.post(world.head, path, { ...fields, id: randomUUID(), decision: 'return' });
    expect(other.statusCode).toBe(409);
    for (const change of [
      sql`update ethics.gift_decision set decision = 'return'`,
      sql`delete from ethics.gift_decision`,
      sql`update ethics.gift set value_baht = 1`,
      sql`delete from ethics.gift`,
    ])
      await expect(asPerson(world.head, (trx) => change.execute(trx))).rejects.toThrow(/permission denied/);
  });

  test('of a head is decided by the tier above; of the ministry’s head, by the Permanent Secretary’s line', async () => {
    const own = await world.reported({ receivedOn: today() }, world.head);
    expect(await world.decide(own.id, world.head)).toMatchObject({ code: 'own-gift' });
    await expect(decideInSql(world.head, own.id)).rejects.toThrow(denied);
    await expect(decideInSql(world.otherHead, own.id)).rejects.toThrow(denied);
    expect(await world.decide(own.id, world.ministryHead)).toMatchObject({ ok: true });
    const top = await world.reported({ receivedOn: today(), unitId: world.unit('MOI') }, world.ministryHead);
    expect(await world.decide(top.id, world.ministryHead)).toMatchObject({ code: 'own-gift' });
    expect(await world.decide(top.id, world.overseer)).toMatchObject({ ok: true });
  });

  test('of an officer who has become head meanwhile is no longer hers to decide', async () => {
    const gift = await world.reported({ receivedOn: today() }, world.organiser);
    await appointTest(world.db, world.organiser.id, 'TH-50', 'head');
    await expect(decideInSql(world.organiser, gift.id)).rejects.toThrow(denied);
    await expect(decideInSql(world.head, gift.id)).rejects.toThrow(denied);
    expect(await world.decide(gift.id, world.ministryHead)).toMatchObject({ ok: true });
    await world.db.owner
      .deleteFrom('network.appointment')
      .where('person_id', '=', world.organiser.id)
      .where('role', '=', 'head')
      .execute();
  });

  test('is reported in one’s own name and centre only, with nothing left out', async () => {
    const elsewhere = { unitId: world.unit('TH-83'), receivedOn: today() };
    expect((await world.report(elsewhere)).outcome).toMatchObject({ code: 'forbidden' });
    expect((await world.report({ receivedOn: '2999-01-01' })).outcome).toMatchObject({
      code: 'in-the-future',
    });
    const copy = { ...(await world.reported({ receivedOn: today() })) };
    const inSql = (change: object) =>
      asPerson(world.clerk, (trx) =>
        sql`insert into ethics.gift (id, kind, unit_id, reported_by, reported_at, received_on, giver, relation, relation_version,
            item, value_baht, occasion, reason, verdict, limit_version, report_version, decide_version)
          select ${randomUUID()}::uuid, 'gift', ${(change as { unit?: number }).unit ?? world.unit('TH-50')}::int,
            ${(change as { by?: string }).by ?? world.clerk.id}::uuid, now(), ${copy.receivedOn}::date, 'x', 'OTHER', 1, 'x', 1,
            'x', 'x', 'within', 1, 1, 1`.execute(trx),
      );
    await expect(inSql({ by: world.colleague.id })).rejects.toThrow(denied);
    await expect(inSql({ unit: world.unit('TH-83') })).rejects.toThrow(denied);
    // What the rule says of it is not the reporter's to choose: neither exemption, nor limit, nor the rules of another day.
    const { relation, giver } = copy;
    const judged = (change: object) =>
      asPerson(world.clerk, async (trx) => {
        const { rows } = await sql<{ limit: number; report: number; decide: number }>`
          select ethics.rule_on('LIMIT', ${today()}::date) as limit, ethics.rule_on('REPORT', ${today()}::date) as report,
            ethics.rule_on('DECIDE', ${today()}::date) as decide`.execute(trx);
        const said = {
          by: 'x',
          value: 1,
          verdict: 'within',
          due: null as string | null,
          ...rows[0]!,
          ...change,
        };
        await sql`insert into ethics.gift (id, kind, unit_id, reported_by, reported_at, received_on, giver, relation, relation_version,
            item, value_baht, occasion, reason, verdict, limit_version, report_version, decide_version, report_due_on, decide_due_on)
          values (${randomUUID()}, 'gift', ${world.unit('TH-50')}, ${world.clerk.id}, now(), ${today()}, ${said.by}, ${relation}, 1,
            'x', ${said.value}, 'x', 'x', ${said.verdict}, ${said.limit}, ${said.report}, ${said.decide}, ${said.due}, ${said.due})`.execute(
          trx,
        );
      });
    await judged({});
    await judged({ value: 50_000, verdict: 'over', due: today() });
    for (const untrue of [
      { verdict: 'exempt' },
      { value: 50_000 },
      // Split in two, it stays one.
      { by: giver, value: 1 },
      { limit: 99 },
      { report: 99 },
      { decide: 99 },
    ])
      await expect(judged(untrue), JSON.stringify(untrue)).rejects.toThrow(denied);
    const empty = await world.post(world.clerk, '/office/gifts/new', { id: randomUUID(), kind: 'gift' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('กรอกยังไม่ครบ');
  });

  test('gets its proof from its officer or who keeps the register, and only when it was to be given away', async () => {
    const gift = await world.reported({ receivedOn: today() });
    const dispose = async (who: TestOfficer) =>
      world.app.ethics.gifts.dispose(
        await world.as(who),
        { id: randomUUID(), giftId: gift.id, doneOn: today(), note: 'ใบรับ' },
        photo,
      );
    const inSql = (who: TestOfficer) =>
      asPerson(who, (trx) =>
        trx
          .insertInto('ethics.gift_disposal')
          .values({
            id: randomUUID(),
            gift_id: gift.id,
            done_on: today(),
            note: 'x',
            proof_id: randomUUID(),
            proof_type: 'image/png',
            proof_size: 1,
            proof_sha256: Buffer.alloc(32),
            recorded_by: who.id,
            recorded_at: new Date(),
          })
          .execute(),
      );
    expect(await dispose(world.clerk)).toMatchObject({ code: 'not-to-dispose' });
    await world.decide(gift.id, world.head);
    expect(await dispose(world.colleague)).toMatchObject({ code: 'not-found' });
    await expect(inSql(world.colleague)).rejects.toThrow(denied);
    await expect(inSql(world.otherHead)).rejects.toThrow(denied);
    expect(await dispose(world.ethicsOfficer)).toMatchObject({ ok: true });
    expect(await dispose(world.clerk)).toMatchObject({ code: 'already-disposed' });
  });
});

test('rules are entered by who keeps them for the ministry', async () => {
  const entry = {
    id: randomUUID(),
    kind: 'rule',
    code: 'LIMIT',
    amount: '1',
    unit: 'baht',
    basisTh: 'ฐาน',
    basisEn: 'basis',
    source: 'x',
    status: 'confirmed',
    validFrom: '2999-01-01',
  };
  for (const who of [world.head, world.ministryHead, world.overseer])
    expect((await world.post(who, '/office/gifts/rules', entry)).statusCode).toBe(403);
  await expect(
    asPerson(world.ministryHead, (trx) =>
      sql`insert into ethics.gift_rule (code, version, amount, unit, basis_th, basis_en, source, status, valid_from)
        values ('LIMIT', 9, 1, 'baht', 'x', 'x', 'x', 'confirmed', '2999-01-01')`.execute(trx),
    ),
  ).rejects.toThrow(denied);
  expect((await world.post(world.planner, '/office/gifts/rules', entry)).statusCode).toBe(200);
  const again = { ...entry, id: randomUUID(), validFrom: '2001-01-01' };
  expect((await world.post(world.planner, '/office/gifts/rules', again)).statusCode).toBe(409);
  const wrong = { ...entry, id: randomUUID(), code: 'REPORT' };
  expect((await world.post(world.planner, '/office/gifts/rules', wrong)).statusCode).toBe(422);
});

describe('a conflict', () => {
  const seenBy = async (who: TestOfficer, id: string) =>
    (
      await asPerson(who, (trx) =>
        trx.selectFrom('ethics.conflict').select('id').where('id', '=', id).execute(),
      )
    ).length === 1;

  test('is private to the officer, her superior and the ethics officers of her centre', async () => {
    const { id } = await world.declared();
    for (const who of [world.clerk, world.head, world.ethicsOfficer]) {
      expect(await seenBy(who, id)).toBe(true);
      expect((await world.get(who, `/office/conflicts/${id}`)).statusCode).toBe(200);
    }
    for (const who of [world.colleague, world.otherHead, world.planner, world.overseer, world.ministryHead]) {
      expect(await seenBy(who, id)).toBe(false);
      expect((await world.get(who, `/office/conflicts/${id}`)).statusCode).toBe(404);
    }
    await expect(sql`select about from ethics.conflict`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('is decided by the superior, and by nobody in another’s name', async () => {
    const { id } = await world.declared();
    const fields = { id: randomUUID(), action: 'none', reasons: 'เหตุ' };
    expect((await world.post(world.clerk, `/office/conflicts/${id}`, fields)).statusCode).toBe(403);
    expect((await world.post(world.ethicsOfficer, `/office/conflicts/${id}`, fields)).statusCode).toBe(403);
    expect((await world.post(world.otherHead, `/office/conflicts/${id}`, fields)).statusCode).toBe(404);
    const inSql = (who: TestOfficer, by = who.id) =>
      asPerson(who, (trx) =>
        trx
          .insertInto('ethics.conflict_decision')
          .values({
            id: randomUUID(),
            conflict_id: id,
            action: 'none',
            reasons: 'x',
            decided_by: by,
            decided_at: new Date(),
          })
          .execute(),
      );
    for (const who of [world.clerk, world.ethicsOfficer, world.ministryHead])
      await expect(inSql(who)).rejects.toThrow(denied);
    await expect(inSql(world.clerk, world.head.id)).rejects.toThrow(denied);
    expect((await world.post(world.head, `/office/conflicts/${id}`, fields)).statusCode).toBe(302);
    // The last to come counts, whatever time it claims.
    const decide = (action: string, at: string) =>
      asPerson(world.head, (trx) =>
        trx
          .insertInto('ethics.conflict_decision')
          .values({
            id: randomUUID(),
            conflict_id: id,
            action,
            reasons: 'x',
            decided_by: world.head.id,
            decided_at: new Date(at),
          })
          .execute(),
      );
    await decide('none', '2099-01-01');
    await decide('recuse', '2020-01-01');
    const [last] = await asPerson(world.head, (trx) => selectDecisions(trx, id));
    expect(last!.action).toBe('recuse');
  });

  test('and the yearly word that there is none are declared in one’s own name', async () => {
    const none = (by: string) =>
      asPerson(world.colleague, (trx) =>
        trx
          .insertInto('ethics.conflict_none')
          .values({
            id: randomUUID(),
            person_id: by,
            unit_id: world.unit('TH-50'),
            fiscal_year: 2600,
            declared_at: new Date(),
          })
          .execute(),
      );
    await expect(none(world.clerk.id)).rejects.toThrow(denied);
    await none(world.colleague.id);
    const elsewhere = { id: randomUUID(), unitId: String(world.unit('TH-83')) };
    expect((await world.post(world.clerk, '/office/conflicts', elsewhere)).statusCode).toBe(403);
  });

  test('shows who stands aside from a case only to those who work on it', async () => {
    const recused = await asPerson(world.otherHead, (trx) =>
      sql`select ethics.recused_from(${randomUUID()}::uuid)`.execute(trx),
    );
    expect(recused.rows).toEqual([]);
    const unknown = await world.post(world.clerk, '/office/conflicts/new', {
      id: randomUUID(),
      unitId: String(world.unit('TH-50')),
      matter: 'case-panel',
      caseId: randomUUID(),
      relation: 'KIN',
      interest: 'PERSONAL',
      detail: 'x',
    });
    expect(unknown.statusCode).toBe(409);
  });

  test('is a number above, and no number to a neighbour', async () => {
    const figures = (who: TestOfficer) =>
      asPerson(who, (trx) =>
        sql<{ unit_id: number }>`select unit_id from ethics.conflict_figures(2570)`.execute(trx),
      ).then(({ rows }) => rows.map(({ unit_id }) => unit_id));
    expect(await figures(world.planner)).toHaveLength(91);
    expect(await figures(world.otherHead)).toEqual([world.unit('TH-83')]);
  });
});

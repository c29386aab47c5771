/** A year of the pledge: situations drawn, answered until right, pledged once; the code written and extended; who may do none of it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The clock of the sessions is the real one here, since pages are asked over HTTP.
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const denied = /row-level security/;
const codes = () => world.app.ethics.codes;
const pledges = () => world.app.ethics.pledges;
const today = () => civilDate(new Date());
const presentYear = () => fiscalYearOf(today());

const begin = async (who: TestOfficer, unit = 'TH-50', id = randomUUID()) =>
  pledges().begin(await world.as(who), { id, unitId: world.unit(unit), regime: 'CIVIL' });

/** The answer to the situation that is asked now, by the owner's knowledge of the bank. */
async function choice(who: TestOfficer, isRight: boolean) {
  const { asked } = await pledges().view(await world.as(who), 'th');
  const option = await world.db.owner
    .selectFrom('ethics.scenario_option')
    .select('position')
    .where('scenario_id', '=', asked!.id)
    .where('is_right', '=', isRight)
    .executeTakeFirstOrThrow();
  return { id: randomUUID(), scenarioId: asked!.id, position: option.position };
}
const answer = async (who: TestOfficer, isRight: boolean) =>
  pledges().answer(await world.as(who), await choice(who, isRight));
async function answerAll(who: TestOfficer, firstIsWrong = false) {
  if (firstIsWrong) await answer(who, false);
  while ((await pledges().view(await world.as(who), 'th')).asked) await answer(who, true);
}
const acts = async (act: string) =>
  (
    await sql<{
      entry: string;
    }>`select entry from (select entry from ledger.outbox union select entry from ledger.entry) all_acts
      where entry like ${`%"${act}"%`}`.execute(world.db.owner)
  ).rows;

describe('a pledge', () => {
  test('asks until each answer is right, tells why, and is given once a year', async () => {
    const begun = randomUUID();
    expect(await begin(world.clerk, 'TH-50', begun)).toMatchObject({ ok: true, value: { id: begun } });
    expect(await begin(world.clerk)).toMatchObject({ ok: true, value: { id: begun } });
    const signedIn = await world.as(world.clerk);
    const first = (await pledges().view(signedIn, 'th')).asked!;
    expect(JSON.stringify(first)).not.toMatch(/isRight|why/);
    expect(await pledges().give(signedIn, { id: randomUUID() })).toMatchObject({ code: 'not-answered' });
    expect(await answer(world.clerk, false)).toMatchObject({ value: { isRight: false } });
    const told = (await pledges().view(signedIn, 'th')).asked!;
    expect(told.id).toBe(first.id);
    expect(told.wrong!.why.length).toBeGreaterThan(10);
    await answerAll(world.clerk);
    const ready = await pledges().view(signedIn, 'en');
    expect(ready.learned).toHaveLength(4);
    expect(ready.pledged).toBeUndefined();
    const id = randomUUID();
    const both = await Promise.all([pledges().give(signedIn, { id }), pledges().give(signedIn, { id })]);
    expect(both).toEqual([
      { ok: true, value: { id } },
      { ok: true, value: { id } },
    ]);
    expect(await pledges().give(signedIn, { id: randomUUID() })).toEqual({ ok: true, value: { id } });
    const row = await world.db.owner.selectFrom('ethics.pledge').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ person_id: world.clerk.id, regime: 'CIVIL', code_version: 1 });
    const recorded = await acts('ethics.pledged');
    expect(recorded).toHaveLength(1);
    expect(recorded[0]!.entry).not.toContain(world.clerk.id);
  });

  test('keeps the situations drawn when the bank changes meanwhile, and its code when a version follows', async () => {
    await begin(world.colleague);
    const before = (await pledges().view(await world.as(world.colleague), 'th')).asked!;
    expect(await codes().endScenario(await world.as(world.planner), before.id)).toMatchObject({ ok: true });
    const code = (await codes().desk(await world.as(world.planner), 'th')).codes[0]!;
    const next = {
      ...code,
      kind: 'code',
      id: randomUUID(),
      code: code.regime,
      validFrom: today(),
      situations: '5',
    };
    expect(await codes().enter(await world.as(world.planner), next)).toMatchObject({ value: { version: 2 } });
    expect(await codes().enter(await world.as(world.planner), next)).toMatchObject({ value: { version: 2 } });
    expect((await pledges().view(await world.as(world.colleague), 'th')).asked!.id).toBe(before.id);
    await answerAll(world.colleague);
    await pledges().give(await world.as(world.colleague), { id: randomUUID() });
    const row = await world.db.owner
      .selectFrom('ethics.pledge')
      .select('code_version')
      .where('person_id', '=', world.colleague.id)
      .executeTakeFirstOrThrow();
    expect(row.code_version).toBe(1);
    await begin(world.head);
    expect((await pledges().view(await world.as(world.head), 'th')).round).toMatchObject({ all: 5 });
  });

  test('and its answers are read by nobody else, nor given in another’s name, nor without the right answers', async () => {
    await begin(world.organiser);
    const { round } = await pledges().view(await world.as(world.organiser), 'th');
    for (const who of [world.head, world.ethicsOfficer, world.ministryHead, world.planner, world.overseer])
      for (const table of ['pledge_round', 'pledge_answer', 'pledge'] as const)
        expect(
          await world.inSql(who, (trx) =>
            sql`select from ethics.${sql.raw(table)} seen
              where to_jsonb(seen) ->> 'round_id' in (select id::text from ethics.pledge_round where person_id <> ${who.id})
                or to_jsonb(seen) ->> 'person_id' <> ${who.id}`.execute(trx),
          ),
        ).toMatchObject({ rows: [] });
    await expect(sql`select from ethics.pledge`.execute(world.db.asPublic)).rejects.toThrow(/permission/);
    const pledgeAs = (who: TestOfficer, person: string) =>
      world.inSql(who, (trx) =>
        sql`insert into ethics.pledge (id, round_id, person_id, unit_id, fiscal_year, regime, code_version, pledged_at, ledger_id)
          select gen_random_uuid(), round.id, ${person}, round.unit_id, round.fiscal_year, round.regime, round.code_version, now(), 1
          from (values (${round!.id}::uuid, ${world.unit('TH-50')}::int, ${presentYear()}::int, 'CIVIL', 2)) round (id, unit_id, fiscal_year, regime, code_version)`.execute(
          trx,
        ),
      );
    await expect(pledgeAs(world.organiser, world.organiser.id)).rejects.toThrow(denied);
    await expect(pledgeAs(world.head, world.organiser.id)).rejects.toThrow(denied);
    const { asked } = await pledges().view(await world.as(world.organiser), 'th');
    await expect(
      world.inSql(world.head, (trx) =>
        sql`insert into ethics.pledge_answer (id, round_id, scenario_id, position, answered_at)
          values (gen_random_uuid(), ${round!.id}, ${asked!.id}, 1, now())`.execute(trx),
      ),
    ).rejects.toThrow(denied);
    await answerAll(world.organiser);
    await world.inSql(world.organiser, async (trx) => {
      const { rows } = await sql<{
        right: boolean;
      }>`select ethics.answered_rightly(${round!.id}) as right`.execute(trx);
      expect(rows[0]!.right).toBe(true);
    });
    await expect(
      world.inSql(world.organiser, (trx) => sql`delete from ethics.pledge_answer`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
  });

  test('by the page: nothing chosen keeps the page and says so; another centre is refused', async () => {
    const fields = {
      intent: 'begin',
      id: randomUUID(),
      unitId: String(world.unit('TH-83')),
      regime: 'CIVIL',
    };
    expect((await world.post(world.ethicsOfficer, '/office/pledge', fields)).statusCode).toBe(403);
    const own = { ...fields, unitId: String(world.unit('TH-50')) };
    expect((await world.post(world.ethicsOfficer, '/office/pledge', own)).statusCode).toBe(302);
    const empty = await world.post(world.ethicsOfficer, '/office/pledge', {
      intent: 'answer',
      id: randomUUID(),
      scenarioId: (await pledges().view(await world.as(world.ethicsOfficer), 'th')).asked!.id,
    });
    expect(empty.statusCode).toBe(422);
    expect((await world.get(undefined, '/office/pledge/memo.pdf')).statusCode).toBe(401);
  });
});

describe('figures', () => {
  const as = async (who: TestOfficer) => (await world.app.network.findSession(who.cookie))!;
  const figuresOf = async (who: TestOfficer, unit: string) => {
    const figures = await pledges().figures(await world.as(who), 'th');
    return { figures, row: figures.rows.find(({ unitId }) => unitId === world.unit(unit)) };
  };

  test('say of fewer than five only whether all have, and of nobody else’s centres anything', async () => {
    const { figures, row } = await figuresOf(world.planner, 'TH-83');
    expect(figures.rows.length).toBeGreaterThan(80);
    expect(row).toMatchObject({ officers: undefined, pledged: undefined, isComplete: false });
    await begin(world.otherHead, 'TH-83');
    await answerAll(world.otherHead);
    await pledges().give(await world.as(world.otherHead), { id: randomUUID() });
    expect((await figuresOf(world.planner, 'TH-83')).row).toMatchObject({
      officers: undefined,
      isComplete: true,
    });
    const neighbour = await figuresOf(world.otherHead, 'TH-50');
    expect(neighbour.row).toBeUndefined();
    const seen = await world.inSql(world.otherHead, (trx) =>
      sql<{ unit_id: number }>`select unit_id from ethics.pledge_figures(${presentYear()})`.execute(trx),
    );
    expect(seen.rows.map(({ unit_id }) => unit_id)).toEqual([world.unit('TH-83')]);
    expect((await figuresOf(world.head, 'TH-50')).row).toMatchObject({ officers: 5, pledged: 2 });
  });

  test('count misses five people at a time: the fifth brings them, the sixth changes nothing', async () => {
    const missesOf = (unit: string) =>
      world.inSql(world.planner, async (trx) => {
        const { rows } = await sql<{ answered: number; missed: number }>`
          select answered, missed from ethics.pledge_misses(${presentYear()}) where unit_id = ${world.unit(unit)}`.execute(
          trx,
        );
        return rows;
      });
    // One situation for every standard, so that all five are asked the same.
    await world.db.owner.updateTable('ethics.scenario').set({ ended_at: new Date() }).execute();
    await world.db.owner
      .updateTable('ethics.scenario')
      .set({ ended_at: null })
      .where('standard', 'in', ['S1', 'S2', 'S3', 'S4', 'S6'])
      .where('id', 'in', (query) =>
        query
          .selectFrom('ethics.scenario as one')
          .select(sql<string>`min(one.id::text)::uuid`.as('id'))
          .groupBy('one.standard'),
      )
      .execute();
    for (let at = 0; at < 6; at++) {
      // A minute apart, for who pledged first is counted first.
      world.setNow(new Date(world.ground.now().getTime() + 60_000));
      const officer = await anOfficer(world.db, 'TH-57', ['case-officer']);
      const signedIn = await as(officer);
      await pledges().begin(signedIn, { id: randomUUID(), unitId: world.unit('TH-57'), regime: 'CIVIL' });
      for (let first = at < 2; ; first = false) {
        const { asked } = await pledges().view(signedIn, 'th');
        if (!asked) break;
        const { position } = await world.db.owner
          .selectFrom('ethics.scenario_option')
          .select('position')
          .where('scenario_id', '=', asked.id)
          .where('is_right', '=', !first)
          .executeTakeFirstOrThrow();
        await pledges().answer(signedIn, { id: randomUUID(), scenarioId: asked.id, position });
      }
      await pledges().give(signedIn, { id: randomUUID() });
      const rows = await missesOf('TH-57');
      if (at < 4) expect(rows).toEqual([]);
      else {
        expect(rows.map(({ answered }) => answered)).toEqual([5, 5, 5, 5, 5]);
        expect(rows.reduce((sum, { missed }) => sum + missed, 0)).toBe(2);
      }
    }
  });

  test('leave as memo and workbook', async () => {
    const memo = await world.get(world.planner, '/office/pledge/memo.pdf');
    expect([memo.statusCode, memo.headers['content-type']]).toEqual([200, 'application/pdf']);
    const sheet = await world.get(world.planner, '/office/pledge/figures.xlsx?show=complete&lang=en');
    const read = await readSheet(sheet.rawPayload, 'pledges.xlsx', { maxRows: 200, maxColumns: 10 });
    const names = read.ok ? read.rows.slice(1).map(([name]) => name) : [];
    expect(names.toSorted()).toEqual(['Chiang Rai', 'Phuket']);
  });

  test('lead to a reminder for every officer of the centres that are not done, by who may', async () => {
    const path = '/office/pledge/figures';
    expect((await world.post(world.clerk, path, { id: randomUUID() })).statusCode).toBe(403);
    const fields = { id: randomUUID() };
    for (let twice = 0; twice < 2; twice++)
      expect((await world.post(world.planner, path, fields)).statusCode).toBe(302);
    const notice = await world.db.owner
      .selectFrom('knowledge.notice')
      .selectAll()
      .where('object_id', 'like', 'pledge.%')
      .execute();
    expect(notice).toHaveLength(1);
    expect(notice[0]!.audience_units).toContain(world.unit('TH-50'));
    expect(notice[0]!.audience_units).not.toContain(world.unit('TH-83'));
    expect(await pledges().remind(await world.as(world.otherHead), { id: randomUUID() })).toMatchObject({
      code: 'nobody-missing',
    });
  });
});

describe('what one does and does not', () => {
  const row = (change: object = {}) => ({
    id: randomUUID(),
    regime: '',
    standard: 'S2',
    kind: 'dont' as const,
    behaviourTh: 'ไม่รับฝากเงินสดจากผู้ชำระค่าธรรมเนียม',
    behaviourEn: '',
    exampleTh: 'ให้โอนเข้าบัญชีของสำนักงานเท่านั้น',
    exampleEn: '',
    ...change,
  });

  test('is added by a centre for itself, published for its readers alone, changed and taken out', async () => {
    const unitId = world.unit('TH-50');
    const own = row({ unitId });
    expect(await codes().writeConduct(await world.as(world.head), own)).toMatchObject({ ok: true });
    expect(await codes().writeConduct(await world.as(world.head), own)).toMatchObject({ ok: true });
    const page = (query: string) => world.get(undefined, `/ethics/code${query}`);
    expect((await page('')).body).not.toContain('ไม่รับฝากเงินสด');
    const shown = (await page('?centre=TH-50&regime=CIVIL')).body;
    expect(shown).toContain('ไม่รับฝากเงินสด');
    expect(shown).toContain('20 พฤษภาคม 2564');
    expect(shown).not.toContain('<script');
    const next = row({ unitId, behaviourTh: 'ไม่รับเงินสดทุกกรณี', replaces: own.id });
    expect(await codes().writeConduct(await world.as(world.ethicsOfficer), next)).toMatchObject({ ok: true });
    const late = row({ unitId, replaces: own.id });
    expect(await codes().writeConduct(await world.as(world.head), late)).toMatchObject({
      code: 'already-replaced',
    });
    const after = (await page('?centre=TH-50')).body;
    expect(after).toContain('ไม่รับเงินสดทุกกรณี');
    expect(after).not.toContain('ไม่รับฝากเงินสด');
    const pdf = await page('.pdf?centre=TH-50&lang=en');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const sheet = await readSheet((await page('.xlsx?centre=TH-50')).rawPayload, 'code.xlsx', {
      maxRows: 100,
      maxColumns: 10,
    });
    expect(sheet.ok && sheet.rows.map((cells) => cells[2])).toContain('ไม่รับเงินสดทุกกรณี');
    expect(await codes().endConduct(await world.as(world.head), next.id)).toMatchObject({ ok: true });
    expect((await page('?centre=TH-50')).body).not.toContain('ไม่รับเงินสดทุกกรณี');
    expect(await acts('ethics.conduct-written')).toHaveLength(2);
    expect(await acts('ethics.conduct-ended')).toHaveLength(1);
  });

  test('is written for the network by the ministry alone, and for a centre by its head or ethics officer alone', async () => {
    const all = { ...row(), intent: 'conduct' };
    const own = { ...row({ unitId: String(world.unit('TH-50')) }), intent: 'conduct' };
    for (const who of [world.head, world.clerk, world.ministryHead, world.overseer])
      expect((await world.post(who, '/office/codes', all)).statusCode).toBe(403);
    for (const who of [world.otherHead, world.clerk, world.planner])
      expect((await world.post(who, '/office/codes', own)).statusCode).toBe(403);
    expect((await world.post(world.planner, '/office/codes', all)).statusCode).toBe(200);
    const inSql = (who: TestOfficer, unit: number | null) =>
      world.inSql(who, (trx) =>
        sql`insert into ethics.conduct (id, unit_id, standard, kind, behaviour_th, example_th, entered_by)
          values (gen_random_uuid(), ${unit}, 'S1', 'do', 'x', 'x', ${who.id})`.execute(trx),
      );
    for (const who of [world.head, world.ministryHead])
      await expect(inSql(who, null)).rejects.toThrow(denied);
    for (const who of [world.otherHead, world.planner, world.clerk])
      await expect(inSql(who, world.unit('TH-50'))).rejects.toThrow(denied);
    const ended = await world.inSql(world.otherHead, (trx) =>
      trx.updateTable('ethics.conduct').set({ ended_at: new Date() }).executeTakeFirst(),
    );
    expect(ended.numUpdatedRows).toBe(0n);
    await expect(
      world.inSql(world.planner, (trx) => sql`update ethics.conduct set behaviour_th = 'x'`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
  });

  test('codes, standards and the bank are the ministry’s', async () => {
    const { standards, codes: all } = await codes().desk(await world.as(world.planner), 'th');
    const standard = { ...standards[0]!, kind: 'standard', id: randomUUID(), validFrom: today() };
    expect(await codes().enter(await world.as(world.head), standard)).toMatchObject({ code: 'forbidden' });
    expect(
      await codes().enter(await world.as(world.planner), { ...standard, validFrom: '2019-01-01' }),
    ).toMatchObject({
      code: 'not-later',
    });
    expect(await codes().enter(await world.as(world.planner), standard)).toMatchObject({ ok: true });
    const regime = { ...all[1]!, kind: 'code', code: '', id: randomUUID(), validFrom: today() };
    expect(await codes().enter(await world.as(world.planner), regime)).toMatchObject({
      value: { version: 1 },
    });
    const option = (isRight: boolean) => ({ textTh: 'x', textEn: 'x', whyTh: 'x', whyEn: 'x', isRight });
    const situation = {
      id: randomUUID(),
      standard: 'S5',
      situationTh: 'x',
      situationEn: 'x',
      options: [option(true), option(false), option(false)],
    };
    expect(await codes().writeScenario(await world.as(world.head), situation)).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await codes().writeScenario(await world.as(world.planner), {
        ...situation,
        options: [option(true), option(true)],
      }),
    ).toMatchObject({ code: 'malformed' });
    expect(await codes().writeScenario(await world.as(world.planner), situation)).toMatchObject({ ok: true });
    for (const statement of [
      sql`insert into ethics.scenario (id, standard, situation_th, situation_en, entered_by) values (gen_random_uuid(), 'S1', 'x', 'x', ${world.head.id})`,
      sql`insert into ethics.scenario_option values (${situation.id}, 5, 'x', 'x', 'x', 'x', false)`,
      sql`insert into ethics.standard select gen_random_uuid(), code, 9, name_th, name_en, sort, basis_th, basis_en, source, status, valid_from from ethics.standard limit 1`,
    ])
      await expect(world.inSql(world.head, (trx) => statement.execute(trx))).rejects.toThrow(denied);
  });
});

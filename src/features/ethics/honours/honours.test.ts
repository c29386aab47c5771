/** From the end of nomination to the public roll: committee, clearance, approval; and who may do none of it, in SQL too. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, type TestOfficer } from '#features/network/testing/office.ts';
import { createHonoursWorld, type HonoursWorld, type Nominee, nominees } from './testing/world.ts';

let world: HonoursWorld;
beforeAll(async () => {
  world = await createHonoursWorld();
  await world.open();
  for (const name of nominees) {
    await world.handIn(name);
    world.must(await world.consent(name, name !== 'nurse'));
  }
  await world.close();
});
afterAll(() => world.stop());

const denied =
  /row-level security|permission denied|nomination is closed|stays as it is|second person|who nominates|not the next step|runs the round|approves|answers for it|check constraint/;
const sqlAs = (who: TestOfficer, text: ReturnType<typeof sql>) =>
  world.inSql(who, async (trx) => {
    const { numAffectedRows, rows } = await text.execute(trx);
    if (numAffectedRows === 0n) throw new Error('permission denied: no row');
    return rows;
  });
const names = async () =>
  (await world.honours.published('th')).sections
    .find(({ code }) => code === 'PERSON')
    ?.names.map(({ name }) => name);
const view = async (who: TestOfficer, name: Nominee) =>
  world.honours.view(await world.as(who), world.ids[name], 'th');

describe('a year of honours', () => {
  test('is scored by a committee of others, each seeing her own marks alone', async () => {
    const { honours, as } = world;
    for (const who of [world.clerk, world.head, world.ethicsOfficer])
      expect(
        await honours.nameMember(await as(world.planner), { id: world.roundId, personId: who.id }),
      ).toMatchObject({ code: 'not-eligible' });
    expect(
      await honours.nameMember(await as(world.overseer), { id: world.roundId, personId: world.memberA.id }),
    ).toMatchObject({ code: 'forbidden' });
    for (const [who, member] of [
      [world.planner, world.clerk],
      [world.planner, world.head],
      [world.overseer, world.memberA],
    ] as const)
      await expect(
        sqlAs(
          who,
          sql`insert into ethics.honour_member values (${world.roundId}, ${member.id}, ${who.id}, now())`,
        ),
      ).rejects.toThrow(denied);
    await world.nameMembers();
    // Of TH-50 herself: she steps aside from its nominees, and scores the others.
    world.must(
      await honours.nameMember(await as(world.planner), { id: world.roundId, personId: world.colleague.id }),
    );
    expect(await world.score(world.colleague, 'clerk', 90, 90)).toMatchObject({ code: 'forbidden' });
    expect(await world.score(world.colleague, 'nurse', 90, 90)).toMatchObject({ ok: true });
    expect(await world.score(world.clerk, 'clerk', 100, 100)).toMatchObject({ code: 'forbidden' });
    expect(await world.score(world.stranger, 'clerk', 100, 100)).toMatchObject({ code: 'not-found' });
    expect(await world.score(world.memberA, 'clerk', 100)).toMatchObject({ code: 'malformed' });
    const inSql = (who: TestOfficer, by = who.id) =>
      sqlAs(who, sql`insert into ethics.honour_score values (${world.ids.clerk}, ${by}, array[100, 100])`);
    for (const who of [world.clerk, world.colleague, world.planner, world.stranger])
      await expect(inSql(who)).rejects.toThrow(denied);
    await expect(inSql(world.memberA, world.memberB.id)).rejects.toThrow(denied);
    // Whoever runs the round may give more days, never fewer.
    const late = async (who: TestOfficer, until: string) =>
      honours.extend(await as(who), { id: world.roundId, until });
    expect(await late(world.overseer, '2027-01-31')).toMatchObject({ code: 'forbidden' });
    expect(await late(world.planner, '2026-12-01')).toMatchObject({ code: 'not-later' });
    await expect(
      sqlAs(world.overseer, sql`select ethics.extend_honour_scoring(${world.roundId}, '2027-01-31')`),
    ).rejects.toThrow(denied);
    for (let twice = 0; twice < 2; twice++)
      expect(await late(world.planner, '2027-01-31')).toMatchObject({ ok: true });
    await world.scoreAll({ clerk: 90, organiser: 80, nurse: 95, surveyor: 60 });
    expect((await view(world.memberA, 'clerk'))?.scores).toEqual([90, 90]);
    for (const who of [world.memberA, world.memberB]) {
      const seen = await world.inSql(who, (trx) =>
        trx.selectFrom('ethics.honour_score').select('member_id').distinct().execute(),
      );
      expect(seen).toEqual([{ member_id: who.id }]);
    }
    for (const who of [world.planner, world.overseer, world.auditor, world.clerk, world.head])
      expect(
        await world.inSql(who, (trx) => trx.selectFrom('ethics.honour_score').selectAll().execute()),
      ).toEqual([]);
    const progress = (await honours.round(await as(world.planner), 'th'))!.members;
    expect(progress.map(({ scored, toScore }) => [scored, toScore]).sort()).toEqual([
      [1, 2],
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
    expect(
      await world.inSql(world.auditor, (trx) =>
        sql`select from ethics.honour_progress(${world.roundId})`.execute(trx).then(({ rows }) => rows),
      ),
    ).toEqual([]);
  });

  test('asks each centre once about its whole list, and keeps what was answered from everybody', async () => {
    expect(await world.closeScoring()).toMatchObject({ code: 'unanswered' });
    const list = await world.honours.clearance(await world.as(world.ministryHead), 'th');
    expect(list?.centres.map((centre) => centre.list.length)).toEqual([4]);
    for (const who of [
      world.clerk,
      world.head,
      world.planner,
      world.stranger,
      world.otherHead,
      world.overseer,
    ])
      expect((await world.honours.clearance(await world.as(who), 'th'))?.centres).toEqual([]);
    for (const [who, unit] of [
      [world.clerk, 'TH-50'],
      [world.head, 'TH-50'],
      [world.ministryHead, 'TH-50'],
      [world.colleague, 'MOI'],
      [world.colleague, 'TH-83'],
      [world.planner, 'MOI'],
      [world.overseer, 'MOI'],
    ] as const) {
      expect(await world.answer(who, unit)).toMatchObject({ code: 'forbidden' });
      await expect(
        sqlAs(
          who,
          sql`select ethics.answer_honours(${randomUUID()}, ${world.roundId}, ${world.unit(unit)}, '{}', now())`,
        ),
      ).rejects.toThrow(denied);
    }
    expect(await world.answer(world.colleague, 'TH-50', [world.ids.nurse])).toMatchObject({
      code: 'malformed',
    });
    const once = randomUUID();
    for (let twice = 0; twice < 2; twice++)
      expect(await world.answer(world.colleague, 'TH-50', [world.ids.clerk], once)).toMatchObject({
        ok: true,
      });
    expect(await world.answer(world.colleague, 'TH-50', [])).toMatchObject({ code: 'answered-already' });
    await expect(
      sqlAs(
        world.colleague,
        sql`select ethics.answer_honours(${randomUUID()}, ${world.roundId}, ${world.unit('TH-50')}, '{}', now())`,
      ),
    ).rejects.toThrow(/answers once/);
    expect(await world.answer(world.ministryHead, 'MOI')).toMatchObject({ ok: true });
    for (const who of Object.values(world.people))
      for (const text of [
        sql`select is_held from ethics.honour_verdict`,
        sql`select count(*) from ethics.honour_verdict`,
        sql`delete from ethics.honour_verdict`,
        sql`update ethics.honour_verdict set is_held = false`,
        sql`select ethics.honour_concerns(${world.roundId}, 1)`,
        sql`select ethics.honour_answerers(${world.roundId}, 1)`,
        sql`select ethics.is_honour_nominee(${world.roundId}, ${world.clerk.id})`,
      ])
        await expect(sqlAs(who, text)).rejects.toThrow(/permission denied/);
    await expect(sql`select from ethics.honour_verdict`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`select from ethics.honour_verdict`.execute(world.db.asWorker)).rejects.toThrow(
      /permission denied/,
    );
    // One row a nominee and centre, whatever was said; one entry of one shape.
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ethics.honour_verdict group by unit_id order by 1`.execute(
      world.db.owner,
    );
    expect(rows.map(({ n }) => n)).toEqual([2, 4]);
    const entries = (await actsSoFar(world.db)).filter(({ act }) => act === 'ethics.honours-list-answered');
    expect(entries.map(({ unit }) => unit)).toEqual(['TH-50', 'MOI']);
    expect({ ...entries[0], unit: '' }).toEqual({ ...entries[1], unit: '' });
  });

  test('has its roll drawn up by the database, approved by a second person, and nothing kept behind it', async () => {
    expect(await world.closeScoring(world.overseer)).toMatchObject({ code: 'forbidden' });
    await expect(
      sqlAs(world.overseer, sql`select ethics.close_honour_scoring(${world.roundId})`),
    ).rejects.toThrow(denied);
    expect(await world.approve()).toMatchObject({ code: 'changed-meanwhile' });
    for (let twice = 0; twice < 2; twice++)
      expect(await world.closeScoring(world.ministryHead)).toMatchObject({ ok: true });
    expect(await world.score(world.memberA, 'clerk', 1, 1)).toMatchObject({ code: 'not-open' });
    expect(await names()).toBeUndefined();
    for (const who of [world.head, world.auditor, world.memberA, world.organiser])
      expect(
        await world.inSql(who, (trx) => trx.selectFrom('ethics.honour_roll').selectAll().execute()),
      ).toEqual([]);
    expect(await world.approve(world.ministryHead)).toMatchObject({ code: 'second-person' });
    await expect(
      sqlAs(world.ministryHead, sql`select ethics.publish_honours(${world.roundId}, now())`),
    ).rejects.toThrow(denied);
    for (const who of [world.planner, world.auditor, world.head]) {
      expect(await world.approve(who)).toMatchObject({ code: 'forbidden' });
      await expect(sqlAs(who, sql`select ethics.publish_honours(${world.roundId}, now())`)).rejects.toThrow(
        denied,
      );
    }
    // Held: clerk. No consent: nurse. Below the threshold: surveyor.
    const proposed = (await world.honours.round(await world.as(world.overseer), 'th'))!.sections;
    expect(proposed.flatMap((section) => section.names.map(({ name }) => name))).toEqual([
      'นายorganiser ใจซื่อ',
    ]);
    for (let twice = 0; twice < 2; twice++) expect(await world.approve()).toMatchObject({ ok: true });
    expect(await names()).toEqual(['นายorganiser ใจซื่อ']);
    for (const table of ['honour_verdict', 'honour_score'])
      expect((await sql`select from ${sql.raw(`ethics.${table}`)}`.execute(world.db.owner)).rows).toEqual([]);
    expect((await view(world.head, 'organiser'))?.standing).toBe('on-roll');
    for (const [who, name] of [
      [world.head, 'clerk'],
      [world.clerk, 'clerk'],
      [world.otherHead, 'nurse'],
      [world.nurse, 'nurse'],
      [world.surveyor, 'surveyor'],
    ] as const)
      expect((await view(who, name))?.standing).toBe('not-on-roll');
  });

  test('loses a name when its bearer asks, without a trace on the roll and without a name in the ledger', async () => {
    expect(await world.consent('surveyor', true)).toMatchObject({ ok: true });
    expect(await world.consent('nurse', true)).toMatchObject({ code: 'changed-meanwhile' });
    await expect(
      sqlAs(
        world.nurse,
        sql`update ethics.honour_consent set is_given = true where nomination_id = ${world.ids.nurse}`,
      ),
    ).rejects.toThrow(/drawn up/);
    expect(await world.consent('organiser', false)).toMatchObject({ ok: true });
    expect(await names()).toEqual([]);
    expect((await view(world.head, 'organiser'))?.standing).toBe('not-on-roll');
    const gone = (await actsSoFar(world.db)).filter(({ act }) => act === 'ethics.honours-name-withdrawn');
    expect(gone).toHaveLength(1);
    expect(JSON.stringify(gone)).not.toContain(world.ids.organiser);
    expect(JSON.stringify(gone)).not.toContain(world.organiser.id);
  });

  test('tells the ledger no mark, no answer and no name', async () => {
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act.startsWith('ethics.honour'));
    expect(new Set(acts.map(({ act }) => act))).toEqual(
      new Set([
        'ethics.honour-category-entered',
        'ethics.honours-opened',
        'ethics.honour-drafted',
        'ethics.honour-handed-in',
        'ethics.honour-consent-answered',
        'ethics.honours-nomination-closed',
        'ethics.honours-member-named',
        'ethics.honours-scoring-extended',
        'ethics.honour-scored',
        'ethics.honours-list-answered',
        'ethics.honours-scoring-closed',
        'ethics.honours-published',
        'ethics.honours-name-withdrawn',
      ]),
    );
    const text = JSON.stringify(acts);
    for (const { id } of Object.values(world.people)) expect(text).not.toContain(id);
    expect(text).not.toMatch(/held|isGiven|scores"/);
  });
});

/** Categories, nominations by two persons, consent, the end of nomination; and who may do none of it, in SQL too. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { aCategory, createHonoursWorld, type HonoursWorld, type Nominee } from './testing/world.ts';

let world: HonoursWorld;
beforeAll(async () => {
  world = await createHonoursWorld();
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
const view = async (who: TestOfficer, name: Nominee) =>
  world.honours.view(await world.as(who), world.ids[name], 'th');

describe('a nomination', () => {
  test('has categories that the ministry enters until the round begins, and nobody else', async () => {
    for (const who of [world.head, world.ministryHead, world.overseer])
      expect(await world.honours.enterCategory(await world.as(who), aCategory())).toMatchObject({
        code: 'forbidden',
      });
    for (const wrong of [
      { criteria: 'ซื่อสัตย์' } as Record<string, string>,
      { criteria: '0 | ก | a' },
      { closesOn: '2026-11-22' },
      { leastNominees: '1' },
    ])
      expect(
        await world.honours.enterCategory(await world.as(world.planner), aCategory(wrong)),
      ).toMatchObject({
        code: 'malformed',
      });
    expect(await world.honours.open(await world.as(world.head), { id: world.roundId })).toMatchObject({
      code: 'forbidden',
    });
    await expect(
      sqlAs(
        world.head,
        sql`insert into ethics.honour_round (id, fiscal_year, opened_at) values (${randomUUID()}, 2570, now())`,
      ),
    ).rejects.toThrow(denied);
    await world.open();
    expect(world.must(await world.honours.open(await world.as(world.second), { id: randomUUID() })).id).toBe(
      world.roundId,
    );
    expect(await world.honours.enterCategory(await world.as(world.planner), aCategory())).toMatchObject({
      code: 'not-open',
    });
    await expect(
      sqlAs(
        world.planner,
        sql`insert into ethics.honour_category select gen_random_uuid(), fiscal_year, code, 9, name_th, name_en, nominee,
          criteria_codes, criteria_th, criteria_en, weights, most, threshold, least_scorers, least_nominees, opens_on, closes_on,
          basis_th, basis_en, source, status from ethics.honour_category limit 1`,
      ),
    ).rejects.toThrow(denied);
  });

  test('is nominated for by an officer of the centre, never for herself, and handed in by a second one', async () => {
    const { honours, as, aNomination } = world;
    expect(await honours.nominate(await as(world.colleague), aNomination('clerk'))).toMatchObject({
      code: 'forbidden',
    });
    expect(await honours.nominate(await as(world.otherHead), aNomination('clerk'))).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await honours.nominate(await as(world.head), aNomination('clerk', { personId: world.head.id })),
    ).toMatchObject({ code: 'own-honour' });
    expect(
      await honours.nominate(await as(world.head), aNomination('clerk', { personId: world.nurse.id })),
    ).toMatchObject({ code: 'not-eligible' });
    expect(
      await honours.nominate(await as(world.head), aNomination('clerk', { personId: '' })),
    ).toMatchObject({
      code: 'malformed',
    });
    const inSql = (who: TestOfficer, person: string, by = who.id) =>
      sqlAs(
        who,
        sql`insert into ethics.honour_nomination (id, round_id, fiscal_year, category_code, category_version, unit_id, person_id, citation, nominated_by, nominated_at)
          values (${randomUUID()}, ${world.roundId}, 2570, 'PERSON', 2, ${world.unit('TH-50')}, ${person}, 'x', ${by}, now())`,
      );
    await expect(inSql(world.colleague, world.clerk.id)).rejects.toThrow(denied);
    await expect(inSql(world.otherHead, world.clerk.id)).rejects.toThrow(denied);
    await expect(inSql(world.head, world.head.id)).rejects.toThrow(denied);
    await expect(inSql(world.head, world.nurse.id)).rejects.toThrow(/works in the centre/);
    await expect(inSql(world.head, world.clerk.id, world.ethicsOfficer.id)).rejects.toThrow(denied);
    for (let twice = 0; twice < 2; twice++)
      expect(await honours.nominate(await as(world.head), aNomination('clerk'))).toMatchObject({ ok: true });
    expect(
      await honours.nominate(await as(world.ethicsOfficer), aNomination('clerk', { id: randomUUID() })),
    ).toMatchObject({ code: 'already-nominated' });
    // A draft is hidden from who is nominated, and is mended by its writer alone.
    expect(await view(world.clerk, 'clerk')).toBeUndefined();
    expect(await honours.nominate(await as(world.ethicsOfficer), aNomination('clerk'))).toMatchObject({
      code: 'changed-meanwhile',
    });
    const support = (who: TestOfficer) =>
      sqlAs(
        who,
        sql`update ethics.honour_nomination set state = 'handed-in', supported_by = ${who.id}, handed_in_at = now() where id = ${world.ids.clerk}`,
      );
    for (const [who, code] of [
      [world.head, 'second-person'],
      [world.clerk, 'not-found'],
      [world.otherHead, 'not-found'],
      [world.planner, 'not-found'],
    ] as const) {
      expect(await honours.support(await as(who), { id: world.ids.clerk })).toMatchObject({ code });
      await expect(support(who)).rejects.toThrow(denied);
    }
    for (let twice = 0; twice < 2; twice++)
      expect(await honours.support(await as(world.ethicsOfficer), { id: world.ids.clerk })).toMatchObject({
        ok: true,
      });
    expect(await honours.nominate(await as(world.head), aNomination('clerk'))).toMatchObject({
      code: 'changed-meanwhile',
    });
    await expect(
      sqlAs(
        world.head,
        sql`update ethics.honour_nomination set citation = 'y' where id = ${world.ids.clerk}`,
      ),
    ).rejects.toThrow(denied);
    await expect(
      sqlAs(
        world.head,
        sql`update ethics.honour_reason set reason = 'y' where nomination_id = ${world.ids.clerk}`,
      ),
    ).rejects.toThrow(denied);
    for (const name of ['organiser', 'nurse', 'surveyor'] as const) await world.handIn(name);
    expect((await view(world.clerk, 'clerk'))?.reasons).toHaveLength(2);
    expect(await view(world.colleague, 'clerk')).toBeUndefined();
    expect(await view(world.otherHead, 'clerk')).toBeUndefined();
  });

  test('needs the nominee’s own consent, which nobody else reads or gives', async () => {
    expect(
      await world.honours.consent(await world.as(world.head), { id: world.ids.clerk, isGiven: true }),
    ).toMatchObject({ code: 'forbidden' });
    await expect(
      sqlAs(
        world.head,
        sql`insert into ethics.honour_consent values (${world.ids.clerk}, true, ${world.head.id}, now())`,
      ),
    ).rejects.toThrow(denied);
    for (let twice = 0; twice < 2; twice++) expect(await world.consent('clerk')).toMatchObject({ ok: true });
    for (const who of [world.head, world.planner, world.overseer, world.auditor, world.nurse])
      expect(
        await world.inSql(who, (trx) => trx.selectFrom('ethics.honour_consent').selectAll().execute()),
      ).toEqual([]);
    await world.consent('organiser');
    await world.consent('nurse', false);
    await world.consent('surveyor');
  });

  test('closes on its last day, and takes no nomination afterwards', async () => {
    world.setNow(new Date('2026-11-22T03:00:00Z'));
    expect(
      await world.honours.closeNominations(await world.as(world.planner), {
        id: world.roundId,
        until: '2026-12-31',
      }),
    ).toMatchObject({ code: 'too-early' });
    expect(
      await world.honours.nominate(
        await world.as(world.head),
        world.aNomination('clerk', { id: randomUUID(), personId: world.colleague.id }),
      ),
    ).toMatchObject({ code: 'not-open' });
    world.setNow(new Date('2026-11-23T03:00:00Z'));
    for (const who of [world.head, world.overseer, world.second]) {
      if (who !== world.second) {
        expect(
          await world.honours.closeNominations(await world.as(who), {
            id: world.roundId,
            until: '2026-12-31',
          }),
        ).toMatchObject({ code: 'forbidden' });
        await expect(
          sqlAs(who, sql`select ethics.close_honour_nominations(${world.roundId}, '2026-12-31')`),
        ).rejects.toThrow(denied);
      }
    }
    await world.close();
    await world.close();
    expect(
      await world.honours.nominate(
        await world.as(world.head),
        world.aNomination('clerk', { id: randomUUID(), personId: world.colleague.id }),
      ),
    ).toMatchObject({ code: 'not-open' });
    await expect(
      sqlAs(
        world.head,
        sql`insert into ethics.honour_nomination (id, round_id, fiscal_year, category_code, category_version, unit_id, person_id, citation, nominated_by, nominated_at)
          values (${randomUUID()}, ${world.roundId}, 2570, 'PERSON', 2, ${world.unit('TH-50')}, ${world.colleague.id}, 'x', ${world.head.id}, now())`,
      ),
    ).rejects.toThrow(denied);
    // Nobody but nominees and nominators works on cases in TH-83: the ministry, asked anyway, answers for it.
    const asked = await world.db.owner.selectFrom('ethics.honour_clearance').select('unit_id').execute();
    expect(asked.map(({ unit_id }) => unit_id).sort()).toEqual(
      [world.unit('MOI'), world.unit('TH-50')].sort(),
    );
  });
});

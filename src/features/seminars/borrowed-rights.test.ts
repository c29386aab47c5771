/** What an officer or a participant might try in SQL with rights that she has elsewhere: another's seminar, seat, paper or group. */
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { createSeminarWorld } from './testing/world.ts';

let world: Awaited<ReturnType<typeof createSeminarWorld>>;
beforeAll(async () => {
  world = await createSeminarWorld();
});
afterAll(() => world.stop());

const refusal = /row-level security|permission denied|foreign key|has begun|not asked for|does not evaluate/;
const asOrganiser = async (statement: RawBuilder<unknown>) =>
  actingAs(world.ground.databases.officer, (await world.as(world.organiser)).actor, (trx) =>
    statement.execute(trx),
  );
const asSeat = (seat: string, statement: RawBuilder<unknown>) =>
  actingAsSeat(world.ground.databases.public, seat, (trx) => statement.execute(trx));
const me = async () => (await world.as(world.organiser)).person.id;

describe('an organiser', () => {
  test('does not hand her seminar to a centre that never asked for it', async () => {
    const id = await world.aSeminar({ state: 'draft' });
    await expect(
      asOrganiser(
        sql`update seminars.seminar set unit_id = ${world.unit('TH-83')}, changed_by = ${await me()} where id = ${id}`,
      ),
    ).rejects.toThrow(refusal);
  });

  test('does not put another person into a seat once the seminar has begun', async () => {
    const id = await world.aSeminar({ startsOn: '2020-06-20' });
    const { id: seat } = await world.aSeat(id, 'TH-50');
    await expect(
      asOrganiser(
        sql`select seminars.substitute_seat(${seat}, ${randomUUID()}, now(), null, null, 'นาย', 'มาทีหลัง', 'เจ้าหน้าที่', 'late@x.example', null)`,
      ),
    ).rejects.toThrow(refusal);
  });

  test('does not enter the presence of somebody of another seminar', async () => {
    const own = await world.aSeminar();
    const { id: elsewhere } = await world.aSeat(await world.aSeminar(), 'TH-50');
    await expect(
      asOrganiser(
        sql`insert into seminars.scan (id, seminar_id, host_unit_id, registration_id, session, source, typed_by, server_verdict, device_at, received_at)
          values (${randomUUID()}, ${own}, ${world.unit('MOI')}, ${elsewhere}, '2027-06-20/am', 'paper', ${await me()}, 'ok', now(), now())`,
      ),
    ).rejects.toThrow(refusal);
  });
});

describe('a participant', () => {
  test('counts once a question, whatever she sends', async () => {
    const id = await world.aSeminar();
    const { id: seat } = await world.aSeat(id, 'TH-50');
    const { rows } = await sql<{ id: string }>`
      select id from seminars.evaluation_item where about = 'seminar' and kind = 'rating' limit 1`.execute(
      world.db.owner,
    );
    const marks = JSON.stringify([1, 2, 3, 4, 5].map((rating) => ({ item: rows[0]!.id, rating })));
    await expect(
      asSeat(seat, sql`select seminars.give_reaction(${id}, ${marks}::jsonb, '[]')`),
    ).rejects.toThrow(refusal);
    const foreign = JSON.stringify([{ item: randomUUID(), rating: 5 }]);
    await expect(
      asSeat(seat, sql`select seminars.give_reaction(${id}, ${foreign}::jsonb, '[]')`),
    ).rejects.toThrow(refusal);
  });

  test('who was named after the last day does not evaluate', async () => {
    const id = await world.aSeminar({ startsOn: '2020-06-20' });
    const { id: seat } = await world.aSeat(id, 'TH-50');
    await expect(asSeat(seat, sql`select seminars.give_reaction(${id}, '[]', '[]')`)).rejects.toThrow(
      refusal,
    );
  });

  test('does not give her plan to another person or centre', async () => {
    const { id: seat } = await world.aSeat(await world.aSeminar(), 'TH-50');
    for (const change of [sql`unit_id = ${world.unit('TH-83')}`, sql`person_id = ${await me()}`])
      await expect(
        asSeat(seat, sql`update seminars.action_plan set ${change} where registration_id = ${seat}`),
      ).rejects.toThrow(refusal);
  });
});

test('a recording without anybody whose work it is goes nowhere; a document of the centre goes where it is meant to', async () => {
  const rank = async (kind: string) => {
    const { rows } = await sql<{ rank: number }>`
      select seminars.material_rank(null, null, ${kind}, 'public', '{}') as rank`.execute(world.db.owner);
    return rows[0]!.rank;
  };
  expect(await rank('recording')).toBe(0);
  expect(await rank('document')).toBe(3);
});

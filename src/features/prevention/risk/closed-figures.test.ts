/** Figures of closed cases for whoever looks for risks: own ones whole for who works on them, all else only from five, restricted ones never. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createRiskWorld, type RiskWorld, today } from './testing/world.ts';

let world: RiskWorld;
beforeAll(async () => {
  world = await createRiskWorld();
  const add = (code: string, topic: string, count: number, restriction = 'none') =>
    world.db.owner
      .insertInto('cases.case')
      .values(
        Array.from({ length: count }, () => ({
          ...{
            id: randomUUID(),
            number: randomUUID(),
            unit_id: world.unit(code),
            restriction,
            stage: 'CLOSED',
            topic,
          },
          ...{ channel: 'web', identity_mode: 'anonymous', size_bucket: 4096, outcome: 'NO_GROUND' },
          ...{ received_at: today, stage_since: today, closed_at: today },
        })),
      )
      .execute();
  await add('DOL', 'BRIBE_DEMAND', 2);
  await add('DOL', 'PROCUREMENT', 1, 'named');
  await add('DOPA', 'BRIBE_DEMAND', 3);
  await add('CDD', 'BRIBE_DEMAND', 2);
  await add('CDD', 'PROCUREMENT', 4);
  await add('CDD', 'EMBEZZLEMENT', 6, 'unit');
  await add('TH-50', 'BRIBE_DEMAND', 9);
});
afterAll(() => world.stop());

const figures = async (code: string, officer = world.departmentClerk) =>
  actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) =>
    world.app.cases.closedFigures(trx, { unitId: world.unit(code), since: new Date('2025-01-01') }),
  );

test('own figures are whole, those of others of the kind from five on, restricted cases are in neither', async () => {
  expect(await figures('DOL')).toEqual([{ topic: 'BRIBE_DEMAND', outcome: 'NO_GROUND', own: 2, peers: 5 }]);
});

test('whoever does not work on the centre’s cases is told of no fewer than five, in her own centre or from above', async () => {
  for (const officer of [world.department, world.organiser])
    expect(await figures('DOL', officer)).toEqual([
      { topic: 'BRIBE_DEMAND', outcome: 'NO_GROUND', own: undefined, peers: 5 },
    ]);
  // Whoever may ask for every centre would have each one's by the differences.
  for (const code of ['DOL', 'DOPA', 'CDD']) expect(await figures(code, world.ministryHead)).toEqual([]);
  const mapId = await world.start(world.department, { fiscalYear: 2572 });
  const page = await send(world.server, world.department, `/office/risks/${mapId}/ideas`);
  const told = page.body.replaceAll(/<[^>]+>/g, '|');
  expect(told).toContain('น้อยกว่า 5');
  expect(told).not.toMatch(/\|2\|/);
});

test('a centre is told nothing of another; the ministry may ask for any', async () => {
  expect(await figures('TH-50')).toEqual([]);
  expect(await figures('TH-50', world.ministry)).toEqual([
    { topic: 'BRIBE_DEMAND', outcome: 'NO_GROUND', own: 9, peers: undefined },
  ]);
});

test('the ideas of a map order topics by them and offer forms of the library', async () => {
  const mapId = await world.start();
  await world.save(mapId, { typology: 'permit-money' });
  const topics = await world.risks.suggest(await world.as(world.department), mapId, 'th');
  expect(topics?.[0]).toMatchObject({ topic: 'BRIBE_DEMAND', own: undefined, peers: 5 });
  expect(topics?.[0]?.forms.find(({ code }) => code === 'permit-money')?.isMapped).toBe(true);
  expect(await world.risks.suggest(await world.as(world.province), mapId, 'th')).toBeUndefined();
});

/** A key slipped in by whoever runs the server is noticed before anything is sealed for it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAct } from '#platform/ledger/record.ts';
import { sha256HexOfText } from '#platform/sealing/bytes.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import { standingOf } from './key-standing.ts';
import type { CentreKey } from './public-centres.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const { recipient } = world.centres.get('TH-50')!;
  await world.db.owner.transaction().execute(async (trx) => {
    const act = await recordAct(trx, {
      act: 'centre-key.published',
      object: 'centre-key',
      id: 'TH-50.1',
      unit: 'TH-50',
      at: new Date().toISOString(),
      facts: { epoch: 1, recipient: sha256HexOfText(recipient) },
    });
    await sql`update network.centre_epoch set ledger_id = ${act.outboxId}
      where unit_id = (select id from network.unit where code = 'TH-50')`.execute(trx);
  });
});
afterAll(() => world.close());

const fetchKey = async (code: string): Promise<CentreKey> =>
  (await world.http.inject(`/public/centres/${code}/key`)).json();
const standing = (key: CentreKey) => standingOf(key, key.proof, world.ground.ledger.vkey);

describe('a centre’s key', () => {
  it('is proven once the ledger has its publication', async () => {
    await expect.poll(async () => standing(await fetchKey('TH-50')), { timeout: 5000 }).toBe('proven');
  });

  it('exchanged behind the ledger’s back, or claimed for another epoch or centre, is refused', async () => {
    await expect.poll(async () => (await fetchKey('TH-50')).proof, { timeout: 5000 }).not.toBeNull();
    const key = await fetchKey('TH-50');
    const other = await recipientOf(generateIdentity());
    expect(await standing({ ...key, recipient: other })).toBe('wrong');
    expect(await standing({ ...key, epoch: 2 })).toBe('wrong');
    expect(await standing({ ...key, unitCode: 'MOI' })).toBe('wrong');
    expect(await standingOf(key, key.proof, undefined)).toBe('wrong');
    await sql`update network.centre_epoch set recipient = ${other}
      where unit_id = (select id from network.unit where code = 'TH-50')`.execute(world.db.owner);
    expect(await standing(await fetchKey('TH-50'))).toBe('wrong');
  });

  it('that names the entry of another act makes nothing of that act public', async () => {
    const canary = 'cafe0000cafe0000';
    await world.db.owner.transaction().execute(async (trx) => {
      const act = await recordAct(trx, {
        act: 'case.assigned',
        object: 'case',
        id: canary,
        at: new Date().toISOString(),
        facts: {},
      });
      await sql`update network.centre_epoch set ledger_id = ${act.outboxId}
        where unit_id = (select id from network.unit where code = 'TH-50')`.execute(trx);
    });
    const isPlaced = async () =>
      (await sql`select from ledger.entry where entry like ${`%${canary}%`}`.execute(world.db.owner)).rows
        .length;
    await expect.poll(isPlaced, { timeout: 5000 }).toBe(1);
    const key = await fetchKey('TH-50');
    expect(key).toMatchObject({ epoch: 1, proof: null });
    expect(JSON.stringify(key)).not.toContain(canary);
    expect(await standing(key)).toBe('unproven');
  });

  it('that the ledger does not know is shown as unproven, and a centre without one has none', async () => {
    expect(await standing(await fetchKey('MOI'))).toBe('unproven');
    expect((await world.http.inject('/public/centres/TH-57/key')).statusCode).toBe(404);
  });
});

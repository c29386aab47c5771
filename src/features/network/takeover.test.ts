/** Attempts to come by somebody else's account, link or centre key with a valid session of one's own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { sealCentreGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import { anOfficer, enrolTest, send, type TestKey, type TestOfficer } from './testing/office.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.stop());

const post = (who: TestOfficer | undefined, path: string, body: object) =>
  send(world.server, who, `/office/api${path}`, body);

describe('a centre’s key', () => {
  type Holder = { who: TestOfficer; key: TestKey };
  const enrolled = async (unit: string): Promise<Holder> => {
    const who = await anOfficer(world.db, unit, ['case-officer']);
    return { who, key: await enrolTest(world.db, who.id) };
  };
  const publish = async (
    unit: string,
    epoch: number,
    maker: Holder,
    holders: readonly Holder[] = [maker],
  ) => {
    const identity = generateIdentity();
    const grants = await Promise.all(
      holders.map(async ({ who, key }) => ({
        personId: who.id,
        keyVersion: key.version,
        sealed: toBase64Url(await sealCentreGrant({ unitCode: unit, epoch, identity }, key.recipient)),
      })),
    );
    const body = { epoch, recipient: await recipientOf(identity), grants };
    return (await post(maker.who, `/centres/${unit}/epochs`, body)).json();
  };

  test('a newcomer whom nobody granted the key does not put her own in its place', async () => {
    const first = await enrolled('TH-51');
    expect(await publish('TH-51', 1, first)).toEqual({ ok: true });
    // An administrator's invitation is enough to become an officer; it must not be enough to read.
    const newcomer = await enrolled('TH-51');
    expect(await publish('TH-51', 2, newcomer)).toEqual({ code: 'forbidden' });
    expect(await publish('TH-51', 2, newcomer, [newcomer, first])).toEqual({ code: 'forbidden' });
    const current = await world.db.owner
      .selectFrom('network.centre_epoch as epoch')
      .innerJoin('network.unit as unit', 'unit.id', 'epoch.unit_id')
      .select(['epoch.epoch', 'epoch.made_by'])
      .where('unit.code', '=', 'TH-51')
      .where('epoch.retired_at', 'is', null)
      .execute();
    expect(current).toEqual([{ epoch: 1, made_by: first.who.id }]);
    expect(await publish('TH-51', 2, first, [first, newcomer])).toEqual({ ok: true });
    expect(await publish('TH-51', 3, newcomer, [newcomer, first])).toEqual({ ok: true });
  });

  test('a centre whose officers have all gone, or lost their keys, begins anew', async () => {
    const gone = await enrolled('TH-52');
    expect(await publish('TH-52', 1, gone)).toEqual({ ok: true });
    const successor = await enrolled('TH-52');
    expect(await publish('TH-52', 2, successor)).toEqual({ code: 'forbidden' });
    await post(gone.who, '/keys/retire', {});
    expect(await publish('TH-52', 2, successor)).toEqual({ ok: true });
  });
});

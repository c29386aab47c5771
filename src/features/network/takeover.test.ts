/** Attempts to come by somebody else's account, link or centre key with a valid session of one's own. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { sealCentreGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import { anOfficer, appointTest, enrolTest, send, type TestKey, type TestOfficer } from './testing/office.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.stop());

const post = (who: TestOfficer | undefined, path: string, body: object) =>
  send(world.server, who, `/office/api${path}`, body);

describe('a one-time link', () => {
  const tokenIn = (answer: { json: () => { link?: string } }) => answer.json().link?.split('/').at(-1);
  const opens = async (token: string | undefined) =>
    token ? world.app.network.office.findInvitation(token) : undefined;
  const invitation = (unitCode: string, roles: string[]) => ({
    id: randomUUID(),
    unitCode,
    email: `new.${randomUUID().slice(0, 8)}@moi.example`,
    nameTh: 'นายใหม่ มาดี',
    roles,
  });

  test('is not handed to another who knows the invitation’s identifier', async () => {
    const ministry = await anOfficer(world.db, 'MOI', ['administrator']);
    const colleague = await anOfficer(world.db, 'MOI', ['administrator']);
    const stranger = await anOfficer(world.db, 'TH-50', ['administrator']);
    const head = await anOfficer(world.db, 'MOI', ['head']);
    const made = invitation('MOI', ['administrator']);
    const link = (await post(ministry, '/invitations', made)).json();
    expect(link).toEqual({ link: expect.any(String) });
    const own = { ...invitation('TH-50', ['case-officer']), id: made.id };
    expect((await post(stranger, '/invitations', own)).json()).toEqual({ code: 'already-there' });
    const lesser = { ...invitation('MOI', ['case-officer']), id: made.id };
    expect((await post(head, '/invitations', lesser)).json()).toEqual({ code: 'already-there' });
    const renewal = { id: made.id, personId: (await anOfficer(world.db, 'TH-50', ['planner'])).id };
    const tried = await post(stranger, '/people/renew', { ...renewal, unitCode: 'TH-50' });
    expect(tried.json()).toEqual({ code: 'already-there' });
    expect((await post(ministry, '/invitations', made)).json()).toEqual(link);
    expect((await post(colleague, '/invitations', made)).json()).toEqual({ code: 'already-there' });
  });

  test('to a colleague’s account is not given by a centre that does not have the whole of her', async () => {
    const attacker = await anOfficer(world.db, 'TH-53', ['administrator']);
    const acting = await anOfficer(world.db, 'MOI', []);
    const mandate = await appointTest(world.db, acting.id, 'MOI', 'head');
    await world.db.owner
      .updateTable('network.appointment')
      .set({ valid_to: '2099-01-01' })
      .where('id', '=', mandate)
      .execute();
    await appointTest(world.db, acting.id, 'TH-53', 'planner');
    const renewal = { id: randomUUID(), personId: acting.id, unitCode: 'TH-53' };
    expect((await post(attacker, '/people/renew', renewal)).json()).toEqual({ code: 'forbidden' });
    const { actor } = (await world.app.network.findSession(attacker.cookie))!;
    const slipIn = actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .insertInto('network.invitation')
        .values({
          id: randomUUID(),
          token_hash: Buffer.alloc(32, 7),
          unit_id: actor.adminUnits[0]!,
          roles: [],
          for_person: acting.id,
          created_at: new Date(),
          expires_at: new Date(Date.now() + 1e9),
        })
        .execute(),
    );
    await expect(slipIn).rejects.toThrow('row-level security');
  });

  test('to a colleague’s account is worth nothing once she has been appointed elsewhere', async () => {
    const attacker = await anOfficer(world.db, 'TH-54', ['administrator']);
    const rising = await anOfficer(world.db, 'TH-54', ['planner']);
    const renewal = { id: randomUUID(), personId: rising.id, unitCode: 'TH-54' };
    const token = tokenIn(await post(attacker, '/people/renew', renewal));
    expect(await opens(token)).toMatchObject({ renews: true });
    await appointTest(world.db, rising.id, 'MOI', 'head', { now: new Date(Date.now() + 1_000) });
    expect(await opens(token)).toBeUndefined();
    const begun = await post(undefined, '/join/password/options', { token, email: rising.email });
    expect(begun.json()).toEqual({ code: 'link-not-valid' });
  });
});

describe('a link’s life', () => {
  const made = async (inviter: TestOfficer, unitCode: string) => {
    const body = { id: randomUUID(), unitCode, nameTh: 'นายใหม่ มาดี', roles: ['administrator'] };
    const answer = await post(inviter, '/invitations', { ...body, email: `${body.id}@moi.example` });
    return answer.json().link.split('/').at(-1) as string;
  };
  const findInvitation = (token: string) => world.app.network.office.findInvitation(token);

  test('ends with the authority of whoever made it: by leaving, and by a closed account', async () => {
    const ministry = await anOfficer(world.db, 'MOI', ['administrator']);
    const leaver = await anOfficer(world.db, 'TH-55', []);
    const appointment = await appointTest(world.db, leaver.id, 'TH-55', 'administrator');
    const closed = await anOfficer(world.db, 'TH-56', ['administrator']);
    const stays = await anOfficer(world.db, 'TH-56', ['administrator']);
    const links = [await made(leaver, 'TH-55'), await made(closed, 'TH-56'), await made(stays, 'TH-56')];
    for (const link of links) expect(await findInvitation(link)).toMatchObject({ roles: ['administrator'] });
    await post(ministry, '/appointments/end', { id: appointment });
    await post(ministry, '/people/account', { personId: closed.id, unitCode: 'TH-56', open: false });
    expect(await Promise.all(links.map(findInvitation))).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ roles: ['administrator'] }),
    ]);
  });
});

describe('an appointment', () => {
  test('of somebody who belongs to another centre is not this administrator’s to make', async () => {
    const attacker = await anOfficer(world.db, 'TH-58', ['administrator']);
    const head = await anOfficer(world.db, 'TH-57', ['head']);
    const ministry = await anOfficer(world.db, 'MOI', ['administrator']);
    const body = { unitCode: 'TH-58', personId: head.id, role: 'planner' };
    // It would end her sessions, and take her account out of the hands of her own administrator.
    expect((await post(attacker, '/appointments', { ...body, id: randomUUID() })).json()).toEqual({
      code: 'forbidden',
    });
    expect(await world.app.network.findSession(head.cookie)).toBeDefined();
    expect((await post(ministry, '/appointments', { ...body, id: randomUUID() })).json()).toEqual({
      ok: true,
    });
  });
});

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

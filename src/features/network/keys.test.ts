/** Keys on the server: enrolment, a centre's epochs and grants, what a leaver loses, and what nobody else can do. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { fromBase64Url, toBase64Url } from '#platform/sealing/bytes.ts';
import { openCentreGrant, sealCentreGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import {
  newOfficerSecret,
  unwrapWithRecoveryCode,
  wrapWithPassphrase,
  wrapWithRecoveryCode,
} from '#platform/sealing/officer-key.ts';
import { newReceipt } from '#platform/sealing/receipt.ts';
import { signingKeyFromSeed } from '#platform/sealing/signature.ts';
import type { VaultFacts } from './browser/vault-facts.ts';
import type { CentreKeys } from './centre-keys.ts';
import {
  actsSoFar,
  anOfficer,
  appointTest,
  enrolTest,
  send,
  type TestKey,
  type TestOfficer,
} from './testing/office.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.stop());

const post = (who: TestOfficer | undefined, path: string, body: object) =>
  send(world.server, who, `/office/api${path}`, body);
const vaultOf = async (who: TestOfficer) =>
  (await send(world.server, who, '/office/api/vault')).json() as VaultFacts;
const keysOf = async (who: TestOfficer, unit: string) =>
  (await send(world.server, who, `/office/api/centres/${unit}/keys`)).json() as CentreKeys;

describe('an officer’s own keys', () => {
  test('they are published with ways to open them, come back as they went, and others see only public halves', async () => {
    const officer = await anOfficer(world.db, 'TH-60', ['case-officer']);
    const secret = newOfficerSecret();
    const code = newReceipt();
    const body = {
      recipient: await recipientOf(secret.identity),
      signingKey: (await signingKeyFromSeed(secret.signingSeed)).publicKey,
      wraps: [
        { wrapped: await wrapWithPassphrase(secret, 'ช้าง แม่น้ำ ดินสอ ร่มเงา') },
        { wrapped: await wrapWithRecoveryCode(secret, code) },
      ],
    };
    expect((await post(officer, '/keys', { ...body, wraps: body.wraps.slice(0, 1) })).statusCode).toBe(400);
    expect((await post(officer, '/keys', { ...body, recipient: 'age1notpostquantum' })).statusCode).toBe(400);
    expect((await post(officer, '/keys', body)).statusCode).toBe(200);
    expect((await post(officer, '/keys', body)).statusCode).toBe(200);
    const facts = await vaultOf(officer);
    expect(facts.key).toEqual({ version: 1, recipient: body.recipient, signingKey: body.signingKey });
    const recovery = facts.wraps.find(({ wrapped }) => wrapped.method === 'recovery-code')!;
    expect(await unwrapWithRecoveryCode(recovery.wrapped, code)).toEqual(secret);
    const other = await recipientOf(generateIdentity());
    expect((await post(officer, '/keys', { ...body, recipient: other })).json()).toEqual({
      code: 'already-there',
    });
    const enrolled = (await actsSoFar(world.db)).filter(({ id }) => id === officer.id);
    expect(enrolled).toEqual([
      expect.objectContaining({ act: 'network.keys-enrolled', object: 'officer-key' }),
    ]);

    const colleague = await anOfficer(world.db, 'TH-60', ['head', 'administrator']);
    expect((await vaultOf(colleague)).wraps).toEqual([]);
    const { actor } = (await world.app.network.findSession(colleague.cookie))!;
    const seen = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx.selectFrom('network.wrapped_key').selectAll().execute(),
    );
    expect(seen).toEqual([]);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`insert into network.officer_key (person_id, version, recipient, signing_key, created_at)
          values (${officer.id}, 2, ${other}, ${randomBytes(32)}, now())`.execute(trx),
      ),
    ).rejects.toThrow('row-level security');
  });
});

describe('a centre’s key', () => {
  let first: TestOfficer;
  let second: TestOfficer;
  let firstKey: TestKey;
  let secondKey: TestKey;
  let centre = 70;
  let unit: string;

  beforeEach(async () => {
    unit = `TH-${++centre}`;
    first = await anOfficer(world.db, unit, ['case-officer']);
    second = await anOfficer(world.db, unit, ['head']);
    [firstKey, secondKey] = [await enrolTest(world.db, first.id), await enrolTest(world.db, second.id)];
  });

  const grant = async (
    epoch: number,
    identity: Parameters<typeof sealCentreGrant>[0]['identity'],
    to: { id: string; key: TestKey },
  ) => ({
    personId: to.id,
    keyVersion: to.key.version,
    sealed: toBase64Url(await sealCentreGrant({ unitCode: unit, epoch, identity }, to.key.recipient)),
  });
  const publish = async (who: TestOfficer, epoch: number, holders: { id: string; key: TestKey }[]) => {
    const identity = generateIdentity();
    const grants = await Promise.all(holders.map((holder) => grant(epoch, identity, holder)));
    const body = { epoch, recipient: await recipientOf(identity), grants };
    return { identity, body, answer: await post(who, `/centres/${unit}/epochs`, body) };
  };

  test('the first officer publishes it, with its ledger entry, and reads it back; the network then seals for it', async () => {
    const { identity, body, answer } = await publish(first, 1, [{ id: first.id, key: firstKey }]);
    expect(answer.statusCode).toBe(200);
    const own = (await vaultOf(first)).centres.find(({ code }) => code === unit)!.epochs[0]!;
    const opened = await openCentreGrant(fromBase64Url(own.grant!), firstKey.identity, {
      unitCode: unit,
      epoch: 1,
    });
    expect(opened.identity).toBe(identity);
    const sealFor = (await world.app.network.listCentres(new Date())).find(
      ({ code }) => code === unit,
    )?.sealFor;
    expect(sealFor).toMatchObject({ recipient: body.recipient, epoch: 1, isOther: false });
    const entry = (await actsSoFar(world.db)).find(
      ({ act, unit: at }) => act === 'centre-key.published' && at === unit,
    );
    expect(entry).toMatchObject({
      role: 'case-officer',
      facts: { epoch: 1, recipient: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });

    expect((await post(first, `/centres/${unit}/epochs`, body)).statusCode).toBe(200);
    const late = await publish(second, 1, [{ id: second.id, key: secondKey }]);
    expect(late.answer.json()).toEqual({ code: 'key-changed' });
  });

  test('a colleague reads nothing until granted, and is granted only by who holds it', async () => {
    const { identity } = await publish(first, 1, [{ id: first.id, key: firstKey }]);
    const ownGrant = async () =>
      (await vaultOf(second)).centres.find(({ code }) => code === unit)!.epochs[0]!.grant;
    expect(await ownGrant()).toBeUndefined();
    const forSecond = { ...(await grant(1, identity, { id: second.id, key: secondKey })), epoch: 1 };
    const body = { grants: [forSecond] };
    const path = `/centres/${unit}/grants`;
    expect((await post(second, path, body)).json()).toEqual({ code: 'forbidden' });
    const administrator = await anOfficer(world.db, unit, ['administrator', 'auditor', 'planner']);
    expect((await post(administrator, path, body)).json()).toEqual({ code: 'forbidden' });
    const outdated = { grants: [{ ...forSecond, keyVersion: 2 }] };
    expect((await post(first, path, outdated)).json()).toEqual({ code: 'wrong-grant' });
    const stranger = { grants: [{ ...forSecond, personId: administrator.id }] };
    expect((await post(first, path, stranger)).json()).toEqual({ code: 'wrong-grant' });
    expect((await post(first, path, body)).statusCode).toBe(200);
    expect((await post(first, path, body)).statusCode).toBe(200);
    expect(await ownGrant()).toBe(forSecond.sealed);
    const given = (await actsSoFar(world.db)).filter(
      ({ act, unit: at }) => act === 'network.centre-key-granted' && at === unit,
    );
    expect(given).toHaveLength(2);
  });

  test('when an officer leaves, a new epoch is due, she gets no grant of it, and no old one any more', async () => {
    const holders = [
      { id: first.id, key: firstKey },
      { id: second.id, key: secondKey },
    ];
    await publish(first, 1, holders);
    expect((await keysOf(second, unit)).renewalIsDue).toBe(false);
    const administrator = await anOfficer(world.db, unit, ['administrator']);
    const held = await world.db.owner
      .selectFrom('network.appointment')
      .select('id')
      .where('person_id', '=', first.id)
      .executeTakeFirstOrThrow();
    await appointTest(world.db, first.id, unit, 'planner');
    expect((await post(administrator, '/appointments/end', held)).json()).toEqual({ keyIsDue: true });
    expect((await keysOf(second, unit)).renewalIsDue).toBe(true);

    const withLeaver = await publish(second, 2, holders);
    expect(withLeaver.answer.json()).toEqual({ code: 'wrong-grant' });
    const renewed = await publish(second, 2, [{ id: second.id, key: secondKey }]);
    expect(renewed.answer.statusCode).toBe(200);
    const after = await keysOf(second, unit);
    expect(after.renewalIsDue).toBe(false);
    expect(after.epochs.map(({ epoch, retiredAt }) => [epoch, retiredAt === undefined])).toEqual([
      [1, false],
      [2, true],
    ]);
    const acts = (await actsSoFar(world.db)).filter(({ unit: at }) => at === unit).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['network.centre-key-retired', 'centre-key.published']));

    const back = { ...first, cookie: await signInAgain(first) };
    expect((await vaultOf(back)).centres).toEqual([]);
    const { actor } = (await world.app.network.findSession(back.cookie))!;
    const grants = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx.selectFrom('network.centre_grant').selectAll().execute(),
    );
    expect(grants).toEqual([]);
  });

  test('an administrator slips in no key and no grant, by HTTP or by SQL', async () => {
    const administrator = await anOfficer(world.db, 'MOI', ['administrator', 'overseer']);
    const adminKey = await enrolTest(world.db, administrator.id);
    const tried = await publish(administrator, 1, [{ id: administrator.id, key: adminKey }]);
    expect(tried.answer.json()).toEqual({ code: 'forbidden' });
    await publish(first, 1, [{ id: first.id, key: firstKey }]);
    expect((await send(world.server, administrator, `/office/api/centres/${unit}/keys`)).json()).toEqual({
      code: 'forbidden',
    });
    const { actor } = (await world.app.network.findSession(administrator.cookie))!;
    const as = <T>(work: Parameters<typeof actingAs<T>>[2]) => actingAs(world.db.asOfficer, actor, work);
    await expect(
      as((trx) =>
        sql`insert into network.centre_epoch (unit_id, epoch, recipient, made_by, created_at, ledger_id)
          values ((select id from network.unit where code = ${unit}), 2, ${adminKey.recipient}, ${administrator.id}, now(), 1)`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      as((trx) =>
        sql`insert into network.centre_grant (unit_id, epoch, person_id, key_version, sealed, granted_by, granted_at)
          values ((select id from network.unit where code = ${unit}), 1, ${administrator.id}, 1, '\\x00', ${administrator.id}, now())`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('row-level security');
    expect(await as((trx) => trx.selectFrom('network.centre_grant').selectAll().execute())).toEqual([]);
    await expect(
      as((trx) => trx.updateTable('network.centre_epoch').set({ recipient: adminKey.recipient }).execute()),
    ).rejects.toThrow('permission denied');
  });

  test('making keys and granting them wants a fresh proof of presence', async () => {
    world.setNow(new Date(Date.now() + 11 * 60_000));
    const { answer } = await publish(first, 1, [{ id: first.id, key: firstKey }]);
    world.setNow(new Date());
    expect(answer.json()).toEqual({ code: 'confirm-first' });
  });
});

async function signInAgain(officer: TestOfficer): Promise<string> {
  const { beginSession } = await import('./session.ts');
  return beginSession(
    world.db.asSignIn,
    { personId: officer.id, method: 'password', device: 'test' },
    world.ground.now(),
  );
}

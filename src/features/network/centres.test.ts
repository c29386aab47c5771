/** The tree of centres: what ships, who may change it, and what the database itself refuses. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#main/seed.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { generateIdentity, recipientOf } from '#platform/sealing/identity.ts';
import { actsSoFar, anOfficer, send, type TestOfficer } from './testing/office.ts';
import { units } from './units.seed.ts';

let world: TestApp;
let ministry: TestOfficer;
let province: TestOfficer;
let officer: TestOfficer;

beforeAll(async () => {
  world = await createTestApp();
  ministry = await anOfficer(world.db, 'MOI', ['administrator']);
  province = await anOfficer(world.db, 'TH-50', ['administrator']);
  officer = await anOfficer(world.db, 'MOI', ['head', 'case-officer', 'auditor']);
});
afterAll(() => world.stop());

const form = {
  parentCode: 'MOI',
  nameTh: 'เชียงใหม่',
  nameEn: 'Chiang Mai',
  region: 'north',
  districts: 25,
  validFrom: '2014-01-01',
  source: 'คำสั่ง มท. ที่ 1/2569',
};
const closurePairs = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from network.unit_closure`.execute(world.db.owner))
    .rows[0]!.n;

test('ninety-one centres ship: one ministry, its bodies, Bangkok and seventy-six provinces in six regions', () => {
  const of = (kind: string) => units.filter((unit) => unit.kind === kind).length;
  expect([of('ministry'), of('department'), of('state-enterprise'), of('bangkok'), of('province')]).toEqual([
    1, 7, 6, 1, 76,
  ]);
  expect(new Set(units.map(({ code }) => code)).size).toBe(91);
  expect(units.find(({ code }) => code === 'TH-10')).toMatchObject({ nameEn: 'Bangkok', shortTh: 'กทม.' });
  expect(units.find(({ code }) => code === 'TH-16')).toMatchObject({ nameTh: 'ลพบุรี' });
  for (const { nameTh, nameEn } of units) {
    expect(nameTh).toMatch(/^[\u0e01-\u0e5b ]+$/);
    expect(nameEn).toMatch(/^[A-Z][A-Za-z& -]+$/);
  }
});

test('loading again changes nothing that an administrator has changed', async () => {
  const changed = await send(world.server, ministry, '/office/api/centres/TH-50', {
    ...form,
    nameEn: 'Chiangmai',
  });
  expect(changed.statusCode).toBe(200);
  await seed(world.db.ownerUrl);
  const centres = await world.app.network.listCentres(new Date());
  expect(centres).toHaveLength(91);
  expect(centres.find(({ code }) => code === 'TH-50')?.nameEn).toBe('Chiangmai');
  expect(await actsSoFar(world.db)).toContainEqual(
    expect.objectContaining({ act: 'network.centre-changed', unit: 'TH-50', role: 'administrator' }),
  );
});

test('a centre moved below another takes the whole line above with it', async () => {
  const before = await closurePairs();
  const moved = await send(world.server, ministry, '/office/api/centres/TH-51', {
    ...form,
    nameTh: 'ลำพูน',
    nameEn: 'Lamphun',
    parentCode: 'TH-50',
  });
  expect(moved.statusCode).toBe(200);
  const { rows } = await sql<{ code: string; depth: number }>`
    select above.code, closure.depth from network.unit_closure closure
    join network.unit above on above.id = closure.ancestor
    where closure.descendant = (select id from network.unit where code = 'TH-51') order by depth`.execute(
    world.db.owner,
  );
  expect(rows.map(({ code }) => code)).toEqual(['TH-51', 'TH-50', 'MOI']);
  expect(await closurePairs()).toBe(before + 1);
  expect((await world.app.network.tierAbove('TH-51'))?.code).toBe('TH-50');
  expect(await world.app.network.tierAbove('MOI')).toBeUndefined();
});

test('a centre cannot stand above itself', async () => {
  const circle = await send(world.server, ministry, '/office/api/centres/TH-50', {
    ...form,
    parentCode: 'TH-51',
  });
  expect(circle.json()).toEqual({ code: 'circle' });
  expect(circle.statusCode).toBe(409);
  const own = await send(world.server, ministry, '/office/api/centres/TH-50', {
    ...form,
    parentCode: 'TH-50',
  });
  expect(own.json()).toEqual({ code: 'circle' });
});

test('a centre can be added, and ended; nobody reports to it from then on', async () => {
  const added = { ...form, code: 'NEW', kind: 'department', nameTh: 'กรมใหม่', nameEn: 'New Department' };
  expect((await send(world.server, ministry, '/office/api/centres', added)).statusCode).toBe(200);
  expect((await send(world.server, ministry, '/office/api/centres', added)).json()).toEqual({
    code: 'already-there',
  });
  const { code: _code, kind: _kind, ...rest } = added;
  const ended = await send(world.server, ministry, '/office/api/centres/NEW', {
    ...rest,
    validTo: '2026-01-01',
  });
  expect(ended.statusCode).toBe(200);
  const on = async (day: string) =>
    (await world.app.network.listCentres(new Date(`${day}T12:00:00+07:00`))).find(
      ({ code }) => code === 'NEW',
    )?.isOpen;
  expect([await on('2025-12-31'), await on('2026-01-01')]).toEqual([true, false]);
});

test('the top of the tree stays the top and stays open', async () => {
  const top = { ...form, nameTh: 'ศปท.มท.', nameEn: 'Ministry', parentCode: undefined };
  for (const change of [{ parentCode: 'TH-50' }, { validTo: '2030-01-01' }]) {
    const answer = await send(world.server, ministry, '/office/api/centres/MOI', { ...top, ...change });
    expect(answer.statusCode).toBe(400);
  }
});

test('nobody but an administrator of the ministry changes the tree, by HTTP or by SQL', async () => {
  expect((await send(world.server, undefined, '/office/api/centres/TH-50', form)).statusCode).toBe(401);
  for (const other of [province, officer]) {
    expect((await send(world.server, other, '/office/api/centres/TH-50', form)).json()).toEqual({
      code: 'forbidden',
    });
    const { actor } = (await world.app.network.findSession(other.cookie))!;
    const touched = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .updateTable('network.unit')
        .set({ name_en: 'Taken' })
        .where('code', '=', 'TH-50')
        .executeTakeFirst(),
    );
    expect(touched.numUpdatedRows).toBe(0n);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`insert into network.unit (code, kind, parent_id, name_th, name_en, valid_from, source)
          values ('X', 'department', (select id from network.unit where code = 'MOI'), 'x', 'x', '2020-01-01', 'x')`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('row-level security');
  }
  await expect(
    world.db.asPublic.updateTable('network.unit').set({ name_en: 'Taken' }).execute(),
  ).rejects.toThrow('permission denied');
});

test('a report is sealed for the centre itself, or for the nearest one above that has a key', async () => {
  const sealFor = async (code: string) =>
    (await world.app.network.listCentres(new Date())).find((centre) => centre.code === code)?.sealFor;
  expect(await sealFor('TH-52')).toBeUndefined();
  const publish = async (code: string) => {
    const recipient = await recipientOf(generateIdentity());
    await world.db.owner
      .insertInto('network.centre_epoch')
      .values((eb) => ({
        unit_id: eb.selectFrom('network.unit').select('id').where('code', '=', code),
        epoch: 1,
        recipient,
        made_by: officer.id,
        created_at: new Date(),
        ledger_id: 7,
      }))
      .execute();
    return recipient;
  };
  const top = await publish('MOI');
  expect(await sealFor('TH-51')).toEqual({
    unitCode: 'MOI',
    epoch: 1,
    recipient: top,
    ledgerId: 7,
    isOther: true,
  });
  const own = await publish('TH-50');
  expect(await sealFor('TH-50')).toMatchObject({ unitCode: 'TH-50', recipient: own, isOther: false });
  expect(await sealFor('TH-51')).toMatchObject({ unitCode: 'TH-50', isOther: true });
});

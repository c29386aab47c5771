/** Who may invite, appoint, end and close, by HTTP; and what SQL refuses when the program is made to try. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { type Actor, actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { mayAs, policies } from './network.policies.ts';
import { roles } from './network.ts';
import { actsSoFar, anOfficer, appointTest, send, type TestOfficer } from './testing/office.ts';

let world: TestApp;
let ministry: TestOfficer;
let province: TestOfficer;
let head: TestOfficer;
let officer: TestOfficer;
let auditor: TestOfficer;
let elsewhere: TestOfficer;

beforeAll(async () => {
  world = await createTestApp();
  ministry = await anOfficer(world.db, 'MOI', ['administrator']);
  province = await anOfficer(world.db, 'TH-50', ['administrator']);
  head = await anOfficer(world.db, 'TH-50', ['head']);
  officer = await anOfficer(world.db, 'TH-50', ['case-officer']);
  auditor = await anOfficer(world.db, 'MOI', ['auditor', 'overseer']);
  elsewhere = await anOfficer(world.db, 'TH-57', ['administrator', 'head']);
});
afterAll(() => world.stop());

const post = (who: TestOfficer | undefined, path: string, body: object) =>
  send(world.server, who, `/office/api${path}`, body);
const invitation = (change: object = {}) => ({
  id: randomUUID(),
  unitCode: 'TH-50',
  email: `new.${randomUUID().slice(0, 8)}@moi.example`,
  nameTh: 'นายใหม่ มาดี',
  roles: ['case-officer'],
  ...change,
});
const appointment = (change: object = {}) => ({
  id: randomUUID(),
  unitCode: 'TH-50',
  personId: officer.id,
  role: 'registrar',
  ...change,
});
const isIn = async (who: TestOfficer) => (await world.app.network.findSession(who.cookie)) !== undefined;
const actorOf = async (who: TestOfficer): Promise<Actor> =>
  (await world.app.network.findSession(who.cookie))!.actor;

describe('inviting', () => {
  test('an administrator of the centre, of one above, and the head may; everybody else is refused', async () => {
    for (const who of [province, ministry, head])
      expect((await post(who, '/invitations', invitation())).statusCode).toBe(200);
    for (const who of [officer, auditor, elsewhere])
      expect((await post(who, '/invitations', invitation())).json()).toEqual({ code: 'forbidden' });
    expect((await post(undefined, '/invitations', invitation())).statusCode).toBe(401);
  });

  test('a head brings in officers, not those who would oversee or administer her', async () => {
    for (const role of ['administrator', 'auditor', 'overseer', 'head'])
      expect(
        (await post(head, '/invitations', invitation({ roles: ['case-officer', role] }))).json(),
      ).toEqual({
        code: 'forbidden',
      });
    const other = await post(head, '/invitations', invitation({ unitCode: 'MOI' }));
    expect(other.json()).toEqual({ code: 'forbidden' });
  });

  test('a request sent twice makes one invitation and gives one link', async () => {
    const request = invitation();
    const [first, second] = [
      await post(province, '/invitations', request),
      await post(province, '/invitations', request),
    ];
    expect(first.json().link).toMatch(/^http:\/\/localhost\/office\/join\/[\w-]{43}$/);
    expect(second.json()).toEqual(first.json());
    const made = (await actsSoFar(world.db)).filter(({ id }) => id === request.id);
    expect(made).toEqual([expect.objectContaining({ act: 'network.invitation-made', unit: 'TH-50' })]);
    expect(JSON.stringify(made)).not.toMatch(/ใหม่|new\./);
  });

  test('a withdrawn link is dead; a new one for the same person works; somebody with an account is not invited', async () => {
    const request = invitation();
    const token = (await post(province, '/invitations', request)).json().link.split('/').at(-1);
    const find = (one: string) => world.app.network.office.findInvitation(one);
    expect(await find(token)).toMatchObject({ nameTh: 'นายใหม่ มาดี', roles: ['case-officer'] });
    for (const who of [officer, elsewhere])
      expect((await post(who, '/invitations/revoke', { id: request.id })).statusCode).toBe(404);
    const again = await post(province, '/invitations/resend', { id: request.id, newId: randomUUID() });
    expect(await find(token)).toBeUndefined();
    expect(await find(again.json().link.split('/').at(-1))).toMatchObject({ email: request.email });
    expect(
      (await post(province, '/invitations', invitation({ email: officer.email.toUpperCase() }))).json(),
    ).toEqual({
      code: 'email-taken',
    });
  });
});

describe('roles', () => {
  test('an administrator appoints; the appointed person signs in anew; a repeat is no second appointment', async () => {
    const colleague = await anOfficer(world.db, 'TH-50', ['planner']);
    const request = appointment({ personId: colleague.id, orderNo: '12/2569', actingFor: head.id });
    expect((await post(province, '/appointments', request)).statusCode).toBe(200);
    expect(await isIn(colleague)).toBe(false);
    expect((await post(province, '/appointments', request)).statusCode).toBe(200);
    expect((await post(province, '/appointments', { ...request, id: randomUUID() })).json()).toEqual({
      code: 'already-there',
    });
    const rows = await world.db.owner
      .selectFrom('network.appointment')
      .select(['role', 'acting_for', 'order_no'])
      .where('person_id', '=', colleague.id)
      .where('role', '=', 'registrar')
      .execute();
    expect(rows).toEqual([{ role: 'registrar', acting_for: head.id, order_no: '12/2569' }]);
  });

  test('nobody else appoints, and no administrator appoints herself', async () => {
    for (const who of [head, officer, auditor, elsewhere])
      expect((await post(who, '/appointments', appointment({ personId: ministry.id }))).json()).toEqual({
        code: 'forbidden',
      });
    expect((await post(province, '/appointments', appointment({ personId: province.id }))).json()).toEqual({
      code: 'own-account',
    });
    const above = await post(
      province,
      '/appointments',
      appointment({ unitCode: 'MOI', role: 'administrator' }),
    );
    expect(above.json()).toEqual({ code: 'forbidden' });
  });

  test('a mandate works from its first day until the day before its last', async () => {
    const colleague = await anOfficer(world.db, 'TH-51', ['planner']);
    const answer = await post(ministry, '/appointments', {
      ...appointment({ personId: colleague.id, unitCode: 'TH-51', role: 'case-officer' }),
      validFrom: '2030-01-10',
      validTo: '2030-01-20',
    });
    expect(answer.statusCode).toBe(200);
    const { listColleagues } = await import('./list-colleagues.ts');
    const { id: unitId } = await world.db.owner
      .selectFrom('network.unit')
      .select('id')
      .where('code', '=', 'TH-51')
      .executeTakeFirstOrThrow();
    const works = async (instant: string) =>
      (await listColleagues(world.db.owner, unitId, new Date(instant))).some(({ roles }) =>
        roles.includes('case-officer'),
      );
    expect(await works('2030-01-09T23:59:00+07:00')).toBe(false);
    expect(await works('2030-01-10T00:00:00+07:00')).toBe(true);
    expect(await works('2030-01-19T23:59:00+07:00')).toBe(true);
    expect(await works('2030-01-20T00:00:00+07:00')).toBe(false);
  });

  test('a mandate with a last day can be ended before it', async () => {
    const colleague = await anOfficer(world.db, 'TH-50', []);
    const request = appointment({ personId: colleague.id, role: 'planner', validTo: '2099-01-01' });
    await post(province, '/appointments', request);
    await post(province, '/appointments/end', { id: request.id });
    const held = await world.db.owner
      .selectFrom('network.appointment')
      .select(['valid_from', 'valid_to'])
      .where('id', '=', request.id)
      .executeTakeFirstOrThrow();
    expect(held.valid_to).toBe(held.valid_from);
  });

  test('an ended role is gone today, whoever ended it is in the ledger by role only', async () => {
    const colleague = await anOfficer(world.db, 'TH-50', []);
    const id = await appointTest(world.db, colleague.id, 'TH-50', 'case-officer');
    for (const who of [head, officer, elsewhere])
      expect((await post(who, '/appointments/end', { id })).json()).toEqual({ code: 'forbidden' });
    expect((await post(province, '/appointments/end', { id })).json()).toEqual({ keyIsDue: false });
    expect((await post(province, '/appointments/end', { id })).statusCode).toBe(200);
    expect(await isIn(colleague)).toBe(false);
    const acts = (await actsSoFar(world.db)).filter(
      (one) => one.act === 'network.appointment-ended' && one['id'] === colleague.id,
    );
    expect(acts).toEqual([
      expect.objectContaining({ id: colleague.id, role: 'administrator', unit: 'TH-50' }),
    ]);
  });
});

describe('accounts', () => {
  test('a closed account is out at once and cannot come back until it is opened', async () => {
    const colleague = await anOfficer(world.db, 'TH-50', ['case-officer']);
    const body = { personId: colleague.id, unitCode: 'TH-50', open: false };
    for (const who of [head, officer, elsewhere])
      expect((await post(who, '/people/account', body)).json()).toEqual({ code: 'forbidden' });
    expect((await post(province, '/people/account', body)).statusCode).toBe(200);
    expect(await isIn(colleague)).toBe(false);
    const row = await world.db.owner
      .selectFrom('network.person')
      .select('disabled_at')
      .where('id', '=', colleague.id)
      .executeTakeFirst();
    expect(row?.disabled_at).not.toBeNull();
  });

  test('a province does not close the account of somebody the ministry also appointed', async () => {
    const shared = await anOfficer(world.db, 'TH-50', ['case-officer']);
    await appointTest(world.db, shared.id, 'MOI', 'planner');
    const body = { personId: shared.id, unitCode: 'TH-50' };
    expect((await post(province, '/people/account', { ...body, open: false })).json()).toEqual({
      code: 'forbidden',
    });
    expect((await post(province, '/people/end-sessions', body)).json()).toEqual({ code: 'forbidden' });
    expect((await post(province, '/people/renew', { ...body, id: randomUUID() })).json()).toEqual({
      code: 'forbidden',
    });
    expect((await post(ministry, '/people/end-sessions', body)).statusCode).toBe(200);
    expect(await isIn(shared)).toBe(false);
  });

  test('somebody who has left everywhere is not in the hands of another centre', async () => {
    const gone = await anOfficer(world.db, 'TH-50', []);
    const id = await appointTest(world.db, gone.id, 'TH-50', 'planner');
    await post(province, '/appointments/end', { id });
    const body = { id: randomUUID(), personId: gone.id };
    expect((await post(elsewhere, '/people/renew', { ...body, unitCode: 'TH-57' })).json()).toEqual({
      code: 'not-found',
    });
    expect((await post(province, '/people/renew', { ...body, unitCode: 'TH-50' })).statusCode).toBe(200);
  });

  test('an unknown person, a mandate that ends before it begins, a control character: refused in good order', async () => {
    const refusalOf = async (path: string, body: object) => (await post(province, path, body)).json();
    expect(await refusalOf('/appointments', appointment({ personId: randomUUID() }))).toEqual({
      code: 'not-found',
    });
    expect(
      await refusalOf('/appointments', appointment({ role: 'planner', actingFor: randomUUID() })),
    ).toEqual({
      code: 'not-found',
    });
    const backwards = { role: 'planner', validFrom: '2027-01-02', validTo: '2027-01-01' };
    expect(await refusalOf('/appointments', appointment(backwards))).toEqual({ code: 'bad-request' });
    expect(await refusalOf('/invitations', invitation({ nameTh: 'a\u0000b' }))).toEqual({
      code: 'bad-request',
    });
    expect(
      await refusalOf('/people/renew', { id: randomUUID(), personId: randomUUID(), unitCode: 'TH-50' }),
    ).toEqual({
      code: 'not-found',
    });
  });

  test('a renewed sign-in is an administrator’s to give, and never for herself', async () => {
    const renewal = { id: randomUUID(), personId: officer.id, unitCode: 'TH-50' };
    expect((await post(head, '/people/renew', renewal)).json()).toEqual({ code: 'forbidden' });
    expect((await post(province, '/people/renew', { ...renewal, personId: province.id })).json()).toEqual({
      code: 'own-account',
    });
    const { link } = (await post(province, '/people/renew', renewal)).json();
    const found = await world.app.network.office.findInvitation(link.split('/').at(-1));
    expect(found).toMatchObject({ renews: true, roles: [], email: officer.email });
  });

  test('the list of people is for who administers or heads the centre', async () => {
    for (const who of [province, ministry, head]) {
      const signedIn = (await world.app.network.findSession(who.cookie))!;
      const { people } = await world.app.network.office.readPeople(signedIn, 'TH-50');
      expect(people.length).toBeGreaterThan(2);
    }
    for (const who of [officer, auditor, elsewhere]) {
      const signedIn = (await world.app.network.findSession(who.cookie))!;
      await expect(world.app.network.office.readPeople(signedIn, 'TH-50')).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

describe('SQL as the officers’ role', () => {
  const as = <T>(actor: Actor, work: (trx: InTransaction) => Promise<T>) =>
    actingAs(world.db.asOfficer, actor, work);

  test('an appointment or an invitation outside the line of the administrator is refused', async () => {
    for (const who of [elsewhere, head, officer]) {
      const actor = await actorOf(who);
      const appoint = as(actor, (trx) =>
        sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at)
          values (gen_random_uuid(), ${officer.id}, (select id from network.unit where code = 'TH-50'), 'administrator', '2026-01-01', now())`.execute(
          trx,
        ),
      );
      await expect(appoint).rejects.toThrow('row-level security');
      const invite = as(actor, (trx) =>
        sql`insert into network.invitation (id, token_hash, unit_id, roles, created_at, expires_at)
          values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), (select id from network.unit where code = 'TH-50'),
            array['administrator'], now(), now())`.execute(trx),
      );
      await expect(invite).rejects.toThrow('row-level security');
      const ended = await as(actor, (trx) =>
        trx
          .updateTable('network.appointment')
          .set({ valid_to: '2026-01-01' })
          .where('person_id', '=', province.id)
          .executeTakeFirst(),
      );
      expect(ended.numUpdatedRows).toBe(0n);
    }
  });

  test('a person of another centre cannot be changed, and without a context nobody is seen', async () => {
    const closed = await as(await actorOf(elsewhere), (trx) =>
      trx
        .updateTable('network.person')
        .set({ disabled_at: new Date() })
        .where('id', '=', officer.id)
        .executeTakeFirst(),
    );
    expect(closed.numUpdatedRows).toBe(0n);
    expect(await world.db.asOfficer.selectFrom('network.person').select('id').execute()).toEqual([]);
    expect(await world.db.asOfficer.selectFrom('network.appointment').select('id').execute()).toEqual([]);
  });

  test.each(['password', 'totp', 'passkey', 'session', 'ceremony', 'failed_sign_in'] as const)(
    'secrets of sign-in (%s) are not for the officers’ or the citizens’ role',
    async (table) => {
      for (const db of [world.db.asOfficer, world.db.asPublic, world.db.asWorker])
        await expect(db.selectFrom(`network.${table}`).selectAll().execute()).rejects.toThrow(
          'permission denied',
        );
    },
  );

  test.each(['person', 'appointment', 'invitation', 'officer_key', 'wrapped_key', 'centre_grant'] as const)(
    'citizens’ side sees no %s',
    async (table) => {
      await expect(world.db.asPublic.selectFrom(`network.${table}`).selectAll().execute()).rejects.toThrow(
        'permission denied',
      );
    },
  );
});

test('every act has a policy that some role fulfils at the centre and nobody fulfils from outside the line', () => {
  for (const act of Object.keys(policies) as (keyof typeof policies)[]) {
    const fulfilling = roles.filter((role) => mayAs(act, [{ role, unitId: 7 }], [7]));
    expect(fulfilling.length, act).toBeGreaterThan(0);
    for (const role of roles)
      expect(mayAs(act, [{ role, unitId: 9 }], [7, 3, 1]), `${act} ${role}`).toBeUndefined();
    expect(fulfilling, act).not.toContain('auditor');
  }
});

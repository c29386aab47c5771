/** Who may not issue, revoke or list certificates: through the pages and in SQL. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';
import { createHeld } from './testing/held.ts';

let world: SeminarWorld;
let held: ReturnType<typeof createHeld>;
beforeAll(async () => {
  world = await createSeminarWorld();
  held = createHeld(world);
});
afterAll(() => world.stop());

const post = (officer: TestOfficer, path: string, fields: Record<string, string>) =>
  world.server.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `prongsai_session=${officer.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields).toString(),
  });

describe('over HTTP', () => {
  test('another centre sees nothing and orders nothing', async () => {
    const { id } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    const pages = [
      `/office/seminars/${id}/certificates`,
      `/office/seminars/${id}/certificates/${certificate!.id}`,
    ];
    for (const officer of [world.chiangMaiHead, world.chiangMai]) {
      for (const path of [...pages, `/office/certificates/${certificate!.id}/certificate.pdf`])
        expect([path, (await send(world.server, officer, path)).statusCode]).toEqual([path, 404]);
      const { id: order, seminarId: _, chosen: __, ...rest } = held.anOrder(id);
      expect((await post(officer, pages[0]!, { intent: 'order', id: order, ...rest })).statusCode).toBe(403);
      const rule = { intent: 'rule', by: 'half-day', attendancePercent: '0', postTestPercent: '0' };
      expect((await post(officer, pages[0]!, rule)).statusCode).toBe(403);
      expect((await post(officer, pages[1]!, { kind: 'conduct', reason: 'abc' })).statusCode).toBe(404);
    }
  });

  test('an organiser prepares, and leaves ordering and revoking to the head', async () => {
    const { id } = await held.aHeldSeminar(2);
    const orders = `/office/seminars/${id}/certificates`;
    const order = () => {
      const { seminarId: _, chosen: __, ...rest } = held.anOrder(id);
      return { intent: 'order', ...rest };
    };
    const refused = await post(world.organiser, orders, order());
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('หัวหน้าศูนย์เป็นผู้สั่งออกเกียรติบัตร');
    expect((await send(world.server, world.organiser, orders)).body).not.toContain('name="signerName"');
    expect((await send(world.server, world.head, orders)).body).toContain('name="signerName"');
    expect((await post(world.head, orders, order())).statusCode).toBe(302);
    await world.runJobs();
    const [certificate] = await held.certificatesOf(id);
    const page = `/office/seminars/${id}/certificates/${certificate!.id}`;
    expect((await post(world.organiser, page, { kind: 'conduct', reason: 'abc' })).statusCode).toBe(403);
    expect((await post(world.head, page, { kind: 'conduct', reason: 'abc' })).statusCode).toBe(302);
  });

  test('nobody gives herself one, as organiser or as speaker under her own name', async () => {
    const { id } = await held.aHeldSeminar(2);
    const signedIn = await world.as(world.head);
    const organiser = held.anOrder(id, { kind: 'organiser', chosen: [world.head.id] });
    expect(await world.app.certificates.order(signedIn, organiser)).toMatchObject({ code: 'oneself' });
    const slot = await world.db.owner
      .selectFrom('seminars.slot')
      .select('id')
      .where('seminar_id', '=', id)
      .executeTakeFirstOrThrow();
    const chosen = [randomUUID()];
    await world.db.owner
      .insertInto('seminars.speaker')
      .values({
        ...{ id: chosen[0]!, seminar_id: id, affiliation: 'state' },
        name_th: `ดร. ${signedIn.person.nameTh}`,
      })
      .execute();
    await world.db.owner
      .insertInto('seminars.slot_speaker')
      .values({
        ...{ slot_id: slot.id, speaker_id: chosen[0]!, seminar_id: id },
        ...{ role: 'speaker', during: 'empty' },
      })
      .execute();
    const speaker = held.anOrder(id, { kind: 'speaker', chosen });
    expect(await world.app.certificates.order(signedIn, speaker)).toMatchObject({ code: 'oneself' });
    expect(await held.certificatesOf(id)).toEqual([]);
  });
});

describe('in SQL', () => {
  const as = async <T>(officer: TestOfficer, work: Parameters<typeof actingAs<T>>[2]) =>
    actingAs(world.db.asOfficer, (await world.as(officer)).actor, work);
  const revoke = (by: TestOfficer, certificate: string, inName = by) =>
    as(by, (trx) =>
      trx
        .updateTable('seminars.certificate')
        .set({
          revoked_at: new Date(),
          revoked_by: inName.id,
          revoked_kind: 'conduct',
          revoked_reason: 'abc',
        })
        .where('id', '=', certificate)
        .executeTakeFirst(),
    );

  test('no officer writes a certificate, changes one, or takes a revocation back', async () => {
    const { id } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    for (const change of [
      'insert into seminars.certificate (id) values (gen_random_uuid())',
      "update seminars.certificate set snapshot = '{}'",
      'update seminars.certificate_counter set last = 0',
      'delete from seminars.certificate',
      "update seminars.certificate_batch set state = 'waiting'",
    ])
      await expect(as(world.head, (trx) => sql.raw(change).execute(trx))).rejects.toThrow(
        /permission denied/,
      );
    expect(Number((await revoke(world.organiser, certificate!.id)).numUpdatedRows)).toBe(0);
    await expect(revoke(world.head, certificate!.id, world.organiser)).rejects.toThrow(/row-level security/);
    expect(Number((await revoke(world.head, certificate!.id)).numUpdatedRows)).toBe(1);
    const back = await as(world.head, (trx) =>
      trx
        .updateTable('seminars.certificate')
        .set({ revoked_at: null, revoked_by: null, revoked_kind: null, revoked_reason: null })
        .where('id', '=', certificate!.id)
        .executeTakeFirst(),
    );
    expect(Number(back.numUpdatedRows)).toBe(0);
  });

  test('another centre sees none and orders none; the head orders in her own name, and nothing for herself', async () => {
    const { id } = await held.aHeldSeminar(2);
    await held.issue(id);
    for (const table of ['certificate', 'certificate_batch'])
      expect(
        (await as(world.chiangMaiHead, (trx) => sql.raw(`select * from seminars.${table}`).execute(trx)))
          .rows,
      ).toEqual([]);
    const order = (officer: TestOfficer, inName = officer, kind = 'attendee', chosen: string[] = []) =>
      as(officer, (trx) =>
        trx
          .insertInto('seminars.certificate_batch')
          .values({
            id: randomUUID(),
            seminar_id: id,
            host_unit_id: world.unit('MOI'),
            kind,
            chosen,
            dated: '2026-06-25',
            signer_name: 'xx',
            signer_position: 'xx',
            asked_by: inName.id,
            asked_as: 'head',
            asked_at: new Date(),
          })
          .execute(),
      );
    await expect(order(world.chiangMaiHead)).rejects.toThrow(/row-level security/);
    await expect(order(world.organiser)).rejects.toThrow(/row-level security/);
    await expect(order(world.head, world.head, 'organiser', [world.head.id])).rejects.toThrow(
      /row-level security/,
    );
    await order(world.head, world.head, 'organiser', [world.organiser.id]);
    await expect(order(world.head, world.organiser)).rejects.toThrow(/row-level security/);
  });

  test('the public lists none, and reads one by its code only', async () => {
    const { id, seats } = await held.aHeldSeminar(2);
    await held.issue(id);
    const [certificate] = await held.certificatesOf(id);
    expect((await sql`select id from seminars.certificate`.execute(world.db.asPublic)).rows).toEqual([]);
    const { rows } = await sql<Record<string, unknown>>`
      select * from seminars.certificate_by_code(${certificate!.code})`.execute(world.db.asPublic);
    expect(Object.keys(rows[0]!).sort()).toEqual([
      'credential',
      'hash',
      'issued_at',
      'kind',
      'revoked_at',
      'revoked_kind',
      'snapshot',
    ]);
    expect(JSON.stringify(rows)).not.toContain(seats[0]!.id);
  });
});

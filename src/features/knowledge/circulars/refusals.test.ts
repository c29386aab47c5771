/** Who sees nothing of a circular and may do nothing with it: in the use case, over HTTP, and in SQL. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type CircularWorld, createCircularWorld, to } from './testing/world.ts';

let world: CircularWorld;
beforeAll(async () => {
  world = await createCircularWorld();
});
afterAll(() => world.stop());

describe('refusals', () => {
  test('a centre that was not addressed sees nothing, in the use case, over HTTP and in SQL', async () => {
    const circular = await world.issued({ audience: to('TH-50') });
    expect(await world.app.circulars.view(await world.as(world.phuket), circular.id, 'th')).toBeUndefined();
    for (const path of ['file', 'readers.csv'])
      expect(
        (await send(world.server, world.phuket, `/office/circulars/${circular.id}/${path}`)).statusCode,
      ).toBe(404);
    expect((await send(world.server, undefined, `/office/circulars/${circular.id}/file`)).statusCode).toBe(
      401,
    );
    expect((await world.server.inject(`/circulars/${circular.id}/file`)).statusCode).toBe(404);
    expect(
      (await send(world.server, world.chiangMai, `/office/circulars/${circular.id}/file`)).statusCode,
    ).toBe(200);
    const seen = await actingAs(world.db.asOfficer, (await world.as(world.phuket)).actor, (trx) =>
      trx.selectFrom('knowledge.circular').select('id').where('id', '=', circular.id).execute(),
    );
    expect(seen).toEqual([]);
  });

  test('an addressed centre sees its own acknowledgement, not those of others', async () => {
    const circular = await world.issued();
    await world.app.circulars.acknowledge(await world.as(world.phuket), {
      circularId: circular.id,
      unitId: world.unit('TH-83'),
    });
    const view = await world.app.circulars.view(await world.as(world.chiangMai), circular.id, 'th');
    expect(view?.readers).toBeUndefined();
    expect(view?.own.map(({ code }) => code)).toEqual(['TH-50']);
    const rows = await actingAs(world.db.asOfficer, (await world.as(world.chiangMai)).actor, (trx) =>
      trx
        .selectFrom('knowledge.circular_addressee')
        .select('unit_id')
        .where('circular_id', '=', circular.id)
        .execute(),
    );
    expect(rows).toEqual([{ unit_id: world.unit('TH-50') }]);
    expect(
      (await send(world.server, world.chiangMai, `/office/circulars/${circular.id}/readers.csv`)).statusCode,
    ).toBe(404);
  });

  test('nobody acknowledges for another centre, takes an acknowledgement back, or does so without the role', async () => {
    const circular = await world.issued();
    const forPhuket = { circularId: circular.id, unitId: world.unit('TH-83') };
    expect(await world.app.circulars.acknowledge(await world.as(world.chiangMai), forPhuket)).toMatchObject({
      code: 'forbidden',
    });
    const own = { circularId: circular.id, unitId: world.unit('TH-50') };
    expect(
      await world.app.circulars.acknowledge(await world.as(world.chiangMaiOrganiser), own),
    ).toMatchObject({
      code: 'forbidden',
    });
    const { actor } = await world.as(world.chiangMai);
    const update = (set: { acknowledged_by: string | null; acknowledged_at: Date | null }, unit: number) =>
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .updateTable('knowledge.circular_addressee')
          .set(set)
          .where('circular_id', '=', circular.id)
          .where('unit_id', '=', unit)
          .executeTakeFirst(),
      );
    const byMe = { acknowledged_by: actor.personId, acknowledged_at: new Date() };
    expect(Number((await update(byMe, forPhuket.unitId)).numUpdatedRows)).toBe(0);
    await world.app.circulars.acknowledge(await world.as(world.chiangMai), own);
    expect(
      Number(
        (await update({ acknowledged_by: null, acknowledged_at: null }, world.unit('TH-50'))).numUpdatedRows,
      ),
    ).toBe(0);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) => sql`delete from knowledge.circular_answer`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`update knowledge.circular set subject = 'x'`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('the pages’ own forms are refused as well', async () => {
    const circular = await world.issued({ audience: to('TH-83') });
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
    const page = `/office/circulars/${circular.id}`;
    const forPhuket = { intent: 'acknowledge', unitId: String(world.unit('TH-83')) };
    expect((await post(world.chiangMai, page, forPhuket)).statusCode).toBe(403);
    expect(
      (await post(world.chiangMai, page, { ...forPhuket, unitId: String(world.unit('TH-50')) })).statusCode,
    ).toBe(404);
    const graded = await post(world.registrar, '/office/circulars/new', {
      secrecy: 'most-secret',
      subject: 'ลับ',
    });
    expect(graded.statusCode).toBe(409);
    expect(graded.body).toContain('ไฟล์ที่แนบไม่ถูกเก็บ');
    const large = await post(world.registrar, '/office/circulars/new', {
      gist: 'x'.repeat(21 * 1024 * 1024),
    });
    expect(large.statusCode).toBe(409);
    const acknowledged = await post(world.phuket, page, forPhuket);
    expect([acknowledged.statusCode, acknowledged.headers['location']]).toEqual([
      302,
      `${page}?done=acknowledge`,
    ]);
  });

  test('nobody addresses a centre out of reach by SQL', async () => {
    const own = await world.issued(
      { unitId: world.unit('TH-83'), audience: { to: 'centres', codes: ['TH-83'] } },
      world.phuket,
    );
    await expect(
      actingAs(world.db.asOfficer, (await world.as(world.phuket)).actor, (trx) =>
        trx
          .insertInto('knowledge.circular_addressee')
          .values({ circular_id: own.id, unit_id: world.unit('TH-50'), from_unit_id: world.unit('TH-83') })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('the public reads public papers only, and never whom they went to', async () => {
    const open = await world.issued({ isPublic: true, subject: 'นโยบายเปิดเผย' });
    const closed = await world.issued({ subject: 'เรื่องภายใน' });
    const page = await world.server.inject('/circulars');
    expect(page.statusCode).toBe(200);
    expect(page.body.replaceAll(/<[^>]+>/g, '')).toContain('นโยบายเปิดเผย');
    expect(page.body.replaceAll(/<[^>]+>/g, '')).not.toContain('เรื่องภายใน');
    const file = await world.server.inject(`/circulars/${open.id}/file`);
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('หนังสือ.pdf'));
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.server.inject(`/circulars/${closed.id}/file`)).statusCode).toBe(404);
    for (const table of ['circular_addressee', 'circular_answer', 'notice'])
      await expect(sql.raw(`select * from knowledge.${table}`).execute(world.db.asPublic)).rejects.toThrow(
        /permission denied/,
      );
    await expect(sql`select issued_by from knowledge.circular`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });
});

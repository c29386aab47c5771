/** The announcement from its template to the public page, and what a new head means for it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer } from '#features/network/testing/office.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';
import { fill, partsOf, standingOf, strangersIn } from './no-gift-rules.ts';

let world: EthicsWorld;
const fiscalYear = fiscalYearOf(civilDate(new Date()));
beforeAll(async () => {
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const fields = (unit: string, change: object = {}) => ({
  id: randomUUID(),
  unitId: String(world.unit(unit)),
  fiscalYear: String(fiscalYear),
  templateVersion: '1',
  ...change,
});
const standing = async (code: string) =>
  (await world.app.ethics.noGift.list('th')).centres.find((centre) => centre.code === code)!;
const words = (html: string) => html.replaceAll(/<[^>]+>/g, '');

describe('an announcement', () => {
  test('is signed by the head in one click, stands on the public page at once and in the ledger', async () => {
    const before = await world.server.inject('/no-gift');
    expect(words(before.body)).toContain('ประกาศแล้ว 0 จาก 91 ศูนย์');
    expect(before.body).not.toContain('<script');
    const one = fields('TH-50');
    for (let clicks = 0; clicks < 2; clicks++)
      expect((await world.post(world.head, '/office/no-gift', one)).headers['location']).toBe(
        '/office/no-gift?done=sign',
      );
    expect(await standing('TH-50')).toMatchObject({ standing: 'signed', id: one.id });
    const page = await world.server.inject(`/no-gift/${one.id}`);
    expect(page.statusCode).toBe(200);
    expect(words(page.body)).toContain('จังหวัดเชียงใหม่');
    expect(words(page.body)).not.toContain('{');
    expect(words((await world.server.inject(`/en/no-gift/${one.id}`)).body)).toContain('Chiang Mai Province');
    const paper = await world.server.inject(`/no-gift/${one.id}/announcement.pdf`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const acts = (await actsSoFar(world.db)).filter((act) => act['id'] === one.id);
    expect(acts).toMatchObject([{ act: 'ethics.no-gift-signed', role: 'head', unit: 'TH-50' }]);
  });

  test('is signed by nobody else, for no other centre and no other year', async () => {
    const path = '/office/no-gift';
    for (const who of [world.clerk, world.ethicsOfficer, world.otherHead, world.ministryHead, world.planner])
      expect((await world.post(who, path, fields('TH-50'))).statusCode).toBe(403);
    const past = fields('TH-83', { fiscalYear: String(fiscalYear - 1) });
    expect((await world.post(world.otherHead, path, past)).statusCode).toBe(409);
    for (const who of [world.clerk, world.otherHead])
      await expect(
        world.inSql(who, (trx) =>
          sql`insert into ethics.no_gift (id, unit_id, fiscal_year, template_version, title_th, title_en, body_th, body_en,
              signed_by, signer_name_th, signed_at, ledger_id)
            values (${randomUUID()}, ${world.unit('TH-50')}, 2570, 1, 'x', 'x', 'x', 'x', ${who.id}, 'x', now(), 1)`.execute(
            trx,
          ),
        ),
      ).rejects.toThrow(/row-level security/);
    // Nor by the head in a name that is not hers, nor with a place of her own choosing in the order.
    const inName = (name: string, column = '', value = '') =>
      world.inSql(world.head, (trx) =>
        sql`insert into ethics.no_gift (id, unit_id, fiscal_year, template_version, title_th, title_en, body_th, body_en,
            signed_by, signer_name_th, signer_name_en, signer_position, signed_at, ledger_id ${sql.raw(column)})
          ${sql.raw(column && 'overriding system value')}
          select gen_random_uuid(), ${world.unit('TH-50')}, 2599, 1, 'x', 'x', 'x', 'x', id,
            ${sql.raw(name)}, name_en, position_th, now(), 1 ${sql.raw(value)}
          from network.person where id = ${world.head.id}`.execute(trx),
      );
    await expect(inName("'ผู้ว่าราชการจังหวัด'")).rejects.toThrow(/row-level security/);
    await expect(inName('name_th', ', place', ', 99')).rejects.toThrow(/permission denied/);
    await inName('name_th');
    await expect(
      world.inSql(world.head, (trx) => sql`update ethics.no_gift set body_th = 'x'`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    await expect(sql`select signed_by from ethics.no_gift`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('is signed in the wording that the head was shown', async () => {
    const template = {
      id: randomUUID(),
      titleTh: 'ไม่รับ {year}',
      titleEn: 'None in {year}',
      bodyTh: 'ข้าพเจ้า {name}',
      bodyEn: 'I, {name}',
      basis: 'คำสั่ง',
      source: 'test',
      status: 'confirmed',
      validFrom: civilDate(new Date()),
    };
    const path = '/office/no-gift/template';
    expect((await world.post(world.ministryHead, path, template)).statusCode).toBe(403);
    const strange = { ...template, bodyTh: 'ข้าพเจ้า {nane}' };
    expect((await world.post(world.planner, path, strange)).statusCode).toBe(409);
    expect((await world.post(world.planner, path, template)).statusCode).toBe(200);
    const old = await world.post(world.otherHead, '/office/no-gift', fields('TH-83'));
    expect(old.statusCode).toBe(409);
    expect(words(old.body)).toContain('ข้อความประกาศเพิ่งเปลี่ยน');
    const fresh = fields('TH-83', { templateVersion: '2' });
    expect((await world.post(world.otherHead, '/office/no-gift', fresh)).statusCode).toBe(302);
    expect(await world.app.ethics.noGift.read(fresh.id)).toMatchObject({
      titleTh: `ไม่รับ ${fiscalYear}`,
      titleEn: `None in ${fiscalYear - 543}`,
    });
  });

  test('counts no more when its head has left, until the new head signs', async () => {
    await world.db.owner
      .updateTable('network.appointment')
      .set({ valid_to: '2021-01-01' })
      .where('person_id', '=', world.head.id)
      .where('role', '=', 'head')
      .execute();
    expect(await standing('TH-50')).toMatchObject({ standing: 'new-head' });
    expect(words((await world.server.inject('/no-gift?show=new-head')).body)).toContain('เชียงใหม่');
    const next = await anOfficer(world.db, 'TH-50', ['head']);
    const signed = fields('TH-50', { templateVersion: '2' });
    expect((await world.post(next, '/office/no-gift', signed)).statusCode).toBe(302);
    expect(await standing('TH-50')).toMatchObject({ standing: 'signed', id: signed.id });
  });
});

describe('a wording', () => {
  test('is filled in once: a name that looks like a placeholder stays a name', () => {
    const filling = { office: 'ก', year: '2570', name: '{office}', position: 'ข' };
    expect(fill('{name} {office} {other}', filling)).toBe('{office} ก {other}');
    expect(strangersIn('{name} {nane}')).toEqual(['nane']);
  });

  test('is paragraphs and points', () => {
    expect(partsOf('ก\nข\n\n- ค\n- ง\n\nจ\n- ฉ')).toEqual([
      { kind: 'paragraph', text: 'ก ข' },
      { kind: 'list', items: ['ค', 'ง'] },
      { kind: 'paragraph', text: 'จ' },
      { kind: 'list', items: ['ฉ'] },
    ]);
  });

  test('of a past year stands, whoever leads now', () => {
    expect(standingOf({ signerLeads: false }, false)).toBe('signed');
    expect(standingOf({ signerLeads: false }, true)).toBe('new-head');
    expect(standingOf(undefined, true)).toBe('missing');
  });
});

// The law library through its pages: what a reader sees, what an officer may bring in, what is refused.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role, SignedIn } from '#features/network/index.ts';
import { anOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { finishImport, importLaw } from './import-law.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  const bring = (source: string, inForceFrom: string) =>
    t.db.owner.transaction().execute(async (trx) => {
      await importLaw(trx, { code: 'trial-act-2550', source, now: new Date(), inForceFrom });
      await finishImport(trx);
    });
  await bring(act('มาตรา ๒ ผู้ใดรับของขวัญต้องแจ้งตามมาตรา ๑', 'มาตรา ๒ ทวิ ผู้ใดไม่แจ้งต้องระวางโทษปรับ'), '2007-05-01');
  await bring(act('มาตรา ๒ ผู้ใดรับของขวัญต้องคืนตามมาตรา ๑', 'มาตรา ๒ ทวิ ผู้ใดไม่แจ้งต้องระวางโทษปรับ'), '2020-01-01');
}, 120_000);
afterAll(() => t?.stop());

const act = (...sections: string[]) =>
  [
    'พระราชบัญญัติ',
    'ของขวัญสมมุติ',
    'พ.ศ. ๒๕๕๐',
    '',
    'หมวด ๑',
    'บททั่วไป',
    '',
    'มาตรา ๑ ให้ใช้พระราชบัญญัตินี้',
    '',
    ...sections.flatMap((text) => [text, '']),
  ].join('\n');
const get = (url: string) => t.server.inject({ url });
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

describe('a reader', () => {
  test('finds every page in both languages without a script, within 60 kB', async () => {
    for (const page of [
      '/laws',
      '/laws/trial-act-2550',
      '/laws/trial-act-2550/text',
      '/laws/trial-act-2550/2',
      '/search?q=gift',
    ])
      for (const language of ['', '/en']) {
        const answer = await get(language + page);
        expect([language + page, answer.statusCode]).toEqual([language + page, 200]);
        expect(answer.body).not.toContain('<script');
        expect(Buffer.byteLength(answer.body)).toBeLessThan(60_000);
      }
  });

  test('reads the section, its heading, what it cites and what cites it', async () => {
    const second = plain((await get('/laws/trial-act-2550/2')).body);
    expect(second).toContain('ผู้ใดรับของขวัญต้องคืนตามมาตรา๑');
    expect(second).toContain('หมวด๑บททั่วไป');
    expect((await get('/laws/trial-act-2550/1')).body).toContain('href="/laws/trial-act-2550/2"');
  });

  test('is led to the plain explanation of an offence that rests on the section', async () => {
    const offence = await t.db.owner
      .selectFrom('knowledge.offence')
      .select(['code', 'instrument', 'section'])
      .limit(1)
      .executeTakeFirstOrThrow();
    const source = [
      'ประมวลสมมุติ พ.ศ. ๒๕๐๐',
      '',
      `มาตรา ${offence.section} ความสมมุติ`,
      '',
      `มาตรา ${Number.parseInt(offence.section, 10) + 1} อีกความ`,
    ].join('\n');
    await t.db.owner
      .transaction()
      .execute((trx) => importLaw(trx, { code: offence.instrument, source, now: new Date() }));
    const page = await get(`/laws/${offence.instrument}/${offence.section}`);
    expect(page.body).toContain(`href="/offences/${offence.code}"`);
  });

  test('reads an older wording by its day, and compares two word by word', async () => {
    expect(plain((await get('/laws/trial-act-2550/2?on=2010-01-01')).body)).toContain('ต้องแจ้งตามมาตรา๑');
    expect(plain((await get('/laws/trial-act-2550/2?on=1999-01-01')).body)).toContain('เก่าที่สุดที่มี');
    const compared = (await get('/laws/trial-act-2550/2?compare=1..2')).body;
    expect(compared).toContain('<del>แจ้ง</del>');
    expect(compared).toContain('<ins>คืน</ins>');
  });

  test('is led from every spelling of a number to the one address', async () => {
    for (const spelling of [
      '2%20%E0%B8%97%E0%B8%A7%E0%B8%B4',
      '%E0%B9%92-thawi',
      '๒ ทวิ'.replaceAll(' ', '%20'),
    ]) {
      const answer = await get(encodeURI(decodeURI(`/laws/trial-act-2550/${spelling}`)));
      expect([spelling, answer.statusCode, answer.headers.location]).toEqual([
        spelling,
        301,
        '/laws/trial-act-2550/2-thawi',
      ]);
    }
    expect((await get('/laws/trial-act-2550/2-thawi')).statusCode).toBe(200);
  });

  test('is told, with 404, what the library does not hold', async () => {
    for (const page of [
      '/laws/nothing',
      '/laws/trial-act-2550/99',
      '/laws/trial-act-2550/abc',
      '/laws/trial-act-2550/text/9',
      '/laws/trial-act-2550/text/x',
    ])
      expect([page, (await get(page)).statusCode]).toEqual([page, 404]);
  });

  test('searches, with nothing typed reaching the page as markup', async () => {
    expect((await get(`/search?q=${encodeURIComponent('ของขวัญ')}`)).body).toContain('<mark>ของขวัญ</mark>');
    const nasty = await get(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(nasty.statusCode).toBe(200);
    expect(nasty.body).not.toContain('<img');
  });
});

describe('an officer who brings a law', () => {
  const signedIn = async (role: Role, of: 'root' | 'province'): Promise<SignedIn> => {
    const id = randomUUID();
    const { rows } = await sql<{ id: number; code: string }>`
      select id, code from network.unit where (parent_id is null) = ${of === 'root'} order by id limit 1`.execute(
      t.db.owner,
    );
    const unit = rows[0]!;
    const values = {
      id,
      email: `${id}@example.go.th`,
      name_th: 'ผู้ทดลอง',
      locale: 'th',
      created_at: new Date(),
    };
    await t.db.owner.insertInto('network.person').values(values).execute();
    await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at)
      values (${randomUUID()}, ${id}, ${unit.id}, ${role}, '2020-01-01', now())`.execute(t.db.owner);
    return {
      person: {
        id,
        email: values.email,
        nameTh: 'ผู้ทดลอง',
        nameEn: undefined,
        positionTh: undefined,
        locale: 'th',
      },
      session: { publicId: 'x', method: 'passkey', confirmedAt: new Date() },
      appointments: [{ id: randomUUID(), unitId: unit.id, unitCode: unit.code, role }],
      actor: { personId: id, caseUnits: [], adminUnits: [], auditUnits: [] },
    } as unknown as SignedIn;
  };
  const upload = { code: 'new-act-2560', source: act('มาตรา ๒ ทดลองนำเข้า') };
  const held = () =>
    t.db.owner.selectFrom('knowledge.instrument').select('code').where('code', '=', upload.code).execute();

  test('is shown first what would happen, and nothing has', async () => {
    const planner = await signedIn('planner', 'root');
    expect(await t.app.laws.office.preview(planner, upload)).toMatchObject({
      ok: true,
      report: { outcome: 'new', sections: 2 },
    });
    expect(await held()).toEqual([]);
  });

  test('then confirms; the ledger has it; confirming twice is confirming once', async () => {
    const planner = await signedIn('planner', 'root');
    expect(await t.app.laws.office.confirm(planner, upload)).toMatchObject({
      ok: true,
      report: { outcome: 'new' },
    });
    expect(await t.app.laws.office.confirm(planner, upload)).toMatchObject({
      ok: true,
      report: { outcome: 'unchanged' },
    });
    expect(await held()).toHaveLength(1);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n
      from (select entry from ledger.outbox union select entry from ledger.entry) acts
      where entry like '%knowledge.law-imported%'`.execute(t.db.owner);
    expect(rows[0]!.n).toBe(1);
  });

  test('who changes a law tells those who work by it what stands on it', async () => {
    const planner = await signedIn('planner', 'root');
    const changed = { ...upload, source: act('มาตรา ๒ ทดลองนำเข้าใหม่') };
    expect(await t.app.laws.office.confirm(planner, changed)).toMatchObject({
      ok: true,
      report: { outcome: 'changed', changed: ['2'] },
    });
    const told = await t.db.owner
      .selectFrom('knowledge.notice')
      .where('object_id', '=', upload.code)
      .select(['kind', 'href', 'raised_by'])
      .execute();
    expect(told).toEqual([{ kind: 'law', href: '/laws/new-act-2560', raised_by: planner.person.id }]);
  });

  test('is refused in a province, as a case officer, with a bad code, and with what is no law', async () => {
    const office = t.app.laws.office;
    const other = { ...upload, code: 'other-act' };
    expect(await office.confirm(await signedIn('planner', 'province'), other)).toEqual({
      ok: false,
      code: 'forbidden',
    });
    expect(await office.confirm(await signedIn('case-officer', 'root'), other)).toEqual({
      ok: false,
      code: 'forbidden',
    });
    const planner = await signedIn('planner', 'root');
    expect(await office.confirm(planner, { ...other, code: '../x' })).toEqual({
      ok: false,
      code: 'malformed',
    });
    expect(await office.confirm(planner, { ...other, source: 'จดหมายถึงเพื่อน เขียนยาวพอสมควร' })).toEqual({
      ok: false,
      code: 'no-sections',
    });
    expect(
      await t.db.owner
        .selectFrom('knowledge.instrument')
        .select('code')
        .where('code', '=', 'other-act')
        .execute(),
    ).toEqual([]);
  });

  test('does it all on one page: a text pasted, the report read, confirmed', async () => {
    const planner = await anOfficer(t.db, 'MOI', ['planner']);
    const send = (step: string) => {
      const fields = { code: 'pasted-act', source: upload.source, inForceFrom: '2018-02-03', step };
      const parts = Object.entries(fields).map(
        ([name, value]) => `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      return t.server.inject({
        method: 'POST',
        url: '/office/laws',
        headers: {
          cookie: `prongsai_session=${planner.cookie}`,
          'content-type': 'multipart/form-data; boundary=edge',
        },
        payload: `${parts.join('')}--edge--\r\n`,
      });
    };
    const checked = await send('check');
    expect(checked.statusCode).toBe(200);
    expect(plain(checked.body)).toContain('กฎหมายใหม่ในคลัง');
    expect((await get('/laws/pasted-act')).statusCode).toBe(404);
    expect((await send('confirm')).body).toContain('href="/laws/pasted-act"');
    expect((await get('/laws/pasted-act/2')).statusCode).toBe(200);
  });

  test('must have signed in to see the page', async () => {
    expect((await get('/office/laws')).headers.location).toMatch(/^\/office\/sign-in/);
  });
});

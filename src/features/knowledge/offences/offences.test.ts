/** A citizen finds the section without a script; only the ministry's planner or administrator changes what it says. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';

let world: TestApp;
let planner: TestOfficer;
let province: TestOfficer;
beforeAll(async () => {
  world = await createTestApp();
  planner = await anOfficer(world.db, 'MOI', ['planner']);
  province = await anOfficer(world.db, 'TH-50', ['planner', 'head', 'administrator']);
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

/** A form as the officer's browser posts it without script; without an officer, a stranger's. */
const post = (url: string, fields: Record<string, string>, officer?: TestOfficer) =>
  world.server.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(officer ? { cookie: `prongsai_session=${officer.cookie}` } : {}),
    },
  });
const get = (url: string) => world.server.inject({ url });
const today = () => new Date().toISOString().slice(0, 10);

describe('a citizen', () => {
  test('answers who and what, and reads name, section and penalty of taking money for a permit', async () => {
    const who = await get('/offences');
    expect(who.body).toContain('href="/offences?who=official"');
    const what = await get('/offences?who=official');
    expect(what.body).toContain('href="/offences?who=official&amp;what=ask-money"');
    expect(what.body).not.toContain('what=give-money');
    const found = await get('/offences?who=official&what=ask-money');
    expect(found.body).toContain('href="/offences/CC-149"');
    const page = await get('/offences/CC-149');
    expect(page.body.replace(/<[^>]*>/g, '')).toMatch(
      /มาตรา 149[\s\S]*จำคุก 5 ปี ถึง 20 ปี หรือจำคุกตลอดชีวิต และปรับ 100,000 ถึง 400,000 บาท หรือประหารชีวิต[\s\S]*20 ปี/,
    );
    expect(page.body.replace(/<[^>]*>/g, '')).toContain('ไม่ใช่คำปรึกษาทางกฎหมาย');
  });

  test('reads the same in English, where no Thai stands but names of laws', async () => {
    const page = await get('/en/offences/CC-149');
    const words = page.body.replace(/<[^>]*>/g, ' ');
    expect(words).toContain(
      'prison 5 years to 20 years or life in prison and a fine of 100,000 to 400,000 baht or death',
    );
    expect(words).toContain('no legal advice');
  });

  test.each([
    '/offences',
    '/offences?who=any',
    '/offences?who=official&what=procurement',
    '/offences/all',
    '/offences/CC-157',
  ])('%s runs no script and weighs little', async (url) => {
    for (const each of [url, `/en${url}`]) {
      const answer = await get(each);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toMatch(/<script/);
      expect(answer.rawPayload.length).toBeLessThan(60_000);
    }
  });

  test('an unknown section is not found, and an answer that is none asks again', async () => {
    expect((await get('/offences/CC-9999')).statusCode).toBe(404);
    expect((await get('/offences?who=nobody&what=zz')).body).toContain('who=official');
  });
});

describe('casework', () => {
  test('is offered topics for what happened, and sections for a topic', async () => {
    expect((await world.app.offences.suggestTopics({ who: 'official', what: 'embezzle' }))[0]).toBe(
      'EMBEZZLEMENT',
    );
    const cards = await world.app.offences.forTopic('BRIBE_DEMAND', 'th');
    expect(cards.map(({ code }) => code)).toEqual(expect.arrayContaining(['CC-149', 'NACC-173', 'SOE-6']));
  });
});

describe('a new version', () => {
  const input = async (change: Record<string, unknown> = {}) => {
    const present = (await world.app.offences.versions(await as(planner), 'CC-165')).versions.at(-1)!;
    return {
      id: randomUUID(),
      code: 'CC-165',
      titleTh: present.titleTh,
      titleEn: present.titleEn,
      gistTh: 'คำอธิบายใหม่ที่ชัดขึ้น',
      gistEn: 'A clearer sentence',
      elementsTh: present.elementsTh.join('\n'),
      elementsEn: present.elementsEn.join('\r\n'),
      penalties: [
        {
          minMonths: '',
          maxMonths: '12',
          minFine: '',
          maxFine: '20000',
          life: false,
          death: false,
          join: 'or-both',
        },
      ],
      source: 'ราชกิจจานุเบกษา',
      status: 'confirmed',
      validFrom: today(),
      ...change,
    };
  };

  test('is refused to a province, in the use case and in SQL', async () => {
    expect(await world.app.offences.enter(await as(province), await input())).toEqual({
      ok: false,
      code: 'forbidden',
    });
    const { actor } = await as(province);
    await expect(
      actingAs(world.db.asOfficer, actor, async (trx) => {
        const row = await trx
          .selectFrom('knowledge.offence')
          .selectAll()
          .where('code', '=', 'CC-165')
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('knowledge.offence')
          .values({ ...row, version: 99, penalties: '[]', valid_from: today() })
          .execute();
      }),
    ).rejects.toThrow(/row-level security/);
  });

  test('cannot be edited in place, even by the planner', async () => {
    const { actor } = await as(planner);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx.updateTable('knowledge.offence').set({ title_th: 'x' }).where('code', '=', 'CC-165').execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('names every field that is wrong', async () => {
    const answer = await world.app.offences.enter(
      await as(planner),
      await input({ elementsEn: 'one\ntwo\nthree\nfour\nfive', validFrom: 'soon' }),
    );
    expect(answer).toMatchObject({
      ok: false,
      code: 'fields',
      fields: expect.arrayContaining(['validFrom']),
    });
    expect(
      await world.app.offences.enter(
        await as(planner),
        await input({ elementsEn: 'one\ntwo\nthree\nfour\nfive' }),
      ),
    ).toMatchObject({ code: 'fields', fields: ['elementsEn'] });
  });

  test('is shown to citizens, stands in the ledger, and tells officers once though it is sent twice', async () => {
    const entered = await input();
    for (let sent = 0; sent < 2; sent++)
      expect(await world.app.offences.enter(await as(planner), entered)).toEqual({ ok: true });
    expect((await get('/offences/CC-165')).body).toContain('คำอธิบายใหม่ที่ชัดขึ้น');
    const { versions } = await world.app.offences.versions(await as(planner), 'CC-165');
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act === 'offences.entered');
    expect(acts).toMatchObject([{ id: 'CC-165.2', role: 'planner' }]);
    const notices = await world.app.notices.list(
      await as(await anOfficer(world.db, 'TH-83', ['case-officer'])),
    );
    expect(notices.filter(({ kind }) => kind === 'offence')).toHaveLength(1);
    expect(await world.app.offences.enter(await as(planner), await input())).toEqual({ ok: true });
    expect(
      await world.app.offences.enter(await as(planner), await input({ gistTh: 'อีกครั้งในวันเดียวกัน' })),
    ).toEqual({ ok: false, code: 'not-later' });
  });

  test('the officers’ pages need a session, and show the form to the planner alone', async () => {
    const ask = (cookie: string) =>
      world.server.inject({
        url: '/office/offences/CC-149',
        headers: { cookie: `prongsai_session=${cookie}` },
      });
    expect((await get('/office/offences')).statusCode).toBe(302);
    expect((await ask(planner.cookie)).body).toContain('name="titleTh"');
    expect((await ask(province.cookie)).body).not.toContain('name="titleTh"');
  });
});

test('a section’s page in the library leads to the entry that explains it, by the forbidding and by the punishing section', async () => {
  const codes = async (section: string) =>
    (await world.app.offences.onSection('nacc-organic-act-2561', section, 'th')).map(({ code }) => code);
  expect(await codes('128')).toEqual(['NACC-169']);
  expect(await codes('169')).toEqual(['NACC-169']);
  expect(await codes('1')).toEqual([]);
});

test('over HTTP a new version is refused to a stranger and to a province', async () => {
  const url = '/office/offences/CC-146';
  const fields = { id: randomUUID(), limbs: '1', titleTh: 'ชื่อที่ปลอม', titleEn: 'Forged title' };
  expect((await post(url, fields)).statusCode).toBe(302);
  expect((await post(url, fields, province)).body).toContain('ท่านไม่มีสิทธิเพิ่มรุ่น');
  expect((await post(url, fields, planner)).body).toContain('โปรดแก้ช่องที่ทำเครื่องหมายไว้');
  expect((await world.app.offences.versions(await as(planner), 'CC-146')).versions).toHaveLength(1);
});

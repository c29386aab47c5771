/** A centre answers, is reviewed, appeals and is decided on; the ministry brings a year's items; the league counts. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import { columnNames, sheetColumns } from './item-sets/item-sheet.ts';
import { cookieOf } from './testing/cookie.ts';
import { createDisclosureWorld, type DisclosureWorld, must, today } from './testing/world.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await createDisclosureWorld();
});
afterEach(async () => {
  world.setNow(today);
  await world.clear();
});
afterAll(() => world?.stop());

const view = async (itemCode: string, officer = world.chiangMai) =>
  world.disclosure.viewItem(await world.as(officer), { unitCode: 'TH-50', fiscalYear: 2569, itemCode }, 'th');

describe('the way of an answer', () => {
  test('handed in, not met, appealed, granted by another person; each in the ledger, told, and in its history', async () => {
    const { id } = await world.answered('O15', 'ready');
    expect(await world.step(world.planner, id, 'not-met', ' ')).toMatchObject({ code: 'words-missing' });
    must(await world.step(world.planner, id, 'not-met', 'ไม่มีแผนส่งเสริมจริยธรรมของปีนี้'));
    expect(await view('O15')).toMatchObject({
      line: { answer: { state: 'reviewed', result: 'not-met' } },
      maySteps: ['mend', 'appeal'],
    });
    must(await world.step(world.chiangMai, id, 'appeal', 'แผนอยู่หน้าที่สองของลิงก์เดิม'));
    // Who reviewed does not decide on the appeal.
    expect(await world.step(world.planner, id, 'decide-met', 'เห็นแล้ว')).toMatchObject({ code: 'own-work' });
    must(await world.step(world.head, id, 'decide-met', 'แผนมีอยู่จริง'));
    const end = await view('O15');
    expect(end?.line.answer).toMatchObject({ state: 'decided', result: 'met' });
    expect(end?.steps.map(({ step, words }) => `${step} ${words}`)).toEqual([
      'ready ',
      'not-met ไม่มีแผนส่งเสริมจริยธรรมของปีนี้',
      'appeal แผนอยู่หน้าที่สองของลิงก์เดิม',
      'decide-met แผนมีอยู่จริง',
    ]);
    const { rows } = await sql<{ entry: string }>`
      select entry from (select entry from ledger.outbox union select entry from ledger.entry) all_acts
      where entry like ${`%${id}%`}`.execute(world.db.owner);
    const said = rows.map(({ entry }) => entry).join();
    for (const act of ['begun', 'handed-in', 'not-met', 'appealed', 'appeal-granted'])
      expect(said).toContain(`disclosure.answer-${act}`);
    const told = (await world.app.notices.list(await world.as(world.chiangMai))).map(
      ({ titleTh }) => titleTh,
    );
    expect(told).toEqual(
      expect.arrayContaining([expect.stringContaining('ไม่ผ่าน'), expect.stringContaining('ให้ผ่าน')]),
    );
  });

  test('what was met and rots is taken back, mended and reviewed anew', async () => {
    const { id } = await world.answered('O15', 'ready');
    must(await world.step(world.planner, id, 'met'));
    must(await world.step(world.chiangMai, id, 'mend'));
    expect((await view('O15'))?.line.answer).toMatchObject({ state: 'preparing', result: undefined });
    must(await world.step(world.chiangMai, id, 'ready'));
    must(await world.step(world.planner, id, 'met'));
  });

  test('nothing is handed in while something is missing, and what is missing is said', async () => {
    const signedIn = await world.as(world.chiangMai);
    const answer = world.anAnswer('O18', { asOf: '', selfScore: '', owner: '', ticked: ['1'] });
    must(await world.disclosure.save(signedIn, answer));
    expect(await world.step(world.chiangMai, answer.id, 'ready')).toMatchObject({
      code: 'not-complete',
      fields: ['links', 'checklist', 'as-of', 'self-score', 'owner'],
    });
  });

  test('what was lost on the way is sent again and stands once', async () => {
    const signedIn = await world.as(world.chiangMai);
    const answer = world.anAnswer('O15');
    must(await world.disclosure.save(signedIn, answer));
    must(await world.disclosure.save(signedIn, answer));
    const link = {
      id: randomUUID(),
      answerId: answer.id,
      url: 'https://a.example/x',
      format: 'page' as const,
    };
    must(await world.disclosure.addLink(signedIn, link));
    must(await world.disclosure.addLink(signedIn, link));
    must(await world.disclosure.addLink(signedIn, { ...link, id: randomUUID() }));
    const ready = { id: randomUUID(), answerId: answer.id, step: 'ready' as const };
    must(await world.disclosure.step(signedIn, ready));
    must(await world.disclosure.step(signedIn, ready));
    const seen = await view('O15');
    expect([seen?.line.links.length, seen?.steps.length]).toEqual([1, 1]);
  });

  test('two colleagues at one item: the second is told, nothing is overwritten', async () => {
    const signedIn = await world.as(world.chiangMai);
    const answer = world.anAnswer('O15');
    must(await world.disclosure.save(signedIn, answer));
    must(await world.disclosure.save(signedIn, { ...answer, baseRevision: 1, owner: 'นิติกร' }));
    expect(await world.disclosure.save(signedIn, { ...answer, baseRevision: 1, owner: 'อื่น' })).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await view('O15'))?.line.answer?.owner).toBe('นิติกร');
  });

  test('an address is a web address without a password in it', async () => {
    const signedIn = await world.as(world.chiangMai);
    const { id } = await world.answered('O15');
    for (const url of ['ftp://a.example', 'javascript:alert(1)', 'https://me:secret@a.example/', 'a.example'])
      expect(
        await world.disclosure.addLink(signedIn, { id: randomUUID(), answerId: id, url, format: 'page' }),
      ).toMatchObject({ code: 'not-an-address' });
  });
});

describe('the items of a year', () => {
  const form = { fiscalYear: '2570', basisTh: 'คู่มือ ITA 2570', basisEn: '', source: 'คู่มือ' };
  const table = (rows: readonly (readonly string[])[]) =>
    writeXlsx([{ name: 'O', columns: sheetColumns, rows }]);
  const row = (code: string, formats = 'page') =>
    columnNames.map(
      (name) =>
        ({ code, formats, fill: 'by-hand', status: 'confirmed', name_en: '', requirement_en: '' })[
          name as string
        ] ?? (name.startsWith('checklist') ? '' : `${name} ${code}`),
    );

  test('are begun from last year’s, brought again as a table until right, and put in force', async () => {
    const planner = await world.as(world.planner);
    const id = randomUUID();
    must(await world.disclosure.startFromLast(planner, { id, fiscalYear: 2570 }));
    expect((await world.disclosure.viewSet(planner, id))?.items).toHaveLength(12);
    const file = async (rows: readonly (readonly string[])[]) => ({
      name: 'items.xlsx',
      bytes: await table(rows),
    });
    const set = { ...form, id: randomUUID(), status: 'confirmed' as const };
    expect(
      await world.disclosure.loadSet(planner, set, await file([row('O1'), row('O2', 'doc'), row('O3')])),
    ).toMatchObject({ code: 'rows-wrong', rows: [{ line: 3, problem: 'formats' }] });
    // Nothing of a table that is wrong is kept.
    expect((await world.disclosure.viewSet(planner, id))?.items).toHaveLength(12);
    must(await world.disclosure.loadSet(planner, set, await file([row('O1'), row('O2'), row('O3')])));
    // Until it is in force, centres stand by last year's.
    expect(
      (await world.disclosure.view(await world.as(world.chiangMai), 'TH-50', undefined, 'th'))?.fiscalYear,
    ).toBe(2569);
    must(await world.disclosure.putInForce(planner, id));
    must(await world.disclosure.putInForce(planner, id));
    const centre = await world.disclosure.view(await world.as(world.chiangMai), 'TH-50', undefined, 'th');
    expect(centre).toMatchObject({
      fiscalYear: 2570,
      years: [2570, 2569, 2568],
      set: { status: 'confirmed' },
    });
    expect(centre?.lines.map(({ item }) => item.code)).toEqual(['O1', 'O2', 'O3']);
    // A further version replaces it; answers stand by their codes.
    const chiangMai = await world.as(world.chiangMai);
    must(await world.disclosure.save(chiangMai, world.anAnswer('O2', { fiscalYear: 2570 })));
    const next = { ...set, id: randomUUID() };
    must(await world.disclosure.loadSet(planner, next, await file([row('O2'), row('O4')])));
    must(await world.disclosure.putInForce(planner, next.id));
    const after = await world.disclosure.view(chiangMai, 'TH-50', 2570, 'th');
    expect(after?.lines.map(({ item, answer }) => [item.code, answer?.state])).toEqual([
      ['O2', 'preparing'],
      ['O4', undefined],
    ]);
    expect(after?.gaps).toEqual(['O1', 'O3']);
    expect((await world.disclosure.listSets(planner)).sets[1]).toMatchObject({
      version: 1,
      state: 'replaced',
    });
  });

  test('a band of the scale changes from a day on and keeps what was before', async () => {
    const administrator = await world.as(world.administrator);
    const band = {
      id: randomUUID(),
      code: 'GOOD',
      fromPercent: '80',
      isPass: true,
      basisTh: 'มติที่ประชุม',
      source: 'หนังสือแจ้ง',
      status: 'confirmed' as const,
      validFrom: '2026-11-25',
    };
    must(await world.disclosure.enterBand(administrator, band));
    must(await world.disclosure.enterBand(administrator, band));
    const { bands } = await world.disclosure.listSets(administrator);
    expect(bands.map(({ code, fromPercent }) => `${code} ${fromPercent}`)).toEqual([
      'EXCELLENT 95',
      'GOOD 80',
      'IMPROVE 70',
      'URGENT 0',
    ]);
    const before = { ...band, id: randomUUID(), validFrom: '2026-11-01' };
    expect(await world.disclosure.enterBand(administrator, before)).toMatchObject({ fields: ['validFrom'] });
  });
});

describe('the league', () => {
  test('counts each centre, whom to help first, and how it changed in a year', async () => {
    const chiangMai = await world.as(world.chiangMai);
    await world.answered('O15', 'ready');
    const met = await world.answered('O19', 'ready');
    must(await world.step(world.planner, met.id, 'met'));
    must(await world.disclosure.save(chiangMai, world.anAnswer('O1', { fiscalYear: 2568 })));
    const league = await world.disclosure.network(await world.as(world.auditor), 2569, 'th');
    expect(league?.lines).toHaveLength(91);
    expect(league?.lines.find(({ centre }) => centre.code === 'TH-50')).toMatchObject({
      ready: 2,
      readyPercent: 17,
      metPercent: 8,
      waiting: 1,
      change: 17,
    });
    expect(league?.lines.find(({ centre }) => centre.code === 'TH-83')).toMatchObject({
      readyPercent: 0,
      change: undefined,
    });
    expect(await world.disclosure.network(chiangMai, 2569, 'th')).toBeUndefined();
  });

  test('is exported as filtered', async () => {
    await world.answered('O15', 'ready');
    const get = (format: string) =>
      world.server.inject({
        method: 'GET',
        url: `/office/disclosure/network.${format}?year=2569&kind=province&order=ahead&lang=en`,
        headers: { cookie: cookieOf(world.planner) },
      });
    const lines = (await get('csv')).payload.trim().split('\r\n');
    expect(lines).toHaveLength(77);
    expect(lines[1]).toMatch(/^TH-50,Chiang Mai.*,Province,8,0,,1,0,0$/);
    expect((await get('xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

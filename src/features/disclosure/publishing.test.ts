/** Papers out of the platform's data, published at a lasting address; addresses looked at in the background. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from '#platform/spreadsheet/index.ts';
import type { PaperKind } from './item-sets/item-set.ts';
import { publicReach } from './links/reach.ts';
import type { Period } from './publishing/paper-address.ts';
import { cookieOf } from './testing/cookie.ts';
import { createDisclosureWorld, type DisclosureWorld, must, today } from './testing/world.ts';

let world: DisclosureWorld;
let site: Server;
let port: number;
let isUp = true;
beforeAll(async () => {
  site = createServer((_request, answer) => answer.writeHead(isUp ? 200 : 404).end('<p>evidence'));
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  port = (site.address() as AddressInfo).port;
  world = await createDisclosureWorld({
    reach: { ...publicReach, mayReach: (address, to) => address === '127.0.0.1' && to === port },
  });
});
afterEach(async () => {
  world.setNow(today);
  await world.clear();
});
afterAll(async () => {
  site.close();
  await world?.stop();
});

const get = (url: string, cookie?: string) =>
  world.server.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });
const publish = async (kind: PaperKind, period: Period = 'year', more = {}) =>
  world.disclosure.publish(await world.as(world.chiangMai), {
    id: randomUUID(),
    unitCode: 'TH-50',
    kind,
    fiscalYear: '2569',
    period,
    ...more,
  });

describe('published papers', () => {
  test('complaint statistics: counts as PDF and Excel, open without a session, each version as it was', async () => {
    await world.db.owner
      .insertInto('cases.case')
      .values({
        id: randomUUID(),
        number: 'C-1',
        unit_id: world.unit('TH-50'),
        stage: 'CLOSED',
        topic: 'BRIBE_DEMAND',
        channel: 'web',
        identity_mode: 'anonymous',
        size_bucket: 4096,
        received_at: new Date('2026-01-10T03:00:00Z'),
        stage_since: today,
      })
      .execute();
    const first = await publish('complaint-statistics', 'first-half');
    if (!first.ok) throw new Error(first.code);
    const address = '/disclosure/TH-50/2569/complaint-statistics-first-half';
    const xlsx = await get(`${address}.xlsx`);
    expect(xlsx.statusCode).toBe(200);
    expect(xlsx.cookies).toEqual([]);
    const sheet = readSheet(xlsx.rawPayload, 'x.xlsx', { maxRows: 50, maxColumns: 10 });
    if (!sheet.ok) throw new Error(sheet.code);
    expect(sheet.rows[0]).toEqual(['ประเภทเรื่อง', 'ได้รับ', 'แล้วเสร็จ', 'อยู่ระหว่างดำเนินการ']);
    expect(sheet.rows.at(-1)).toEqual(['รวม', '1', '1', '0']);
    // One report of a topic is not told as such.
    expect(sheet.rows.slice(1).map(([, received]) => received)).toEqual(['1', '1']);
    expect(sheet.rows[1]?.[0]).toContain('ประเภทละน้อยกว่า 5 เรื่อง');
    const pdf = await get(`${address}.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    // The file is the one whose hash is shown.
    const hash = createHash('sha256').update(pdf.rawPayload).digest('hex');
    expect(hash).toBe(first.value.files.pdf.sha256);
    world.setNow(new Date(today.getTime() + 60_000));
    must(await publish('complaint-statistics', 'first-half'));
    const old = await get(`${address}.v1.pdf`);
    expect(createHash('sha256').update(old.rawPayload).digest('hex')).toBe(hash);
    expect(old.headers['cache-control']).toContain('immutable');
    expect((await get(`${address}.pdf`)).headers['etag']).not.toBe(old.headers['etag']);
    const listed = await world.disclosure.listPapers('TH-50', 'th');
    expect(listed?.papers).toMatchObject([{ version: 2, earlier: [{ version: 1, pdf: { sha256: hash } }] }]);
  });

  test('published twice by a double click it is published once, and gives the answer its two links', async () => {
    const signedIn = await world.as(world.chiangMai);
    const answer = world.anAnswer('O18');
    must(await world.disclosure.save(signedIn, answer));
    const paper = { id: randomUUID(), answerId: answer.id };
    must(await publish('complaint-statistics', 'year', paper));
    must(await publish('complaint-statistics', 'year', paper));
    const item = await world.disclosure.viewItem(
      signedIn,
      { unitCode: 'TH-50', fiscalYear: 2569, itemCode: 'O18' },
      'th',
    );
    expect(item?.line.links.map(({ url, format }) => [new URL(url).pathname, format]).sort()).toEqual([
      ['/disclosure/TH-50/2569/complaint-statistics-year.pdf', 'pdf'],
      ['/disclosure/TH-50/2569/complaint-statistics-year.xlsx', 'xlsx'],
    ]);
    expect((await world.disclosure.listPapers('TH-50', 'th'))?.papers).toMatchObject([
      { version: 1, earlier: [] },
    ]);
    // Such links are looked up, not asked for: the server need not reach itself.
    must(await world.disclosure.check(signedIn, { id: randomUUID(), unitCode: 'TH-50', fiscalYear: 2569 }));
    await world.runJobs();
    must(await world.step(world.chiangMai, answer.id, 'ready'));
  });

  test.each(['gifts-report', 'no-gift', 'bribery-risk', 'risk-results', 'plan', 'plan-results'] as const)(
    '%s: nothing is made up while its source is not there',
    async (kind) => {
      expect(await publish(kind)).toMatchObject({ code: 'no-figures' });
    },
  );

  test('a period that has not begun has no paper, nor has a period that a kind does not know', async () => {
    const next = { fiscalYear: '2570' };
    expect(await publish('complaint-statistics', 'second-half', next)).toMatchObject({ code: 'no-figures' });
    expect(await publish('plan', 'first-half')).toMatchObject({ code: 'malformed' });
  });

  test('a plan that the centre published becomes a paper', async () => {
    const { plans } = world.app;
    const chiangMai = await world.as(world.chiangMai);
    const planner = await world.as(world.planner);
    const planId = randomUUID();
    const unitId = world.unit('TH-50');
    must(await plans.start(chiangMai, { id: planId, unitId, fiscalYear: 2570, copyLast: false }));
    must(
      await plans.saveMeasure(chiangMai, {
        id: randomUUID(),
        planId,
        mission: 'anti-corruption',
        title: 'ตรวจรับงานร่วมกับประชาชน',
        objective: 'ให้ประชาชนร่วมดู',
        indicator: 'ครั้ง',
        target: '12',
        targetUnit: 'ครั้ง',
        budget: '45000',
        startsOn: '2026-10-01',
        endsOn: '2027-09-30',
        owner: 'สำนักงานจังหวัด',
        alignments: [],
      }),
    );
    const revisionOf = async () => (await plans.view(chiangMai, planId, 'th'))!.plan.revision;
    must(await plans.step(chiangMai, { planId, step: 'submit', revision: await revisionOf() }));
    must(await plans.step(planner, { planId, step: 'verify', revision: await revisionOf() }));
    must(await plans.step(planner, { planId, step: 'publish', revision: await revisionOf() }));
    must(await publish('plan', 'year', { fiscalYear: '2570' }));
    const { rawPayload } = await get('/disclosure/TH-50/2570/plan-year.xlsx');
    const sheet = readSheet(rawPayload, 'x.xlsx', { maxRows: 9, maxColumns: 9 });
    expect(sheet.ok && sheet.rows[1]?.slice(0, 4)).toEqual([
      'ตรวจรับงานร่วมกับประชาชน',
      'ให้ประชาชนร่วมดู',
      'ครั้ง',
      '45000',
    ]);
  });

  test.each(['plan-year.pdf', 'plan-year.exe', 'plan-never.pdf', '..%2f..%2fsecrets'])(
    'nothing is behind /disclosure/TH-50/2569/%s',
    async (file) => {
      expect((await get(`/disclosure/TH-50/2569/${file}`)).statusCode).toBe(404);
    },
  );
});

describe('looking at addresses', () => {
  test('finds what broke, says since when and when it was good last, and how far it has come', async () => {
    const signedIn = await world.as(world.chiangMai);
    const { id } = await world.answered('O15');
    const [first] = (await item())!.line.links;
    must(await world.disclosure.removeLink(signedIn, { answerId: id, id: first!.id }));
    const link = {
      id: randomUUID(),
      answerId: id,
      url: `http://127.0.0.1:${port}/`,
      format: 'page' as const,
    };
    must(await world.disclosure.addLink(signedIn, link));
    await world.runJobs(['disclosure.check-all']);
    expect((await item())?.line.links).toMatchObject([
      { outcome: 'good', goodAt: today, badSince: undefined },
    ]);
    isUp = false;
    const later = new Date(today.getTime() + 20 * 60_000);
    world.setNow(later);
    const asked = { id: randomUUID(), unitCode: 'TH-50', fiscalYear: 2569 };
    must(await world.disclosure.check(signedIn, asked));
    must(await world.disclosure.check(signedIn, asked));
    expect(await world.disclosure.check(signedIn, { ...asked, id: randomUUID() })).toMatchObject({
      code: 'check-runs',
    });
    await world.runJobs();
    isUp = true;
    const after = await item();
    expect(after?.line).toMatchObject({
      lacking: ['broken-links'],
      links: [{ outcome: 'error', httpStatus: 404, goodAt: today, badSince: later, checkedAt: later }],
    });
    expect(after?.run).toMatchObject({ total: 1, done: 1, finishedAt: later });
    expect(await world.step(world.chiangMai, id, 'ready')).toMatchObject({ fields: ['broken-links'] });
  });

  test('an address inside is not asked, and its refusal is shown', async () => {
    const signedIn = await world.as(world.chiangMai);
    const { id } = await world.answered('O15');
    const link = { id: randomUUID(), answerId: id, url: 'http://169.254.169.254/', format: 'page' as const };
    must(await world.disclosure.addLink(signedIn, link));
    must(await world.disclosure.check(signedIn, { id: randomUUID(), unitCode: 'TH-50', fiscalYear: 2569 }));
    await world.runJobs();
    const found = (await item())?.line.links.find(({ url }) => url.includes('169.254'));
    expect(found?.outcome).toBe('not-public');
  });

  const item = async () =>
    world.disclosure.viewItem(
      await world.as(world.chiangMai),
      { unitCode: 'TH-50', fiscalYear: 2569, itemCode: 'O15' },
      'th',
    );
});

test('the office’s template names the columns and says what may stand in them', async () => {
  const answer = await get('/office/disclosure/sets/template.xlsx?lang=en', cookieOf(world.planner));
  const sheet = readSheet(answer.rawPayload, 't.xlsx', { maxRows: 9, maxColumns: 20 });
  expect(sheet.ok && sheet.rows[0]?.slice(0, 3)).toEqual(['code', 'name_th', 'name_en']);
});

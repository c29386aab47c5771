/** The same refusals through the officers' addresses, as a browser or a stranger would ask. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '#features/network/index.ts';
import type { App } from '#main/app.ts';
import { openFile, sealFile } from '#platform/sealing/file.ts';
import { asRecipient } from '#platform/sealing/identity.ts';
import { officerSurface } from '#surfaces/officer.ts';
import { newestKey } from './browser/case-keys.ts';
import { sealNote, sealReply } from './browser/compose.ts';
import { type ArrivedReport, type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let http: FastifyInstance;
let somsri: Officer;
let elsewhere: Officer;
let ministry: Officer;
let registrar: Officer;
let report: ArrivedReport;
const sessions = new Map<string, SignedIn>();

beforeAll(async () => {
  office = await openOffice();
  somsri = await office.officer('TH-50', 'case-officer');
  elsewhere = await office.officer('TH-57', 'head');
  ministry = await office.officer('MOI', 'case-officer', 'administrator');
  registrar = await office.officer('TH-50', 'registrar');
  report = await office.report('TH-50');
  for (const officer of [somsri, elsewhere, ministry, registrar])
    sessions.set(officer.signedIn.person.id, officer.signedIn);
  const app = {
    ground: office.ground,
    cases: office.cases,
    network: {
      ...office.network,
      findSession: async (cookie: string | undefined) => sessions.get(cookie ?? ''),
    },
  } as unknown as App;
  http = Fastify();
  await http.register(
    officerSurface(app, async (_request, reply) => {
      reply.code(200).send('a page');
    }),
  );
});
afterAll(async () => {
  await http.close();
  await office.close();
});

type Asked = { officer?: Officer; headers?: Record<string, string>; payload?: object | Buffer };
const ask = (method: 'GET' | 'POST' | 'PUT', url: string, { officer, headers, payload }: Asked = {}) =>
  http.inject({
    method,
    url,
    payload,
    headers: {
      ...(officer ? { cookie: `prongsai_session=${officer.signedIn.person.id}` } : {}),
      ...headers,
    },
  });
const acts = (caseId: string) => `/office/cases/${caseId}/acts`;

async function aNote(officer = somsri) {
  return {
    act: 'note',
    id: randomUUID(),
    note: await sealNote(await office.desk(officer, report.id), 'บันทึก'),
  };
}

test('whoever is not signed in is told so, and another site is refused before anything is read', async () => {
  const payload = await aNote();
  expect((await ask('POST', acts(report.id), { payload })).statusCode).toBe(401);
  expect((await ask('GET', `/office/files/${randomUUID()}`)).statusCode).toBe(401);
  expect((await ask('GET', '/office/search/batch')).statusCode).toBe(401);
  const foreign = { officer: somsri, payload, headers: { 'sec-fetch-site': 'cross-site' } };
  expect((await ask('POST', acts(report.id), foreign)).statusCode).toBe(403);
});

test('another centre, the tier above and a case that never was get one and the same answer', async () => {
  const payload = await aNote();
  const answers = await Promise.all([
    ask('POST', acts(report.id), { officer: elsewhere, payload }),
    ask('POST', acts(report.id), { officer: ministry, payload }),
    ask('POST', acts(randomUUID()), { officer: somsri, payload }),
  ]);
  for (const answer of answers) {
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ ok: false, code: 'not-found' });
  }
});

test('a role of the centre that does not work on cases is refused, and reads no matter', async () => {
  const answer = await ask('POST', acts(report.id), { officer: registrar, payload: await aNote() });
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden']);
  expect((await office.view(registrar, report.id)).matter).toBeUndefined();
});

test('an act is done, sent again is known, and on an old view is refused with 409', async () => {
  const payload = await aNote();
  const first = await ask('POST', acts(report.id), { officer: somsri, payload });
  expect([first.statusCode, first.json().repeated]).toEqual([200, false]);
  expect((await ask('POST', acts(report.id), { officer: somsri, payload })).json().repeated).toBe(true);
  const stale = { act: 'change-stage', id: randomUUID(), revision: 1, to: 'SCREENING' };
  const answer = await ask('POST', acts(report.id), { officer: somsri, payload: stale });
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'changed']);
});

test('an officer’s file goes sealed to the store and, once her answer names it, back to who reads the case', async () => {
  const desk = await office.desk(somsri, report.id);
  const key = newestKey(desk.keys, 'dialogue')!;
  const meta = { name: 'คำสั่ง.pdf', mediaType: 'application/pdf' };
  const { sealed, ...hashes } = await sealFile(new TextEncoder().encode('%PDF'), meta, [
    asRecipient(key.recipient),
  ]);
  const fileId = randomUUID();
  const put = (officer: Officer, bytes: Uint8Array) =>
    ask('PUT', `/office/files/${fileId}`, {
      officer,
      payload: Buffer.from(bytes),
      headers: { 'content-type': 'application/octet-stream' },
    });
  expect((await put(registrar, sealed)).statusCode).toBe(403);
  expect((await put(somsri, sealed)).json()).toEqual({ code: 'stored' });
  expect((await put(somsri, sealed)).json()).toEqual({ code: 'stored' });
  expect((await put(elsewhere, new Uint8Array(900))).statusCode).toBe(409);
  expect((await ask('GET', `/office/files/${fileId}`, { officer: somsri })).statusCode).toBe(404);

  const message = await sealReply(desk, 'แนบคำสั่งมาด้วย', [{ id: fileId, ...meta, ...hashes }]);
  const reply = { act: 'reply', id: randomUUID(), message, attachments: [fileId], asks: false };
  expect((await ask('POST', acts(report.id), { officer: somsri, payload: reply })).statusCode).toBe(200);
  for (const officer of [elsewhere, ministry, registrar])
    expect((await ask('GET', `/office/files/${fileId}`, { officer })).statusCode).toBe(404);
  const got = await ask('GET', `/office/files/${fileId}`, { officer: somsri });
  expect(got.headers['content-type']).toBe('application/octet-stream');
  expect(got.headers['content-disposition']).toBe('attachment');
  const opened = await openFile(new Uint8Array(got.rawPayload), key.identity, hashes);
  expect(opened.name).toBe('คำสั่ง.pdf');
  const { rows } = await sql<{ acts: string[] }>`
    select array_agg(act) as acts from cases.event where case_id = ${report.id} and act like 'file.%'`.execute(
    office.db.owner,
  );
  expect(rows[0]!.acts).toEqual(['file.opened']);
});

test('search hands out what one reads, a batch at a time, and says so in the ledger', async () => {
  for (let n = 0; n < 27; n++) await office.report('TH-57', { title: `เรื่องที่ ${n}` });
  const first = (await ask('GET', '/office/search/batch', { officer: elsewhere })).json();
  expect(first.cases).toHaveLength(25);
  const second = (
    await ask('GET', `/office/search/batch?after=${encodeURIComponent(first.next)}`, { officer: elsewhere })
  ).json();
  expect(second.cases).toHaveLength(2);
  expect(second.next).toBeUndefined();
  const ids = [...first.cases, ...second.cases].map((one: { id: string }) => one.id);
  expect(new Set(ids).size).toBe(27);
  expect(ids).not.toContain(report.id);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger.outbox where entry like '%search.read%'`.execute(
    office.db.owner,
  );
  expect(rows[0]!.count).toBe(2);
  expect((await ask('GET', '/office/search/batch', { officer: registrar })).json().cases).toEqual([]);
});

test('the queue is handed out 25 a page in the order of its clocks, each case once', async () => {
  for (let n = 0; n < 30; n++) {
    await office.report('TH-57', { story: { topic: n % 2 ? 'PERSONNEL' : 'PROCUREMENT' } });
    if (n % 10 === 9) office.advance(1);
  }
  const seen: { id: string; dueOn: string | undefined }[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const query = new URLSearchParams(after ? { after } : {});
    const page = await office.cases.listWork(elsewhere.signedIn, query);
    seen.push(...page.rows.map(({ id, dueOn }) => ({ id, dueOn })));
    expect(page.rows.length).toBeLessThanOrEqual(25);
    expect(page.rows.every((row) => row.grant && row.clock?.basisTh)).toBe(true);
    after = page.next;
    pages += 1;
  } while (after);
  expect(pages).toBe(3);
  expect(new Set(seen.map((row) => row.id)).size).toBe(57);
  const dues = seen.map((row) => row.dueOn!);
  expect(dues).toEqual(dues.toSorted());
  const personnel = await office.cases.listWork(elsewhere.signedIn, new URLSearchParams('topic=PERSONNEL'));
  expect(personnel.rows).toHaveLength(15);
  expect(personnel.rows.every((row) => row.topic === 'PERSONNEL')).toBe(true);
  expect(personnel.counts.find((count) => count.stage === 'RECEIVED')?.count).toBe(57);
  const nonsense = await office.cases.listWork(
    elsewhere.signedIn,
    new URLSearchParams("stage='--&after=x&topic=<>&centre=TH-50"),
  );
  expect(nonsense.rows).toEqual([]);
});

test('an administrator of the ministry enters the next version of a deadline; nobody else, and never in place', async () => {
  const entry = {
    code: 'CAT30',
    days: '45',
    dayUnit: 'calendar',
    basisTh: 'คำสั่งกระทรวง',
    basisEn: 'Order of the ministry',
    source: 'คำสั่งเลขที่ 1/2570',
    status: 'confirmed',
    validFrom: '2027-01-01',
  };
  expect(await office.cases.enterClockRule(somsri.signedIn, entry)).toEqual({ ok: false, code: 'forbidden' });
  const enter = (change: object) => office.cases.enterClockRule(ministry.signedIn, { ...entry, ...change });
  expect(await enter({ days: 'สิบ', basisTh: ' ' })).toEqual({
    ok: false,
    code: 'fields',
    fields: ['days', 'basisTh'],
  });
  expect(await enter({ validFrom: '2014-01-01' })).toEqual({ ok: false, code: 'not-later' });
  expect(await enter({})).toEqual({ ok: true });
  expect(await enter({})).toEqual({ ok: true });
  const { rules } = await office.cases.listClockRules(somsri.signedIn);
  expect(
    rules
      .filter((rule) => rule.code === 'CAT30')
      .map(({ version, days, validTo }) => [version, days, validTo]),
  ).toEqual([
    [2, 45, undefined],
    [1, 30, '2027-01-01'],
  ]);
});

test('whatever is posted as an act, the answer is a clear no and never a fault', async () => {
  const wild = fc.oneof(
    fc.anything({ withNullPrototype: false }).map((value) => JSON.stringify(value) ?? 'null'),
    fc.json(),
    fc
      .record({
        act: fc.constantFrom(
          'reply',
          'note',
          'assign',
          'restrict',
          'hand-up',
          'change-stage',
          'download',
          'x',
        ),
        id: fc.constantFrom('', randomUUID(), '💥'),
        revision: fc.oneof(fc.integer(), fc.string()),
        to: fc.string(),
        note: fc.object(),
        grants: fc.array(fc.object()),
        personId: fc.string(),
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(wild, async (text) => {
      const answer = await http.inject({
        method: 'POST',
        url: acts(report.id),
        payload: text,
        headers: {
          'content-type': 'application/json',
          cookie: `prongsai_session=${somsri.signedIn.person.id}`,
        },
      });
      expect([400, 403, 404, 409, 422]).toContain(answer.statusCode);
    }),
    { numRuns: 150 },
  );
});

test('an address with a day that no calendar has is read as if it had asked for the first page', async () => {
  const days = [
    '2026-99-99',
    '2026-02-30',
    '0000-01-01',
    '2026-01-01T99:99:99Z',
    '2026-01-01T0:0Z',
    'infinity',
  ];
  const first = await office.cases.listWork(elsewhere.signedIn, new URLSearchParams());
  expect(first.rows.length).toBeGreaterThan(0);
  for (const day of days) {
    const after = `${day}_${randomUUID()}`;
    const batch = await ask('GET', `/office/search/batch?after=${after}`, { officer: elsewhere });
    expect(batch.statusCode).toBe(200);
    for (const stage of ['', 'CLOSED']) {
      const page = await office.cases.listWork(elsewhere.signedIn, new URLSearchParams({ after, stage }));
      if (stage === '' && day !== 'infinity') expect(page.rows).toEqual(first.rows);
    }
  }
});

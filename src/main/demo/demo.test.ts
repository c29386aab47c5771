/** The demonstration in small: its officers can open what they see, and every stage occurs. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCaseKeys } from '#features/cases/browser/case-keys.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { type Demo, fillDemo } from './fill-demo.ts';

let instance: TestApp;
let demo: Demo;
beforeAll(async () => {
  instance = await createTestApp();
  demo = await fillDemo(instance.app, 45, new Date(), () => undefined);
}, 600_000);
afterAll(() => instance.stop());

test('an officer opens the titles of her queue with her own keys', async () => {
  const officer = demo.network.officers.find(({ email }) => email === 'officer.moi@demo.example')!;
  const { rows } = await instance.app.cases.listWork(officer.signedIn, new URLSearchParams());
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows.slice(0, 5)) {
    const found = await instance.app.cases.view(officer.signedIn, row.id);
    const keys = await openCaseKeys(row.id, found!.matter!.grants, {
      identity: async () => officer.identity,
      centreIdentity: async (code) => demo.network.centreKeys.get(code)!,
    });
    expect([...keys.values()].find(({ kind }) => kind === 'dialogue')?.title).toMatch(/: /);
  }
});

test('work stands at every stage, and something is late, restricted, contested or waiting for a second person', async () => {
  const { rows } = await sql<{ stage: string }>`select distinct stage from cases."case"`.execute(
    instance.db.owner,
  );
  expect(rows.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining(['RECEIVED', 'SCREENING', 'FACT_FINDING', 'DECISION', 'CLOSED']),
  );
  const { rows: counts } = await sql<Record<string, number>>`
    select
      count(*) filter (where restriction = 'unit')::int as above,
      count(*) filter (where channel = 'web-no-script')::int as "noScript",
      (select count(*)::int from cases.closing where decided_at is null) as waiting
    from cases."case"`.execute(instance.db.owner);
  for (const [what, count] of Object.entries(counts[0]!)) expect(count, what).toBeGreaterThan(0);
});

test('receipts to try are handed out', () => {
  expect(demo.receipts.length).toBeGreaterThan(3);
  expect(demo.network.accounts.every(({ totp }) => totp.length === 20)).toBe(true);
});

test('announcements, circulars and a question are there to be read', async () => {
  expect(await instance.app.news.latestNews(new Date(), 'th')).toHaveLength(2);
  const officer = demo.network.officers.find(({ email }) => email === 'chiangmai@demo.example')!;
  expect(await instance.app.questions.list(officer.signedIn)).not.toHaveLength(0);
});

test('risk maps of two years stand in every state, some of them public with their results', async () => {
  const { rows } = await sql<{ state: string; centres: number; years: number }>`
    select state, count(distinct unit_id)::int as centres, count(distinct fiscal_year)::int as years
    from prevention.risk_map group by state`.execute(instance.db.owner);
  expect(rows.map(({ state }) => state).sort()).toEqual([
    'approved',
    'draft',
    'returned',
    'submitted',
    'verified',
  ]);
  const approved = rows.find(({ state }) => state === 'approved')!;
  expect(approved.centres).toBe(12);
  expect(approved.years).toBe(2);
  const published = await instance.app.risks.listPublished('th', '');
  expect(published.filter(({ resultsPublic }) => resultsPublic === 12).length).toBeGreaterThan(5);
});

/** A centre plans, is returned, files again; the ministry verifies, publishes and consolidates. And who may not. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookieName } from '#features/network/session.ts';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import type { ResultInput } from './plan.schemas.ts';
import { createPlanWorld, must, type PlanWorld, today } from './testing/world.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await createPlanWorld();
});
afterEach(async () => {
  world.setNow(today);
  await world.clear();
});
afterAll(() => world?.stop());

const cookieOf = ({ cookie }: TestOfficer) => `${sessionCookieName}=${cookie}`;

const aResult = (measureId: string, change: Partial<ResultInput> = {}): ResultInput => ({
  id: randomUUID(),
  measureId,
  quarter: '1',
  done: 'ตรวจแล้ว 3 ครั้ง',
  value: '3',
  spent: '12,000',
  progress: '25',
  problems: '',
  suggestions: '',
  evidenceUrl: '',
  ...change,
});

describe('the way of a plan', () => {
  test('handed in, returned with a reason, handed in again, verified, published; each in the ledger and told', async () => {
    const { plans } = world;
    const chiangMai = await world.as(world.chiangMai);
    const ministry = await world.as(world.ministryPlanner);
    const { id, measure } = await world.aPlan('submitted');
    expect(await world.step(ministry, { planId: id, step: 'return', reason: ' ' })).toMatchObject({
      code: 'reason-missing',
    });
    must(await world.step(ministry, { planId: id, step: 'return', reason: 'ตัวชี้วัดยังวัดไม่ได้' }));
    expect(await plans.view(chiangMai, id, 'th')).toMatchObject({
      plan: { state: 'returned', reason: 'ตัวชี้วัดยังวัดไม่ได้' },
    });
    const before = (await plans.view(chiangMai, id, 'th'))!.measures[0]!;
    must(
      await plans.saveMeasure(chiangMai, {
        ...measure,
        indicator: 'จำนวนสัญญาที่ประชาชนร่วมตรวจรับ',
        baseChangedAt: before.changedAt.toISOString(),
      }),
    );
    world.setNow(new Date(today.getTime() + 60_000));
    must(await world.step(chiangMai, { planId: id, step: 'submit' }));
    must(await world.step(ministry, { planId: id, step: 'verify' }));
    must(await world.step(ministry, { planId: id, step: 'publish' }));
    const published = await plans.viewPublished({ code: 'TH-50', fiscalYear: 2570 }, 'th');
    expect(published?.measures[0]?.indicator).toBe('จำนวนสัญญาที่ประชาชนร่วมตรวจรับ');
    const { rows: acts } = await sql<{ entry: string }>`
      select entry from (select entry from ledger.outbox union select entry from ledger.entry) all_acts
      where entry like ${`%${id}%`}`.execute(world.db.owner);
    expect(acts.filter(({ entry }) => entry.includes('prevention.plan-submitted'))).toHaveLength(2);
    expect(acts.some(({ entry }) => entry.includes('prevention.plan-published'))).toBe(true);
    const notices = await world.app.notices.list(chiangMai);
    expect(notices.map(({ titleTh }) => titleTh)).toEqual(
      expect.arrayContaining([expect.stringContaining('ถูกส่งกลับให้แก้'), expect.stringContaining('เผยแพร่แล้ว')]),
    );
  });

  test('an empty plan and one with bare names are not handed in', async () => {
    const chiangMai = await world.as(world.chiangMai);
    const id = randomUUID();
    const unitId = world.unit('TH-50');
    must(await world.plans.start(chiangMai, { id, unitId, fiscalYear: 2570, copyLast: false }));
    const submit = () => world.step(chiangMai, { planId: id, step: 'submit' });
    expect(await submit()).toMatchObject({ code: 'empty-plan' });
    must(await world.plans.saveMeasure(chiangMai, world.aMeasure(id, { indicator: '' })));
    expect(await submit()).toMatchObject({ code: 'not-complete' });
  });

  test('what was lost on the way is sent again and stands once', async () => {
    const chiangMai = await world.as(world.chiangMai);
    const { id, measure } = await world.aPlan();
    must(await world.plans.saveMeasure(chiangMai, measure));
    const again = { id, unitId: world.unit('TH-50'), fiscalYear: 2570, copyLast: false };
    must(await world.plans.start(chiangMai, again));
    expect(await world.plans.start(chiangMai, { ...again, id: randomUUID() })).toMatchObject({
      code: 'already-begun',
    });
    must(await world.step(chiangMai, { planId: id, step: 'submit' }));
    must(await world.step(chiangMai, { planId: id, step: 'submit' }));
    expect((await world.plans.view(chiangMai, id, 'th'))?.measures).toHaveLength(1);
  });

  test('two colleagues at one measure: the second is told, nothing is overwritten', async () => {
    const chiangMai = await world.as(world.chiangMai);
    const { id, measure } = await world.aPlan();
    const opened = (await world.plans.view(chiangMai, id, 'th'))!.measures[0]!.changedAt.toISOString();
    world.setNow(new Date(today.getTime() + 60_000));
    must(await world.plans.saveMeasure(chiangMai, { ...measure, owner: 'นิติกร', baseChangedAt: opened }));
    expect(
      await world.plans.saveMeasure(chiangMai, { ...measure, owner: 'อื่น', baseChangedAt: opened }),
    ).toMatchObject({ code: 'changed-meanwhile' });
    expect((await world.plans.view(chiangMai, id, 'th'))?.measures[0]?.owner).toBe('นิติกร');
  });

  test('next year begins from this year’s, a year later, without goals that have ended', async () => {
    const chiangMai = await world.as(world.chiangMai);
    const { id, measure } = await world.aPlan();
    const opened = (await world.plans.view(chiangMai, id, 'th'))!.measures[0]!.changedAt.toISOString();
    must(
      await world.plans.saveMeasure(chiangMai, {
        ...measure,
        alignments: ['sdg:16.5', 'master-plan:21-PHASE2'],
        baseChangedAt: opened,
      }),
    );
    world.setNow(new Date('2027-10-05T03:00:00Z'));
    const next = randomUUID();
    must(
      await world.plans.start(chiangMai, {
        id: next,
        unitId: world.unit('TH-50'),
        fiscalYear: 2571,
        copyLast: true,
      }),
    );
    expect((await world.plans.view(chiangMai, next, 'th'))?.measures[0]).toMatchObject({
      title: measure.title,
      startsOn: '2027-10-01',
      endsOn: '2028-09-30',
      budget: 45_000.5,
      alignments: ['sdg:16.5'],
      results: [],
    });
  });
});

describe('results', () => {
  test('are entered once the plan stands, for quarters that have begun; a correction is a further row', async () => {
    const chiangMai = await world.as(world.chiangMai);
    const { id, measure } = await world.aPlan('submitted');
    const enter = (input: ResultInput) => world.plans.enterResult(chiangMai, id, input);
    expect(await enter(aResult(measure.id))).toMatchObject({ code: 'wrong-state' });
    must(await world.step(await world.as(world.ministryPlanner), { planId: id, step: 'verify' }));
    expect(await enter(aResult(measure.id, { quarter: '2' }))).toMatchObject({ code: 'quarter-to-come' });
    expect(await enter(aResult(measure.id, { progress: '101', evidenceUrl: 'javascript:1' }))).toMatchObject({
      code: 'malformed',
      fields: ['progress', 'evidenceUrl'],
    });
    const first = aResult(measure.id);
    must(await enter(first));
    must(await enter(first));
    world.setNow(new Date(today.getTime() + 60_000));
    must(await enter(aResult(measure.id, { progress: '30' })));
    const rows = await world.db.owner.selectFrom('prevention.measure_result').select('progress').execute();
    expect(rows.map(({ progress }) => progress).sort()).toEqual([25, 30]);
    const view = await world.plans.view(chiangMai, id, 'th');
    expect(view?.measures[0]?.results).toMatchObject([{ quarter: 1, progress: 30, spent: 12_000 }]);
  });

  test('the ministry sees all centres with their sums and who has not handed in', async () => {
    const { id, measure } = await world.aPlan('published');
    await world.aPlan('draft', 'TH-83');
    must(await world.plans.enterResult(await world.as(world.chiangMai), id, aResult(measure.id)));
    const lines = await world.plans.listNetwork(await world.as(world.auditor), 2570, 'th');
    expect(lines).toHaveLength(91);
    expect(lines.find(({ centre }) => centre.code === 'TH-50')).toMatchObject({
      state: 'published',
      budget: 45_000.5,
      spent: 12_000,
      progress: 25,
      reported: [1],
    });
    // A draft is the centre's own business.
    expect(lines.find(({ centre }) => centre.code === 'TH-83')?.state).toBeUndefined();
  });
});

describe('files', () => {
  const get = (url: string, cookie?: string) =>
    world.server.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });

  test('the ministry’s form carries its seven items, in a workbook that opens again', async () => {
    const { id } = await world.aPlan('published');
    const answer = await get(`/office/plans/${id}/plan.xlsx`, cookieOf(world.chiangMai));
    expect(answer.statusCode).toBe(200);
    const sheet = await readSheet(answer.rawPayload, 'plan.xlsx', { maxRows: 100, maxColumns: 40 });
    if (!sheet.ok) throw new Error(sheet.code);
    expect(sheet.rows[0]?.slice(0, 3)).toEqual(['1 หน่วยงาน', '2 ชื่อโครงการ', '3 ตัวชี้วัด']);
    expect(sheet.rows[0]?.filter((head) => head.startsWith('6.'))).toHaveLength(6);
    expect(sheet.rows[1]?.[1]).toBe('ตรวจสอบการจัดซื้อจัดจ้างโดยเครือข่ายภาคประชาชน');
  });

  test('memos are PDFs; the network’s is for those who oversee', async () => {
    const { id } = await world.aPlan('published');
    const memo = await get(`/office/plans/${id}/plan.pdf`, cookieOf(world.chiangMai));
    expect(memo.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const network = '/office/plans/network.pdf?year=2570';
    expect((await get(network, cookieOf(world.auditor))).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await get(network, cookieOf(world.chiangMai))).statusCode).toBe(404);
  });

  test('anybody takes a published plan, nobody an unpublished one', async () => {
    await world.aPlan('verified');
    expect((await get('/plans/TH-50/2570/plan.csv')).statusCode).toBe(404);
    expect((await get('/plans/all.csv?year=2570')).statusCode).toBe(404);
    await world.clear();
    await world.aPlan('published');
    await world.aPlan('verified', 'TH-83');
    const all = await get('/plans/all.csv?year=2570');
    expect([all.payload.includes('เชียงใหม่'), all.payload.includes('ภูเก็ต')]).toEqual([true, false]);
    const answer = await get('/plans/TH-50/2570/plan.csv');
    expect(answer.payload).toContain('ตรวจสอบการจัดซื้อจัดจ้าง');
    expect(answer.payload.charCodeAt(0)).toBe(0xfeff);
  });
});

describe('refusals', () => {
  test('another centre, and an officer who does not plan, neither write nor submit nor decide', async () => {
    const { id } = await world.aPlan();
    for (const officer of [world.phuket, world.chiangMaiCases]) {
      const signedIn = await world.as(officer);
      const saved = await world.plans.saveMeasure(signedIn, world.aMeasure(id));
      expect(saved.ok ? 'saved' : saved.code).toMatch(/forbidden|not-found/);
      const stepped = await world.step(signedIn, { planId: id, step: 'submit' });
      expect(stepped.ok ? 'stepped' : stepped.code).toMatch(/forbidden|not-found/);
    }
    must(await world.step(await world.as(world.chiangMai), { planId: id, step: 'submit' }));
    const own = await world.step(await world.as(world.chiangMai), { planId: id, step: 'verify' });
    expect(own).toMatchObject({ code: 'forbidden' });
  });

  test('through HTTP: a form posted by another centre changes nothing', async () => {
    const { id } = await world.aPlan();
    const answer = await world.server.inject({
      method: 'POST',
      url: `/office/plans/${id}`,
      headers: {
        cookie: cookieOf(world.phuket),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: 'step=submit&revision=2',
    });
    // She may not even see it: back to her own plans.
    expect(answer.statusCode).toBeGreaterThanOrEqual(300);
    expect((await world.plans.view(await world.as(world.chiangMai), id, 'th'))?.plan.state).toBe('draft');
  });

  test('nobody of the ministry verifies the ministry’s plan that she handed in herself', async () => {
    const planner = await world.as(world.ministryPlanner);
    const id = randomUUID();
    must(
      await world.plans.start(planner, { id, unitId: world.unit('MOI'), fiscalYear: 2570, copyLast: false }),
    );
    must(await world.plans.saveMeasure(planner, world.aMeasure(id)));
    must(await world.step(planner, { planId: id, step: 'submit' }));
    const own = { code: 'own-submission' };
    const reason = 'ขอแก้ตัวชี้วัด';
    expect(await world.step(planner, { planId: id, step: 'verify' })).toMatchObject(own);
    expect(await world.step(planner, { planId: id, step: 'return', reason })).toMatchObject(own);
    const head = await world.as(world.ministryHead);
    must(await world.step(head, { planId: id, step: 'verify' }));
    expect(await world.step(planner, { planId: id, step: 'publish' })).toMatchObject(own);
    must(await world.step(head, { planId: id, step: 'publish' }));
  });

  test('in the database as the application’s role: no leap to published, no change of what stands, no foreign result', async () => {
    const { id, measure } = await world.aPlan('submitted');
    const { as } = world;
    const update = async (officer: typeof world.chiangMai, state: string) => {
      const { actor, person } = await as(officer);
      return actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .updateTable('prevention.plan')
          .set({ state, decided_by: person.id })
          .where('id', '=', id)
          .executeTakeFirst(),
      );
    };
    // The centre itself: what is handed in is out of its hands.
    expect((await update(world.chiangMai, 'published')).numUpdatedRows).toBe(0n);
    expect((await update(world.phuket, 'returned')).numUpdatedRows).toBe(0n);
    const { actor, person } = await as(world.chiangMai);
    const changed = await actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .updateTable('prevention.measure')
        .set({ budget: '1' })
        .where('id', '=', measure.id)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const result = actingAs(world.db.asOfficer, actor, (trx) =>
      trx
        .insertInto('prevention.measure_result')
        .values({
          id: randomUUID(),
          measure_id: measure.id,
          unit_id: world.unit('TH-50'),
          quarter: 1,
          done: 'ก่อนเวลา',
          progress: 100,
          entered_by: person.id,
          entered_at: new Date(),
        })
        .execute(),
    );
    await expect(result).rejects.toThrow(/row-level security/);
    expect(await world.db.asPublic.selectFrom('prevention.plan').select('id').execute()).toEqual([]);
  });
});

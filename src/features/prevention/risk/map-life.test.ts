/** A department's map from its first draft to public results, and what it remembers on the way. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar } from '#features/network/testing/office.ts';
import { createRiskWorld, must, type RiskWorld, wholeRisk } from './testing/world.ts';

let world: RiskWorld;
beforeAll(async () => {
  world = await createRiskWorld();
});
afterAll(() => world.stop());

const resultOf = (riskId: string, mapId: string, half: number, change: object = {}) => ({
  ...{ id: randomUUID(), riskId, mapId, half, progress: 'done', done: 'เปิดระบบติดตามสถานะแล้ว' },
  ...{ measured: 'ร้อยละ 92', evidence: '', controlQuality: 'good', likelihood: 2, impact: 4 },
  ...change,
});

describe('a map’s life', () => {
  test('drafted, returned with reasons, handed in again, verified, approved, published, reported on', async () => {
    const { risks, department, departmentHead, ministry, as, view, step } = world;
    const mapId = await world.start();
    const riskId = await world.save(mapId, { treatment: '' });
    expect((await view(mapId))?.gaps[riskId]).toEqual(['treatment']);
    expect(await step(department, mapId, 'submitted')).toMatchObject({ code: 'gaps' });
    await world.save(mapId, { id: riskId, revision: 1 });
    expect((await view(mapId))?.risks[0]?.band).toBe('very-high');
    must(await step(department, mapId, 'submitted'));
    expect(await risks.saveRisk(await as(department), wholeRisk(mapId))).toMatchObject({
      code: 'not-a-draft',
    });
    const toldAbove = await world.app.notices.list(await as(ministry));
    expect(toldAbove[0]).toMatchObject({ kind: 'risk', href: `/office/risks/${mapId}/review` });

    expect(await step(ministry, mapId, 'returned')).toMatchObject({ code: 'reason-missing' });
    must(
      await step(ministry, mapId, 'returned', {
        reason: 'โปรดแยกขั้นตอนรับคำขอกับตรวจแบบ',
        remarks: [{ risk: riskId, text: 'ระบุตำแหน่งให้ชัด' }],
      }),
    );
    const returned = await view(mapId);
    expect(returned).toMatchObject({
      map: { state: 'returned' },
      remarks: [{ risk: riskId, text: 'ระบุตำแหน่งให้ชัด' }],
    });
    expect((await world.app.notices.list(await as(department)))[0]).toMatchObject({
      kind: 'risk',
      href: `/office/risks/${mapId}`,
    });
    await world.save(mapId, { id: riskId, revision: 2, who: 'นายช่างโยธาผู้ตรวจแบบ' });
    must(await step(department, mapId, 'submitted'));
    must(await step(ministry, mapId, 'verified'));
    must(await step(departmentHead, mapId, 'approved'));
    must(await step(department, mapId, 'published'));

    const shown = await risks.viewPublished('DOL', 2570, 'th');
    expect(shown[0]?.risks.map(({ who }) => who)).toEqual(['นายช่างโยธาผู้ตรวจแบบ']);
    expect(await step(department, mapId, 'results-6')).toMatchObject({ code: 'results-missing' });
    must(await risks.reportResult(await as(department), resultOf(riskId, mapId, 6)));
    expect((await risks.viewPublished('DOL', 2570, 'th'))[0]?.results).toEqual([]);
    must(await step(department, mapId, 'results-6'));
    expect((await risks.viewPublished('DOL', 2570, 'th'))[0]?.results).toMatchObject([
      { half: 6, band: 'medium', done: 'เปิดระบบติดตามสถานะแล้ว' },
    ]);
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act.startsWith('risks.'));
    expect(acts.map(({ act }) => act)).toEqual([
      'risks.started',
      'risks.risk-entered',
      'risks.risk-changed',
      'risks.submitted',
      'risks.returned',
      'risks.risk-changed',
      'risks.submitted',
      'risks.verified',
      'risks.approved',
      'risks.published',
      'risks.result-entered',
      'risks.results-6',
    ]);
    expect(JSON.stringify(acts)).not.toContain('นายช่าง');
  });

  test('a result is corrected by a further one, and the first stays', async () => {
    const mapId = await world.approved([{}], 2569);
    const [risk] = (await world.view(mapId))!.risks;
    const signedIn = await world.as(world.department);
    const first = resultOf(risk!.id, mapId, 6, { done: 'พิมพ์ผิด' });
    must(await world.risks.reportResult(signedIn, first));
    world.setNow(new Date('2026-11-25T03:05:00Z'));
    must(await world.risks.reportResult(signedIn, resultOf(risk!.id, mapId, 6, { done: 'ถูกต้องแล้ว' })));
    expect((await world.view(mapId))?.results.map(({ done }) => done)).toEqual(['ถูกต้องแล้ว']);
    const rows = await world.db.owner
      .selectFrom('prevention.risk_result')
      .select('done')
      .where('map_id', '=', mapId)
      .orderBy('entered_at')
      .execute();
    expect(rows.map(({ done }) => done)).toEqual(['พิมพ์ผิด', 'ถูกต้องแล้ว']);
  });

  test('an approved map is changed by a further version, compared with the one before', async () => {
    const mapId = await world.approved([{}, { event: 'ฮั้วราคา', domain: 'procurement' }], 2568);
    const signedIn = await world.as(world.department);
    const id = randomUUID();
    const version = { id, mapId, reason: 'กฎกระทรวงใหม่ใช้บังคับ' };
    must(await world.risks.startVersion(signedIn, version));
    must(await world.risks.startVersion(signedIn, version));
    expect(await world.risks.startVersion(signedIn, { ...version, id: randomUUID() })).toMatchObject({
      code: 'already-started',
    });
    const draft = (await world.view(id))!;
    expect(draft.map).toMatchObject({ version: 2, state: 'draft', changeReason: 'กฎกระทรวงใหม่ใช้บังคับ' });
    const [first, second] = draft.risks;
    await world.save(id, { id: first!.id, revision: first!.revision, impact: '5' });
    must(await world.risks.removeRisk(signedIn, { mapId: id, riskId: second!.id, isRemoved: true }));
    must(await world.step(world.department, id, 'submitted'));
    const review = await world.risks.review(await world.as(world.ministry), id, 'th');
    expect(review?.against).toMatchObject({ id: mapId, version: 1 });
    expect(review?.changes.map(({ kind }) => kind)).toEqual(['changed', 'removed']);
    expect((await world.view(mapId))?.risks).toHaveLength(2);
  });

  test('what was taken out of a draft comes back; last year’s risks are copied with the levels that fit', async () => {
    const mapId = await world.start(world.department, { fiscalYear: 2571, copyLast: true });
    const copied = (await world.view(mapId))!;
    expect(copied.risks.map(({ event, dueOn, band }) => [event, dueOn, band])).toEqual([
      ['เรียกเงินเพื่อให้แบบผ่านเร็วขึ้น', undefined, 'very-high'],
    ]);
    const signedIn = await world.as(world.department);
    const what = { mapId, riskId: copied.risks[0]!.id };
    must(await world.risks.removeRisk(signedIn, { ...what, isRemoved: true }));
    expect((await world.view(mapId))?.removed).toHaveLength(1);
    must(await world.risks.removeRisk(signedIn, { ...what, isRemoved: false }));
    const earlier = await world.risks.listEarlier(signedIn, copied.map);
    expect(earlier.map(({ risk }) => risk.event)).toContain('ฮั้วราคา');
    const wanted = earlier.find(({ risk }) => risk.event === 'ฮั้วราคา')!.risk.id;
    const copy = { mapId, riskIds: [wanted] };
    expect(must(await world.risks.copyFromEarlier(signedIn, copy))).toEqual({ copied: 1 });
    expect(must(await world.risks.copyFromEarlier(signedIn, copy))).toEqual({ copied: 0 });
    expect((await world.view(mapId))?.risks).toHaveLength(2);
  });

  test('a double click makes one map, one risk, one step and one result', async () => {
    const signedIn = await world.as(world.department);
    const id = randomUUID();
    const again = { id, copyLast: false, kind: 'bribery', framework: 'bribery' } as const;
    await Promise.allSettled([world.start(world.department, again), world.start(world.department, again)]);
    const entry = wholeRisk(id);
    await Promise.all([world.risks.saveRisk(signedIn, entry), world.risks.saveRisk(signedIn, entry)]);
    expect((await world.view(id))?.risks).toHaveLength(1);
    const stepId = randomUUID();
    const twice = { id: stepId, revision: 1 };
    must(await world.step(world.department, id, 'submitted', twice));
    must(await world.step(world.department, id, 'submitted', twice));
    expect((await world.view(id))?.steps.map(({ step }) => step)).toEqual(['started', 'submitted']);
  });

  test('of two who change a risk at once the second is told, and nothing is overwritten', async () => {
    const mapId = await world.start(world.department, {
      fiscalYear: 2571,
      kind: 'bribery',
      framework: 'bribery',
    });
    const id = await world.save(mapId);
    const first = wholeRisk(mapId, { id, revision: 1, event: 'ของคนแรก' });
    must(await world.risks.saveRisk(await world.as(world.department), first));
    const second = wholeRisk(mapId, { id, revision: 1, event: 'ของคนที่สอง' });
    expect(await world.risks.saveRisk(await world.as(world.departmentHead), second)).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await world.view(mapId))?.risks[0]?.event).toBe('ของคนแรก');
    must(await world.risks.discard(await world.as(world.department), mapId));
    must(await world.risks.discard(await world.as(world.department), mapId));
    expect(await world.view(mapId)).toBeUndefined();
  });

  test('the older scale: quality of control moves the band', async () => {
    const mapId = await world.start(world.province, {
      ...{ unitId: world.unit('TH-50'), framework: 'three-by-three', copyLast: false },
    });
    const id = await world.save(
      mapId,
      { likelihood: '3', impact: '3', controlQuality: 'fair' },
      world.province,
    );
    expect((await world.view(mapId, world.province))?.risks.find((risk) => risk.id === id)?.band).toBe(
      'fairly-high',
    );
  });

  test('a name or telephone number keeps a map from being handed in', async () => {
    const mapId = await world.start(world.province, {
      ...{ unitId: world.unit('TH-50'), kind: 'bribery', framework: 'bribery', copyLast: false },
    });
    await world.save(mapId, { who: 'นายสมชาย ใจดีมาก' }, world.province);
    expect(await world.step(world.province, mapId, 'submitted')).toMatchObject({
      code: 'identifying',
      fields: ['นายสมชาย ใจดีมาก'],
    });
  });
});

describe('comparison', () => {
  test('the ministry sees all 91 centres, with domain × band and the years', async () => {
    const comparison = await world.risks.compare(
      await world.as(world.ministry),
      new URLSearchParams('year=2570'),
      'th',
    );
    expect(comparison?.rows).toHaveLength(91);
    const department = comparison?.rows.find(({ centre }) => centre.code === 'DOL');
    expect(department?.total).toBe(1);
    // Two risks in 2568, one in 2569, one in 2570, all very high.
    expect(department?.grave).toEqual([undefined, undefined, 2, 1, 1]);
    expect(comparison?.rows.filter(({ cells }) => cells).map(({ centre }) => centre.code)).toEqual(['DOL']);
  });

  test('a centre sees figures of its own kind, and opens none of the others’ maps', async () => {
    const other = await world.risks.compare(
      await world.as(world.province),
      new URLSearchParams('year=2570'),
      'th',
    );
    expect(other?.of).toBe('province');
    const departments = await world.risks.compare(
      await world.as(world.province),
      new URLSearchParams('year=2570&of=department'),
      'th',
    );
    const row = departments?.rows.find(({ centre }) => centre.code === 'DOL');
    expect([row?.total, row?.mapId]).toEqual([1, undefined]);
  });
});

describe('frameworks', () => {
  test('a planner of the ministry enters the next version; maps made before keep theirs', async () => {
    const signedIn = await world.as(world.ministry);
    const { all } = await world.risks.frameworks(signedIn);
    const present = all.find(({ code }) => code === 'five-by-five')!;
    const domains = [
      ...present.scheme.domains,
      { code: 'licences', name: { th: 'สัมปทาน', en: 'Concessions' } },
    ];
    const next = { ...present, after: 1, fromYear: 2571, toYear: '', scheme: { ...present.scheme, domains } };
    expect(await world.risks.enterFramework(signedIn, next)).toEqual({
      ok: true,
      code: 'five-by-five',
      version: 2,
    });
    expect(await world.risks.enterFramework(signedIn, next)).toMatchObject({ ok: true, version: 2 });
    expect(await world.risks.enterFramework(signedIn, { ...next, source: 'อื่น' })).toMatchObject({
      code: 'changed-meanwhile',
    });
    const bands = present.scheme.bands.slice(1);
    expect(
      await world.risks.enterFramework(signedIn, { ...next, after: 2, scheme: { ...present.scheme, bands } }),
    ).toMatchObject({ code: 'scheme', faults: ['bands'] });
    const maps = await world.risks.list(signedIn, new URLSearchParams('year=2570'), 'th');
    expect(maps.lines.find(({ centre }) => centre.code === 'DOL')?.map?.frameworkVersion).toBe(1);
  });
});

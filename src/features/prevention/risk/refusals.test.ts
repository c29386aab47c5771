/** Who sees nothing of a map and may do nothing with it: in the use case, over HTTP, and in SQL as the application's role. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { createRiskWorld, fiscalYear, must, type RiskWorld, wholeRisk } from './testing/world.ts';

let world: RiskWorld;
let draft: string;
let approved: string;
beforeAll(async () => {
  world = await createRiskWorld();
  approved = await world.approved();
  draft = await world.start(world.department, { kind: 'bribery', framework: 'bribery' });
  await world.save(draft);
});
afterAll(() => world.stop());

const as = async <T>(officer: TestOfficer, work: (trx: InTransaction) => Promise<T>) =>
  actingAs(world.db.asOfficer, (await world.as(officer)).actor, work);

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

const fields = (entry: object) =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, String(value ?? '')]));

describe('another centre', () => {
  test('sees neither map, risks, papers nor steps', async () => {
    expect(await world.view(approved, world.province)).toBeUndefined();
    for (const file of ['memo.pdf', 'report.pdf', 'table.xlsx', 'results-6.pdf']) {
      const path = `/office/risks/${approved}/${file}`;
      expect((await send(world.server, world.province, path)).statusCode).toBe(404);
      expect((await send(world.server, undefined, path)).statusCode).toBe(401);
      expect((await send(world.server, world.department, path)).statusCode).toBe(200);
    }
    for (const page of ['', '/review', '/results', '/ideas', '/risk/new'])
      expect((await send(world.server, world.province, `/office/risks/${approved}${page}`)).statusCode).toBe(
        404,
      );
    for (const table of ['risk_map', 'risk', 'risk_map_step'])
      expect(
        await as(world.province, (trx) => sql.raw(`select id from prevention.${table}`).execute(trx)),
      ).toMatchObject({
        rows: [],
      });
  });

  test('changes nothing of it', async () => {
    const page = `/office/risks/${draft}`;
    const entry = fields(wholeRisk(draft));
    expect((await post(world.province, `${page}/risk/new`, entry)).statusCode).toBe(404);
    const step = { id: randomUUID(), revision: '1', intent: 'submitted' };
    expect((await post(world.province, page, step)).statusCode).toBe(404);
    const start = {
      id: randomUUID(),
      unitId: String(world.unit('DOL')),
      kind: 'corruption',
      fiscalYear: '2571',
    };
    expect(
      (await post(world.province, '/office/risks/new', { ...start, framework: 'five-by-five' })).statusCode,
    ).toBe(403);
    await expect(
      as(world.province, (trx) =>
        trx
          .insertInto('prevention.risk_map')
          .values({
            ...{
              id: randomUUID(),
              unit_id: world.unit('DOL'),
              kind: 'corruption',
              fiscal_year: 2572,
              version: 1,
            },
            ...{
              framework: 'five-by-five',
              framework_version: 1,
              started_by: world.province.id,
              started_at: new Date(),
            },
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(as(world.province, (trx) => insertRisk(trx, draft, world.province.id))).rejects.toThrow(
      /row-level security/,
    );
  });

  const insertRisk = (trx: InTransaction, mapId: string, by: string) =>
    trx
      .insertInto('prevention.risk')
      .values({
        ...{ id: randomUUID(), map_id: mapId, unit_id: world.unit('DOL'), lineage: randomUUID(), sort: 1 },
        ...{ event: 'x', entered_by: by, entered_at: new Date() },
      })
      .execute();
});

describe('the tiers', () => {
  test('the ministry sees that a draft exists, and none of its risks until it is handed in', async () => {
    const seen = await world.view(draft, world.ministry);
    expect([seen?.map.state, seen?.risks]).toEqual(['draft', []]);
    const rows = await as(world.ministry, (trx) =>
      trx.selectFrom('prevention.risk').select('id').where('map_id', '=', draft).execute(),
    );
    expect(rows).toEqual([]);
    const list = await world.risks.list(
      await world.as(world.ministry),
      new URLSearchParams('kind=bribery'),
      'th',
    );
    const line = list.lines.find(({ centre }) => centre.code === 'DOL');
    expect([line?.state, line?.map?.risks]).toEqual(['draft', 0]);
  });

  test('roles that do not map only look; a case officer maps and does not hand in', async () => {
    expect(
      (await post(world.organiser, `/office/risks/${draft}/risk/new`, fields(wholeRisk(draft)))).statusCode,
    ).toBe(403);
    const change = await as(world.organiser, (trx) =>
      trx.updateTable('prevention.risk').set({ event: 'x' }).where('map_id', '=', draft).executeTakeFirst(),
    );
    expect(Number(change.numUpdatedRows)).toBe(0);
    must(await world.risks.saveRisk(await world.as(world.departmentClerk), wholeRisk(draft)));
    expect(await world.step(world.departmentClerk, draft, 'submitted')).toMatchObject({ code: 'forbidden' });
    await expect(
      as(world.departmentClerk, (trx) =>
        trx
          .updateTable('prevention.risk_map')
          .set({ state: 'submitted', submitted_by: world.departmentClerk.id, submitted_at: new Date() })
          .where('id', '=', draft)
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('a centre does not verify its own map; the ministry hands in nobody’s', async () => {
    const mapId = await world.start(world.department, { fiscalYear: 2571, copyLast: false });
    await world.save(mapId);
    expect(await world.step(world.ministry, mapId, 'submitted')).toMatchObject({ code: 'forbidden' });
    must(await world.step(world.department, mapId, 'submitted'));
    expect(await world.step(world.departmentHead, mapId, 'verified')).toMatchObject({ code: 'forbidden' });
    const review = { id: randomUUID(), revision: '2', intent: 'verified', reason: '' };
    expect((await post(world.departmentHead, `/office/risks/${mapId}/review`, review)).statusCode).toBe(403);
    const set = { state: 'verified', verified_by: world.departmentHead.id, verified_at: new Date() };
    const change = await as(world.departmentHead, (trx) =>
      trx.updateTable('prevention.risk_map').set(set).where('id', '=', mapId).executeTakeFirst(),
    );
    expect(Number(change.numUpdatedRows)).toBe(0);
    expect(await world.step(world.departmentHead, mapId, 'approved')).toMatchObject({
      code: 'not-this-step',
    });
  });

  test('who verified does not approve, not in SQL either', async () => {
    const [mapId] = (
      await world.db.owner
        .selectFrom('prevention.risk_map')
        .select('id')
        .where('state', '=', 'submitted')
        .execute()
    ).map(({ id }) => id);
    must(await world.step(world.ministryHead, mapId!, 'verified'));
    expect(await world.step(world.ministryHead, mapId!, 'approved')).toMatchObject({ code: 'own-work' });
    await expect(
      as(world.ministryHead, (trx) =>
        trx
          .updateTable('prevention.risk_map')
          .set({ state: 'approved', approved_by: world.ministryHead.id, approved_at: new Date() })
          .where('id', '=', mapId!)
          .execute(),
      ),
    ).rejects.toThrow(/nobody approves a map that she verified/);
    expect(await world.step(world.ministry, mapId!, 'approved')).toMatchObject({ code: 'forbidden' });
    must(await world.step(world.departmentHead, mapId!, 'approved'));
  });

  test('within the ministry the map of its own centre is verified by another than who handed it in', async () => {
    const unitId = world.unit('MOI');
    const mapId = await world.start(world.ministry, { unitId, copyLast: false });
    await world.save(mapId, {}, world.ministry);
    must(await world.step(world.ministry, mapId, 'submitted'));
    expect(await world.step(world.ministry, mapId, 'verified')).toMatchObject({ code: 'own-work' });
    await expect(
      as(world.ministry, (trx) =>
        trx
          .updateTable('prevention.risk_map')
          .set({ state: 'verified', verified_by: world.ministry.id, verified_at: new Date() })
          .where('id', '=', mapId)
          .execute(),
      ),
    ).rejects.toThrow(/nobody verifies a map that she handed in/);
    must(await world.step(world.ministryHead, mapId, 'verified'));
  });
});

describe('an approved map', () => {
  test('takes no risk, no change, no removal and no step back', async () => {
    const signedIn = await world.as(world.department);
    const [risk] = (await world.view(approved))!.risks;
    expect(await world.risks.saveRisk(signedIn, wholeRisk(approved))).toMatchObject({ code: 'not-a-draft' });
    const change = { mapId: approved, riskId: risk!.id, isRemoved: true };
    expect(await world.risks.removeRisk(signedIn, change)).toMatchObject({ code: 'not-a-draft' });
    expect(await world.risks.discard(signedIn, approved)).toMatchObject({ code: 'not-a-draft' });
    expect(await world.step(world.ministry, approved, 'returned', { reason: 'ขอแก้ไข' })).toMatchObject({
      code: 'not-this-step',
    });
    const updated = await as(world.department, (trx) =>
      trx
        .updateTable('prevention.risk')
        .set({ event: 'x' })
        .where('map_id', '=', approved)
        .executeTakeFirst(),
    );
    expect(Number(updated.numUpdatedRows)).toBe(0);
    const deleted = await as(world.department, (trx) =>
      trx.deleteFrom('prevention.risk_map').where('id', '=', approved).executeTakeFirst(),
    );
    expect(Number(deleted.numDeletedRows)).toBe(0);
    for (const set of [{ state: 'returned', approved_at: null }, { approved_by: world.department.id }])
      await expect(
        as(world.departmentHead, (trx) =>
          trx.updateTable('prevention.risk_map').set(set).where('id', '=', approved).execute(),
        ),
      ).rejects.toThrow(/does not go from|not changed/);
    await expect(
      as(world.department, (trx) => sql`delete from prevention.risk`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
  });

  test('results are added by the centre alone, never changed', async () => {
    const [risk] = (await world.view(approved))!.risks;
    const result = {
      ...{ id: randomUUID(), riskId: risk!.id, mapId: approved, half: 6, progress: 'done', done: 'ทำแล้ว' },
      ...{ measured: '', evidence: '', controlQuality: 'good', likelihood: 1, impact: 1 },
    };
    expect(await world.risks.reportResult(await world.as(world.ministry), result)).toMatchObject({
      code: 'forbidden',
    });
    expect(await world.risks.reportResult(await world.as(world.province), result)).toMatchObject({
      code: 'not-found',
    });
    expect(
      (
        await post(world.organiser, `/office/risks/${approved}/results`, {
          ...fields(result),
          risk: risk!.id,
        })
      ).statusCode,
    ).toBe(403);
    must(await world.risks.reportResult(await world.as(world.department), result));
    const values = {
      ...{ id: randomUUID(), risk_id: risk!.id, map_id: approved, unit_id: world.unit('DOL'), half: 12 },
      ...{ progress: 'done', done: 'x', likelihood: 1, impact: 1, band: 'low', entered_at: new Date() },
    };
    await expect(
      as(world.ministry, (trx) =>
        trx
          .insertInto('prevention.risk_result')
          .values({ ...values, entered_by: world.ministry.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    for (const statement of [
      "update prevention.risk_result set done = 'x'",
      'delete from prevention.risk_result',
    ])
      await expect(as(world.department, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe('the public', () => {
  test('reads nothing before publication, then the map without officers, and results once they are opened', async () => {
    const address = `/risks/DOL/${fiscalYear}`;
    expect((await world.server.inject(address)).statusCode).toBe(404);
    expect((await world.server.inject(`${address}/corruption.pdf`)).statusCode).toBe(404);
    const seen = async (table: string) =>
      (await sql.raw(`select id from prevention.${table}`).execute(world.db.asPublic)).rows;
    expect([await seen('risk_map'), await seen('risk'), await seen('risk_result')]).toEqual([[], [], []]);
    expect(await world.step(world.ministry, approved, 'published')).toMatchObject({ code: 'forbidden' });
    must(await world.step(world.departmentHead, approved, 'published'));
    const page = await world.server.inject(address);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).not.toContain('script-src');
    expect(page.body).not.toMatch(/<script/);
    expect(page.body.replaceAll(/<[^>]+>/g, '')).toContain('เรียกเงินเพื่อให้แบบผ่านเร็วขึ้น');
    expect(
      (await world.server.inject(`${address}/corruption.pdf`)).rawPayload.subarray(0, 5).toString(),
    ).toBe('%PDF-');
    expect(
      (await world.server.inject(`${address}/corruption.xlsx`)).rawPayload.subarray(0, 2).toString(),
    ).toBe('PK');
    expect((await world.server.inject(`${address}/bribery.pdf`)).statusCode).toBe(404);
    expect(await seen('risk_result')).toEqual([]);
    for (const column of ['started_by', 'submitted_by', 'change_reason'])
      await expect(
        sql.raw(`select ${column} from prevention.risk_map`).execute(world.db.asPublic),
      ).rejects.toThrow(/permission denied/);
    await expect(sql`select * from prevention.risk_map_step`.execute(world.db.asPublic)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('figures of maps and of closed cases are for officers alone', async () => {
    await expect(
      sql`select * from prevention.risk_figures(array[2570])`.execute(world.db.asPublic),
    ).rejects.toThrow(/permission denied/);
    await expect(
      sql`select * from cases.closed_figures(1, now())`.execute(world.db.asPublic),
    ).rejects.toThrow(/permission denied/);
    const nobody = await sql<{ risks: number }>`select * from prevention.risk_figures(array[2570])`.execute(
      world.db.asOfficer,
    );
    expect(nobody.rows).toEqual([]);
  });
});

describe('frameworks', () => {
  test('are entered by the ministry’s planner or administrator only', async () => {
    const { all } = await world.risks.frameworks(await world.as(world.department));
    const next = { ...all[0]!, after: 1, toYear: '' };
    expect(await world.risks.enterFramework(await world.as(world.department), next)).toMatchObject({
      code: 'forbidden',
    });
    expect(await world.risks.enterFramework(await world.as(world.ministryHead), next)).toMatchObject({
      code: 'forbidden',
    });
    const form = { code: all[0]!.code, after: '1', fromYear: '2571' };
    expect((await post(world.department, '/office/risks/frameworks', form)).statusCode).toBe(403);
    await expect(
      as(world.department, (trx) =>
        sql`insert into prevention.risk_framework select code, 9, sort, name_th, name_en, kinds, scheme, map_due, half_closes,
          year_closes, basis, source, status, from_year, to_year, ${world.department.id}::uuid, now()
          from prevention.risk_framework limit 1`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

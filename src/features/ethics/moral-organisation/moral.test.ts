/** A self-assessment is filed, returned, mended, verified with a correction and published; and who may do none of it. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';
import { levelOf, percentOf } from './moral-rules.ts';

let world: EthicsWorld;
beforeAll(async () => {
  // The clock of the sessions is the real one here, since pages are asked over HTTP.
  world = await createEthicsWorld(new Date());
});
afterAll(() => world.stop());

const moral = () => world.app.ethics.moral;
const denied = /row-level security|permission denied|tier above|next step|own assessment|by verifying alone/;
const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const scores = (score: number) =>
  positions.map((position) => ({
    position,
    score,
    evidence: score > 0 ? 'ภาพถ่ายและรายงานการประชุม' : '',
    link: '',
  }));
const begin = async (who: TestOfficer, unit: string) => {
  const outcome = await moral().begin(await world.as(who), { id: randomUUID(), unitId: world.unit(unit) });
  return outcome.ok ? outcome.value.id : outcome.code;
};
const revisionOf = async (who: TestOfficer, id: string) =>
  (await moral().view(await world.as(who), id, 'th'))?.assessment.revision ?? 0;
const save = async (who: TestOfficer, id: string, score: number, submit = true) =>
  moral().save(await world.as(who), {
    id,
    revision: await revisionOf(who, id),
    scores: scores(score),
    submit,
  });
const step = async (
  who: TestOfficer,
  id: string,
  to: 'returned' | 'verified' | 'published',
  change: { verdicts?: { position: number; score: number; remark: string }[]; remark?: string } = {},
) => {
  // As the page does, a score that is not corrected is confirmed.
  const own = (await moral().view(await world.as(who), id, 'th'))?.scores ?? [];
  const { verdicts = [], remark = '' } = change;
  const confirmed = own
    .filter(({ position }) => !verdicts.some((one) => one.position === position))
    .map(({ position, score }) => ({ position, score, remark: '' }));
  return moral().step(await world.as(who), {
    ...{ id, revision: await revisionOf(who, id), step: to, remark },
    verdicts: to === 'published' ? [] : [...confirmed, ...verdicts],
  });
};
const stepInSql = (who: TestOfficer, id: string, state: string, by: 'submitted_by' | 'reviewed_by') =>
  world.inSql(who, async (trx) => {
    const { numAffectedRows } = await sql`update ethics.moral_assessment
      set state = ${state}, ${sql.raw(by)} = ${who.id} where id = ${id}`.execute(trx);
    if (numAffectedRows === 0n) throw new Error('permission denied: no row');
  });

test('a level follows from the per cent as the thresholds say', () => {
  const frame = { middleFrom: 50, highFrom: 80 };
  expect([0, 49.99, 50, 79.99, 80, 100].map((percent) => levelOf(percent, frame))).toEqual([
    1, 1, 2, 2, 3, 3,
  ]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 20 }), (given) => {
      const percent = percentOf(given);
      expect(percent >= 0 && percent <= 100).toBe(true);
      expect(percentOf(given.map(() => 2))).toBe(100);
    }),
  );
});

describe('a self-assessment', () => {
  test('goes from draft to the public page, with a return and a correction on its way', async () => {
    const id = await begin(world.head, 'TH-50');
    expect(await begin(world.ethicsOfficer, 'TH-50')).toBe(id);
    const without = scores(2).map((one) => ({ ...one, evidence: '' }));
    expect(
      await moral().save(await world.as(world.head), { id, revision: 1, scores: without, submit: true }),
    ).toMatchObject({ code: 'evidence-missing' });
    expect(await save(world.head, id, 1, false)).toMatchObject({ ok: true });
    expect(await save(world.head, id, 2)).toMatchObject({ ok: true });
    expect(await save(world.head, id, 2)).toMatchObject({ ok: true });
    expect(await save(world.ethicsOfficer, id, 1)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await step(world.planner, id, 'returned')).toMatchObject({ code: 'remark-missing' });
    expect(await step(world.planner, id, 'returned', { remark: 'ขอภาพกิจกรรมข้อ 8' })).toMatchObject({
      ok: true,
    });
    expect(await save(world.head, id, 2)).toMatchObject({ ok: true });
    const unsaid = { verdicts: [{ position: 9, score: 0, remark: '' }] };
    expect(await step(world.planner, id, 'verified', unsaid)).toMatchObject({ code: 'remark-missing' });
    const corrected = { verdicts: [{ position: 9, score: 0, remark: 'ยังไม่เผยแพร่บทเรียน' }] };
    expect(await step(world.planner, id, 'verified', corrected)).toMatchObject({ ok: true });
    expect(await step(world.planner, id, 'verified', corrected)).toMatchObject({ ok: true });
    const { assessment } = (await moral().view(await world.as(world.head), id, 'th'))!;
    expect(assessment.percent).toBeCloseTo(percentOf([2, 2, 2, 2, 2, 2, 2, 2, 0]), 6);
    expect(assessment.level).toBe(3);
    expect((await world.get(undefined, '/ethics/moral')).body).not.toContain('เชียงใหม่');
    expect(await step(world.planner, id, 'published')).toMatchObject({ ok: true });
    const page = (await world.get(undefined, '/ethics/moral')).body;
    expect(page).toContain('จังหวัดเชียงใหม่');
    expect(page).toContain('88.89%');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('รายงานการประชุม');
    const { rows } =
      await sql`select entry from (select entry from ledger.outbox union all select entry from ledger.entry) acts
      where entry like '%ethics.moral-%'`.execute(world.db.owner);
    expect(rows).toHaveLength(5);
    for (const path of ['/office/moral/memo.pdf', '/office/moral/list.xlsx?state=published']) {
      expect((await world.get(world.planner, path)).statusCode).toBe(200);
      expect((await world.get(undefined, path)).statusCode).toBe(401);
    }
  });

  test('is verified and saved only as it was read, and handed in again it is looked at anew', async () => {
    const id = await begin(world.planner, 'MOI');
    const opened = await revisionOf(world.planner, id);
    const saved = { id, revision: opened, scores: scores(1), submit: false };
    expect(await moral().save(await world.as(world.planner), saved)).toMatchObject({ ok: true });
    expect(await moral().save(await world.as(world.planner), saved)).toMatchObject({ ok: true });
    // Her colleague opened it before that: his scores do not silently take the place of hers.
    const form = new URLSearchParams({ intent: 'save', revision: String(opened) });
    for (const one of scores(2)) {
      form.append('position', String(one.position));
      form.append(`score${one.position}`, '2');
      form.append(`evidence${one.position}`, 'คำสั่งแต่งตั้ง');
    }
    const late = await world.server.inject({
      method: 'POST',
      url: `/office/moral/${id}`,
      headers: {
        cookie: `prongsai_session=${world.ministryHead.cookie}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: form.toString(),
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('มีผู้แก้ไขไปก่อน');
    expect((await moral().view(await world.as(world.planner), id, 'th'))!.scores[0]!.score).toBe(1);
    expect(await save(world.planner, id, 1)).toMatchObject({ ok: true });
    // The overseer reads it; meanwhile it is returned, mended and handed in again.
    const seen = await revisionOf(world.overseer, id);
    const verdicts = [{ position: 1, score: 0, remark: 'ไม่มีหลักฐาน' }];
    expect(await step(world.overseer, id, 'returned', { verdicts, remark: 'ขอหลักฐาน' })).toMatchObject({
      ok: true,
    });
    const told = (await moral().view(await world.as(world.planner), id, 'th'))!.scores[0]!;
    expect(told).toMatchObject({ verified: 0, remark: 'ไม่มีหลักฐาน' });
    expect(await save(world.planner, id, 2)).toMatchObject({ ok: true });
    const stale = { id, revision: seen, step: 'verified' as const, verdicts: [], remark: '' };
    expect(await moral().step(await world.as(world.overseer), stale)).toMatchObject({
      code: 'changed-meanwhile',
    });
    const anew = (await moral().view(await world.as(world.overseer), id, 'th'))!;
    expect(anew.scores.map(({ verified }) => verified)).toEqual(positions.map(() => undefined));
    // Not one may be left out, in the use case or in SQL.
    const partly = { ...stale, revision: anew.assessment.revision! };
    expect(await moral().step(await world.as(world.overseer), partly)).toMatchObject({ code: 'malformed' });
    const inSql = (who: TestOfficer, change: string) =>
      world.inSql(who, (trx) =>
        sql`update ethics.moral_assessment set ${sql.raw(change)} where id = ${id}`.execute(trx),
      );
    const review = `state = 'verified', reviewed_by = platform.acting_person(), reviewed_at = now()`;
    await expect(inSql(world.overseer, review)).rejects.toThrow(/every score is confirmed/);
    await expect(inSql(world.overseer, `${review}, published_at = now()`)).rejects.toThrow(/step of its own/);
    await expect(inSql(world.overseer, `${review}, submitted_at = now()`)).rejects.toThrow(/handed in stays/);
    expect(await step(world.overseer, id, 'verified')).toMatchObject({ ok: true });
    for (const change of [`remark = 'x'`, 'reviewed_by = null'])
      await expect(
        inSql(world.overseer, `state = 'published', published_at = now(), ${change}`),
      ).rejects.toThrow(/by verifying alone/);
    expect(await step(world.overseer, id, 'published')).toMatchObject({ ok: true });
    // Published for citizens: an officer elsewhere reads neither remark nor names in its row.
    const elsewhere = await world.inSql(world.otherHead, (trx) =>
      sql`select remark, submitted_by, reviewed_by from ethics.moral_assessment where id = ${id}`.execute(
        trx,
      ),
    );
    expect(elsewhere.rows).toEqual([]);
    expect(
      (await sql`select id from ethics.moral_assessment where id = ${id}`.execute(world.db.asPublic)).rows,
    ).toHaveLength(1);
  });

  test('is filled in by its own centre alone, and a draft is seen by nobody else', async () => {
    expect(await begin(world.clerk, 'TH-50')).toBe('forbidden');
    expect(await begin(world.head, 'TH-83')).toBe('forbidden');
    const id = await begin(world.otherHead, 'TH-83');
    await save(world.otherHead, id, 1, false);
    for (const who of [world.head, world.planner, world.ministryHead]) {
      expect((await world.get(who, `/office/moral/${id}`)).statusCode).toBe(404);
      const seen = await world.inSql(who, (trx) =>
        sql`select from ethics.moral_score where assessment_id = ${id}`.execute(trx),
      );
      expect(seen.rows).toEqual([]);
      expect(
        await world.post(who, `/office/moral/${id}`, { intent: 'save' }).then(({ statusCode }) => statusCode),
      ).toBe(404);
      await expect(
        world.inSql(who, (trx) =>
          sql`insert into ethics.moral_score (assessment_id, position, score, evidence) values (${id}, 10, 2, 'x')`.execute(
            trx,
          ),
        ),
      ).rejects.toThrow(denied);
    }
    await expect(sql`select remark from ethics.moral_assessment`.execute(world.db.asPublic)).rejects.toThrow(
      denied,
    );
    await expect(sql`select from ethics.moral_score`.execute(world.db.asPublic)).rejects.toThrow(denied);
  });

  test('is verified from the tier above by somebody else, in order, and its level is set by nobody', async () => {
    const id = await begin(world.otherHead, 'TH-83');
    await expect(stepInSql(world.otherHead, id, 'verified', 'reviewed_by')).rejects.toThrow(denied);
    expect(await save(world.otherHead, id, 1)).toMatchObject({ ok: true });
    for (const who of [world.otherHead, world.head, world.overseer]) {
      expect((await step(who, id, 'verified')).ok).toBe(false);
      await expect(stepInSql(who, id, 'verified', 'reviewed_by')).rejects.toThrow(denied);
    }
    expect(
      (await world.post(world.otherHead, `/office/moral/${id}`, { intent: 'verified' })).statusCode,
    ).toBe(403);
    await expect(stepInSql(world.planner, id, 'published', 'reviewed_by')).rejects.toThrow(denied);
    await expect(
      world.inSql(world.planner, (trx) => sql`update ethics.moral_assessment set level = 3`.execute(trx)),
    ).rejects.toThrow(/permission denied/);
    expect(await step(world.planner, id, 'verified')).toMatchObject({ ok: true });
    expect((await moral().view(await world.as(world.planner), id, 'th'))!.assessment).toMatchObject({
      percent: 50,
      level: 2,
    });
    expect(await step(world.otherHead, id, 'published')).toMatchObject({ code: 'forbidden' });
    expect(await step(world.planner, await begin(world.ministryHead, 'MOI'), 'verified')).toMatchObject({
      code: 'forbidden',
    });
  });

  test('follows the frame it was begun with; the frame is the ministry’s to change', async () => {
    const { frame } = await moral().list(await world.as(world.planner), 'th');
    const lines = (list: readonly string[]) => list.join('\n');
    const next = {
      ...frame!,
      id: randomUUID(),
      activitiesTh: lines(frame!.activitiesTh.slice(0, 7)),
      activitiesEn: lines(frame!.activitiesEn.slice(0, 7)),
      levelsTh: lines(frame!.levelsTh),
      levelsEn: lines(frame!.levelsEn),
    };
    expect(await moral().enterFrame(await world.as(world.head), next)).toMatchObject({ code: 'forbidden' });
    await expect(
      world.inSql(world.head, (trx) =>
        sql`insert into ethics.moral_frame select gen_random_uuid(), fiscal_year, 99, activities_th, activities_en, levels_th,
          levels_en, virtues_th, virtues_en, middle_from, high_from, basis_th, basis_en, source, status from ethics.moral_frame limit 1`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(denied);
    expect(
      await moral().enterFrame(await world.as(world.planner), { ...next, activitiesEn: 'one' }),
    ).toMatchObject({ code: 'malformed' });
    for (let twice = 0; twice < 2; twice++)
      expect(await moral().enterFrame(await world.as(world.planner), next)).toMatchObject({
        value: { version: 1 },
      });
    const begun = await begin(world.head, 'TH-50');
    expect((await moral().view(await world.as(world.head), begun, 'th'))!.frame.activitiesTh).toHaveLength(9);
    expect((await moral().list(await world.as(world.head), 'th')).frame!.activitiesTh).toHaveLength(7);
  });
});

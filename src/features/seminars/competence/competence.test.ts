/** Competence: gathered from what happened, confirmed by the superior, read by few. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '#features/network/testing/office.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createLearningWorld, dayAfter, type LearningWorld, lastDay } from '../learning/testing/world.ts';
import { postForm } from '../seats/testing/pages.ts';
import { selectEvidence } from './evidence.queries.ts';

let world: LearningWorld;
beforeAll(async () => {
  world = await createLearningWorld();
});
afterAll(() => world?.stop());

const evidence = (change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  personId: world.chiangMai.id,
  competency: 'K1',
  source: 'practice',
  note: 'ทำบันทึกข้อกฎหมายของเรื่องด้วยตนเอง',
  on: civilDate(dayAfter(0)),
  ...change,
});

test('attendance of a half-day is evidence of what its parts serve, gathered once, for people with accounts', async () => {
  const { id } = await world.aTaughtSeminar();
  const seat = await world.anOfficersSeat(id, world.chiangMai.id);
  const guest = await world.aSeat(id, 'TH-50');
  const entry = {
    id: randomUUID(),
    seminarId: id,
    session: `${lastDay}/am`,
    registrationIds: [seat.id, guest.id],
  };
  await world.app.attendance.enterPaper(await world.as(world.organiser), entry);
  await world.goTo(1);
  expect(await world.app.learning.competence.gather()).toBe(2);
  expect(await world.app.learning.competence.gather()).toBe(0);
  const { standings } = await world.app.learning.competence.own(await world.as(world.chiangMai));
  const level = (code: string) => standings.find((one) => one.code === code)!.level;
  expect([level('K1'), level('S2'), level('K2')]).toEqual([1, 1, 0]);
});

describe('a superior', () => {
  test('adds practice and confirms a level, one step and no more', async () => {
    await world.goTo(1);
    const head = await world.as(world.chiangMaiHead);
    const { addEvidence, person } = world.app.learning.competence;
    const once = evidence({ source: 'superior', level: 4, competency: 'C1' });
    expect(await addEvidence(head, once)).toMatchObject({ ok: true });
    expect(await addEvidence(head, once)).toMatchObject({ ok: true });
    expect(await addEvidence(head, evidence({ source: 'superior' }))).toMatchObject({ fields: ['level'] });
    expect(await addEvidence(head, evidence({ on: '2099-01-01' }))).toMatchObject({ fields: ['on'] });
    const profile = (await person(head, world.chiangMai.id))!;
    expect(profile.standings.find(({ code }) => code === 'C1')!.level).toBe(1);
    expect(profile.evidence.filter(({ source }) => source === 'superior')).toHaveLength(1);
  });

  test('is nobody else: not another head, not the ministry, not the officer: use case, page, SQL', async () => {
    for (const officer of [world.phuketHead, world.planner, world.organiser, world.chiangMai]) {
      const signedIn = await world.as(officer);
      expect(await world.app.learning.competence.addEvidence(signedIn, evidence())).toMatchObject({
        code: 'forbidden',
      });
      const path = `/office/competence/${world.chiangMai.id}`;
      expect((await send(world.server, officer, path)).statusCode).toBe(404);
      expect(
        (await postForm(world.server, officer, path, { ...evidence(), source: 'practice' } as never))
          .statusCode,
      ).not.toBe(302);
      const insert = actingAs(world.db.asOfficer, signedIn.actor, (trx) =>
        trx
          .insertInto('seminars.competence_evidence')
          .values({
            id: randomUUID(),
            person_id: world.chiangMai.id,
            unit_id: world.unit('TH-50'),
            competency_code: 'K1',
            source: 'practice',
            on_date: lastDay,
            made_by: signedIn.person.id,
            made_at: new Date(),
          })
          .execute(),
      );
      await expect(insert).rejects.toThrow(/row-level security/);
      const seen = await actingAs(world.db.asOfficer, signedIn.actor, (trx) => selectEvidence(trx));
      const others = seen.filter(({ personId }) => personId === world.chiangMai.id);
      if (officer === world.chiangMai) expect(others).not.toEqual([]);
      else expect(others).toEqual([]);
    }
  });
});

test('the ledger of evidence is only added to', async () => {
  const { actor } = await world.as(world.chiangMaiHead);
  for (const change of [
    "update seminars.competence_evidence set note = 'x'",
    'delete from seminars.competence_evidence',
  ])
    await expect(actingAs(world.db.asOfficer, actor, (trx) => sql.raw(change).execute(trx))).rejects.toThrow(
      /permission denied/,
    );
});

test('the ministry sees numbers by centre and no name; a province sees no numbers of others', async () => {
  const { network } = world.app.learning.competence;
  const table = (await network(await world.as(world.planner)))!;
  const chiangMai = table.centres.find(({ code }) => code === 'TH-50')!;
  expect(chiangMai.officers).toBe(3);
  expect(chiangMai.below.every((below) => below >= 0 && below <= 3)).toBe(true);
  expect(JSON.stringify(table)).not.toContain(world.chiangMai.id);
  expect(await network(await world.as(world.chiangMaiHead))).toBeUndefined();
  const page = await send(world.server, world.chiangMaiHead, '/office/competence');
  expect(page.body).not.toContain('id="network"');
});

test('whoever lacks most of what a seminar teaches is suggested to her own head alone', async () => {
  await world.goTo(1);
  const { id } = await world.aTaughtSeminar();
  const { suggestNominees } = world.app.learning.competence;
  const head = await world.as(world.chiangMaiHead);
  const unit = world.unit('TH-50');
  const suggested = await suggestNominees(head, id, unit);
  // The organiser has learnt nothing of it, the case officer a little.
  expect(suggested.map(({ personId }) => personId)).toEqual([
    world.chiangMaiOrganiser.id,
    world.chiangMai.id,
  ]);
  expect(suggested[0]!.lacks).toEqual(['K1', 'S2']);
  await world.anOfficersSeat(id, world.chiangMaiOrganiser.id);
  expect((await suggestNominees(head, id, unit)).map(({ personId }) => personId)).toEqual([
    world.chiangMai.id,
  ]);
  expect(await suggestNominees(await world.as(world.phuketHead), id, unit)).toEqual([]);
});

describe('the frame', () => {
  const competency = (change: Record<string, unknown> = {}) => ({
    ...{
      what: 'competency',
      code: 'K9',
      kind: 'knowledge',
      nameTh: 'กฎหมายข้อมูลข่าวสาร',
      nameEn: 'Information law',
    },
    ...{ descriptionTh: '', descriptionEn: '', basis: 'คำสั่งทดสอบ', source: 'test', status: 'confirmed' },
    ...{ validTo: '', ...change },
  });
  const rule = (change: Record<string, unknown> = {}) => ({
    ...{ what: 'rule', code: 'wanted-level', baseVersion: 1, value: 3, basisTh: 'ทดสอบ', basisEn: 'test' },
    ...{ source: 'test', status: 'confirmed', validFrom: '2099-01-01', ...change },
  });

  test('is kept by the ministry; the wording before stays to be read', async () => {
    const planner = await world.as(world.planner);
    const { keepFrame, frame } = world.app.learning.competence;
    expect(await keepFrame(planner, competency())).toMatchObject({ ok: true });
    expect(await keepFrame(planner, competency({ nameTh: 'กฎหมายข้อมูลข่าวสารของราชการ' }))).toMatchObject({
      ok: true,
    });
    expect(await keepFrame(planner, competency({ nameTh: 'กฎหมายข้อมูลข่าวสารของราชการ' }))).toMatchObject({
      ok: true,
    });
    const book = await frame(planner);
    expect(book.past.filter(({ code }) => code === 'K9').map(({ nameTh }) => nameTh)).toEqual([
      'กฎหมายข้อมูลข่าวสาร',
    ]);
    expect(await keepFrame(planner, rule())).toMatchObject({ ok: true });
    expect(await keepFrame(planner, rule())).toMatchObject({ ok: true });
    expect(await keepFrame(planner, rule({ value: 1 }))).toMatchObject({ code: 'changed-meanwhile' });
    expect(await keepFrame(planner, rule({ code: 'small-group', value: 4 }))).toMatchObject({
      code: 'group-too-small',
    });
  });

  test('and by nobody else: use case, page, SQL; nobody shows groups below five', async () => {
    for (const officer of [world.chiangMaiHead, world.chiangMaiOrganiser, world.head]) {
      const signedIn = await world.as(officer);
      expect(await world.app.learning.competence.keepFrame(signedIn, competency())).toMatchObject({
        code: 'forbidden',
      });
      const page = await postForm(
        world.server,
        officer,
        '/office/settings/competence',
        competency() as never,
      );
      expect(page.statusCode).toBe(403);
    }
    const add = (officer: typeof world.planner, code: string, value: number) =>
      world.as(officer).then(({ actor, person }) =>
        actingAs(world.db.asOfficer, actor, (trx) =>
          trx
            .insertInto('seminars.learning_rule')
            .values({
              ...{ code, version: 9, value, basis_th: 'x', basis_en: 'x', source: 'x', status: 'confirmed' },
              ...{ valid_from: '2099-01-01', changed_by: person.id },
            })
            .execute(),
        ),
      );
    await expect(add(world.chiangMaiHead, 'wanted-level', 1)).rejects.toThrow(/row-level security/);
    await expect(add(world.planner, 'small-group', 2)).rejects.toThrow(/check constraint/);
  });
});

/** Action plans: written at the end, answered by both sides when it is time, by nobody else. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, send } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { createLearningWorld, type LearningWorld, lastDay } from '../learning/testing/world.ts';
import { postForm } from '../seats/testing/pages.ts';

let world: LearningWorld;
beforeAll(async () => {
  world = await createLearningWorld();
});
afterAll(() => world?.stop());

const answer = (change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  step: 1,
  done: 'yes',
  note: 'ทะเบียนเดือนนี้ครบ',
  ...change,
});
/** A plan written on the last day by a case officer of Chiang Mai. */
async function aWrittenPlan() {
  await world.goTo(0);
  const seminar = await world.aTaughtSeminar();
  const seat = await world.anOfficersSeat(seminar.id, world.chiangMai.id);
  const plan = world.aPlan();
  expect(await world.app.learning.plans.write(seat.token, plan)).toMatchObject({ ok: true });
  return { seminar, seat, planId: plan.id };
}

test('is written once, may be changed until somebody answers, and never by another seat', async () => {
  const { seat, planId, seminar } = await aWrittenPlan();
  const { write, open } = world.app.learning.plans;
  const change = world.aPlan({ what: 'ตอบรับภายในสามวันทำการ' });
  expect(await write(seat.token, change)).toEqual({ ok: true, value: { id: planId } });
  expect((await open(seat.token))?.plan).toMatchObject({ what: 'ตอบรับภายในสามวันทำการ', competency: 'S2' });
  expect(await write(seat.token, world.aPlan({ what: 'x', dueOn: '31' }))).toMatchObject({
    code: 'incomplete',
    fields: ['what', 'dueOn'],
  });
  const other = await world.aSeat(seminar.id, 'TH-83');
  const steal = actingAsSeat(world.db.asPublic, other.id, (trx) =>
    sql`update seminars.action_plan set what = 'ของคนอื่น' where id = ${planId}`.execute(trx),
  );
  expect((await steal).numAffectedRows).toBe(0n);
  await world.goTo(30);
  await world.app.learning.plans.answer(seat.token, answer());
  expect(await write(seat.token, world.aPlan())).toMatchObject({ code: 'not-now' });
});

test('before the last day, or with a seat that waits, there is no plan', async () => {
  await world.goTo(-1);
  const { id } = await world.aTaughtSeminar();
  const seat = await world.aSeat(id, 'TH-50');
  const waiting = await world.aSeat(id, 'TH-50', 'waitlisted');
  expect(await world.app.learning.plans.write(seat.token, world.aPlan())).toMatchObject({ code: 'not-now' });
  expect(await world.app.learning.plans.write(waiting.token, world.aPlan())).toMatchObject({
    code: 'not-found',
  });
});

test('after thirty days both are reminded, both answer once, and a plan carried out is evidence of practice', async () => {
  const { seat, planId } = await aWrittenPlan();
  const { plans } = world.app.learning;
  expect(await plans.answer(seat.token, answer())).toMatchObject({ code: 'not-now' });
  await world.goTo(30);
  await world.runJobs(['seminars.remind-follow-ups']);
  await world.runJobs(['seminars.remind-follow-ups']);
  const mail = await world.db.owner
    .selectFrom('platform.mail')
    .select(['text'])
    .where('kind', '=', 'seminars.follow-up')
    .where('text', 'like', `%${seat.token}/plan%`)
    .execute();
  expect(mail).toHaveLength(1);
  const head = await world.as(world.chiangMaiHead);
  const notices = await world.app.notices.list(head);
  expect(
    notices.filter(({ kind, href }) => kind === 'seminar' && href?.startsWith('/office/learning')),
  ).not.toEqual([]);

  const own = answer({ done: 'partly' });
  expect(await plans.answer(seat.token, own)).toMatchObject({ ok: true });
  expect(await plans.answer(seat.token, own)).toMatchObject({ ok: true });
  expect(await plans.answer(seat.token, answer())).toMatchObject({ code: 'has-answered' });
  const line = (await world.app.learning.mine(head, 'th')).answers.find(({ plan }) => plan.id === planId)!;
  expect(line.waiting).toMatchObject({ step: 1, participant: { done: 'partly' } });
  const hers = { ...answer(), planId };
  for (let times = 0; times < 2; times += 1)
    expect(await plans.answerAsSuperior(head, hers)).toMatchObject({ ok: true });
  const profile = await world.app.learning.competence.own(await world.as(world.chiangMai));
  expect(profile.evidence.filter(({ source }) => source === 'practice')).toMatchObject([
    { competency: 'S2', note: expect.stringContaining('ตอบรับ') },
  ]);
  expect(
    (await actsSoFar(world.db)).filter(
      ({ act, id }) => act === 'seminars.follow-up-answered' && id === planId,
    ),
  ).toHaveLength(1);
});

describe('who may not', () => {
  test('another head, the officer herself and an organiser do not answer as superior: use case, page, SQL', async () => {
    const { planId, seminar } = await aWrittenPlan();
    await world.goTo(30);
    for (const officer of [world.phuketHead, world.chiangMai, world.organiser, world.chiangMaiOrganiser]) {
      const signedIn = await world.as(officer);
      const refused = await world.app.learning.plans.answerAsSuperior(signedIn, { ...answer(), planId });
      expect(refused.ok).toBe(false);
      const page = await postForm(world.server, officer, '/office/learning', {
        ...{ id: randomUUID(), planId, step: '1', done: 'yes', note: '' },
      });
      expect([403, 404]).toContain(page.statusCode);
      const insert = actingAs(world.db.asOfficer, signedIn.actor, (trx) =>
        trx
          .insertInto('seminars.follow_up')
          .values({
            id: randomUUID(),
            plan_id: planId,
            step: 1,
            side: 'superior',
            done: 'yes',
            answered_by: signedIn.person.id,
            answered_at: new Date(),
          })
          .execute(),
      );
      await expect(insert).rejects.toThrow(/row-level security/);
    }
    const phuket = await world.as(world.phuketHead);
    const seen = await actingAs(world.db.asOfficer, phuket.actor, (trx) =>
      sql`select * from seminars.action_plan where seminar_id = ${seminar.id}`.execute(trx),
    );
    expect(seen.rows).toEqual([]);
  });

  test('a head’s own plan is answered by the head of the tier above', async () => {
    await world.goTo(0);
    const { id } = await world.aTaughtSeminar();
    const seat = await world.anOfficersSeat(id, world.chiangMaiHead.id);
    const plan = world.aPlan();
    await world.app.learning.plans.write(seat.token, plan);
    await world.goTo(30);
    const { answerAsSuperior } = world.app.learning.plans;
    const above = await world.as(world.head);
    expect(
      await answerAsSuperior(await world.as(world.chiangMaiHead), { ...answer(), planId: plan.id }),
    ).toMatchObject({ code: 'forbidden' });
    expect(await answerAsSuperior(above, { ...answer(), planId: plan.id })).toMatchObject({ ok: true });
  });
});

test('the officer’s own page leads to her seat, her plan and what waits', async () => {
  const { seat } = await aWrittenPlan();
  await world.goTo(30);
  const page = await send(world.server, world.chiangMai, '/office/learning');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`/seat/${seat.token}/plan`);
  const mine = await world.app.learning.mine(await world.as(world.chiangMai), 'th');
  expect(mine.seats.some(({ seminar }) => seminar.endsOn === lastDay)).toBe(true);
});

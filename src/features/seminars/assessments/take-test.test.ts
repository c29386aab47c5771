/** Taking a test without a browser: nothing lost on a dead telephone, nothing counted twice, nothing after the end. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AssessmentWorld, createAssessmentWorld } from './testing/assessment-world.ts';

let world: AssessmentWorld;
beforeAll(async () => {
  world = await createAssessmentWorld();
  await world.aBank();
});
beforeEach(() => world.setNow(world.opens));
afterAll(() => world?.stop());

const nothing = { get: () => undefined, all: () => [] };
const started = async (taking: { token: string; testId: string }) => {
  const attemptId = randomUUID();
  const outcome = await world.app.assessments.take.start({ ...taking, attemptId });
  if (!outcome.ok) throw new Error(outcome.code);
  return attemptId;
};
const at = (minutes: number) => world.setNow(new Date(world.opens.getTime() + minutes * 60_000));

describe('an attempt', () => {
  test('is started once, goes on where it was on another telephone, and is handed in once', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest();
    const { token } = await world.aSeat(seminarId, 'TH-50');
    const taking = { token, testId };
    const attemptId = await started(taking);
    expect(await take.start({ ...taking, attemptId: randomUUID() })).toEqual({
      ok: true,
      value: { attemptId },
    });

    const save = {
      ...taking,
      attemptId,
      saveId: randomUUID(),
      page: 1,
      fields: await world.rightFields(attemptId),
    };
    expect(await take.save(save)).toEqual({ ok: true, value: { next: 2 } });
    expect(await take.save(save)).toEqual({ ok: true, value: { next: 2 } });
    const kept = await world.db.owner
      .selectFrom('seminars.test_answer')
      .select('place')
      .where('attempt_id', '=', attemptId)
      .execute();
    expect(kept).toHaveLength(5);

    // Another telephone, no page asked for: the first open question is on page 2.
    const view = (await take.view(taking, undefined))!;
    expect(view.running).toMatchObject({
      page: 2,
      pages: 2,
      answered: [true, true, true, true, true, false],
    });
    expect((await take.view(taking, 1))!.running!.questions.every(({ answer }) => answer)).toBe(true);

    expect((await take.finish({ ...taking, attemptId })).ok).toBe(true);
    expect((await take.finish({ ...taking, attemptId })).ok).toBe(true);
    const done = (await take.view(taking, undefined))!;
    expect(done.running).toBeUndefined();
    expect(done.results).toHaveLength(1);
    expect(done.results[0]).toMatchObject({ share: expect.closeTo(5 / 6, 4), isPassed: true });
    expect(done.results[0]!.competencies.length).toBe(2);
    expect(done.review).toBeUndefined();
    expect(await take.save({ ...save, saveId: randomUUID() })).toEqual({ ok: false, code: 'over' });
    expect(await take.start({ ...taking, attemptId: randomUUID() })).toEqual({
      ok: false,
      code: 'no-tries-left',
    });

    at(61);
    const closed = (await take.view(taking, undefined))!;
    expect(closed.review).toHaveLength(6);
    expect(closed.review!.filter(({ share }) => share === 1)).toHaveLength(5);
  });

  test('an answer taken back is taken back; the page that was sent before and comes late changes nothing', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest();
    const { token } = await world.aSeat(seminarId, 'TH-50');
    const taking = { token, testId };
    const attemptId = await started(taking);
    const first = {
      ...taking,
      attemptId,
      saveId: randomUUID(),
      page: 1,
      fields: await world.rightFields(attemptId),
    };
    await take.save(first);
    await take.save({ ...first, saveId: randomUUID(), fields: nothing });
    await take.save(first);
    const { answered } = (await take.view(taking, 1))!.running!;
    const keys = await world.keysOf(attemptId);
    // Of the five on the page only a single choice stays: radio buttons cannot be emptied.
    expect(answered.slice(0, 5)).toEqual(keys.slice(0, 5).map(({ kind }) => kind === 'single'));
  });

  test('ends by its time, with grace for answers that were on their way, and is marked with what was saved', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest({ minutes: 10, graceMinutes: 3 });
    const { token, id } = await world.aSeat(seminarId, 'TH-50');
    const taking = { token, testId };
    const attemptId = await started(taking); // one minute after the opening: until minute 11
    const save = { ...taking, attemptId, page: 1, fields: await world.rightFields(attemptId) };
    at(13);
    expect((await take.save({ ...save, saveId: randomUUID() })).ok).toBe(true);
    at(15);
    expect(await take.save({ ...save, page: 2, saveId: randomUUID() })).toEqual({ ok: false, code: 'over' });
    await world.runJobs(['seminars.mark-tests']);
    const row = await world.db.owner
      .selectFrom('seminars.test_attempt')
      .select(['finished_at', 'finished_by', 'share'])
      .where('registration_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      finished_by: 'time',
      finished_at: new Date(world.opens.getTime() + 11 * 60_000),
    });
    expect(Number(row.share)).toBeCloseTo(5 / 6, 4);
  });

  test('before the opening, after the close, without a confirmed seat nothing starts', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest();
    const { token } = await world.aSeat(seminarId, 'TH-50');
    const start = (by: string) => take.start({ token: by, testId, attemptId: randomUUID() });
    at(-1);
    expect(await start(token)).toEqual({ ok: false, code: 'not-open' });
    at(60);
    expect(await start(token)).toEqual({ ok: false, code: 'not-open' });
    at(5);
    for (const state of ['waitlisted', 'withdrawn', 'nominated'] as const)
      expect(await start((await world.aSeat(seminarId, 'TH-83', state)).token)).toEqual({
        ok: false,
        code: 'not-found',
      });
    const elsewhere = await world.aSeat(await world.aSeminar(), 'TH-50');
    expect(await start(elsewhere.token)).toEqual({ ok: false, code: 'not-found' });
    expect(await start('nonsense')).toEqual({ ok: false, code: 'not-found' });
    expect((await start(token)).ok).toBe(true);
  });

  test('before and after share no question, and a second attempt has the same ones in another order', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest({ phase: 'pre', tries: 2 });
    const organiser = await world.as(world.organiser);
    const post = world.aTestForm(seminarId, { phase: 'post' });
    await world.app.assessments.saveTest(organiser, post);
    await world.app.assessments.release(organiser, { seminarId, phase: 'post' });
    const { token } = await world.aSeat(seminarId, 'TH-50');
    const drawnBy = async (which: string) => {
      const attemptId = await started({ token, testId: which });
      await take.finish({ token, testId: which, attemptId });
      const { drawn } = await world.db.owner
        .selectFrom('seminars.test_attempt')
        .select('drawn')
        .where('id', '=', attemptId)
        .executeTakeFirstOrThrow();
      return (drawn as unknown as { q: string }[]).map(({ q }) => q);
    };
    const [first, again, after] = [await drawnBy(testId), await drawnBy(testId), await drawnBy(post.id)];
    expect([...again].sort()).toEqual([...first].sort());
    expect(again).not.toEqual(first);
    expect(after.filter((id) => first.includes(id))).toEqual([]);
  });

  test('two hundred and fifty press start in the same second: everybody gets one attempt, nobody waits for another', async () => {
    const { take } = world.app.assessments;
    const { seminarId, testId } = await world.aReleasedTest();
    const seats: { readonly id: string; readonly token: string }[] = [];
    for (let n = 0; n < 250; n++) seats.push(await world.aSeat(seminarId, n % 2 ? 'TH-50' : 'TH-83'));
    // One participant holds her row in an open transaction all the while: the others must not notice.
    const held = world.db.owner.transaction().execute(async (trx) => {
      await trx
        .selectFrom('seminars.registration')
        .select('id')
        .where('id', '=', seats[0]!.id)
        .forUpdate()
        .execute();
      return Promise.all(
        seats.slice(1).map(({ token }) => take.start({ token, testId, attemptId: randomUUID() })),
      );
    });
    const outcomes = await held;
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(249);
    const { count } = await world.db.owner
      .selectFrom('seminars.test_attempt')
      .where('test_id', '=', testId)
      .select((eb) => eb.fn.count<number>('registration_id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(249);
  }, 60_000);
});

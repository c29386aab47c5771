/** What organisers set: the blueprint, the settings of a test, and when it is released, opened, closed, taken back. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { lockSeminar } from '../projects/project.queries.ts';
import { unitCodeOf } from '../projects/unit-code.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { done, isUuid, type Outcome, refused } from './assessment.ts';
import { type Blueprint, drawBoth, type Phase } from './drawing-rules.ts';
import type { Parts } from './save-question.ts';
import { hasAttempts, selectBlueprint, selectDrawable, selectPool, selectTests } from './test.queries.ts';
import { phases, sizeOf } from './test.ts';

type Organised =
  | { readonly ok: true; readonly seminar: Seminar; readonly role: string }
  | ReturnType<typeof refused>;

/** How every act of an organiser begins. */
export async function organisedSeminar(
  trx: InTransaction,
  signedIn: SignedIn,
  seminarId: string,
): Promise<Organised> {
  const seminar = isUuid(seminarId) ? await selectSeminar(trx, seminarId) : undefined;
  if (!seminar) return refused('not-found');
  const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
  return role ? { ok: true, seminar, role } : refused('forbidden');
}

/** One change by an organiser: nobody else changes the seminar's tests meanwhile, and the ledger hears of it. */
function change<T>(
  { ground }: Parts,
  signedIn: SignedIn,
  seminarId: string,
  act: string,
  work: (
    trx: InTransaction,
    seminar: Seminar,
  ) => Promise<
    | ReturnType<typeof refused>
    | {
        readonly ok: true;
        readonly value: T;
        readonly facts: Record<string, string | number | boolean> | undefined;
      }
  >,
): Promise<Outcome<T>> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    if (isUuid(seminarId)) await lockSeminar(trx, seminarId);
    const allowed = await organisedSeminar(trx, signedIn, seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    const outcome = await work(trx, seminar);
    if (!outcome.ok) return outcome;
    if (outcome.facts)
      await recordAct(trx, {
        act,
        object: 'seminar',
        id: seminar.id,
        unit: unitCodeOf(signedIn, seminar.unitId),
        role,
        at: ground.now().toISOString(),
        facts: outcome.facts,
      });
    return done(outcome.value);
  });
}

/** Sets how many questions of each competency; fixed once a test has been released. */
export function saveBlueprint(
  parts: Parts,
  signedIn: SignedIn,
  { seminarId, blueprint }: { readonly seminarId: string; readonly blueprint: Blueprint },
): Promise<Outcome<{ questions: number }>> {
  return change(parts, signedIn, seminarId, 'seminars.blueprint-set', async (trx, seminar) => {
    const wanted = blueprint.filter(({ questions }) => questions !== 0);
    if (wanted.some(({ questions }) => !Number.isInteger(questions) || questions < 0 || questions > 50))
      return refused('malformed');
    if (sizeOf(wanted) > 100) return refused('malformed');
    const before = await selectBlueprint(trx, seminar.id);
    const isSame =
      JSON.stringify(before) ===
      JSON.stringify([...wanted].sort((a, b) => (a.competency < b.competency ? -1 : 1)));
    const questions = sizeOf(wanted);
    if (isSame) return { ok: true, value: { questions }, facts: undefined };
    if ((await selectTests(trx, seminar.id)).some(({ poolId }) => poolId)) return refused('fixed');
    const known = await trx
      .selectFrom('seminars.competency')
      .select('code')
      .where('code', 'in', ['', ...wanted.map(({ competency }) => competency)])
      .execute();
    if (known.length !== wanted.length) return refused('malformed');
    await trx.deleteFrom('seminars.test_blueprint').where('seminar_id', '=', seminar.id).execute();
    if (wanted.length > 0)
      await trx
        .insertInto('seminars.test_blueprint')
        .values(
          wanted.map((each) => ({
            seminar_id: seminar.id,
            host_unit_id: seminar.unitId,
            competency_code: each.competency,
            questions: each.questions,
          })),
        )
        .execute();
    return { ok: true, value: { questions }, facts: { questions } };
  });
}

export type TestForm = {
  readonly id: string;
  readonly seminarId: string;
  readonly phase: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly minutes: number | undefined;
  readonly graceMinutes: number;
  readonly tries: number;
  readonly showsAnswers: boolean;
  /** When the form was opened, as it was then; undefined for a new test. */
  readonly changedAt: string | undefined;
};

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** After the first start only the end, the minutes of grace and whether answers are shown may change. */
export function saveTest(parts: Parts, signedIn: SignedIn, form: TestForm): Promise<Outcome<{ id: string }>> {
  const now = parts.ground.now();
  return change(parts, signedIn, form.seminarId, 'seminars.test-set', async (trx, seminar) => {
    const phase = phases.find((each) => each === form.phase);
    const isRight =
      phase &&
      isUuid(form.id) &&
      within(form.graceMinutes, 0, 60) &&
      within(form.tries, 1, 10) &&
      (form.minutes === undefined || within(form.minutes, 1, 600));
    if (!isRight) return refused('malformed');
    if (!(form.opensAt < form.closesAt)) return refused('times-wrong');
    const before = (await selectTests(trx, seminar.id)).find((test) => test.phase === phase);
    const values = {
      opens_at: form.opensAt,
      closes_at: form.closesAt,
      minutes: form.minutes ?? null,
      grace_minutes: form.graceMinutes,
      tries: form.tries,
      shows_answers: form.showsAnswers,
      changed_by: signedIn.person.id,
      changed_at: now,
    };
    if (before) {
      const isSame =
        +before.opensAt === +form.opensAt &&
        +before.closesAt === +form.closesAt &&
        before.minutes === form.minutes &&
        before.graceMinutes === form.graceMinutes &&
        before.tries === form.tries &&
        before.showsAnswers === form.showsAnswers;
      if (isSame) return { ok: true, value: { id: before.id }, facts: undefined };
      if (before.changedAt.toISOString() !== form.changedAt) return refused('changed-meanwhile');
      const touchesStart =
        +before.opensAt !== +form.opensAt || before.minutes !== form.minutes || before.tries !== form.tries;
      if (touchesStart && (await hasAttempts(trx, before.id))) return refused('fixed');
      await trx.updateTable('seminars.test').set(values).where('id', '=', before.id).execute();
    } else
      await trx
        .insertInto('seminars.test')
        .values({ id: form.id, seminar_id: seminar.id, host_unit_id: seminar.unitId, phase, ...values })
        .execute();
    return {
      ok: true,
      value: { id: before?.id ?? form.id },
      facts: { phase, closesAt: form.closesAt.toISOString(), tries: form.tries },
    };
  });
}

/** Shows the test to participants. The first release fixes from which questions both tests are drawn. */
export function releaseTest(
  parts: Parts,
  signedIn: SignedIn,
  { seminarId, phase }: { readonly seminarId: string; readonly phase: string },
): Promise<Outcome<{ id: string }>> {
  const now = parts.ground.now();
  return change(parts, signedIn, seminarId, 'seminars.test-released', async (trx, seminar) => {
    const tests = await selectTests(trx, seminar.id);
    const test = tests.find((each) => each.phase === phase);
    if (!test) return refused('not-found');
    if (test.poolId) return { ok: true, value: { id: test.id }, facts: undefined };
    const blueprint = await selectBlueprint(trx, seminar.id);
    if (blueprint.length === 0) return refused('blueprint-empty');
    let poolId = tests.find((each) => each.poolId)?.poolId;
    if (!poolId) {
      const wanted = new Set(blueprint.map(({ competency }) => competency));
      const pool = (await selectDrawable(trx)).filter(({ competencies }) =>
        competencies.some((code) => wanted.has(code)),
      );
      const draw = drawBoth(pool, blueprint, seminar.id);
      if (!draw.ok) return refused('bank-too-small', { shortages: draw.shortages });
      poolId = randomUUID();
      await trx
        .insertInto('seminars.test_pool')
        .values(
          pool.map(({ id, version, competencies }) => ({
            seminar_id: seminar.id,
            host_unit_id: seminar.unitId,
            question_id: id,
            version,
            competencies: [...competencies],
          })),
        )
        .execute();
    }
    await trx
      .updateTable('seminars.test')
      .set({ pool_id: poolId, released_at: now, changed_by: signedIn.person.id, changed_at: now })
      .where('id', '=', test.id)
      .execute();
    return { ok: true, value: { id: test.id }, facts: { phase: test.phase, questions: sizeOf(blueprint) } };
  });
}

export const testMoves = ['open', 'close', 'withdraw'] as const;
export type TestMove = (typeof testMoves)[number];

/** Opens or closes at once, or takes a release back while nobody has started. */
export function moveTest(
  parts: Parts,
  signedIn: SignedIn,
  { seminarId, phase, move }: { readonly seminarId: string; readonly phase: Phase; readonly move: TestMove },
): Promise<Outcome<{ id: string }>> {
  const now = parts.ground.now();
  return change(parts, signedIn, seminarId, `seminars.test-${move}`, async (trx, seminar) => {
    const tests = await selectTests(trx, seminar.id);
    const test = tests.find((each) => each.phase === phase);
    if (!test?.poolId) return refused('not-found');
    const changed = { changed_by: signedIn.person.id, changed_at: now };
    const nothing = { ok: true as const, value: { id: test.id }, facts: undefined };
    const set = (values: Record<string, unknown>) =>
      trx
        .updateTable('seminars.test')
        .set({ ...values, ...changed })
        .where('id', '=', test.id)
        .execute();
    if (move === 'open') {
      if (now >= test.opensAt) return nothing;
      await set({ opens_at: now });
    } else if (move === 'close') {
      if (now >= test.closesAt) return nothing;
      if (now <= test.opensAt) return refused('times-wrong');
      await set({ closes_at: now });
    } else {
      if (await hasAttempts(trx, test.id)) return refused('fixed');
      await set({ pool_id: null, released_at: null });
      if (!tests.some((each) => each.poolId && each.id !== test.id))
        await trx.deleteFrom('seminars.test_pool').where('seminar_id', '=', seminar.id).execute();
    }
    return { ok: true, value: { id: test.id }, facts: { phase: test.phase } };
  });
}

/** A draw as one participant might get it, from the fixed pool or what would be fixed now. */
export async function sampleDraw(trx: InTransaction, seminarId: string, seed: string) {
  const blueprint = await selectBlueprint(trx, seminarId);
  const fixed = await selectPool(trx, seminarId);
  return drawBoth(fixed.length > 0 ? fixed : await selectDrawable(trx), blueprint, seed);
}

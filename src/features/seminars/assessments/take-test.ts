/** A participant takes a test by her link: start, save page by page, hand in. Every step may be repeated. */
import { actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { readSeatToken } from '../seat-link.ts';
import type { Gate } from '../seats/gate.ts';
import { emptyAnswer, type PostedFields, readAnswer } from './answer-form.ts';
import { done, isUuid, type Outcome, refused } from './assessment.ts';
import {
  insertAnswers,
  insertAttempt,
  type Own,
  selectAnswers,
  selectAttemptQuestions,
  selectOwn,
  updateFinished,
} from './attempt.queries.ts';
import { type Drawn, drawBoth, type Phase, shuffled } from './drawing-rules.ts';
import { settleAttempts } from './mark-attempts.ts';
import { isAnswered } from './marking-rules.ts';
import type { PoolCache } from './pool-cache.ts';
import type { Parts as OfficeParts } from './save-question.ts';
import { isInGrace, questionsOnPage, stageOf } from './test.ts';

export type Parts = OfficeParts & {
  readonly pools: PoolCache;
  /** When a hall presses start, few are served at a time and the others wait in order, in memory. */
  readonly herd: Gate;
};

export type Taking = { readonly token: string; readonly testId: string };

/** Runs work as the seat of the link; undefined for a wrong link, a seat that is not confirmed, a test of another seminar. */
export async function asTaker<T>(
  { ground, herd }: Parts,
  { token, testId }: Taking,
  work: (trx: InTransaction, own: Own) => Promise<T>,
): Promise<T | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id || !isUuid(testId)) return undefined;
  return herd(() =>
    actingAsSeat(ground.databases.public, id, async (trx) => {
      const own = await selectOwn(trx, testId, id);
      return own && work(trx, own);
    }),
  );
}

/** The questions of an attempt: drawn for the person, in an order of the attempt's own. */
export function drawFor(
  pool: Parameters<typeof drawBoth>[0],
  blueprint: Parameters<typeof drawBoth>[1],
  {
    registrationId,
    phase,
    poolId,
    tryNo,
  }: { registrationId: string; phase: Phase; poolId: string; tryNo: number },
): { readonly seed: string; readonly drawn: readonly Drawn[] } | undefined {
  const person = `${poolId} ${registrationId}`;
  const draw = drawBoth(pool, blueprint, person);
  if (!draw.ok) return undefined;
  const seed = `${person} ${phase} ${tryNo}`;
  return { seed, drawn: shuffled(draw.tests[phase], seed) };
}

/** Starts, or finds what was started. One insert; nothing that another participant waits for. */
export async function startTest(
  parts: Parts,
  { attemptId, ...taking }: Taking & { readonly attemptId: string },
): Promise<Outcome<{ attemptId: string }>> {
  if (!isUuid(attemptId)) return refused('malformed');
  const { ground, pools } = parts;
  const now = ground.now();
  const outcome = await asTaker(parts, taking, async (trx, { registrationId, test, attempts }) => {
    const running = attempts.find(({ id, finishedAt }) => id === attemptId || !finishedAt);
    if (running) return done({ attemptId: running.id });
    if (!test.poolId || stageOf(test, now) !== 'open') return refused('not-open');
    if (attempts.length >= test.tries) return refused('no-tries-left');
    const tryNo = attempts.length + 1;
    const { pool, blueprint, hostUnitId } = await pools.of(trx, test.seminarId, test.poolId);
    const draw = drawFor(pool, blueprint, {
      registrationId,
      phase: test.phase,
      poolId: test.poolId,
      tryNo,
    });
    if (!draw) return refused('not-open');
    await insertAttempt(trx, {
      id: attemptId,
      testId: test.id,
      seminarId: test.seminarId,
      hostUnitId,
      registrationId,
      tryNo,
      startedAt: now,
      ...draw,
    });
    return done({ attemptId });
  });
  return outcome ?? refused('not-found');
}

export type Save = Taking & {
  readonly attemptId: string;
  /** Made by the page; a page sent twice is saved once. */
  readonly saveId: string;
  /** Counted from 1. */
  readonly page: number;
  readonly fields: PostedFields;
};

/** Keeps the answers of one page. `next` is the page to go on with; undefined after the last. */
export async function saveAnswers(parts: Parts, save: Save): Promise<Outcome<{ next: number | undefined }>> {
  if (!isUuid(save.saveId) || !isUuid(save.attemptId)) return refused('malformed');
  const now = parts.ground.now();
  const outcome = await asTaker(parts, save, async (trx, { test, attempts }) => {
    const attempt = attempts.find(({ id }) => id === save.attemptId);
    if (!attempt) return refused('not-found');
    const questions = await selectAttemptQuestions(trx, attempt.id);
    const pages = Math.ceil(questions.length / questionsOnPage);
    if (!(Number.isInteger(save.page) && save.page >= 1 && save.page <= pages)) return refused('malformed');
    const next = save.page < pages ? save.page + 1 : undefined;
    // The page that was handed in may come once more, when its answer was lost on the way.
    if (attempt.finishedAt || !isInGrace(test, attempt.startedAt, now)) return refused('over');
    const before = (await selectAnswers(trx, [attempt.id])).get(attempt.id);
    const shown = questions.slice((save.page - 1) * questionsOnPage, save.page * questionsOnPage);
    const answers = shown.flatMap(({ place, body }) => {
      const answer =
        readAnswer(body, place, save.fields) ??
        (isAnswered(before?.get(place)) ? emptyAnswer(body) : undefined);
      return answer ? [{ place, answer }] : [];
    });
    await insertAnswers(trx, { id: save.saveId, attemptId: attempt.id, at: now, answers });
    return done({ next });
  });
  return outcome ?? refused('not-found');
}

/** Hands in and marks. Handing in twice is handing in once. */
export async function finishTest(
  parts: Parts,
  { attemptId, ...taking }: Taking & { readonly attemptId: string },
): Promise<Outcome<{ attemptId: string }>> {
  const now = parts.ground.now();
  const outcome = await asTaker(parts, taking, async (trx, { test, attempts }) => {
    const attempt = attempts.find(({ id }) => id === attemptId);
    if (!attempt) return refused('not-found');
    if (!attempt.finishedAt && isInGrace(test, attempt.startedAt, now))
      await updateFinished(trx, attempt.id, now);
    return done({ attemptId: attempt.id });
  });
  if (outcome?.ok) await parts.herd(() => settleAttempts(parts, { attemptId }));
  return outcome ?? refused('not-found');
}

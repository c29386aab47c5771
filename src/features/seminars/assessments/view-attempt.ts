/** What a participant sees of a test: when it opens, the page she is on, her score; what was right only after the close. */
import { selectRule } from '../attendance/completion-rule.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { type Attempt, selectAnswers, selectAttemptQuestions } from './attempt.queries.ts';
import { settleAttempts } from './mark-attempts.ts';
import { isAnswered, markOf, rightAnswer } from './marking-rules.ts';
import { type Shown, shownOptions } from './option-order.ts';
import type { Answer, Body, Key, Words } from './question.ts';
import { asTaker, type Parts, type Taking } from './take-test.ts';
import { selectBlueprint } from './test.queries.ts';
import {
  isInGrace,
  questionsOnPage,
  type SeminarTest,
  sizeOf,
  stageOf,
  type TestStage,
  untilOf,
} from './test.ts';

export type ShownQuestion = {
  readonly place: number;
  readonly stem: Words;
  readonly options: Shown;
  readonly answer: Answer | undefined;
};
export type Running = {
  readonly attemptId: string;
  readonly until: Date;
  readonly page: number;
  readonly pages: number;
  /** Of the page; empty on the last, where one looks over what is open and hands in. */
  readonly questions: readonly ShownQuestion[];
  /** By place. */
  readonly answered: readonly boolean[];
};
export type Result = {
  readonly tryNo: number;
  readonly share: number;
  readonly finishedAt: Date;
  /** Undefined for a test before the seminar. */
  readonly isPassed: boolean | undefined;
  readonly competencies: readonly {
    readonly code: string;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly share: number;
  }[];
};
export type Reviewed = {
  readonly place: number;
  readonly stem: Words;
  readonly body: Body;
  readonly answer: Answer | undefined;
  readonly right: Answer;
  readonly key: Key;
  readonly share: number;
};
export type TestView = {
  readonly seminar: Seminar;
  readonly test: SeminarTest;
  readonly stage: TestStage;
  readonly size: number;
  readonly triesLeft: number;
  readonly running: Running | undefined;
  readonly results: readonly Result[];
  /** Per cent that is enough; only after the seminar something hangs on it. */
  readonly enough: number | undefined;
  readonly review: readonly Reviewed[] | undefined;
};

/** Undefined for a link that opens no test. `page` as asked for; without it, where she left off. */
export async function viewTest(
  parts: Parts,
  taking: Taking,
  page: number | undefined,
): Promise<TestView | undefined> {
  const { ground } = parts;
  const now = ground.now();
  const due = await asTaker(parts, taking, async (_trx, { test, attempts }) =>
    attempts.filter(
      (attempt) =>
        attempt.share === undefined && (attempt.finishedAt || !isInGrace(test, attempt.startedAt, now)),
    ),
  );
  // Her time ran out, or the program stopped between handing in and marking.
  for (const { id } of due ?? []) await parts.herd(() => settleAttempts(parts, { attemptId: id }));
  const found = await asTaker(parts, taking, async (trx, { test, attempts }) => {
    const seminar = await selectSeminar(trx, test.seminarId);
    if (!seminar) return undefined;
    const open = attempts.find(({ finishedAt }) => !finishedAt);
    return {
      seminar,
      test,
      attempts,
      size: sizeOf(await selectBlueprint(trx, test.seminarId)),
      running: open && (await runningOf(trx, test, open, page)),
    };
  });
  if (!found) return undefined;
  const { seminar, test, attempts, size, running } = found;
  const marked = attempts.filter(({ share }) => share !== undefined);
  const stage = stageOf(test, now);
  return {
    seminar,
    test,
    stage,
    size,
    running,
    triesLeft: Math.max(0, test.tries - attempts.length),
    ...(await parts.herd(() => resultsOf(parts, seminar, test, marked))),
    review: stage === 'closed' && test.showsAnswers ? await reviewOf(parts, marked) : undefined,
  };
}

async function runningOf(
  trx: Parameters<typeof selectAttemptQuestions>[0],
  test: SeminarTest,
  attempt: Attempt,
  asked: number | undefined,
): Promise<Running> {
  const questions = await selectAttemptQuestions(trx, attempt.id);
  const answers = (await selectAnswers(trx, [attempt.id])).get(attempt.id);
  const answered = questions.map(({ place }) => isAnswered(answers?.get(place)));
  const pages = Math.ceil(questions.length / questionsOnPage);
  const firstOpen = answered.indexOf(false);
  const leftOff = firstOpen < 0 ? pages + 1 : Math.floor(firstOpen / questionsOnPage) + 1;
  const page = asked && asked >= 1 && asked <= pages + 1 ? asked : leftOff;
  return {
    attemptId: attempt.id,
    until: untilOf(test, attempt.startedAt),
    page,
    pages,
    answered,
    questions: questions
      .slice((page - 1) * questionsOnPage, page * questionsOnPage)
      .map(({ place, stem, body }) => ({
        place,
        stem,
        options: shownOptions(body, attempt.seed, place),
        answer: answers?.get(place),
      })),
  };
}

/** Marks and the pass mark are the worker's to read; what comes out here is the person's own. */
async function resultsOf(
  { ground }: Parts,
  seminar: Seminar,
  test: SeminarTest,
  marked: readonly Attempt[],
): Promise<Pick<TestView, 'results' | 'enough'>> {
  const { worker } = ground.databases;
  const enough = test.phase === 'post' ? (await selectRule(worker, seminar)).postTestPercent : undefined;
  if (marked.length === 0) return { results: [], enough };
  const rows = await worker
    .selectFrom('seminars.test_mark as mark')
    .innerJoin('seminars.competency as competency', 'competency.code', 'mark.competency_code')
    .where(
      'mark.attempt_id',
      'in',
      marked.map(({ id }) => id),
    )
    .groupBy(['mark.attempt_id', 'competency.code'])
    .orderBy('competency.position')
    .select((eb) => [
      'mark.attempt_id',
      'competency.code',
      'competency.name_th',
      'competency.name_en',
      eb.fn.avg<string>('mark.share').as('share'),
    ])
    .execute();
  const results = marked.map(
    ({ id, tryNo, share, finishedAt }): Result => ({
      tryNo,
      share: share!,
      finishedAt: finishedAt!,
      isPassed: enough === undefined ? undefined : share! * 100 >= enough,
      competencies: rows
        .filter((row) => row.attempt_id === id)
        .map((row) => ({
          code: row.code,
          nameTh: row.name_th,
          nameEn: row.name_en,
          share: Number(row.share),
        })),
    }),
  );
  return { results, enough };
}

/** The best attempt with what was right. The caller has made sure that the test is closed. */
async function reviewOf(
  { ground }: Parts,
  marked: readonly Attempt[],
): Promise<readonly Reviewed[] | undefined> {
  const best = [...marked].sort((a, b) => b.share! - a.share! || b.tryNo - a.tryNo)[0];
  if (!best) return undefined;
  const { worker } = ground.databases;
  const answers = (await selectAnswers(worker, [best.id])).get(best.id);
  const rows = await worker
    .selectFrom('seminars.test_mark as mark')
    .innerJoin('seminars.question_version as version', (join) =>
      join
        .onRef('version.question_id', '=', 'mark.question_id')
        .onRef('version.version', '=', 'mark.version'),
    )
    .innerJoin('seminars.question_key as key', (join) =>
      join.onRef('key.question_id', '=', 'mark.question_id').onRef('key.version', '=', 'mark.version'),
    )
    .where('mark.attempt_id', '=', best.id)
    .orderBy('mark.place')
    .select(['mark.place', 'version.stem_th', 'version.stem_en', 'version.body', 'key.key'])
    .execute();
  return rows.map((row) => {
    const key = row.key as Key;
    const answer = answers?.get(row.place);
    return {
      place: row.place,
      stem: row.stem_en === null ? { th: row.stem_th } : { th: row.stem_th, en: row.stem_en },
      body: row.body as Body,
      answer,
      right: rightAnswer(key),
      key,
      share: markOf(key, answer),
    };
  });
}

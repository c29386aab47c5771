/** Tests of seminars: bank of questions, blueprint, attempts that survive a dead telephone, results. What pages and other parts may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { makeGate } from '../seats/gate.ts';
import type { Outcome } from './assessment.ts';
import type { BankQuery } from './bank-query.ts';
import type { Blueprint, Phase } from './drawing-rules.ts';
import {
  type CompetencyGain,
  competenceShares,
  competencyGains,
  type GainFigures,
  gainFigures,
  postTestPercents,
  type TestShare,
} from './evidence.ts';
import { type Import, importQuestions } from './import-questions.ts';
import { type BankView, listBank, openQuestion, type QuestionView } from './list-bank.ts';
import { settleAttempts } from './mark-attempts.ts';
import { createPoolCache } from './pool-cache.ts';
import { type NewQuestion, retireQuestion, saveQuestion } from './save-question.ts';
import { moveTest, releaseTest, saveBlueprint, saveTest, type TestForm, type TestMove } from './save-test.ts';
import { finishTest, type Save, saveAnswers, startTest, type Taking } from './take-test.ts';
import { type TestView, viewTest } from './view-attempt.ts';
import {
  type Preview,
  previewTests,
  type ResultsView,
  type TestsView,
  viewResults,
  viewTests,
} from './view-tests.ts';

export { officeAssessmentRoutes } from './http.ts';

export type Assessments = Background & {
  readonly bank: {
    readonly list: (signedIn: SignedIn, query: BankQuery) => Promise<BankView>;
    readonly open: (signedIn: SignedIn, id: string) => Promise<QuestionView | undefined>;
    readonly save: (signedIn: SignedIn, question: NewQuestion) => Promise<Outcome<{ id: string }>>;
    readonly retire: (
      signedIn: SignedIn,
      what: { readonly id: string; readonly retire: boolean },
    ) => Promise<Outcome<{ id: string }>>;
    readonly import: (signedIn: SignedIn, file: Import) => Promise<Outcome<{ imported: number }>>;
  };
  /** Undefined for whoever does not organise the seminar. */
  readonly view: (signedIn: SignedIn, seminarId: string) => Promise<TestsView | undefined>;
  readonly preview: (
    signedIn: SignedIn,
    of: { readonly seminarId: string; readonly seed: string },
  ) => Promise<Preview | undefined>;
  readonly results: (
    signedIn: SignedIn,
    seminarId: string,
    locale: Locale,
  ) => Promise<ResultsView | undefined>;
  readonly saveBlueprint: (
    signedIn: SignedIn,
    form: { readonly seminarId: string; readonly blueprint: Blueprint },
  ) => Promise<Outcome<{ questions: number }>>;
  readonly saveTest: (signedIn: SignedIn, form: TestForm) => Promise<Outcome<{ id: string }>>;
  readonly release: (
    signedIn: SignedIn,
    which: { readonly seminarId: string; readonly phase: string },
  ) => Promise<Outcome<{ id: string }>>;
  readonly move: (
    signedIn: SignedIn,
    how: { readonly seminarId: string; readonly phase: Phase; readonly move: TestMove },
  ) => Promise<Outcome<{ id: string }>>;
  /** By the participant's link; no account. */
  readonly take: {
    readonly view: (taking: Taking, page: number | undefined) => Promise<TestView | undefined>;
    readonly start: (
      taking: Taking & { readonly attemptId: string },
    ) => Promise<Outcome<{ attemptId: string }>>;
    readonly save: (save: Save) => Promise<Outcome<{ next: number | undefined }>>;
    readonly finish: (
      taking: Taking & { readonly attemptId: string },
    ) => Promise<Outcome<{ attemptId: string }>>;
  };
  /** For certificates: see evidence.ts. */
  readonly postTestPercents: (
    trx: InTransaction,
    seminarId: string,
  ) => Promise<ReadonlyMap<string, number> | undefined>;
  /** For the summary of a seminar. */
  readonly gain: (signedIn: SignedIn, seminarId: string) => Promise<GainFigures | undefined>;
  /** For evaluation and competence; both read as the worker. */
  readonly gains: (seminarId: string) => Promise<readonly CompetencyGain[]>;
  readonly shares: (seminarId: string) => Promise<readonly TestShare[]>;
};

/** Of the citizens' few connections, how many may serve tests at a time: some are always left for reports. */
const takersAtOnce = 3;

export function createAssessments(ground: Ground, network: Network): Assessments {
  const parts = { ground, network };
  const taking = { ...parts, pools: createPoolCache(), herd: makeGate(takersAtOnce) };
  return {
    bank: {
      list: (signedIn, query) => listBank(parts, signedIn, query),
      open: (signedIn, id) => openQuestion(parts, signedIn, id),
      save: (signedIn, question) => saveQuestion(parts, signedIn, question),
      retire: (signedIn, what) => retireQuestion(parts, signedIn, what),
      import: (signedIn, file) => importQuestions(parts, signedIn, file),
    },
    view: (signedIn, seminarId) => viewTests(parts, signedIn, seminarId),
    preview: (signedIn, of) => previewTests(parts, signedIn, of),
    results: (signedIn, seminarId, locale) => viewResults(parts, signedIn, seminarId, locale),
    saveBlueprint: (signedIn, form) => saveBlueprint(parts, signedIn, form),
    saveTest: (signedIn, form) => saveTest(parts, signedIn, form),
    release: (signedIn, which) => releaseTest(parts, signedIn, which),
    move: (signedIn, how) => moveTest(parts, signedIn, how),
    take: {
      view: (which, page) => viewTest(taking, which, page),
      start: (which) => startTest(taking, which),
      save: (save) => saveAnswers(taking, save),
      finish: (which) => finishTest(taking, which),
    },
    postTestPercents,
    gain: (signedIn, seminarId) =>
      actingAs(ground.databases.officer, signedIn.actor, (trx) => gainFigures(trx, seminarId)),
    gains: (seminarId) => competencyGains(ground.databases.worker, seminarId),
    shares: (seminarId) => competenceShares(ground.databases.worker, seminarId),
    jobs: { 'seminars.mark-tests': () => settleAttempts(parts) },
    // Who lost her telephone and never came back is marked all the same, before anybody asks for certificates.
    schedules: [{ name: 'seminars.mark-tests', cron: '*/5 * * * *' }],
  };
}

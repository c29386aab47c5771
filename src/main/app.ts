/** Puts the features together: the only place that knows all of them. */
import { type Cases, createCases } from '#features/cases/index.ts';
import { createDisclosure, type Disclosure, type Reach } from '#features/disclosure/index.ts';
import { createEthics, type Ethics, mayBeAssigned, mayBeClosed } from '#features/ethics/index.ts';
import { type Circulars, createCirculars } from '#features/knowledge/circulars/index.ts';
import { createLaws, type Laws } from '#features/knowledge/laws/index.ts';
import { createLessons, type Lessons } from '#features/knowledge/lessons/index.ts';
import { createNotices, type Notices } from '#features/knowledge/notices/index.ts';
import { createOffences, type Offences } from '#features/knowledge/offences/index.ts';
import { createQuestions, type Questions } from '#features/knowledge/questions/index.ts';
import { createNetwork, type Network } from '#features/network/index.ts';
import { createNews, type News } from '#features/news/index.ts';
import {
  createDuties,
  createPlans,
  createRisks,
  type Duties,
  type Plans,
  type Risks,
} from '#features/prevention/index.ts';
import { createReports, type Reports } from '#features/reports/index.ts';
import {
  type Assessments,
  type Attendance,
  attendanceFigures,
  type Certificates,
  createAssessments,
  createAttendance,
  createCertificates,
  createLearning,
  createMoney,
  createPapers,
  createProgrammes,
  createProjects,
  createSeats,
  type Learning,
  type Money,
  type Papers,
  type Programmes,
  type Projects,
  type Seats,
  seatsBackground,
} from '#features/seminars/index.ts';
import { createSettings, type Settings } from '#features/settings/index.ts';
import { createSurvey, type Survey } from '#features/survey/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import { type Background, joinBackground } from '#platform/jobs/index.ts';
import { type MailSettings, mailBackground } from '#platform/mail/index.ts';

export type App = {
  readonly ground: Ground;
  readonly network: Network;
  readonly laws: Laws;
  readonly news: News;
  readonly circulars: Circulars;
  readonly notices: Notices;
  readonly offences: Offences;
  readonly lessons: Lessons;
  readonly questions: Questions;
  readonly cases: Cases;
  readonly reports: Reports;
  readonly settings: Settings;
  readonly plans: Plans;
  readonly duties: Duties;
  readonly ethics: Ethics;
  readonly seats: Seats;
  readonly projects: Projects;
  readonly attendance: Attendance;
  readonly certificates: Certificates;
  readonly programmes: Programmes;
  readonly money: Money;
  readonly papers: Papers;
  readonly learning: Learning;
  readonly risks: Risks;
  readonly assessments: Assessments;
  readonly disclosure: Disclosure;
  readonly survey: Survey;
};

/** What a test may put in the place of the outside world; the program itself hands over nothing. */
export type Outside = { readonly reach?: Reach };

export function createApp(ground: Ground, outside: Outside = {}): App {
  const network = createNetwork(ground);
  const news = createNews(ground, network);
  const cases = createCases(ground, network, { mayBeAssigned, mayBeClosed });
  const circulars = createCirculars(ground, network);
  const laws = createLaws(ground, { network, cases, circulars });
  const notices = createNotices(ground, { network, circulars });
  const offences = createOffences(ground, network);
  const lessons = createLessons(ground, network);
  const questions = createQuestions(ground, network);
  const reports = createReports(ground, network, cases);
  const seats = createSeats(ground, network);
  const projects = createProjects(ground, network);
  const ethics = createEthics({
    ground,
    network,
    cases,
    findCase: cases.find,
    personsIn: lessons.personsIn,
    laws: {
      list: async () => (await laws.list()).map(({ code, title }) => ({ code, title })),
      find: async (code, number) => {
        const page = await laws.section({ code, number });
        return page && { code, title: page.law.title, number: page.number };
      },
    },
  });
  const plans = createPlans({ ground, network, personsIn: lessons.personsIn });
  const attendance = createAttendance(ground, network);
  const assessments = createAssessments(ground, network);
  const certificates = createCertificates(ground, network, {
    testResults: assessments.postTestPercents,
  });
  const programmes = createProgrammes(ground, network);
  const money = createMoney(ground, network);
  const risks = createRisks({ ground, network, cases, lessons });
  const learning = createLearning(
    {
      ground,
      network,
      clockFigures: cases.clockFigures,
      unitsWithPlan: plans.unitsThatFiled,
      unitsWithRiskMap: risks.unitsThatMapped,
      tests: { gains: assessments.gains, shares: assessments.shares },
    },
    seats.open,
  );
  // Parts that know figures of the closing summary answer here; what nobody answers is left out of it with a sentence.
  const papers = createPapers(ground, network, {
    attendance: async (signedIn, id) =>
      attendanceFigures(await attendance.board(signedIn, id, { locale: 'th' })),
    tests: assessments.gain,
    evaluation: learning.evaluation.summary,
  });
  const disclosure = createDisclosure({
    ground,
    network,
    reach: outside.reach,
    figures: {
      complaints: async (trx, asked) => {
        const counts = await cases.receivedFigures(trx, asked);
        // Those of the first day too: a topic may have ended since.
        const days = [civilDate(ground.now()), asked.from];
        const topics = (await Promise.all(days.map((day) => cases.listTopics(day))))
          .flat()
          .filter(({ matter }) => matter === 'corruption');
        const names = new Map(topics.map(({ code, nameTh }) => [code, nameTh]));
        const none = { received: 0, concluded: 0, underWay: 0 };
        const unnamed = counts.filter(({ topic }) => !names.has(topic));
        return [
          ...[...names].map(([code, nameTh]) => ({
            ...none,
            ...counts.find(({ topic }) => topic === code),
            topic: nameTh,
          })),
          ...unnamed,
        ];
      },
      gifts: ethics.gifts.giftTotals,
      noGift: ethics.noGift,
      ethics: {
        code: ethics.codes.published,
        pledges: ethics.pledges.figures,
        moral: ethics.moral.published,
        questions: ethics.questions.published,
      },
      risks: risks.viewPublished,
      plans: plans.viewPublished,
    },
  });
  const settings = createSettings(ground, network);
  const survey = createSurvey({ ground, network });
  const duties = createDuties({
    ground,
    network,
    checks: {
      NO_GIFT: ethics.noGift.unitsThatSigned,
      GIFTS_HALF: (fiscalYear) => ethics.gifts.unitsThatFiled(fiscalYear, 1),
      GIFTS_YEAR: (fiscalYear) => ethics.gifts.unitsThatFiled(fiscalYear, 2),
      RISK_MAP: risks.unitsThatMapped,
      PLAN: plans.unitsThatFiled,
      PLAN_HALF: (fiscalYear) => plans.unitsThatReported(fiscalYear, 2),
      PLAN_YEAR: (fiscalYear) => plans.unitsThatReported(fiscalYear, 4),
      DISCLOSURE: disclosure.unitsThatAreReady,
    },
  });
  return {
    ground,
    network,
    laws,
    news,
    circulars,
    notices,
    offences,
    lessons,
    questions,
    cases,
    reports,
    settings,
    plans,
    duties,
    ethics,
    seats,
    projects,
    attendance,
    certificates,
    programmes,
    money,
    papers,
    learning,
    risks,
    assessments,
    disclosure,
    survey,
  };
}

/** What the worker does by itself: every feature with background work has its place in this list. */
export function backgroundOf(app: App, mail: MailSettings | undefined): Background {
  const { databases, publicUrl, now } = app.ground;
  return joinBackground([
    mailBackground({ db: databases.worker, settings: mail, host: publicUrl.hostname, now }),
    app.reports,
    app.certificates,
    app.duties,
    seatsBackground(app.ground),
    app.learning.background,
    app.assessments,
    app.disclosure,
    app.survey,
  ]);
}

/** The internal integrity survey: what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { countRounds } from './count-rounds.ts';
import { issueToken } from './issue-token.ts';
import type { Parts } from './needs.ts';
import { networkResults, surveyScores } from './network-results.ts';
import { type NewRound, openRound } from './open-round.ts';
import { refused } from './outcome.ts';
import { type NewSheet, printCodes } from './print-codes.ts';
import { listPublicRounds, readPublicRound } from './public-rounds.ts';
import { selectQuestionnaires } from './questionnaire.queries.ts';
import { type Entitled, sayEntitled } from './say-entitled.ts';
import { type Sent, sendAnswer } from './send-answer.ts';
import { countJob, stepRound } from './step-round.ts';
import { writes } from './survey.policies.ts';
import { surveyDesk, viewRound } from './view-rounds.ts';
import { carryOver, type Draft, saveDraft } from './write-questionnaire.ts';

export { officeSurveyRoutes } from './http.ts';

export type Survey = ReturnType<typeof createSurvey>;

export function createSurvey(parts: Parts) {
  const { ground } = parts;
  return {
    parts,
    desk: (signedIn: SignedIn, locale: Locale) => surveyDesk(parts, signedIn, locale),
    view: (signedIn: SignedIn, id: string, locale: Locale) => viewRound(parts, signedIn, id, locale),
    open: (signedIn: SignedIn, round: NewRound) => openRound(parts, signedIn, round),
    sayEntitled: (signedIn: SignedIn, said: Entitled) => sayEntitled(parts, signedIn, said),
    issueToken: (signedIn: SignedIn, asked: { roundId: string; blinded: string }) =>
      issueToken(parts, signedIn, asked),
    printCodes: (signedIn: SignedIn, sheet: NewSheet) => printCodes(parts, signedIn, sheet),
    step: (signedIn: SignedIn, what: { roundId: string; step: 'close' | 'publish' }) =>
      stepRound(parts, signedIn, what),
    network: (signedIn: SignedIn, fiscalYear: number, locale: Locale) =>
      networkResults(parts, signedIn, fiscalYear, locale),
    /** Every version, and whether the person may write. */
    questionnaires: async (signedIn: SignedIn) => ({
      all: await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectQuestionnaires(trx)),
      mayWrite: writes(signedIn.appointments, await parts.network.listCentres(ground.now())) !== undefined,
    }),
    carryOver: (signedIn: SignedIn, what: { id: string; from: string; fiscalYear: number }) =>
      carryOver(parts, signedIn, what),
    saveDraft: (signedIn: SignedIn, draft: Draft, use: boolean) => saveDraft(parts, signedIn, draft, use),
    listPublic: (locale: Locale) => listPublicRounds(parts, locale),
    readPublic: (of: { code: string; fiscalYear: number }, locale: Locale) =>
      readPublicRound(parts, of, locale),
    /** Takes one answer for one code or token; asks nobody who it is. */
    send: async (of: { code: string; fiscalYear: number }, sent: Sent) => {
      const found = await readPublicRound(parts, of, 'th');
      return found ? sendAnswer(ground, found, sent) : refused('not-found');
    },
    /** Published scores of a centre's fiscal year (Buddhist era), for self-assessment and disclosure. */
    surveyScores: (unitId: number, fiscalYear: number) => surveyScores(parts, unitId, fiscalYear),
    jobs: { [countJob]: async () => void (await countRounds(parts)) },
    schedules: [{ name: countJob, cron: '* * * * *' }],
  } satisfies Background & Record<string, unknown>;
}

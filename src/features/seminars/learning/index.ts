/** Evaluation, action plans, competence and materials of seminars: what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addEvidence } from '../competence/add-evidence.ts';
import { gatherEvidence } from '../competence/gather-evidence.ts';
import { frameBook, keepFrame } from '../competence/keep-frame.ts';
import {
  networkTable,
  ownCentres,
  ownProfile,
  personProfile,
  suggestNominees,
} from '../competence/view-competence.ts';
import { openEvaluation, react, type Typed } from '../evaluation/react.ts';
import { listItems, saveItem } from '../evaluation/save-item.ts';
import { summaryFigures, viewResults } from '../evaluation/view-results.ts';
import { answerOwn, openPlan, writePlan } from '../followup/own-plan.ts';
import { remindFollowUps } from '../followup/remind.ts';
import { answerAsSuperior } from '../followup/superior.ts';
import { addMaterial, recordConsent, removeMaterial } from '../materials/keep-materials.ts';
import { officeMaterials, publicMaterials, seatMaterials } from '../materials/read-materials.ts';
import { sweepUploads } from '../materials/upload-file.ts';
import type { OpenSeat } from '../seats/open-seat.ts';
import { myLearning } from './my-learning.ts';
import { frameKeeper } from './needs.ts';
import type { LearningNeeds } from './ports.ts';

export type { LearningNeeds } from './ports.ts';
export type Learning = ReturnType<typeof createLearning>;

type OpenByToken = (token: string, locale: Locale) => Promise<OpenSeat | undefined>;

export function createLearning(needs: LearningNeeds, openSeat: OpenByToken) {
  const { ground } = needs;
  return {
    needs,
    /** An officer's own page. */
    mine: (signedIn: SignedIn, locale: Locale) => myLearning(needs, openSeat, signedIn, locale),
    evaluation: {
      /** By the participant's link; undefined for one that was not made here. */
      open: (token: string) => openEvaluation(ground, token),
      react: (token: string, typed: Typed) => react(ground, token, typed),
      /** Undefined for whoever does not organise the seminar. */
      results: (signedIn: SignedIn, seminarId: string) => viewResults(needs, signedIn, seminarId),
      /** For the closing memo of a seminar. */
      summary: (signedIn: SignedIn, seminarId: string) => summaryFigures(needs, signedIn, seminarId),
      items: (signedIn: SignedIn, seminarId?: string) => listItems(needs, signedIn, seminarId),
      saveItem: (signedIn: SignedIn, input: unknown) => saveItem(needs, signedIn, input),
    },
    plans: {
      open: (token: string) => openPlan(ground, token),
      write: (token: string, input: unknown) => writePlan(ground, token, input),
      answer: (token: string, input: unknown) => answerOwn(ground, token, input),
      answerAsSuperior: (signedIn: SignedIn, input: Parameters<typeof answerAsSuperior>[2]) =>
        answerAsSuperior(needs, signedIn, input),
    },
    competence: {
      own: (signedIn: SignedIn) => ownProfile(needs, signedIn),
      centres: (signedIn: SignedIn) => ownCentres(needs, signedIn),
      person: (signedIn: SignedIn, personId: string) => personProfile(needs, signedIn, personId),
      network: (signedIn: SignedIn) => networkTable(needs, signedIn),
      addEvidence: (signedIn: SignedIn, input: unknown) => addEvidence(needs, signedIn, input),
      suggestNominees: (signedIn: SignedIn, seminarId: string, unitId: number) =>
        suggestNominees(needs, signedIn, seminarId, unitId),
      frame: (signedIn: SignedIn) => frameBook(needs, signedIn),
      keepFrame: (signedIn: SignedIn, input: unknown) => keepFrame(needs, signedIn, input),
      mayKeepFrame: async (signedIn: SignedIn) => (await frameKeeper(needs, signedIn)) !== undefined,
      /** As the worker. */
      gather: () => gatherEvidence(needs),
    },
    materials: {
      ofSeat: (token: string) => seatMaterials(ground, token),
      ofSlug: (slug: string) => publicMaterials(ground, slug),
      office: (signedIn: SignedIn, seminarId: string) => officeMaterials(ground, signedIn, seminarId),
      add: (signedIn: SignedIn, input: unknown) => addMaterial(needs, signedIn, input),
      remove: (signedIn: SignedIn, of: { readonly seminarId: string; readonly id: string }) =>
        removeMaterial(needs, signedIn, of),
      recordConsent: (signedIn: SignedIn, input: unknown) => recordConsent(needs, signedIn, input),
    },
    background: {
      jobs: {
        'seminars.gather-evidence': async () => void (await gatherEvidence(needs)),
        'seminars.remind-follow-ups': async () => void (await remindFollowUps(needs)),
        'seminars.sweep-uploads': async () => void (await sweepUploads(ground)),
      },
      schedules: [
        { name: 'seminars.gather-evidence', cron: '40 2 * * *' },
        { name: 'seminars.remind-follow-ups', cron: '15 8 * * *' },
        { name: 'seminars.sweep-uploads', cron: '27 * * * *' },
      ],
    } satisfies Background,
  };
}

/** Ethics: codes, pledges, gifts, No Gift, conflicts, advice and breaches, objections. What pages, surfaces and features may use. */
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { createCodes, createPledges } from './codes/index.ts';
import { decideConflict, type NewConflictDecision } from './conflicts/decide-conflict.ts';
import { declareConflict, declareNothing, type NewConflict } from './conflicts/declare-conflict.ts';
import { conflictDesk, conflictForm, viewConflict } from './conflicts/read-conflicts.ts';
import { decideGift, type NewDecision } from './gifts/decide-gift.ts';
import { disposeGift, type NewDisposal } from './gifts/dispose-gift.ts';
import { fileHalfYear, giftTotals, type NewFiling, viewFiling } from './gifts/file-half-year.ts';
import { selectFilings } from './gifts/filing.queries.ts';
import { remindMissing, viewOverview } from './gifts/overview.ts';
import { type NewGift, reportGift } from './gifts/report-gift.ts';
import { giftForm, listGifts, viewGift } from './gifts/view-gifts.ts';
import { createHonours } from './honours/index.ts';
import { ethicsFigures } from './matters/figures.ts';
import {
  handOver,
  type NewFinding,
  type NewHandover,
  type NewMeasure,
  type NewNoMeasure,
  recordFinding,
  recordMeasure,
  recordNoMeasure,
} from './matters/record-on-matter.ts';
import { referMatter } from './matters/refer-matter.ts';
import { referralForm } from './matters/referral-form.ts';
import { linkedCases, listMatters, viewMatter } from './matters/view-matter.ts';
import { createMoral } from './moral-organisation/index.ts';
import type { EthicsParts } from './needs.ts';
import { enterTemplate, type NewTemplate } from './no-gift/enter-template.ts';
import { listNoGift, noGiftDesk, readNoGift } from './no-gift/read-no-gift.ts';
import { type NewSignature, signNoGift } from './no-gift/sign-no-gift.ts';
import { objectionsDesk, proveObjection } from './objections/read-objections.ts';
import { recordObjection, shareObjection } from './objections/record-objection.ts';
import { decideQuestion, type QuestionStep } from './questions/decide-question.ts';
import { listQuestions, publicQuestions, questionDesk } from './questions/read-questions.ts';
import { type NewQuestion, writeQuestion } from './questions/write-question.ts';
import { enterRule } from './rules/enter-rule.ts';
import { listRules } from './rules/list-rules.ts';
import { centresBelow } from './standing.ts';

export { publicCodeRoutes } from './codes/http.ts';
export { mayBeAssigned } from './conflicts/may-be-assigned.ts';
export { publicHonoursRoutes } from './honours/http.ts';
export { officeEthicsRoutes, publicNoGiftRoutes } from './http.ts';
export { mayBeClosed } from './matters/may-be-closed.ts';

export type Ethics = ReturnType<typeof createEthics>;

export function createEthics(parts: EthicsParts) {
  return {
    gifts: {
      form: (signedIn: SignedIn, locale: Locale) => giftForm(parts, signedIn, locale),
      list: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
        listGifts(parts, signedIn, locale, fiscalYear),
      view: (signedIn: SignedIn, id: string, locale: Locale) => viewGift(parts, signedIn, id, locale),
      report: (signedIn: SignedIn, gift: NewGift, picture?: Uint8Array) =>
        reportGift(parts, signedIn, gift, picture),
      decide: (signedIn: SignedIn, decision: NewDecision) => decideGift(parts, signedIn, decision),
      dispose: (signedIn: SignedIn, disposal: NewDisposal, proof?: Uint8Array) =>
        disposeGift(parts, signedIn, disposal, proof),
      filing: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
        viewFiling(parts, signedIn, locale, fiscalYear),
      file: (signedIn: SignedIn, filing: NewFiling) => fileHalfYear(parts, signedIn, filing),
      overview: (signedIn: SignedIn, locale: Locale, asked?: Parameters<typeof viewOverview>[3]) =>
        viewOverview(parts, signedIn, locale, asked),
      remind: (signedIn: SignedIn, reminder: Parameters<typeof remindMissing>[2]) =>
        remindMissing(parts, signedIn, reminder),
      /** Whether the officer looks after centres other than her own. */
      seesOverview: async (signedIn: SignedIn) =>
        centresBelow(signedIn, await parts.network.listCentres(parts.ground.now())).length > 0,
      /** For the yearly calendar: centres that have filed a half-year, gifts or nothing. */
      unitsThatFiled: async (fiscalYear: number, half: 1 | 2): Promise<ReadonlySet<number>> =>
        new Set(
          (await selectFilings(parts.ground.databases.public, fiscalYear))
            .filter((filing) => filing.half === half)
            .map(({ unitId }) => unitId),
        ),
      /** What a centre filed for a half or the year; undefined while it has not. Public figures. */
      giftTotals: (unitId: number, fiscalYear: number, half: 1 | 2 | 'year') =>
        giftTotals(parts, unitId, fiscalYear, half),
    },
    noGift: {
      /** Who has announced and who has not yet, for anybody. */
      list: (locale: Locale, fiscalYear?: number) => listNoGift(parts, locale, fiscalYear),
      /** For the yearly calendar: centres whose present head has signed. */
      unitsThatSigned: async (fiscalYear: number): Promise<ReadonlySet<number>> =>
        new Set(
          (await listNoGift(parts, 'th', fiscalYear)).centres
            .filter(({ standing }) => standing === 'signed')
            .map(({ unitId }) => unitId),
        ),
      read: (id: string) => readNoGift(parts, id),
      desk: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
        noGiftDesk(parts, signedIn, locale, fiscalYear),
      sign: (signedIn: SignedIn, signature: NewSignature) => signNoGift(parts, signedIn, signature),
      enterTemplate: (signedIn: SignedIn, template: NewTemplate) => enterTemplate(parts, signedIn, template),
    },
    conflicts: {
      desk: (signedIn: SignedIn, locale: Locale) => conflictDesk(parts, signedIn, locale),
      form: (signedIn: SignedIn, locale: Locale, caseId?: string) =>
        conflictForm(parts, signedIn, locale, caseId),
      view: (signedIn: SignedIn, id: string, locale: Locale) => viewConflict(parts, signedIn, id, locale),
      declare: (signedIn: SignedIn, conflict: NewConflict) => declareConflict(parts, signedIn, conflict),
      declareNothing: (signedIn: SignedIn, said: { id: string; unitId: number }) =>
        declareNothing(parts, signedIn, said),
      decide: (signedIn: SignedIn, decision: NewConflictDecision) =>
        decideConflict(parts, signedIn, decision),
    },
    matters: {
      list: (signedIn: SignedIn) => listMatters(parts, signedIn),
      view: (signedIn: SignedIn, id: string, locale: Locale) => viewMatter(parts, signedIn, id, locale),
      /** The cases at the other end of a handover, for who may read both. */
      linked: (signedIn: SignedIn, id: string) => linkedCases(parts, signedIn, id),
      /** Numbers of a Buddhist-era fiscal year for the yearly report on ethics. */
      figures: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
        ethicsFigures(parts, signedIn, locale, fiscalYear),
      recordFinding: (signedIn: SignedIn, finding: NewFinding) => recordFinding(parts, signedIn, finding),
      recordMeasure: (signedIn: SignedIn, measure: NewMeasure) => recordMeasure(parts, signedIn, measure),
      recordNoMeasure: (signedIn: SignedIn, none: NewNoMeasure) => recordNoMeasure(parts, signedIn, none),
      refer: (signedIn: SignedIn, referral: unknown) => referMatter(parts, signedIn, referral),
      referralForm: (signedIn: SignedIn, id: string) => referralForm(parts, signedIn, id),
      handOver: (signedIn: SignedIn, handover: NewHandover) => handOver(parts, signedIn, handover),
    },
    questions: {
      published: (locale: Locale, asked: { search: string; standard: string }) =>
        publicQuestions(parts, locale, asked),
      list: (signedIn: SignedIn, locale: Locale) => listQuestions(parts, signedIn, locale),
      desk: (signedIn: SignedIn, locale: Locale, id?: string) => questionDesk(parts, signedIn, locale, id),
      write: (signedIn: SignedIn, question: NewQuestion) => writeQuestion(parts, signedIn, question),
      decide: (signedIn: SignedIn, step: QuestionStep) => decideQuestion(parts, signedIn, step),
    },
    objections: {
      desk: (signedIn: SignedIn, locale: Locale) => objectionsDesk(parts, signedIn, locale),
      record: (signedIn: SignedIn, input: unknown) => recordObjection(parts, signedIn, input),
      share: (signedIn: SignedIn, input: unknown) => shareObjection(parts, signedIn, input),
      prove: (signedIn: SignedIn, id: string) => proveObjection(parts, signedIn, id),
    },
    codes: createCodes(parts),
    pledges: createPledges(parts),
    moral: createMoral(parts),
    honours: createHonours(parts),
    rules: {
      list: (signedIn: SignedIn) => listRules(parts, signedIn),
      enter: (signedIn: SignedIn, input: unknown) => enterRule(parts, signedIn, input),
    },
  };
}

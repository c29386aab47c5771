/** Honours, as the rest of ethics puts them together. */
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { answerClearance, type NewClearance } from './answer-clearance.ts';
import { answerConsent } from './consent.ts';
import { enterCategory } from './enter-category.ts';
import { type NewNomination, nominate, supportNomination } from './nominate.ts';
import { categoryDesk } from './read-categories.ts';
import { clearanceList, honourDesk, nominationForm, viewNomination } from './read-honours.ts';
import { publishedHonours, viewRound } from './read-round.ts';
import {
  approveRoll,
  closeNominations,
  closeScoring,
  extendScoring,
  nameMember,
  openRound,
} from './run-round.ts';
import { type NewScore, scoreNominee } from './score.ts';

export const createHonours = (parts: Parts) => ({
  /** The roll, for anybody. */
  published: (locale: Locale, fiscalYear?: number) => publishedHonours(parts, locale, fiscalYear),
  desk: (signedIn: SignedIn, locale: Locale) => honourDesk(parts, signedIn, locale),
  form: (signedIn: SignedIn, locale: Locale, asked: Parameters<typeof nominationForm>[3]) =>
    nominationForm(parts, signedIn, locale, asked),
  view: (signedIn: SignedIn, id: string, locale: Locale) => viewNomination(parts, signedIn, id, locale),
  round: (signedIn: SignedIn, locale: Locale, centreId?: number) =>
    viewRound(parts, signedIn, locale, centreId),
  categories: (signedIn: SignedIn) => categoryDesk(parts, signedIn),
  clearance: (signedIn: SignedIn, locale: Locale) => clearanceList(parts, signedIn, locale),
  enterCategory: (signedIn: SignedIn, input: unknown) => enterCategory(parts, signedIn, input),
  open: (signedIn: SignedIn, input: { readonly id: string }) => openRound(parts, signedIn, input),
  closeNominations: (signedIn: SignedIn, input: { readonly id: string; readonly until: string }) =>
    closeNominations(parts, signedIn, input),
  extend: (signedIn: SignedIn, input: { readonly id: string; readonly until: string }) =>
    extendScoring(parts, signedIn, input),
  nameMember: (signedIn: SignedIn, input: { readonly id: string; readonly personId: string }) =>
    nameMember(parts, signedIn, input),
  closeScoring: (signedIn: SignedIn, input: { readonly id: string }) => closeScoring(parts, signedIn, input),
  approve: (signedIn: SignedIn, input: { readonly id: string }) => approveRoll(parts, signedIn, input),
  nominate: (signedIn: SignedIn, input: NewNomination) => nominate(parts, signedIn, input),
  support: (signedIn: SignedIn, input: { readonly id: string }) => supportNomination(parts, signedIn, input),
  consent: (signedIn: SignedIn, input: { readonly id: string; readonly isGiven: boolean }) =>
    answerConsent(parts, signedIn, input),
  answer: (signedIn: SignedIn, input: NewClearance) => answerClearance(parts, signedIn, input),
  score: (signedIn: SignedIn, input: NewScore) => scoreNominee(parts, signedIn, input),
});

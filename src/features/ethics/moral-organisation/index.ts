/** Moral organisations, as the rest of ethics puts them together. */
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { beginAssessment, type NewScores, saveScores } from './assess.ts';
import { enterFrame } from './enter-frame.ts';
import { addEvidence, type NewEvidence, removeEvidence } from './keep-files.ts';
import { listMoral, publishedMoral, viewMoral } from './read-moral.ts';
import { type NewMoralStep, stepMoral } from './verify.ts';

export const createMoral = (parts: Parts) => ({
  /** Levels, for anybody. */
  published: (locale: Locale, fiscalYear?: number) => publishedMoral(parts, locale, fiscalYear),
  list: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
    listMoral(parts, signedIn, locale, fiscalYear),
  view: (signedIn: SignedIn, id: string, locale: Locale) => viewMoral(parts, signedIn, id, locale),
  begin: (signedIn: SignedIn, input: { readonly id: string; readonly unitId: number }) =>
    beginAssessment(parts, signedIn, input),
  save: (signedIn: SignedIn, input: NewScores) => saveScores(parts, signedIn, input),
  addEvidence: (signedIn: SignedIn, input: NewEvidence, bytes: Uint8Array) =>
    addEvidence(parts, signedIn, input, bytes),
  removeEvidence: (signedIn: SignedIn, input: { readonly assessmentId: string; readonly id: string }) =>
    removeEvidence(parts, signedIn, input),
  step: (signedIn: SignedIn, input: NewMoralStep) => stepMoral(parts, signedIn, input),
  enterFrame: (signedIn: SignedIn, input: unknown) => enterFrame(parts, signedIn, input),
});

/** Codes of ethics and the yearly pledge, as the rest of ethics puts them together. */
import type { SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { beginPledge, type NewRound } from './begin-pledge.ts';
import { enterCode } from './enter-code.ts';
import { answerSituation, givePledge, type NewAnswer } from './give-pledge.ts';
import { remindToPledge, viewFigures } from './pledge-figures.ts';
import { codesDesk, publishedCode } from './read-codes.ts';
import { viewPledge } from './read-pledge.ts';
import { endConduct, type NewConduct, writeConduct } from './write-conduct.ts';
import { endScenario, type NewScenario, writeScenario } from './write-scenario.ts';

export const createCodes = (parts: Parts) => ({
  /** The published table, for anybody. */
  published: (locale: Locale, asked?: Parameters<typeof publishedCode>[2]) =>
    publishedCode(parts, locale, asked),
  desk: (signedIn: SignedIn, locale: Locale) => codesDesk(parts, signedIn, locale),
  enter: (signedIn: SignedIn, input: unknown) => enterCode(parts, signedIn, input),
  writeConduct: (signedIn: SignedIn, input: NewConduct) => writeConduct(parts, signedIn, input),
  endConduct: (signedIn: SignedIn, id: string) => endConduct(parts, signedIn, id),
  writeScenario: (signedIn: SignedIn, input: NewScenario) => writeScenario(parts, signedIn, input),
  endScenario: (signedIn: SignedIn, id: string) => endScenario(parts, signedIn, id),
});

export const createPledges = (parts: Parts) => ({
  view: (signedIn: SignedIn, locale: Locale) => viewPledge(parts, signedIn, locale),
  begin: (signedIn: SignedIn, input: NewRound) => beginPledge(parts, signedIn, input),
  answer: (signedIn: SignedIn, input: NewAnswer) => answerSituation(parts, signedIn, input),
  give: (signedIn: SignedIn, input: { readonly id: string }) => givePledge(parts, signedIn, input),
  figures: (signedIn: SignedIn, locale: Locale, fiscalYear?: number) =>
    viewFigures(parts, signedIn, locale, fiscalYear),
  remind: (signedIn: SignedIn, input: { readonly id: string }) => remindToPledge(parts, signedIn, input),
});

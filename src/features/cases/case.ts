/** The words of casework: what a case is to the server, which sees codes, times and ciphertext and nothing more. */
import type { Locale } from '#platform/text/messages.ts';

/** What kind of matter a case is, by its topic: who works on corruption and who guards ethics do not read each other's. */
export const matters = ['corruption', 'ethics-advice', 'ethics-breach'] as const;
export type Matter = (typeof matters)[number];

export const stages = [
  'RECEIVED',
  'SCREENING',
  'NEED_INFORMATION',
  'ACCEPTED',
  'FACT_FINDING',
  'DECISION',
  'ANSWERED',
  'FACT_CHECK',
  'FINDING',
  'MEASURE',
  'CLOSED',
  'REDIRECTED',
  'MERGED',
] as const;
export type Stage = (typeof stages)[number];

/** Stages in which nobody works on the case any more. */
export const endedStages = ['CLOSED', 'REDIRECTED', 'MERGED'] as const satisfies readonly Stage[];
export const isEnded = (stage: Stage) => (endedStages as readonly Stage[]).includes(stage);

/** none: tiers above see the row; unit: this centre alone; named: of the centre only the persons listed, the row to tiers above. */
export type Restriction = 'none' | 'unit' | 'named';
export type Awaiting = 'centre' | 'reporter' | 'nobody';
export type Channel = 'web' | 'web-no-script' | 'paper' | 'walk-in' | 'phone' | 'referral' | 'ethics';
/** Whether a reporter reads answers: nobody does where an ethics officer of the network filed the case. */
export const hasReporter = (channel: Channel) => channel !== 'ethics';
export type IdentityMode = 'named' | 'confidential' | 'anonymous';
export type MessageKind = 'dialogue' | 'internal';

/** What starts and what stops a clock. */
export type ClockStart = 'receipt' | 'assignment' | 'acceptance';
export type ClockEnd = 'first-answer' | 'screening' | 'decision';

/** Why a closing is sent back to the officer who proposed it. */
export const returnCodes = [
  'DOC_INCOMPLETE',
  'FACT_UNCLEAR',
  'LAW_DISAGREE',
  'WRONG_ROUTE',
  'OTHER',
] as const;
export type ReturnCode = (typeof returnCodes)[number];

/** A name in both languages, as a row of reference data carries it. */
export type Named = { readonly nameTh: string; readonly nameEn: string };

export const nameIn = (locale: Locale, named: Named) => (locale === 'th' ? named.nameTh : named.nameEn);

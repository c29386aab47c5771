/** The words of a centre's answers: where each stands, what shows it, what was said about it. */
import type { Format } from '../item-sets/item-set.ts';

export const answerStates = ['preparing', 'ready', 'reviewed', 'appealed', 'decided'] as const;
export type AnswerState = (typeof answerStates)[number];
export type Result = 'met' | 'not-met';

export const answerSteps = [
  'ready',
  'mend',
  'met',
  'not-met',
  'appeal',
  'decide-met',
  'decide-not-met',
] as const;
export type AnswerStep = (typeof answerSteps)[number];

export type Answer = {
  readonly id: string;
  readonly unitId: number;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly itemCode: string;
  readonly state: AnswerState;
  readonly asOf: string | undefined;
  readonly ticked: readonly number[];
  readonly selfScore: number | undefined;
  readonly owner: string;
  readonly note: string;
  readonly result: Result | undefined;
  readonly readyBy: string | undefined;
  readonly reviewedBy: string | undefined;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly revision: number;
};

export const linkOutcomes = [
  'good',
  'login',
  'error',
  'timeout',
  'unreachable',
  'wrong-format',
  'not-public',
  'too-many-redirects',
] as const;
export type LinkOutcome = (typeof linkOutcomes)[number];

export type Link = {
  readonly id: string;
  readonly answerId: string;
  readonly url: string;
  readonly format: Format;
  readonly outcome: LinkOutcome | undefined;
  readonly httpStatus: number | undefined;
  readonly contentType: string | undefined;
  readonly checkedAt: Date | undefined;
  readonly goodAt: Date | undefined;
  readonly badSince: Date | undefined;
};

export type TakenStep = {
  readonly id: string;
  readonly step: AnswerStep;
  readonly words: string;
  readonly takenBy: string;
  readonly takenAt: Date;
};

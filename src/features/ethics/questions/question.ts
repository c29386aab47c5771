/** The words of a public question and its answer, written anew from advice and free of persons. */
export const questionStates = ['submitted', 'returned', 'published', 'withdrawn'] as const;
export type QuestionState = (typeof questionStates)[number];

export type QuestionText = {
  readonly questionTh: string;
  readonly answerTh: string;
  /** Both or neither. */
  readonly questionEn: string | undefined;
  readonly answerEn: string | undefined;
  /** Codes in ethics.choice, list standard. */
  readonly standards: readonly string[];
  /** `code/number` of the law library. */
  readonly sections: readonly string[];
};

/** What everybody may read: no centre, no writer, no advice. */
export type PublicQuestion = QuestionText & { readonly id: string; readonly publishedOn: string };

export type Question = QuestionText & {
  readonly id: string;
  readonly unitId: number;
  readonly state: QuestionState;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly reason: string | undefined;
  readonly publishedOn: string | undefined;
  readonly revision: number;
};

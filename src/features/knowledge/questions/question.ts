/** The words of questions between centres. */

export type Question = {
  readonly id: string;
  readonly unitId: number;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly askedAt: Date;
  readonly answers: number;
  /** True once an answer has been confirmed by the ministry's centre. */
  readonly isVerified: boolean;
};

export type Answer = {
  readonly id: string;
  readonly unitId: number;
  readonly body: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly isVerified: boolean;
};

export type QuestionField = 'id' | 'topic' | 'title' | 'body';

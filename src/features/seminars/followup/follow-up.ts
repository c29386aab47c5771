/** The words of action plans: what a participant will do differently, and what became of it. */
export const followUpSteps = [1, 2, 3] as const;
export type FollowUpStep = (typeof followUpSteps)[number];
export const doneWords = ['yes', 'partly', 'no'] as const;
export type DoneWord = (typeof doneWords)[number];
export const sides = ['participant', 'superior'] as const;
export type Side = (typeof sides)[number];

export type ActionPlan = {
  readonly id: string;
  readonly registrationId: string;
  readonly seminarId: string;
  readonly hostUnitId: number;
  readonly unitId: number;
  readonly personId: string | undefined;
  readonly competency: string | undefined;
  readonly what: string;
  readonly seenBy: string;
  readonly dueOn: string;
  readonly writtenAt: Date;
};

export type FollowUp = {
  readonly id: string;
  readonly planId: string;
  readonly step: FollowUpStep;
  readonly side: Side;
  readonly done: DoneWord;
  readonly note: string;
  readonly answeredAt: Date;
};

/** One look at a plan: when it is due, and what both sides said. */
export type Look = {
  readonly step: FollowUpStep;
  readonly dueOn: string;
  readonly isDue: boolean;
  readonly participant: FollowUp | undefined;
  readonly superior: FollowUp | undefined;
};

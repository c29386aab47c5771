/** The words of the self-assessment as a moral organisation. */
export const moralStates = ['draft', 'submitted', 'returned', 'verified', 'published'] as const;
export type MoralState = (typeof moralStates)[number];
export type Level = 1 | 2 | 3;
export const levels: readonly Level[] = [3, 2, 1];

/** What is assessed, and how it becomes a level. */
export type Frame = {
  readonly fiscalYear: number;
  readonly version: number;
  readonly activitiesTh: readonly string[];
  readonly activitiesEn: readonly string[];
  /** The lowest first. */
  readonly levelsTh: readonly string[];
  readonly levelsEn: readonly string[];
  readonly virtuesTh: string;
  readonly virtuesEn: string;
  readonly middleFrom: number;
  readonly highFrom: number;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
};

export type Assessment = {
  readonly id: string;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly frameYear: number;
  readonly frameVersion: number;
  readonly state: MoralState;
  readonly submittedBy: string | undefined;
  readonly remark: string | undefined;
  readonly percent: number | undefined;
  readonly level: Level | undefined;
  /** Counts up with each change; undefined in lists. */
  readonly revision: number | undefined;
};

export type Score = {
  readonly position: number;
  readonly score: number;
  readonly evidence: string;
  readonly link: string | undefined;
  /** What the verifier gave, once she has. */
  readonly verified: number | undefined;
  readonly remark: string | undefined;
};

/** A picture or PDF that shows an activity. */
export type Evidence = {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

/** Bytes of one file, and of all that one posting of the page brings. */
export const largestEvidence = 16 * 1024 * 1024;
/** Of one activity; the table's slots say the same. */
export const mostEvidence = 5;

/** A file's name without control signs, at most 60 characters. */
export const plainName = (name: string): string =>
  [...name.toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, 60).join('').trim() || 'file';

/** The words of honours: categories, rounds, nominations, the roll. */
export type NomineeKind = 'person' | 'unit';
export type RoundState = 'nominating' | 'scoring' | 'scored' | 'published';

/** What is honoured in a fiscal year and how it is decided. */
export type Category = {
  readonly fiscalYear: number;
  readonly code: string;
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly nominee: NomineeKind;
  readonly criteria: readonly Criterion[];
  readonly most: number;
  readonly threshold: number;
  readonly leastScorers: number;
  readonly leastNominees: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
};
export type Criterion = {
  readonly code: string;
  readonly th: string;
  readonly en: string;
  readonly weight: number;
};

export type Round = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly state: RoundState;
  readonly scoringUntil: string | undefined;
  /** Codes of categories with too few nominees. */
  readonly undecided: readonly string[];
  readonly scoredBy: string | undefined;
};

export type Nomination = {
  readonly id: string;
  readonly roundId: string;
  readonly categoryCode: string;
  readonly unitId: number;
  /** Undefined when the centre itself is nominated. */
  readonly personId: string | undefined;
  readonly citation: string;
  readonly state: 'draft' | 'handed-in';
  readonly nominatedBy: string;
  readonly supportedBy: string | undefined;
};

export type Reason = {
  readonly position: number;
  readonly reason: string;
  readonly evidence: string;
  readonly link: string | undefined;
};

/** A name on a roll; without a name it is the centre. */
export type Honoured = {
  readonly categoryCode: string;
  readonly unitId: number;
  readonly nameTh: string | undefined;
  readonly nameEn: string | undefined;
  readonly citation: string;
};

/** What everybody reads of a nomination: the same words whatever kept a nominee off the roll. */
export type Standing = 'draft' | 'waiting' | 'too-few' | 'on-roll' | 'not-on-roll';

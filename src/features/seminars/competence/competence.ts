/** The words of competence: what an officer should know and be able to do, and what shows that she can. */
export const evidenceSources = ['attendance', 'test', 'practice', 'superior'] as const;
export type EvidenceSource = (typeof evidenceSources)[number];
export type Level = 0 | 1 | 2 | 3 | 4;

export type Evidence = {
  readonly id: string;
  readonly personId: string;
  readonly unitId: number;
  readonly competency: string;
  readonly source: EvidenceSource;
  readonly level: number | undefined;
  readonly percent: number | undefined;
  readonly seminarId: string | undefined;
  readonly href: string | undefined;
  readonly note: string;
  readonly on: string;
  readonly madeBy: string | undefined;
  readonly at: Date;
};

export const competencyKinds = ['knowledge', 'skill', 'competence'] as const;
export type CompetencyKind = (typeof competencyKinds)[number];

export type Competency = {
  readonly code: string;
  readonly kind: CompetencyKind;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly descriptionTh: string;
  readonly descriptionEn: string;
  readonly basis: string;
  readonly source: string;
  readonly isConfirmed: boolean;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export type LevelWords = {
  readonly level: number;
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly descriptionTh: string;
  readonly descriptionEn: string;
  readonly isConfirmed: boolean;
};

/** One competency of one person. */
export type Standing = { readonly code: string; readonly level: Level; readonly wanted: number };

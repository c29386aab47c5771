/** The words of projects: what an officer writes before a seminar is approved, and how the pages are handed it. */
import type { Seminar, SeminarState } from '../seminar.ts';
import type { RequiredItem, StepName } from './project-rules.ts';

/** Kind of training by its participants, on which ceilings of fees depend. */
export const trainingTypes = ['a', 'b', 'outside'] as const;
export type TrainingType = (typeof trainingTypes)[number];

/** Items of the project file in the order in which agencies write them. */
export const projectItems = [
  'rationale',
  'objectives',
  'targetQuantity',
  'targetQuality',
  'method',
  'period',
  'place',
  'moneySource',
  'responsible',
  'evaluation',
  'expectedResults',
] as const;
export type ProjectItem = (typeof projectItems)[number];
export type ProjectText = { readonly trainingType: TrainingType } & {
  readonly [item in ProjectItem]: string;
};

export type Project = ProjectText & {
  readonly changedAt: Date | undefined;
  readonly copiedFrom: string | undefined;
};

export type Rights = { readonly organise: boolean; readonly approve: boolean };

/** A seminar as its pages in the office open with. */
export type OpenedSeminar = {
  readonly seminar: Seminar;
  readonly unitNameTh: string;
  readonly unitNameEn: string;
  readonly may: Rights;
};

export type StepTaken = {
  readonly id: string;
  readonly to: SeminarState;
  readonly reason: string | undefined;
  readonly byTh: string;
  readonly byEn: string | undefined;
  readonly at: Date;
};

/** The overview of a seminar. */
export type SeminarOverview = OpenedSeminar & {
  readonly open: readonly StepName[];
  readonly missing: readonly RequiredItem[];
  readonly taken: readonly StepTaken[];
  readonly parts: number;
  readonly partsOutside: number;
  /** The latest other seminar of the centre, while there is nothing here that copying would overwrite. */
  readonly copyable: Pick<Seminar, 'id' | 'titleTh' | 'titleEn' | 'startsOn'> | undefined;
};

/** A seminar in the office's list. */
export type SeminarLine = Pick<
  Seminar,
  | 'id'
  | 'titleTh'
  | 'titleEn'
  | 'startsOn'
  | 'endsOn'
  | 'state'
  | 'seats'
  | 'fiscalYear'
  | 'venueTh'
  | 'venueEn'
> & { readonly unitNameTh: string; readonly unitNameEn: string; readonly isOwn: boolean };

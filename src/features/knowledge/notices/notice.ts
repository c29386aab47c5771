/** The words of notices: something that officers rely on has changed, what it touches, whom it concerns. */
import type { Role } from '#features/network/index.ts';

export type NoticeKind =
  | 'circular'
  | 'reminder'
  | 'law'
  | 'clock-rule'
  | 'offence'
  | 'lesson'
  | 'restriction'
  | 'seminar'
  | 'plan'
  | 'duty'
  | 'risk'
  | 'disclosure';

/** Something that depends on what changed, and the roles that look after it. */
export type Touched = {
  readonly kind: 'clock' | 'paper' | 'course' | 'section' | 'offence' | 'circular' | 'topic';
  readonly id: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly href?: string;
  readonly ownerRoles: readonly Role[];
  /** The centre that looks after it; left out: the ministry's, for all that one law or rule decides. */
  readonly ownerUnit?: number;
};

/** As a reader sees it: with the name of the centre that looks after it. */
export type TouchedView = Touched & { readonly ownerNameTh?: string; readonly ownerNameEn?: string };

export type NewNotice = {
  /** Made by the caller and kept with its cause, so that raising twice is raising once. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly objectId: string;
  readonly titleTh: string;
  readonly titleEn: string;
  /** Page of the changed thing, within this site. */
  readonly href?: string;
  readonly touches?: readonly Touched[];
  /** Centres concerned; left out: all. */
  readonly units?: readonly number[];
  /** Roles concerned; left out: those who handle matters (`caseWork`). */
  readonly roles?: readonly Role[];
  /** Identifier of the officer who caused it; left out by imports, which run as the worker or the owner. */
  readonly raisedBy?: string;
  readonly at: Date;
};

/** For laws, clocks and offences: all who work on cases. */
export const caseWork: readonly Role[] = ['case-officer', 'head', 'ethics-officer', 'registrar'];
/** For circulars: everybody who works in a centre, but not those who audit or administer it. */
export const centreWork: readonly Role[] = [...caseWork, 'planner', 'organiser'];

export type Notice = Pick<NewNotice, 'id' | 'kind' | 'titleTh' | 'titleEn' | 'at'> & {
  readonly href: string | undefined;
  readonly touches: readonly TouchedView[];
  readonly isSeen: boolean;
};

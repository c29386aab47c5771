/** The words of seminars that all their parts share: the seminar, its programme, a seat. */

export const seminarStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'closed',
  'cancelled',
] as const;
export type SeminarState = (typeof seminarStates)[number];

export const slotKinds = [
  'opening',
  'lecture',
  'panel',
  'exchange',
  'group-work',
  'test',
  'break',
  'closing',
] as const;
export type SlotKind = (typeof slotKinds)[number];

export const speakerRoles = ['speaker', 'moderator', 'panellist', 'facilitator'] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

/** Where a registration stands; see `registration` in migration 0020. */
export const registrationStates = [
  'nominated',
  'approved',
  'confirmed',
  'waitlisted',
  'offered',
  'rejected',
  'declined',
  'withdrawn',
  'substituted',
  'released',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** A seminar as every part needs it. Dates are civil dates in Asia/Bangkok. */
export type Seminar = {
  readonly id: string;
  /** Organising centre. */
  readonly unitId: number;
  readonly slug: string;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly summaryTh: string;
  readonly summaryEn: string;
  readonly fiscalYear: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly venueTh: string;
  readonly venueEn: string;
  readonly seats: number;
  readonly nominateBy: string | undefined;
  readonly releaseOn: string | undefined;
  readonly state: SeminarState;
  readonly sequence: number;
  readonly changedAt: Date;
};

/** A part of the programme. */
export type Slot = {
  readonly id: string;
  readonly kind: SlotKind;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | undefined;
  readonly countsForAttendance: boolean;
  readonly competencies: readonly string[];
};

/** A registration as its own link shows it. */
export type Seat = {
  readonly id: string;
  readonly seminarId: string;
  readonly unitId: number;
  readonly kind: string;
  readonly prefixTh: string;
  readonly nameTh: string;
  readonly positionTh: string;
  readonly email: string | undefined;
  readonly state: RegistrationState;
};

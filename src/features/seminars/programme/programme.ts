/** The words of a programme: its rooms, speakers, and parts with who speaks in them. */
import type { Slot, SpeakerRole } from '../seminar.ts';

export type Room = {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly capacity: number | undefined;
};

/** As on a programme: nothing that is not for everybody. */
export type Speaker = {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
  readonly positionTh: string;
  readonly organisationTh: string;
};

export const affiliations = ['state', 'non-state'] as const;
export type Affiliation = (typeof affiliations)[number];

/** As organisers know her. */
export type KnownSpeaker = Speaker & {
  readonly affiliation: Affiliation;
  readonly email: string | undefined;
};

export type SlotSpeaker = {
  readonly speakerId: string;
  readonly role: SpeakerRole;
  readonly groupNo: number | undefined;
};

export type ProgrammeSlot = Slot & {
  readonly detailTh: string;
  readonly detailEn: string;
  readonly groups: number;
  readonly changedAt: Date;
  readonly speakers: readonly SlotSpeaker[];
};

export type Programme = {
  readonly rooms: readonly Room[];
  readonly speakers: readonly Speaker[];
  /** In order of time. */
  readonly slots: readonly ProgrammeSlot[];
};

export type Competency = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
};

/** Attendance: tickets, devices at the door, paper, corrections, and the board on which organisers see who is there. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Outcome } from './attendance.ts';
import { type CompletionRule, type NewRule, setRule } from './completion-rule.ts';
import { makeDevice, revokeDevice } from './devices.ts';
import {
  apologise,
  correctAttendance,
  enterApology,
  enterPaper,
  type NewApology,
  type NewCorrection,
  type PaperEntry,
} from './enter-attendance.ts';
import { type Board, type PersonStory, viewBoard, viewPerson } from './view-attendance.ts';
import { type TicketView, viewTicket } from './view-ticket.ts';

export { officeAttendanceRoutes } from './http.ts';
export { scanRoutes } from './scan-http.ts';
export type { Board, PersonStory } from './view-attendance.ts';
export type { TicketView } from './view-ticket.ts';

export type Attendance = {
  /** Undefined for whoever does not organise the seminar. */
  readonly board: (
    signedIn: SignedIn,
    seminarId: string,
    how: { readonly session?: string | undefined; readonly locale: Locale },
  ) => Promise<Board | undefined>;
  readonly person: (
    signedIn: SignedIn,
    whose: { readonly seminarId: string; readonly registrationId: string },
    locale: Locale,
  ) => Promise<PersonStory | undefined>;
  readonly setRule: (signedIn: SignedIn, rule: NewRule) => Promise<Outcome<CompletionRule>>;
  readonly makeDevice: (
    signedIn: SignedIn,
    device: { readonly id: string; readonly seminarId: string; readonly name: string },
  ) => Promise<Outcome<{ id: string }>>;
  readonly revokeDevice: (
    signedIn: SignedIn,
    device: { readonly id: string; readonly seminarId: string },
  ) => Promise<Outcome<{ id: string }>>;
  readonly enterPaper: (signedIn: SignedIn, entry: PaperEntry) => Promise<Outcome<{ entered: number }>>;
  readonly correct: (signedIn: SignedIn, correction: NewCorrection) => Promise<Outcome<{ id: string }>>;
  readonly enterApology: (
    signedIn: SignedIn,
    apology: NewApology & { readonly seminarId: string },
  ) => Promise<Outcome<{ id: string }>>;
  /** By the participant's link. */
  readonly ticket: (token: string, locale: Locale) => Promise<TicketView | undefined>;
  readonly apologise: (
    registrationId: string,
    apology: Omit<NewApology, 'registrationId'>,
  ) => Promise<Outcome<{ id: string }>>;
};

export function createAttendance(ground: Ground, network: Network): Attendance {
  const parts = { ground, network };
  return {
    board: (signedIn, seminarId, how) => viewBoard(parts, signedIn, seminarId, how),
    person: (signedIn, whose, locale) => viewPerson(parts, signedIn, whose, locale),
    setRule: (signedIn, rule) => setRule(parts, signedIn, rule),
    makeDevice: (signedIn, device) => makeDevice(parts, signedIn, device),
    revokeDevice: (signedIn, device) => revokeDevice(parts, signedIn, device),
    enterPaper: (signedIn, entry) => enterPaper(parts, signedIn, entry),
    correct: (signedIn, correction) => correctAttendance(parts, signedIn, correction),
    enterApology: (signedIn, apology) => enterApology(parts, signedIn, apology),
    ticket: (token, locale) => viewTicket(parts, token, locale),
    apologise: (registrationId, apology) => apologise(parts, registrationId, apology),
  };
}

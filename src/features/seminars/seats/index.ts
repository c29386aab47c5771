/** Seats of seminars: who is sent by which centre, who holds a seat, who waits. What pages and other features may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { RegistrationState } from '../seminar.ts';
import { correctName } from './correct-name.ts';
import { type CitizenNumber, readCitizenNumbers } from './form/citizen-number.ts';
import {
  type AnswerOutcome,
  answerOwnForm,
  type OwnForm,
  openOwnForm,
  type Posted,
} from './form/own-form.ts';
import { saveForm } from './form/save-form.ts';
import { makeGate } from './gate.ts';
import type { ImportRow } from './import-fields.ts';
import { type FileReading, type Imported, importNames, readNames } from './import-names.ts';
import { type Nominated, nominate } from './nominate.ts';
import {
  type CentreNominations,
  listNominations,
  type NominationLine,
  openNominations,
} from './nominations.ts';
import { type OpenSeat, openSeat } from './open-seat.ts';
import { type QuotaView, readQuotas } from './quota-grid.ts';
import { readSettings, type SettingsView } from './read-settings.ts';
import { type OneSeat, openOneSeat, type Register, readRegister } from './register-lines.ts';
import { saveQuotas } from './save-quotas.ts';
import { saveSettings } from './save-settings.ts';
import { type RegisterFilter, type Remaining, selectRemaining } from './seat.queries.ts';
import type { SeatOutcome } from './seat-outcome.ts';
import type { HolderStep, SeatStep } from './seat-steps.ts';
import { type SeatsOverview, seatsOverview } from './seats-overview.ts';
import { settleSeats } from './settle.ts';
import { substituteSeat } from './substitute.ts';
import { type ManySteps, stepOwnSeat, stepSeat, stepSeats } from './take-step.ts';

export type { OpenSeat } from './open-seat.ts';
export type { Remaining } from './seat.queries.ts';

type Stepped = SeatOutcome<{ state: RegistrationState }>;

export type Seats = {
  /** By the part of the participant's link after `/seat/`; undefined for one that was not made here. */
  readonly open: (token: string, locale: Locale) => Promise<OpenSeat | undefined>;
  readonly stepOwn: (token: string, step: HolderStep) => Promise<Stepped>;
  readonly openForm: (token: string) => Promise<OwnForm | undefined>;
  readonly answerForm: (token: string, posted: Posted) => Promise<AnswerOutcome>;
  /** Common seats left of each kind, for the seminar's public page; empty unless the organiser shows them. */
  readonly remaining: (seminarId: string) => Promise<readonly Remaining[]>;

  readonly listNominations: (signedIn: SignedIn) => Promise<readonly NominationLine[]>;
  readonly openNominations: (
    signedIn: SignedIn,
    seminarId: string,
    unitId?: number,
  ) => Promise<CentreNominations | undefined>;
  readonly nominate: (signedIn: SignedIn, input: unknown) => Promise<SeatOutcome<Nominated>>;
  readonly step: (
    signedIn: SignedIn,
    what: { readonly id: string; readonly step: SeatStep; readonly reason?: string },
  ) => Promise<Stepped>;
  readonly stepMany: (
    signedIn: SignedIn,
    what: { readonly ids: readonly string[]; readonly step: SeatStep; readonly reason?: string },
  ) => Promise<SeatOutcome<ManySteps>>;
  readonly substitute: (
    signedIn: SignedIn,
    input: unknown,
  ) => Promise<SeatOutcome<{ id: string; state: RegistrationState }>>;
  readonly correct: (signedIn: SignedIn, input: unknown) => Promise<SeatOutcome<{ id: string }>>;
  readonly readNames: (file: { readonly name: string; readonly bytes: Uint8Array }) => FileReading;
  readonly importNames: (
    signedIn: SignedIn,
    seminarId: string,
    rows: readonly ImportRow[],
  ) => Promise<SeatOutcome<Imported>>;

  readonly overview: (signedIn: SignedIn, seminarId: string) => Promise<SeatsOverview | undefined>;
  /** Ends offers that were not answered in time and offers what is free. */
  readonly settle: (signedIn: SignedIn, seminarId: string) => Promise<SeatOutcome<{ offered: number }>>;
  readonly register: (
    signedIn: SignedIn,
    seminarId: string,
    filter: RegisterFilter,
    page?: number,
  ) => Promise<Register | undefined>;
  readonly one: (signedIn: SignedIn, seminarId: string, id: string) => Promise<OneSeat | undefined>;
  readonly quotas: (signedIn: SignedIn, seminarId: string) => Promise<QuotaView | undefined>;
  readonly saveQuotas: (
    signedIn: SignedIn,
    seminarId: string,
    input: unknown,
  ) => Promise<SeatOutcome<{ changed: number }>>;
  readonly settings: (signedIn: SignedIn, seminarId: string) => Promise<SettingsView | undefined>;
  readonly saveSettings: (
    signedIn: SignedIn,
    seminarId: string,
    input: unknown,
  ) => Promise<SeatOutcome<{ offered: number }>>;
  readonly saveForm: (
    signedIn: SignedIn,
    seminarId: string,
    input: unknown,
  ) => Promise<SeatOutcome<{ version: number }>>;
  readonly citizenNumbers: (
    signedIn: SignedIn,
    seminarId: string,
  ) => Promise<SeatOutcome<readonly CitizenNumber[]>>;
};

/** Two prepare while one decides; the rest of the connections are for everybody else. */
const decidedAtOnce = 3;

export function createSeats(ground: Ground, network: Network): Seats {
  const parts = { ground, network };
  const inTurn = makeGate(decidedAtOnce);
  return {
    open: (token, locale) => openSeat(parts, token, locale),
    stepOwn: (token, step) => inTurn(() => stepOwnSeat(ground, token, step)),
    openForm: (token) => openOwnForm(ground, token),
    answerForm: (token, posted) => answerOwnForm(ground, token, posted),
    remaining: (seminarId) => selectRemaining(ground.databases.public, seminarId, ground.now()),
    listNominations: (signedIn) => listNominations(parts, signedIn),
    openNominations: (signedIn, seminarId, unitId) => openNominations(parts, signedIn, seminarId, unitId),
    nominate: (signedIn, input) => inTurn(() => nominate(parts, signedIn, input)),
    step: (signedIn, what) => inTurn(() => stepSeat(ground, signedIn, what)),
    stepMany: (signedIn, what) => stepSeats(ground, signedIn, what),
    substitute: (signedIn, input) => inTurn(() => substituteSeat(parts, signedIn, input)),
    correct: (signedIn, input) => correctName(ground, signedIn, input),
    readNames,
    importNames: (signedIn, seminarId, rows) => importNames(parts, signedIn, seminarId, rows),
    overview: (signedIn, seminarId) => seatsOverview(parts, signedIn, seminarId),
    settle: (signedIn, seminarId) => settleSeats(ground, signedIn, seminarId),
    register: (signedIn, seminarId, filter, page) => readRegister(parts, signedIn, seminarId, filter, page),
    one: (signedIn, seminarId, id) => openOneSeat(parts, signedIn, seminarId, id),
    quotas: (signedIn, seminarId) => readQuotas(parts, signedIn, seminarId),
    saveQuotas: (signedIn, seminarId, input) => saveQuotas(ground, signedIn, seminarId, input),
    settings: (signedIn, seminarId) => readSettings(ground, signedIn, seminarId),
    saveSettings: (signedIn, seminarId, input) => saveSettings(ground, signedIn, seminarId, input),
    saveForm: (signedIn, seminarId, input) => saveForm(ground, signedIn, seminarId, input),
    citizenNumbers: (signedIn, seminarId) => readCitizenNumbers(ground, signedIn, seminarId),
  };
}

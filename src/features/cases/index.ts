/** Casework: what an officer does with a matter from its receipt to its close, and what others may ask of it. */
import type { Readable } from 'node:stream';
import type { Network, SignedIn } from '#features/network/index.ts';
import { asCivilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { readHolidays } from '#platform/database/holidays.ts';
import { remembered } from '#platform/database/remembered.ts';
import type { Ground } from '#platform/ground.ts';
import { type ActAnswer, actOnCase } from './act-on-case.ts';
import type { MayBeAssigned, MayBeClosed } from './acts/work.ts';
import { readCaseFile, type StoreAnswer, storeCaseFile } from './case-files.ts';
import type { CaseView } from './case-view.ts';
import { type ClockFigures, clockFigures } from './clock-figures.ts';
import { clocksOfContest, clocksOfReferral, clocksStartedBy, type StartedClock } from './clock-rules.ts';
import {
  type ClockEntryAnswer,
  type ClockSettings,
  enterClockRule,
  listClockRules,
} from './clock-settings.ts';
import { type ClosedFigure, selectClosedFigures } from './closed-figures.ts';
import { listWork, type WorkPage } from './list-work.ts';
import { type ReceivedFigure, selectReceivedFigures } from './received-figures.ts';
import {
  type Outcome,
  selectClockRules,
  selectOutcomes,
  selectTopics,
  type Topic,
} from './reference.queries.ts';
import { type SearchBatch, searchBatch } from './search-batch.ts';
import { type StandingRules, standingRules } from './standing-rules.ts';
import { type CaseStanding, findStanding, listEthicsMatters, viewCase } from './view-case.ts';

export {
  type StandingClock,
  type StandingRules,
  type StandingTopic,
  standingRules,
} from './standing-rules.ts';
export type { CaseStanding, ClockFigures, ClosedFigure, Outcome, StartedClock, Topic };
export { findStanding, listEthicsMatters };

export type Cases = {
  /** The clocks that a receipt on this day starts, as `cases.open_case` and `cases.start_clocks` take them. */
  readonly clocksOnReceipt: (day: string) => Promise<readonly StartedClock[]>;
  /** The clocks that a closing contested on this day starts anew: `p_clocks` of `reports.add_message`. */
  readonly clocksOnContest: (day: string) => Promise<readonly StartedClock[]>;
  /** The clocks that a referral from ethics starts on this day: `p_clocks` of `ethics.refer`. */
  readonly clocksOnReferral: (day: string) => Promise<readonly StartedClock[]>;
  /** What a report may be about on this day, in order. */
  readonly listTopics: (day: string) => Promise<readonly Topic[]>;
  /** How a case may end on this day, with what its reporter is told. */
  readonly listOutcomes: (day: string) => Promise<readonly Outcome[]>;
  /** Deadlines and topics with their basis on this day, for whoever asks which of them name a section. */
  readonly standingRules: (day: string) => Promise<StandingRules>;
  /** Closed cases of a centre and of others of its kind by topic and outcome: figures only, small ones of others left out. */
  readonly closedFigures: (
    trx: InTransaction,
    asked: { readonly unitId: number; readonly since: Date },
  ) => Promise<readonly ClosedFigure[]>;
  /** Deadlines due in a period and met in time, by centre; `to` is the first day after it. Numbers only. */
  readonly clockFigures: (from: string, to: string) => Promise<ReadonlyMap<number, ClockFigures>>;
  /** Cases that a centre received in a period by topic, and how many are concluded; `to` is the first day after it. */
  readonly receivedFigures: (
    trx: InTransaction,
    asked: { readonly unitId: number; readonly from: string; readonly to: string },
  ) => Promise<readonly ReceivedFigure[]>;
  /** A page of the officer's queue; `query` is the search part of the page's address. */
  readonly listWork: (signedIn: SignedIn, query: URLSearchParams) => Promise<WorkPage>;
  /** One case, or undefined when there is none for this officer. */
  readonly view: (signedIn: SignedIn, id: string) => Promise<CaseView | undefined>;
  /** Where a case stands, or undefined when there is none for this officer. Reads nothing of its matter. */
  readonly find: (signedIn: SignedIn, id: string) => Promise<CaseStanding | undefined>;
  /** One act on a case; safe to repeat. */
  readonly act: (signedIn: SignedIn, id: string, body: unknown) => Promise<ActAnswer>;
  readonly readFile: (
    signedIn: SignedIn,
    id: string,
  ) => Promise<{ size: number; content: Readable } | undefined>;
  readonly storeFile: (signedIn: SignedIn, id: string, content: Readable) => Promise<StoreAnswer>;
  readonly searchBatch: (signedIn: SignedIn, after: string | undefined) => Promise<SearchBatch>;
  readonly listClockRules: (signedIn: SignedIn) => Promise<ClockSettings>;
  readonly enterClockRule: (signedIn: SignedIn, input: Record<string, unknown>) => Promise<ClockEntryAnswer>;
};

/** What casework asks of others, handed over by `main`. */
export type CasesNeed = { readonly mayBeAssigned: MayBeAssigned; readonly mayBeClosed: MayBeClosed };

export function createCases(ground: Ground, network: Network, need: CasesNeed): Cases {
  const db = ground.databases.public;
  // Asked with every report; a rule or holiday that an administrator enters counts within a second.
  const counting = remembered(() => Promise.all([selectClockRules(db), readHolidays(db)]), 1_000);
  return {
    clocksOnReceipt: async (day) => clocksStartedBy('receipt', asCivilDate(day), ...(await counting())),
    clocksOnContest: async (day) => clocksOfContest(asCivilDate(day), ...(await counting())),
    clocksOnReferral: async (day) => clocksOfReferral(asCivilDate(day), ...(await counting())),
    listTopics: (day) => selectTopics(db, day),
    listOutcomes: (day) => selectOutcomes(db, day),
    standingRules: (day) => standingRules(db, day),
    closedFigures: selectClosedFigures,
    clockFigures: (from, to) => clockFigures(ground, from, to),
    receivedFigures: selectReceivedFigures,
    listWork: (signedIn, query) => listWork(ground, network, signedIn, query),
    find: ({ actor }, id) => actingAs(ground.databases.officer, actor, (trx) => findStanding(trx, { id })),
    view: (signedIn, id) => viewCase(ground, network, signedIn, id),
    act: (signedIn, id, body) => actOnCase(ground, { network, ...need }, signedIn, id, body),
    readFile: (signedIn, id) => readCaseFile(ground, signedIn, id),
    storeFile: (signedIn, id, content) => storeCaseFile(ground, signedIn, id, content),
    searchBatch: (signedIn, after) => searchBatch(ground, network, signedIn, after),
    listClockRules: (signedIn) => listClockRules(ground, network, signedIn),
    enterClockRule: (signedIn, input) => enterClockRule(ground, network, signedIn, input),
  };
}

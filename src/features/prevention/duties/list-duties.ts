/** The calendar of a fiscal year as an officer sees it: her centres' duties with where each stands. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readHolidays } from '#platform/database/holidays.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectDuties } from './duty.queries.ts';
import { type DutyChecks, type DutyState, dutyStates, type Occurrence } from './duty.ts';
import { concerns, occurrencesIn, standing } from './duty-rules.ts';

export type DutyNeeds = {
  readonly ground: Ground;
  readonly network: Pick<Network, 'listCentres'>;
  readonly checks: DutyChecks;
};

export type DutyLine = Occurrence & {
  /** Where it stands at the officer's own centre; undefined when it does not concern it. */
  readonly own: DutyState | undefined;
  /** For those who look after the network: how many centres stand where; undefined where the platform cannot know. */
  readonly centres: Readonly<Record<DutyState, number>> | undefined;
  /** Centres that are late, by name. */
  readonly late: readonly string[];
};

export type DutyCalendar = {
  readonly fiscalYear: number;
  readonly today: string;
  readonly centre: { readonly code: string; readonly name: string } | undefined;
  readonly lines: readonly DutyLine[];
};

/** `signedIn` sees her first centre's calendar; who oversees, plans or audits at the ministry sees the network's too. */
export async function listDuties(
  { ground, network, checks }: DutyNeeds,
  signedIn: SignedIn,
  fiscalYear: number,
  locale: Locale,
): Promise<DutyCalendar> {
  const now = ground.now();
  const today = civilDate(now);
  const centres = (await network.listCentres(now)).filter(({ isOpen }) => isOpen);
  const own = centres.find(({ id }) => signedIn.appointments.some(({ unitId }) => unitId === id));
  const oversees = signedIn.appointments.some(
    ({ unitId, role }) =>
      centres.some(({ id, parentCode }) => id === unitId && parentCode === undefined) &&
      ['overseer', 'planner', 'head', 'auditor'].includes(role),
  );
  const occurrences = await yearOf(ground, fiscalYear);
  const lines = await Promise.all(
    occurrences.map(async (one): Promise<DutyLine> => {
      const done = await checks[one.duty.code]?.(fiscalYear);
      const at = (centre: Centre) => standing(one, today, done?.has(centre.id));
      const owing = centres.filter(({ kind }) => concerns(one.duty, kind));
      return {
        ...one,
        own: own && concerns(one.duty, own.kind) ? at(own) : undefined,
        centres: oversees && done ? count(owing.map(at)) : undefined,
        late: oversees ? owing.filter((centre) => at(centre) === 'late').map((c) => nameOf(c, locale)) : [],
      };
    }),
  );
  return { fiscalYear, today, centre: own && { code: own.code, name: nameOf(own, locale) }, lines };
}

/** What falls due in a fiscal year, for all kinds of centre. */
export async function yearOf(ground: Ground, fiscalYear: number): Promise<readonly Occurrence[]> {
  const db = ground.databases.public;
  const [duties, holidays] = [await selectDuties(db), await readHolidays(db)];
  return occurrencesIn(duties, fiscalYear, holidays);
}

const nameOf = (centre: Centre, locale: Locale) => (locale === 'en' ? centre.nameEn : centre.nameTh);

function count(states: readonly DutyState[]): Record<DutyState, number> {
  return Object.fromEntries(
    dutyStates.map((state) => [state, states.filter((one) => one === state).length]),
  ) as Record<DutyState, number>;
}

/** The yearly calendar of duties: what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectDuties } from './duty.queries.ts';
import type { Duty } from './duty.ts';
import { type DutyAnswer, enterDuty, keepsDuties } from './enter-duty.ts';
import { type DutyCalendar, type DutyNeeds, listDuties } from './list-duties.ts';
import { remindDuties } from './remind-duties.ts';

export type { Duty } from './duty.ts';
export { publicDutyRoutes } from './http.ts';
export type { DutyCalendar, DutyLine } from './list-duties.ts';

export type Duties = Background & {
  readonly needs: DutyNeeds;
  readonly list: (signedIn: SignedIn, fiscalYear: number, locale: Locale) => Promise<DutyCalendar>;
  /** Every version of every duty, and whether the person may add one. */
  readonly listVersions: (
    signedIn: SignedIn,
  ) => Promise<{ readonly duties: readonly Duty[]; readonly mayEnter: boolean }>;
  readonly enter: (signedIn: SignedIn, input: unknown) => Promise<DutyAnswer>;
  /** Reminds whoever owes something; as the worker. */
  readonly remind: () => Promise<number>;
};

export function createDuties(needs: DutyNeeds): Duties {
  const { ground, network } = needs;
  return {
    needs,
    list: (signedIn, fiscalYear, locale) => listDuties(needs, signedIn, fiscalYear, locale),
    listVersions: async (signedIn) => ({
      duties: await actingAs(ground.databases.officer, signedIn.actor, selectDuties),
      mayEnter: (await keepsDuties(network, signedIn, ground.now())) !== undefined,
    }),
    enter: (signedIn, input) => enterDuty({ ground, network }, signedIn, input),
    remind: () => remindDuties(needs),
    jobs: { 'duties.remind': async () => void (await remindDuties(needs)) },
    // Before the day's work begins.
    schedules: [{ name: 'duties.remind', cron: '30 6 * * *' }],
  };
}

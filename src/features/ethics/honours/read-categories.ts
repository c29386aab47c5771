/** Categories to look at and to change: of this fiscal year until its round has begun, of the next one then. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Parts } from '../needs.ts';
import { keepsRules } from '../standing.ts';
import { selectCategories } from './category.queries.ts';
import { selectRounds } from './honour.queries.ts';

export async function categoryDesk({ ground, network }: Parts, signedIn: SignedIn) {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const present = fiscalYearOf(civilDate(now));
    const hasBegun = (await selectRounds(trx)).some(({ fiscalYear }) => fiscalYear === present);
    const fiscalYear = hasBegun ? present + 1 : present;
    // Newest last: a year that has none yet begins from the year before.
    const all = (await selectCategories(trx)).filter((one) => one.fiscalYear <= fiscalYear);
    const latest = [...new Map(all.map((one) => [one.code, one])).values()];
    return { fiscalYear, categories: latest, keeps: keepsRules(signedIn, centres) };
  });
}

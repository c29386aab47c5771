/** Every version of the rules, for the page that shows their basis and lets who keeps them enter the next one. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Parts } from '../needs.ts';
import { keepsRules } from '../standing.ts';
import { selectChoices, selectGiftRules, selectPeriods } from './rule.queries.ts';
import type { Choice, FilingPeriod, GiftRule } from './rule.ts';

export type RuleBook = {
  readonly rules: readonly GiftRule[];
  readonly periods: readonly FilingPeriod[];
  readonly choices: readonly Choice[];
  readonly mayEnter: boolean;
  readonly today: string;
};

export async function listRules({ ground, network }: Parts, signedIn: SignedIn): Promise<RuleBook> {
  const now = ground.now();
  const db = ground.databases.public;
  const [rules, periods, choices, centres] = await Promise.all([
    selectGiftRules(db),
    selectPeriods(db),
    selectChoices(db),
    network.listCentres(now),
  ]);
  return { rules, periods, choices, mayEnter: keepsRules(signedIn, centres), today: civilDate(now) };
}

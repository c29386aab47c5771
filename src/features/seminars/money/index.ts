/** Money of seminars: budgets, fees and the rules that check them. What pages and other parts may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Outcome } from '../outcome.ts';
import type { Seminar } from '../seminar.ts';
import { enterRule, listRules, type MoneySettings } from './enter-rule.ts';
import type { Budget } from './money.ts';
import { readBudget } from './read-budget.ts';
import { saveFees, saveLines } from './save-budget.ts';

export type Money = {
  /** For who organises the seminar. */
  readonly budget: (signedIn: SignedIn, seminar: Seminar) => Promise<Budget>;
  readonly saveLines: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ mark: string }>>;
  readonly saveFees: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ mark: string }>>;
  readonly rules: (signedIn: SignedIn) => Promise<MoneySettings>;
  readonly enterRule: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ version: number }>>;
};

export function createMoney(ground: Ground, network: Network): Money {
  const parts = { ground, network };
  return {
    budget: (signedIn, seminar) =>
      actingAs(ground.databases.officer, signedIn.actor, (trx) => readBudget(trx, seminar)),
    saveLines: (signedIn, form) => saveLines(ground, signedIn, form),
    saveFees: (signedIn, form) => saveFees(ground, signedIn, form),
    rules: (signedIn) => listRules(parts, signedIn),
    enterRule: (signedIn, form) => enterRule(parts, signedIn, form),
  };
}

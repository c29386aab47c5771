/** An officer begins this year's pledge: her regime's code as it stands, and situations drawn for her. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { unitsWith } from '../standing.ts';
import { selectCodes, selectScenarios } from './code.queries.ts';
import { drawSituations, newestOn } from './code-rules.ts';
import { selectRound } from './pledge.queries.ts';

const newRound = z.object({ id: z.uuid(), unitId: z.int(), regime: z.string().max(40) });
export type NewRound = z.input<typeof newRound>;

/** Once a person and year; begun twice, at once or later, it is one. Refusals: `malformed`, `forbidden`, `unknown-rule`. */
export async function beginPledge(
  { ground }: Parts,
  signedIn: SignedIn,
  input: NewRound,
): Promise<Outcome<{ id: string }>> {
  const parsed = newRound.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitId, regime } = parsed.data;
  if (!unitsWith(signedIn.appointments).some((unit) => unit.id === unitId)) return refused('forbidden');
  const now = ground.now();
  const today = civilDate(now);
  const fiscalYear = fiscalYearOf(today);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const code = newestOn(await selectCodes(trx), today, (row) => row.regime).find(
      (one) => one.regime === regime,
    );
    const bank = await selectScenarios(trx);
    if (!code || bank.length < code.situations) return refused('unknown-rule');
    await trx
      .insertInto('ethics.pledge_round')
      .values({
        id,
        person_id: signedIn.person.id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        regime,
        code_version: code.version,
        scenario_ids: [...drawSituations(bank, code.situations, Math.random)],
        begun_at: now,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'fiscal_year']).doNothing())
      .execute();
    return done({ id: (await selectRound(trx, signedIn.person.id, fiscalYear))!.id });
  });
}

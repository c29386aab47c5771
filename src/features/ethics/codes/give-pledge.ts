/** Answers to the situations, hers alone; and the pledge, once there is a right answer to each. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectScenarios } from './code.queries.ts';
import { progressOf } from './code-rules.ts';
import { selectAnswers, selectPledges, selectRound } from './pledge.queries.ts';

const newAnswer = z.object({ id: z.uuid(), scenarioId: z.uuid(), position: z.int().min(1).max(5) });
export type NewAnswer = z.input<typeof newAnswer>;

/** Safe to repeat; an answer to a situation that is done changes nothing. Refusals: `malformed` (nothing chosen), `not-found`. */
export async function answerSituation(
  { ground }: Parts,
  signedIn: SignedIn,
  input: NewAnswer,
): Promise<Outcome<{ isRight: boolean }>> {
  const parsed = newAnswer.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, scenarioId, position } = parsed.data;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, signedIn.person.id, fiscalYearOf(civilDate(now)));
    if (!round?.scenario_ids.includes(scenarioId)) return refused('not-found');
    const bank = await selectScenarios(trx, round.scenario_ids);
    const option = bank
      .find((one) => one.id === scenarioId)
      ?.options.find((one) => one.position === position);
    if (!option) return refused('malformed');
    if (progressOf(round.scenario_ids, await selectAnswers(trx, round.id), bank).present !== scenarioId)
      return done({ isRight: true });
    await trx
      .insertInto('ethics.pledge_answer')
      .values({ id, round_id: round.id, scenario_id: scenarioId, position, answered_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return done({ isRight: option.isRight });
  });
}

/** Safe to repeat: one pledge a person and fiscal year. Refusals: `malformed`, `not-found`, `not-answered`. */
export async function givePledge(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  const id = z.uuid().safeParse(input.id).data;
  if (!id) return refused('malformed');
  const now = ground.now();
  const fiscalYear = fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const before = (await selectPledges(trx, signedIn.person.id)).find(
      (one) => one.fiscal_year === fiscalYear,
    );
    if (before) return done({ id: before.id });
    const round = await selectRound(trx, signedIn.person.id, fiscalYear);
    if (!round) return refused('not-found');
    const bank = await selectScenarios(trx, round.scenario_ids);
    if (progressOf(round.scenario_ids, await selectAnswers(trx, round.id), bank).present)
      return refused('not-answered');
    const entry = await recordAct(trx, {
      act: 'ethics.pledged',
      object: 'pledge',
      id,
      unit: centres.find((centre) => centre.id === round.unit_id)!.code,
      at: now.toISOString(),
      facts: { fiscalYear, regime: round.regime, codeVersion: round.code_version },
    });
    await trx
      .insertInto('ethics.pledge')
      .values({
        id,
        round_id: round.id,
        person_id: signedIn.person.id,
        unit_id: round.unit_id,
        fiscal_year: fiscalYear,
        regime: round.regime,
        code_version: round.code_version,
        pledged_at: now,
        ledger_id: entry.outboxId,
      })
      .execute();
    return done({ id });
  }).catch((error: { constraint?: string }) => {
    // Two clicks at once: the other one pledged, and this act left no entry.
    if (error.constraint?.startsWith('pledge_')) return done({ id });
    throw error;
  });
}

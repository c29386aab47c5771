/** Enters what a measure had brought by the end of a quarter. A correction is a further entry; nothing is overwritten. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { readPlan, roleIn, type WordsNeeds } from './needs.ts';
import { asNumeric } from './plan.queries.ts';
import { fieldsOf, type ResultInput, resultInput } from './plan.schemas.ts';
import { done, type Outcome, refused } from './plan.ts';
import { begunQuarters, takesResults } from './plan-rules.ts';

/** Safe to repeat with the same id. */
export async function enterResult(
  { ground, network, personsIn }: WordsNeeds,
  signedIn: SignedIn,
  planId: string,
  input: ResultInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = resultInput.safeParse(input);
  if (!parsed.success) return refused('malformed', fieldsOf(parsed.error));
  const result = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const seen = await readPlan(trx, planId);
    if (!seen?.measures.some(({ id }) => id === result.measureId)) return refused('not-found');
    const { unitId, fiscalYear, state } = seen.plan;
    const role = roleIn('write', signedIn, centres, unitId);
    if (!role) return refused('forbidden');
    if (!takesResults(state)) return refused('wrong-state');
    if (!begunQuarters(fiscalYear, civilDate(now)).includes(result.quarter))
      return refused('quarter-to-come');
    // Of a published plan anybody reads it at once: positions, never persons.
    const persons = personsIn([result.done, result.problems, result.suggestions].join('\n'));
    if (persons.length > 0) return refused('identifying', persons);
    const entered = await trx
      .insertInto('prevention.measure_result')
      .values({
        id: result.id,
        measure_id: result.measureId,
        unit_id: unitId,
        quarter: result.quarter,
        done: result.done,
        value: asNumeric(result.value),
        spent: asNumeric(result.spent ?? 0),
        progress: result.progress,
        problems: result.problems,
        suggestions: result.suggestions,
        evidence_url: result.evidenceUrl ?? null,
        entered_by: signedIn.person.id,
        entered_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (entered)
      await recordAct(trx, {
        act: 'prevention.result-entered',
        object: 'measure',
        id: result.measureId,
        unit: centres.find(({ id }) => id === unitId)!.code,
        role,
        at: now.toISOString(),
        facts: { fiscalYear, quarter: result.quarter, progress: result.progress },
      });
    return done({ id: result.id });
  });
}

/** Ends answering before its last day, and lets anybody read the results. Neither is taken back. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { isUuid, type Parts } from './needs.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { selectRounds } from './questionnaire.queries.ts';
import { selectResults } from './result.queries.ts';
import { runs } from './survey.policies.ts';
import { whole } from './survey.ts';

export const countJob = 'survey.count';

/** Safe to repeat. */
export async function stepRound(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { roundId, step }: { readonly roundId: string; readonly step: 'close' | 'publish' },
): Promise<Outcome<{ readonly id: string }>> {
  if (!isUuid(roundId)) return refused('malformed');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id: roundId });
    if (!round) return refused('not-found');
    const role = runs(signedIn.appointments, centres, round.unitId);
    if (!role) return refused('forbidden');
    const isDone = step === 'close' ? round.closedAt : round.publishedAt;
    if (isDone) return done({ id: roundId });
    if (step === 'publish') {
      if (!round.countedAt) return refused('not-counted');
      const results = (await selectResults(trx, [roundId])).get(roundId) ?? [];
      if (results.find(({ band }) => band === whole)?.people === undefined) return refused('too-small');
    }
    const changed = await trx
      .updateTable('survey.round')
      .set(step === 'close' ? { closed_at: now } : { published_at: now })
      .where('id', '=', roundId)
      .where(step === 'close' ? 'closed_at' : 'published_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return done({ id: roundId });
    if (step === 'close')
      await ground.jobs.enqueue(trx, countJob, {}, { id: randomUUID(), singletonKey: countJob });
    await recordAct(trx, {
      act: step === 'close' ? 'survey.round-closed' : 'survey.results-published',
      object: 'survey-round',
      id: roundId,
      unit: centres.find((centre) => centre.id === round.unitId)!.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear: round.fiscalYear },
    });
    return done({ id: roundId });
  });
}

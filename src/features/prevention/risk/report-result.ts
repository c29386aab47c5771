/** What was done about a risk and what risk remains, after six and twelve months. Entered, never edited: a correction is a further one. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectMap } from './map.queries.ts';
import { frameworkOf, held, type RiskNeeds } from './needs.ts';
import { insertResult, selectRisks } from './risk.queries.ts';
import { type ResultInput, resultEntry, wrongFields } from './risk.schemas.ts';
import { done, type Outcome, refused } from './risk.ts';
import { bandFor } from './risk-rules.ts';

/** Safe to repeat with the same id. */
export async function reportResult(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  input: ResultInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = resultEntry.safeParse(input);
  if (!parsed.success) return refused('malformed', wrongFields(parsed.error));
  const { mapId, ...result } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const map = await selectMap(trx, mapId);
    if (!map) return refused('not-found');
    const mandate = held(signedIn, 'report', centres, map.unitId);
    if (!mandate) return refused('forbidden');
    if (map.state !== 'approved') return refused('not-approved');
    const known = (await selectRisks(trx, [mapId])).some(
      ({ id, isRemoved }) => id === result.riskId && !isRemoved,
    );
    if (!known) return refused('not-found');
    const { scheme } = await frameworkOf(trx, map);
    const controlQuality = result.controlQuality;
    const band = bandFor(scheme, { ...result, controlQuality });
    if (!band) return refused('malformed', ['likelihood', 'impact', 'controlQuality']);
    const place = { mapId, unitId: map.unitId, by: signedIn.person.id, now };
    if (await insertResult(trx, place, { ...result, controlQuality, band }))
      await recordAct(trx, {
        ...{ act: 'risks.result-entered', object: 'risk', id: result.riskId },
        ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
        facts: { map: mapId, half: result.half, progress: result.progress, band },
      });
    return done({ id: result.id });
  });
}

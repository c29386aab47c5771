/** One risk of an open map: entered, changed, taken out, brought back, or copied from the centre's earlier maps. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { lockMap, selectMap, selectMaps } from './map.queries.ts';
import { frameworkOf, held, isUuid, type RiskNeeds } from './needs.ts';
import { insertRisks, nextSort, selectRisks, setRemoved, updateRisk } from './risk.queries.ts';
import { type RiskEntryInput, riskEntry, wrongFields } from './risk.schemas.ts';
import { done, type Outcome, type RiskMap, refused } from './risk.ts';
import { bandFor, isOpen } from './risk-rules.ts';
import { copyRisks } from './start-map.ts';

/** Safe to repeat with the same id and revision. A draft may have gaps; only what could happen must be said. */
export async function saveRisk(
  needs: RiskNeeds,
  signedIn: SignedIn,
  input: RiskEntryInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = riskEntry.safeParse(input);
  if (!parsed.success) return refused('malformed', wrongFields(parsed.error));
  const { id, mapId, revision, ...words } = parsed.data;
  return inOpenMap(needs, signedIn, mapId, async ({ trx, map, mandate, now }) => {
    const { scheme } = await frameworkOf(trx, map);
    const band = bandFor(scheme, words as never);
    const full = {
      ...words,
      controlQuality: words.controlQuality,
      likelihood: words.likelihood,
      impact: words.impact,
      dueOn: words.dueOn,
      typology: words.typology,
    };
    const present = (await selectRisks(trx, [mapId])).find((risk) => risk.id === id);
    const by = signedIn.person.id;
    if (!present) {
      const sort = await nextSort(trx, mapId);
      const place = { mapId, unitId: map.unitId, by, now };
      if ((await insertRisks(trx, place, [{ id, lineage: id, sort, words: full, band }])) === 0)
        return refused('not-found');
    } else {
      // The same form sent twice finds its own words in place.
      const isRepeat = (Object.keys(full) as (keyof typeof full)[]).every(
        (field) => present[field] === full[field],
      );
      if (isRepeat) return done({ id });
      if (revision !== present.revision) return refused('changed-meanwhile');
      if (!(await updateRisk(trx, { id, revision, words: full, band, by, now })))
        return refused('changed-meanwhile');
    }
    await recordAct(trx, {
      ...{ act: present ? 'risks.risk-changed' : 'risks.risk-entered', object: 'risk', id },
      ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
      facts: { map: mapId, ...(band ? { band } : {}) },
    });
    return done({ id });
  });
}

/** Takes a risk out of the draft, or brings it back. */
export async function removeRisk(
  needs: RiskNeeds,
  signedIn: SignedIn,
  { mapId, riskId, isRemoved }: { mapId: string; riskId: string; isRemoved: boolean },
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(riskId)) return refused('not-found');
  return inOpenMap(needs, signedIn, mapId, async ({ trx, mandate, now }) => {
    const known = (await selectRisks(trx, [mapId])).some(({ id }) => id === riskId);
    if (!known) return refused('not-found');
    if (await setRemoved(trx, { id: riskId, isRemoved, by: signedIn.person.id, now }))
      await recordAct(trx, {
        ...{ act: isRemoved ? 'risks.risk-removed' : 'risks.risk-restored', object: 'risk', id: riskId },
        ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
        facts: { map: mapId },
      });
    return done({ id: riskId });
  });
}

/** Brings chosen risks of the centre's earlier maps into the draft; those that are there already stay as they are. */
export async function copyFromEarlier(
  needs: RiskNeeds,
  signedIn: SignedIn,
  { mapId, riskIds }: { mapId: string; riskIds: readonly string[] },
): Promise<Outcome<{ copied: number }>> {
  if (riskIds.length > 500 || !riskIds.every(isUuid)) return refused('malformed');
  return inOpenMap(needs, signedIn, mapId, async ({ trx, map, mandate, now }) => {
    const maps = (await selectMaps(trx, { unitIds: [map.unitId], kind: map.kind })).filter(
      ({ id, state }) => id !== mapId && state === 'approved',
    );
    const chosen = (
      await selectRisks(
        trx,
        maps.map(({ id }) => id),
      )
    ).filter(({ id }) => riskIds.includes(id));
    const framework = await frameworkOf(trx, map);
    const place = { mapId, unitId: map.unitId, by: signedIn.person.id, now };
    let copied = 0;
    for (const source of maps) {
      const risks = chosen.filter((risk) => risk.mapId === source.id);
      const firstSort = await nextSort(trx, mapId);
      const old = await frameworkOf(trx, source);
      copied += await copyRisks(trx, place, risks, { framework, old, keepDates: false, firstSort });
    }
    if (copied > 0)
      await recordAct(trx, {
        ...{ act: 'risks.copied', object: 'risk-map', id: mapId },
        ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
        facts: { copied },
      });
    return done({ copied });
  });
}

type OpenMap = {
  readonly trx: InTransaction;
  readonly map: RiskMap;
  readonly mandate: { readonly unitCode: string; readonly role: string };
  readonly now: Date;
};

/** The map held for the length of the work: nobody hands it in meanwhile. */
async function inOpenMap<T>(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  mapId: string,
  work: (open: OpenMap) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!isUuid(mapId)) return refused('not-found');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seen = await selectMap(trx, mapId);
    if (!seen) return refused('not-found');
    const mandate = held(signedIn, 'map', centres, seen.unitId);
    if (!mandate) return refused('forbidden');
    if (!isOpen(seen.state)) return refused('not-a-draft');
    const map = await lockMap(trx, mapId);
    if (!map || !isOpen(map.state)) return refused('not-a-draft');
    return work({ trx, map, mandate, now });
  });
}

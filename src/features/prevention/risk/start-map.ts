/** Begins a centre's map of a year, or a further version of an approved one, which is never changed itself. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectFrameworks } from './framework.queries.ts';
import type { Framework } from './framework.ts';
import { inForce } from './framework-rules.ts';
import { deleteDraft, insertMap, insertStep, selectMap, selectMaps } from './map.queries.ts';
import { frameworkOf, held, isUuid, type RiskNeeds } from './needs.ts';
import { insertRisks, type Place, selectRisks } from './risk.queries.ts';
import { type NewMapInput, type NewVersionInput, newMap, newVersion, wrongFields } from './risk.schemas.ts';
import { done, type Outcome, type Risk, type RiskMap, refused } from './risk.ts';
import { bandFor, fitTo, isSameScale } from './risk-rules.ts';

type Started = { readonly id: string; readonly copied: number };

/** Safe to repeat with the same id. `copyLast` brings over the risks of the last approved map of an earlier year. */
export async function startMap(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  input: NewMapInput,
): Promise<Outcome<Started>> {
  const parsed = newMap.safeParse(input);
  if (!parsed.success) return refused('malformed', wrongFields(parsed.error));
  const { id, unitId, kind, fiscalYear, copyLast } = parsed.data;
  const now = ground.now();
  const mandate = held(signedIn, 'map', await network.listCentres(now), unitId);
  if (!mandate) return refused('forbidden');
  return orTaken(() =>
    actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<Started>> => {
      if (await selectMap(trx, id)) return done({ id, copied: 0 });
      const framework = inForce(await selectFrameworks(trx), kind, fiscalYear).find(
        ({ code }) => code === parsed.data.framework,
      );
      if (!framework) return refused('no-framework');
      const earlier = await selectMaps(trx, { unitIds: [unitId], kind });
      if (earlier.some((map) => map.fiscalYear === fiscalYear)) return refused('already-started');
      const map = {
        ...{ id, unitId, kind, fiscalYear, version: 1 },
        ...{ framework: framework.code, frameworkVersion: framework.version },
      };
      const last = copyLast
        ? earlier.find((one) => one.state === 'approved' && one.fiscalYear < fiscalYear)
        : undefined;
      const start = { map, framework, changeReason: '', signedIn, now };
      const copied = await begin(trx, { ...start, source: last, keepDates: false });
      await recordStart(trx, map, mandate, now, { copied });
      return done({ id, copied });
    }),
  );
}

/** Begins the next version of an approved map with all of its risks; why is asked and kept. */
export async function startVersion(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  input: NewVersionInput,
): Promise<Outcome<Started>> {
  const parsed = newVersion.safeParse(input);
  if (!parsed.success) return refused('reason-missing');
  const { id, mapId, reason } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return orTaken(() =>
    actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<Started>> => {
      if (await selectMap(trx, id)) return done({ id, copied: 0 });
      const source = await selectMap(trx, mapId);
      if (!source) return refused('not-found');
      const mandate = held(signedIn, 'map', centres, source.unitId);
      if (!mandate) return refused('forbidden');
      if (source.state !== 'approved') return refused('not-approved');
      const { unitId, kind, fiscalYear } = source;
      const versions = await selectMaps(trx, { unitIds: [unitId], kind, fiscalYear });
      if (versions[0]!.id !== mapId) return refused('already-started');
      const map = { ...source, id, version: source.version + 1 };
      const framework = await frameworkOf(trx, source);
      const copied = await begin(trx, {
        ...{ map, framework, changeReason: reason, signedIn, now },
        ...{ source, keepDates: true },
      });
      await recordStart(trx, map, mandate, now, { copied, version: map.version });
      return done({ id, copied });
    }),
  );
}

/** Throws a draft away that was never handed in: it was begun by mistake, or on the wrong scale. */
export async function discardDraft(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  id: string,
): Promise<Outcome<{ unitId: number | undefined }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const map = isUuid(id) ? await selectMap(trx, id) : undefined;
    // Gone already: the form was sent twice.
    if (!map) return done({ unitId: undefined });
    const mandate = held(signedIn, 'map', centres, map.unitId);
    if (!mandate) return refused('forbidden');
    if (!(await deleteDraft(trx, id))) return refused('not-a-draft');
    await recordAct(trx, {
      ...{ act: 'risks.discarded', object: 'risk-map', id },
      ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
    });
    return done({ unitId: map.unitId });
  });
}

type Begin = {
  readonly map: Parameters<typeof insertMap>[1];
  readonly framework: Framework;
  readonly changeReason: string;
  readonly source: RiskMap | undefined;
  /** Within a year days of treatments stay; in a new year they are chosen anew. */
  readonly keepDates: boolean;
  readonly signedIn: SignedIn;
  readonly now: Date;
};

async function begin(trx: InTransaction, start: Begin): Promise<number> {
  const { map, framework, changeReason, source, keepDates, signedIn, now } = start;
  const by = signedIn.person.id;
  await insertMap(trx, map, { changeReason, by, now });
  await insertStep(trx, { id: randomUUID(), map, step: 'started', reason: changeReason, by, now });
  if (!source) return 0;
  const risks = (await selectRisks(trx, [source.id])).filter(({ isRemoved }) => !isRemoved);
  const old = await frameworkOf(trx, source);
  return copyRisks(trx, { mapId: map.id, unitId: map.unitId, by, now }, risks, { framework, old, keepDates });
}

/** Copies risks into a draft under its framework; what the scale does not have is left open. */
export function copyRisks(
  trx: InTransaction,
  place: Place,
  risks: readonly Risk[],
  how: { framework: Framework; old: Framework; keepDates: boolean; firstSort?: number },
): Promise<number> {
  const { scheme } = how.framework;
  const same = isSameScale(scheme, how.old.scheme);
  return insertRisks(
    trx,
    place,
    risks.map((risk, i) => {
      const words = fitTo(scheme, how.keepDates ? risk : { ...risk, dueOn: undefined }, same);
      const sort = (how.firstSort ?? 10) + i * 10;
      return { id: randomUUID(), lineage: risk.lineage, sort, words, band: bandFor(scheme, words) };
    }),
  );
}

async function recordStart(
  trx: InTransaction,
  map: { id: string; fiscalYear: number; kind: string },
  mandate: { unitCode: string; role: string },
  now: Date,
  facts: Record<string, number>,
): Promise<void> {
  await recordAct(trx, {
    ...{ act: 'risks.started', object: 'risk-map', id: map.id },
    ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
    facts: { fiscalYear: map.fiscalYear, kind: map.kind, ...facts },
  });
}

/** Two officers who begin at once: the second is told of the first. */
async function orTaken(work: () => Promise<Outcome<Started>>): Promise<Outcome<Started>> {
  try {
    return await work();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint?.startsWith('risk_map_')) return refused('already-started');
    throw error;
  }
}

/** A map as an officer sees it: its risks, its way, what came of it, and what she may do with it. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Framework } from './framework.ts';
import { dayInYear } from './framework-rules.ts';
import { selectMaps, selectSteps } from './map.queries.ts';
import { held, nameOfCentre, type RiskNeeds, readMap } from './needs.ts';
import type { RiskAct } from './risk.policies.ts';
import { selectRisks } from './risk.queries.ts';
import type {
  CentreName,
  MapState,
  MapStep,
  MapWithRisks,
  Remark,
  Risk,
  RiskField,
  RiskMap,
  RiskResult,
  TakenStep,
} from './risk.ts';
import {
  compareRisks,
  gapsOf,
  isOpen,
  latestResults,
  type RiskChange,
  stateAfter,
  withoutResult,
} from './risk-rules.ts';

export type MapView = {
  readonly map: RiskMap;
  readonly centre: CentreName;
  readonly framework: Framework;
  readonly risks: readonly Risk[];
  /** Taken out of the draft; they may be brought back. */
  readonly removed: readonly Risk[];
  /** The last of each risk and half. */
  readonly results: readonly RiskResult[];
  readonly steps: readonly TakenStep[];
  /** What each risk lacks before the map can be handed in; only while it is open. */
  readonly gaps: Readonly<Record<string, readonly RiskField[]>>;
  /** Of the last return, by lineage; only while the map is open. */
  readonly remarks: readonly Remark[];
  readonly versions: readonly { readonly id: string; readonly version: number; readonly state: MapState }[];
  readonly may: Readonly<Record<RiskAct | 'discard' | 'start-version', boolean>>;
  /** Steps that this person may take now. */
  readonly next: readonly MapStep[];
  readonly closings: { readonly mapDue: string; readonly half: string; readonly year: string };
  readonly today: string;
};

/** Undefined when there is none, or none for this person. */
export async function viewMap(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<MapView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const read = await readMap(trx, id);
    if (!read) return undefined;
    const { map, framework } = read;
    const may = (act: RiskAct) => held(signedIn, act, centres, map.unitId) !== undefined;
    const steps = await namedSteps(trx, network, map.id, locale);
    const versions = await selectMaps(trx, {
      ...{ unitIds: [map.unitId], kind: map.kind, fiscalYear: map.fiscalYear },
    });
    const risks = read.risks.filter(({ isRemoved }) => !isRemoved);
    const isMine = { verified: map.submittedBy, approved: map.verifiedBy };
    const next = (
      [
        ['submitted', 'submit'],
        ['verified', 'verify'],
        ['returned', 'verify'],
        ['approved', 'approve'],
        ['published', 'publish'],
        ['results-6', 'publish'],
        ['results-12', 'publish'],
      ] as const
    ).flatMap(([step, act]) =>
      stateAfter(map.state, step) &&
      may(act) &&
      isMine[step as 'verified' | 'approved'] !== signedIn.person.id &&
      isDue({ ...read, risks }, step)
        ? [step]
        : [],
    );
    const lastReturn = steps.findLast(({ step }) => step === 'returned');
    return {
      map,
      centre: nameOfCentre(centres.find((centre) => centre.id === map.unitId)!, locale),
      framework,
      risks,
      removed: isOpen(map.state) ? read.risks.filter(({ isRemoved }) => isRemoved) : [],
      results: latestResults(read.results),
      steps,
      gaps: isOpen(map.state)
        ? Object.fromEntries(risks.map((risk) => [risk.id, gapsOf(framework.scheme, risk)]))
        : {},
      remarks: isOpen(map.state) ? (lastReturn?.remarks ?? []) : [],
      versions: versions.map(({ id, version, state }) => ({ id, version, state })),
      may: {
        map: may('map') && isOpen(map.state),
        submit: may('submit'),
        verify: may('verify'),
        approve: may('approve'),
        publish: may('publish'),
        report: may('report') && map.state === 'approved',
        'enter-framework': may('enter-framework'),
        discard: may('map') && map.state === 'draft' && map.submittedAt === undefined,
        'start-version': may('map') && map.state === 'approved' && versions[0]?.id === map.id,
      },
      next,
      closings: {
        mapDue: dayInYear(map.fiscalYear, framework.mapDue),
        half: dayInYear(map.fiscalYear, framework.halfCloses),
        year: dayInYear(map.fiscalYear, framework.yearCloses),
      },
      today: civilDate(now),
    };
  });
}

/** Publishing is offered once; results of a half after the map itself, and when none is missing. */
function isDue({ map, framework, risks, results }: MapWithRisks, step: MapStep): boolean {
  if (step === 'published') return map.publishedAt === undefined;
  if (step !== 'results-6' && step !== 'results-12') return true;
  const half = step === 'results-6' ? 6 : 12;
  return (
    map.publishedAt !== undefined &&
    map.resultsPublic < half &&
    withoutResult(framework.scheme, risks, results, half).length === 0
  );
}

async function namedSteps(
  trx: InTransaction,
  network: RiskNeeds['network'],
  mapId: string,
  locale: Locale,
): Promise<readonly TakenStep[]> {
  const rows = await selectSteps(trx, mapId);
  const people = await network.findPeople(trx, [...new Set(rows.map(({ taken_by }) => taken_by))]);
  return rows.map((row) => {
    const person = people.find(({ id }) => id === row.taken_by);
    return {
      id: row.id,
      step: row.step as TakenStep['step'],
      reason: row.reason,
      remarks: row.remarks as Remark[],
      by: (locale === 'en' ? (person?.nameEn ?? person?.nameTh) : person?.nameTh) ?? '',
      at: row.taken_at,
    };
  });
}

export type ReviewView = MapView & {
  /** The approved map that it is compared with: the version before, or the year before. */
  readonly against:
    | { readonly id: string; readonly fiscalYear: number; readonly version: number }
    | undefined;
  readonly changes: readonly RiskChange[];
};

/** The map beside the last approved one, for whoever verifies it. */
export async function reviewMap(
  needs: RiskNeeds,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<ReviewView | undefined> {
  const view = await viewMap(needs, signedIn, id, locale);
  if (!view) return undefined;
  const { map } = view;
  return actingAs(needs.ground.databases.officer, signedIn.actor, async (trx) => {
    const earlier = await selectMaps(trx, { unitIds: [map.unitId], kind: map.kind });
    const against = earlier.find(
      (one) =>
        one.state === 'approved' &&
        (one.fiscalYear < map.fiscalYear || (one.fiscalYear === map.fiscalYear && one.version < map.version)),
    );
    const before = against ? await selectRisks(trx, [against.id]) : [];
    return {
      ...view,
      against: against && {
        id: against.id,
        fiscalYear: against.fiscalYear,
        version: against.version,
      },
      changes: compareRisks(
        before.filter(({ isRemoved }) => !isRemoved),
        view.risks,
      ),
    };
  });
}

/** Risks of the centre's earlier approved maps that this one does not have, with the residual risk last reported. */
export type EarlierRisk = {
  readonly risk: Risk;
  readonly fiscalYear: number;
  readonly residual: RiskResult | undefined;
};

export async function listEarlier(
  { ground }: RiskNeeds,
  signedIn: SignedIn,
  map: Pick<RiskMap, 'id' | 'unitId' | 'kind'>,
): Promise<readonly EarlierRisk[]> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const maps = (await selectMaps(trx, { unitIds: [map.unitId], kind: map.kind })).filter(
      ({ id, state }) => id !== map.id && state === 'approved',
    );
    const here = new Set((await selectRisks(trx, [map.id])).map(({ lineage }) => lineage));
    const earlier: EarlierRisk[] = [];
    // Newest first: of a risk that stood in several years the last wording is offered.
    for (const source of maps.slice(0, 6)) {
      const read = await readMap(trx, source.id);
      for (const risk of read?.risks ?? []) {
        if (risk.isRemoved || here.has(risk.lineage)) continue;
        here.add(risk.lineage);
        const residual = latestResults(read!.results)
          .filter(({ riskId }) => riskId === risk.id)
          .sort((a, b) => a.half - b.half)
          .at(-1);
        earlier.push({ risk, fiscalYear: source.fiscalYear, residual });
      }
    }
    return earlier;
  });
}

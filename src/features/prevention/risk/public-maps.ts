/** What anybody may read: maps that centres published, with the results opened so far. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectFrameworks } from './framework.queries.ts';
import { type Framework, type RiskKind, riskKinds } from './framework.ts';
import { selectPublished } from './map.queries.ts';
import { nameOfCentre, type RiskNeeds } from './needs.ts';
import { selectResults, selectRisks } from './risk.queries.ts';
import type { CentreName, MapWithRisks, RiskMap } from './risk.ts';
import { latestResults } from './risk-rules.ts';

export type PublishedLine = {
  readonly centre: CentreName;
  readonly fiscalYear: number;
  readonly kinds: readonly RiskKind[];
  /** Civil date of the newest of them. */
  readonly publishedOn: string;
  readonly resultsPublic: 0 | 6 | 12;
};

/** One line a centre and year, newest year first; of a centre whose code or name holds what is sought. */
export async function listPublished(
  { ground, network }: RiskNeeds,
  locale: Locale,
  sought: string,
): Promise<readonly PublishedLine[]> {
  const centres = await network.listCentres(ground.now());
  const lines = new Map<string, PublishedLine>();
  for (const map of await selectPublished(ground.databases.public)) {
    const centre = centres.find(({ id }) => id === map.unitId);
    if (
      !centre ||
      !`${centre.code} ${centre.nameTh} ${centre.nameEn}`.toLowerCase().includes(sought.toLowerCase())
    )
      continue;
    const key = `${map.unitId} ${map.fiscalYear}`;
    const line = lines.get(key);
    const day = civilDate(map.publishedAt!);
    lines.set(key, {
      centre: nameOfCentre(centre, locale),
      fiscalYear: map.fiscalYear,
      kinds: riskKinds.filter((kind) => kind === map.kind || line?.kinds.includes(kind)),
      publishedOn: line && line.publishedOn > day ? line.publishedOn : day,
      resultsPublic: line && line.resultsPublic > map.resultsPublic ? line.resultsPublic : map.resultsPublic,
    });
  }
  return [...lines.values()];
}

export type PublishedMap = MapWithRisks & { readonly centre: CentreName };

/** The newest published version of each kind of a centre's year; empty when there is none. */
export async function viewPublished(
  { ground, network }: RiskNeeds,
  centreCode: string,
  fiscalYear: number,
  locale: Locale,
): Promise<readonly PublishedMap[]> {
  const centre = (await network.listCentres(ground.now())).find(({ code }) => code === centreCode);
  if (!centre || !Number.isInteger(fiscalYear)) return [];
  const db = ground.databases.public;
  const maps = await selectPublished(db, { unitIds: [centre.id], fiscalYear });
  const newest = riskKinds.flatMap((kind) => maps.find((map) => map.kind === kind) ?? []);
  const frameworks = await selectFrameworks(db);
  const ids = newest.map(({ id }) => id);
  const [risks, results] = [await selectRisks(db, ids, 'public'), await selectResults(db, ids, 'public')];
  return newest.map((map) => ({
    map,
    centre: nameOfCentre(centre, locale),
    framework: frameworkIn(frameworks, map),
    risks: risks.filter(({ mapId }) => mapId === map.id),
    results: latestResults(results).filter(({ riskId }) =>
      risks.some(({ id, mapId }) => id === riskId && mapId === map.id),
    ),
  }));
}

const frameworkIn = (frameworks: readonly Framework[], map: RiskMap) =>
  frameworks.find(({ code, version }) => code === map.framework && version === map.frameworkVersion)!;

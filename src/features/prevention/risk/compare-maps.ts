/** Approved maps side by side: centres of a kind, domains and bands of a year, and up to five years. Figures only. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectFrameworks } from './framework.queries.ts';
import { type Framework, type RiskKind, riskKinds } from './framework.ts';
import { inForce, rankOf } from './framework-rules.ts';
import { type Figure, selectFigures, selectMaps } from './map.queries.ts';
import { nameOfCentre, type RiskNeeds } from './needs.ts';
import { oversees } from './risk.policies.ts';
import type { CentreName } from './risk.ts';

export type HeatRow = {
  readonly centre: CentreName;
  /** Risks by domain and band, in the framework's order: `cells[domain][band]`; undefined when no map was approved. */
  readonly cells: readonly (readonly number[])[] | undefined;
  readonly total: number;
  /** Risks in the bands chosen as grave, by year, in the order of `years`; undefined where no map on this framework was approved. */
  readonly grave: readonly (number | undefined)[];
  /** The map, where this person may open it. */
  readonly mapId: string | undefined;
};

export type Comparison = {
  readonly kind: RiskKind;
  readonly year: number;
  /** Oldest first; the chosen year is the last. */
  readonly years: readonly number[];
  readonly framework: Framework;
  readonly frameworks: readonly Framework[];
  /** Codes of the bands counted as grave: the two highest. */
  readonly grave: readonly string[];
  readonly of: Centre['kind'] | 'all';
  readonly rows: readonly HeatRow[];
  readonly oversees: boolean;
  readonly ownUnits: readonly number[];
  readonly choosable: readonly number[];
};

export const comparedKinds = [
  'all',
  'department',
  'state-enterprise',
  'bangkok',
  'province',
  'ministry',
] as const;

export async function compareMaps(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  query: URLSearchParams,
  locale: Locale,
): Promise<Comparison | undefined> {
  const now = ground.now();
  const thisYear = fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  const isOverseer = oversees(signedIn.appointments, centres);
  const own = [...new Set(signedIn.appointments.map(({ unitId }) => unitId))];
  const ownKind = centres.find(({ id }) => id === own[0])?.kind;
  const kind = riskKinds.find((one) => one === query.get('kind')) ?? 'corruption';
  const asked = Number(query.get('year'));
  const choosable = [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4];
  const of =
    comparedKinds.find((one) => one === query.get('of')) ?? (isOverseer ? 'all' : (ownKind ?? 'all'));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const span = [...choosable].concat(choosable.at(-1)! - 1, choosable.at(-1)! - 2);
    const figures = (await selectFigures(trx, span)).filter((figure) => figure.kind === kind);
    const year = choosable.includes(asked)
      ? asked
      : (choosable.find((one) => figures.some(({ fiscalYear }) => fiscalYear === one)) ?? thisYear);
    const years = [4, 3, 2, 1, 0].map((back) => year - back);
    const frameworks = inForce(await selectFrameworks(trx), kind, year);
    const framework = chosenFramework(frameworks, query.get('framework'), figures, year);
    if (!framework) return undefined;
    const grave = framework.scheme.bands.slice(-2).map(({ code }) => code);
    const maps = await selectMaps(trx, { fiscalYear: year, kind });
    const rows = centres
      .filter((centre) => centre.isOpen && (of === 'all' || centre.kind === of))
      .map((centre): HeatRow => {
        const ownFigures = figures.filter(
          (figure) => figure.unitId === centre.id && figure.framework === framework.code,
        );
        return {
          centre: nameOfCentre(centre, locale),
          ...heatOf(framework, ownFigures, year),
          grave: years.map((one) => countIn(ownFigures, one, grave)),
          mapId: maps.find((map) => map.unitId === centre.id && map.state === 'approved')?.id,
        };
      });
    return {
      ...{ kind, year, years, framework, frameworks, grave, of, rows },
      ...{ oversees: isOverseer, ownUnits: own, choosable },
    };
  });
}

/** As asked, or the one that most centres of the year used, or the first in force. */
function chosenFramework(
  frameworks: readonly Framework[],
  asked: string | null,
  figures: readonly Figure[],
  year: number,
): Framework | undefined {
  const used = (code: string) =>
    new Set(
      figures.filter((one) => one.framework === code && one.fiscalYear === year).map(({ unitId }) => unitId),
    ).size;
  return (
    frameworks.find(({ code }) => code === asked) ??
    [...frameworks].sort((a, b) => used(b.code) - used(a.code))[0]
  );
}

function heatOf(
  { scheme }: Framework,
  figures: readonly Figure[],
  year: number,
): Pick<HeatRow, 'cells' | 'total'> {
  const ofYear = figures.filter(({ fiscalYear }) => fiscalYear === year);
  if (ofYear.length === 0) return { cells: undefined, total: 0 };
  const cells = scheme.domains.map(() => scheme.bands.map(() => 0));
  for (const { domain, band, risks } of ofYear) {
    const row = cells[scheme.domains.findIndex(({ code }) => code === domain)];
    const at = rankOf(scheme, band);
    // A domain or band of another version of the framework is counted in the total alone.
    if (row && at >= 0) row[at]! += risks;
  }
  return { cells, total: ofYear.reduce((sum, { risks }) => sum + risks, 0) };
}

function countIn(figures: readonly Figure[], year: number, bands: readonly string[]): number | undefined {
  const ofYear = figures.filter(({ fiscalYear }) => fiscalYear === year);
  if (ofYear.length === 0) return undefined;
  return ofYear.filter(({ band }) => bands.includes(band)).reduce((sum, { risks }) => sum + risks, 0);
}

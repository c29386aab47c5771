/** Maps of the centres that an officer sees, one line each with enough for a small picture; and what she may begin. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectFrameworks } from './framework.queries.ts';
import { type Framework, type RiskKind, riskKinds } from './framework.ts';
import { dayInYear, inForce } from './framework-rules.ts';
import { selectMaps } from './map.queries.ts';
import { nameOfCentre, type RiskNeeds } from './needs.ts';
import { mappingUnits, overseeing, oversees } from './risk.policies.ts';
import { countCells } from './risk.queries.ts';
import { type CentreName, type MapState, mapStates } from './risk.ts';
import { spread } from './risk-rules.ts';

export const listStates = [...mapStates, 'none'] as const;
export type ListState = MapState | 'none';

export type MapLine = {
  readonly centre: CentreName;
  readonly kind: RiskKind;
  readonly fiscalYear: number;
  readonly state: ListState;
  /** Undefined when none was begun. */
  readonly map:
    | {
        readonly id: string;
        readonly version: number;
        readonly isPublished: boolean;
        readonly framework: string;
        readonly frameworkVersion: number;
        /** `counts[likelihood - 1][impact - 1]`; empty where the risks are not for this person yet. */
        readonly counts: readonly (readonly number[])[];
        readonly risks: number;
        /** By band, codes of the framework. */
        readonly bands: Readonly<Record<string, number>>;
      }
    | undefined;
};

export type MapFilters = {
  readonly year: number | undefined;
  readonly kind: RiskKind | undefined;
  readonly state: ListState | undefined;
  /** Kind of centre. */
  readonly of: Centre['kind'] | undefined;
  readonly sought: string;
};

export type MapList = {
  readonly lines: readonly MapLine[];
  readonly frameworks: readonly Framework[];
  readonly filters: MapFilters;
  readonly years: readonly number[];
  /** How many stand in each state before the filter by state. */
  readonly counts: Readonly<Record<ListState, number>>;
  readonly oversees: boolean;
  readonly mayStart: boolean;
  /** Day by which maps of the year shown are due, by the first framework in force. */
  readonly mapDue: string | undefined;
  readonly today: string;
};

const centreKinds = ['ministry', 'department', 'state-enterprise', 'bangkok', 'province'] as const;

export function readFilters(query: URLSearchParams, thisYear: number, isOverseer: boolean): MapFilters {
  const year = Number(query.get('year'));
  const isYear = Number.isInteger(year) && year >= 2550 && year <= 2700;
  return {
    // From above one year is looked at over all centres; a centre sees all of its own years.
    year: isYear ? year : isOverseer ? thisYear : undefined,
    kind: riskKinds.find((kind) => kind === query.get('kind')),
    state: listStates.find((state) => state === query.get('state')),
    of: centreKinds.find((kind) => kind === query.get('of')),
    sought: (query.get('q') ?? '').trim().slice(0, 100),
  };
}

export async function listMaps(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  query: URLSearchParams,
  locale: Locale,
): Promise<MapList> {
  const now = ground.now();
  const today = civilDate(now);
  const thisYear = fiscalYearOf(today);
  const centres = await network.listCentres(now);
  const isOverseer = oversees(signedIn.appointments, centres);
  const filters = readFilters(query, thisYear, isOverseer);
  const seen = visibleCentres(signedIn, centres).filter(
    (centre) =>
      (!filters.of || centre.kind === filters.of) &&
      [centre.code, centre.nameTh, centre.nameEn, centre.shortTh ?? '']
        .join(' ')
        .toLowerCase()
        .includes(filters.sought.toLowerCase()),
  );
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const frameworks = await selectFrameworks(trx);
    const maps = await selectMaps(trx, {
      unitIds: seen.map(({ id }) => id),
      ...(filters.year === undefined ? {} : { fiscalYear: filters.year }),
      ...(filters.kind ? { kind: filters.kind } : {}),
    });
    // Versions come newest first: the first of each assessment stands for it.
    const newest = [
      ...new Map(
        maps.toReversed().map((map) => [`${map.unitId} ${map.kind} ${map.fiscalYear}`, map]),
      ).values(),
    ].toReversed();
    const cells = await countCells(
      trx,
      newest.map(({ id }) => id),
    );
    const lines: MapLine[] = newest.map((map) => {
      const own = cells.filter((cell) => cell.map_id === map.id);
      const framework = frameworks.find(
        ({ code, version }) => code === map.framework && version === map.frameworkVersion,
      )!;
      const each = own.flatMap((cell) =>
        Array.from({ length: cell.risks }, () => ({
          likelihood: cell.likelihood ?? undefined,
          impact: cell.impact ?? undefined,
        })),
      );
      const bands: Record<string, number> = {};
      for (const cell of own) if (cell.band) bands[cell.band] = (bands[cell.band] ?? 0) + cell.risks;
      return {
        centre: nameOfCentre(centres.find(({ id }) => id === map.unitId)!, locale),
        kind: map.kind,
        fiscalYear: map.fiscalYear,
        state: map.state,
        map: {
          id: map.id,
          version: map.version,
          isPublished: map.publishedAt !== undefined,
          framework: map.framework,
          frameworkVersion: map.frameworkVersion,
          counts: spread(framework.scheme, each),
          risks: each.length,
          bands,
        },
      };
    });
    const { year } = filters;
    if (year !== undefined)
      for (const centre of seen) {
        if (!centre.isOpen) continue;
        for (const kind of filters.kind ? [filters.kind] : (['corruption'] as const))
          if (!newest.some((map) => map.unitId === centre.id && map.kind === kind))
            lines.push({
              ...{ centre: nameOfCentre(centre, locale), kind, fiscalYear: year },
              ...{ state: 'none', map: undefined },
            });
      }
    const counts = Object.fromEntries(
      listStates.map((state) => [state, lines.filter((line) => line.state === state).length]),
    ) as Record<ListState, number>;
    const due = inForce(frameworks, filters.kind ?? 'corruption', year ?? thisYear)[0];
    return {
      lines: lines
        .filter(({ state }) => !filters.state || state === filters.state)
        .sort(
          (a, b) =>
            b.fiscalYear - a.fiscalYear ||
            a.centre.unitId - b.centre.unitId ||
            riskKinds.indexOf(a.kind) - riskKinds.indexOf(b.kind),
        ),
      frameworks,
      filters,
      years: [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4],
      counts,
      oversees: isOverseer,
      mayStart: mappingUnits(signedIn.appointments).length > 0,
      mapDue: due && dayInYear(year ?? thisYear, due.mapDue),
      today,
    };
  });
}

/** Her own centres, and those below the ones she oversees. */
function visibleCentres(signedIn: SignedIn, centres: readonly Centre[]): readonly Centre[] {
  const own = new Set(signedIn.appointments.map(({ unitId }) => unitId));
  const from = new Set(
    signedIn.appointments.filter(({ role }) => overseeing.includes(role)).map(({ unitCode }) => unitCode),
  );
  const byCode = new Map(centres.map((centre) => [centre.code, centre]));
  const isBelow = (centre: Centre): boolean => {
    for (let at: Centre | undefined = centre; at; at = byCode.get(at.parentCode ?? ''))
      if (from.has(at.code)) return true;
    return false;
  };
  return centres.filter((centre) => own.has(centre.id) || isBelow(centre));
}

export type StartChoices = {
  readonly centres: readonly CentreName[];
  readonly years: readonly number[];
  readonly thisYear: number;
  readonly frameworks: readonly Framework[];
};

/** What a new map may be for. Next year's may be prepared ahead, last year's entered late. */
export async function startChoices(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  locale: Locale,
): Promise<StartChoices> {
  const now = ground.now();
  const thisYear = fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  return {
    centres: mappingUnits(signedIn.appointments).flatMap((unitId) => {
      const centre = centres.find(({ id }) => id === unitId);
      return centre ? [nameOfCentre(centre, locale)] : [];
    }),
    years: [thisYear + 1, thisYear, thisYear - 1],
    thisYear,
    frameworks: await selectFrameworks(ground.databases.public),
  };
}

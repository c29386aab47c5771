/** Pure: the league's lines as filtered and ordered, and their means by kind of centre. */
import type { CentreKind } from '#features/network/index.ts';
import type { Readiness } from '../answers/answer-rules.ts';
import type { CentreName } from '../needs.ts';

export type LeagueLine = Readiness & {
  readonly centre: CentreName;
  /** Percent points since the year before; undefined when that had no items or nothing was answered then. */
  readonly change: number | undefined;
  /** Handed in or appealed, and so waiting for a reviewer. */
  readonly waiting: number;
};

export const leagueOrders = ['behind', 'ahead', 'name'] as const;
export type LeagueOrder = (typeof leagueOrders)[number];
export type LeagueFilter = { readonly kind: string; readonly order: LeagueOrder };

/** As the page's address says; an unknown word filters nothing. */
export function readLeagueFilter(query: URLSearchParams): LeagueFilter {
  const order = leagueOrders.find((one) => one === query.get('order')) ?? 'behind';
  return { kind: query.get('kind') ?? '', order };
}

/** Of one kind, in the order asked for: those who need help first, unless asked otherwise. */
export function sortLeague(
  lines: readonly LeagueLine[],
  { kind, order }: LeagueFilter,
): readonly LeagueLine[] {
  const some = lines.filter((line) => kind === '' || line.centre.kind === kind);
  if (order === 'name') return some;
  const sign = order === 'behind' ? 1 : -1;
  return some.toSorted(
    (one, other) =>
      sign * (one.readyPercent - other.readyPercent) ||
      sign * (other.broken - one.broken) ||
      one.centre.unitId - other.centre.unitId,
  );
}

export type KindSum = {
  readonly kind: CentreKind;
  readonly centres: number;
  readonly readyPercent: number;
  readonly metPercent: number;
};

/** Mean readiness by kind of centre, in the network's order. */
export function sumLeague(lines: readonly LeagueLine[]): readonly KindSum[] {
  return [...Map.groupBy(lines, ({ centre }) => centre.kind)].map(([kind, some]) => {
    const mean = (of: 'readyPercent' | 'metPercent') =>
      Math.round(some.reduce((sum, line) => sum + line[of], 0) / some.length);
    return { kind, centres: some.length, readyPercent: mean('readyPercent'), metPercent: mean('metPercent') };
  });
}

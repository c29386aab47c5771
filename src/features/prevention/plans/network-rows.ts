/** The list of centres with their plans, as it stands in the page, for CSV and XLSX. */
import type { Sheet, SheetColumn } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { PlanLine } from './plan.ts';
import type { Cell } from './plan-rows.ts';
import { sumByKind } from './sum-by-kind.ts';
import { plansText } from './text.ts';

export function networkColumns(locale: Locale): readonly SheetColumn[] {
  const { network } = plansText(locale);
  return [
    { header: network.centre },
    { header: network.kind },
    { header: network.state },
    { header: network.measures, kind: 'number' },
    { header: network.budget, kind: 'money' },
    { header: network.spent, kind: 'money' },
    { header: network.progress, kind: 'number' },
    { header: network.reported },
  ];
}

export const networkRows = (lines: readonly PlanLine[], locale: Locale): readonly (readonly Cell[])[] =>
  lines.map(({ centre, state, measures, budget, spent, progress, reported }) => [
    centre.name,
    plansText(locale).kinds[centre.kind],
    plansText(locale).states[state ?? 'none'],
    measures,
    budget,
    spent,
    progress ?? null,
    reported.join(', '),
  ]);

export type NetworkFilter = { readonly state: string; readonly kind: string };

/** As the page's address says; an unknown word filters nothing. */
export const filterLines = (
  lines: readonly PlanLine[],
  { state, kind }: NetworkFilter,
): readonly PlanLine[] =>
  lines.filter(
    (line) =>
      (state === '' || (line.state ?? 'none') === state) && (kind === '' || line.centre.kind === kind),
  );

/** A second sheet beside either list: what the plans of each kind of centre add up to. */
export function kindSheet(lines: readonly PlanLine[], locale: Locale): Sheet {
  const { network, kinds, kindSheet: words } = plansText(locale);
  return {
    name: words.name,
    columns: [
      { header: network.kind },
      { header: words.centres, kind: 'number' },
      { header: words.filed, kind: 'number' },
      { header: network.measures, kind: 'number' },
      { header: network.budget, kind: 'money' },
      { header: network.spent, kind: 'money' },
      { header: network.progress, kind: 'number' },
    ],
    rows: sumByKind(lines).map((sum) => [
      kinds[sum.kind],
      sum.centres,
      sum.filed,
      sum.measures,
      sum.budget,
      sum.spent,
      sum.progress ?? null,
    ]),
  };
}

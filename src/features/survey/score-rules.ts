/** From counts to what may be shown, and from item means to the scores of indicators and of the whole. */
import { hiddenCells } from './suppression-rules.ts';
import { type Choice, type GroupResult, type Item, type ItemResult, notSaid, whole } from './survey.ts';

export type Tally = {
  readonly band: string;
  readonly item: string;
  readonly choice: string;
  readonly people: number;
};
export type Counted = {
  /** Sub-groups of the questionnaire, in order. */
  readonly bands: readonly string[];
  readonly items: readonly Pick<Item, 'code'>[];
  readonly choices: readonly Pick<Choice, 'code' | 'points'>[];
  readonly smallestGroup: number;
  readonly returned: ReadonlyMap<string, number>;
  readonly tallies: readonly Tally[];
  readonly entitled: ReadonlyMap<string, number>;
};

/** Everything that may be shown of a round: the whole first, then each sub-group, then those who did not say. */
export function resultsOf(counted: Counted): readonly GroupResult[] {
  const keys = [...counted.bands, notSaid];
  const groups = keys.map((key) => ({ key, people: counted.returned.get(key) ?? 0 }));
  const total = groups.reduce((sum, { people }) => sum + people, 0);
  const entitledOf = (key: string) => counted.entitled.get(key);
  const all = [...counted.entitled.values()];
  const isShown = total >= counted.smallestGroup;
  const hidden = hiddenCells(groups, counted.smallestGroup);
  const items = new Map<string, ItemResult[]>();
  for (const item of isShown ? counted.items : []) {
    for (const [band, result] of itemResults(counted, item.code, keys, hidden))
      items.set(band, [...(items.get(band) ?? []), result]);
  }
  return [
    {
      band: whole,
      people: isShown ? total : undefined,
      entitled: all.length > 0 ? all.reduce((sum, one) => sum + one, 0) : undefined,
      items: items.get(whole) ?? [],
    },
    ...groups.map(({ key, people }) => ({
      band: key,
      people: hidden.has(key) || people === 0 ? undefined : people,
      entitled: entitledOf(key),
      items: items.get(key) ?? [],
    })),
  ];
}

/** Of one item, the groups of which a mean may be shown: enough must have given points, by the same rule. */
function itemResults(
  { tallies, choices, smallestGroup }: Counted,
  item: string,
  bands: readonly string[],
  hiddenGroups: ReadonlySet<string>,
): readonly (readonly [string, ItemResult])[] {
  const points = new Map(choices.map((choice) => [choice.code, choice.points]));
  const cells = bands.map((key) => {
    const scored = tallies.filter(
      (tally) => tally.item === item && tally.band === key && points.get(tally.choice) !== undefined,
    );
    return {
      key,
      people: scored.reduce((sum, { people }) => sum + people, 0),
      sum: scored.reduce((sum, { people, choice }) => sum + people * points.get(choice)!, 0),
    };
  });
  const scored = cells.reduce((sum, { people }) => sum + people, 0);
  if (scored < smallestGroup) return [];
  const hidden = hiddenCells(cells, smallestGroup, hiddenGroups);
  const mean = (sum: number, people: number) => Math.round((sum / people) * 100) / 100;
  const total = cells.reduce((sum, cell) => sum + cell.sum, 0);
  return [
    [whole, { item, scored, mean: mean(total, scored) }],
    ...cells
      .filter(({ key, people }) => people > 0 && !hidden.has(key))
      .map(({ key, people, sum }) => [key, { item, scored: people, mean: mean(sum, people) }] as const),
  ];
}

/** Means of means, each item and each indicator weighing the same; undefined where no item is shown. */
export function scoresOf(
  items: readonly Pick<Item, 'code' | 'indicator'>[],
  results: readonly ItemResult[],
): { readonly total: number | undefined; readonly indicators: ReadonlyMap<string, number> } {
  const indicators = new Map<string, number>();
  for (const code of new Set(items.map(({ indicator }) => indicator))) {
    const own = new Set(items.filter(({ indicator }) => indicator === code).map((item) => item.code));
    const mean = average(results.filter(({ item }) => own.has(item)).map((result) => result.mean));
    if (mean !== undefined) indicators.set(code, mean);
  }
  return { total: average([...indicators.values()]), indicators };
}

export function average(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return Math.round((values.reduce((sum, one) => sum + one, 0) / values.length) * 100) / 100;
}

/** Percent of those entitled; undefined where either is unknown. */
export function rateOf({ people, entitled }: Pick<GroupResult, 'people' | 'entitled'>): number | undefined {
  return people === undefined || !entitled ? undefined : Math.round((people / entitled) * 1000) / 10;
}

/** Pure decisions about items: which numbers are not known, where a score falls. */
import type { GradeBand, Item } from './item-set.ts';

export const numberOf = (code: string): number => Number(code.slice(1));

/** Codes between the first and the highest number that the set does not name: shown as gaps, never invented. */
export function gapsIn(items: readonly Pick<Item, 'code'>[]): readonly string[] {
  const numbers = new Set(items.map(({ code }) => numberOf(code)));
  return Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1)
    .filter((number) => !numbers.has(number))
    .map((number) => `O${number}`);
}

/** The bands in force on a day, the highest first. */
export const bandsOn = (bands: readonly GradeBand[], day: string): readonly GradeBand[] =>
  bands
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || validTo > day))
    .toSorted((one, other) => other.fromPercent - one.fromPercent);

/** The band that a score falls into; undefined below the lowest. `bands` the highest first. */
export const bandOf = (bands: readonly GradeBand[], percent: number): GradeBand | undefined =>
  bands.find(({ fromPercent }) => percent >= fromPercent);

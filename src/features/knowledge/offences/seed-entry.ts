/** How the lists of offences that ship with the product are written down. */
import type { Offence, Penalty } from './offence.ts';

export type OffenceSeed = Omit<
  Offence,
  'version' | 'penaltySection' | 'clocks' | 'source' | 'status' | 'validTo'
> & { readonly penaltySection?: string };

type Term = Pick<Penalty, 'minMonths' | 'maxMonths'>;
type Capital = Pick<Penalty, 'life' | 'death'>;

/** A prison term in years as months. */
export function years(min: number | undefined, max: number): Term {
  return { ...(min === undefined ? {} : { minMonths: min * 12 }), maxMonths: max * 12 };
}

/** Prison and a fine together. */
export function andFine(
  term: Term,
  minFine: number | undefined,
  maxFine: number,
  capital: Capital = {},
): Penalty {
  return { limb: 'basic', ...term, ...capital, ...fine(minFine, maxFine), join: 'and' };
}

/** Prison, or a fine, or both. */
export function orFine(term: Term, minFine: number | undefined, maxFine: number): Penalty {
  return { limb: 'basic', ...term, ...fine(minFine, maxFine), join: 'or-both' };
}

const fine = (minFine: number | undefined, maxFine: number) => ({
  ...(minFine === undefined ? {} : { minFine }),
  maxFine,
});

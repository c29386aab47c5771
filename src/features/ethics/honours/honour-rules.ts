/** Pure rules of honours. The roll itself is drawn up by the database alone, where marks and holds never leave. */
import type { Category, Honoured, Nomination, Round, Standing } from './honour.ts';

/** Whether a category takes nominations on a civil day. */
export const takesNominations = (
  { opensOn, closesOn }: Pick<Category, 'opensOn' | 'closesOn'>,
  today: string,
): boolean => opensOn <= today && today <= closesOn;

/** Nomination closes as a whole, not before the last day of the last category. */
export const mayClose = (categories: readonly Pick<Category, 'closesOn'>[], today: string): boolean =>
  categories.every(({ closesOn }) => closesOn <= today);

/**
 * What anybody may know of a nomination. Marks, number of honours, consent and holds all end in `not-on-roll`: this
 * function is never told which.
 */
export function standingOf(
  { state, categoryCode }: Pick<Nomination, 'state' | 'categoryCode'>,
  round: Pick<Round, 'state' | 'undecided'>,
  isOnRoll: boolean,
): Standing {
  if (state === 'draft') return 'draft';
  if (round.undecided.includes(categoryCode)) return 'too-few';
  if (round.state !== 'published') return 'waiting';
  return isOnRoll ? 'on-roll' : 'not-on-roll';
}

const thai = new Intl.Collator('th');
/** By the Thai alphabet, so that the order says nothing of marks. */
export const byThaiName = (a: Pick<Honoured, 'nameTh' | 'unitId'>, b: Pick<Honoured, 'nameTh' | 'unitId'>) =>
  thai.compare(a.nameTh ?? '', b.nameTh ?? '') || a.unitId - b.unitId;

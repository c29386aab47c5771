/** Which people of the board are shown: the same for the page, and for what is downloaded from it. */
import type { Board, BoardPerson } from './view-attendance.ts';

export const shows = ['all', 'missing', 'present'] as const;
export type BoardFilter = {
  readonly show: (typeof shows)[number];
  /** Number of a centre. */
  readonly centre: number | undefined;
};

/** From an address; what is not understood filters nothing. */
export function readFilter(query: URLSearchParams): BoardFilter {
  const centre = Number(query.get('centre'));
  return {
    show: shows.find((show) => show === query.get('show')) ?? 'all',
    centre: Number.isInteger(centre) && centre > 0 ? centre : undefined,
  };
}

export function filterBoard(
  { people, shown }: Pick<Board, 'people' | 'shown'>,
  { show, centre }: BoardFilter,
): readonly BoardPerson[] {
  return people.filter((person) => {
    if (centre !== undefined && person.unitId !== centre) return false;
    if (show === 'all' || !shown) return true;
    const isIn = person.present.includes(shown);
    return show === 'present' ? isIn : !isIn && person.state === 'confirmed';
  });
}

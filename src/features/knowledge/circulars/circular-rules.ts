/** Pure decisions about circulars: whom an audience means, what a centre has done, which centres are late. */
import type { Centre } from '#features/network/index.ts';
import type { Audience, ReaderState } from './circular.ts';

/** Open centres that a centre may address: itself and those below it. */
export function withinReach(centres: readonly Centre[], fromCode: string): readonly Centre[] {
  const byCode = new Map(centres.map((centre) => [centre.code, centre]));
  const isBelow = (centre: Centre): boolean => {
    for (let at: Centre | undefined = centre; at; at = byCode.get(at.parentCode ?? '')) {
      if (at.code === fromCode) return true;
    }
    return false;
  };
  return centres.filter((centre) => centre.isOpen && isBelow(centre));
}

/** The centres meant on the day of issue; "all" and kinds leave out the one that issues. Undefined: one is out of reach. */
export function resolveAudience(
  audience: Audience,
  centres: readonly Centre[],
  fromCode: string,
): readonly Centre[] | undefined {
  const reach = withinReach(centres, fromCode);
  const others = reach.filter(({ code }) => code !== fromCode);
  if (audience.to === 'all') return others;
  if (audience.to === 'kinds') return others.filter(({ kind }) => audience.kinds.includes(kind));
  const wanted = new Set(audience.codes);
  const named = reach.filter(({ code }) => wanted.has(code));
  return named.length === wanted.size ? named : undefined;
}

type Done = {
  readonly acknowledgedAt: Date | null;
  readonly isAnswered: boolean;
  readonly answerDueOn: string | null;
};

/** `today` is a civil date. A centre is late when an answer was due before today; the due day itself is still in time. */
export function readerState({ acknowledgedAt, isAnswered, answerDueOn }: Done, today: string): ReaderState {
  if (isAnswered) return 'answered';
  if (answerDueOn !== null && answerDueOn < today) return 'late';
  return acknowledgedAt ? 'acknowledged' : 'waiting';
}

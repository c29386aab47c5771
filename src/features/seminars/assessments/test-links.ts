/** Tests on the page of a seat: when they open, until when they stand open, whether they are done. */
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { SeatLinkSource } from '../seats/seat-links.ts';
import { selectAttempts } from './attempt.queries.ts';
import { selectTests } from './test.queries.ts';
import { stageOf } from './test.ts';
import { assessmentsText } from './text.ts';

export const testLinks: SeatLinkSource = async (trx, { seat, seminar, locale, now }) => {
  if (seat.state !== 'confirmed') return [];
  const text = assessmentsText(locale).take;
  const links = [];
  for (const test of await selectTests(trx, seminar.id)) {
    const attempts = await selectAttempts(trx, test.id, seat.id);
    const stage = stageOf(test, now);
    const isDone = attempts.some(({ finishedAt }) => finishedAt);
    links.push({
      path: `tests/${test.id}`,
      title: text.phases[test.phase],
      hint:
        stage === 'waiting'
          ? text.opens(formatDateTime(test.opensAt, locale))
          : stage === 'open'
            ? text.closes(formatDateTime(test.closesAt, locale))
            : text.closed,
      ...(isDone ? { isDone } : {}),
    });
  }
  return links;
};

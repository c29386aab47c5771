/** Statistics of complaints: the three counts that are asked for, and topics as far as they are not too small to be told. */
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { ComplaintLine } from './figures.ts';
import { day, type Maker } from './maker.ts';
import { papers as words } from './papers-text.th.ts';
import { rangeOf } from './period-range.ts';

/** Fewer of a topic are told together with others: beside a few reports of one kind people would look for who wrote them. */
const smallest = 5;

type Count = Omit<ComplaintLine, 'topic'>;
const sumOf = (lines: readonly Count[]): Count => ({
  received: lines.reduce((sum, { received }) => sum + received, 0),
  concluded: lines.reduce((sum, { concluded }) => sum + concluded, 0),
  underWay: lines.reduce((sum, { underWay }) => sum + underWay, 0),
});

/**
 * Topics large enough to stand alone, and the rest in one sum. The rest is never of one topic alone: which it is would
 * follow from the topics that are named.
 */
export function topicsTold(lines: readonly ComplaintLine[]): {
  readonly alone: readonly ComplaintLine[];
  readonly together: Count | undefined;
} {
  const alone = lines.filter(({ received }) => received >= smallest);
  const rest = lines.filter(({ received }) => received < smallest);
  if (sumOf(rest).received === 0) return { alone, together: undefined };
  if (rest.length > 1 || alone.length === 0) return { alone, together: sumOf(rest) };
  const next = alone.reduce((least, line) => (line.received < least.received ? line : least));
  return { alone: alone.filter((line) => line !== next), together: sumOf([...rest, next]) };
}

export const complaintStatistics: Maker = async (
  { ground, figures },
  { centre, fiscalYear, period },
  signedIn,
) => {
  const { from, to } = rangeOf(fiscalYear, period);
  const lines = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    figures.complaints(trx, { unitId: centre.id, from, to }),
  );
  const { alone, together } = topicsTold(lines);
  const { columns } = words;
  const cells = ({ received, concluded, underWay }: Count) => [received, concluded, underWay];
  return {
    sentences: [
      words.complaints(day(from), day(addDays(asCivilDate(to), -1)), day(civilDate(ground.now()))),
      words.complaintsLeftOut(smallest),
    ],
    tables: [
      {
        name: words.tables.complaints,
        columns: [
          { header: columns.topic, width: 44 },
          { header: columns.received, kind: 'number' },
          { header: columns.concluded, kind: 'number' },
          { header: columns.underWay, kind: 'number' },
        ],
        rows: [
          ...alone.map((line) => [line.topic, ...cells(line)]),
          ...(together ? [[words.smallTopics(smallest), ...cells(together)]] : []),
        ],
        foot: [columns.total, ...cells(sumOf(lines))],
      },
    ],
  };
};

/** What several papers say alike: when and where, the budget as a table, the programme as tables, who signs. */
import type { Centre } from '#features/network/index.ts';
import { asCivilDate, civilDate, civilTime } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Block, Signer } from '#platform/documents/index.ts';
import { bahtText } from '../money/baht-text.ts';
import type { Budget } from '../money/money.ts';
import { amountIn, numberIn } from '../money/pages/amounts.ts';
import type { Programme } from '../programme/programme.ts';
import { daysOf } from '../programme/programme-rules.ts';
import { programmeText } from '../programme/text.ts';
import type { Seminar } from '../seminar.ts';
import { seminarsText } from '../text.ts';
import type { Matter } from './paper-matter.ts';
import { paperWords as words } from './paper-text.th.ts';

export const thaiDate = (date: string) => formatDate(asCivilDate(date), 'th');
export const whenOf = ({ startsOn, endsOn }: Seminar) => words.dates(thaiDate(startsOn), thaiDate(endsOn));
export const whereOf = ({ venueTh }: Seminar) => (venueTh ? words.venue(venueTh) : '');
export const baht = (amount: number) => amountIn('th', amount);
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** Full name of the centre. */
export const officeOf = ({ nameTh, kind }: Pick<Centre, 'nameTh' | 'kind'>) => words.centre(nameTh, kind);

/** One item a line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const signerOf = ({ facts }: Matter): Signer => ({
  ...(facts.signerName ? { name: facts.signerName } : {}),
  ...(facts.signerPosition ? { position: facts.signerPosition } : {}),
});

/** The paragraph of one's own, where one was written. */
export const addedOf = ({ facts }: Matter): readonly Block[] => (facts.added ? [paragraph(facts.added)] : []);

export function budgetTable(budget: Budget): Block {
  const rows = budget.lines.map((line, at) => [
    String(at + 1),
    line.description,
    `${numberIn('th', line.quantity)} ${line.unit}`,
    baht(line.unitPrice),
    baht(line.amount),
  ]);
  if (budget.feeTotal > 0)
    rows.push([String(rows.length + 1), words.budget.fees, '', '', baht(budget.feeTotal)]);
  const [number, item, quantity, price, amount] = words.budget.columns;
  return {
    kind: 'table',
    table: {
      columns: [
        { label: number, share: 1, align: 'center' },
        { label: item, share: 5 },
        { label: quantity, share: 2 },
        { label: price, share: 2, align: 'right' },
        { label: amount, share: 2, align: 'right' },
      ],
      rows,
      foot: ['', words.budget.total, '', '', baht(budget.total)],
    },
  };
}

export const totalInWords = (budget: Budget, source: string) =>
  words.budget.words(source, baht(budget.total), bahtText(budget.total));

/** A heading and a table for each day. */
export function programmeBlocks(seminar: Seminar, programme: Programme): readonly Block[] {
  if (programme.slots.length === 0) return [paragraph(words.programme.none)];
  const hasRooms = programme.rooms.length > 0;
  const [time, part, room] = words.programme.columns;
  return daysOf(seminar, programme.slots).flatMap((day): Block[] => {
    const slots = programme.slots.filter(({ startsAt }) => civilDate(startsAt) === day);
    if (slots.length === 0) return [];
    return [
      heading(formatDate(day, 'th', 'long', { weekday: true })),
      {
        kind: 'table',
        table: {
          columns: [
            { label: time, share: 2 },
            { label: part, share: 6 },
            ...(hasRooms ? [{ label: room, share: 2 }] : []),
          ],
          rows: slots.map((slot) => [
            programmeText('th').timeRange(civilTime(slot.startsAt), civilTime(slot.endsAt)),
            [
              `${seminarsText('th').slotKinds[slot.kind]} ${slot.titleTh}`,
              slot.detailTh,
              ...speakerLines(slot, programme),
            ]
              .filter((line) => line !== '')
              .join('\n'),
            ...(hasRooms
              ? [programme.rooms.find(({ id }) => id === slot.roomId)?.nameTh ?? words.programme.allRooms]
              : []),
          ]),
        },
      },
    ];
  });
}

function speakerLines(slot: Programme['slots'][number], { speakers }: Programme): readonly string[] {
  return slot.speakers.flatMap(({ speakerId, role }) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    if (!speaker) return [];
    const post = [speaker.positionTh, speaker.organisationTh].filter(Boolean).join(' ');
    return `${seminarsText('th').speakerRoles[role]} ${speaker.nameTh}${post ? ` ${post}` : ''}`;
  });
}

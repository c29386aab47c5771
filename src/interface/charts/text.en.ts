/** Words that charts share, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  asTable: 'See the figures as a table',
  item: 'Item',
  total: 'Total',
  noData: 'No figures yet',
  of: (value, max) => `${value} of ${max}`,
  percent: (value) => `${value} per cent`,
  sparkline: (label, from, to, low, high) =>
    `${label}: from ${from} to ${to}, lowest ${low}, highest ${high}`,
  cell: (row, column, count, band) =>
    `${row} · ${column}: ${count} ${count === 1 ? 'item' : 'items'}, ${band}`,
  band: 'Level',
  count: 'Number',
  empty: 'none',
};

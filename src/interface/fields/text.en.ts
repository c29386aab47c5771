/** Words of the fields that every form shares, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  date: {
    day: 'Day',
    month: 'Month',
    year: 'Year',
    noMonth: 'Choose',
    impossible: 'There is no such day. Check day, month and year (four digits).',
  },
  time: {
    hint: '24-hour clock, for example 8:30 or 13:00',
    impossible: 'There is no such time. Write it as 8:30 or 13:00.',
  },
  file: {
    choose: 'Choose a file',
    chooseMany: 'Choose files',
    none: 'No file chosen yet',
    count: (count) => `${count} files chosen`,
  },
};

// English side of text.th.ts.
import type { MessagesOf } from '../text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  withWeekday: (weekday, date) => `${weekday} ${date}`,
  dateAndTime: (date, time) => `${date}, ${time}`,
  time: (time) => time,
  range: (from, to) => `${from} – ${to}`,
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (days, count) => `in ${days} ${count === 1 ? 'day' : 'days'}`,
  daysAgo: (days, count) => `${days} ${count === 1 ? 'day' : 'days'} ago`,
  overdueBy: (days, count) => `${days} ${count === 1 ? 'day' : 'days'} overdue`,
  dueToday: 'due today',
  fiscalYear: (year) => `fiscal year ${year}`,
};

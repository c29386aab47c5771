/** Words of mails and notices about seats, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  subject: (what, title) => `${what}: ${title}`,
  states: {
    confirmed: 'You have a seat',
    waitlisted: 'You are on the waiting list',
    offered: 'A seat is free, please answer',
    rejected: 'Your nomination was not approved',
    released: 'The time to answer is over',
    substituted: 'Your centre sends somebody else',
  },
  dear: (name) => `Dear ${name}`,
  about: (title, when, where) => `About: ${title}\nWhen: ${when}\nWhere: ${where}`,
  body: {
    confirmed:
      'You have a seat in this seminar. Please fill in the form and see what else there is to do at the link below.',
    waitlisted: 'All seats are taken and you are on the waiting list. When it is your turn, we write again.',
    offered: (until) =>
      `A seat is free and it is your turn. Please accept or decline at the link below by ${until}; after that it goes to the next.`,
    rejected: 'Your nomination was not approved. Your centre can tell you more.',
    released:
      'There was no answer in time, so the seat went to the next. If you still want one, please tell your centre.',
    substituted: 'Your centre sends somebody else in your place.',
  },
  reminders: {
    form: 'Please fill in the registration form',
    seminar: 'The seminar is near',
  },
  reminderBody: {
    form: 'We do not have your registration form yet. It takes a few minutes, and lets us prepare food, rooms and what you need.',
    seminar:
      'The seminar is near. Your seat and ticket are at the link below. If you cannot come, please withdraw, so that somebody who waits has the seat.',
  },
  seat: (address) => `Your page: ${address}`,
  calendar: (address) => `Add to your calendar: ${address}`,
  ownLink: 'This link is yours alone; please do not pass it on.',
  nominateNotice: (title, date) => `Quota not used yet, names by ${date}: ${title}`,
};

/** Words of seats, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: (page) => `${page} · Prongsai`,
  states: {
    nominated: 'Waiting for the head',
    approved: 'Approved by the head',
    confirmed: 'Has a seat',
    waitlisted: 'On the waiting list',
    offered: 'A seat is offered',
    rejected: 'Not approved',
    declined: 'Seat declined',
    withdrawn: 'Withdrawn',
    substituted: 'Somebody else goes',
    released: 'Offer not answered in time',
  },
  seat: {
    heading: 'Your seat',
    what: {
      nominated: 'Your centre has put your name forward. Once its head approves, we write to you.',
      approved: 'The head has approved. The organiser is confirming seats and we write to you.',
      confirmed: 'The seat is yours. Keep the link to this page: it serves until the end.',
      waitlisted: 'All seats are taken. When one is free and it is your turn, we write to you.',
      offered: 'A seat is free and it is your turn. Please answer before the time is over.',
      rejected: 'The head of your centre or the organiser did not approve. Your centre can tell you more.',
      declined: 'You said that you do not take the seat. If you change your mind, tell your centre.',
      withdrawn: 'This name was withdrawn. If you change your mind, tell your centre.',
      substituted: 'Your centre sends somebody else in your place.',
      released:
        'There was no answer in time, so the seat went to the next. If you still want one, tell your centre.',
    },
    when: 'When',
    where: 'Where',
    days: (from, to) => `${from} to ${to}`,
    links: 'What you can do from here',
    done: 'Done',
    missing: 'There is no such seat',
    missingBody:
      'The link may be incomplete. Open it from the e-mail again, or ask your centre for a new one.',
  },
};

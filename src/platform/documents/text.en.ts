// Words of papers that are also made in English.
import type { MessagesOf } from '../text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  printed: (when) => `Printed ${when}`,
  certificate: {
    title: {
      participant: 'Certificate of Attendance',
      speaker: 'Certificate of Appreciation',
      organiser: 'Certificate of Appreciation',
    },
    givenTo: 'This is to certify that',
    line: {
      participant: 'has completed the seminar',
      speaker: 'was a speaker at the seminar',
      organiser: 'helped to organise the seminar',
    },
    on: (date) => `on ${date}`,
    between: (from, to) => `${from} – ${to}`,
    hours: (hours) => `${hours} hours in total`,
    place: (place) => `at ${place}`,
    issued: (date) => `Given on ${date}`,
    number: (number) => `No. ${number}`,
    verify: 'Verify at',
    qr: (address) => `QR code to verify this certificate at ${address}`,
  },
};

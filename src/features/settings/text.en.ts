/** Words of the installation's own pages, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: (page) => `${page} · Prongsai`,
  forbidden: 'This page is for administrators of the ministry only.',
  problems: {
    forbidden: 'Only an administrator of the ministry may do this.',
    'not-found': 'This has been started again already, or is no longer there.',
  },
  mail: {
    heading: 'Outgoing mail',
    lead: 'Only the kind, the domain it goes to and the time are kept. Administrators see neither address nor text; once sent, both are deleted.',
    noServer: 'No mail server is set',
    noServerBody:
      'All mail waits here until SMTP_URL and MAIL_FROM are set and the program is started again. None is lost. The operations manual says how.',
    states: { waiting: 'Waiting', failed: 'Not sent', sent: 'Sent' },
    tab: (state, count) => `${state} (${count})`,
    tabs: 'State of mail',
    columns: {
      kind: 'Kind',
      domain: 'To',
      queued: 'Queued',
      next: 'Next try',
      ended: 'Time',
      reason: 'Reason',
    },
    tries: (count) => (count === 0 ? 'not tried yet' : `tried ${count} ${count === 1 ? 'time' : 'times'}`),
    empty: {
      waiting: 'No mail is waiting.',
      failed: 'No mail was given up.',
      sent: 'No mail was sent in the last 90 days.',
    },
    again: 'Try again',
    againDone: 'It waits again and will be sent within seconds.',
    latest: 'The latest 200 are shown.',
    reasons: {
      away: 'The mail server cannot be reached.',
      login: 'The mail server does not accept the user name or password.',
      addressee: 'The server does not accept this addressee. Check the address with the person.',
      letter: 'The server does not accept the text.',
      other: 'The mail server refuses.',
    },
  },
  work: {
    heading: 'Background work',
    lead: 'What the program does by itself, such as sending mail and reminders. Work that fails is tried again by itself; here is only what was given up.',
    none: 'Nothing was given up',
    noneBody: 'All background work succeeded. There is nothing to do.',
    columns: { name: 'Work', failed: 'Given up', error: 'Cause' },
    tries: (count) => `tried ${count} ${count === 1 ? 'time' : 'times'}`,
    unknown: 'This release does not know this work; a release that does can run it.',
    timeout: 'It took too long, or the program stopped in the middle.',
    again: 'Run again',
    asked: 'Asked to run again',
    againDone: 'Asked. It begins within seconds; if it fails again it will be back here.',
    advice: 'If it fails again, send the cause to the developers. It holds nothing of any case.',
  },
  act: 'Act',
};

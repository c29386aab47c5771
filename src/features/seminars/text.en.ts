/** Words that all parts of seminars share, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: (page) => `${page} · Prongsai`,
  heading: 'Seminars',
  back: 'Back to the list of seminars',
  tabsLabel: 'Parts of the seminar',
  tabs: {
    overview: 'Overview',
    project: 'Project',
    budget: 'Budget',
    programme: 'Programme',
    papers: 'Papers',
    seats: 'Seats',
    attendance: 'Attendance',
    tests: 'Tests',
    evaluation: 'Evaluation',
    certificates: 'Certificates',
    materials: 'Materials',
  },
  states: {
    draft: 'Draft',
    submitted: 'With the head',
    returned: 'Returned',
    approved: 'Approved',
    published: 'Published',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  slotKinds: {
    opening: 'Opening',
    lecture: 'Lecture',
    panel: 'Panel',
    exchange: 'Exchange',
    'group-work': 'Group work',
    test: 'Test',
    break: 'Break',
    closing: 'Closing',
  },
  speakerRoles: {
    speaker: 'Speaker',
    moderator: 'Moderator',
    panellist: 'Panellist',
    facilitator: 'Facilitator',
  },
  dates: (first, last) => `${first} to ${last}`,
  seats: (count) => `${count.toLocaleString('en-GB')} seats`,
  missing: 'There is no such seminar, or you may not open it yet.',
};

/** Words of the notices' page, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: (page) => `${page} · Prongsai`,
  heading: 'Notices',
  lead: 'When a law, a circular, a time limit or an offence changes, you see it here with what it touches.',
  none: 'No notices yet',
  noneBody: 'When something that concerns your work changes, it will be announced on this page.',
  allSeen: 'You have seen everything',
  unseen: (count) => `${count} not seen yet`,
  isNew: 'New',
  mark: 'Seen',
  markAll: 'Mark all as seen',
  open: 'Open',
  touches: 'What it touches',
  owners: (roles, centre) => `Looked after by: ${roles}${centre ? ` (${centre})` : ''}`,
  kinds: {
    circular: 'Circular',
    reminder: 'Reminder',
    law: 'Law',
    'clock-rule': 'Time limit',
    offence: 'Offence',
    lesson: 'Lesson',
    restriction: 'Readers restricted',
    seminar: 'Seminar',
    plan: 'Action plan',
    duty: 'Yearly duty',
    risk: 'Risk assessment',
    disclosure: 'ITA/OIT readiness',
  },
  touched: {
    clock: 'Time limit',
    paper: 'Paper',
    course: 'Course',
    section: 'Section',
    offence: 'Offence',
    circular: 'Circular',
    topic: 'Topic',
  },
  raised: {
    clockRule: (name, days, unit, from) => `Time limit “${name}” becomes ${days} ${unit} from ${from}`,
    restriction: (number, centre, person, at) =>
      `Case ${number} of ${centre} was restricted to named readers by ${person}, ${at}`,
    dayUnits: { calendar: 'days', working: 'working days' },
  },
  roles: {
    'case-officer': 'case officer',
    head: 'head of centre',
    'ethics-officer': 'ethics officer',
    planner: 'planner',
    organiser: 'seminar organiser',
    registrar: 'registrar',
    overseer: 'overseer',
    auditor: 'auditor',
    administrator: 'administrator',
  },
};

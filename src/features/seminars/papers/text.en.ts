/** Words of the page of papers, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  heading: 'Papers',
  lead: 'All are filled in from project, budget and programme. Add only number, date and who signs. Papers are in Thai.',
  kinds: {
    approval: 'Memo for approval of project and budget',
    invitation: 'Circular inviting centres to send people',
    quotas: 'Table of seats (enclosure)',
    'speaker-invitation': 'Letters inviting speakers',
    programme: 'Programme',
    'sign-in': 'Sign-in sheets by half-day and centre',
    summary: 'Summary memo',
    claim: 'Memo claiming expenses',
  },
  hints: {
    approval: 'For whoever approves, with the whole project and the table of the budget.',
    invitation: 'Names the last day for nominations; table of seats and programme go with it.',
    quotas: 'From the quotas set on the page of seats.',
    'speaker-invitation': 'One for each speaker, with day, time and title.',
    programme: 'To hand out or enclose.',
    'sign-in': 'Those who have a seat, with room to sign.',
    summary: 'What the system does not know yet is said to be missing, not made up.',
    claim: 'As adjusted on the budget page; what exceeds a rule is named at the end with its basis.',
  },
  open: 'Download PDF',
  openOf: (kind) => `Download PDF: ${kind}`,
  noSpeakers: 'There are no speakers in the programme yet.',
  details: 'Number, date and who signs',
  detailsOf: (kind) => `Number, date and who signs: ${kind}`,
  number: 'Number of the paper',
  numberHint: 'May stay empty; room is left to write it.',
  dated: 'Dated (empty: the day of the download)',
  addressee: 'To (empty: the usual addressee)',
  signerName: 'Name of who signs',
  signerPosition: 'Position of who signs',
  phone: 'Telephone of the office',
  added: 'A paragraph of your own',
  save: 'Save',
  saved: 'Saved. Download it anew.',
  fieldProblem: 'Please check this field',
};

/** Words of a referral from ethics to the case officers, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './refer-text.th.ts';

export const en: MessagesOf<typeof th> = {
  heading: 'Refer what looks like corruption',
  card: 'Does it look like corruption?',
  cardHint:
    'Ethics and corruption cases do not read each other’s matter. If you find what looks like corruption, write it anew for the case officers from here.',
  open: 'Write to the case officers',
  own: (day) => `You referred something on ${day}`,
  linked: (number) => `Corruption case ${number}`,
  lead: 'What you write is sealed in this browser and opens a new case. Once sent, you cannot read that case unless you work on corruption too.',
  leaveOut:
    'Write what is needed to look into it and no more. Leave out whoever told you or asked for advice: name, post, or words that give the person away, unless the person agreed. It was told to ethics in confidence.',
  choose: 'Choose',
  fields: {
    about: 'Whom or what it concerns',
    place: 'Where it happened',
    happened: 'What happened (required)',
    when: 'When',
    source: 'How it is known',
    damage: 'Damage',
  },
  hints: {
    happened: 'Who did what, to whom, how, and where it can be checked. In your own words.',
    source: 'Say only that it is known from ethics, papers or checking; not who told.',
  },
  insider: 'Does it concern somebody of your centre, or its head?',
  insiderHint: 'If so, it goes to the centre above, and your centre, its head included, does not see it.',
  chooseInsider: 'Answer whether it concerns your centre, and you will see where it goes.',
  goesTo: {
    none: (centre) => `Goes to the case officers and the head of ${centre}`,
    unit: (centre) => `Goes to ${centre}, above your centre. Nobody of your centre sees it.`,
  },
  noTierAbove:
    'There is no centre above. Sent from here, people of your centre see it. If it concerns the head, tell the NACC on 1205 or the PACC on 1206.',
  nobody:
    'No centre of this line has a key, so it cannot be sent. Tell the NACC on 1205 or the PACC on 1206.',
  files: {
    label: 'Attach files (if any)',
    hint: 'Up to 10 files of up to 10 MB each. See first that they do not tell who told you.',
    tooLarge: 'At most 10 files of up to 10 MB each. What you typed is still there.',
  },
  send: 'Seal and send',
  sealing: 'Sealing and sending…',
  sent: (number) => `Sent, as case ${number}`,
  sentHint:
    'The case officers have it in their list now, and you need do nothing more. Note the number if you may have to refer to it: this page will not show it again.',
  noKeys: 'You have no keys yet to sign and seal with.',
  makeKeys: 'Make keys',
  locked: 'Please unlock your keys first. It is sealed in your browser.',
  failed: 'Not sent yet. What you typed is still there; sending again does not double it.',
  problems: {
    alarm: 'The centre’s key is not the published one, so nothing was sent. Please follow the warning above.',
    unreachable:
      'The server cannot be reached. What you typed is still there; sending again does not double it.',
    'signed-out': 'You are signed out. Please sign in in another tab, then send again here.',
    locked: 'Your keys are locked. Unlock them and send again. What you typed is still there.',
  },
};

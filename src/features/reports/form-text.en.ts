/** Words of the report form: questions, choices, warnings. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './form-text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: 'Make a report',
  heading: 'Tell us',
  lead: 'Answer what you know. Whatever is not marked “required” can be left empty.',
  waiting: 'Opening the form…',
  required: 'required',
  optional: 'may stay empty',
  noScript: {
    title: 'JavaScript is off',
    body: 'The form still works, but your browser cannot seal what you write. It travels over the encrypted connection, and our machine seals it on arrival before anything is stored. In that moment, somebody in full control of our machine could read it. If your report is dangerous for you, turn JavaScript on and load this page again.',
    cannot:
      'This browser cannot seal what you write (it is too old, or the connection is not encrypted). The form still works, but our machine seals on arrival; in that moment, somebody in full control of it could read. If your report is dangerous for you, use a newer browser.',
  },
  about: {
    question: 'Whom or what does it concern?',
    hint: 'Such as an official’s name or position, a project, a contract, an office',
  },
  centre: {
    question: 'Which agency or province?',
    hint: 'Type an agency, a province or an abbreviation, in Thai or English',
    label: 'Agency or province',
    unknown: 'I do not know: the ministry takes it',
    place: 'Where it happened',
    placeHint: 'Such as district, road or office',
  },
  insider: {
    question: 'Does the person you report work in the anti-corruption centre of this agency, or head it?',
    hint: 'If so, it goes to the centre above, and people of the centre concerned do not see it.',
    no: 'No',
    staff: 'Yes, an officer of the centre',
    head: 'Yes, the head of the centre or of the agency',
    unsure: 'I am not sure',
    unsureHint: 'To be safe, it goes to the centre above.',
  },
  topic: { question: 'What kind of matter is it?', hint: 'Choose the nearest' },
  happened: {
    question: 'What happened?',
    hint: 'In order: who did what, to whom, and how. Up to 200,000 characters.',
  },
  when: {
    question: 'When did it happen?',
    hint: 'Roughly is enough, such as early October 2026, or still going on',
  },
  source: {
    question: 'How do you know?',
    hint: 'Such as: I saw it, I have papers, somebody told me. Who could be a witness?',
  },
  damage: { question: 'What harm was done?', hint: 'Such as an approximate amount, or who is affected' },
  wish: {
    question: 'What do you hope for?',
    hint: 'Such as: check the contract, stop the payments asked for',
  },
  identity: {
    question: 'Should the officers know who you are?',
    hint: 'Whatever you choose, you can talk with them through your receipt.',
    anonymous: 'Stay anonymous',
    anonymousHint: 'Nobody learns who you are, unless the story itself tells.',
    confidential: 'Give my name in confidence',
    confidentialHint: 'Only officers of the centre who can read the report see it.',
    named: 'Give my name',
    namedHint: 'It may be used in the proceedings.',
    name: 'Name',
    contact: 'How to reach you',
    contactHint: 'Such as telephone, e-mail or address',
  },
  files: {
    question: 'Do you have photos or papers?',
    hint: 'Up to 10 files, each up to 10 MB',
    hintNoScript: 'While JavaScript is off, all files together up to 35 MB',
    label: 'Choose files',
    clean: 'Remove hidden data from photos (place, time, device)',
    cleanHint: 'Works for JPEG and PNG. It cannot be done for PDF, Word, HEIC and video.',
  },
  send: {
    question: 'Look it over and send',
    button: 'Send the report',
    after: 'After sending you get a receipt. Keep it well.',
  },
  nav: {
    next: 'Next',
    back: 'Back',
    keep: 'Keep my answers on this device until I send',
    keepHint:
      'In case this page closes or reloads. Answers are kept encrypted, in this tab only, and removed after sending. Files are not kept. Please do not tick this on a device that others use.',
    leave: 'Leave this page now',
    leaveHint:
      'Or press Esc twice. The page goes blank and your answers are removed, but the browser’s history still shows the visit.',
    change: 'Change',
    remove: 'Remove',
  },
  beside: {
    heading: 'What we see when you send',
    seen: 'We see: the centre, the topic, the time, roughly the size.',
    unseen: 'We do not see: your text, name, files, IP address or device.',
    noScript:
      'While JavaScript is off, our machine holds your text for the moment it takes to seal it, and does not keep it.',
    more: 'Read it in full',
  },
  advice: {
    title: 'Ask for advice on ethics',
    heading: 'Ask in confidence',
    lead: 'You need not give your name. An ethics officer answers and cites the law. With the receipt you read the answer and ask back.',
    centre: {
      question: 'In which body or province do you work?',
      place: 'Section (optional)',
      placeHint: 'Leave it empty if it would tell who you are',
    },
    insider: {
      question: 'Does your question concern the ethics officers or the head of that body?',
      hint: 'If so, it goes to the centre above, and nobody in your own body sees it',
    },
    topic: { question: 'What is it about?' },
    happened: {
      question: 'Your question',
      hint: 'Tell what is needed; no names. For instance: “A contractor invites me to dinner after I accepted the work. May I go?”',
    },
    send: {
      button: 'Send the question',
      after: 'You will get a receipt. With it you read the answer and ask back. Keep it well.',
    },
  },
  problems: {
    summary: 'It is not sent yet. Please mend the following; everything you typed is still here.',
    filesAgain: 'Browsers do not let a page remember files. Please choose them again.',
    happened: 'Please say what happened, even if only briefly.',
    topic: 'Please choose a topic.',
    tooLong: (most) => `Too long: at most ${most.toLocaleString('en')} characters.`,
    name: 'Please give a name, or choose to stay anonymous.',
    emptyFile: (name) => `The file “${name}” is empty (0 bytes). Please choose another.`,
    largeFile: (name) => `The file “${name}” is larger than 10 MB. Please make it smaller or split it.`,
    manyFiles: 'At most 10 files.',
    tooLarge:
      'Together this is larger than 40 MB. Please send fewer files now, and the others later on the follow-up page.',
    busy: 'Many people are sending right now. Please wait about a minute and send again; it counts once.',
    full: 'There is no room for files at the moment. Please send your report without them and add them on the follow-up page, or send again in half an hour.',
    noReader:
      'No officer could open this report yet, so it was not sent. Please use the hotlines 1205 or 1206.',
    unitClosed: 'The centre you chose has just been closed. Please choose again.',
    changed: (number) =>
      `This report was sent before (number ${number}). What you changed afterwards was not sent; please add it on the follow-up page.`,
    failed: 'It was not sent. Please send again; it counts once.',
  },
  routing: {
    own: (name) => `It goes to ${name}, and nobody else can open it.`,
    'nearest-above': (name) =>
      `The centre you chose cannot receive reports here yet. It goes to ${name} instead, and nobody else can open it.`,
    'tier-above': (name) =>
      `Because it concerns somebody of that centre, it goes to ${name} only. The centre concerned will not see it.`,
    'unknown-place': (name) => `It goes to ${name}, who will pass it to whom it concerns.`,
    'no-tier-above': (name) =>
      `${name} is the highest centre of this network: there is none above it. If your report concerns somebody there, we advise the NACC (telephone 1205) or the PACC (1206). If you still wish to send it, officers of this centre will read it.`,
    nobody:
      'No centre that should receive this can do so here yet, so it cannot be sent. Please turn to the NACC (telephone 1205) or the PACC (1206).',
  },
  notOpen: {
    title: 'Not open for reports yet',
    body: 'No centre can receive reports here yet: nobody could open what you send. Until then please use these telephone lines.',
  },
};

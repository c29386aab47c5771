/** Words of the citizens' pages other than the report form. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  home: {
    title: 'Report corruption: Ministry of Interior, Thailand',
    heading: 'You have seen corruption. Tell us safely.',
    lead: 'For citizens, contractors and officials. You need not give your name. What you write is sealed on your own device; only officers of the centre that receives it can open it.',
    report: 'Make a report',
    reportHint: 'About ten minutes; no account needed',
    follow: 'Follow up a report',
    followHint: 'With the 24 digits or the 7 words of your receipt',
    stepsHeading: 'Four steps',
    steps: [
      {
        name: 'Tell',
        what: 'One question at a time. Skip what you would rather not answer. Add photos or papers.',
      },
      {
        name: 'Keep the receipt',
        what: 'A secret that only you have: with it you come back, see progress and talk with the officers.',
      },
      {
        name: 'The centre reads and asks',
        what: 'Officers read, check, and ask you through this site, without knowing who you are.',
      },
      {
        name: 'Learn the result, or contest it',
        what: 'Closing needs reasons and a second person’s approval. If you disagree, you can contest it once.',
      },
    ],
    seeHeading: 'What we see, and what we do not',
    seen: [
      'Which centre a report goes to, and its topic',
      'The day it came in, and how far it has got',
      'Roughly how long it is',
    ],
    seenLabel: 'The system sees',
    unseen: [
      'What you write and the files you add',
      'Your name, unless you tell the officers',
      'Your IP address, device and browser',
    ],
    unseenLabel: 'The system neither sees nor keeps',
    seeMore: 'Read it in full',
    centresHeading: 'The centres',
    centres: (count, provinces) =>
      `Your report reaches one of ${count} anti-corruption operation centres: the ministry, departments, state enterprises, Bangkok and ${provinces} provinces.`,
    centresMore: 'See all centres',
    hotlinesHeading: 'Rather talk on the telephone?',
    notOpen:
      'No centre has set up its key yet, so reports cannot be sent here at the moment. Please use the hotlines below. As soon as a centre is ready, the report button works.',
  },
  hotlines: [
    { number: '1205', name: 'NACC, National Anti-Corruption Commission' },
    { number: '1206', name: 'PACC, Public Sector Anti-Corruption Commission' },
    { number: '1567', name: 'Damrongdham Centre, Ministry of Interior: grievances of every kind' },
  ],
  privacy: {
    title: 'What we see, and what we do not',
    lead: 'This page says plainly what the system knows of you, so that you can decide how to report.',
    sections: [
      {
        heading: 'What we see',
        points: [
          'The centre that receives the report, and the topic you chose',
          'Whether you gave your name, gave it in confidence or stayed anonymous (but not the name)',
          'When a report or a message came in, and the stage of the case',
          'Roughly how large messages and files are, rounded to wide steps',
        ],
      },
      {
        heading: 'What we do not see',
        points: [
          'Your text, name, contact and files: your browser seals them before they leave. Neither the administrators nor whoever hosts the machine can open them.',
          'The secret on your receipt: made on your device, never sent. So we cannot recover it for you.',
          'Your IP address, device, and the page you came from: not kept, not logged.',
          'Cookies and third parties: the citizens’ pages have neither.',
        ],
      },
      {
        heading: 'What we cannot protect you from',
        points: [
          'Your internet provider or your workplace’s network may learn that you opened this site, though not what you wrote. Please do not report from a work device or network.',
          'Your browser keeps a history. Use a private window.',
          'The story itself may tell who you are, for example when only you could know it. Write what is needed and no more.',
          'Photos may carry place and time. We remove them from JPEG and PNG files; please check other kinds before sending.',
        ],
      },
      {
        heading: 'If you need more safety',
        points: [
          'Open this site in Tor Browser: then nobody on the way learns which site you visit.',
          'Use a device and a network that are not your workplace’s.',
          'Keep the receipt off the device, for example on paper, without writing what it is for.',
        ],
      },
      {
        heading: 'If JavaScript is off',
        points: [
          'The form still works, but your browser cannot seal. Your text travels over the encrypted connection, and our machine seals it on arrival, in memory, before anything is stored.',
          'In that moment, somebody in full control of our machine could read it. If your report is dangerous for you, turn JavaScript on.',
          'Officers see that a report came this way.',
        ],
      },
      {
        heading: 'Who can read it',
        points: [
          'Officers of the centre you send it to, and nobody else. Centres above see that there is a case and its stage.',
          'If it concerns somebody of that very centre, it goes to the centre above, and the centre concerned does not see it.',
          'Every reading and every decision is recorded in a ledger; anybody can check that nothing was removed or changed.',
        ],
      },
    ],
  },
  centres: {
    title: 'All centres of the network',
    lead: (count) => `The ${count} anti-corruption operation centres of the Ministry of Interior`,
    search: 'Find a centre',
    searchHint: 'An agency, a province or an abbreviation, such as Korat, BMA, DOL',
    go: 'Search',
    clear: 'Show all',
    found: (count) => `${count} found`,
    none: 'No centre matches. Try a province or a shorter name, or report with “I do not know”: the ministry will take it.',
    direct: 'Receives directly',
    through: (name) => `Goes to ${name}`,
    closed: 'Not open yet',
    explain:
      'A centre that “receives directly” has officers who hold its key. For the others, a report goes to the nearest centre above; you are always told before sending.',
    kinds: {
      ministry: 'Ministry',
      department: 'Departments',
      'state-enterprise': 'State enterprises',
      bangkok: 'Bangkok',
      province: 'Provinces',
    },
    regions: {
      central: 'Central',
      north: 'North',
      northeast: 'Northeast',
      east: 'East',
      west: 'West',
      south: 'South',
      none: 'Other',
    },
  },
  ledger: {
    title: 'A ledger that anybody can check',
    lead: 'Every act on a report, from its receipt through each reading and decision to its close, goes into one ledger that can only grow. If anybody removes or changes an entry, whoever checks will find it.',
    nowHeading: 'Where it stands',
    size: 'Entries',
    root: 'Fingerprint of the whole ledger',
    origin: 'Name of the ledger',
    key: 'Key that verifies its signature',
    empty: 'The ledger has no entry yet, or is just starting. Please come back in a moment.',
    checkpoint: 'Signed head',
    howHeading: 'Check it yourself',
    how: [
      'Entries are salted hashes: they do not say who did what, yet they prove that none is missing.',
      'Download this program and run the command below. It computes the whole ledger anew and compares it with what you saw last time.',
      'The formats are open standards (RFC 6962, C2SP tlog-tiles), so other people’s programs can check it too.',
    ],
    receiptHeading: 'If you have made a report',
    receipt:
      'On the receipt page and the follow-up page you can save a “proof of filing”: a small file that proves, without the internet, when the report was filed and that it is still in the ledger, without revealing what you wrote.',
  },
  advice: {
    title: 'Advice on ethics · Prongsai',
    heading: 'Not sure what is right? Ask us',
    lead: 'Everybody in the Ministry of Interior may ask for advice on ethics in confidence, without giving a name. An ethics officer answers and cites the law.',
    ask: 'Ask for advice',
    askHint: 'Sealed before it is sent. Your receipt opens the answer',
    questions: 'Questions answered before',
    questionsHint: 'Your answer may be here. No names',
    howHeading: 'Who sees your question',
    how: [
      'The ethics officers and the head of the centre that you choose; not those who work on corruption cases',
      'If it concerns them, say so in the form: it then goes to the centre above instead',
      'Centres above see figures alone, never questions',
      'Some answers are written anew as public questions: no names, no office, and only after a second person has agreed',
    ],
    follow: 'Read the answer with your receipt',
    report: 'Report corruption or a breach of ethics',
    objection: 'Record a written objection to an order (sign in)',
  },
};

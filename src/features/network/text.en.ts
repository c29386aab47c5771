/** Words of the network's pages, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  brand: 'Prongsai',
  skip: 'Skip to content',
  title: (page) => `${page} · Prongsai`,
  nav: {
    label: 'Officers’ menu',
    work: 'My work',
    search: 'Search',
    keys: 'Keys',
    people: 'People',
    centres: 'Centres',
    clocks: 'Time limits',
    me: 'My account',
    signOut: 'Sign out',
    otherLanguage: 'ไทย',
  },
  roles: {
    'case-officer': 'Case officer',
    head: 'Head of centre',
    'ethics-officer': 'Ethics officer',
    planner: 'Planner',
    organiser: 'Seminar organiser',
    registrar: 'Registrar',
    overseer: 'Overseer',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  vault: {
    lockedTitle: 'Your keys are locked',
    lockedBody: 'Sealed matter can be read once you unlock them. They work in your browser only.',
    absentTitle: 'You have no keys yet',
    absentBody:
      'What people send is sealed. You need keys of your own to read it; making them takes about two minutes.',
    absentAction: 'Make my keys',
    byPasskey: 'Unlock with a passkey',
    passphrase: 'Passphrase of your keys',
    byPassphrase: 'Unlock',
    recovery: '24-digit recovery code',
    byRecovery: 'Unlock with the recovery code',
    otherWay: 'Use the printed recovery code',
    opening: 'Unlocking…',
    lock: 'Lock my keys',
    open: 'Keys are open',
    noPasskey: 'This passkey cannot unlock your keys. Please use the passphrase or the recovery code.',
    wrong: 'That did not unlock your keys. Please check and try again.',
  },
  alarm: {
    title: 'Stop: the keys do not match',
    ownKey: 'The public key that the system shows for you is not the one you hold.',
    centreKey: (unit, epoch) =>
      `The published key of centre ${unit}, epoch ${epoch}, is not the one that was granted to you.`,
    changed: (unit, epoch, before, now) =>
      `The key of centre ${unit}, epoch ${epoch}, is not the one this browser saw before. It was ${before}; it is now ${now}.`,
    next: 'Somebody may have exchanged a key in order to read in the centre’s place. Do not send or read any matter. Telephone your head of centre and an auditor, and compare key fingerprints with a colleague.',
  },
};

/** Words of the frame around every page, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  brand: 'Prongsai',
  brandLine: 'Anti-Corruption Operation Centres, Ministry of Interior, Thailand',
  skip: 'Skip to content',
  nav: {
    home: 'Home',
    report: 'Report',
    follow: 'Follow up',
    centres: 'All centres',
    privacy: 'What we see',
    news: 'News',
  },
  officeNav: {
    label: 'Officers’ menu',
    unseen: (count) => `${count} not seen`,
    groups: {
      work: 'Cases',
      seminars: 'Seminars',
      ethics: 'Ethics',
      prevention: 'Prevention',
      knowledge: 'Knowledge',
      centre: 'Centre and system',
    },
    places: {
      notices: 'Notices',
      work: 'My work',
      search: 'Search',
      keys: 'Keys',
      seminars: 'All seminars',
      plans: 'Action plans',
      circulars: 'Circulars',
      lessons: 'Lessons',
      questions: 'Questions',
      laws: 'Laws',
      news: 'News',
      people: 'People',
      centres: 'List of centres',
      clocks: 'Deadlines',
    },
  },
  mainNav: 'Main menu',
  otherLanguage: 'ไทย',
  leave: 'Leave this page now',
  foot: {
    offences: 'Which law does this break?',
    laws: 'Laws',
    lessons: 'How corruption works',
    circulars: 'Circulars and policies',
    ledger: 'Check the ledger',
    officers: 'For officers',
  },
  notFound: {
    title: 'There is no such page',
    body: 'The address may be mistyped, or the page has moved. Nothing that you sent is lost.',
    home: 'Back to the start',
  },
  fault: {
    title: 'Something went wrong',
    body: 'Sorry, this request did not succeed. Please try again. If you were sending a report, send it again: it counts once.',
    again: 'Try again',
  },
};

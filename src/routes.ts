/** Every page of the platform and its address. Citizens' pages stand twice: Thai at the root, English below /en. */
import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

const citizenPages = (language: 'th' | 'en') => [
  index('features/reports/pages/home.tsx', { id: `${language}-home` }),
  route('news', 'features/news/pages/news-list.tsx', { id: `${language}-news` }),
  route('news/archive/:year?', 'features/news/pages/news-archive.tsx', { id: `${language}-news-archive` }),
  route('news/:slug', 'features/news/pages/news-item.tsx', { id: `${language}-news-item` }),
  route('circulars', 'features/knowledge/circulars/pages/circulars-public.tsx', {
    id: `${language}-circulars`,
  }),
  route('lessons', 'features/knowledge/lessons/pages/lessons-public.tsx', { id: `${language}-lessons` }),
  route('lessons/:code', 'features/knowledge/lessons/pages/typology.tsx', { id: `${language}-typology` }),
  route('offences', 'features/knowledge/offences/pages/offences.tsx', { id: `${language}-offences` }),
  route('offences/all', 'features/knowledge/offences/pages/offences-all.tsx', {
    id: `${language}-offences-all`,
  }),
  route('offences/:code', 'features/knowledge/offences/pages/offence.tsx', { id: `${language}-offence` }),
  route('report', 'features/reports/pages/report.tsx', { id: `${language}-report` }),
  route('follow', 'features/reports/pages/follow.tsx', { id: `${language}-follow` }),
  route('follow/file', 'features/reports/pages/follow-file.ts', { id: `${language}-follow-file` }),
  route('privacy', 'features/reports/pages/privacy.tsx', { id: `${language}-privacy` }),
  route('centres', 'features/reports/pages/centres.tsx', { id: `${language}-centres` }),
  route('ledger', 'features/reports/pages/ledger.tsx', { id: `${language}-ledger` }),
  route('laws', 'features/knowledge/laws/pages/law-list.tsx', { id: `${language}-laws` }),
  route('laws/:code', 'features/knowledge/laws/pages/law.tsx', { id: `${language}-law` }),
  route('laws/:code/text/:page?', 'features/knowledge/laws/pages/law-text.tsx', {
    id: `${language}-law-text`,
  }),
  route('laws/:code/:section', 'features/knowledge/laws/pages/law-section.tsx', {
    id: `${language}-law-section`,
  }),
  route('search', 'features/knowledge/laws/pages/law-search.tsx', { id: `${language}-law-search` }),
  route('seat/:token', 'features/seminars/seats/pages/seat.tsx', { id: `${language}-seat` }),
];

/** Officers' pages with the frame around them; each is below /office. */
const officePages = [
  route('news', 'features/news/pages/office-news.tsx'),
  route('news/new', 'features/news/pages/office-news-edit.tsx', { id: 'office-news-new' }),
  route('news/:id', 'features/news/pages/office-news-edit.tsx', { id: 'office-news-item' }),
  route('circulars', 'features/knowledge/circulars/pages/circulars.tsx'),
  route('circulars/new', 'features/knowledge/circulars/pages/circular-new.tsx'),
  route('circulars/:id', 'features/knowledge/circulars/pages/circular.tsx'),
  route('notices', 'features/knowledge/notices/pages/notices.tsx'),
  route('offences', 'features/knowledge/offences/pages/office-offences.tsx', { id: 'office-offences' }),
  route('offences/:code', 'features/knowledge/offences/pages/office-offence.tsx', { id: 'office-offence' }),
  route('laws', 'features/knowledge/laws/pages/law-import.tsx'),
  route('lessons', 'features/knowledge/lessons/pages/office-lessons.tsx', { id: 'office-lessons' }),
  route('lessons/new', 'features/knowledge/lessons/pages/office-lesson-new.tsx'),
  route('lessons/:id', 'features/knowledge/lessons/pages/office-lesson.tsx'),
  route('seminars', 'features/seminars/projects/pages/seminars.tsx'),
  route('seminars/new', 'features/seminars/projects/pages/seminar-edit.tsx', { id: 'seminar-new' }),
  route('seminars/:id', 'features/seminars/projects/pages/seminar.tsx'),
  route('seminars/:id/edit', 'features/seminars/projects/pages/seminar-edit.tsx', { id: 'seminar-edit' }),
  route('seminars/:id/project', 'features/seminars/projects/pages/project.tsx'),
  route('questions', 'features/knowledge/questions/pages/office-questions.tsx'),
  route('questions/new', 'features/knowledge/questions/pages/office-question-new.tsx'),
  route('questions/:id', 'features/knowledge/questions/pages/office-question.tsx'),
  route('me', 'features/network/pages/me.tsx'),
  route('confirm', 'features/network/pages/confirm.tsx'),
  route('keys', 'features/network/pages/keys.tsx'),
  route('people', 'features/network/pages/people.tsx'),
  route('centres', 'features/network/pages/centres.tsx'),
  route('centres/:code', 'features/network/pages/centre.tsx'),
  route('work', 'features/cases/pages/work.tsx'),
  route('cases/:id', 'features/cases/pages/case.tsx'),
  route('search', 'features/cases/pages/search.tsx'),
  route('settings/clocks', 'features/cases/pages/clocks.tsx'),
  route('*', 'features/network/pages/office-missing.tsx'),
];

export default [
  ...citizenPages('th'),
  ...prefix('en', citizenPages('en')),
  route('office', 'features/network/pages/office.tsx'),
  route('office/sign-in', 'features/network/pages/sign-in.tsx'),
  route('office/join/:token', 'features/network/pages/join.tsx'),
  layout('features/network/pages/office-layout.tsx', prefix('office', officePages)),
  route('*', 'surfaces/not-found.tsx'),
] satisfies RouteConfig;

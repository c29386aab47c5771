/** Every page of the platform and its address. Citizens' pages stand twice: Thai at the root, English below /en. */
import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

const citizenPages = (language: 'th' | 'en') => [
  index('features/reports/pages/home.tsx', { id: `${language}-home` }),
];

/** Officers' pages with the frame around them; each is below /office. */
const officePages = [route('me', 'features/network/pages/me.tsx')];

export default [
  ...citizenPages('th'),
  ...prefix('en', citizenPages('en')),
  route('office', 'features/network/pages/office.tsx'),
  layout('features/network/pages/office-layout.tsx', prefix('office', officePages)),
  route('*', 'surfaces/not-found.tsx'),
] satisfies RouteConfig;

/** Every page of the platform and its address. Citizens' pages stand twice: Thai at the root, English below /en. */
import { index, prefix, type RouteConfig, route } from '@react-router/dev/routes';

const citizenPages = (language: 'th' | 'en') => [
  index('features/reports/pages/home.tsx', { id: `${language}-home` }),
];

export default [
  ...citizenPages('th'),
  ...prefix('en', citizenPages('en')),
  route('*', 'surfaces/not-found.tsx'),
] satisfies RouteConfig;

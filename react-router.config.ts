import type { Config } from '@react-router/dev/config';

/** Pages live beside the feature they belong to, so the app directory is the whole source. */
export default {
  appDirectory: 'src',
  buildDirectory: process.env['PAGES_BUILD_DIR'] ?? 'build',
  ssr: true,
  // Officers' pages must not ask the citizens' surface which pages exist: it may be another process.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;

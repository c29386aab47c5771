import type { Config } from '@react-router/dev/config';

/** Pages live beside the feature they belong to, so the app directory is the whole source. */
export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
} satisfies Config;

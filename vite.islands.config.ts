import { defineConfig } from 'vite';

/** Builds the small scripts of the sealing pages and of the page at the door, apart from React: citizens load nothing else. */
export default defineConfig({
  publicDir: false,
  // The sealing libraries would each bring their own copy of these: a quarter of the script.
  resolve: { dedupe: ['@noble/hashes', '@noble/curves', '@noble/ciphers'] },
  build: {
    target: 'es2022',
    outDir: `${process.env['PAGES_BUILD_DIR'] ?? 'build'}/islands`,
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        report: 'src/features/reports/island/report.ts',
        follow: 'src/features/reports/island/follow.ts',
        survey: 'src/features/survey/island/survey.ts',
        scan: 'src/features/seminars/attendance/island/scan.ts',
        'scan-worker': 'src/features/seminars/attendance/island/scan-worker.ts',
      },
    },
  },
  base: '/islands/',
  worker: { format: 'es' },
});

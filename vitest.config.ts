import { defineConfig } from 'vitest/config';

/** Unit, property, HTTP and database tests live beside what they test; journeys and budgets under `tests/`. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});

import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'tools/**/*.test.ts',
      'examples/*/generator/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'dist/**', '**/samples/**', '**/cases/**'],
    setupFiles: ['test/setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // A busy machine must not fail a test; hangs are what this catches.
    testTimeout: 60_000,
    // Tests share one module graph per worker: state that leaks between files is a bug worth seeing.
    isolate: false,
    // The JSON report is what .ci/run counts.
    reporters: ['default', ['json', { outputFile: '.ci/out/vitest.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/samples/**', 'src/**/cases/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});

/** How `npm test` finds, runs and counts the tests. */
export default config;

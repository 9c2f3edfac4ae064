import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/fuzz/**/*.test.ts'], pool: 'forks', maxWorkers: 2, testTimeout: 600_000 },
});

/** How `npm run fuzz` runs the long fuzz targets, which `npm test` leaves out. */
export default config;

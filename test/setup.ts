import { configureGlobal } from 'fast-check';

// Tests are the same in every run; new seeds are for `npm run fuzz` and for SEAWALL_TEST_SEED=n npm test.
configureGlobal({ seed: Number(process.env['SEAWALL_TEST_SEED'] ?? 20261122) });

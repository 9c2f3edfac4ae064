import { runCases } from '../../../test/harness/run-cases.ts';

runCases(import.meta.dirname);

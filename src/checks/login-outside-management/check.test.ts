import { runCases } from '../../../test/cases/run-cases.ts';

runCases(import.meta.dirname);

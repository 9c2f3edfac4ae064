import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/cases/run-cases.ts';

runCases(import.meta.dirname);

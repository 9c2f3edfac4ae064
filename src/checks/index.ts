import type { Check } from './kit/contract.ts';

/** All checks, one line each. */
export const CHECKS: readonly Check[] = [];

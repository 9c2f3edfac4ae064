import type { Check } from './kit/contract.ts';
import { check as vtyExposed } from './vty-exposed/check.ts';

/** All checks, one line each. */
export const CHECKS: readonly Check[] = [vtyExposed];

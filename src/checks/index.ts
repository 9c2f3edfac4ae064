import { check as httpServerExposed } from './http-server-exposed/check.ts';
import type { Check } from './kit/contract.ts';
import { check as vtyExposed } from './vty-exposed/check.ts';

/** All checks, one line each. */
export const CHECKS: readonly Check[] = [httpServerExposed, vtyExposed];

import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { clientKind } from './families.ts';

runCases(import.meta.dirname);

describe('clientKind', () => {
  it.each([
    ['WS-C2960X-48TD-L', 'client'],
    ['WS-C3850-24T', 'client'],
    ['IE-3000-8TC', 'client'],
    ['ASR1001-X', 'none'],
    ['CISCO2911/K9', 'none'],
    ['ASR-920-12SZ-IM', 'none'],
    ['C9300-24T', 'none'],
    ['ISR4331/K9', 'none'],
    ['SYN-9999', 'unknown'],
    [null, 'unknown'],
  ])('%s: %s', (model, kind) => {
    expect(clientKind(model)).toBe(kind);
  });
});

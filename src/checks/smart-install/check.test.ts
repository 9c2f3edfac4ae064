import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { check } from './check.ts';
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

describe('fix of smart-install', () => {
  const config = (line: string): string[] => [
    'version 15.2',
    'hostname pe-01',
    line,
    'no ip source-route',
    'end',
  ];

  it('makes the check clear', async () => {
    const { before, fix, after, worse } = await fixOf(check, config('vstack director 10.250.0.9'));
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['no vstack']);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('is none where it is off', async () => {
    expect((await fixOf(check, config('no vstack'))).fix).toBeNull();
  });
});

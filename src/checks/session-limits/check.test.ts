import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('session-limits on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(
      onUnknownPlatform(check, {
        lines: [{ kind: 'vty', first: 0, last: 4, execTimeout: null, transportInput: null }] as never,
      }),
    ).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of session-limits', () => {
  it('sets both limits where they are missing', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'line con 0',
      ' exec-timeout 0 0',
      'line vty 0 4',
      ' exec-timeout 60 0',
      ' transport input ssh',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'line con 0',
      ' exec-timeout 10 0',
      'line vty 0 4',
      ' exec-timeout 10 0',
      ' absolute-timeout 480',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});

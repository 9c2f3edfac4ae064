import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('fix of source-routing', () => {
  it('makes the check clear', async () => {
    const config = [
      'version 15.2',
      'hostname pe-01',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ];
    const { before, fix, after, worse } = await fixOf(check, config);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['no ip source-route']);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});

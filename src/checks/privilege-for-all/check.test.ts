import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('privilege-for-all on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of privilege-for-all', () => {
  it('takes the right from the line', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'aaa new-model',
      'tacacs server T1',
      ' address ipv4 10.250.0.11',
      'username breakglass privilege 15 secret 9 $9$synthetic',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'line vty 0 4',
      ' privilege level 15',
      ' transport input ssh',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['line vty 0 4', ' no privilege level']);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});

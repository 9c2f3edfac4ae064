import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('local-accounts on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check)).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of local-accounts', () => {
  it('is not ours to choose: only the owner knows which account stays', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'username breakglass privilege 15 secret 9 $9$synthetic',
      'username noc secret 9 $9$synthetic2',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('ntp-unauthenticated on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check, { ntpServers: [] })).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of ntp-unauthenticated', () => {
  it('sets one key for all servers, in their VRF', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'ntp server 10.250.0.71',
      'ntp server vrf Mgmt-intf 10.250.0.72',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'ntp authentication-key 1 md5 <NEW SECRET>',
      'ntp trusted-key 1',
      'ntp authenticate',
      'no ntp server 10.250.0.71',
      'ntp server 10.250.0.71 key 1',
      'no ntp server vrf Mgmt-intf 10.250.0.72',
      'ntp server vrf Mgmt-intf 10.250.0.72 key 1',
    ]);
    expect(after).toBe('clear');
    // The device must recover the key, so it stands there in a form that gives it away.
    expect(worse).toEqual(['secret-weak']);
  });

  it('does not choose among keys that stand there', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'ntp authentication-key 7 md5 Synthetic-key 0',
      'ntp server 10.250.0.71',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});

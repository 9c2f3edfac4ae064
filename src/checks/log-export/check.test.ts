import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('log-export on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(onUnknownPlatform(check, { logging: { enabled: null, hosts: [], trap: null } as never })).toEqual({
      hits: 0,
      codes: ['platform-unknown'],
    });
  });
});

describe('fix of log-export', () => {
  it('sets severity, times and numbers', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'service timestamps log datetime',
      'logging host 10.250.0.61 vrf Mgmt-intf',
      'logging host 10.250.0.62 vrf Mgmt-intf',
      'logging trap errors',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'logging trap informational',
      'service timestamps log datetime msec localtime show-timezone',
      'service sequence-numbers',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('has no lines for collectors, which only their owner can name', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'service timestamps log datetime msec localtime show-timezone',
      'service sequence-numbers',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});

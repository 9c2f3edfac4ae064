import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('discovery-outside on a platform that nobody reads', () => {
  it('stays open, and takes a missing line for nothing', () => {
    expect(
      onUnknownPlatform(check, {
        interfaces: [
          {
            name: 'ge-0/0/0',
            role: 'other',
            addresses: ['198.51.100.1/30'],
            shutdown: false,
            discovery: {},
            flow: [],
          },
        ] as never,
      }),
    ).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of discovery-outside', () => {
  it('switches both off on the outside interface', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'lldp run',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual([
      'interface GigabitEthernet0/1',
      ' no cdp enable',
      ' no lldp transmit',
      ' no lldp receive',
    ]);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });
});

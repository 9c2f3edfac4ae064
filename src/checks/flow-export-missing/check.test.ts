import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { onUnknownPlatform } from '../../../test/harness/unknown-platform.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

describe('flow-export-missing on a platform that nobody reads', () => {
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
        flowCollectors: [],
      }),
    ).toEqual({ hits: 0, codes: ['platform-unknown'] });
  });
});

describe('fix of flow-export-missing', () => {
  it('puts the monitor of another interface on the one without', async () => {
    const { before, fix, after, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'flow exporter E',
      ' destination 10.250.0.51',
      ' source Loopback0',
      'flow monitor M',
      ' exporter E',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      ' ip flow monitor M input',
      'interface GigabitEthernet0/2',
      ' ip address 203.0.113.9 255.255.255.252',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(['interface GigabitEthernet0/2', ' ip flow monitor M input']);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('has no lines where no collector is named', async () => {
    const { before, fix, worse } = await fixOf(check, [
      'version 15.2',
      'hostname pe-01',
      'interface GigabitEthernet0/1',
      ' ip address 198.51.100.1 255.255.255.252',
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'end',
    ]);
    expect(before).toBe('hit');
    expect(fix).toBeNull();
    expect(worse).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceFacts, Interface } from '../../model/device-facts.ts';
import { someFacts, typed } from '../kit/fixture.ts';
import { movedLoopbacks, outwardBy, typedSource } from './loopbacks.ts';

runCases(import.meta.dirname);

const loopback = (name: string, ...addresses: string[]): Interface => ({
  name,
  role: 'loopback',
  addresses,
  vrf: null,
  description: null,
  shutdown: false,
  discovery: {},
  flow: [],
  line: 1,
  lineEnd: 2,
});
const having = (...interfaces: Interface[]): DeviceFacts => someFacts({ interfaces });

describe('movedLoopbacks', () => {
  const was = having(loopback('Loopback0', '10.255.0.1/32'), loopback('Loopback1', '10.255.250.2/32'));

  it('finds addresses that are other ones, or more', () => {
    const now = having(
      loopback('Loopback0', '10.255.0.1/32', '10.9.9.9/32'),
      loopback('Loopback1', '10.199.48.13/32'),
    );
    expect(movedLoopbacks({ before: was, after: now }).map((m) => [m.name, m.now])).toEqual([
      ['Loopback0', ['10.9.9.9']],
      ['Loopback1', ['10.199.48.13']],
    ]);
  });

  it('does not mind another length of the same address, or a loopback that went', () => {
    expect(movedLoopbacks({ before: was, after: having(loopback('Loopback0', '10.255.0.1/31')) })).toEqual(
      [],
    );
  });

  it('leaves a loopback alone that is shut down', () => {
    const shut = { ...loopback('Loopback1', '10.199.48.13/32'), shutdown: true };
    expect(movedLoopbacks({ before: was, after: having(shut) })).toEqual([]);
  });
});

it('outwardBy names what leaves by an interface, and not what only sends traps', () => {
  const facts = someFacts({
    sourceInterfaces: { ssh: 'loopback1', ftp: 'Loopback1', ntp: 'Loopback1', tftp: 'Gi0' },
  });
  expect(outwardBy(facts, 'Loopback1')).toEqual(['ssh', 'ftp']);
});

describe('typedSource', () => {
  it.each(['ip ssh source-interface Loopback1', 'ip ssh source lo1', 'do ip ssh so Loop 1'])(
    '%s',
    (command) => {
      expect(typedSource(typed(command))).toBe('Loopback1');
    },
  );

  it.each([
    'ip ssh source-interface GigabitEthernet0',
    'no ip ssh source-interface Loopback1',
    'ip ssh version 2',
  ])('not: %s', (command) => {
    expect(typedSource(typed(command))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceView } from '../../model/view.ts';
import { someView, typed } from '../kit/fixture.ts';
import { fleetUse, typedServers } from './servers.ts';

runCases(import.meta.dirname);

describe('typedServers', () => {
  const servers = (...commands: string[]): string[] =>
    typedServers(someView({ records: commands.map((c) => typed(c)) })).map(
      (s) => `${s.protocol} ${s.address}`,
    );

  it('reads all forms', () => {
    expect(servers('tacacs-server host 203.0.113.66 key 7 [secret]')).toEqual(['tacacs+ 203.0.113.66']);
    expect(servers('radius server R', 'address ipv6 2001:DB8::66 auth-port 1812')).toEqual([
      'radius 2001:db8::66',
    ]);
    expect(servers('aaa group server radius G', 'server-private 203.0.113.66 key 7 [secret]')).toEqual([
      'radius 203.0.113.66',
    ]);
  });

  it('does not take removals, looks and other addresses for servers', () => {
    expect(servers('no tacacs-server host 203.0.113.66', 'show tacacs', 'address ipv4 203.0.113.66')).toEqual(
      [],
    );
    expect(servers('tacacs server T', 'exit', 'address ipv4 203.0.113.66')).toEqual([]);
  });
});

it('fleetUse counts the other devices only, and only those that name servers', () => {
  const named: Record<string, string[]> = {
    'pe-01': ['10.0.0.9'],
    'pe-02': ['10.0.0.9', '10.0.0.1'],
    'pe-03': ['10.0.0.1'],
    'pe-04': [],
  };
  const view = someView({});
  const devices = Object.keys(named).map((id) => ({ id }));
  const fleet = { ...view.fleet, devices, aaaServers: (id: string) => named[id] ?? [] };
  const use = (address: string): unknown => fleetUse({ ...view, fleet } as unknown as DeviceView, address);
  expect(use('10.0.0.9')).toEqual({ naming: 1, asked: 2 });
  expect(use('10.0.0.1')).toEqual({ naming: 2, asked: 2 });
  expect(use('203.0.113.66')).toEqual({ naming: 0, asked: 2 });
});

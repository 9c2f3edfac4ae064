import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const MAP = ['route-map OUT permit 20', ' match ip address 101 102', ' set interface Tunnel 7'];

describe('policy routes', () => {
  it('know what they pick, where it goes and where the map is put to use', () => {
    const { policyRoutes, aclBindings } = facts(
      ...MAP,
      'ip local policy route-map OUT',
      'interface Gi0/2',
      ' ip policy route-map OUT',
      'interface Gi0/1',
      ' ip policy route-map OUT',
    );
    expect(policyRoutes).toEqual([
      {
        map: 'OUT',
        sequence: 20,
        acls: ['101', '102'],
        via: ['Tunnel7'],
        where: ['Gi0/1', 'Gi0/2', 'local'],
        line: 3,
        lineEnd: 5,
      },
    ]);
    expect(aclBindings.map((b) => `${b.acl} ${b.where}`)).toEqual(['101 route-map OUT', '102 route-map OUT']);
  });

  it.each([
    ['set ip next-hop 10.0.0.1 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['set ip default next-hop 10.0.0.1', ['10.0.0.1']],
    ['set ip next-hop verify-availability 10.0.0.1 10 track 1', ['10.0.0.1']],
    ['set ip next-hop recursive 10.0.0.1', ['10.0.0.1']],
    ['set ipv6 next-hop 2001:DB8::1', ['2001:db8::1']],
    ['set default interface Tunnel7 Null0', ['Tunnel7', 'Null0']],
  ])('reads %j', (line, via) => {
    const read = facts('route-map OUT', ` ${line}`);
    expect(read.policyRoutes).toMatchObject([{ map: 'OUT', sequence: 10, acls: [], via, where: [] }]);
    expect(read.unread).toEqual([]);
  });

  it.each([
    ['route-map OUT deny 10\n set interface Tunnel7'],
    ['route-map OUT permit 10\n set ip next-hop peer-address'],
    ['route-map OUT permit 10\n set metric 10'],
    ['route-map OUT permit 10\n set vrf 10'],
  ])('send nothing anywhere: %j', (text) => {
    expect(facts(text).policyRoutes).toEqual([]);
  });

  it('are not put to use by a line that takes them away', () => {
    const { policyRoutes } = facts(...MAP, 'interface Gi0/1', ' no ip policy route-map OUT');
    expect(policyRoutes[0]?.where).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { aristaEosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(
    aristaEosConfig,
    `! device: e1 (vEOS, EOS-4.28.3M)\nhostname e1\n${lines.join('\n')}\nend\n`,
  ).snapshots[0]!;
}

describe('access lists', () => {
  it.each([
    [
      ['ip access-list A', '   10 permit tcp any host 192.0.2.1 eq ssh log'],
      'ipv4 tcp any > 192.0.2.1/32 eq ssh',
    ],
    [['ip access-list standard A', '   10 permit 10.0.0.0/8'], 'ipv4 ip 10.0.0.0/8 > any null'],
    [['ipv6 access-list A', '   permit tcp 2001:db8::/32 any'], 'ipv6 tcp 2001:db8::/32 > any null'],
    [['ipv6 access-list standard A', '   permit 2001:db8::/32'], 'ipv6 ip 2001:db8::/32 > any null'],
  ])('%j', (lines, expected) => {
    const { acls, unread } = facts(...lines);
    const [acl] = acls;
    const [e] = acl?.entries ?? [];
    expect(`${acl?.family} ${e?.protocol} ${e?.source} > ${e?.destination} ${e?.ports}`).toBe(expected);
    expect(unread).toEqual([]);
  });

  it('guard the control plane', () => {
    const { aclBindings } = facts('system control-plane', '   ip access-group A in');
    expect(aclBindings).toMatchObject([{ acl: 'A', where: 'copp', direction: 'in' }]);
  });

  it('stand behind a word of their own in route maps', () => {
    const { policyRoutes } = facts(
      'route-map R permit 10',
      '   match ip address access-list A',
      '   set ip next-hop 192.0.2.1',
    );
    expect(policyRoutes).toMatchObject([{ acls: ['A'], via: ['192.0.2.1'] }]);
  });
});

describe('interfaces', () => {
  it('bear VRF, addresses, lists and trackers', () => {
    const { interfaces, aclBindings, unread } = facts(
      'interface Management1',
      '   vrf M',
      '   ip address 10.0.0.1/24',
      '   ipv6 address 2001:db8::1/64',
      '   ip access-group A in',
      '   flow tracker sampled F',
      '   no lldp transmit',
    );
    expect(interfaces).toMatchObject([
      {
        role: 'management',
        vrf: 'M',
        addresses: ['10.0.0.1/24', '2001:db8::1/64'],
        flow: ['F'],
        flowIn: 'sampled',
        discovery: { lldp: false },
      },
    ]);
    expect(aclBindings).toMatchObject([{ acl: 'A', where: 'interface Management1' }]);
    expect(unread).toEqual([]);
  });
});

describe('overlays', () => {
  const tunnels = (...lines: string[]): string[] =>
    facts('interface Vxlan1', ...lines).tunnels.map((t) => `${t.mode} ${t.source} ${t.destination}`);

  it.each([
    [
      ['   vxlan source-interface Loopback1', '   vxlan vlan 20 vni 10020', '   vxlan vlan 21 vni 10021'],
      ['vxlan multipoint Loopback1 null'],
    ],
    [
      ['   vxlan vlan 20 vni 10020', '   vxlan flood vtep 192.0.2.7 192.0.2.8'],
      ['vxlan null 192.0.2.7', 'vxlan null 192.0.2.8'],
    ],
    [['   vxlan vlan 20 flood vtep 192.0.2.7', '   vxlan vlan 20 vni 10020'], ['vxlan null 192.0.2.7']],
  ])('with peers: %j', (lines, expected) => {
    expect(tunnels(...lines)).toEqual(expected);
  });
});

describe('routes and neighbours', () => {
  it('are read with their VRF and group', () => {
    const { routes, routingPeers, crypto, unread } = facts(
      'ip route vrf M 0.0.0.0/0 192.0.2.1',
      'ip route 198.51.100.0/24 Tunnel7',
      'router bgp 64500',
      '   neighbor G peer group',
      '   neighbor G remote-as 64501',
      '   neighbor G password 7 q+abc==',
      '   neighbor 192.0.2.9 peer group G',
      '   vrf M',
      '      neighbor 192.0.2.10 remote-as 64502',
    );
    expect(routes.map((r) => `${r.prefix} ${r.via} ${r.vrf}`)).toEqual([
      '0.0.0.0/0 192.0.2.1 M',
      '198.51.100.0/24 Tunnel7 null',
    ]);
    expect(routingPeers.map((p) => `${p.protocol} ${p.address} ${p.remoteAs} ${p.authenticated}`)).toEqual([
      'bgp 192.0.2.9 64501 true',
      'bgp 192.0.2.10 64502 false',
    ]);
    expect(crypto).toMatchObject([{ area: 'routing', subject: 'bgp G', value: 'md5' }]);
    expect(unread).toEqual([]);
  });
});

describe('mirrors', () => {
  it.each([
    [
      ['monitor session S source Ethernet1 both', 'monitor session S destination Ethernet2'],
      'span Ethernet1 both > Ethernet2',
    ],
    [['monitor session S destination Cpu'], 'span null > Cpu'],
    [
      ['monitor session S destination tunnel mode gre source 10.0.0.1 destination 192.0.2.9'],
      'erspan null > 192.0.2.9',
    ],
  ])('%j', (lines, expected) => {
    expect(facts(...lines).mirrors.map((m) => `${m.type} ${m.source} > ${m.destination}`)).toEqual([
      expected,
    ]);
  });
});

describe('collectors of flows', () => {
  it.each([
    [['sflow destination 192.0.2.5', 'sflow source-interface Loopback0'], '192.0.2.5 Loopback0'],
    [['sflow vrf M destination 192.0.2.5 6343'], '192.0.2.5 null'],
    [
      [
        'flow tracking sampled',
        '   tracker T',
        '      exporter E',
        '         collector 192.0.2.5',
        '         local interface Loopback0',
      ],
      '192.0.2.5 Loopback0',
    ],
  ])('%j', (lines, expected) => {
    const { flowCollectors, unread } = facts(...lines);
    expect(flowCollectors.map((c) => `${c.address} ${c.source}`)).toEqual([expected]);
    expect(unread).toEqual([]);
  });
});

describe('IPsec', () => {
  it('tells every choice of its policies and keeps their keys', () => {
    const { crypto, secrets, unread } = facts(
      'ip security',
      '   ike policy I',
      '      encryption 3des',
      '      dh-group 2',
      '   sa policy S',
      '      esp encryption aes256gcm128',
      '      pfs dh-group 14',
      '   profile P',
      '      shared-key 7 070C285F4D06',
    );
    expect(crypto.map((c) => `${c.area} ${c.subject} ${c.part} ${c.value}`)).toEqual([
      'ike I cipher 3des',
      'ike I group 2',
      'ipsec S cipher aes256gcm128',
      'ipsec S group 14',
    ]);
    expect(secrets).toMatchObject([{ use: 'ike', type: '7', length: 5 }]);
    expect(unread).toEqual([]);
  });
});

describe('MACsec', () => {
  it('tells cipher and keeps keys', () => {
    const { crypto, secrets } = facts(
      'mac security',
      '   profile P',
      '      cipher aes256-gcm',
      '      key 0a 7 070C285F4D06',
    );
    expect(crypto).toMatchObject([{ area: 'macsec', subject: 'P', part: 'cipher', value: 'aes256-gcm' }]);
    expect(secrets).toMatchObject([{ use: 'macsec', type: '7' }]);
  });
});

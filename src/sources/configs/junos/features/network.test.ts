import { describe, expect, it } from 'vitest';
import { factsOf } from '../reading.ts';

describe('interfaces', () => {
  it('are units with addresses, instance and role; a unit is down with its interface', () => {
    const { interfaces } = factsOf(
      'interfaces ge-0/0/0 disable',
      'interfaces ge-0/0/0 unit 5 family inet address 192.0.2.1/30',
      'interfaces ge-0/0/0 unit 5 family inet6 address 2001:db8::1/64',
      'interfaces fxp0 unit 0 family inet address 10.0.0.1/24',
      'interfaces st0 unit 3',
      'interfaces lo0 unit 0 description "the loopback"',
      'routing-instances V interface ge-0/0/0.5',
      'routing-instances M interface fxp0',
    );
    expect(interfaces.map((i) => [i.name, i.role, i.addresses, i.vrf, i.shutdown])).toEqual([
      ['ge-0/0/0', 'other', [], null, true],
      ['ge-0/0/0.5', 'other', ['192.0.2.1/30', '2001:db8::1/64'], 'V', true],
      ['fxp0.0', 'management', ['10.0.0.1/24'], 'M', false],
      ['st0.3', 'tunnel', [], null, false],
      ['lo0.0', 'loopback', [], null, false],
    ]);
  });

  it('tell discovery and flow', () => {
    const { interfaces, services } = factsOf(
      'interfaces ge-0/0/0 unit 0 family inet sampling input',
      'protocols lldp interface ge-0/0/1',
      'protocols lldp interface ge-0/0/2 disable',
    );
    expect(interfaces.map((i) => [i.name, i.flow, i.discovery])).toEqual([
      ['ge-0/0/0.0', ['sampling input'], {}],
      ['ge-0/0/1', [], { lldp: true }],
      ['ge-0/0/2', [], { lldp: false }],
    ]);
    expect(services).toMatchObject([{ name: 'lldp', enabled: true }]);
  });

  it.each([
    ['protocols lldp interface all', true],
    ['protocols lldp interface all disable', false],
    ['protocols lldp disable', false],
  ])('%s', (line, enabled) => {
    expect(factsOf(line).services).toMatchObject([{ name: 'lldp', enabled }]);
  });

  it('say outright where they stand, even if a group began them', () => {
    const { interfaces } = factsOf(
      'groups G interfaces <*> description x',
      'apply-groups G',
      'interfaces ge-0/0/0 mtu 9000',
      'interfaces ge-0/0/0 disable',
    );
    expect(interfaces).toMatchObject([{ name: 'ge-0/0/0', description: 'x', line: 6, lineEnd: 6 }]);
  });
});

describe('tunnels', () => {
  it.each([
    [
      [
        'interfaces gr-0/0/0 unit 1 tunnel source 192.0.2.1',
        'interfaces gr-0/0/0 unit 1 tunnel destination 192.0.2.2',
      ],
      'gr-0/0/0.1',
      'gre ip',
    ],
    [
      [
        'interfaces ip-0/0/0 unit 1 tunnel source 192.0.2.1',
        'interfaces ip-0/0/0 unit 1 tunnel destination 192.0.2.2',
      ],
      'ip-0/0/0.1',
      'ipip',
    ],
    [
      [
        'interfaces fti0 unit 0 tunnel encapsulation udp source address 192.0.2.1',
        'interfaces fti0 unit 0 tunnel encapsulation udp destination address 192.0.2.2',
      ],
      'fti0.0',
      'udp',
    ],
  ])('%j', (lines, name, mode) => {
    expect(factsOf(...lines).tunnels).toMatchObject([
      { name, mode, source: '192.0.2.1', destination: '192.0.2.2', shutdown: false },
    ]);
  });

  it('of IPsec are told by vpn and gateway, once for each address of the gateway', () => {
    const { tunnels } = factsOf(
      'security ike gateway G address 192.0.2.2',
      'security ike gateway G address 192.0.2.3',
      'security ike gateway G external-interface ge-0/0/0.0',
      'security ipsec vpn V bind-interface st0.0',
      'security ipsec vpn V ike gateway G',
      'services ipsec-vpn rule R term T then remote-gateway 192.0.2.9',
      'interfaces st0 unit 0 disable',
    );
    expect(tunnels.map((t) => [t.name, t.mode, t.source, t.destination, t.shutdown])).toEqual([
      ['ipsec-vpn rule R T', 'ipsec', null, '192.0.2.9', false],
      ['st0.0', 'ipsec', 'ge-0/0/0.0', '192.0.2.2', true],
      ['st0.0 192.0.2.3', 'ipsec', 'ge-0/0/0.0', '192.0.2.3', false],
    ]);
  });

  it('are pseudowires and VXLAN peers too', () => {
    const { tunnels } = factsOf(
      'protocols l2circuit neighbor 192.0.2.4 interface ge-0/0/1.5 virtual-circuit-id 5',
      'switch-options remote-vtep-list 192.0.2.5',
      'routing-options dynamic-tunnels D source-address 192.0.2.1',
      'routing-options dynamic-tunnels D gre',
    );
    expect(tunnels.map((t) => [t.mode, t.destination])).toEqual([
      ['mpls pseudowire', '192.0.2.4'],
      ['vxlan', '192.0.2.5'],
      ['gre multipoint', null],
    ]);
  });
});

describe('cryptography', () => {
  it('of IKE and IPsec is told choice by choice', () => {
    const { crypto, secrets } = factsOf(
      'security ike proposal P dh-group group2',
      'security ike proposal P encryption-algorithm 3des-cbc',
      'security ike policy L mode aggressive',
      'security ike policy L pre-shared-key ascii-text "$9$ReqcyKY2aHqf"',
      'security ipsec policy I perfect-forward-secrecy keys group14',
      'security ipsec policy I proposal-set standard',
      'security ipsec security-association S manual direction inbound encryption algorithm des-cbc key ascii-text foo',
    );
    expect(crypto.map((c) => `${c.area} ${c.subject} ${c.part} ${c.value}`)).toEqual([
      'ike proposal P group group2',
      'ike proposal P cipher 3des-cbc',
      'ike policy L mode aggressive',
      'ipsec policy I group group14',
      'ipsec policy I mode proposal-set standard',
      'ipsec security-association S cipher des-cbc',
    ]);
    expect(secrets.map((s) => s.use)).toEqual(['ike', 'ipsec']);
  });

  it('of MACsec, certificates and TLS', () => {
    const { crypto, secrets } = factsOf(
      'security macsec connectivity-association C cipher-suite gcm-aes-128',
      'security macsec connectivity-association C mka should-secure',
      'security macsec connectivity-association C pre-shared-key cak foo',
      'security pki ca-profile A enrollment url http://192.0.2.1/x',
      'security certificates local K "-----BEGIN RSA PRIVATE KEY-----abc"',
      'services ssl initiation profile S protocol-version tls12',
    );
    expect(crypto.map((c) => `${c.area} ${c.part} ${c.value}`)).toEqual([
      'macsec cipher gcm-aes-128',
      'macsec mode should-secure',
      'pki enrollment url http',
      'tls version tls12',
    ]);
    expect(secrets.map((s) => s.use)).toEqual(['macsec', 'private key']);
  });
});

describe('routing', () => {
  it('neighbours take from their group and the protocol what they do not say', () => {
    const { routingPeers } = factsOf(
      'routing-options autonomous-system 64500',
      'protocols bgp group I type internal',
      'protocols bgp group I authentication-key foo',
      'protocols bgp group I neighbor 192.0.2.1',
      'protocols bgp group E peer-as 64501',
      'protocols bgp group E neighbor 192.0.2.2',
      'protocols bgp group E neighbor 192.0.2.3 peer-as 64503',
      'routing-instances V protocols bgp group E neighbor 192.0.2.4 authentication-key-chain K',
    );
    expect(routingPeers.map((p) => [p.address, p.remoteAs, p.authenticated])).toEqual([
      ['192.0.2.1', '64500', true],
      ['192.0.2.2', '64501', false],
      ['192.0.2.3', '64503', false],
      ['192.0.2.4', null, true],
    ]);
  });

  it('interfaces of OSPF and IS-IS stand with their authentication, passive ones do not', () => {
    const { routingPeers, crypto } = factsOf(
      'protocols ospf area 0 interface ge-0/0/0.0 authentication md5 1 key foo',
      'protocols ospf area 0 interface ge-0/0/1 metric 5',
      'protocols ospf area 0 interface ge-0/0/2.0 passive',
      'protocols isis level 2 authentication-key foo',
      'protocols isis interface ge-0/0/3.0 point-to-point',
    );
    expect(routingPeers.map((p) => [p.protocol, p.address, p.authenticated])).toEqual([
      ['ospf', 'ge-0/0/0.0', true],
      ['ospf', 'ge-0/0/1.0', false],
      ['isis', 'ge-0/0/3.0', true],
    ]);
    expect(crypto).toMatchObject([{ area: 'routing', subject: 'ospf ge-0/0/0.0', value: 'md5' }]);
  });

  it('static routes carry their instance', () => {
    const { routes } = factsOf(
      'routing-options static route 0/0 next-hop 192.0.2.1',
      'routing-options static route 10.0.0.0/8 next-hop gr-0/0/0.1',
      'routing-options rib inet6.0 static route ::/0 next-hop fe80::1',
      'routing-instances V routing-options static route 10.1.0.0/16 next-table inet.0',
      'routing-options static route 10.2.0.0/16 discard',
    );
    expect(routes.map((r) => [r.prefix, r.via, r.vrf])).toEqual([
      ['0.0.0.0/0', '192.0.2.1', null],
      ['10.0.0.0/8', 'gr-0/0/0.1', null],
      ['::/0', 'fe80::1', null],
      ['10.1.0.0/16', 'table inet.0', 'V'],
      ['10.2.0.0/16', 'discard', null],
    ]);
  });
});

describe('mirrors and flow', () => {
  it('copies of traffic name where they go', () => {
    const { mirrors } = factsOf(
      'forwarding-options port-mirroring family inet output interface ge-0/0/9.0 next-hop 192.0.2.9',
      'forwarding-options analyzer A input ingress interface ge-0/0/1.0',
      'forwarding-options analyzer A output ip-address 192.0.2.8',
      'ethernet-switching-options analyzer B output interface ge-0/0/8.0',
      'forwarding-options packet-capture file filename dump',
    );
    expect(mirrors.map((m) => [m.type, m.name, m.source, m.destination])).toEqual([
      ['port-mirroring', 'default', null, '192.0.2.9'],
      ['analyzer', 'A', 'ingress interface ge-0/0/1.0', '192.0.2.8'],
      ['analyzer', 'B', null, 'ge-0/0/8.0'],
      ['packet-capture', 'packet-capture', null, 'dump'],
    ]);
  });

  it('collectors have the source of their group', () => {
    const S = 'forwarding-options sampling instance I family inet output';
    const { flowCollectors } = factsOf(
      `${S} flow-server 192.0.2.7 port 2055`,
      `${S} inline-jflow source-address 10.0.0.1`,
      'protocols sflow collector 192.0.2.6 udp-port 6343',
    );
    expect(flowCollectors.map((c) => [c.address, c.source])).toEqual([
      ['192.0.2.7', '10.0.0.1'],
      ['192.0.2.6', null],
    ]);
  });
});

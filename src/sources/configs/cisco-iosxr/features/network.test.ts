import { describe, expect, it } from 'vitest';
import { factsOf, unreadOf } from '../fixture.ts';

describe('interfaces', () => {
  it('reads addresses in both forms, VRF, discovery and flows', () => {
    const [face] = factsOf(
      'interface preconfigure TenGigE0/0/0/1.100 l2transport',
      ' description to 192.0.2.9',
      ' vrf R',
      ' ipv4 address 192.0.2.1 255.255.255.252',
      ' ipv4 address 192.0.2.5/30 secondary',
      ' ipv6 address 2001:db8::1/64',
      ' cdp',
      ' lldp',
      '  transmit disable',
      ' flow ipv4 monitor F sampler S ingress',
      ' shutdown',
    ).interfaces;
    expect(face).toMatchObject({
      name: 'TenGigE0/0/0/1.100',
      role: 'other',
      vrf: 'R',
      addresses: ['192.0.2.1/30', '192.0.2.5/30', '2001:db8::1/64'],
      discovery: { cdp: true, lldp: false },
      flow: ['F'],
      flowIn: 'sampled',
      shutdown: true,
    });
  });

  it.each([
    ['MgmtEth0/RP0/CPU0/0', 'management'],
    ['Loopback0', 'loopback'],
    ['tunnel-ip1', 'tunnel'],
    ['Bundle-Ether1', 'other'],
  ])('%s is %s', (name, role) => {
    expect(factsOf(`interface ${name}`).interfaces[0]!.role).toBe(role);
  });

  it('binds both lists of a chain', () => {
    const { aclBindings } = factsOf(
      'interface TenGigE0/0/0/1',
      ' ipv4 access-group common A B ingress',
      ' ipv6 access-group C egress',
    );
    expect(aclBindings.map(({ acl, direction }) => `${acl} ${direction}`)).toEqual(['A in', 'B in', 'C out']);
  });

  it('leaves what it does not know', () => {
    expect(unreadOf('interface TenGigE0/0/0/1', ' frobnicate')).toEqual(['frobnicate']);
  });
});

describe('tunnels', () => {
  it.each([
    [
      ['interface tunnel-ip1', ' tunnel source Loopback0', ' tunnel destination 203.0.113.9'],
      'gre ip',
      'Loopback0',
      '203.0.113.9',
    ],
    [
      ['interface tunnel-ip1', ' tunnel mode ipv4', ' tunnel destination 203.0.113.9'],
      'ipv4',
      null,
      '203.0.113.9',
    ],
    [['interface tunnel-te1', ' destination 192.0.2.9'], 'mpls traffic-eng', null, '192.0.2.9'],
    [
      ['l2vpn', ' xconnect group G', '  p2p P', '   neighbor 192.0.2.9 pw-id 1'],
      'mpls pseudowire',
      null,
      '192.0.2.9',
    ],
    [
      ['l2vpn', ' bridge group G', '  bridge-domain D', '   vfi V', '    neighbor ipv4 192.0.2.9 pw-id 1'],
      'mpls pseudowire',
      null,
      '192.0.2.9',
    ],
  ])('%j', (lines, mode, source, destination) => {
    expect(factsOf(...lines).tunnels).toMatchObject([{ mode, source, destination }]);
  });
});

describe('routes', () => {
  it('knows the VRF that a route stands in', () => {
    const { routes } = factsOf(
      'router static',
      ' address-family ipv4 unicast',
      '  10.0.0.0/8 tunnel-ip1',
      ' vrf R',
      '  address-family ipv4 unicast',
      '   10.1.0.0/16 TenGigE0/0/0/1 192.0.2.1 200',
      '   10.2.0.0/16 vrf default 192.0.2.2',
      ' address-family ipv6 unicast',
      '  ::/0 2001:db8::1 description out',
    );
    expect(routes.map(({ prefix, via, vrf }) => `${prefix} ${via} ${vrf}`)).toEqual([
      '10.0.0.0/8 tunnel-ip1 null',
      '10.1.0.0/16 TenGigE0/0/0/1 192.0.2.1 R',
      '10.2.0.0/16 192.0.2.2 R',
      '::/0 2001:db8::1 null',
    ]);
  });
});

describe('routing', () => {
  it('gives neighbours what their groups say', () => {
    const { routingPeers, secrets } = factsOf(
      'router bgp 64500',
      ' neighbor-group G',
      '  remote-as 64501',
      '  password encrypted 02351D551F0E0A35454D443B0207',
      ' neighbor 192.0.2.1',
      '  use neighbor-group G',
      ' vrf R',
      '  neighbor 192.0.2.2',
      '   remote-as 64502',
    );
    expect(routingPeers.map((p) => `${p.address} ${p.remoteAs} ${p.authenticated}`)).toEqual([
      '192.0.2.1 64501 true',
      '192.0.2.2 64502 false',
    ]);
    expect(secrets).toMatchObject([{ use: 'bgp', type: '7', length: 13 }]);
  });

  it.each([
    [
      [
        'router ospf 1',
        ' area 0',
        '  interface Gi0/0/0/0',
        '   message-digest-key 1 md5 encrypted 02351D551F',
      ],
      'ospf Gi0/0/0/0',
      'md5',
      1,
    ],
    [['router ospf 1', ' authentication message-digest keychain K'], 'ospf', 'keychain', 0],
    [['router ospf 1', ' area 0', '  authentication null'], 'ospf area 0', 'none', 0],
    [['router isis x', ' lsp-password hmac-md5 encrypted 02351D551F level 2'], 'isis', 'hmac-md5', 1],
    [['mpls ldp', ' neighbor', '  192.0.2.9:0 password encrypted 02351D551F'], 'ldp', 'password', 1],
    [['rsvp', ' authentication', '  key-source key-chain K'], 'rsvp', 'keychain', 0],
  ])('%j', (lines, subject, value, secrets) => {
    const facts = factsOf(...lines);
    expect(facts.crypto).toContainEqual(expect.objectContaining({ area: 'routing', subject, value }));
    expect(facts.secrets).toHaveLength(secrets);
  });
});

describe('mirrors', () => {
  it('join a session with the interfaces that feed it', () => {
    const { mirrors } = factsOf(
      'interface TenGigE0/0/0/1',
      ' monitor-session T ethernet direction rx-only',
      'interface TenGigE0/0/0/2',
      ' monitor-session T ethernet',
      'monitor-session T ethernet',
      ' destination interface TenGigE0/0/0/9',
    );
    expect(mirrors).toMatchObject([
      { name: 'T', source: 'TenGigE0/0/0/1 rx-only, TenGigE0/0/0/2', destination: 'TenGigE0/0/0/9' },
    ]);
  });
});

describe('programs', () => {
  it('keeps scripts and applications', () => {
    const facts = factsOf(
      'event manager policy p.tcl username u persist-time 3600 type user',
      'script exec s.py checksum sha256 abc',
      'appmgr',
      ' application a',
      '  activate type docker source s',
      ' process-script p',
      '  executable p.py',
    );
    expect(facts.scripts.map(({ name }) => name)).toEqual([
      'policy p.tcl',
      'script exec s.py',
      'process-script p',
    ]);
    expect(facts.services).toMatchObject([
      { name: 'app-hosting', detail: 'a activate type docker source s' },
    ]);
  });
});

describe('keys', () => {
  it('grades chains, policies and enrollment', () => {
    const facts = factsOf(
      'key chain M macsec',
      ' macsec',
      '  key 10',
      '   key-string password 02351D551F cryptographic-algorithm aes-256-cmac',
      'macsec-policy P',
      ' cipher-suite GCM-AES-XPN-256',
      'crypto ca trustpoint T',
      ' enrollment url terminal',
      'interface TenGigE0/0/0/1',
      ' macsec psk-keychain M policy P',
    );
    expect(facts.crypto.map(({ area, value }) => `${area} ${value}`)).toEqual([
      'macsec aes-256-cmac',
      'macsec gcm-aes-xpn-256',
      'pki terminal',
      'macsec psk-keychain',
    ]);
    expect(facts.secrets).toMatchObject([{ use: 'key chain', type: '7' }]);
  });
});

it('collectors of flows have their source', () => {
  const { flowCollectors } = factsOf(
    'flow exporter-map F',
    ' source Loopback0',
    ' destination 192.0.2.30 vrf m',
  );
  expect(flowCollectors).toMatchObject([{ address: '192.0.2.30', source: 'Loopback0' }]);
});

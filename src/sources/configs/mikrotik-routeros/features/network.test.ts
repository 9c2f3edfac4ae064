import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

const HEAD = '# 2026-10-16 03:12:44 by RouterOS 7.12.1';

describe('interfaces', () => {
  it('gather what several menus say of them', () => {
    const facts = factsOf(
      HEAD,
      '/interface ethernet',
      'set [ find default-name=ether1 ] comment="to the core" name=wan',
      'set [ find default-name=ether2 ] disabled=yes',
      '/ip vrf',
      'add interfaces=wan name=blue',
      '/ip address',
      'add address=192.0.2.1/24 interface=wan',
      'add address=198.51.100.1 interface=wan',
      'add address=198.51.100.2/24 disabled=yes interface=wan',
      '/ipv6 address',
      'add address=2001:db8::1/64 interface=wan',
    );
    expect(facts.interfaces).toEqual([
      {
        line: 3,
        lineEnd: 12,
        name: 'wan',
        role: 'other',
        addresses: ['192.0.2.1/24', '198.51.100.1/32', '2001:db8::1/64'],
        vrf: 'blue',
        description: 'to the core',
        shutdown: false,
        discovery: {},
        flow: [],
      },
      {
        line: 4,
        lineEnd: 4,
        name: 'ether2',
        role: 'other',
        addresses: [],
        vrf: null,
        description: null,
        shutdown: true,
        discovery: {},
        flow: [],
      },
    ]);
  });

  it.each([
    ['/interface bridge add name=lo', 'loopback'],
    ['/interface bridge add name=loopback', 'loopback'],
    ['/interface bridge add name=local', 'other'],
    ['/interface vlan add name=v10 interface=e vlan-id=10', 'other'],
    ['/interface gre add name=g remote-address=192.0.2.1', 'tunnel'],
  ])('%s', (command, role) => {
    expect(factsOf(HEAD, command).interfaces).toMatchObject([{ role }]);
  });
});

describe('tunnels', () => {
  it.each([
    [
      '/interface gre add name=t local-address=192.0.2.1 remote-address=192.0.2.9',
      { mode: 'gre ip', source: '192.0.2.1', destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/interface ipip add name=t local-address=0.0.0.0 remote-address=192.0.2.9 disabled=yes',
      { mode: 'ipip', source: null, destination: '192.0.2.9', shutdown: true },
    ],
    [
      '/interface eoip add name=t remote-address=192.0.2.9 tunnel-id=7',
      { mode: 'eoip', source: null, destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/interface gre6 add name=t remote-address=2001:db8::9',
      { mode: 'gre ipv6', source: null, destination: '2001:db8::9', shutdown: false },
    ],
    [
      '/interface sstp-client add name=t connect-to=vpn.example.net user=u',
      { mode: 'sstp', source: null, destination: 'vpn.example.net', shutdown: false },
    ],
    [
      '/interface ovpn-client add name=t connect-to=192.0.2.9 user=u',
      { mode: 'openvpn', source: null, destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/interface vpls add name=t peer=192.0.2.9',
      { mode: 'mpls pseudowire', source: null, destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/interface wireguard peers add interface=wg1 name=t endpoint-address=192.0.2.9',
      { mode: 'wireguard', source: 'wg1', destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/interface vxlan vteps add interface=t remote-ip=192.0.2.9',
      { mode: 'vxlan', source: 't', destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/ip ipsec peer add name=t address=192.0.2.9/32 local-address=192.0.2.1',
      { mode: 'ipsec', source: '192.0.2.1', destination: '192.0.2.9', shutdown: false },
    ],
    [
      '/ip ipsec peer add name=t address=0.0.0.0/0 passive=yes',
      { mode: 'ipsec', source: null, destination: null, shutdown: false },
    ],
  ])('%s', (command, tunnel) => {
    expect(factsOf(HEAD, command).tunnels).toMatchObject([tunnel]);
  });

  it.each([
    ['/interface gre add name=t remote-address=192.0.2.9 ipsec-secret=Synthetic-1', 'ike'],
    ['/interface wireguard add name=t private-key="Synthetic-1="', 'wireguard'],
    ['/interface wireguard peers add interface=t preshared-key="Synthetic-1="', 'wireguard'],
    ['/ip ipsec identity add peer=t secret=Synthetic-1', 'ike'],
    ['/ppp secret add name=t password=Synthetic-1', 'user t'],
    ['/interface l2tp-client add name=t connect-to=192.0.2.9 password=Synthetic-1', 'other'],
    ['/routing ospf interface-template add interfaces=e auth=md5 auth-key=Synthetic-1', 'ospf'],
  ])('keep the secret of %s', (command, use) => {
    const facts = factsOf(HEAD, command);
    expect(facts.secrets).toMatchObject([{ use, strength: 'plaintext' }]);
    expect(JSON.stringify(facts)).not.toContain('Synthetic');
  });
});

describe('routes', () => {
  it.each([
    ['add gateway=192.0.2.1', { prefix: '0.0.0.0/0', via: '192.0.2.1', vrf: null }],
    ['add dst-address=10.0.0.0/8 gateway=gre1', { prefix: '10.0.0.0/8', via: 'gre1', vrf: null }],
    ['add dst-address=10.0.0.0/8 type=blackhole', { prefix: '10.0.0.0/8', via: 'blackhole', vrf: null }],
    ['add dst-address=10.0.0.0/8 blackhole', { prefix: '10.0.0.0/8', via: 'blackhole', vrf: null }],
    ['add gateway=192.0.2.1 routing-table=main', { vrf: null }],
    ['add gateway=192.0.2.1 routing-table=blue', { vrf: 'blue' }],
    ['add gateway=192.0.2.1 routing-mark=red', { vrf: 'red' }],
  ])('%s', (command, route) => {
    expect(factsOf(HEAD, `/ip route ${command}`).routes).toMatchObject([route]);
  });

  it('that are switched off are none', () => {
    expect(factsOf(HEAD, '/ip route add gateway=192.0.2.1 disabled=yes').routes).toEqual([]);
  });

  it('of version 6 go to everywhere', () => {
    expect(factsOf(HEAD, '/ipv6 route add gateway=2001:db8::1').routes).toMatchObject([{ prefix: '::/0' }]);
  });

  it('by rule name the table and the traffic', () => {
    const facts = factsOf(
      HEAD,
      '/routing rule',
      'add action=lookup src-address=10.0.0.0/24 table=out',
      'add disabled=yes table=x',
      'add interface=e table=other',
    );
    expect(facts.policyRoutes.map((rule) => [rule.sequence, rule.acls, rule.via, rule.where])).toEqual([
      [1, ['src-address 10.0.0.0/24'], ['out'], ['any']],
      [2, [], ['other'], ['e']],
    ]);
  });
});

describe('IKE and IPsec', () => {
  it.each([
    [
      '/ip ipsec profile set [ find default=yes ] dh-group=modp1024,modp2048',
      [
        ['ike', 'default', 'group', 'modp1024'],
        ['ike', 'default', 'group', 'modp2048'],
      ],
    ],
    [
      '/ip ipsec profile add name=p hash-algorithm=sha256 enc-algorithm=aes-256',
      [
        ['ike', 'p', 'mac', 'sha256'],
        ['ike', 'p', 'cipher', 'aes-256'],
      ],
    ],
    [
      '/ip ipsec proposal add name=q enc-algorithms=null auth-algorithms=md5',
      [
        ['ipsec', 'q', 'mac', 'md5'],
        ['ipsec', 'q', 'cipher', 'none'],
      ],
    ],
    ['/ip ipsec proposal add name=q pfs-group=none', [['ipsec', 'q', 'group', 'none']]],
    [
      '/ip ipsec identity add peer=t auth-method=pre-shared-key',
      [['ike', '', 'authentication', 'pre-shared-key']],
    ],
    [
      '/ip ipsec peer add name=t address=192.0.2.9 exchange-mode=aggressive',
      [['ike', 't', 'mode', 'aggressive']],
    ],
  ])('%s', (command, uses) => {
    expect(factsOf(HEAD, command).crypto.map((use) => [use.area, use.subject, use.part, use.value])).toEqual(
      uses,
    );
  });
});

describe('neighbours', () => {
  it('that are switched off are none', () => {
    expect(
      factsOf(HEAD, '/routing bgp peer add disabled=yes remote-address=192.0.2.1 remote-as=1').routingPeers,
    ).toEqual([]);
  });

  it.each([
    ['/routing ospf interface add interface=e authentication=md5', 'ospf e'],
    ['/routing ospf interface-template add interfaces=e auth=md5', 'ospf e'],
  ])('%s', (command, subject) => {
    expect(factsOf(HEAD, command).crypto).toMatchObject([{ area: 'routing', subject, value: 'md5' }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { huaweiVrpConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(huaweiVrpConfig, `#\nsysname r1\n#\n${lines.join('\n')}\n#\nreturn\n`).snapshots[0]!;
}

describe('interfaces', () => {
  it.each([
    ['ip address 192.0.2.1 255.255.255.252', ['192.0.2.1/30']],
    ['ip address 192.0.2.1 30', ['192.0.2.1/30']],
    ['ipv6 address 2001:DB8::1/64', ['2001:db8::1/64']],
    ['ipv6 address 2001:DB8::1 64', ['2001:db8::1/64']],
    ['undo ip address', []],
  ])('reads %j', (line, addresses) =>
    expect(facts('interface Vlanif5', ` ${line}`).interfaces).toMatchObject([{ name: 'Vlanif5', addresses }]),
  );

  it.each([
    ['LoopBack0', 'loopback'],
    ['MEth0/0/1', 'management'],
    ['Tunnel0/0/1', 'tunnel'],
    ['GigabitEthernet0/0/0', 'other'],
  ])('takes %j for %j', (name, role) =>
    expect(facts(`interface ${name}`).interfaces).toMatchObject([{ role }]),
  );

  it('tell what a statement of their own says of them', () => {
    const { interfaces, aclBindings } = facts(
      'interface GigabitEthernet0/0/1',
      ' shutdown',
      ' ip binding vpn-instance M',
      ' undo lldp enable',
      ' traffic-filter outbound acl name X',
      ' ip netstream inbound',
    );
    expect(interfaces).toMatchObject([
      { shutdown: true, vrf: 'M', discovery: { lldp: false }, flow: ['netstream'], flowIn: 'all' },
    ]);
    expect(aclBindings).toMatchObject([
      { acl: 'X', direction: 'out', where: 'interface GigabitEthernet0/0/1' },
    ]);
  });
});

describe('tunnels and mirrors', () => {
  it.each([
    ['tunnel-protocol gre', 'gre ip'],
    ['tunnel-protocol ipsec', 'ipsec ipv4'],
    ['tunnel-protocol gre p2mp', 'gre multipoint'],
  ])('reads %j', (line, mode) => {
    const { tunnels } = facts(
      'interface Tunnel0/0/1',
      ` ${line}`,
      ' source LoopBack0',
      ' destination 203.0.113.5',
    );
    expect(tunnels).toMatchObject([
      { name: 'Tunnel0/0/1', mode, source: 'LoopBack0', destination: '203.0.113.5' },
    ]);
  });

  it('finds pseudowires and the peers of VXLAN', () => {
    const { tunnels } = facts(
      'vsi V static',
      ' pwsignal ldp',
      '  vsi-id 5',
      '  peer 192.0.2.9',
      '#',
      'interface Nve1',
      ' source 192.0.2.1',
      ' vni 5 head-end peer-list 192.0.2.7 192.0.2.8',
    );
    expect(tunnels.map((tunnel) => [tunnel.name, tunnel.mode, tunnel.destination])).toEqual([
      ['vsi V', 'mpls pseudowire', '192.0.2.9'],
      ['Nve1 vni 5', 'vxlan', '192.0.2.7'],
      ['Nve1 vni 5', 'vxlan', '192.0.2.8'],
    ]);
  });

  it.each([
    [
      [
        'observe-port 1 interface GigabitEthernet0/0/2',
        'interface GigabitEthernet0/0/1',
        ' port-mirroring to observe-port 1 both',
      ],
      'span',
      'GigabitEthernet0/0/2',
    ],
    [
      [
        'observe-port 1 destination-ip 203.0.113.7 source-ip 192.0.2.1',
        'interface GigabitEthernet0/0/1',
        ' port-mirroring to observe-port 1 both',
      ],
      'erspan',
      '203.0.113.7',
    ],
  ])('joins both ends of %j', (lines, type, destination) => {
    expect(facts(...lines).mirrors).toMatchObject([
      { name: '1', type, destination, source: 'GigabitEthernet0/0/1 both' },
    ]);
  });
});

describe('routes', () => {
  it.each([
    ['ip route-static 0.0.0.0 0.0.0.0 192.0.2.1', '0.0.0.0/0', '192.0.2.1', null],
    ['ip route-static 198.51.100.0 24 Tunnel0/0/1 preference 70', '198.51.100.0/24', 'Tunnel0/0/1', null],
    [
      'ip route-static vpn-instance M 198.51.100.0 255.255.255.0 GigabitEthernet0/0/1 192.0.2.1',
      '198.51.100.0/24',
      'GigabitEthernet0/0/1 192.0.2.1',
      'M',
    ],
    ['ipv6 route-static 2001:DB8:: 32 NULL0', '2001:db8::/32', 'NULL0', null],
  ])('reads %j', (line, prefix, via, vrf) =>
    expect(facts(line).routes).toMatchObject([{ prefix, via, vrf }]),
  );

  it('tells where a policy sends what, and where it is put to use', () => {
    const { policyRoutes } = facts(
      'policy-based-route P permit node 5',
      ' if-match acl 3000',
      ' apply ip-address next-hop 203.0.113.1',
      '#',
      'interface GigabitEthernet0/0/1',
      ' ip policy-based-route P',
    );
    expect(policyRoutes).toMatchObject([
      { map: 'P', sequence: 5, acls: ['3000'], via: ['203.0.113.1'], where: ['GigabitEthernet0/0/1'] },
    ]);
  });
});

describe('routing protocols', () => {
  it('takes from the group what a neighbour does not say, and keeps VPN instances apart', () => {
    const { routingPeers } = facts(
      'bgp 64500',
      ' group G internal',
      ' peer G password cipher %^%#Synth1%^%#',
      ' peer 192.0.2.2 as-number 64500',
      ' peer 192.0.2.2 group G',
      ' #',
      ' ipv4-family vpn-instance M',
      '  peer 192.0.2.2 as-number 64499',
    );
    expect(routingPeers.map((peer) => [peer.address, peer.remoteAs, peer.authenticated])).toEqual([
      ['192.0.2.2', '64500', true],
      ['192.0.2.2', '64499', false],
    ]);
  });

  it.each([
    [
      ['ospf 1', ' area 0.0.0.0', '  authentication-mode hmac-sha256 1 cipher %^%#Synth1%^%#'],
      'ospf',
      'hmac-sha256',
    ],
    [['isis 1', ' area-authentication-mode md5 cipher %^%#Synth1%^%#'], 'isis', 'md5'],
    [['interface Vlanif5', ' ospf authentication-mode md5 1 cipher %^%#Synth1%^%#'], 'ospf', 'md5'],
    [['mpls ldp', ' md5-password cipher 192.0.2.2 %^%#Synth1%^%#'], 'ldp', 'md5'],
    [
      [
        'keychain K mode absolute',
        ' key-id 1',
        '  algorithm hmac-sha-256',
        '  key-string cipher %^%#Synth1%^%#',
      ],
      'key chain',
      'hmac-sha-256',
    ],
  ])('keeps the key of %j', (lines, use, value) => {
    const { secrets, crypto } = facts(...lines);
    expect(secrets).toMatchObject([{ use, type: 'cipher', length: 14 }]);
    expect(crypto).toMatchObject([{ area: 'routing', part: 'authentication', value }]);
  });
});

describe('crypto and scripts', () => {
  it.each([
    [['ike proposal 1', ' dh group2'], 'ike', 'group', 'group2'],
    [['ike peer X', ' exchange-mode aggressive'], 'ike', 'mode', 'aggressive'],
    [['ipsec proposal P', ' esp encryption-algorithm des'], 'ipsec', 'cipher', 'des'],
    [['ssl policy P', ' ssl minimum version tls1.1'], 'tls', 'version', 'tls1.1'],
    [['pki realm R', ' enrollment self-signed'], 'pki', 'enrollment', 'self-signed'],
    [['snmp-agent sys-info version v2c'], 'snmp', 'version', 'v2c'],
  ])('reads %j', (lines, area, part, value) =>
    expect(facts(...lines).crypto).toMatchObject([{ area, part, value }]),
  );

  it('takes the peer of IKE for a tunnel, and keeps its key', () => {
    const { tunnels, secrets } = facts(
      'ike peer X',
      ' pre-shared-key cipher %^%#Synth1%^%#',
      ' remote-address 203.0.113.4',
    );
    expect(tunnels).toMatchObject([{ mode: 'ipsec ipv4', destination: '203.0.113.4' }]);
    expect(secrets).toMatchObject([{ use: 'ike' }]);
  });

  it('keeps what runs by itself', () => {
    const { scripts, services } = facts(
      'assistant task n',
      ' if-match timer cron 0 3 * * *',
      '#',
      'ops',
      ' script-assistant python x.py',
      '#',
      'user-interface vty 0 4',
      ' auto-execute command telnet 203.0.113.9',
    );
    expect(scripts.map((script) => [script.name, script.body])).toEqual([
      ['assistant n', ['if-match timer cron 0 3 * * *']],
      ['ops python x.py', []],
    ]);
    expect(services).toMatchObject([{ name: 'autocommand', detail: 'vty 0 4: telnet 203.0.113.9' }]);
  });
});

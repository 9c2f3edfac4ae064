import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('interfaces', () => {
  it('reads addresses of both families, secondary ones too', () => {
    const { interfaces } = facts(
      'interface GigabitEthernet0/1',
      ' ip address 10.0.0.1 255.255.255.0',
      ' ip address 10.0.1.1 255.255.255.0 secondary',
      ' ipv6 address 2001:DB8::1/64',
      ' ipv6 address FE80::1 link-local',
    );
    expect(interfaces[0]!.addresses).toEqual(['10.0.0.1/24', '10.0.1.1/24', '2001:db8::1/64', 'fe80::1/128']);
  });

  it.each([
    ['Loopback0', 'loopback'],
    ['Tunnel5', 'tunnel'],
    ['GigabitEthernet0', 'management'],
    ['GigabitEthernet0/0', 'other'],
    ['Vlan10', 'other'],
  ])('knows %s as %s', (name, role) => {
    expect(facts(`interface ${name}`).interfaces).toMatchObject([{ name, role }]);
  });

  it('knows a management interface by its VRF', () => {
    const { interfaces } = facts('interface Gi0/3', ' ip vrf forwarding Mgmt-intf');
    expect(interfaces).toMatchObject([{ role: 'management', vrf: 'Mgmt-intf' }]);
  });

  it('names the device by the addresses that are up, and by none that many devices share', () => {
    const { aliases } = facts(
      'interface Gi0/1',
      ' ip address 192.0.2.1 255.255.255.0',
      ' ipv6 address FE80::1 link-local',
      'interface Gi0/2',
      ' ip address 192.0.2.129 255.255.255.0',
      ' shutdown',
      'interface Loopback9',
      ' ip address 127.0.0.9 255.0.0.0',
    );
    expect(aliases).toEqual(['name:r1', 'addr:192.0.2.1']);
  });

  it('reports an address that it cannot read', () => {
    expect(facts('interface Gi0/1', ' ip address 10.0.0.1 255.0.255.0').unread).toMatchObject([
      { area: 'interfaces' },
    ]);
  });
});

describe('tunnels', () => {
  it('is GRE when no line says otherwise', () => {
    const { tunnels } = facts(
      'interface Tunnel1',
      ' tunnel source Loopback 0',
      ' tunnel destination 203.0.113.9',
    );
    expect(tunnels).toMatchObject([
      { name: 'Tunnel1', mode: 'gre ip', source: 'Loopback0', destination: '203.0.113.9', shutdown: false },
    ]);
  });

  it('reads modes, names as ends and the state', () => {
    const { tunnels } = facts(
      'interface Tunnel2',
      ' shutdown',
      ' tunnel mode gre multipoint',
      ' tunnel destination far.synthetic.example',
    );
    expect(tunnels).toMatchObject([
      { mode: 'gre multipoint', source: null, destination: 'far.synthetic.example', shutdown: true },
    ]);
  });

  it('takes the hub of a multipoint tunnel for its end, and keeps its word a secret', () => {
    const { tunnels, secrets } = facts(
      'interface Tunnel3',
      ' ip nhrp authentication SynthNhr',
      ' ip nhrp map 10.0.0.1 203.0.113.7',
      ' tunnel mode gre multipoint',
    );
    expect(tunnels[0]!.destination).toBe('203.0.113.7');
    expect(secrets).toMatchObject([{ use: 'nhrp', strength: 'plaintext', length: 8 }]);
  });

  it('counts crypto maps, L2TPv3 and dial-out groups as tunnels', () => {
    const { tunnels } = facts(
      'crypto map M 10 ipsec-isakmp',
      ' set peer 203.0.113.1',
      'interface Gi0/1',
      ' xconnect 203.0.113.2 7 encapsulation l2tpv3 pw-class P',
      'interface Gi0/2',
      ' xconnect 10.0.0.2 7 encapsulation mpls',
      'vpdn-group 1',
      ' initiate-to ip 203.0.113.3',
    );
    expect(tunnels.map((t) => `${t.mode} ${t.destination}`)).toEqual([
      'ipsec 203.0.113.1',
      'l2tpv3 203.0.113.2',
      'mpls pseudowire 10.0.0.2',
      'l2tp 203.0.113.3',
    ]);
  });

  it('reports a statement of a tunnel that it does not know', () => {
    expect(facts('interface Tunnel4', ' tunnel cloak deep').unread).toMatchObject([{ area: 'tunnels' }]);
  });
});

describe('routes', () => {
  it.each([
    ['ip route 0.0.0.0 0.0.0.0 10.0.0.1', '0.0.0.0/0', '10.0.0.1', null],
    ['ip route 10.1.0.0 255.255.0.0 Tunnel0', '10.1.0.0/16', 'Tunnel0', null],
    ['ip route 10.1.0.0 255.255.0.0 Tunnel 0 250', '10.1.0.0/16', 'Tunnel0', null],
    ['ip route vrf V 10.1.0.0 255.255.0.0 Gi0/1 10.0.0.1 200 track 1', '10.1.0.0/16', 'Gi0/1 10.0.0.1', 'V'],
    ['ip route 10.1.0.0 255.255.0.0 Null0', '10.1.0.0/16', 'Null0', null],
    ['ipv6 route 2001:DB8::/32 Tunnel0 FE80::1', '2001:db8::/32', 'Tunnel0 fe80::1', null],
    ['ip default-gateway 10.0.0.1', '0.0.0.0/0', '10.0.0.1', null],
  ])('reads %j', (line, prefix, via, vrf) => {
    expect(facts(line).routes).toMatchObject([{ prefix, via, vrf }]);
  });

  it('reports a route that it cannot read', () => {
    const read = facts('ip route somewhere else');
    expect(read.routes).toEqual([]);
    expect(read.unread).toMatchObject([{ area: 'routes' }]);
  });
});

describe('mirrors', () => {
  it('gathers the lines of one session', () => {
    const { mirrors } = facts(
      'monitor session 1 source interface Gi0/1 both',
      'monitor session 1 source interface Gi0/2',
      'monitor session 1 destination interface Gi0/9',
    );
    expect(mirrors).toMatchObject([
      {
        name: '1',
        type: 'span',
        source: 'interface Gi0/1 both, interface Gi0/2',
        destination: 'interface Gi0/9',
      },
    ]);
  });

  it('reads the far end of ERSPAN and not its origin', () => {
    const { mirrors } = facts(
      'monitor session 2 type erspan-source',
      ' source vlan 10',
      ' destination',
      '  origin ip address 10.0.0.1',
      '  ip address 203.0.113.9',
      '  erspan-id 5',
    );
    expect(mirrors).toMatchObject([{ type: 'erspan-source', source: 'vlan 10', destination: '203.0.113.9' }]);
  });

  it('reads traffic export', () => {
    const { mirrors } = facts(
      'ip traffic-export profile COPY mode export',
      ' interface Gi0/2',
      ' mac-address 0000.5e00.5301',
      ' bidirectional',
    );
    expect(mirrors).toMatchObject([
      { name: 'COPY', type: 'traffic-export', destination: 'Gi0/2 0000.5e00.5301' },
    ]);
  });
});

describe('routing neighbours', () => {
  it('take number and password from their group', () => {
    const { routingPeers, secrets } = facts(
      'router bgp 64500',
      ' neighbor G peer-group',
      ' neighbor G remote-as 64501',
      ' neighbor G password 0 Synthetic',
      ' neighbor 192.0.2.1 peer-group G',
      ' address-family ipv4 vrf V',
      '  neighbor 192.0.2.9 remote-as 64509',
      ' exit-address-family',
    );
    expect(routingPeers.map((p) => `${p.address} ${p.remoteAs} ${p.authenticated}`)).toEqual([
      '192.0.2.1 64501 true',
      '192.0.2.9 64509 false',
    ]);
    expect(secrets).toMatchObject([{ use: 'bgp', type: '0' }]);
  });
});

describe('crypto keys', () => {
  it('are found in all places', () => {
    const { secrets } = facts(
      'crypto isakmp key 0 SyntheticA address 203.0.113.1',
      'crypto isakmp key 6 SyntheticB hostname x',
      'crypto keyring K vrf V',
      '  pre-shared-key address 203.0.113.1 key SyntheticA',
      'crypto ikev2 keyring K2',
      ' peer P',
      '  address 203.0.113.2',
      '  pre-shared-key local 6 SyntheticC',
      '  pre-shared-key remote SyntheticA',
    );
    expect(secrets.map((s) => `${s.use} ${s.type}`)).toEqual(['ike 0', 'ike 6', 'ike 0', 'ike 6', 'ike 0']);
    expect(new Set([secrets[0]!.group, secrets[2]!.group, secrets[4]!.group]).size).toBe(1);
  });
});

describe('flow collectors', () => {
  it('are read in new and old form', () => {
    const { flowCollectors } = facts(
      'flow exporter E',
      ' destination 192.0.2.9 vrf M',
      ' source Loopback0',
      'ip flow-export destination 192.0.2.8 9996',
      'ip flow-export source Loopback1',
    );
    expect(flowCollectors).toMatchObject([
      { address: '192.0.2.9', source: 'Loopback0' },
      { address: '192.0.2.8', source: 'Loopback1' },
    ]);
  });
});

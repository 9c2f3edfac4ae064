import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoNxosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoNxosConfig, `version 9.3(8)\nhostname n1\n${lines.join('\n')}\nline vty\n`)
    .snapshots[0]!;
}

describe('access lists', () => {
  it('expand groups of addresses, with numbers or without', () => {
    const { acls, unread } = facts(
      'ip access-list A',
      '  statistics per-entry',
      '  10 permit tcp addrgroup G any eq 22',
      'object-group ip address G',
      '  10 host 192.0.2.1',
      '  198.51.100.0 0.0.0.255',
    );
    expect(acls[0]?.entries.map((e) => `${e.source} ${e.through}`)).toEqual([
      '192.0.2.1/32 G',
      '198.51.100.0/24 G',
    ]);
    expect(unread).toEqual([]);
  });

  it('leave a group with a mask that is no network unread', () => {
    const { unread } = facts('object-group ip address G', '  10.0.0.0 0.255.0.255');
    expect(unread).toMatchObject([{ area: 'acls' }]);
  });

  it('are bound to classes of the control plane', () => {
    const { aclBindings } = facts('class-map type control-plane match-any C', '  match access-group name A');
    expect(aclBindings).toMatchObject([{ acl: 'A', where: 'class-map C' }]);
  });
});

describe('interfaces', () => {
  it('bear VRF, addresses, lists and flow monitors', () => {
    const { interfaces, aclBindings, unread } = facts(
      'interface Ethernet1/1',
      '  no switchport',
      '  vrf member blue',
      '  ip address 192.0.2.1/24 secondary',
      '  ipv6 address 2001:DB8::1/64',
      '  ip access-group A in',
      '  ip port access-group B in',
      '  ip flow monitor F input sampler S',
      '  no lldp transmit',
    );
    expect(interfaces).toMatchObject([
      {
        vrf: 'blue',
        addresses: ['192.0.2.1/24', '2001:db8::1/64'],
        flow: ['F'],
        flowIn: 'sampled',
        discovery: { lldp: false },
      },
    ]);
    expect(aclBindings.map((b) => b.acl)).toEqual(['A', 'B']);
    expect(unread).toEqual([]);
  });

  it('hold keys of routing protocols', () => {
    const { secrets, crypto } = facts(
      'interface Ethernet1/1',
      '  ip ospf authentication message-digest',
      '  ip ospf message-digest-key 1 md5 3 0123456789abcdef',
      '  macsec keychain K policy P',
    );
    expect(secrets).toMatchObject([{ use: 'ospf', type: '3', strength: 'reversible', length: 16 }]);
    expect(crypto.map((use) => `${use.area} ${use.value}`)).toEqual([
      'routing md5',
      'macsec macsec',
      'macsec policy p',
    ]);
  });
});

describe('overlays', () => {
  it('with static peers are tunnels to each', () => {
    const { tunnels, unread } = facts(
      'interface nve1',
      '  source-interface loopback1',
      '  member vni 10020',
      '    ingress-replication protocol static',
      '      peer-ip 192.0.2.77',
      '      peer-ip 192.0.2.78',
      '  member vni 10030',
      '    mcast-group 239.1.1.1',
    );
    expect(tunnels.map((t) => `${t.mode} ${t.source} ${t.destination}`)).toEqual([
      'vxlan loopback1 192.0.2.77',
      'vxlan loopback1 192.0.2.78',
      'vxlan multipoint loopback1 null',
    ]);
    expect(unread).toEqual([]);
  });
});

describe('routes', () => {
  it('of a VRF stand in its block', () => {
    const { routes, unread } = facts(
      'ip route 0.0.0.0/0 192.0.2.1',
      'no ip route 10.0.0.0/8 192.0.2.1',
      'vrf context blue',
      '  ip route 198.51.100.0/24 Ethernet1/1 192.0.2.2 name x 5',
      '  address-family ipv4 unicast',
      '    route-target both auto',
    );
    expect(routes.map((r) => `${r.prefix} ${r.via} ${r.vrf}`)).toEqual([
      '0.0.0.0/0 192.0.2.1 null',
      '198.51.100.0/24 Ethernet1/1 192.0.2.2 blue',
    ]);
    expect(unread).toEqual([]);
  });
});

describe('mirrors', () => {
  it('name what they copy and to whom', () => {
    const { mirrors } = facts(
      'monitor session 7 type erspan-source',
      '  source interface Ethernet1/1 both',
      '  destination ip 192.0.2.9',
      '  no shut',
      'monitor session 8',
      '  source vlan 5 rx',
      '  destination interface Ethernet1/4',
    );
    expect(mirrors.map((m) => `${m.name} ${m.type} ${m.source} > ${m.destination}`)).toEqual([
      '7 erspan-source interface Ethernet1/1 both > 192.0.2.9',
      '8 span vlan 5 rx > interface Ethernet1/4',
    ]);
  });
});

describe('flow collectors', () => {
  it('are the destinations of exporters', () => {
    const { flowCollectors } = facts(
      'flow exporter E',
      '  destination 192.0.2.5 use-vrf management',
      '  source mgmt0',
    );
    expect(flowCollectors).toMatchObject([{ address: '192.0.2.5', source: 'mgmt0' }]);
  });
});

describe('keys and ciphers', () => {
  it.each([
    ['ssh ciphers aes256-gcm', 'ssh cipher aes256-gcm'],
    ['ssh kexalgos ecdh-sha2-nistp384', 'ssh key-exchange ecdh-sha2-nistp384'],
    ['ssh key rsa 4096', 'ssh signature rsa'],
    ['nxapi ssl protocols TLSv1.1', 'tls version tlsv1.1'],
    ['crypto ca trustpoint T', 'pki enrollment unsaid'],
  ])('%j', (line, use) => {
    const read = facts(line);
    expect(read.crypto.map((c) => `${c.area} ${c.part} ${c.value}`)).toContain(use);
    expect(read.unread).toEqual([]);
  });

  it('of a chain are secrets', () => {
    const { secrets, crypto, unread } = facts(
      'key chain K',
      '  key 1',
      '    key-string 7 070C285F4D06',
      '    cryptographic-algorithm MD5',
      '    send-lifetime 0 infinite',
    );
    expect(secrets).toMatchObject([{ use: 'key chain', type: '7', length: 5 }]);
    expect(crypto).toMatchObject([{ area: 'routing', value: 'md5' }]);
    expect(unread).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { nokiaSrosConfig } from '../source.ts';

function classic(...lines: string[]): DeviceFacts {
  const body = lines.map((line) => `    ${line}`).join('\n');
  return readWith(nokiaSrosConfig, `exit all\nconfigure\n${body}\nexit all\n`).snapshots[0]!;
}

function modern(...lines: string[]): DeviceFacts {
  return readWith(nokiaSrosConfig, lines.map((line) => `/configure ${line}\n`).join('')).snapshots[0]!;
}

describe('filters', () => {
  const list = [
    'filter',
    '    match-list',
    '        ip-prefix-list "m" create',
    '            prefix 192.0.2.0/25',
    '            prefix 198.51.100.0/24',
    '        exit',
    '    exit',
  ];

  it('give one entry for each network of a list, and the default at the end', () => {
    const { acls } = classic(
      ...list,
      '    ip-filter 10 create',
      '        default-action drop',
      '        entry 5 create',
      '            match',
      '                src-ip ip-prefix-list "m"',
      '            exit',
      '            action accept',
      '        exit',
      '    exit',
      'exit',
    );
    expect(acls[0]!.entries.map((e) => [e.action, e.source, e.through])).toEqual([
      ['permit', '192.0.2.0/25', 'm'],
      ['permit', '198.51.100.0/24', 'm'],
      ['deny', 'any', undefined],
    ]);
  });

  it('of the management plane guard every session while they are in force', () => {
    const base = 'system security management-access-filter ip-filter';
    const on = modern(
      `${base} default-action drop`,
      `${base} entry 10 match src-ip address 192.0.2.0/24`,
      `${base} entry 10 action accept`,
    );
    expect(on.lines).toMatchObject([{ accessIn: 'management-access-filter' }]);
    expect(on.aclBindings).toMatchObject([{ where: 'management' }]);
    const off = modern(
      `${base} admin-state disable default-action drop`,
      'system login-control idle-timeout 5',
    );
    expect(off.lines).toMatchObject([{ accessIn: null }]);
    expect(off.aclBindings).toEqual([]);
  });

  it('leave out an entry without an action', () => {
    const { acls } = modern('filter ip-filter "x" entry 10 match protocol tcp');
    expect(acls).toMatchObject([{ name: 'x', entries: [] }]);
  });

  it('are bound where interfaces and service access points name them', () => {
    const { aclBindings } = modern(
      'router "Base" interface "a" ingress filter ip "x"',
      'service vpls "v" sap 1/1/1:5 egress filter ip "y"',
    );
    expect(aclBindings).toMatchObject([
      { acl: 'x', where: 'interface a', direction: 'in' },
      { acl: 'y', where: 'sap 1/1/1:5', direction: 'out' },
    ]);
  });
});

describe('interfaces and routes', () => {
  it.each([
    ['address 192.0.2.1/30', ['192.0.2.1/30']],
    ['address 192.0.2.1 255.255.255.252', ['192.0.2.1/30']],
    ['no address', []],
  ])('reads %j', (line, addresses) => {
    expect(classic('router Base', '    interface "a"', `        ${line}`).interfaces).toMatchObject([
      { name: 'a', addresses, vrf: null },
    ]);
  });

  it('joins an address and its length in any order', () => {
    const base = 'router "Base" interface "a" ipv4 primary';
    expect(modern(`${base} prefix-length 31`, `${base} address 192.0.2.1`).interfaces[0]!.addresses).toEqual([
      '192.0.2.1/31',
    ]);
  });

  it('puts interfaces of services into the routers that they are', () => {
    const faces = classic(
      'service',
      '    vprn 5 name "red" customer 1 create',
      '        interface "a" create',
      '            address 10.0.0.1/24',
      '        exit',
      '    exit',
      '    ies 6 customer 1 create',
      '        interface "b" create',
      '            address 10.0.1.1/24',
    ).interfaces;
    expect(faces.map(({ name, vrf }) => [name, vrf])).toEqual([
      ['a', 'red'],
      ['b', null],
    ]);
  });

  it.each([
    [
      classic(
        'router',
        '    static-route-entry 0.0.0.0/0',
        '        next-hop 192.0.2.9',
        '            no shutdown',
      ),
      '0.0.0.0/0',
      '192.0.2.9',
    ],
    [
      classic('router', '    static-route 198.51.100.0/24 next-hop 192.0.2.9'),
      '198.51.100.0/24',
      '192.0.2.9',
    ],
    [
      modern(
        'router "Base" static-routes route 198.51.100.0/24 route-type unicast blackhole admin-state enable',
      ),
      '198.51.100.0/24',
      'black-hole',
    ],
  ])('reads a route', ({ routes }, prefix, via) =>
    expect(routes).toMatchObject([{ prefix, via, vrf: null }]),
  );
});

describe('neighbours and tunnels', () => {
  it('take from their group what they do not say', () => {
    const { routingPeers, secrets } = modern(
      'router "Base" bgp group "g" peer-as 64499 authentication-key "Synth1 hash2"',
      'router "Base" bgp neighbor "192.0.2.2" group "g"',
      'router "red" bgp neighbor "192.0.2.3" peer-as 64498',
    );
    expect(routingPeers).toMatchObject([
      { address: '192.0.2.2', remoteAs: '64499', authenticated: true },
      { address: '192.0.2.3', remoteAs: '64498', authenticated: false },
    ]);
    expect(secrets).toMatchObject([{ use: 'bgp', type: 'hash2' }]);
  });

  it('reads the neighbours of the classic form below their group', () => {
    const { routingPeers } = classic(
      'router',
      '    bgp',
      '        group "g"',
      '            neighbor 192.0.2.2',
      '                peer-as 64500',
      '            exit',
      '            neighbor 192.0.2.3',
      '            exit',
      '        exit',
    );
    expect(routingPeers.map((peer) => [peer.address, peer.remoteAs])).toEqual([
      ['192.0.2.2', '64500'],
      ['192.0.2.3', null],
    ]);
  });

  it.each([
    ['sdp 10 create', 'gre ip'],
    ['sdp 10 gre create', 'gre ip'],
    ['sdp 10 mpls create', 'mpls sdp'],
  ])('reads %j', (line, mode) => {
    const { tunnels } = classic(
      'service',
      `    ${line}`,
      '        far-end 192.0.2.2',
      '        no shutdown',
      '    exit',
    );
    expect(tunnels).toMatchObject([{ name: 'sdp 10', mode, destination: '192.0.2.2', shutdown: false }]);
  });

  it('reads IPsec tunnels with their keys', () => {
    const { tunnels, secrets } = classic(
      'service',
      '    ies 1 customer 1 create',
      '        interface "t" create',
      '            sap tunnel-1.public:1 create',
      '                ipsec-tunnel "x" create',
      '                    local-gateway-address 192.0.2.1 peer 203.0.113.5 delivery-service 9',
      '                    dynamic-keying',
      '                        pre-shared-key "Synth1" hash2',
    );
    expect(tunnels).toMatchObject([{ mode: 'ipsec ipv4', source: '192.0.2.1', destination: '203.0.113.5' }]);
    expect(secrets).toMatchObject([{ use: 'ike', type: 'hash2' }]);
  });

  it('joins destination and sources of a mirror', () => {
    const { mirrors } = classic(
      'mirror',
      '    mirror-dest 7 create',
      '        spoke-sdp 10:7 create',
      '        exit',
      '    exit',
      '    mirror-source 7',
      '        port 1/1/1 egress ingress',
      '        sap 1/1/2:5 ingress',
      '    exit',
    );
    expect(mirrors).toMatchObject([
      { name: '7', source: 'port 1/1/1, sap 1/1/2:5', destination: 'spoke-sdp 10:7' },
    ]);
  });
});

describe('scripts and crypto', () => {
  it('keeps what runs by itself, without what is secret in it', () => {
    const { scripts, secrets } = classic(
      'system',
      '    boot-good-exec "ftp://u:Synth1@192.0.2.60/x.cfg"',
      '    cron',
      '        schedule "n" owner "o"',
      '            interval 60',
      '        exit',
    );
    expect(scripts).toMatchObject([
      { name: 'boot-good-exec', body: ['ftp://u:[secret]@192.0.2.60/x.cfg'] },
      { name: 'cron n', body: ['owner o', 'interval 60'] },
    ]);
    expect(secrets).toMatchObject([{ use: 'file transfer', strength: 'plaintext' }]);
  });

  it.each([
    ['ipsec ike-transform 1 dh-group group-14', 'ike', 'group', 'group14'],
    ['ipsec ipsec-transform 1 esp-encryption-algorithm aes-256', 'ipsec', 'cipher', 'aes-256'],
    ['system security ssh server-mac-list-v2 mac 200 name hmac-md5', 'ssh', 'mac', 'hmac-md5'],
    [
      'system security tls server-tls-profile "x" protocol-version tls-version13',
      'tls',
      'version',
      'tls-version13',
    ],
    [
      'macsec connectivity-association "x" cipher-suite gcm-aes-xpn-256',
      'macsec',
      'cipher',
      'gcm-aes-xpn-256',
    ],
    [
      'router "Base" isis 0 authentication-type message-digest',
      'routing',
      'authentication',
      'message-digest',
    ],
  ])('reads %j', (line, area, part, value) =>
    expect(modern(line).crypto).toMatchObject([{ area, part, value }]),
  );
});

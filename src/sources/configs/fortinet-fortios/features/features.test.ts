import { describe, expect, it } from 'vitest';
import { factsOf, table } from '../fixture.ts';

describe('administrators', () => {
  const admin = (name: string, ...sets: string[]): string[] =>
    table('system admin', name, 'set accprofile "super_admin"', ...sets);

  it('with trusted hosts guard the management services together', () => {
    const facts = factsOf(
      ...admin('a', 'set trusthost1 192.0.2.0 255.255.255.0'),
      ...admin('b', 'set trusthost3 198.51.100.7 255.255.255.255'),
      ...table('system interface', 'p', 'set allowaccess https snmp'),
    );
    expect(facts.acls.find((acl) => acl.name === 'trusted hosts')?.entries.map((e) => e.source)).toEqual([
      '192.0.2.0/24',
      '198.51.100.7/32',
    ]);
    expect(facts.services.map((s) => [s.name, s.acl])).toEqual([
      ['https', 'trusted hosts'],
      ['snmp', null],
    ]);
  });

  it('of whom one has none leave them open', () => {
    const facts = factsOf(...admin('a', 'set trusthost1 192.0.2.0 255.255.255.0'), ...admin('b'));
    expect(facts.aclBindings.map((b) => b.where)).toEqual(['user a']);
  });

  it('that a server decides about have a method list', () => {
    const facts = factsOf(...admin('w', 'set remote-auth enable', 'set remote-group "g"'));
    expect(facts.aaaMethods).toMatchObject([{ service: 'login', list: 'w', methods: ['group g'] }]);
  });
});

describe('services', () => {
  it('answer per interface on the port that the device has for them', () => {
    const facts = factsOf(
      ...table('system global', null, 'set admin-sport 18443'),
      ...table('system interface', 'wan', 'set allowaccess ping https'),
    );
    expect(facts.services).toMatchObject([
      { name: 'https', enabled: true, port: 18443, detail: 'interface wan' },
    ]);
  });

  it('are off where the device says so as a whole', () => {
    const facts = factsOf(
      ...table('system global', null, 'set admin-telnet disable'),
      ...table('system interface', 'wan', 'set allowaccess telnet ssh'),
    );
    expect(facts.services.filter((s) => s.name === 'telnet').map((s) => s.enabled)).toEqual([false, false]);
    expect(facts.lines[0]?.transportInput).toEqual(['ssh']);
  });

  it('of configuration from a stick and of the portal are named', () => {
    const facts = factsOf(
      ...table('system auto-install', null, 'set auto-install-config enable'),
      ...table('vpn ssl settings', null, 'set source-interface "wan1"', 'set port 10443'),
    );
    expect(facts.services).toMatchObject([
      { name: 'config-autoload', enabled: true },
      { name: 'ssl-vpn', enabled: true, port: 10443, detail: 'interface wan1' },
    ]);
  });
});

describe('local-in policies', () => {
  it('name the networks of the groups that they name', () => {
    const facts = factsOf(
      ...table('firewall address', 'noc', 'set subnet 192.0.2.0 255.255.255.0'),
      ...table('firewall addrgrp', 'g', 'set member "noc" "g"'),
      ...table(
        'firewall local-in-policy',
        '1',
        'set intf "wan1"',
        'set srcaddr "g" "gone"',
        'set action accept',
        'set service "SSH"',
      ),
    );
    expect(facts.acls[0]?.entries[0]).toMatchObject({
      action: 'permit',
      source: '192.0.2.0/24',
      through: 'g',
      ports: 'SSH',
    });
    expect(facts.acls[0]?.entries.at(-1)).toMatchObject({ source: 'host-group gone' });
    expect(facts.aclBindings).toMatchObject([{ acl: 'local-in-policy', where: 'interface wan1' }]);
  });
});

describe('logging', () => {
  it.each([
    [['set mode udp'], 'udp'],
    [['set mode reliable'], 'tcp'],
    [['set mode reliable', 'set enc-algorithm high'], 'tls'],
    [['set enc-algorithm disable'], null],
    [[], null],
  ])('%j goes by %s', (sets, transport) => {
    const facts = factsOf(
      ...table('log syslogd setting', null, 'set status enable', 'set server 192.0.2.1', ...sets),
    );
    expect(facts.logging.hosts).toMatchObject([{ address: '192.0.2.1', transport }]);
  });

  it('that is off has no hosts', () => {
    expect(
      factsOf(...table('log syslogd setting', null, 'set status disable', 'set server 192.0.2.1')).logging
        .hosts,
    ).toEqual([]);
  });

  it('takes the widest severity and tells what is left out', () => {
    const facts = factsOf(
      ...table('log syslogd filter', null, 'set severity warning'),
      ...table('log syslogd2 filter', null, 'set severity information', 'set event disable'),
    );
    expect(facts.logging.trap?.level).toBe(6);
    expect(facts.services).toMatchObject([{ name: 'logging-filter', detail: 'syslogd2 event disable' }]);
  });
});

describe('routes', () => {
  it.each([
    [['set gateway 192.0.2.1', 'set device "wan"'], '0.0.0.0/0', 'wan 192.0.2.1'],
    [['set dst 10.0.0.0 255.0.0.0', 'set blackhole enable'], '10.0.0.0/8', 'blackhole'],
    [['set dstaddr "obj"', 'set device "x"'], 'obj', 'x'],
  ])('%j', (sets, prefix, via) => {
    expect(factsOf(...table('router static', '1', ...sets)).routes).toMatchObject([{ prefix, via }]);
  });
});

describe('tunnels', () => {
  it('of every table are named with their ends', () => {
    const facts = factsOf(
      ...table('vpn ipsec phase1-interface', 'd', 'set type dynamic', 'set interface "wan"'),
      ...table(
        'system vxlan',
        'v',
        'set interface "wan"',
        'set vni 7',
        'set remote-ip "192.0.2.1" "192.0.2.2"',
      ),
      ...table('system gre-tunnel', 'g', 'set local-gw 192.0.2.9', 'set remote-gw 192.0.2.3'),
    );
    expect(facts.tunnels.map((t) => [t.name, t.mode, t.source, t.destination])).toEqual([
      ['d', 'ipsec dynamic', 'wan', null],
      ['g', 'gre ip', '192.0.2.9', '192.0.2.3'],
      ['v', 'vxlan', 'wan', '192.0.2.1'],
      ['v', 'vxlan', 'wan', '192.0.2.2'],
    ]);
  });
});

describe('cryptography', () => {
  it('of proposals is cut into cipher and hash', () => {
    const facts = factsOf(
      ...table('vpn ipsec phase2-interface', 'p', 'set proposal null-sha1 aes128gcm', 'set dhgrp 2'),
    );
    expect(facts.crypto.map((c) => [c.area, c.part, c.value])).toEqual([
      ['ipsec', 'group', 'group2'],
      ['ipsec', 'cipher', 'none'],
      ['ipsec', 'mac', 'sha1'],
      ['ipsec', 'cipher', 'aes128gcm'],
    ]);
  });
});

describe('SNMP', () => {
  it.each([
    ['no-auth-no-priv', 'noauth'],
    ['auth-no-priv', 'auth'],
    ['auth-priv', 'priv'],
  ])('%s of a user', (said, level) => {
    expect(
      factsOf(...table('system snmp user', 'u', `set security-level ${said}`)).snmp.groups,
    ).toMatchObject([{ name: 'u', version: 'v3', level }]);
  });

  it('keeps the hosts of each community apart', () => {
    const hosts = (id: string, address: string): string[] => [
      `    edit ${id}`,
      `        set name "c${id}"`,
      '        config hosts',
      '            edit 1',
      `                set ip ${address}`,
      '            next',
      '        end',
      '    next',
    ];
    const facts = factsOf(
      'config system snmp community',
      ...hosts('1', '192.0.2.1 255.255.255.255'),
      ...hosts('2', '0.0.0.0 0.0.0.0'),
      'end',
    );
    expect(facts.acls.map((acl) => [acl.name, acl.entries.map((e) => e.source)])).toEqual([
      ['snmp community 1', ['192.0.2.1/32']],
      ['snmp community 2', ['any']],
    ]);
  });
});

describe('unread lines', () => {
  it('are named with their area', () => {
    const facts = factsOf(
      ...table('system admin', 'a', 'set accprofile "p"', 'set frobnicate enable'),
      ...table('system frob', null, 'set x y'),
    );
    expect(facts.unread.map((u) => [u.text, u.area])).toEqual([
      ['set frobnicate enable', 'users'],
      ['config system frob', null],
      ['set x y', null],
    ]);
  });
});

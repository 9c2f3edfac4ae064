import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

const HEAD = '# 2026-10-16 03:12:44 by RouterOS 7.12.1';

describe('users', () => {
  it('have their group as role and their addresses as a list', () => {
    const facts = factsOf(
      HEAD,
      '/user',
      'add name=a group=full address=192.0.2.0/24,198.51.100.7',
      'add name=b group=read',
    );
    expect(facts.users).toEqual([
      { line: 3, lineEnd: 3, name: 'a', privilege: null, role: 'full', secret: null },
      { line: 4, lineEnd: 4, name: 'b', privilege: null, role: 'read', secret: null },
    ]);
    expect(facts.acls.map((acl) => [acl.name, acl.entries.map((entry) => entry.source)])).toEqual([
      ['user a', ['192.0.2.0/24', '198.51.100.7/32']],
    ]);
    expect(facts.aclBindings).toMatchObject([{ acl: 'user a', where: 'user a', direction: 'in' }]);
  });

  it('that are switched off cannot log in', () => {
    expect(factsOf(HEAD, '/user add name=a group=full disabled=yes').users).toEqual([]);
  });

  it('keep of a password what may be kept', () => {
    const facts = factsOf(HEAD, '/user add name=a group=full password="Synthetic 1"');
    expect(facts.users[0]?.secret).toMatchObject({
      use: 'user a',
      type: 'plaintext',
      strength: 'plaintext',
      length: 11,
      wellKnown: false,
    });
    expect(JSON.stringify(facts)).not.toContain('Synthetic');
  });

  it('have rights by their group', () => {
    const facts = factsOf(HEAD, '/user group', 'add name=noc policy=ssh,read,!write');
    expect(facts.services).toMatchObject([{ name: 'user-group', detail: 'noc: ssh,read,!write' }]);
  });
});

describe('login', () => {
  it('asks the own users first and then RADIUS', () => {
    const facts = factsOf(HEAD, '/user aaa', 'set use-radius=yes accounting=no');
    expect(facts.aaaMethods).toEqual([
      {
        line: 3,
        lineEnd: 3,
        phase: 'authentication',
        service: 'login',
        list: 'default',
        methods: ['local', 'group radius'],
      },
      {
        line: 3,
        lineEnd: 3,
        phase: 'accounting',
        service: 'exec',
        list: 'default',
        methods: ['none'],
      },
    ]);
  });

  it('knows its servers', () => {
    const facts = factsOf(
      HEAD,
      '/radius',
      'add address=192.0.2.1 secret=Synthetic-1 service=login authentication-port=1645',
      'add address=192.0.2.2 disabled=yes',
      'add address=192.0.2.3 protocol=radsec',
    );
    expect(
      facts.aaaServers.map((s) => [s.name, s.protocol, s.address, s.port, s.secret?.use ?? null]),
    ).toEqual([
      ['login', 'radius', '192.0.2.1', 1645, 'radius'],
      ['192.0.2.3', 'radius', '192.0.2.3', null, null],
    ]);
    expect(facts.crypto).toMatchObject([
      { area: 'aaa', subject: '192.0.2.3', part: 'transport', value: 'radsec' },
    ]);
  });
});

describe('services', () => {
  it('have the addresses that may reach them', () => {
    const facts = factsOf(
      HEAD,
      '/ip service',
      'set ssh address=192.0.2.0/24,2001:db8::/32 disabled=no port=2222',
      'set winbox address=0.0.0.0/0',
    );
    expect(facts.services).toEqual([
      { line: 3, lineEnd: 3, name: 'ssh', enabled: true, port: 2222, acl: 'service ssh', detail: null },
      { line: 4, lineEnd: 4, name: 'winbox', enabled: null, port: null, acl: null, detail: null },
    ]);
    expect(facts.acls[0]?.entries.map((entry) => entry.source)).toEqual(['192.0.2.0/24', '2001:db8::/32']);
    expect(facts.aclBindings).toMatchObject([{ acl: 'service ssh', where: 'ssh' }]);
  });

  it.each([
    ['/ip upnp set enabled=yes', { name: 'upnp', enabled: true }],
    ['/ip smb set enabled=no', { name: 'smb', enabled: false }],
    ['/ip cloud set ddns-enabled=yes', { name: 'cloud', enabled: true }],
    ['/tool bandwidth-server set enabled=no', { name: 'bandwidth-server', enabled: false }],
    [
      '/tool mac-server set allowed-interface-list=none',
      { name: 'mac-telnet', enabled: false, detail: 'none' },
    ],
    [
      '/tool mac-server mac-winbox set allowed-interface-list=LAN',
      { name: 'mac-winbox', enabled: true, detail: 'LAN' },
    ],
    [
      '/ip neighbor discovery-settings set discover-interface-list=!dynamic',
      { name: 'neighbor-discovery', enabled: true, detail: '!dynamic' },
    ],
    ['/interface pptp-server server set enabled=yes', { name: 'pptp-server', enabled: true }],
    [
      '/interface sstp-server server set enabled=yes port=8443',
      { name: 'sstp-server', enabled: true, port: 8443 },
    ],
    ['/interface ovpn-server server set enabled=yes', { name: 'ovpn-server', enabled: true }],
    [
      '/tr069-client set acs-url=https://192.0.2.1/ enabled=yes',
      { name: 'tr069', enabled: true, detail: 'https://192.0.2.1/' },
    ],
    ['/system ntp server set enabled=yes', { name: 'ntp-server', enabled: true }],
    ['/container add interface=veth1 start-on-boot=yes', { name: 'container', enabled: true }],
    ['/ip ssh set forwarding-enabled=both', { name: 'ssh-forwarding', enabled: true, detail: 'both' }],
    ['/ip ssh set forwarding-enabled=no', { name: 'ssh-forwarding', enabled: false }],
  ])('%s', (command, service) => {
    expect(factsOf(HEAD, command).services).toMatchObject([service]);
  });
});

describe('cryptography of management', () => {
  it.each([
    ['/ip ssh set strong-crypto=yes', ['strong-crypto yes']],
    ['/ip ssh set host-key-size=4096', ['4096']],
    ['/ip ssh set allow-none-crypto=yes', ['none']],
    ['/ip ssh set allow-none-crypto=no', []],
    ['/ip service set www-ssl tls-version=only-1.2', ['only-1.2']],
  ])('%s', (command, values) => {
    expect(factsOf(HEAD, command).crypto.map((use) => use.value)).toEqual(values);
  });
});

describe('time', () => {
  it.each([
    [
      '/system ntp client set enabled=yes primary-ntp=192.0.2.1 secondary-ntp=0.0.0.0',
      [['192.0.2.1', false]],
    ],
    [
      '/system ntp client set servers=192.0.2.1,ntp.example.net',
      [
        ['192.0.2.1', false],
        ['ntp.example.net', false],
      ],
    ],
    ['/system ntp client servers add address=192.0.2.1 auth-key=1', [['192.0.2.1', true]]],
    ['/system ntp client servers add address=192.0.2.1 auth-key=none', [['192.0.2.1', false]]],
  ])('%s', (command, servers) => {
    expect(factsOf(HEAD, command).ntpServers.map((s) => [s.address, s.authenticated])).toEqual(servers);
  });

  it.each([
    ['time-zone=+02:00', 120],
    ['time-zone=-03:30', -210],
    ['time-zone-name=Europe/Riga', null],
  ])('%s', (set, minutes) => {
    expect(factsOf(HEAD, `/system clock manual set ${set}`).zoneOffsetMinutes).toBe(minutes);
  });
});

import { describe, expect, it } from 'vitest';
import { factsOf, unreadOf } from '../fixture.ts';

const services = (...lines: string[]): string[] =>
  factsOf(...lines).services.map(({ name, enabled, port, acl }) =>
    [name, enabled, port, acl].map(String).join(' '),
  );

describe('services', () => {
  it.each([
    [['telnet vrf default ipv4 server max-servers 10 access-list A'], 'telnet true null A'],
    [['no telnet vrf default ipv4 server max-servers 10'], 'telnet false null null'],
    [['tftp vrf default ipv4 server homedir d access-list B dscp default'], 'tftp-server true null B'],
    [['http server'], 'http true null null'],
    [['http server ssl access-group ipv4 C'], 'https true null C'],
    [['xml agent', ' vrf m', '  ipv4 access-list D'], 'xml-agent true null D'],
    [['cdp'], 'cdp true null null'],
    [['lldp', ' timer 30'], 'lldp true null null'],
    [['ssh server v2'], 'ssh true null null'],
    [['ssh server port 22322'], 'ssh true 22322 null'],
    [['ssh server vrf m ipv4 access-list E'], 'ssh true null E'],
    [['ssh server session-limit 16'], 'ssh null null null'],
    [['ssh server netconf port 830'], 'netconf true 830 null'],
    [['netconf-yang agent', ' ssh'], 'netconf true null null'],
    [['grpc', ' port 57777'], 'grpc true 57777 null'],
    [['ipv4 source-route'], 'source-route true null null'],
    [['no ipv4 source-route'], 'source-route false null null'],
    [['service ipv4 tcp-small-servers max-servers no-limit'], 'tcp-small-servers true null null'],
    [['lawful-intercept disable'], 'lawful-intercept false null null'],
    [['call-home', ' service active'], 'call-home true null null'],
    [['tpa', ' address-family ipv4'], 'tpa true null null'],
    [['linux networking', ' vrf default'], 'linux-networking true null null'],
  ])('%j', (lines, expected) => {
    expect(services(...lines)).toEqual([expected]);
    expect(unreadOf(...lines)).toEqual([]);
  });

  it('keeps names of interfaces for traffic of the device', () => {
    const facts = factsOf(
      'ssh client source-interface Lo0',
      'tftp client source-interface Lo1',
      'domain vrf m lookup source-interface Lo2',
      'telnet ipv4 client source-interface Lo3',
      'ftp client source-interface Lo4',
    );
    expect(facts.sourceInterfaces).toEqual({
      ssh: 'Lo0',
      tftp: 'Lo1',
      dns: 'Lo2',
      telnet: 'Lo3',
      ftp: 'Lo4',
    });
  });

  it('tells algorithms, TLS and destinations of telemetry', () => {
    const facts = factsOf(
      'ssh server algorithms key-exchange diffie-hellman-group14-sha1',
      'ssh server disable hmac hmac-sha1',
      'grpc',
      ' tls-mutual',
      'telemetry model-driven',
      ' destination-group D',
      '  address-family ipv4 192.0.2.80 port 5432',
      '   protocol udp',
    );
    expect(facts.crypto.map(({ area, part, value }) => `${area} ${part} ${value}`)).toEqual([
      'ssh key-exchange diffie-hellman-group14-sha1',
      'tls transport mutual tls',
      'tls transport none',
    ]);
    expect(facts.services).toContainEqual(
      expect.objectContaining({ name: 'telemetry', port: 5432, detail: '192.0.2.80' }),
    );
  });
});

describe('snmp', () => {
  it.each([
    ['snmp-server community abc RO', 'ro', null],
    ['snmp-server community abc RW SystemOwner IPv4 A IPv6 B', 'rw', 'A'],
    ['snmp-server community abc view V RO SDROwner A', 'ro', 'A'],
    ['snmp-server community clear abc RW LROwner', 'rw', null],
    ['snmp-server community encrypted 02351D551F RO A', 'ro', 'A'],
  ])('%s', (line, access, acl) => {
    const [community] = factsOf(line).snmp.communities;
    expect(community).toMatchObject({ access, acl, wellKnown: false });
  });

  it('knows an encrypted community again', () => {
    const [one, other] = factsOf(
      'snmp-server community Syn RO',
      'snmp-server community encrypted 02351D55 RO',
    ).secrets;
    expect(one!.length).toBe(3);
    expect(other!.group).toBe(one!.group);
  });

  it('reads groups, users and hosts', () => {
    const { snmp, secrets, crypto } = factsOf(
      'snmp-server group G v3 priv read R write W context C IPv4 A',
      'snmp-server user u G v3 auth sha clear auth-text priv aes 256 clear priv-text SystemOwner IPv4 A',
      'snmp-server user n G v3',
      'snmp-server host 192.0.2.1 traps version 3 auth u',
      'snmp-server vrf m',
      ' host 192.0.2.2 vrf x informs version 2c public',
    );
    expect(snmp.groups).toMatchObject([{ level: 'priv', read: 'R', write: 'W', acl: 'A' }]);
    expect(snmp.users).toMatchObject([
      { auth: 'sha', priv: 'aes 256' },
      { auth: null, priv: null },
    ]);
    expect(snmp.hosts).toMatchObject([{ version: '3 auth' }, { address: '192.0.2.2', version: '2c' }]);
    expect(secrets.map(({ use, length }) => `${use} ${length}`)).toEqual([
      'snmp user 9',
      'snmp user 9',
      'snmp community 6',
    ]);
    expect(crypto.filter(({ subject }) => subject === 'user n').map(({ value }) => value)).toEqual([
      'none',
      'none',
    ]);
  });
});

describe('logging', () => {
  it('reads hosts with the least level that any is sent', () => {
    const { logging } = factsOf(
      'logging 192.0.2.1 vrf m severity info port default',
      'logging 192.0.2.2 severity error',
    );
    expect(logging.hosts).toMatchObject([
      { address: '192.0.2.1', vrf: 'm', transport: null },
      { address: '192.0.2.2' },
    ]);
    expect(logging.trap).toMatchObject({ level: 3 });
  });

  it('reads servers over TLS', () => {
    const { logging, crypto } = factsOf(
      'logging tls-server T',
      ' address ipv4 192.0.2.3',
      ' vrf m',
      ' severity debugging',
    );
    expect(logging.hosts).toMatchObject([{ address: '192.0.2.3', transport: 'tls', vrf: 'm' }]);
    expect(crypto).toMatchObject([{ area: 'syslog', value: 'tls' }]);
  });

  it.each([['logging disable'], ['logging trap disable'], ['no logging trap']])(
    '%s switches it off',
    (line) => {
      expect(factsOf(line).logging.enabled).toBe(false);
    },
  );
});

describe('time', () => {
  it.each([
    [['ntp', ' authenticate', ' server vrf m 192.0.2.1 key 1']],
    [['ntp authenticate', 'ntp server vrf m 192.0.2.1 key 1']],
  ])('%j', (lines) => {
    expect(factsOf(...lines).ntpServers).toMatchObject([{ address: '192.0.2.1', authenticated: true }]);
  });

  it('does not count a key that nobody asks for', () => {
    expect(factsOf('ntp', ' server 192.0.2.1 key 1').ntpServers).toMatchObject([{ authenticated: false }]);
  });

  it.each([
    ['clock timezone CST -6', -360, []],
    ['clock timezone UTC UTC', 0, []],
    ['clock timezone EST America/NewYork', null, []],
  ])('%s', (line, offset, unread) => {
    expect(factsOf(line).zoneOffsetMinutes).toBe(offset);
    expect(unreadOf(line)).toEqual(unread);
  });
});

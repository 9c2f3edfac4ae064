import { describe, expect, it } from 'vitest';
import { factsOf } from '../reading.ts';

describe('SNMP', () => {
  it('communities have access, view and the clients that guard them', () => {
    const { snmp, acls, aclBindings } = factsOf(
      'snmp community public authorization read-only',
      'snmp community Rw authorization read-write',
      'snmp community Rw view ALL',
      'snmp community Rw client-list-name NMS',
      'snmp community Own clients 192.0.2.0/24',
      'snmp community Own clients 0.0.0.0/0 restrict',
      'snmp client-list NMS 10.250.0.0/24',
    );
    expect(snmp.communities.map((c) => [c.access, c.acl, c.view, c.wellKnown])).toEqual([
      ['ro', null, null, true],
      ['rw', 'NMS', 'ALL', false],
      ['ro', 'snmp clients 1', null, false],
    ]);
    expect(acls.map((acl) => [acl.name, acl.entries.map((e) => `${e.action} ${e.source}`)])).toEqual([
      ['snmp clients 1', ['permit 192.0.2.0/24', 'deny any']],
      ['NMS', ['permit 10.250.0.0/24']],
    ]);
    expect(aclBindings.map((b) => b.where)).toEqual(['snmp community', 'snmp community']);
  });

  it('version 3 joins users, groups and targets', () => {
    const V = 'snmp v3';
    const { snmp, crypto } = factsOf(
      `${V} usm local-engine user u authentication-md5 authentication-key "$9$ReqcyKY2aHqf"`,
      `${V} usm local-engine user u privacy-des privacy-key "$9$ReqcyKY2aHqf"`,
      `${V} usm local-engine user open authentication-none`,
      `${V} vacm security-to-group security-model usm security-name u group G`,
      `${V} vacm access group G default-context-prefix security-model usm security-level authentication write-view W`,
      `${V} target-address T address 192.0.2.9`,
      `${V} target-address T target-parameters P`,
      `${V} target-parameters P parameters security-level privacy`,
    );
    expect(snmp.users.map((u) => [u.name, u.group, u.auth, u.priv])).toEqual([
      ['u', 'G', 'md5', 'des'],
      ['open', '', null, null],
    ]);
    expect(snmp.groups).toMatchObject([{ name: 'G', version: 'v3', level: 'auth', write: 'W' }]);
    expect(snmp.hosts).toMatchObject([{ address: '192.0.2.9', version: '3 priv' }]);
    expect(crypto.map((c) => `${c.part} ${c.value}`)).toEqual([
      'authentication md5',
      'cipher des',
      'authentication none',
    ]);
  });

  it('trap groups give their targets with the version', () => {
    const { snmp } = factsOf('snmp trap-group T targets 192.0.2.5', 'snmp trap-group T version v1');
    expect(snmp.hosts).toMatchObject([{ address: '192.0.2.5', version: '1' }]);
  });
});

describe('logging', () => {
  it('has hosts with transport and instance, and the deepest level', () => {
    const { logging, crypto } = factsOf(
      'system syslog host 192.0.2.4 any notice',
      'system syslog host 192.0.2.4 authorization info',
      'system syslog host 192.0.2.5 daemon warning',
      'system syslog host 192.0.2.5 transport tls',
      'system syslog host 192.0.2.5 routing-instance mgmt_junos',
    );
    expect(logging.hosts.map((h) => [h.address, h.transport, h.vrf])).toEqual([
      ['192.0.2.4', null, null],
      ['192.0.2.5', 'tls', 'mgmt_junos'],
    ]);
    expect(logging.trap?.level).toBe(5);
    expect(logging.commandLogging).toBe(false);
    expect(crypto).toMatchObject([{ area: 'syslog', part: 'transport', value: 'tls' }]);
  });

  it.each([
    ['system syslog file x interactive-commands any', true],
    ['system syslog file x interactive-commands error', false],
    ['system syslog host 192.0.2.4 change-log info', true],
    ['system syslog user * any any', false],
  ])('%s logs commands: %j', (line, expected) => {
    expect(factsOf(line).logging.commandLogging).toBe(expected);
  });

  it('keeps where configurations go, without user and password', () => {
    const { services, secrets } = factsOf(
      'system archival configuration archive-sites "ftp://bob:foo@192.0.2.6/x"',
    );
    expect(services).toMatchObject([{ name: 'archive', detail: 'ftp://[user]@192.0.2.6/x' }]);
    expect(secrets).toMatchObject([{ use: 'archive', length: 3 }]);
  });
});

describe('time', () => {
  it('counts a server as authenticated only by a key that is trusted', () => {
    const { ntpServers, crypto } = factsOf(
      'system ntp authentication-key 1 type md5 value foo',
      'system ntp server 192.0.2.1 key 1',
      'system ntp server 192.0.2.2 key 2',
      'system ntp server 192.0.2.3',
      'system ntp trusted-key 1',
    );
    expect(ntpServers.map((s) => s.authenticated)).toEqual([true, false, false]);
    expect(crypto).toMatchObject([{ area: 'ntp', subject: 'key 1', value: 'md5' }]);
  });

  it.each([
    ['UTC', 0],
    ['GMT+4', 240],
    ['GMT-3', -180],
    ['Europe/Berlin', null],
  ])('zone %s', (zone, minutes) => {
    expect(factsOf(`system time-zone ${zone}`).zoneOffsetMinutes).toBe(minutes);
  });
});

describe('scripts', () => {
  it('keep what runs by itself, with its body and without secrets', () => {
    const { scripts } = factsOf(
      'event-options policy P events UI_COMMIT',
      'event-options policy P then execute-commands commands "set system login user x authentication plain-text-password-value Hidden1"',
      'event-options generate-event N time-interval 60',
      'system scripts op file a.py source http://192.0.2.1/a.py',
      'system extensions extension-service application file b.py daemonize',
    );
    expect(scripts.map((s) => [s.kind, s.name])).toEqual([
      ['eem', 'P'],
      ['scheduler', 'N'],
      ['script', 'op a.py'],
      ['script', 'application b.py'],
    ]);
    expect(scripts[0]?.body[1]).toContain('[secret]');
    expect(JSON.stringify(scripts)).not.toContain('Hidden1');
  });
});

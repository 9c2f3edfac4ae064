import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoNxosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoNxosConfig, `version 9.3(8)\nhostname n1\n${lines.join('\n')}\nline vty\n`)
    .snapshots[0]!;
}

describe('SNMP communities', () => {
  const communities = (...lines: string[]): string[] =>
    facts(...lines).snmp.communities.map((c) => `${c.access} ${c.acl ?? '-'} @${c.line}-${c.lineEnd}`);

  it.each([
    [['snmp-server community C group network-operator'], 'ro - @3-3'],
    [['snmp-server community C group network-admin'], 'rw - @3-3'],
    [['snmp-server community C rw'], 'rw - @3-3'],
    [['snmp-server community C ro', 'snmp-server community C use-ipv4acl A'], 'ro A @3-4'],
    [['snmp-server community C use-acl A', 'snmp-server community C group network-admin'], 'ro A @3-4'],
    [['snmp-server community C group own', 'role name own', '  rule 1 permit read'], 'ro - @3-3'],
    [['snmp-server community C group own', 'role name own', '  rule 1 permit read-write'], 'rw - @3-3'],
  ])('%j', (lines, expected) => {
    expect(communities(...lines)).toEqual([expected]);
  });
});

describe('SNMP users', () => {
  it.each([
    ['snmp-server user u network-admin auth md5 0xaa priv 0xbb localizedkey', 'network-admin md5 des'],
    [
      'snmp-server user u network-admin auth sha-256 0xaa priv aes-128 0xbb localizedkey',
      'network-admin sha-256 aes-128',
    ],
    ['snmp-server user u auth md5 0xaa priv 0xbb localizedkey engineID 128:0', ' md5 des'],
    ['snmp-server user u network-operator auth sha 0xaa localizedkey', 'network-operator sha null'],
    ['snmp-server user u network-operator', 'network-operator null null'],
  ])('%j', (line, expected) => {
    const read = facts(line);
    expect(read.snmp.users.map((u) => `${u.group} ${u.auth} ${u.priv}`)).toEqual([expected]);
    expect(read.unread).toEqual([]);
    expect(JSON.stringify(read)).not.toContain('0xaa');
  });

  it('are guarded by lists in lines of their own', () => {
    const { snmp, aclBindings } = facts('snmp-server user u use-ipv4acl A');
    expect(snmp.users).toEqual([]);
    expect(aclBindings).toMatchObject([{ acl: 'A', where: 'snmp user u' }]);
  });
});

describe('SNMP hosts', () => {
  it.each([
    ['snmp-server host 192.0.2.1 traps version 2c Xq7synth', '192.0.2.1 2c'],
    ['snmp-server host 192.0.2.1 informs version 3 priv u', '192.0.2.1 3 priv'],
    ['snmp-server host 192.0.2.1 Xq7synth', '192.0.2.1 1'],
  ])('%j', (line, expected) => {
    const read = facts(line);
    expect(read.snmp.hosts.map((h) => `${h.address} ${h.version}`)).toEqual([expected]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it('are not made of the lines that set their VRF', () => {
    expect(facts('snmp-server host 192.0.2.1 use-vrf management').snmp.hosts).toEqual([]);
  });
});

describe('logging', () => {
  it('names servers with their VRF, transport and the least level', () => {
    const { logging, crypto } = facts(
      'logging server 192.0.2.1 6 use-vrf management facility local7',
      'logging server 192.0.2.2 3 port 6514 secure',
      'logging server 192.0.2.3',
      'logging source-interface loopback 0',
    );
    expect(logging.hosts.map((h) => `${h.address} ${h.transport} ${h.vrf}`)).toEqual([
      '192.0.2.1 null management',
      '192.0.2.2 tls null',
      '192.0.2.3 null null',
    ]);
    expect(logging).toMatchObject({ trap: { level: 3, line: 4 }, sourceInterface: 'loopback0' });
    expect(crypto).toMatchObject([{ area: 'syslog', part: 'transport', value: 'tls' }]);
  });
});

describe('time', () => {
  it('authenticates when the device does at all', () => {
    const lines = [
      'ntp server 192.0.2.1 use-vrf management key 1',
      'ntp authentication-key 1 md5 Xq7synth 7',
    ];
    expect(facts(...lines).ntpServers).toMatchObject([{ address: '192.0.2.1', authenticated: false }]);
    expect(facts(...lines, 'ntp authenticate').ntpServers).toMatchObject([{ authenticated: true }]);
    expect(facts(...lines).secrets).toMatchObject([{ use: 'ntp', type: '7' }]);
  });

  it('of the header is that of the zone which the configuration names', () => {
    const taken = (zone: string): string => {
      const text = `!Command: show running-config\n!Time: Mon Nov 16 08:00:00 2026\nversion 9.3(8)\nhostname n1\n${zone}\n`;
      const [read] = readWith(ciscoNxosConfig, text).snapshots;
      return `${new Date(read?.takenAt ?? 0).toISOString().slice(11, 16)} ${read?.takenQuality}`;
    };
    expect(taken('clock timezone CET 1 0')).toBe('07:00 exact');
    expect(taken('feature bgp')).toBe('08:00 zone-assumed');
  });
});

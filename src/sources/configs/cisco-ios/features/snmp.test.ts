import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const SECRET = 'Xq7synth';

describe('communities', () => {
  it.each([
    [`${SECRET} RO`, 'ro', null, null],
    [`${SECRET} RW`, 'rw', null, null],
    [`${SECRET} rw 99`, 'rw', '99', null],
    [`${SECRET} RO SNMP-IN`, 'ro', 'SNMP-IN', null],
    [`${SECRET} view ALL RW 20`, 'rw', '20', 'ALL'],
    // A view may be called like an access word; what follows it counts.
    [`${SECRET} view ro RW 20`, 'rw', '20', 'ro'],
    [`${SECRET} view rw RO`, 'ro', null, 'rw'],
    [`${SECRET} view V`, 'ro', null, 'V'],
    [`${SECRET} RW ipv6 SIX`, 'rw', 'SIX', null],
    [`${SECRET} RW ipv6 SIX 20`, 'rw', '20', null],
    ['rw RO 10', 'ro', '10', null],
    ['view RW 10', 'rw', '10', null],
  ])('reads %j', (text, access, acl, view) => {
    const read = facts(`snmp-server community ${text}`);
    expect(read.snmp.communities).toMatchObject([{ access, acl, view, line: 3 }]);
    expect(read.aclBindings.map((b) => b.acl)).toEqual(acl === null ? [] : [acl]);
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });

  it.each([
    ['public RO', true],
    ['private RW', true],
    ['Public RO', false],
  ])('%j is well known: %s', (text, wellKnown) => {
    expect(facts(`snmp-server community ${text}`).snmp.communities).toMatchObject([{ wellKnown }]);
  });

  it('are not added when taken away', () => {
    expect(facts(`no snmp-server community ${SECRET} RW`).snmp.communities).toEqual([]);
  });

  it('are one group wherever the same word stands', () => {
    const { secrets } = facts(
      `snmp-server community ${SECRET} RO`,
      `snmp-server host 192.0.2.1 version 2c ${SECRET}`,
      `snmp-server host 192.0.2.2 vrf M traps version 1 ${SECRET} bgp`,
    );
    expect(new Set(secrets.map((s) => s.group)).size).toBe(1);
    expect(secrets).toHaveLength(3);
  });
});

describe('groups', () => {
  it.each([
    ['G v1', 'v1', null, null, null, null],
    ['G v2c read R', 'v2c', null, 'R', null, null],
    ['G v3 noauth', 'v3', 'noauth', null, null, null],
    ['G v3 auth read R write W access 20', 'v3', 'auth', 'R', 'W', '20'],
    ['G v3 priv context C match prefix read R access ipv6 SIX', 'v3', 'priv', 'R', null, 'SIX'],
    ['priv v3 auth', 'v3', 'auth', null, null, null],
    ['G v3 constructor', 'v3', null, null, null, null],
  ])('reads %j', (text, version, level, read, write, acl) => {
    expect(facts(`snmp-server group ${text}`).snmp.groups).toMatchObject([
      { version, level, read, write, acl },
    ]);
  });

  it('report a version that does not exist', () => {
    expect(facts('snmp-server group G v4').unread).toMatchObject([{ area: 'snmp' }]);
  });
});

describe('users', () => {
  it.each([
    [`u G v3 auth md5 ${SECRET} priv des ${SECRET}`, 'md5', 'des', 2],
    [`u G v3 auth sha ${SECRET} priv aes 128 ${SECRET}`, 'sha', 'aes 128', 2],
    [`u G v3 encrypted auth md5 ${SECRET} priv des56 ${SECRET} access 20`, 'md5', 'des56', 2],
    [`u G v3 auth sha-2 256 ${SECRET} priv aes 256 ${SECRET}`, 'sha-2 256', 'aes 256', 2],
    [`u G remote 192.0.2.1 v3 auth sha ${SECRET}`, 'sha', null, 1],
    ['u G v2c', null, null, 0],
    // Names that are words of the statement, too.
    [`priv auth v3 auth sha ${SECRET} priv aes 128 ${SECRET}`, 'sha', 'aes 128', 2],
    [`u priv v3 auth sha ${SECRET}`, 'sha', null, 1],
    [`u G v3 auth sha priv priv 3des ${SECRET}`, 'sha', '3des', 2],
  ])('reads %j', (text, auth, priv, secrets) => {
    const read = facts(`snmp-server user ${text}`);
    expect(read.snmp.users).toMatchObject([{ auth, priv, line: 3 }]);
    expect(read.secrets).toHaveLength(secrets);
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });
});

describe('the rest of SNMP', () => {
  it.each([
    ['V 1.3.6.1 included', true],
    ['V iso excluded', false],
    ['V internet', true],
  ])('reads view %j', (text, included) => {
    expect(facts(`snmp-server view ${text}`).snmp.views).toMatchObject([{ name: 'V', included }]);
  });

  it.each([
    ['192.0.2.1 public', '192.0.2.1', '1'],
    ['192.0.2.1 informs version 2c public udp-port 1620', '192.0.2.1', '2c'],
    ['2001:DB8::0:1 version 3 auth u', '2001:db8::1', '3 auth'],
    ['nms.synthetic.example vrf M version 3 priv u bgp', 'nms.synthetic.example', '3 priv'],
    ['192.0.2.1 version 3 u', '192.0.2.1', '3'],
  ])('reads host %j', (text, address, version) => {
    expect(facts(`snmp-server host ${text}`).snmp.hosts).toMatchObject([{ address, version }]);
  });

  it('knows whether the agent is off and whether it may reload the device', () => {
    expect(
      facts('no snmp-server', 'snmp-server system-shutdown').services.map((s) => `${s.name} ${s.enabled}`),
    ).toEqual(['snmp false', 'snmp-reload true']);
  });

  it('guards the files that SNMP may fetch', () => {
    expect(facts('snmp-server tftp-server-list 40').aclBindings).toMatchObject([
      { acl: '40', where: 'snmp tftp' },
    ]);
  });

  it.each(['snmp-server location x', 'snmp-server enable traps', 'snmp-server ifindex persist'])(
    'sets %j aside',
    (line) => {
      expect(facts(line).unread).toEqual([]);
    },
  );
});

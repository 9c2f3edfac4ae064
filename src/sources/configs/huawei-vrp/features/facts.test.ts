import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { huaweiVrpConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(
    huaweiVrpConfig,
    `!Software Version V200R021C00SPC100\n#\nsysname r1\n#\n${lines.join('\n')}\n#\nreturn\n`,
  ).snapshots[0]!;
}

describe('users', () => {
  it.each([
    ['password irreversible-cipher $1c$salt$hash$', 'irreversible-cipher', 'strong', 14],
    ['password cipher %^%#Synth 1%^%#', 'cipher', 'reversible', 15],
    ['password simple Synth1', 'simple', 'plaintext', 6],
    ['password $1a$salt$hash', 'irreversible-cipher', 'strong', 13],
    ['password Synth1', '0', 'plaintext', 6],
  ])('grades %j', (rest, type, strength, length) => {
    const { users } = facts('aaa', ` local-user a ${rest}`);
    expect(users).toMatchObject([{ name: 'a', secret: { type, strength, length, use: 'user a' } }]);
  });

  it.each([
    ['privilege level 15', 15],
    ['level 3', 3],
  ])('joins %j to the user', (rest, privilege) => {
    expect(facts('aaa', ' local-user a password simple Synth1', ` local-user a ${rest}`).users).toMatchObject(
      [{ name: 'a', privilege }],
    );
  });

  it('does not read half a level, and takes nobody for a user who is taken away', () => {
    expect(facts('aaa', ' local-user a privilege lev').unread).toMatchObject([{ area: 'users' }]);
    expect(facts('aaa', ' undo local-user a').users).toEqual([]);
  });

  it('reads the administrators of firewalls', () => {
    const { users } = facts('aaa', ' manager-user m', '  password cipher @%@%Synth 1@%@%', '  level 15');
    expect(users).toMatchObject([{ name: 'm', privilege: 15, secret: { type: 'cipher', length: 15 } }]);
  });

  it('keeps the password for more rights by its level', () => {
    expect(facts('super password level 3 cipher %^%#Synth1%^%#').secrets).toMatchObject([
      { use: 'enable 3', type: 'cipher' },
    ]);
  });
});

describe('AAA', () => {
  it('gives schemes, and what is recorded of commands and where', () => {
    const { aaaMethods } = facts(
      'aaa',
      ' authentication-scheme s',
      '  authentication-mode radius local',
      ' authorization-scheme s',
      '  authorization-cmd 15 hwtacacs',
      ' recording-scheme r',
      '  recording-mode hwtacacs T',
      ' cmd recording-scheme r',
    );
    expect(aaaMethods.map((m) => [m.phase, m.service, m.list, m.methods.join(' ')])).toEqual([
      ['authentication', 'login', 's', 'group radius local'],
      ['authorization', 'commands 15', 's', 'group tacacs+'],
      ['accounting', 'commands', 'r', 'stop-only group tacacs+'],
    ]);
  });

  it('gives one server for each address of a template, with its key', () => {
    const { aaaServers, aaaGroups } = facts(
      'hwtacacs-server template T',
      ' hwtacacs-server authentication 192.0.2.1 vpn-instance M',
      ' hwtacacs-server accounting 192.0.2.1',
      ' hwtacacs-server authentication 192.0.2.2 4949 secondary',
      ' hwtacacs-server shared-key cipher %^%#Synth1%^%#',
    );
    expect(aaaServers).toMatchObject([
      { address: '192.0.2.1', port: null, secret: { use: 'tacacs' } },
      { address: '192.0.2.2', port: 4949, secret: { use: 'tacacs' } },
    ]);
    expect(aaaGroups).toMatchObject([{ name: 'T', members: ['192.0.2.1', '192.0.2.2'], vrf: 'M' }]);
  });
});

describe('terminals', () => {
  it('read lists, protocols, time-outs and levels', () => {
    const { lines, aclBindings } = facts(
      'user-interface vty 0 4',
      ' acl 2000 inbound',
      ' acl 2001 outbound',
      ' protocol inbound ssh',
      ' idle-timeout 5 30',
      ' user privilege level 15',
      ' authentication-mode aaa',
    );
    expect(lines).toMatchObject([
      {
        kind: 'vty',
        first: 0,
        last: 4,
        accessIn: '2000',
        accessOut: '2001',
        transportInput: ['ssh'],
        execTimeout: 330,
        privilege: 15,
        login: 'aaa',
      },
    ]);
    expect(aclBindings.map((b) => [b.acl, b.where, b.direction])).toEqual([
      ['2000', 'vty 0 4', 'in'],
      ['2001', 'vty 0 4', 'out'],
    ]);
  });

  it('say nothing where no line does', () => {
    expect(facts('user-interface vty 0 4').lines).toMatchObject([
      { accessIn: null, transportInput: null, execTimeout: null, privilege: null },
    ]);
  });
});

describe('services', () => {
  it.each([
    ['telnet server enable', 'telnet', true],
    ['undo telnet server enable', 'telnet', false],
    ['stelnet server enable', 'ssh', true],
    ['FTP server enable', 'ftp-server', true],
    ['http server enable', 'http', true],
    ['undo lldp enable', 'lldp', false],
    ['ssh server compatible-ssh1x enable', 'ssh1', true],
    ['snmp-agent', 'snmp', true],
  ])('reads %j', (line, name, enabled) => expect(facts(line).services).toMatchObject([{ name, enabled }]));

  it('joins port and list of a service to it', () => {
    expect(
      facts('stelnet server enable', 'ssh server port 22022', 'ssh server acl 2000').services,
    ).toMatchObject([{ name: 'ssh', enabled: true, port: 22_022, acl: '2000' }]);
  });

  it.each([
    ['ssh server cipher aes256_ctr 3des_cbc', 'cipher', ['aes256_ctr', '3des_cbc']],
    ['ssh server key-exchange dh_group1_sha1', 'key-exchange', ['dh_group1_sha1']],
    ['ssh server dh-exchange min-len 1024', 'key-length', ['1024']],
  ])('reads %j', (line, part, values) => {
    const { crypto } = facts(line);
    expect(crypto.map((use) => use.value)).toEqual(values);
    expect(crypto[0]).toMatchObject({ area: 'ssh', part });
  });
});

describe('access lists', () => {
  it.each([
    [
      'acl number 2000',
      'rule 5 permit source 192.0.2.0 0.0.0.255',
      ['permit', 'ip', '192.0.2.0/24', 'any', null],
    ],
    ['acl number 2000', 'rule permit source 192.0.2.1 0', ['permit', 'ip', '192.0.2.1/32', 'any', null]],
    ['acl number 2000', 'rule 5 deny', ['deny', 'ip', 'any', 'any', null]],
    [
      'acl number 3000',
      'rule 5 permit tcp source any destination 192.0.2.0 0.0.0.255 destination-port eq 22',
      ['permit', 'tcp', 'any', '192.0.2.0/24', 'eq 22'],
    ],
    [
      'acl 3000',
      'rule 5 permit udp source-port range 1 9',
      ['permit', 'udp', 'any', 'any', 'from range 1 9'],
    ],
    [
      'acl name X advance',
      'rule 5 deny ip source address-set S',
      ['deny', 'ip', 'host-group S', 'any', null],
    ],
    [
      'acl ipv6 number 2000',
      'rule 5 permit source 2001:DB8::/32',
      ['permit', 'ip', '2001:db8::/32', 'any', null],
    ],
    [
      'acl ipv6 number 3000',
      'rule 5 permit tcp source 2001:DB8::1 128',
      ['permit', 'tcp', '2001:db8::1/128', 'any', null],
    ],
  ])('%s: reads %j', (head, rule, expected) => {
    const [entry] = facts(head, ` ${rule}`).acls[0]!.entries;
    expect(entry && [entry.action, entry.protocol, entry.source, entry.destination, entry.ports]).toEqual(
      expected,
    );
  });

  it('tell which rules log', () => {
    expect(facts('acl number 3000', ' rule 5 deny ip logging').acls[0]!.entries).toMatchObject([
      { log: true },
    ]);
  });

  it('of frames are set aside, and rules that nobody understands are not read', () => {
    expect(facts('acl number 4000', ' rule 5 permit').acls).toEqual([]);
    expect(facts('acl number 3000', ' rule 5 frob').unread).toMatchObject([
      { text: 'rule 5 frob', area: 'acls' },
    ]);
  });
});

describe('SNMP, logging and time', () => {
  it.each([
    ['community read cipher %^%#Synth1%^%# mib-view iso acl 2000', 'ro', 'cipher', '2000'],
    ['community write simple private', 'rw', 'community', null],
    ['community read public', 'ro', 'community', null],
  ])('reads %j', (rest, access, type, acl) =>
    expect(facts(`snmp-agent ${rest}`).snmp.communities).toMatchObject([{ access, acl, secret: { type } }]),
  );

  it('joins what several statements say of a user', () => {
    const { snmp, secrets } = facts(
      'snmp-agent usm-user v3 u group G',
      'snmp-agent usm-user v3 u authentication-mode md5 cipher %^%#Synth1%^%#',
      'snmp-agent usm-user v3 u privacy-mode aes128 cipher %^%#Synth2%^%#',
    );
    expect(snmp.users).toMatchObject([{ name: 'u', group: 'G', auth: 'md5', priv: 'aes128' }]);
    expect(secrets.map((secret) => secret.use)).toEqual(['snmp user', 'snmp user']);
  });

  it('reads hosts, transport and level of logging', () => {
    const { logging } = facts(
      'info-center loghost 192.0.2.1 transport tcp ssl-policy P vpn-instance M',
      'info-center source default channel 2 log level warning',
    );
    expect(logging).toMatchObject({
      hosts: [{ address: '192.0.2.1', transport: 'tls', vrf: 'M' }],
      trap: { level: 4 },
      enabled: null,
    });
    expect(facts('undo info-center enable').logging.enabled).toBe(false);
    expect(facts('info-center loghost source-ip 192.0.2.3').logging).toMatchObject({
      hosts: [],
      sourceInterface: '192.0.2.3',
    });
  });

  it('counts a key on a time server only when the device authenticates', () => {
    const server = 'ntp-service unicast-server 192.0.2.1 authentication-keyid 1 vpn-instance M';
    expect(facts(server).ntpServers).toMatchObject([{ authenticated: false, vrf: 'M' }]);
    expect(facts('ntp-service authentication enable', server).ntpServers).toMatchObject([
      { authenticated: true },
    ]);
  });

  it.each([
    ['add 05:30:00', 330],
    ['minus 03:00:00', -180],
  ])('reads the zone %j', (rest, minutes) =>
    expect(facts(`clock timezone Z ${rest}`).zoneOffsetMinutes).toBe(minutes),
  );
});

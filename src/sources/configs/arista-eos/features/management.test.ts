import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { aristaEosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(
    aristaEosConfig,
    `! device: e1 (vEOS, EOS-4.28.3M)\nhostname e1\n${lines.join('\n')}\nend\n`,
  ).snapshots[0]!;
}

const lines = (...text: string[]): string[] =>
  facts(...text).lines.map(
    (l) =>
      `${l.kind} ${l.transportInput?.join(' ') ?? '-'} ${l.accessIn ?? '-'} ${l.accessIn6 ?? '-'} ${l.execTimeout}`,
  );

describe('management blocks', () => {
  it.each([
    [['management ssh'], 'vty ssh - - null'],
    [['management ssh', '   idle-timeout 10', '   ip access-group A in'], 'vty ssh A - 600'],
    [['management ssh', '   ip access-group A vrf MGMT in', '   ipv6 access-group B in'], 'vty ssh A B null'],
    [['management ssh', '   shutdown'], 'vty none - - null'],
    [['management ssh', '   shutdown', '   !', '   vrf M', '      no shutdown'], 'vty ssh - - null'],
    [['management ssh', '   no shutdown', '   !', '   vrf default', '      shutdown'], 'vty ssh - - null'],
    [['management telnet', '   no shutdown'], 'vty telnet - - null'],
    [['management telnet', '   shutdown'], 'vty none - - null'],
    [['management telnet', '   idle-timeout 5'], 'vty - - - 300'],
    [['management console', '   idle-timeout 0'], 'console - - - 0'],
  ])('are terminal lines: %j', (text, expected) => {
    expect(lines(...text)).toEqual([expected]);
    expect(facts(...text).unread).toEqual([]);
  });

  it('of SSH tell port, lists and algorithms', () => {
    const read = facts(
      'management ssh',
      '   server-port 22822',
      '   ip access-group A in',
      '   cipher aes128-cbc aes256-ctr',
      '   mac hmac-sha2-512',
      '   key-exchange curve25519-sha256',
      '   hostkey server rsa',
      '   authentication mode password',
    );
    expect(read.services).toMatchObject([{ name: 'ssh', port: 22_822, acl: 'A', detail: 'password' }]);
    expect(read.aclBindings).toMatchObject([{ acl: 'A', where: 'ssh', direction: 'in' }]);
    expect(read.crypto.map((c) => `${c.part} ${c.value}`)).toEqual([
      'cipher aes128-cbc',
      'cipher aes256-ctr',
      'mac hmac-sha2-512',
      'key-exchange curve25519-sha256',
      'signature rsa',
    ]);
  });
});

describe('interfaces for programs', () => {
  const services = (...text: string[]): string[] =>
    facts(...text).services.map((s) => `${s.name} ${s.enabled} ${s.port} ${s.acl} ${s.detail}`);

  it.each([
    [['management api http-commands', '   shutdown'], ['eapi false null null null']],
    [
      [
        'management api http-commands',
        '   protocol https port 18443',
        '   no protocol http',
        '   no shutdown',
      ],
      ['eapi-https true 18443 null null', 'eapi-http false null null null', 'eapi true null null null'],
    ],
    [
      ['management api http-commands', '   protocol http localhost port 8080', '   no shutdown'],
      ['eapi-local true 8080 null null', 'eapi true null null null'],
    ],
    [
      [
        'management api http-commands',
        '   shutdown',
        '   !',
        '   vrf M',
        '      no shutdown',
        '      ip access-group A',
      ],
      ['eapi true null A null'],
    ],
    [
      ['management api gnmi', '   transport grpc default', '      port 6031'],
      ['gnmi true 6031 null grpc default'],
    ],
    [
      [
        'management api gnmi',
        '   transport grpc a',
        '      shutdown',
        '   transport grpc b',
        '      ip access-group A',
      ],
      ['gnmi false null null grpc a', 'gnmi true null A grpc b'],
    ],
    [['management api netconf', '   transport ssh x'], ['netconf true null null ssh x']],
    [['management cvx', '   no shutdown', '   server host 192.0.2.1'], ['cvx true null null 192.0.2.1']],
  ])('%j', (text, expected) => {
    expect(services(...text)).toEqual(expected);
    expect(facts(...text).unread).toEqual([]);
  });

  it('name the TLS profile that they use, and the profile what it allows', () => {
    const { crypto, unread } = facts(
      'management security',
      '   password minimum length 12',
      '   ssl profile P',
      '      tls versions 1.0 1.1',
      '      cipher-list AES256-SHA',
      'management api http-commands',
      '   protocol https ssl profile P',
    );
    expect(crypto.map((c) => `${c.subject} ${c.part} ${c.value}`)).toEqual([
      'profile P version 1.0',
      'profile P version 1.1',
      'profile P cipher aes256-sha',
      'eapi-https mode profile p',
    ]);
    expect(unread).toEqual([]);
  });
});

describe('logging', () => {
  it.each([
    ['logging host 192.0.2.1', '192.0.2.1 null null'],
    ['logging host 192.0.2.1 514 protocol tcp', '192.0.2.1 tcp null'],
    ['logging vrf M host 192.0.2.1 6514 protocol tls ssl-profile P', '192.0.2.1 tls M'],
    ['logging host log.example.net', 'log.example.net null null'],
  ])('%j', (line, expected) => {
    const { logging, unread } = facts(line);
    expect(logging.hosts.map((h) => `${h.address} ${h.transport} ${h.vrf}`)).toEqual([expected]);
    expect(unread).toEqual([]);
  });

  it('has a level, a source and a switch', () => {
    const { logging } = facts(
      'no logging on',
      'logging trap errors',
      'logging vrf M source-interface Loopback1',
    );
    expect(logging).toMatchObject({ enabled: false, trap: { level: 3 }, sourceInterface: 'Loopback1' });
  });
});

describe('SNMP', () => {
  it('guards communities with lists, and the agent with others', () => {
    const { snmp, aclBindings } = facts(
      'snmp-server community C view V rw A',
      'snmp-server ipv4 access-list B vrf M',
      'no snmp-server vrf default',
    );
    expect(snmp.communities).toMatchObject([{ access: 'rw', acl: 'A', view: 'V' }]);
    expect(aclBindings.map((b) => `${b.acl} ${b.where}`)).toEqual(['A snmp community', 'B snmp']);
  });

  it('keeps localized keys as what they are', () => {
    const { snmp, secrets, crypto } = facts(
      'snmp-server user u G v3 localized f5 auth sha512 aa11 priv aes256 bb22',
    );
    expect(snmp.users).toMatchObject([{ name: 'u', group: 'G', auth: 'sha512', priv: 'aes256' }]);
    expect(secrets.map((s) => `${s.type} ${s.strength}`)).toEqual([
      'localized acceptable',
      'localized acceptable',
    ]);
    expect(crypto.map((c) => `${c.part} ${c.value}`)).toEqual(['authentication sha512', 'cipher aes256']);
  });

  it('runs programs for branches of the tree', () => {
    expect(facts('snmp-server extension .1.3.6 flash:/x').scripts).toMatchObject([{ kind: 'script' }]);
  });
});

describe('time', () => {
  it.each([
    ['ntp server vrf M 192.0.2.1 prefer key 1', 'ntp authenticate', true],
    ['ntp server 192.0.2.1 key 1', 'ntp serve', false],
    ['ntp server 192.0.2.1', 'ntp authenticate', false],
  ])('%j and %j', (server, more, authenticated) => {
    expect(facts(server, more).ntpServers).toMatchObject([{ address: '192.0.2.1', authenticated }]);
  });

  it('keeps keys and their algorithm', () => {
    const { secrets, crypto } = facts('ntp authentication-key 1 sha1 7 070C285F4D06');
    expect(secrets).toMatchObject([{ use: 'ntp', type: '7', length: 5 }]);
    expect(crypto).toMatchObject([{ area: 'ntp', value: 'sha1' }]);
  });

  it.each([
    ['ip tacacs vrf M source-interface Loopback0', 'tacacs'],
    ['ip ssh client source-interface Loopback0', 'ssh'],
    ['ntp local-interface vrf M Loopback0', 'ntp'],
    ['ip radius source-interface Loopback0', 'radius'],
  ])('%j names a source', (line, service) => {
    expect(facts(line).sourceInterfaces).toEqual({ [service]: 'Loopback0' });
  });
});

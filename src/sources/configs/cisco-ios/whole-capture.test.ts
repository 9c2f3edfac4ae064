import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { ciscoIosConfig } from './source.ts';

const read = (...lines: string[]): RecordingSink => readWith(ciscoIosConfig, `${lines.join('\n')}\n`);

const CERTIFICATE = [
  'crypto pki certificate chain SYNTH',
  ' certificate self-signed 01',
  ...Array.from(
    { length: 40 },
    () => '  3082022B 30820194 A0030201 02020101 300D0609 2A864886 F70D0101 04050030',
  ),
  '  \tquit',
];

describe('line numbers', () => {
  it('are those of the evidence after banners, certificates, log messages and a second device', () => {
    const text = [
      'pe-01#show running-config',
      'Building configuration...',
      '',
      'Current configuration : 4242 bytes',
      '!',
      'version 15.2',
      'hostname pe-01',
      'banner motd ^C',
      'username fake privilege 15 secret 0 x',
      '',
      '^C',
      ...CERTIFICATE,
      '*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: Configured from console by vty0 (192.0.2.1)',
      'username one secret 5 $1$synt$x',
      'end',
      '',
      'pe-02#sh run',
      'version 17.9',
      'hostname pe-02',
      'username two secret 9 $9$synt$x',
      'end',
      'pe-02#',
    ];
    const sink = read(...text);
    expect(sink.snapshots.map((f) => f.hostname)).toEqual(['pe-01', 'pe-02']);
    for (const { users } of sink.snapshots)
      for (const user of users) expect(text[user.line - 1]).toContain(`username ${user.name} `);
    expect(sink.snapshots.flatMap((f) => f.users.map((u) => u.name))).toEqual(['one', 'two']);
  });

  it('count from where the part of a larger piece of evidence begins', () => {
    const sink = readWith(ciscoIosConfig, 'version 15.2\nusername a nopassword\nend\n', {
      start: { line: 1001, byte: 50_000 },
    });
    expect(sink.snapshots[0]!.users).toMatchObject([{ line: 1002 }]);
  });

  it('do not depend on how the bytes come in', () => {
    const text = [...CERTIFICATE, 'version 15.2', 'hostname r1', 'username a nopassword', 'end', ''].join(
      '\r\n',
    );
    const whole = JSON.stringify(readWith(ciscoIosConfig, text).snapshots);
    for (const chunk of [1, 2, 3, 7, 64, 1000])
      expect(JSON.stringify(readWith(ciscoIosConfig, text, { chunk }).snapshots)).toBe(whole);
  });
});

describe('residue of the pager', () => {
  const MORES = [
    ['with backspaces', ` --More-- ${'\b'.repeat(9)}${' '.repeat(9)}${'\b'.repeat(9)}`],
    ['with returns', ` --More-- \r${' '.repeat(10)}\r`],
    ['with backspaces lost', ` --More--${' '.repeat(9)} `.slice(0, -1)],
    ['with escape sequences', ' --More-- \u001b[9D\u001b[K\r'],
  ] as const;

  it.each(MORES)('%s does not hide the statement behind it', (_, residue) => {
    const sink = read(
      'pe-01#show run',
      'version 15.2',
      'hostname pe-01',
      'interface Tunnel7',
      `${residue} tunnel destination 203.0.113.9`,
      `${residue}username a nopassword`,
      'end',
    );
    expect(sink.snapshots[0]!.tunnels).toMatchObject([
      { name: 'Tunnel7', destination: '203.0.113.9', line: 4 },
    ]);
    expect(sink.snapshots[0]!.users).toMatchObject([{ name: 'a', line: 6 }]);
  });

  it('alone on its line is nothing', () => {
    expect(read('version 15.2', 'hostname r1', ' --More-- ', 'end').snapshots[0]!.unread).toEqual([]);
  });
});

describe('secrets', () => {
  const PLANTED = 'Xq7-Planted';
  const LINES = [
    'username a privilege 15 password 0 @',
    'username a secret @',
    'enable secret @',
    'enable password level 7 0 @',
    'tacacs-server host 192.0.2.1 key @',
    'tacacs-server key 0 @',
    'radius-server host 192.0.2.1 auth-port 1 key 0 @',
    'snmp-server community @ RW',
    'snmp-server host 192.0.2.1 version 2c @',
    'snmp-server user u G v3 auth sha @ priv aes 128 @',
    'ntp authentication-key 1 md5 @',
    'crypto isakmp key @ address 192.0.2.1',
    'ip ftp password @',
    'ip http client password 0 @',
    'mpls ldp neighbor 192.0.2.1 password @',
    'boot system ftp://u:@@192.0.2.1/x',
    'alias exec x tclsh ftp://u:@@192.0.2.1/x',
    'alias exec x copy run ftp://u:@@192.0.2.1/x',
    'frobnicate password @',
    'frobnicate secret 0 @',
    'event manager environment _pass @',
    'kron policy-list K\n cli copy run ftp://u:@@192.0.2.1/x',
    'archive\n path ftp://u:@@192.0.2.1/x',
    'line vty 0 4\n password @',
    'line vty 0 4\n autocommand copy run ftp://u:@@192.0.2.1/x',
    'interface Gi0/1\n description wan password @',
    'interface Gi0/1\n ip nhrp authentication @',
    'interface Gi0/1\n ip ospf message-digest-key 1 md5 @',
    'interface Gi0/1\n standby 1 authentication md5 key-string @',
    'key chain K\n key 1\n  key-string @',
    'router bgp 1\n neighbor 192.0.2.1 password @',
    'router isis\n area-password @',
    'l2tp-class L\n password @',
    'parser view V\n secret @',
    'crypto keyring K\n pre-shared-key address 192.0.2.1 key @',
    'crypto ikev2 keyring K\n peer P\n  pre-shared-key @',
    'tacacs server T\n key @',
    'radius server R\n key @\n pac key @',
    'aaa server radius dynamic-author\n client 192.0.2.1 server-key @',
    'aaa group server tacacs+ G\n server-private 192.0.2.1 key @',
    'ldap server L\n bind authenticate root-dn x password @',
    'wlan W\n security wpa psk set-key ascii 0 @',
    'call-home\n mail-server u:@@192.0.2.1 priority 1',
    'sip-ua\n authentication username u password 0 @',
    'controller Cellular 0\n profile id 1 authentication chap username u password @',
    'macro name M\nusername x password @',
  ];

  it.each(LINES)('of %j leave no trace in facts, records and ledger', (line) => {
    const planted = line.replaceAll('@', PLANTED).replaceAll(`:${PLANTED}${PLANTED}`, `:${PLANTED}@`);
    const sink = read('version 15.2', 'hostname r1', planted, 'end');
    expect(sink.snapshots).toHaveLength(1);
    expect(JSON.stringify([sink.snapshots, sink.records, sink.accounts])).not.toContain(PLANTED);
  });

  it('leave no trace in any mix of lines, however they come in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        (lines, chunk) => {
          const text = lines
            .join('\n')
            .replaceAll('@', PLANTED)
            .replaceAll(`:${PLANTED}${PLANTED}`, `:${PLANTED}@`);
          const sink = readWith(ciscoIosConfig, `version 15.2\n${text}\n`, { chunk });
          expect(JSON.stringify([sink.snapshots, sink.records, sink.accounts])).not.toContain(PLANTED);
          expect(sink.bytes()).toBe(text.length + 14);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a banner that a lost session cut off', () => {
  it('does not swallow the next device of the capture', () => {
    const sink = read(
      'pe-01#show run',
      'version 15.2',
      'hostname pe-01',
      'banner motd ^C',
      'Authorized access only',
      'pe-02#show run',
      'version 15.2',
      'hostname pe-02',
      'username two nopassword',
      'end',
      'pe-02#exit',
    );
    expect(sink.snapshots.map((f) => [f.hostname, f.complete, f.users.length])).toEqual([
      ['pe-01', false, 0],
      ['pe-02', true, 1],
    ]);
  });
});

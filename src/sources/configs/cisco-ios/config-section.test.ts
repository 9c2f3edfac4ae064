import { describe, expect, it } from 'vitest';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { opensFreeText } from '../kit/free-text.ts';
import { guardedArea } from '../kit/guard-words.ts';
import { ciscoIosConfig } from './source.ts';

const read = (...lines: string[]): RecordingSink =>
  readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`);

describe('opensFreeText', () => {
  it.each([
    ['banner motd ^C', '^C'],
    ['banner login ^CWelcome', '^C'],
    ['banner exec #', '#'],
    ['banner motd ^Chello^C', null],
    ['banner motd ^C^C', null],
    ['aaa authentication banner ^CGo away', '^C'],
    ['macro name PORT', '@'],
    ['banner', null],
    ['interface Loopback0', null],
    ['username banner password 0 ^C', null],
  ])('finds the end mark of %j', (body, delimiter) => {
    expect(opensFreeText(body)?.mark ?? null).toBe(delimiter);
  });
});

describe('guardedArea', () => {
  it.each([
    ['ip route 10.0.0.0', 'routes'],
    ['frob gre', 'tunnels'],
    ['frob ipsec', 'crypto'],
    ['frob', null],
    ['', null],
    ['constructor toString', null],
  ])('puts %j into %s', (text, area) => {
    expect(guardedArea(text.split(' '))).toBe(area);
  });
});

describe('lines that are no statements', () => {
  it('do not end the block that they interrupt', () => {
    const sink = read(
      'interface Tunnel0',
      ' tunnel source Loopback0',
      '*Oct 16 03:12:44.123: %SYS-5-CONFIG_I: Configured from console by noc on vty0 (192.0.2.1)',
      ' tunnel destination 203.0.113.9',
    );
    expect(sink.snapshots[0]!.tunnels).toMatchObject([{ source: 'Loopback0', destination: '203.0.113.9' }]);
    expect(sink.accounts.map((a) => a.reason)).toContain('log message on the terminal');
  });

  it('may be comments with any indentation', () => {
    const sink = read('interface Tunnel0', '!', ' !', '! x', ' tunnel destination 203.0.113.9');
    expect(sink.snapshots[0]!.tunnels).toMatchObject([{ destination: '203.0.113.9' }]);
  });

  it('may be the pages of a certificate', () => {
    const sink = read(
      'crypto pki certificate chain T',
      ' certificate 01',
      '  30820330 A0030201',
      '  \tquit',
      'no vstack',
    );
    expect(sink.snapshots[0]!.unread).toEqual([]);
    expect(sink.snapshots[0]!.services).toMatchObject([{ name: 'smart-install' }]);
  });
});

describe('secrets in statements that no feature reads for them', () => {
  it.each([
    ['interface Gi0/1', ' ip ospf message-digest-key 1 md5 7 0822455D0A16', 'ospf', '7'],
    ['interface Gi0/1', ' standby 1 authentication md5 key-string 7 0822455D0A16', 'hsrp', '7'],
    ['interface Gi0/1', ' vrrp 1 authentication text Synthetic', 'vrrp', '0'],
    ['interface Gi0/1', ' ppp chap password 0 Synthetic', 'ppp', '0'],
    ['key chain K', ' key-string Synthetic', 'key chain', '0'],
    ['router isis', ' area-password Synthetic', 'isis', '0'],
    ['router ospf 1', ' area 0 virtual-link 192.0.2.1 message-digest-key 1 md5 Synthetic', 'ospf', '0'],
    ['mpls ldp neighbor 192.0.2.1 password 7 0822455D0A16', '!', 'ldp', '7'],
    ['ip ftp password 7 0822455D0A16', '!', 'ftp', '7'],
    ['frob password 0 Synthetic', '!', 'other', '0'],
  ])('are found: %s %s', (line, child, use, type) => {
    const sink = read(line, child);
    expect(sink.snapshots[0]!.secrets).toMatchObject([{ use, type }]);
    expect(JSON.stringify([sink.snapshots, sink.accounts])).not.toMatch(/Synthetic|0822455D0A16/);
  });

  it.each([
    ['key chain K', ' key 1'],
    ['interface Tunnel0', ' tunnel key 100'],
    ['crypto key generate rsa', '!'],
    ['service password-encryption', '!'],
    ['interface Gi0/1', ' ip ospf authentication message-digest'],
    ['router ospf 1', ' area 0 authentication message-digest'],
    ['aaa authentication login default local', '!'],
  ])('are not seen where there are none: %s %s', (line, child) => {
    expect(read(line, child).snapshots[0]!.secrets).toEqual([]);
  });
});

describe('limits', () => {
  it('keep some unread statements of every area', () => {
    const many = Array.from({ length: 500 }, (_, i) => `frob gre ${i}`);
    const { unread } = read(...many, 'frob tacacs').snapshots[0]!;
    expect(unread.filter((line) => line.area === 'aaa')).toHaveLength(1);
    expect(unread.length).toBeLessThan(500);
  });

  it('hold for long lines of show output and of banners', () => {
    const long = 'x '.repeat(30_000);
    const sink = read('banner motd ^C', long, '^C', `description ${long}`);
    expect(sink.snapshots[0]!.unread[0]!.text.length).toBeLessThanOrEqual(160);
  });
});

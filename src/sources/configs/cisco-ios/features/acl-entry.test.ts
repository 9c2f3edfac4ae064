import { describe, expect, it } from 'vitest';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';
import { readExtendedEntry, readStandardEntry } from './acl-entry.ts';

const show = (entry: ReturnType<typeof readExtendedEntry>): string | null =>
  entry &&
  `${entry.action} ${entry.protocol} ${entry.source} > ${entry.destination} [${entry.ports ?? ''}]${entry.log ? ' log' : ''}`;

describe('readStandardEntry', () => {
  it.each([
    ['permit 203.0.113.5', 'permit ip 203.0.113.5/32 > any []'],
    ['permit host 203.0.113.5 log', 'permit ip 203.0.113.5/32 > any [] log'],
    ['deny any', 'deny ip any > any []'],
    ['permit 10.0.0.0 0.0.0.255', 'permit ip 10.0.0.0/24 > any []'],
    ['permit 10.0.0.1 0.0.255.0', 'permit ip 10.0.0.1 0.0.255.0 > any []'],
    ['permit', null],
    ['allow any', null],
    ['permit 10.0.0', null],
  ])('reads %j', (text, entry) => {
    expect(show(readStandardEntry(text.split(' ')))).toBe(entry);
  });
});

describe('readExtendedEntry', () => {
  it.each([
    ['permit ip any any', 'permit ip any > any []'],
    [
      'permit tcp any eq 1024 host 192.0.2.1 eq 22 established',
      'permit tcp any > 192.0.2.1/32 [from eq 1024 eq 22 established]',
    ],
    ['permit tcp any host 192.0.2.1 eq 22 80 443 log', 'permit tcp any > 192.0.2.1/32 [eq 22 80 443] log'],
    ['permit tcp any eq 22 80 any', 'permit tcp any > any [from eq 22 80]'],
    ['permit udp any range 1 9 any range 5 6', 'permit udp any > any [from range 1 9 range 5 6]'],
    [
      'permit object-group SVC object-group A object-group B',
      'permit service-group SVC host-group A > host-group B []',
    ],
    ['permit 47 10.0.0.0 0.255.255.255 any', 'permit 47 10.0.0.0/8 > any []'],
    ['deny ip any any log-input', 'deny ip any > any [] log'],
    ['permit tcp 10.0.0.1 any', null],
    ['permit tcp any', null],
    ['permit', null],
  ])('reads %j', (text, entry) => {
    expect(show(readExtendedEntry(text.split(' '), false))).toBe(entry);
  });

  it('reads IPv6', () => {
    const words = 'permit tcp 2001:DB8::/32 host 2001:db8::1 eq ssh'.split(' ');
    expect(show(readExtendedEntry(words, true))).toBe('permit tcp 2001:db8::/32 > 2001:db8::1/128 [eq ssh]');
  });
});

describe('access lists', () => {
  const lists = (...lines: string[]): ReturnType<typeof readWith> =>
    readWith(ciscoIosConfig, `version 15.2\n${lines.join('\n')}\nend\n`);

  it('gathers the lines of a numbered list', () => {
    const { acls } = lists('access-list 10 permit 10.0.0.1', 'vlan 3', 'access-list 10 deny any')
      .snapshots[0]!;
    expect(acls).toMatchObject([{ name: '10', family: 'ipv4', line: 2, lineEnd: 4 }]);
    expect(acls[0]!.entries.map((entry) => entry.line)).toEqual([2, 4]);
  });

  it('keeps an IPv4 and an IPv6 list of one name apart', () => {
    const { acls } = lists(
      'ip access-list extended A',
      ' 10 permit ip any any',
      'ipv6 access-list A',
      ' permit ipv6 any any sequence 10',
    ).snapshots[0]!;
    expect(acls.map((acl) => `${acl.family} ${acl.entries.length}`)).toEqual(['ipv4 1', 'ipv6 1']);
  });

  it('sets lists of other protocols aside by name', () => {
    const sink = lists('access-list 700 permit 0000.0000.0000 ffff.ffff.ffff');
    expect(sink.accounts.map((a) => a.reason)).toContain('access list of another protocol');
  });

  it('reports an entry that it cannot read as a matter of access lists', () => {
    const sink = lists('ip access-list extended A', ' permit tcp nonsense');
    expect(sink.snapshots[0]!.unread).toMatchObject([{ area: 'acls' }]);
    expect(sink.unreadLines).toHaveLength(1);
  });

  it('tells where lists are used', () => {
    const { aclBindings } = lists(
      'class-map match-all C',
      ' match access-group name COPP',
      'route-map R permit 10',
      ' match ip address 7 8',
      'ip nat inside source list 9 interface Gi0/0 overload',
      'ntp access-group peer 5',
    ).snapshots[0]!;
    expect(aclBindings.map((b) => `${b.acl} ${b.where}`)).toEqual([
      'COPP class-map C',
      '7 route-map R',
      '8 route-map R',
      '9 nat',
      '5 ntp peer',
    ]);
  });
});

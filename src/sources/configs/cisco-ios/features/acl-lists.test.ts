import { describe, expect, it } from 'vitest';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

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

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const entries = (...lines: string[]): string[] =>
  facts(...lines).acls.flatMap((acl) =>
    acl.entries.map(
      (e) =>
        `${acl.name} ${e.action} ${e.protocol} ${e.source} > ${e.destination} ${e.ports ?? '-'} @${e.line}`,
    ),
  );

describe('access lists of every form', () => {
  it.each([
    [['access-list 10 permit 10.0.0.1'], '10 permit ip 10.0.0.1/32 > any - @3'],
    [['access-list 10 permit 10.0.0.0 0.255.255.255 log'], '10 permit ip 10.0.0.0/8 > any - @3'],
    [['access-list 10 permit 0.0.0.0 255.255.255.255'], '10 permit ip any > any - @3'],
    [['access-list  10  deny   any'], '10 deny ip any > any - @3'],
    [['access-list 1300 permit host 10.0.0.1'], '1300 permit ip 10.0.0.1/32 > any - @3'],
    [['access-list 100 permit ip any host 10.0.0.1'], '100 permit ip any > 10.0.0.1/32 - @3'],
    [['access-list 2699 deny tcp any any eq telnet'], '2699 deny tcp any > any eq telnet @3'],
    [['ip access-list standard S', ' 10 permit 10.0.0.1'], 'S permit ip 10.0.0.1/32 > any - @4'],
    [['ip access-list extended E', ' permit esp any any'], 'E permit esp any > any - @4'],
    [
      ['ip access-list extended 150', ' 10 permit icmp any any echo-reply'],
      '150 permit icmp any > any echo-reply @4',
    ],
    [
      ['ipv6 access-list I', ' sequence 10 permit tcp any host 2001:DB8::0:1 eq 22'],
      'I permit tcp any > 2001:db8::1/128 eq 22 @4',
    ],
    [
      ['ipv6 access-list I', ' deny ipv6 2001:DB8:1::5/48 any log-input'],
      'I deny ipv6 2001:db8:1::/48 > any - @4',
    ],
    [
      ['access-list 101 permit tcp any gt 1023 host 10.0.0.1 range 20 21'],
      '101 permit tcp any > 10.0.0.1/32 from gt 1023 range 20 21 @3',
    ],
    [
      ['access-list 101 permit tcp any any eq 22 time-range NIGHT'],
      '101 permit tcp any > any eq 22 time-range NIGHT @3',
    ],
  ])('reads %j', (lines, entry) => {
    expect(entries(...lines)).toEqual([entry]);
    expect(facts(...lines).unread).toEqual([]);
  });

  it.each([
    ['access-list 10 permit 10.0.0.300'],
    ['access-list 10 permit'],
    ['access-list 101 permit tcp any'],
    ['access-list 101 permit tcp 10.0.0.1 any'],
    ['access-list 101 dynamic LOCK permit ip any any'],
    ['ip access-list extended E', ' evaluate REFLECTED'],
    ['ipv6 access-list I', ' permit ipv6 2001:db8::/129 any'],
    ['ipv6 access-list I', ' permit ipv6 10.0.0.0 0.0.0.255 any'],
  ])('reports %j %j, for it may let someone in', (...lines) => {
    expect(entries(...lines)).toEqual([]);
    expect(facts(...lines).unread).toMatchObject([{ area: 'acls', line: 2 + lines.length }]);
  });

  it('keeps a mask that is no network as written', () => {
    expect(entries('access-list 10 permit 10.0.0.1 0.0.255.0')).toEqual([
      '10 permit ip 10.0.0.1 0.0.255.0 > any - @3',
    ]);
  });

  it('keeps the order and every duplicate, and skips remarks', () => {
    expect(
      entries(
        'access-list 10 remark permit 10.9.9.9',
        'access-list 10 permit 10.0.0.1',
        'access-list 10 permit 10.0.0.1',
        'access-list 10 deny any log',
      ).map((e) => e.split(' ').at(-1)),
    ).toEqual(['@4', '@5', '@6']);
  });

  it('joins a numbered list with its named form', () => {
    const { acls } = facts(
      'access-list 10 permit 10.0.0.1',
      'ip access-list standard 10',
      ' 20 permit 10.0.0.2',
    );
    expect(acls).toMatchObject([{ name: '10', line: 3, lineEnd: 5 }]);
    expect(acls[0]!.entries).toHaveLength(2);
  });

  it('knows a list that is empty, which lets everything through where it is bound', () => {
    expect(facts('ip access-list extended HOLE').acls).toMatchObject([{ name: 'HOLE', entries: [] }]);
  });

  it('adds none that is taken away', () => {
    expect(facts('no access-list 10', 'no ip access-list extended E').acls).toEqual([]);
  });

  it.each([
    'access-list 201 permit 0x0000',
    'access-list 1100 permit 0000.0000.0000 ffff.ffff.ffff',
    'mac access-list extended M',
  ])('sets %j aside', (line) => {
    const read = facts(line);
    expect(read.acls).toEqual([]);
    expect(read.unread).toEqual([]);
  });
});

describe('places where lists are used', () => {
  it.each([
    [['class-map match-any C', ' match access-group 120'], '120 class-map C @4'],
    [['route-map R permit 10', ' match ipv6 address SIX'], 'SIX route-map R @4'],
    [['ip nat inside source list 9 pool P overload'], '9 nat @3'],
    [['login quiet-mode access-class QUIET'], 'QUIET login-quiet-mode @3'],
  ])('reads %j', (lines, binding) => {
    expect(facts(...lines).aclBindings.map((b) => `${b.acl} ${b.where} @${b.line}`)).toEqual([binding]);
  });

  it('does not take a prefix list for an access list', () => {
    expect(facts('route-map R permit 10', ' match ip address prefix-list P').aclBindings).toEqual([]);
  });
});

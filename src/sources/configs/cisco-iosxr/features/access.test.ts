import { describe, expect, it } from 'vitest';
import { factsOf, unreadOf } from '../fixture.ts';

describe('users', () => {
  it.each([
    [['username a', ' group root-lr', ' secret 10 $6$s$h'], '10', 'acceptable', 'root-lr'],
    [['username a', ' secret 5 $1$s$h'], '5', 'weak', null],
    [['username a', ' password 7 097F57070D0D1206020F491A3C75'], '7', 'reversible', null],
    [['username a secret 0 clear-text'], '0', 'plaintext', null],
    [['username a', ' password clear-text'], '0', 'plaintext', null],
    [['username a', ' secret 8 $8$s$h'], '8', 'strong', null],
    [['username a', ' secret 9 $9$s$h'], '9', 'acceptable', null],
  ])('%j', (lines, type, strength, role) => {
    const [user] = factsOf(...lines).users;
    expect(user).toMatchObject({ name: 'a', privilege: null, role, secret: { type, strength } });
  });

  it('joins lines of one user', () => {
    const { users } = factsOf('username a', ' group x', ' group y', '!', 'username a secret 0 pw-1');
    expect(users).toMatchObject([{ name: 'a', role: 'x, y', secret: { type: '0' } }]);
  });

  it('reads accounts of the host system and of recovery', () => {
    const { users } = factsOf(
      'aaa authentication users user root',
      ' uid 0',
      ' password $1$s$h',
      '!',
      'aaa disaster-recovery username dr password 0 text-1',
    );
    expect(users).toMatchObject([
      { name: 'root', role: 'host system', secret: { type: '5', strength: 'weak' } },
      { name: 'dr', role: 'disaster recovery' },
    ]);
  });

  it('leaves what it does not know below a user', () => {
    expect(unreadOf('username a', ' frobnicate')).toEqual(['frobnicate']);
  });
});

describe('aaa', () => {
  it('reads methods without taking the list for a level', () => {
    const { aaaMethods } = factsOf('aaa accounting commands default start-stop group G none');
    expect(aaaMethods).toMatchObject([
      { service: 'commands', list: 'default', methods: ['start-stop', 'group G', 'none'] },
    ]);
  });

  it.each([
    [['tacacs-server host 192.0.2.5 port 50', ' key 7 02351D551F0E0A35454D442D0414'], '7', 50],
    [['tacacs-server key 0 abcdef', 'tacacs-server host 192.0.2.5'], '0', null],
    [
      [
        'aaa group server tacacs+ G',
        ' server-private 192.0.2.5 port 49',
        '  key encrypted 02351D551F0E0A35454D442D0414',
      ],
      '7',
      49,
    ],
  ])('finds the key of %j', (lines, type, port) => {
    expect(factsOf(...lines).aaaServers).toMatchObject([
      { address: '192.0.2.5', protocol: 'tacacs+', port, secret: { type, use: 'tacacs' } },
    ]);
  });

  it('keeps groups with their VRF and source', () => {
    const facts = factsOf(
      'aaa group server radius R',
      ' server 192.0.2.6',
      ' vrf M',
      ' source-interface Lo0',
    );
    expect(facts.aaaGroups).toMatchObject([
      { name: 'R', protocol: 'radius', members: ['192.0.2.6'], vrf: 'M' },
    ]);
    expect(facts.sourceInterfaces).toEqual({ radius: 'Lo0' });
  });

  it('reads clients of change-of-authorization', () => {
    const facts = factsOf(
      'aaa server radius dynamic-author',
      ' client 192.0.2.7 vrf default',
      '  server-key 7 02351D551F0E0A35454D442B0413',
    );
    expect(facts.services).toMatchObject([{ name: 'radius-coa', detail: '192.0.2.7' }]);
  });
});

describe('lines', () => {
  it('apply templates to pools', () => {
    const { lines } = factsOf(
      'line template T',
      ' transport input ssh',
      ' transport output none',
      ' exec-timeout 5 30',
      ' access-class ingress A',
      'line default',
      ' transport input all',
      'vty-pool default 0 9 line-template T',
      'vty-pool eem 100 105',
    );
    expect(lines).toMatchObject([
      {
        kind: 'vty',
        first: 0,
        last: 9,
        transportInput: ['ssh'],
        transportOutput: ['none'],
        execTimeout: 330,
        accessIn: 'A',
      },
      { kind: 'vty', first: 100, last: 105, transportInput: ['all'], accessIn: null },
    ]);
  });

  it('take the default template where no pool says otherwise', () => {
    expect(factsOf('line default', ' transport input ssh').lines).toMatchObject([
      { kind: 'vty', first: 0, last: 4 },
    ]);
  });

  it('bind lists with their direction', () => {
    const { aclBindings } = factsOf('line template T', ' access-class A ingress', ' access-class egress B');
    expect(aclBindings).toMatchObject([
      { acl: 'A', where: 'vty T', direction: 'in' },
      { acl: 'B', where: 'vty T', direction: 'out' },
    ]);
  });

  it('keep the password of a line', () => {
    const facts = factsOf('line console', ' secret 5 $1$s$h', ' exec-timeout 0 0');
    expect(facts.secrets).toMatchObject([{ use: 'line console', type: '5' }]);
    expect(facts.lines).toMatchObject([{ kind: 'console', execTimeout: 0 }]);
  });
});

describe('lists', () => {
  it('reads entries in blocks and in lines, and forgets removed lists', () => {
    const { acls } = factsOf(
      'ipv4 access-list A',
      ' 10 permit tcp 10.0.0.0/8 any eq ssh',
      ' remark text',
      'ipv4 access-list A 20 deny ipv4 any any log-input',
      'ipv4 access-list B',
      ' 10 permit ipv4 any any',
      'no ipv4 access-list B',
      'ipv6 access-list A',
      ' 10 permit ipv6 host 2001:db8::1 any',
    );
    expect(
      acls.map(
        ({ name, family, entries }) =>
          `${family} ${name}: ${entries.map((e) => `${e.action} ${e.source}`).join(', ')}`,
      ),
    ).toEqual(['ipv4 A: permit 10.0.0.0/8, deny any', 'ipv6 A: permit 2001:db8::1/128']);
  });

  it('puts groups in place', () => {
    const { acls } = factsOf(
      'object-group network ipv4 IN',
      ' 192.0.2.0/28',
      'object-group network ipv4 OPS',
      ' object-group IN',
      ' host 192.0.2.99',
      'ipv4 access-list A',
      ' 10 permit ipv4 net-group OPS any',
    );
    expect(acls[0]!.entries.map(({ source, through }) => `${source} ${through}`).toSorted()).toEqual([
      '192.0.2.0/28 OPS',
      '192.0.2.99/32 OPS',
    ]);
  });

  it('leaves an entry whose group is nowhere', () => {
    expect(unreadOf('ipv4 access-list A', ' 10 permit ipv4 net-group GONE any')).toHaveLength(1);
  });

  it('keeps next hops as policy routes', () => {
    const facts = factsOf(
      'ipv4 access-list S',
      ' 10 permit ipv4 any any nexthop1 vrf R ipv4 192.0.2.9 nexthop2 ipv4 192.0.2.10',
      'interface TenGigE0/0/0/1',
      ' ipv4 access-group S ingress',
    );
    expect(facts.policyRoutes).toMatchObject([
      { map: 'S', via: ['192.0.2.9', '192.0.2.10'], where: ['TenGigE0/0/0/1'] },
    ]);
  });
});

describe('management plane', () => {
  const plane = (...lines: string[]): ReturnType<typeof factsOf> =>
    factsOf(
      'control-plane',
      ' management-plane',
      '  inband',
      '   interface all',
      ...lines.map((line) => `    ${line}`),
    );

  it('names the peers that a protocol is allowed from', () => {
    const facts = plane(
      'allow SSH peer',
      ' address ipv4 10.0.0.0/8',
      ' address ipv6 2001:db8::/32',
      '!',
      'allow Telnet',
    );
    expect(facts.acls.map(({ name, entries }) => [name, ...entries.map((e) => e.source)])).toEqual([
      ['management-plane inband all SSH', '10.0.0.0/8', '2001:db8::/32'],
      ['management-plane inband all Telnet', 'any'],
    ]);
    expect(facts.aclBindings.map(({ where }) => where)).toEqual(['ssh', 'telnet']);
  });

  it('does not say any where a peer is not understood', () => {
    const facts = plane('allow SSH peer', ' address ipv4 some-peer');
    expect(facts.acls[0]!.entries).toEqual([]);
    expect(facts.unread).toHaveLength(1);
  });
});

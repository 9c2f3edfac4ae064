import { describe, expect, it } from 'vitest';
import { factsOf, unreadOf } from '../fixture.ts';

describe('users and secrets', () => {
  it.each([
    ['username a password abc', '0', 'plaintext', null],
    ['username a password abc encrypted privilege 15', 'encrypted', 'weak', 15],
    ['username a password $sha512$5000$a==$b== pbkdf2 privilege 2', 'pbkdf2', 'strong', 2],
    ['username a password abc nt-encrypted', 'nt-encrypted', 'weak', null],
  ])('%s', (line, type, strength, privilege) => {
    expect(factsOf(line).users).toMatchObject([{ name: 'a', privilege, secret: { type, strength } }]);
  });

  it('join the attributes of a user with it', () => {
    const facts = factsOf(
      'username a password abc encrypted privilege 15',
      'username a attributes',
      ' service-type nas-prompt',
      ' ssh authentication publickey 00:11 hashed',
    );
    expect(facts.users).toMatchObject([{ name: 'a', privilege: 15, role: 'nas-prompt' }]);
    expect(facts.services).toMatchObject([{ name: 'ssh-key', detail: 'a' }]);
  });

  it('say where there is no password', () => {
    expect(factsOf('username a nopassword').users).toMatchObject([{ role: 'no password', secret: null }]);
  });

  it('are not taken for reused where the device masked them', () => {
    const facts = factsOf(
      'enable password ***** encrypted',
      'username a password ***** pbkdf2',
      'aaa-server G protocol tacacs+',
      'aaa-server G (inside) host 192.0.2.1',
      ' key *****',
      'tunnel-group T ipsec-attributes',
      ' ikev1 pre-shared-key *****',
    );
    expect(facts.secrets).toEqual([]);
    expect(facts.users).toMatchObject([{ name: 'a', secret: null }]);
    expect(facts.aaaServers).toMatchObject([{ address: '192.0.2.1', secret: null }]);
  });

  it('are not looked for in banners', () => {
    expect(factsOf('banner motd the password abc is here').secrets).toEqual([]);
  });

  it('of failover are kept', () => {
    expect(factsOf('failover key abc', 'failover ipsec pre-shared-key 8 def').secrets).toMatchObject([
      { use: 'failover', type: '0', strength: 'plaintext' },
      { use: 'failover', type: '6', strength: 'acceptable' },
    ]);
  });
});

describe('aaa', () => {
  it('puts servers in their groups, by name or address', () => {
    const { aaaServers, aaaGroups } = factsOf(
      'name 192.0.2.9 TACHOST',
      'aaa-server G protocol tacacs+',
      'aaa-server G (inside) host TACHOST',
      ' server-port 4949',
      ' key abc',
      'aaa-server R protocol radius',
      'aaa-server R (inside) host 192.0.2.10 inline-key',
    );
    expect(aaaServers.map((s) => `${s.protocol} ${s.address} ${s.port} ${s.secret?.use}`)).toEqual([
      'tacacs+ 192.0.2.9 4949 tacacs',
      'radius 192.0.2.10 null radius',
    ]);
    expect(aaaGroups.map(({ name, members }) => `${name}: ${members.join()}`)).toEqual([
      'G: 192.0.2.9',
      'R: 192.0.2.10',
    ]);
  });

  it.each([
    ['aaa authentication ssh console G LOCAL', 'authentication', 'login ssh', ['group G', 'local']],
    ['aaa authentication enable console LOCAL', 'authentication', 'enable', ['local']],
    ['aaa accounting command G', 'accounting', 'commands 15', ['group G']],
    ['aaa accounting command privilege 15 G', 'accounting', 'commands 15', ['group G']],
    ['aaa authorization command G LOCAL', 'authorization', 'commands 15', ['group G', 'local']],
  ])('%s', (line, phase, service, methods) => {
    expect(factsOf(line).aaaMethods).toMatchObject([{ phase, service, list: 'default', methods }]);
  });
});

describe('access lists', () => {
  const entry = (line: string, ...before: string[]): string[] =>
    factsOf(...before, `access-list A ${line}`).acls[0]!.entries.map((e) =>
      [e.action, e.protocol, e.source, e.destination, e.ports, e.log].map(String).join(' '),
    );

  it.each([
    ['extended permit ip any any', 'permit ip any any null false'],
    ['extended permit tcp any4 host 10.0.0.1 eq https', 'permit tcp any 10.0.0.1/32 eq https false'],
    ['extended deny ip any any log', 'deny ip any any null true'],
    ['extended deny ip any any log disable', 'deny ip any any null false'],
    [
      'extended permit udp 10.0.0.0 255.255.255.0 range 1 5 any eq 53',
      'permit udp 10.0.0.0/24 any from range 1 5 eq 53 false',
    ],
    [
      'extended permit tcp any eq 80 10.0.0.0 255.0.0.0 gt 1023',
      'permit tcp any 10.0.0.0/8 from eq 80 gt 1023 false',
    ],
    ['extended permit object SVC any any', 'permit service-group SVC any any null false'],
    ['extended permit tcp any interface outside eq 443', 'permit tcp any interface outside eq 443 false'],
    ['extended permit ip 0.0.0.0 0.0.0.0 any', 'permit ip any any null false'],
    ['extended permit ip any6 2001:db8::/32', 'permit ip any 2001:db8::/32 null false'],
    ['standard permit host 10.0.0.1', 'permit ip 10.0.0.1/32 any null false'],
    ['standard permit any4', 'permit ip any any null false'],
    ['permit tcp any any eq 22', 'permit tcp any any eq 22 false'],
    ['advanced trust tcp ifc inside any ifc outside any rule-id 7', 'permit tcp any any rule-id 7 false'],
  ])('%s', (line, expected) => {
    expect(entry(line)).toEqual([expected]);
  });

  it('know names of addresses', () => {
    expect(entry('extended permit ip host JUMP any', 'name 10.0.0.9 JUMP')).toEqual([
      'permit ip 10.0.0.9/32 any null false',
    ]);
  });

  it('put objects and groups in place, through one another', () => {
    const { acls } = factsOf(
      'object network WEB',
      ' host 10.0.0.80',
      'object network POOL',
      ' range 10.0.0.8 10.0.0.11',
      'object-group network MORE',
      ' network-object 10.1.0.0 255.255.0.0',
      'object-group network OPS',
      ' network-object object WEB',
      ' group-object MORE',
      'access-list A extended permit tcp object-group OPS any eq ssh',
      'access-list A extended permit tcp object POOL any eq ssh',
    );
    expect(acls[0]!.entries.map(({ source, through }) => `${source} ${through}`).toSorted()).toEqual([
      '10.0.0.8/30 POOL',
      '10.0.0.80/32 OPS',
      '10.1.0.0/16 OPS',
    ]);
  });

  it('leave an entry unread whose group is not whole', () => {
    expect(
      unreadOf(
        'object network X',
        ' fqdn v4 synthetic.example',
        'access-list A extended permit ip object X any',
      ),
    ).toEqual(['fqdn v4 synthetic.example', 'access-list A extended permit ip object X any']);
  });

  it('do not hold what is not active', () => {
    expect(factsOf('access-list A extended permit ip any any inactive').acls).toEqual([]);
  });

  it('are bound to the interface itself and not to its name', () => {
    const { aclBindings } = factsOf(
      'interface GigabitEthernet0/1',
      ' nameif outside',
      'access-group A in interface outside',
      'access-group B global',
      'access-group C in interface outside control-plane',
    );
    expect(aclBindings.map(({ acl, where, direction }) => `${acl} ${where} ${direction}`)).toEqual([
      'A interface GigabitEthernet0/1 in',
      'B global null',
      'C copp null',
    ]);
  });
});

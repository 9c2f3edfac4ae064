import { describe, expect, it } from 'vitest';
import type { Acl } from '../../../../model/device-facts.ts';
import { factsOf } from '../reading.ts';

const T = 'firewall family inet filter F term';

const shown = (acls: readonly Acl[], name = 'F'): string[] =>
  acls
    .filter((acl) => acl.name === name)
    .flatMap((acl) => acl.entries)
    .map((e) =>
      [e.action, e.protocol, e.source, e.destination, e.ports, e.log ? 'log' : ''].filter(Boolean).join(' '),
    );

describe('filters', () => {
  it('give an entry for each source and protocol', () => {
    const { acls } = factsOf(
      `${T} A from source-address 10.0.0.0/8`,
      `${T} A from source-address 192.0.2.1`,
      `${T} A from protocol [ tcp udp ]`,
      `${T} A from destination-port [ ssh 1024-2048 ]`,
      `${T} A then accept`,
      `${T} B then log`,
      `${T} B then discard`,
    );
    expect(shown(acls)).toEqual([
      'permit tcp 10.0.0.0/8 any eq ssh 1024-2048',
      'permit udp 10.0.0.0/8 any eq ssh 1024-2048',
      'permit tcp 192.0.2.1/32 any eq ssh 1024-2048',
      'permit udp 192.0.2.1/32 any eq ssh 1024-2048',
      'deny ip any any log',
    ]);
  });

  it('put the networks of prefix lists in their place and say through which list', () => {
    const { acls } = factsOf(
      'policy-options prefix-list NOC 10.250.0.0/24',
      'policy-options prefix-list NOC 2001:db8::/32',
      `${T} A from source-prefix-list NOC`,
      `${T} A from source-prefix-list MISSING`,
      `${T} A then accept`,
    );
    const filter = acls.find((acl) => acl.name === 'F');
    expect(filter?.entries.map((e) => [e.source, e.through])).toEqual([
      ['10.250.0.0/24', 'NOC'],
      ['2001:db8::/32', 'NOC'],
      ['host-group MISSING', 'MISSING'],
    ]);
    expect(shown(acls, 'NOC')).toHaveLength(2);
  });

  it('resolve the path of a prefix list', () => {
    const { acls } = factsOf(
      'protocols bgp group G neighbor 192.0.2.7',
      'system radius-server 192.0.2.8 secret foo',
      'policy-options prefix-list L apply-path "protocols bgp group <*> neighbor <*>"',
      'policy-options prefix-list L apply-path "system radius-server <1*>"',
    );
    expect(shown(acls, 'L')).toEqual(['permit ip 192.0.2.7/32 any', 'permit ip 192.0.2.8/32 any']);
  });

  it('accept what a term without an end matches, and skip terms that go on', () => {
    const { acls } = factsOf(
      `${T} A then count x`,
      `${T} B from source-address 192.0.2.1/32`,
      `${T} B then next term`,
      `${T} C then policer P`,
    );
    expect(shown(acls)).toEqual(['permit ip any any', 'permit ip any any']);
  });

  it('keep exceptions beside the ports', () => {
    const { acls } = factsOf(
      `${T} A from source-address 0.0.0.0/0`,
      `${T} A from source-address 10.0.0.0/8 except`,
      `${T} A from source-port 53`,
      `${T} A from tcp-established`,
      `${T} A then reject`,
    );
    expect(shown(acls)).toEqual(['deny ip any any from eq 53, source except 10.0.0.0/8, tcp-established']);
  });

  it('do not multiply beyond bounds', () => {
    const many = (way: string): string[] =>
      Array.from({ length: 300 }, (_, i) => `${T} A from ${way}-address 10.0.${i % 200}.${i % 250}/32`);
    const { acls } = factsOf(...many('source'), ...many('destination'), `${T} A then accept`);
    expect(acls.find((acl) => acl.name === 'F')?.entries.length).toBeLessThan(4001);
  });

  it('of both families may share a name', () => {
    const { acls } = factsOf(`${T} A then accept`, 'firewall family inet6 filter F term A then accept');
    expect(acls.map((acl) => [acl.name, acl.family])).toEqual([
      ['F', 'ipv4'],
      ['F', 'ipv6'],
    ]);
  });
});

describe('bindings', () => {
  it('name lo0, interfaces and the forwarding table', () => {
    const { aclBindings } = factsOf(
      'interfaces lo0 unit 0 family inet filter input RE',
      'interfaces ge-0/0/0 unit 5 family inet filter output OUT',
      'interfaces ge-0/0/0 unit 5 family inet6 filter input-list [ A B ]',
      'forwarding-options family inet filter input FT',
    );
    expect(aclBindings.map((b) => `${b.acl} ${b.where} ${b.direction}`)).toEqual([
      'RE lo0 in',
      'OUT interface ge-0/0/0.5 out',
      'A interface ge-0/0/0.5 in',
      'B interface ge-0/0/0.5 in',
      'FT forwarding table in',
    ]);
  });

  it('come out of groups too', () => {
    const { aclBindings } = factsOf(
      'groups G interfaces <ge-*> unit <*> family inet filter input EDGE',
      'apply-groups G',
      'interfaces ge-0/0/0 unit 0 family inet',
      'interfaces ae0 unit 0 family inet',
    );
    expect(aclBindings).toMatchObject([{ acl: 'EDGE', where: 'interface ge-0/0/0.0', direction: 'in' }]);
  });
});

describe('policy routes', () => {
  it('are terms that send traffic elsewhere, with where their filter stands', () => {
    const { policyRoutes } = factsOf(
      `${T} A from source-address 10.0.0.0/8`,
      `${T} A then routing-instance SCRUB`,
      `${T} B then next-ip 192.0.2.9/32`,
      `${T} C then accept`,
      'interfaces ge-0/0/0 unit 0 family inet filter input F',
    );
    expect(policyRoutes).toMatchObject([
      { map: 'F', sequence: 10, acls: ['F'], via: ['table SCRUB'], where: ['ge-0/0/0.0'] },
      { map: 'F', sequence: 20, via: ['192.0.2.9'] },
    ]);
  });
});

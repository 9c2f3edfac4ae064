import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

const HEAD = '# 2026-10-16 03:12:44 by RouterOS 7.12.1';

describe('remote logging', () => {
  it.each([
    ['set 3 remote=192.0.2.1', [['192.0.2.1', null]]],
    ['add name=x target=remote remote=192.0.2.1 remote-protocol=tcp', [['192.0.2.1', 'tcp']]],
    ['set 3 remote=0.0.0.0', []],
    ['set 0 memory-lines=1', []],
  ])('%s', (command, hosts) => {
    const { logging } = factsOf(HEAD, `/system logging action ${command}`);
    expect(logging.hosts.map((host) => [host.address, host.transport])).toEqual(hosts);
    expect(logging.enabled).toBe(hosts.length > 0 ? true : null);
  });
});

describe('SNMP', () => {
  it('keeps the communities of queries and of traps', () => {
    const facts = factsOf(
      HEAD,
      '/snmp community',
      'set [ find default=yes ] name=public',
      '/snmp',
      'set enabled=yes trap-community=Synthetic-1 trap-target=192.0.2.1,192.0.2.2 trap-version=2',
    );
    expect(facts.snmp.communities).toMatchObject([{ access: 'ro', acl: null, wellKnown: true }]);
    expect(facts.snmp.hosts.map((host) => [host.address, host.version])).toEqual([
      ['192.0.2.1', 'v2c'],
      ['192.0.2.2', 'v2c'],
    ]);
    expect(facts.secrets.map((secret) => secret.use)).toEqual(['snmp community', 'snmp community']);
    expect(facts.services).toMatchObject([{ name: 'snmp', enabled: true }]);
  });

  it.each([
    ['1', 'v1'],
    ['2', 'v2c'],
    ['3', 'v3'],
  ])('sends traps of version %s', (said, version) => {
    const facts = factsOf(HEAD, `/snmp set trap-target=192.0.2.1 trap-version=${said}`);
    expect(facts.snmp.hosts).toMatchObject([{ version }]);
  });

  it('guards a community by the networks that may ask', () => {
    const facts = factsOf(HEAD, '/snmp community add name=Synthetic-1 addresses=192.0.2.0/24');
    expect(facts.acls).toMatchObject([{ name: 'snmp community 1', entries: [{ source: '192.0.2.0/24' }] }]);
    expect(facts.aclBindings).toMatchObject([{ acl: 'snmp community 1', where: 'snmp community' }]);
    expect(JSON.stringify(facts)).not.toContain('Synthetic');
  });

  it('says what protects a user of version 3', () => {
    const facts = factsOf(
      HEAD,
      '/snmp community add name=x security=private authentication-protocol=SHA1 encryption-protocol=AES write-access=yes',
    );
    expect(facts.snmp.users).toMatchObject([{ auth: 'sha1', priv: 'aes' }]);
    expect(facts.snmp.groups).toMatchObject([{ version: 'v3', level: 'priv', write: 'all' }]);
    expect(facts.crypto.map((use) => [use.area, use.part, use.value])).toEqual([
      ['snmp', 'authentication', 'sha1'],
      ['snmp', 'cipher', 'aes'],
    ]);
  });
});

describe('the chain input', () => {
  const rules = (...commands: string[]): (readonly [string, string, string, string | null, boolean])[] => {
    const facts = factsOf(
      HEAD,
      '/ip firewall filter',
      ...commands.map((command) => `add chain=input ${command}`),
    );
    return (facts.acls[0]?.entries ?? []).map(
      ({ action, protocol, source, ports, log }) => [action, protocol, source, ports, log] as const,
    );
  };

  it.each([
    ['action=accept src-address=192.0.2.7', ['permit', 'ip', '192.0.2.7/32', null, false]],
    [
      'src-address=192.0.2.0/24 protocol=tcp dst-port=22,8291',
      ['permit', 'tcp', '192.0.2.0/24', 'dst-port 22,8291', false],
    ],
    ['action=drop log=yes', ['deny', 'ip', 'any', null, true]],
    ['action=reject in-interface=wan', ['deny', 'ip', 'any', 'in-interface wan', false]],
    ['action=tarpit protocol=tcp', ['deny', 'tcp', 'any', null, false]],
    ['action=accept src-address=192.0.2.1-192.0.2.9', ['permit', 'ip', '192.0.2.1-192.0.2.9', null, false]],
    ['action=accept src-address-list=gone', ['permit', 'ip', 'host-group gone', null, false]],
  ])('%s', (command, entry) => {
    expect(rules(command)).toEqual([entry]);
  });

  it.each([
    'action=jump jump-target=x',
    'action=log',
    'action=add-src-to-address-list address-list=x',
    'action=accept disabled=yes',
  ])('lets nobody in or out by %s', (command) => {
    expect(rules(command)).toEqual([]);
  });

  it('does not take entries of a list that are switched off', () => {
    const facts = factsOf(
      HEAD,
      '/ip firewall address-list',
      'add list=m address=192.0.2.0/24',
      'add list=m address=198.51.100.0/24 disabled=yes',
      '/ip firewall filter',
      'add chain=input action=accept src-address-list=m',
    );
    expect(facts.acls[0]?.entries.map((entry) => entry.source)).toEqual(['192.0.2.0/24']);
  });
});

describe('flow targets', () => {
  it.each([
    [
      'add dst-address=192.0.2.1 port=2055 src-address=192.0.2.9',
      { address: '192.0.2.1', source: '192.0.2.9' },
    ],
    ['add address=192.0.2.1:2055 version=9', { address: '192.0.2.1', source: null }],
  ])('%s', (command, collector) => {
    expect(factsOf(HEAD, `/ip traffic-flow target ${command}`).flowCollectors).toMatchObject([collector]);
  });
});

describe('scripts', () => {
  it('that are switched off say so', () => {
    const facts = factsOf(HEAD, '/system scheduler add name=n disabled=yes on-event=":beep"');
    expect(facts.scripts).toMatchObject([{ name: 'n', body: ['disabled', ':beep'] }]);
  });

  it('without a body are none', () => {
    expect(factsOf(HEAD, '/ppp profile add name=p', '/ip dhcp-client add interface=e').scripts).toEqual([]);
  });

  it.each([
    ['/ppp profile set *0 on-up=":log info a" on-down=":log info b"', [':log info a', ':log info b']],
    ['/tool netwatch add host=192.0.2.1 up-script=":beep"', ['host 192.0.2.1', ':beep']],
    ['/system script add name=a policy=read,write source=":beep"', ['policy read,write', ':beep']],
  ])('%s', (command, body) => {
    expect(factsOf(HEAD, command).scripts).toMatchObject([{ body }]);
  });
});

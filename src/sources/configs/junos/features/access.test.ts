import { describe, expect, it } from 'vitest';
import { factsOf, sinkOf } from '../reading.ts';

const U = 'system login user';

describe('users', () => {
  it('have their class, and their secret by the prefix it is written with', () => {
    const { users } = factsOf(
      `${U} a class super-user`,
      `${U} a authentication encrypted-password "$6$abc$def"`,
      `${U} b authentication encrypted-password "$1$abc$def"`,
      `${U} c authentication plain-text-password-value "lab123"`,
      'system root-authentication encrypted-password "$5$abc$def"',
    );
    expect(
      users.map((u) => [u.name, u.role, u.secret?.type, u.secret?.strength, u.secret?.wellKnown]),
    ).toEqual([
      ['a', 'super-user', '$6$', 'strong', false],
      ['b', null, '$1$', 'weak', false],
      ['c', null, '0', 'plaintext', true],
      ['root', null, '$5$', 'strong', false],
    ]);
  });

  it('that are locked have no secret', () => {
    expect(factsOf(`${U} a authentication encrypted-password "*"`).users[0]?.secret).toBeNull();
  });

  it('bring in each of their keys as a service', () => {
    const { services } = factsOf(
      `${U} a authentication ssh-rsa "ssh-rsa AAAAB3 a@h"`,
      `${U} a authentication ssh-ed25519 "ssh-ed25519 AAAAC3 a@h"`,
    );
    expect(services.filter((s) => s.name === 'ssh-key').map((s) => s.detail)).toEqual([
      'a ssh-rsa',
      'a ssh-ed25519',
    ]);
  });

  it('in $9$ and in plain text fall into one group', () => {
    const { secrets } = factsOf(
      'system tacplus-server 10.0.0.1 secret "$9$ReqcyKY2aHqf"',
      'system radius-server 10.0.0.2 secret foo',
    );
    expect(secrets.map((s) => [s.use, s.strength, s.length])).toEqual([
      ['tacacs', 'reversible', 3],
      ['radius', 'plaintext', 3],
    ]);
    expect(secrets[0]?.group).toBe(secrets[1]?.group);
  });

  it.each(['<secret removed>', '"<removed>"', '<hidden>', '***'])(
    'written as %s by an archive are none',
    (gone) => {
      const { secrets, snmp, users } = factsOf(
        `${U} a authentication encrypted-password ${gone}`,
        `system tacplus-server 10.0.0.1 secret ${gone}`,
        `snmp community ${gone} authorization read-only`,
        `snmp community "${gone} too" authorization read-only`,
      );
      expect(users).toMatchObject([{ name: 'a', secret: null }]);
      expect(secrets.every((s) => s.type === 'removed' && s.strength === 'unknown')).toBe(true);
      expect(new Set(snmp.communities.map((c) => c.secret.group)).size).toBe(snmp.communities.length);
    },
  );

  it('classes and limits of sessions stand as services', () => {
    const { services } = factsOf(
      'system login class ops idle-timeout 10',
      'system login class ops permissions view',
      'system login retry-options lockout-period 10',
    );
    expect(services.map((s) => [s.name, s.detail])).toEqual([
      ['login-class', 'ops idle-timeout 10, ops permissions view'],
      ['login-retry-options', 'lockout-period 10'],
    ]);
  });
});

describe('AAA', () => {
  it('has methods in order, servers, and accounting by event and destination', () => {
    const facts = factsOf(
      'system authentication-order [ radius tacplus password ]',
      'system accounting events login',
      'system accounting events interactive-commands',
      'system accounting destination tacplus server 10.0.0.9 secret "$9$ReqcyKY2aHqf"',
      'system tacplus-server 10.0.0.1 port 4949',
      'system tacplus-server 10.0.0.1 source-address 10.255.0.1',
    );
    expect(facts.aaaMethods.map((m) => [m.phase, m.service, m.methods])).toEqual([
      ['authentication', 'login', ['group radius', 'group tacacs+', 'local']],
      ['accounting', 'exec', ['group tacacs+']],
      ['accounting', 'commands', ['group tacacs+']],
    ]);
    expect(facts.aaaServers.map((s) => [s.protocol, s.address, s.port, s.secret?.type])).toEqual([
      ['tacacs+', '10.0.0.9', null, '$9$'],
      ['tacacs+', '10.0.0.1', 4949, undefined],
    ]);
    expect(facts.sourceInterfaces['tacacs+']).toBe('10.255.0.1');
  });

  it('of subscribers gives servers, groups and methods of their own', () => {
    const facts = factsOf(
      'access radius-server 10.0.0.3 secret foo',
      'access profile P authentication-order radius',
      'access profile P radius authentication-server 10.0.0.3',
    );
    expect(facts.aaaServers[0]).toMatchObject({ protocol: 'radius', address: '10.0.0.3' });
    expect(facts.aaaGroups[0]).toMatchObject({ name: 'P', members: ['10.0.0.3'] });
    expect(facts.aaaMethods[0]).toMatchObject({ service: 'network', list: 'P', methods: ['group radius'] });
  });

  it('over TLS says so', () => {
    expect(factsOf('system radsec destination 1 address 10.0.0.4').crypto).toMatchObject([
      { area: 'aaa', part: 'transport', value: 'tls' },
    ]);
  });
});

describe('services', () => {
  it.each([
    ['telnet', 'telnet', null],
    ['ftp', 'ftp-server', null],
    ['finger', 'finger', null],
    ['ssh port 22022', 'ssh', 22022],
    ['netconf ssh port 8300', 'netconf', 8300],
    ['web-management http interface fxp0.0', 'http', null],
    ['web-management https port 8443', 'https', 8443],
    ['extension-service request-response grpc ssl port 32767', 'grpc', 32767],
    ['rest http port 3000', 'rest', 3000],
    ['xnm-clear-text', 'xnm-clear-text', null],
  ])('system services %s', (line, name, port) => {
    expect(factsOf(`system services ${line}`).services).toMatchObject([{ name, enabled: true, port }]);
  });

  it.each([
    'services flow-tap interface sp-1/0/0',
    'services radius-flow-tap x',
    'services dynamic-flow-capture x',
  ])('%s is an intercept feature', (line) => {
    expect(factsOf(line).services).toMatchObject([{ name: 'lawful-intercept', enabled: true }]);
  });

  it('of SSH tell their algorithms as choices of cryptography', () => {
    const { crypto, services } = factsOf(
      'system services ssh ciphers aes256-ctr',
      'system services ssh macs [ hmac-md5 hmac-sha2-256 ]',
      'system services ssh key-exchange group1-sha1',
      'system services ssh root-login allow',
    );
    expect(crypto.map((c) => `${c.area} ${c.part} ${c.value}`)).toEqual([
      'ssh cipher aes256-ctr',
      'ssh mac hmac-md5',
      'ssh mac hmac-sha2-256',
      'ssh key-exchange group1-sha1',
    ]);
    expect(services[0]?.detail).toBe('root-login allow');
  });

  it('that are inactive are none', () => {
    const [facts] = sinkOf(
      'version 21.4R3;',
      'system {',
      '    services {',
      '        inactive: telnet;',
      '        ssh;',
      '    }',
      '}',
    ).snapshots;
    expect(facts?.services.map((s) => s.name)).toEqual(['ssh']);
  });

  it('let in by a zone stand under the zone', () => {
    const Z = 'security zones security-zone OUT';
    const { services } = factsOf(
      `${Z} host-inbound-traffic system-services ssh`,
      `${Z} interfaces ge-0/0/0.0 host-inbound-traffic system-services all`,
    );
    expect(services.map((s) => s.detail)).toEqual(['zone OUT, ssh', 'zone OUT ge-0/0/0.0, all']);
  });

  it('words that objects inherit are no services', () => {
    for (const word of ['constructor', '__proto__', 'toString'])
      expect(factsOf(`system services ssh ${word} x`, `system services ${word}`).services).toMatchObject([
        { name: 'ssh', detail: `${word} x` },
      ]);
  });
});

describe('console', () => {
  it('is a line, and none comes in when it is disabled', () => {
    const { lines } = factsOf('system ports console log-out-on-disconnect', 'system ports auxiliary disable');
    expect(lines.map((l) => [l.kind, l.transportInput])).toEqual([
      ['console', null],
      ['aux', ['none']],
    ]);
  });
});

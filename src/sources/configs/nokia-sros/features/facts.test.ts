import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { nokiaSrosConfig } from '../source.ts';

/** Facts of the classic form; lines stand below `configure`, indented as given. */
function classic(...lines: string[]): DeviceFacts {
  const body = lines.map((line) => `    ${line}`).join('\n');
  return readWith(
    nokiaSrosConfig,
    `# TiMOS-C-16.0.R9 x Nokia 7750 SR\nexit all\nconfigure\n${body}\nexit all\n`,
  ).snapshots[0]!;
}

/** Facts of flat lines of MD-CLI. */
function modern(...lines: string[]): DeviceFacts {
  const text = lines.map((line) => `/configure ${line}\n`).join('');
  return readWith(nokiaSrosConfig, `# TiMOS-B-23.10.R2 x Nokia 7750 SR-1\n${text}`).snapshots[0]!;
}

const U = 'system security user-params local-user user';

describe('users', () => {
  it.each([
    ['password "$2y$10$abcdefghijk"', 'bcrypt', 'acceptable', 18],
    ['password "Synth1" hash2', 'hash2', 'reversible', 6],
    ['password "Synth1" hash', 'hash', 'reversible', 6],
    ['password "Synth1"', '0', 'plaintext', 6],
    ['password "$6$salt$hash"', '$6$', 'strong', 12],
  ])('grades %j', (line, type, strength, length) => {
    const { users } = classic('system', '    security', '        user "a"', `            ${line}`);
    expect(users).toMatchObject([{ name: 'a', secret: { type, strength, length, use: 'user a' } }]);
  });

  it('takes profiles, and not those that are taken away', () => {
    const member = ['no member "default"', 'member "noc"', 'member "li"'].map(
      (line) => `                ${line}`,
    );
    const { users } = classic('system', '    security', '        user "a"', '            console', ...member);
    expect(users).toMatchObject([{ role: 'noc li' }]);
    expect(modern(`${U} "a" console member ["noc" "li"]`).users).toMatchObject([{ role: 'noc li' }]);
  });

  it('reads the rest of a flat line', () => {
    const { users, secrets } = modern(`${U} "a" password "Synth1 hash2" access console true`);
    expect(users).toMatchObject([{ name: 'a', secret: { type: 'hash2', length: 6 } }]);
    expect(secrets).toHaveLength(1);
  });

  it('reports what runs when somebody logs in', () => {
    const { services } = modern(`${U} "a" console login-exec "cf3:\\x.cfg"`);
    expect(services).toMatchObject([{ name: 'autocommand', detail: 'user a: cf3:\\x.cfg' }]);
  });

  it('leaves half a statement unread', () => {
    expect(
      classic('system', '    security', '        user "a"', '            passw').unread.at(-1),
    ).toMatchObject({ text: 'passw', area: 'users' });
  });
});

describe('AAA', () => {
  it('keeps the order of methods', () => {
    const methods = ['group radius', 'group tacacs+', 'local'];
    expect(
      classic(
        'system',
        '    security',
        '        password',
        '            authentication-order radius tacplus local',
      ).aaaMethods,
    ).toMatchObject([{ phase: 'authentication', service: 'login', methods }]);
    expect(
      modern('system security user-params authentication-order order [radius tacplus local]').aaaMethods,
    ).toMatchObject([{ methods }]);
  });

  it.each([
    ['server 1 address 192.0.2.9 secret "Synth1" hash2 port 4949', 4949],
    ['server 1 address 192.0.2.9 secret "Synth1" hash2', null],
  ])('reads %j', (line, port) => {
    expect(
      classic('system', '    security', '        tacplus', `            ${line}`).aaaServers,
    ).toMatchObject([
      {
        protocol: 'tacacs+',
        address: '192.0.2.9',
        port,
        secret: { type: 'hash2', use: 'tacacs', length: 6 },
      },
    ]);
  });

  it('joins the parts of a server that MD-CLI writes one by one', () => {
    const base = 'system security aaa remote-servers radius server 1';
    expect(modern(`${base} address 192.0.2.9`, `${base} secret "Synth1 hash2"`).aaaServers).toMatchObject([
      { protocol: 'radius', address: '192.0.2.9', secret: { type: 'hash2' } },
    ]);
  });
});

describe('services and logins', () => {
  it.each([
    ['telnet-server', 'telnet', true],
    ['no telnet-server', 'telnet', false],
    ['ftp-server', 'ftp-server', true],
  ])('reads %j', (line, name, enabled) => {
    expect(classic('system', '    security', `        ${line}`).services).toMatchObject([{ name, enabled }]);
    const value = modern(`system security ${name === 'telnet' ? 'telnet-server' : name} ${enabled}`).services;
    expect(value).toMatchObject([{ name, enabled }]);
  });

  it('says nothing of services that no line names', () => {
    const { services, lines } = classic('system', '    name "a"');
    expect([services, lines]).toEqual([[], []]);
  });

  it.each([
    ['idle-timeout 10', 600],
    ['idle-timeout disable', 0],
  ])('takes %j for the time-out of all sessions', (line, execTimeout) => {
    expect(classic('system', '    login-control', `        ${line}`).lines).toMatchObject([
      { kind: 'vty', execTimeout, transportInput: null },
    ]);
  });

  it('reads NETCONF, gRPC and connections that the device opens', () => {
    const { services, crypto } = modern(
      'system management-interface netconf admin-state enable port 830',
      'system grpc admin-state enable',
      'system grpc allow-unsecure-connection',
      'system grpc-tunnel destination-group "x" destination 203.0.113.4 port 57400',
    );
    expect(services).toMatchObject([
      { name: 'grpc-tunnel', detail: 'x 203.0.113.4 port 57400' },
      { name: 'netconf', enabled: true, port: 830 },
      { name: 'grpc', enabled: true },
    ]);
    expect(crypto).toMatchObject([{ area: 'tls', subject: 'grpc', value: 'none' }]);
  });

  it('tells that lawful intercept is in use', () => {
    const { services, mirrors } = classic(
      'li',
      '    li-source 7',
      '        sap 1/1/2:10 ingress',
      '    exit',
    );
    expect(services).toMatchObject([{ name: 'lawful-intercept', enabled: true }]);
    expect(mirrors).toMatchObject([{ type: 'lawful-intercept', source: 'sap 1/1/2:10' }]);
  });
});

describe('SNMP', () => {
  it.each([
    ['community "Synth1" hash2 r version v2c', 'ro', 'hash2', false],
    ['community "Synth1" hash2 rwa version both', 'rw', 'hash2', false],
    ['community private rw version both', 'rw', 'community', true],
  ])('reads %j', (line, access, type, wellKnown) => {
    const { snmp } = classic('system', '    security', '        snmp', `            ${line}`);
    expect(snmp.communities).toMatchObject([{ access, wellKnown, secret: { type } }]);
  });

  it('takes a list of managers for an access list', () => {
    const base = 'system security snmp';
    const { acls, aclBindings } = modern(
      `${base} community "Synth1 hash2" access-permissions r source-access-list "m"`,
      `${base} source-access-list "m" source-host "a" ip-address 192.0.2.7`,
    );
    expect(acls).toMatchObject([{ name: 'm', entries: [{ action: 'permit', source: '192.0.2.7/32' }] }]);
    expect(aclBindings).toMatchObject([{ acl: 'm', where: 'snmp community' }]);
  });

  it('reads views with what they leave out', () => {
    const { snmp } = classic(
      'system',
      '    security',
      '        snmp',
      '            view "v" subtree "1.3.6.1"',
      '                mask ff type excluded',
      '            exit',
    );
    expect(snmp.views).toMatchObject([{ name: 'v', oid: '1.3.6.1', included: false }]);
  });
});

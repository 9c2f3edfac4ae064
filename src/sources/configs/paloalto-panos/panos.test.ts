import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { factsOf, readLines } from './fixture.ts';
import { plainPath } from './path.ts';
import { recognise } from './recognise.ts';
import { sectionOf } from './show/command.ts';
import { uptime } from './show/info.ts';

describe('plainPath', () => {
  it.each([
    ['set deviceconfig system hostname x', 'deviceconfig system hostname x'],
    ['config devices localhost.localdomain vsys vsys1 rulebase security', 'rulebase security'],
    ['template T config shared log-settings syslog s', 'log-settings syslog s'],
    ['network virtual-router default interface [ a b ]', 'network virtual-router default interface a b'],
    ['encryption [ aes-128-cbc 3des]', 'encryption aes-128-cbc 3des'],
    ['shared', 'shared'],
  ])('%s', (text, path) => {
    expect(plainPath(text.split(' ')).join(' ')).toBe(path);
  });
});

describe('the three forms', () => {
  it('give the same facts', () => {
    const set = factsOf(
      'set mgt-config users a phash $1$x$y',
      'set deviceconfig system permitted-ip 192.0.2.0/24',
    );
    const braces = factsOf(
      'config {',
      '  mgt-config {',
      '    users {',
      '      a {',
      '        phash $1$x$y;',
      '      }',
      '    }',
      '  }',
      '  devices {',
      '    localhost.localdomain {',
      '      deviceconfig {',
      '        system {',
      '          permitted-ip {',
      '            192.0.2.0/24;',
      '          }',
      '        }',
      '      }',
      '    }',
      '  }',
      '}',
    );
    const xml = factsOf(
      '<config version="10.1.0"><mgt-config><users><entry name="a"><phash>$1$x$y</phash></entry></users></mgt-config>',
      '<devices><entry name="localhost.localdomain"><deviceconfig><system><permitted-ip><entry name="192.0.2.0/24"/></permitted-ip></system></deviceconfig></entry></devices></config>',
    );
    for (const facts of [set, braces, xml]) {
      expect(facts.users).toMatchObject([{ name: 'a', secret: { type: '$1$', strength: 'weak' } }]);
      expect(facts.acls).toMatchObject([{ name: 'permitted-ip', entries: [{ source: '192.0.2.0/24' }] }]);
      expect(facts.complete).toBe(true);
    }
  });

  it('keep a banner in one statement, whatever it holds', () => {
    const facts = factsOf(
      'set deviceconfig system login-banner "',
      'set mgt-config users evil phash x',
      '"',
      'set deviceconfig system hostname pa1',
    );
    expect([facts.users, facts.hostname]).toEqual([[], 'pa1']);
  });
});

describe('secrets', () => {
  it.each([
    ['phash $5$a$b', '$5$', 'acceptable'],
    ['phash fnRLxxxxxxxxx', 'des', 'weak'],
    ['phash $1$a$b', '$1$', 'weak'],
  ])('%s', (said, type, strength) => {
    expect(factsOf(`set mgt-config users a ${said}`).users[0]?.secret).toMatchObject({ type, strength });
  });

  it('that an export hid are none', () => {
    expect(factsOf('set mgt-config users a phash *').users[0]?.secret).toBeNull();
  });

  it('under the master key are reversible', () => {
    const facts = factsOf(
      'set shared server-profile radius r server s secret -AQ==abcdefghijklmnopqrstuvwxyz1=ABCDEFGHIJKLMNOPQRSTUV==',
    );
    expect(facts.secrets).toMatchObject([{ use: 'radius', type: 'encrypted', strength: 'reversible' }]);
  });
});

describe('login', () => {
  it('follows a sequence of profiles in its order', () => {
    const facts = factsOf(
      'set shared authentication-profile t method tacplus server-profile tac',
      'set shared authentication-profile l method local-database',
      'set shared authentication-sequence s authentication-profiles [ t l ]',
      'set deviceconfig system authentication-profile s',
    );
    expect(facts.aaaMethods).toMatchObject([
      { service: 'login', list: 'default', methods: ['group tac', 'local'] },
    ]);
  });
});

describe('interfaces', () => {
  it('give the services of their profile with its guard', () => {
    const facts = factsOf(
      'set network interface ethernet ethernet1/1 layer3 ip 192.0.2.1/24',
      'set network interface ethernet ethernet1/1 layer3 interface-management-profile M',
      'set network profiles interface-management-profile M https yes',
      'set network profiles interface-management-profile M telnet no',
      'set network profiles interface-management-profile M permitted-ip 10.0.0.0/8',
      'set network profiles interface-management-profile unused ssh yes',
    );
    expect(facts.services.map((s) => [s.name, s.enabled, s.acl])).toEqual([
      ['telnet', false, 'interface-management-profile M'],
      ['https', true, 'interface-management-profile M'],
    ]);
    expect(facts.aclBindings).toMatchObject([{ where: 'interface ethernet1/1' }]);
  });

  it('stand in the router that names them', () => {
    const facts = factsOf(
      'set network interface loopback units loopback.1 ip 192.0.2.1/32',
      'set network virtual-router blue interface [ loopback.1 ]',
    );
    expect(facts.interfaces).toMatchObject([{ name: 'loopback.1', role: 'loopback', vrf: 'blue' }]);
  });
});

describe('tunnels', () => {
  it('take their ends from the gateway', () => {
    const facts = factsOf(
      'set network tunnel ipsec t auto-key ike-gateway g',
      'set network ike gateway g peer-address ip 198.51.100.9',
      'set network ike gateway g local-address interface ethernet1/1',
      'set network ike gateway d peer-address dynamic',
      'set network tunnel ipsec u auto-key ike-gateway d',
    );
    expect(facts.tunnels.map((t) => [t.name, t.mode, t.source, t.destination])).toEqual([
      ['t', 'ipsec', 'ethernet1/1', '198.51.100.9'],
      ['u', 'ipsec dynamic', null, null],
    ]);
  });
});

describe('recognise', () => {
  const sure = (text: string): number => recognise(headOf(new TextEncoder().encode(text)));

  it.each([
    'set deviceconfig system hostname pa1\n',
    'config {\n  mgt-config {\n    users {\n',
    '<?xml version="1.0"?>\n<config version="9.1.0" urldb="paloaltonetworks">\n',
    '<response status="success"><result><mgt-config><users/></mgt-config><devices><entry name="localhost.localdomain">',
    'hostname: pa1\nsw-version: 10.1.9\nthreat-version: 0\n',
  ])('takes %j', (text) => {
    expect(sure(text)).toBeGreaterThanOrEqual(0.4);
  });

  it.each([
    '',
    'set system host-name r1\nset interfaces ge-0/0/0 unit 0\n',
    'system {\n  host-name r1;\n}\n',
    '<?xml version="1.0"?><html/>',
    'set network interfaces\n',
  ])('leaves %j to others', (text) => {
    expect(sure(text)).toBeLessThan(0.3);
  });
});

describe('show output', () => {
  it.each([
    ['show', 'running'],
    ['show config running', 'running'],
    ['show config running | match x', 'partial'],
    ['show network interface', 'partial'],
    ['run show system info', 'version'],
    ['show netstat listening yes', 'listeners'],
    ['show netstat listening yes | match 22', 'other'],
    ['show arp all', 'other'],
  ])('%s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });

  it.each([
    ['2 days, 2:38:49', 182_329],
    ['0:00:10', 10],
    ['soon', null],
  ])('%s of running', (text, seconds) => {
    expect(uptime(text)).toBe(seconds);
  });

  it('says which time servers answer', () => {
    const facts = factsOf(
      'admin@pa1> show system info',
      'hostname: pa1',
      'admin@pa1> show ntp',
      'NTP state:',
      'NTP server: 192.0.2.5',
      'status: rejected',
    );
    expect(facts.state?.ntpPeers).toMatchObject([{ address: '192.0.2.5', synchronised: false }]);
  });

  it('reports a line that belongs to no table', () => {
    const sink = readLines('admin@pa1> show admins', 'Invalid');
    expect(sink.accounts.map((a) => a.reason)).toContain('line of show output not known');
  });
});

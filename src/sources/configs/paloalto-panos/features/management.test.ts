import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

const SYSTEM = 'set deviceconfig system';

describe('logging', () => {
  it.each([
    ['SSL', 'tls'],
    ['UDP', 'udp'],
    ['TCP', 'tcp'],
  ])('by %s', (said, transport) => {
    const facts = factsOf(
      'set shared log-settings syslog s server one server 192.0.2.1',
      `set shared log-settings syslog s server one transport ${said}`,
    );
    expect(facts.logging.hosts).toMatchObject([{ address: '192.0.2.1', transport }]);
    expect(facts.crypto).toMatchObject([{ area: 'syslog', part: 'transport', value: said.toLowerCase() }]);
  });

  it('of commands is on when the device tracks them', () => {
    const facts = factsOf('set deviceconfig setting management audit-tracking op-commands yes');
    expect(facts.logging.commandLogging).toBe(true);
  });
});

describe('SNMP', () => {
  it('reads the community with the list that guards the management port', () => {
    const facts = factsOf(
      `${SYSTEM} permitted-ip 192.0.2.0/24`,
      `${SYSTEM} snmp-setting access-setting version v2c snmp-community-string public`,
    );
    expect(facts.snmp.communities).toMatchObject([{ access: 'ro', acl: 'permitted-ip', wellKnown: true }]);
  });

  it('reads users and views of version 3', () => {
    const v3 = `${SYSTEM} snmp-setting access-setting version v3`;
    const facts = factsOf(
      `${v3} users u authpwd Synthetic-1`,
      `${v3} users u privpwd Synthetic-2`,
      `${v3} users u authproto SHA-256`,
      `${v3} users u view all`,
      `${v3} views all view iso oid 1.3.6.1`,
      `${v3} views all view iso option exclude`,
    );
    expect(facts.snmp.users).toMatchObject([{ name: 'u', auth: 'sha-256', priv: null }]);
    expect(facts.snmp.groups).toMatchObject([{ name: 'u', version: 'v3', level: 'priv', read: 'all' }]);
    expect(facts.snmp.views).toMatchObject([{ name: 'all', oid: '1.3.6.1', included: false }]);
    expect(facts.secrets.map((s) => s.use)).toEqual(['snmp user', 'snmp user']);
  });

  it('reads who gets traps', () => {
    const trap = 'set shared log-settings snmptrap t version v2c server s';
    const facts = factsOf(`${trap} manager 192.0.2.9`, `${trap} community Synthetic-1`);
    expect(facts.snmp.hosts).toMatchObject([{ address: '192.0.2.9', version: 'v2c' }]);
    expect(facts.secrets).toMatchObject([{ use: 'snmp community' }]);
  });
});

describe('time servers', () => {
  const primary = `${SYSTEM} ntp-servers primary-ntp-server`;

  it.each([
    [[], false],
    [['authentication-type autokey'], true],
    [['authentication-type none'], false],
    [['authentication-type symmetric-key algorithm sha1 authentication-key Synthetic-1'], true],
  ])('with %j', (sets, authenticated) => {
    const lines = ['ntp-server-address 192.0.2.5', ...sets].map((set) => `${primary} ${set}`);
    expect(factsOf(...lines).ntpServers).toMatchObject([{ address: '192.0.2.5', authenticated }]);
  });
});

describe('AAA', () => {
  it('reads servers into groups by their profile', () => {
    const facts = factsOf(
      'set shared server-profile tacplus t protocol CHAP',
      'set shared server-profile tacplus t server a address 192.0.2.1',
      'set shared server-profile tacplus t server a secret Synthetic-1',
      'set shared server-profile tacplus t server b address 192.0.2.2',
      'set shared server-profile tacplus t server b port 4949',
    );
    expect(facts.aaaServers.map((s) => [s.name, s.protocol, s.address, s.port])).toEqual([
      ['a', 'tacacs+', '192.0.2.1', null],
      ['b', 'tacacs+', '192.0.2.2', 4949],
    ]);
    expect(facts.aaaGroups).toMatchObject([{ name: 't', members: ['a', 'b'] }]);
    expect(facts.crypto).toMatchObject([{ area: 'aaa', value: 'chap' }]);
  });

  it('asks the profile of the one administrator that has one', () => {
    const facts = factsOf('set mgt-config users a authentication-profile tac');
    expect(facts.aaaMethods).toMatchObject([{ list: 'a', methods: ['group tac'] }]);
  });
});

describe('services', () => {
  it.each([
    ['deviceconfig system service disable-telnet no', { name: 'telnet', enabled: true }],
    ['deviceconfig system service disable-https yes', { name: 'https', enabled: false }],
    [
      'deviceconfig system panorama local-panorama panorama-server 192.0.2.1',
      { name: 'central-management', detail: '192.0.2.1' },
    ],
    ['deviceconfig high-availability enabled yes', { name: 'high-availability', enabled: true }],
    ['global-protect global-protect-gateway g', { name: 'ssl-vpn', detail: 'gateway g' }],
    [
      'deviceconfig setting management admin-lockout failed-attempts 3',
      { name: 'authentication-failure-limit', detail: '3' },
    ],
  ])('%s', (line, service) => {
    expect(factsOf(`set ${line}`).services).toMatchObject([service]);
  });

  it('of sessions end after the minutes that are set', () => {
    const facts = factsOf('set deviceconfig setting management idle-timeout 10');
    expect(facts.lines).toMatchObject([{ kind: 'vty', execTimeout: 600 }]);
  });

  it('that send copies of the logs away keep no password', () => {
    const export_ = `${SYSTEM} log-export-schedule n`;
    const facts = factsOf(
      `${export_} protocol ftp hostname 192.0.2.1`,
      `${export_} protocol ftp password Synthetic-1`,
      `${export_} enable yes`,
    );
    expect(facts.services).toMatchObject([{ name: 'archive', enabled: true, detail: 'ftp 192.0.2.1' }]);
    expect(JSON.stringify(facts)).not.toContain('Synthetic-1');
  });
});

describe('cryptography', () => {
  it.each([
    ['network ike crypto-profiles ike-crypto-profiles p dh-group [ group2 group14 ]', ['group2', 'group14']],
    ['network ike crypto-profiles ipsec-crypto-profiles p esp encryption [ null ]', ['none']],
    ['shared ssl-tls-service-profile w protocol-settings min-version tls1-0', ['tls1-0']],
    ['deviceconfig system ssh ciphers mgmt aes256-ctr yes', ['aes256-ctr']],
    ['deviceconfig system ssh profiles mgmt-profiles server-profiles p mac hmac-sha1', ['hmac-sha1']],
    ['network ike gateway g protocol ikev1 exchange-mode aggressive', ['aggressive']],
  ])('%s', (line, values) => {
    expect(factsOf(`set ${line}`).crypto.map((c) => c.value)).toEqual(values);
  });
});

describe('policy-based forwarding', () => {
  const rule = 'set rulebase pbf rules r';

  it('names where it sends what', () => {
    const facts = factsOf(
      `${rule} action forward egress-interface tunnel.1`,
      `${rule} action forward nexthop ip-address 192.0.2.1`,
      `${rule} source [ 10.0.0.0/24 ]`,
      `${rule} from zone inside`,
    );
    expect(facts.policyRoutes).toMatchObject([
      { map: 'r', via: ['tunnel.1', '192.0.2.1'], acls: ['source 10.0.0.0/24'], where: ['inside'] },
    ]);
  });

  it('that is off is none', () => {
    expect(factsOf(`${rule} action forward egress-interface t`, `${rule} disabled yes`).policyRoutes).toEqual(
      [],
    );
  });
});

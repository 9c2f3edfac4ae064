import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

describe('management', () => {
  it('has one list for each service, with the interface of each network', () => {
    const facts = factsOf(
      'ssh 10.0.0.0 255.0.0.0 inside',
      'ssh 198.51.100.77 255.255.255.255 outside',
      'telnet 10.0.0.0 255.0.0.0 inside',
      'http server enable 8443',
      'http 0.0.0.0 0.0.0.0 outside',
    );
    expect(
      facts.acls.map(({ name, entries }) => [name, ...entries.map((e) => `${e.source} ${e.ports}`)]),
    ).toEqual([
      ['management ssh', '10.0.0.0/8 interface inside', '198.51.100.77/32 interface outside'],
      ['management telnet', '10.0.0.0/8 interface inside'],
      ['management http', 'any interface outside'],
    ]);
    expect(facts.aclBindings.map(({ where }) => where)).toEqual(['ssh', 'telnet', 'http']);
    expect(
      facts.services.map(({ name, enabled, port, acl }) => [name, enabled, port, acl].map(String).join(' ')),
    ).toEqual([
      'ssh true null management ssh',
      'telnet true null management telnet',
      'https true 8443 management http',
    ]);
  });

  it('names services for remote access', () => {
    const { services } = factsOf(
      'webvpn',
      ' port 444',
      ' enable outside',
      'crypto ikev2 enable outside client-services port 443',
    );
    expect(services.map(({ name, port, detail }) => `${name} ${port} ${detail}`)).toEqual([
      'webvpn 444 outside',
      'ikev2-client-services 443 outside',
      'ikev2 null outside',
    ]);
  });

  it('logs over TLS, TCP and UDP', () => {
    const { logging, services } = factsOf(
      'logging enable',
      'logging host inside 192.0.2.1 tcp/1470 secure',
      'logging host inside 192.0.2.2 6/1470',
      'logging host inside 192.0.2.3 udp/514',
      'logging host inside 192.0.2.4',
      'no logging message 106015',
    );
    expect(logging.hosts.map(({ transport }) => transport)).toEqual(['tls', 'tcp', 'udp', null]);
    expect(logging.enabled).toBe(true);
    expect(services).toMatchObject([{ name: 'logging-filter', detail: 'without message 106015' }]);
  });

  it('reads SNMP with its communities', () => {
    const { snmp } = factsOf(
      'snmp-server community public',
      'snmp-server community 8 coded',
      'snmp-server host inside 192.0.2.1 trap community abc version 2c udp-port 1162',
    );
    expect(snmp.communities.map(({ wellKnown, access }) => `${wellKnown} ${access}`)).toEqual([
      'true ro',
      'false ro',
    ]);
    expect(snmp.hosts).toMatchObject([{ address: '192.0.2.1', version: '2c' }]);
  });
});

describe('network', () => {
  it('knows interfaces by both names', () => {
    const [face] = factsOf(
      'interface GigabitEthernet0/1',
      ' description up',
      ' nameif outside',
      ' security-level 0',
    ).interfaces;
    expect(face).toMatchObject({ name: 'GigabitEthernet0/1', description: 'outside, security level 0: up' });
  });

  it('routes through the interface itself', () => {
    const { routes } = factsOf(
      'interface Tunnel7',
      ' nameif vti',
      'route vti 10.0.0.0 255.0.0.0 192.0.2.1 1',
      'ipv6 route vti ::/0 2001:db8::1',
      'route null0 10.9.0.0 255.255.0.0',
    );
    expect(routes.map(({ prefix, via }) => `${prefix} ${via}`)).toEqual([
      '10.0.0.0/8 Tunnel7 192.0.2.1',
      '::/0 Tunnel7 2001:db8::1',
      '10.9.0.0/16 null0',
    ]);
  });

  it('has tunnels of both kinds', () => {
    const { tunnels } = factsOf(
      'interface GigabitEthernet0/1',
      ' nameif outside',
      'interface Tunnel7',
      ' tunnel source interface outside',
      ' tunnel destination 203.0.113.9',
      ' tunnel mode ipsec ipv4',
      'crypto map M 10 set peer 203.0.113.20 203.0.113.21',
    );
    expect(tunnels.map(({ name, source, destination }) => `${name} ${source} ${destination}`)).toEqual([
      'Tunnel7 GigabitEthernet0/1 203.0.113.9',
      'crypto map M 10 null 203.0.113.20',
      'crypto map M 10 null 203.0.113.21',
    ]);
  });

  it('reads choices of cryptography', () => {
    const { crypto } = factsOf(
      'crypto ikev1 policy 10',
      ' encryption 3des',
      ' group 2',
      'crypto ipsec ikev2 ipsec-proposal P',
      ' protocol esp encryption aes-256 aes',
      'crypto map M 10 set pfs',
      'ssl cipher tlsv1.2 custom "AES256-SHA:AES128-SHA"',
      'ntp authentication-key 1 sha512 abc',
      'crypto ca trustpoint T',
      ' enrollment terminal',
    );
    expect(crypto.map(({ area, part, value }) => `${area} ${part} ${value}`)).toEqual([
      'ike version ikev1',
      'ike cipher 3des',
      'ike group group2',
      'ipsec cipher aes-256',
      'ipsec cipher aes',
      'ipsec group default',
      'tls cipher aes256-sha',
      'tls cipher aes128-sha',
      'ntp authentication sha512',
      'pki enrollment terminal',
    ]);
  });
});

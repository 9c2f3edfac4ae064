import { describe, expect, it } from 'vitest';
import { factsOf, table } from '../fixture.ts';

describe('servers', () => {
  it('of one entry stand once for each address, each with its own secret', () => {
    const facts = factsOf(
      ...table(
        'user radius',
        'rad',
        'set server "192.0.2.1"',
        'set secret "Synthetic-1"',
        'set secondary-server "192.0.2.2"',
        'set secondary-secret "Synthetic-2"',
        'set radius-port 1645',
      ),
    );
    expect(facts.aaaServers.map((s) => [s.name, s.address, s.port])).toEqual([
      ['rad', '192.0.2.1', 1645],
      ['rad secondary', '192.0.2.2', 1645],
    ]);
    expect(new Set(facts.aaaServers.map((s) => s.secret?.group)).size).toBe(2);
  });

  it('have the address from which they are asked', () => {
    const facts = factsOf(
      ...table('user tacacs+', 'tac', 'set server 192.0.2.1', 'set source-ip 192.0.2.99'),
    );
    expect(facts.sourceInterfaces).toEqual({ 'tacacs+': '192.0.2.99' });
  });

  it('that have no address are none', () => {
    expect(factsOf(...table('user tacacs+', 'tac', 'set port 49')).aaaServers).toEqual([]);
  });
});

describe('groups', () => {
  it('hold the servers among their members', () => {
    const facts = factsOf(
      ...table('user radius', 'rad', 'set server 192.0.2.1'),
      ...table('user group', 'g', 'set member "local-user" "rad"'),
      ...table('user group', 'people', 'set member "local-user"'),
    );
    expect(facts.aaaGroups).toMatchObject([{ name: 'g', protocol: 'radius', members: ['rad'] }]);
  });
});

describe('accounting', () => {
  it('of commands goes to the server that the log names', () => {
    const facts = factsOf(
      ...table(
        'log tacacs+accounting setting',
        null,
        'set status enable',
        'set server "192.0.2.1"',
        'set server-key "Synthetic-1"',
      ),
      ...table('log tacacs+accounting filter', null, 'set login-audit disable', 'set cli-cmd-audit enable'),
    );
    expect(facts.aaaServers).toMatchObject([
      { name: 'accounting', protocol: 'tacacs+', address: '192.0.2.1', secret: { use: 'tacacs' } },
    ]);
    expect(facts.aaaMethods.map((m) => [m.phase, m.service, m.methods])).toEqual([
      ['accounting', 'commands', ['start-stop', 'group tacacs+']],
    ]);
  });
});

describe('secrets of other servers and users', () => {
  it.each([
    ['user ldap', 'set password "Synthetic-1"', 'ldap'],
    ['user local', 'set passwd "Synthetic-1"', 'user x'],
    ['vpn certificate local', 'set password "Synthetic-1"', 'certificate'],
    ['vpn ipsec phase1-interface', 'set psksecret "Synthetic-1"', 'ike'],
    ['vpn ipsec manualkey-interface', 'set enc-key "Synthetic-1"', 'ipsec'],
    ['router key-chain', 'set key-string "Synthetic-1"', 'key chain'],
    ['system automation-action', 'set aws-api-key "Synthetic-1"', 'automation'],
  ])('%s', (path, set, use) => {
    const { secrets } = factsOf(...table(path, 'x', set), ...table('system global', null, 'set hostname a'));
    expect(secrets.map((s) => s.use)).toEqual([use]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('users', () => {
  it('joins the lines of one user', () => {
    const { users } = facts('username noc privilege 15', 'username noc secret 8 $8$synthetic$0');
    expect(users).toMatchObject([{ name: 'noc', privilege: 15, secret: { type: '8', strength: 'strong' } }]);
  });

  it('reads a user without a secret', () => {
    expect(facts('username guest nopassword').users).toMatchObject([{ name: 'guest', secret: null }]);
  });

  it('does not add a user that is taken away', () => {
    expect(facts('no username gone').users).toEqual([]);
  });

  it('tells an enable secret from one of a level', () => {
    const uses = facts('enable secret 5 $1$synt$0', 'enable password level 7 7 0822455D0A16').secrets.map(
      (s) => s.use,
    );
    expect(uses).toEqual(['enable', 'enable 7']);
  });

  it('reports the keys of SSH users as ways in', () => {
    const { services } = facts('ip ssh pubkey-chain', '  username noc', '   key-hash ssh-rsa 00FF noc@host');
    expect(services).toMatchObject([{ name: 'ssh-key', enabled: true, detail: 'noc ssh-rsa 00FF' }]);
  });
});

describe('aaa', () => {
  it('says nothing about the model when no line does', () => {
    expect(facts('vlan 2').aaaNewModel).toBeNull();
    expect(facts('no aaa new-model').aaaNewModel).toBe(false);
  });

  it('keeps methods in order with their groups', () => {
    const { aaaMethods } = facts('aaa authentication login default local group tacacs+ none');
    expect(aaaMethods).toMatchObject([
      {
        phase: 'authentication',
        service: 'login',
        list: 'default',
        methods: ['local', 'group tacacs+', 'none'],
      },
    ]);
  });

  it('reads accounting on one line and as a block alike', () => {
    const one = facts('aaa accounting commands 15 default stop-only group G').aaaMethods[0]!;
    const block = facts('aaa accounting commands 15 default', ' action-type stop-only', ' group G')
      .aaaMethods[0]!;
    expect(one).toMatchObject({ service: 'commands 15', list: 'default', methods: ['stop-only', 'group G'] });
    expect(block.methods).toEqual(one.methods);
    expect(block.lineEnd - block.line).toBe(2);
  });

  it('reads servers of both forms', () => {
    const { aaaServers } = facts(
      'tacacs-server host 192.0.2.1 port 4949 key 0 Synthetic',
      'radius server R',
      ' address ipv4 192.0.2.2 auth-port 1645 acct-port 1646',
      ' key 6 SyntheticAes',
    );
    expect(aaaServers).toMatchObject([
      { name: '192.0.2.1', protocol: 'tacacs+', port: 4949, secret: { type: '0' } },
      { name: 'R', protocol: 'radius', address: '192.0.2.2', port: 1645, secret: { strength: 'acceptable' } },
    ]);
  });

  it('gives the key of all servers to those without one', () => {
    const { aaaServers } = facts('tacacs-server host 192.0.2.1', 'tacacs-server key 7 0822455D0A16');
    expect(aaaServers[0]!.secret).toMatchObject({ type: '7', strength: 'reversible' });
  });

  it('does not give a TACACS+ key to a RADIUS server', () => {
    const { aaaServers } = facts('radius-server host 192.0.2.1', 'tacacs-server key Synthetic');
    expect(aaaServers[0]!.secret).toBeNull();
  });
});

describe('lines', () => {
  it('leaves open what no line says', () => {
    expect(facts('line vty 0 4', ' login local').lines[0]).toMatchObject({
      kind: 'vty',
      transportInput: null,
      transportOutput: null,
      execTimeout: null,
      accessIn: null,
      login: 'local',
    });
  });

  it.each([
    ['exec-timeout 10 30', 630],
    ['exec-timeout 0 0', 0],
    ['no exec-timeout', 0],
    ['exec-timeout 5', 300],
  ])('reads %j as %i seconds', (line, seconds) => {
    expect(facts('line con 0', ` ${line}`).lines[0]!.execTimeout).toBe(seconds);
  });

  it('reads lists of both families and directions', () => {
    const { lines, aclBindings } = facts(
      'line vty 0 15',
      ' access-class 20 in vrf-also',
      ' access-class OUT out',
      ' ipv6 access-class SIX in',
    );
    expect(lines[0]).toMatchObject({
      accessIn: '20',
      accessInVrfAlso: true,
      accessOut: 'OUT',
      accessIn6: 'SIX',
    });
    expect(aclBindings.map((b) => `${b.acl} ${b.where} ${b.direction}`)).toEqual([
      '20 vty 0 15 in',
      'OUT vty 0 15 out',
      'SIX vty 0 15 in',
    ]);
  });

  it('reports a setting that it does not know, and only that', () => {
    const { unread } = facts('line vty 0 4', ' transport sideways ssh', ' stopbits 1');
    expect(unread).toMatchObject([{ text: 'transport sideways ssh', area: 'lines' }]);
  });

  it('reports a command that runs by itself at login', () => {
    expect(facts('line vty 0 4', ' autocommand show users').services).toMatchObject([
      { name: 'autocommand', detail: 'vty 0 4: show users' },
    ]);
  });
});

describe('snmp', () => {
  it.each([
    ['Synthetic RW 50', 'rw', '50', null],
    ['Synthetic ro', 'ro', null, null],
    ['Synthetic view V RO ipv6 SIX 10', 'ro', '10', 'V'],
    ['Synthetic RO ipv6 SIX', 'ro', 'SIX', null],
    ['Synthetic', 'ro', null, null],
  ])('reads community %j', (text, access, acl, view) => {
    expect(facts(`snmp-server community ${text}`).snmp.communities).toMatchObject([
      { access, acl, view, wellKnown: false },
    ]);
  });

  it('reads users with the length of their cipher and keeps their keys as secrets', () => {
    const { snmp, secrets } = facts('snmp-server user u G v3 auth sha SyntheticA priv aes 256 SyntheticP');
    expect(snmp.users).toMatchObject([{ name: 'u', group: 'G', auth: 'sha', priv: 'aes 256' }]);
    expect(secrets.map((s) => s.length)).toEqual([10, 10]);
  });

  it.each([
    ['192.0.2.1 version 2c Synthetic bgp', '2c', 1],
    ['192.0.2.1 vrf M informs version 3 priv user', '3 priv', 0],
    ['192.0.2.1 Synthetic', '1', 1],
  ])('reads host %j', (text, version, communities) => {
    const read = facts(`snmp-server host ${text}`);
    expect(read.snmp.hosts).toMatchObject([{ address: '192.0.2.1', version }]);
    expect(read.secrets).toHaveLength(communities);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('AAA servers', () => {
  it.each([
    ['tacacs-server host 192.0.2.1', 'tacacs+', '192.0.2.1', null, null],
    ['tacacs-server host 192.0.2.1 single-connection key 7 0822455D0A16', 'tacacs+', '192.0.2.1', null, '7'],
    [
      'radius-server host 192.0.2.1 auth-port 1812 acct-port 1813 key 0 Synth1',
      'radius',
      '192.0.2.1',
      1812,
      '0',
    ],
    ['radius-server host 192.0.2.1 non-standard', 'radius', '192.0.2.1', null, null],
    ['tacacs-server host aaa1.synthetic.example port 4949', 'tacacs+', 'aaa1.synthetic.example', 4949, null],
    ['tacacs-server host 2001:DB8::00:1 key Synth1', 'tacacs+', '2001:db8::1', null, '0'],
  ])('reads the old form %j', (line, protocol, address, port, type) => {
    const { aaaServers } = facts(line);
    expect(aaaServers).toMatchObject([{ protocol, address, port, line: 3, lineEnd: 3 }]);
    expect(aaaServers[0]!.secret?.type ?? null).toBe(type);
  });

  it('reads blocks with settings in any order, and settings it need not know', () => {
    const { aaaServers, unread } = facts(
      'tacacs server T1',
      ' key 7 0822455D0A16',
      ' single-connection',
      ' port 4949',
      ' timeout 3',
      ' address ipv6 2001:DB8::5',
      'radius server R1',
      ' address ipv4 192.0.2.9 auth-port 1645 acct-port 1646',
      ' pac key 6 SyntheticPac',
      ' automate-tester username probe',
    );
    expect(aaaServers).toMatchObject([
      { name: 'T1', address: '2001:db8::5', port: 4949, secret: { type: '7' }, line: 3, lineEnd: 8 },
      { name: 'R1', address: '192.0.2.9', port: 1645, line: 9, lineEnd: 12 },
    ]);
    expect(unread).toEqual([]);
  });

  it.each(['no tacacs server T1', 'no radius-server host 192.0.2.1', 'no tacacs-server key'])(
    'adds nothing for %j',
    (line) => {
      const read = facts(line);
      expect(read.aaaServers).toEqual([]);
      expect(read.secrets).toEqual([]);
    },
  );

  it('gives a server without a key that of all servers, in whichever order, and leaves others their own', () => {
    const { aaaServers } = facts(
      'tacacs-server host 192.0.2.1',
      'tacacs-server host 192.0.2.2 key 0 Own',
      'tacacs-server key 6 Shared',
      'radius-server host 192.0.2.3',
      'radius-server key 7 0822455D0A16',
    );
    expect(aaaServers.map((s) => s.secret?.type)).toEqual(['6', '0', '7']);
    expect(aaaServers.map((s) => s.secret?.line)).toEqual([5, 4, 7]);
  });
});

describe('groups of AAA servers', () => {
  it('read members of all forms, VRF and source interface', () => {
    const { aaaGroups, aaaServers, sourceInterfaces } = facts(
      'aaa group server tacacs+ G',
      ' server name T1',
      ' server 192.0.2.8',
      ' server-private 192.0.2.9 port 4949 key 7 0822455D0A16',
      ' ip vrf forwarding MGMT',
      ' ip tacacs source-interface Loopback0',
      ' deadtime 5',
    );
    expect(aaaGroups).toMatchObject([
      {
        name: 'G',
        protocol: 'tacacs+',
        members: ['T1', '192.0.2.8', '192.0.2.9'],
        vrf: 'MGMT',
        line: 3,
        lineEnd: 9,
      },
    ]);
    expect(aaaServers).toMatchObject([
      { address: '192.0.2.9', port: 4949, secret: { use: 'tacacs' }, line: 6 },
    ]);
    expect(sourceInterfaces).toEqual({ tacacs: 'Loopback0' });
  });

  it('read the VRF in its newer form', () => {
    expect(facts('aaa group server radius G', ' vrf forwarding V').aaaGroups[0]!.vrf).toBe('V');
  });

  it('survive a word that means something to the language we are written in', () => {
    const read = facts('aaa group server radius G', ' ip __proto__ source-interface Loopback0');
    expect(read.aaaGroups).toHaveLength(1);
    expect(({} as Record<string, unknown>)['Loopback0']).toBeUndefined();
  });

  it('report a statement of a group that nobody knows as a matter of AAA', () => {
    expect(facts('aaa group server radius G', ' frobnicate 3').unread).toMatchObject([
      { area: 'aaa', line: 4 },
    ]);
  });
});

describe('change of authorization', () => {
  it('keeps the client and its key', () => {
    const { services, secrets } = facts(
      'aaa server radius dynamic-author',
      ' client 192.0.2.7 vrf M server-key 7 0822455D0A16',
      ' server-key Synth1',
    );
    expect(services).toMatchObject([{ name: 'radius-coa', detail: '192.0.2.7', line: 4 }]);
    expect(secrets.map((s) => `${s.use} ${s.type} ${s.line}`)).toEqual(['radius 7 4', 'radius 0 5']);
  });
});

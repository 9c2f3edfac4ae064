import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const tunnel = (...lines: string[]): DeviceFacts['tunnels'][number] | undefined =>
  facts('interface Tunnel1', ...lines.map((line) => ` ${line}`)).tunnels[0];

describe('tunnel interfaces', () => {
  it.each([
    ['tunnel mode gre ip', 'gre ip'],
    ['tunnel mode gre multipoint', 'gre multipoint'],
    ['tunnel mode ipsec ipv4', 'ipsec ipv4'],
    ['tunnel mode ipip', 'ipip'],
    ['tunnel mode ipv6ip 6to4', 'ipv6ip 6to4'],
    ['tunnel  mode   gre  ipv6', 'gre ipv6'],
    ['no tunnel mode', 'gre ip'],
  ])('reads %j', (line, mode) => {
    expect(tunnel(line)).toMatchObject({ mode, line: 3, lineEnd: 4 });
  });

  it.each([
    ['tunnel source GigabitEthernet 0/0/0', 'GigabitEthernet0/0/0'],
    ['tunnel source 192.0.2.1', '192.0.2.1'],
    ['tunnel source 2001:DB8::0:1', '2001:db8::1'],
    ['no tunnel source', null],
  ])('reads %j', (line, source) => {
    expect(tunnel(line)).toMatchObject({ source });
  });

  it.each([
    ['tunnel destination 203.0.113.9', '203.0.113.9'],
    ['tunnel destination dynamic', null],
    ['no tunnel destination', null],
    ['ip nhrp nhs 10.0.0.1 nbma 203.0.113.9 multicast', '203.0.113.9'],
    ['ip nhrp nhs 10.0.0.1', null],
    ['ip nhrp map 10.0.0.1 203.0.113.9', '203.0.113.9'],
    ['ip nhrp map 10.0.0.0 255.255.255.0 203.0.113.9', '203.0.113.9'],
    ['ip nhrp map multicast 203.0.113.9', '203.0.113.9'],
    ['ip nhrp map multicast dynamic', null],
    ['ip nhrp map group GOLD service-policy output P', null],
    ['ipv6 nhrp map 2001:DB8::1/128 203.0.113.9', '203.0.113.9'],
    ['ipv6 nhrp nhs 2001:DB8::1 nbma 203.0.113.9', '203.0.113.9'],
  ])('finds the far end in %j', (line, destination) => {
    expect(tunnel(line)).toMatchObject({ destination });
  });

  it('believe the tunnel statement rather than a map, whichever comes first', () => {
    expect(tunnel('ip nhrp map 10.0.0.1 203.0.113.7', 'tunnel destination 203.0.113.9')).toMatchObject({
      destination: '203.0.113.9',
    });
  });

  it.each(['ip nhrp authentication Xq7synth', 'ipv6 nhrp authentication Xq7synth'])(
    'keep the word of %j',
    (line) => {
      const read = facts('interface Tunnel1', ` ${line}`);
      expect(read.secrets).toMatchObject([{ use: 'nhrp', length: 8, line: 4 }]);
      expect(JSON.stringify(read)).not.toContain('Xq7synth');
    },
  );

  it('are found on virtual templates, too', () => {
    expect(
      facts('interface Virtual-Template1 type tunnel', ' tunnel mode ipsec ipv4', ' tunnel source Loopback0')
        .tunnels,
    ).toMatchObject([{ name: 'Virtual-Template1', mode: 'ipsec ipv4', source: 'Loopback0' }]);
  });
});

describe('tunnels that are no interfaces', () => {
  it('are every peer of a crypto map', () => {
    const { tunnels, aclBindings } = facts(
      'crypto map M 10 ipsec-isakmp',
      ' set peer 203.0.113.1',
      ' set peer 203.0.113.2 default',
      ' match address VPN',
    );
    expect(tunnels.map((t) => `${t.name} ${t.destination} ${t.line}`)).toEqual([
      'crypto map M 10 203.0.113.1 4',
      'crypto map M 10 203.0.113.2 5',
    ]);
    expect(aclBindings).toMatchObject([{ acl: 'VPN', where: 'crypto map', line: 6 }]);
  });

  it('are dial-out groups', () => {
    expect(
      facts('vpdn-group 1', ' request-dialin', '  protocol l2tp', ' initiate-to ip 203.0.113.3 priority 1')
        .tunnels,
    ).toMatchObject([{ name: 'vpdn-group 1', mode: 'l2tp', destination: '203.0.113.3', line: 6 }]);
  });
});

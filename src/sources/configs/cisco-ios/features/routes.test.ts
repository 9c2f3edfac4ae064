import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('static routes', () => {
  it.each([
    ['ip route 0.0.0.0 0.0.0.0 192.0.2.1 250 name BACKUP', '0.0.0.0/0', '192.0.2.1', null],
    ['ip route 203.0.113.7 255.255.255.255 Tunnel 7', '203.0.113.7/32', 'Tunnel7', null],
    ['ip route 10.1.2.3 255.255.0.0 Null0 254', '10.1.0.0/16', 'Null0', null],
    ['ip route vrf V 10.0.0.0 255.0.0.0 192.0.2.1 global', '10.0.0.0/8', '192.0.2.1', 'V'],
    ['ip route 0.0.0.0 0.0.0.0 GigabitEthernet0/0 dhcp', '0.0.0.0/0', 'GigabitEthernet0/0', null],
    ['ip route 0.0.0.0 0.0.0.0 dhcp 254', '0.0.0.0/0', 'dhcp', null],
    ['ip route 10.0.0.0 255.0.0.0 Serial0/0/0:0 permanent', '10.0.0.0/8', 'Serial0/0/0:0', null],
    [
      'ip  route  10.0.0.0  255.0.0.0  Port-channel1.20  10.9.9.9',
      '10.0.0.0/8',
      'Port-channel1.20 10.9.9.9',
      null,
    ],
    ['ipv6 route ::/0 2001:DB8::0:1', '::/0', '2001:db8::1', null],
    ['ipv6 route vrf V 2001:DB8:1::/48 Null0', '2001:db8:1::/48', 'Null0', 'V'],
  ])('reads %j', (line, prefix, via, vrf) => {
    const read = facts(line);
    expect(read.routes).toMatchObject([{ prefix, via, vrf, line: 3 }]);
    expect(read.unread).toEqual([]);
  });

  it.each([
    'ip route 10.0.0.0 255.0.255.0 192.0.2.1',
    'ip route 10.0.0.0 0.0.0.255 192.0.2.1',
    'ip route 10.0.0.0 255.0.0.0',
    'ip route 10.0.0.300 255.0.0.0 192.0.2.1',
    'ip route 10.0.0.0/8 192.0.2.1',
    'ipv6 route 2001:db8::/129 Null0',
    'ipv6 route vrf V',
  ])('reports %j', (line) => {
    const read = facts(line);
    expect(read.routes).toEqual([]);
    expect(read.unread).toMatchObject([{ area: 'routes', text: line }]);
  });

  it('keeps two routes of one prefix, for both are set', () => {
    expect(
      facts('ip route 10.0.0.0 255.0.0.0 192.0.2.1', 'ip route 10.0.0.0 255.0.0.0 192.0.2.2 10').routes.map(
        (r) => r.via,
      ),
    ).toEqual(['192.0.2.1', '192.0.2.2']);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('addresses', () => {
  it.each([
    ['ip address 10.0.0.1 255.255.255.255', '10.0.0.1/32'],
    ['ip address 10.0.0.1 255.255.255.254', '10.0.0.1/31'],
    ['ip  address  10.0.0.1   255.0.0.0', '10.0.0.1/8'],
    ['ipv6 address 2001:DB8:0:0::1/64 eui-64', '2001:db8::1/64'],
    ['ipv6 address 2001:DB8::1/128', '2001:db8::1/128'],
  ])('reads %j', (line, address) => {
    const read = facts('interface GigabitEthernet0/1', ` ${line}`);
    expect(read.interfaces).toMatchObject([{ addresses: [address], line: 3, lineEnd: 4 }]);
    expect(read.unread).toEqual([]);
  });

  it.each([
    'ip address 10.0.0.1 255.0.255.0',
    'ip address 10.0.0.1 0.0.0.255',
    'ip address 10.0.0.300 255.255.255.0',
    'ip address 10.0.0.1',
    'ip address 10.0.0.1/24',
    'ipv6 address 2001:db8::1/129',
    'ipv6 address 2001:db8::1/x',
    'ipv6 address 2001:db8:::1/64',
  ])('reports %j and makes up no address', (line) => {
    const read = facts('interface GigabitEthernet0/1', ` ${line}`);
    expect(read.interfaces).toMatchObject([{ addresses: [] }]);
    expect(read.unread).toMatchObject([{ text: line, area: 'interfaces', line: 4 }]);
  });

  it.each([
    'no ip address',
    'ip address dhcp',
    'ip address negotiated',
    'ipv6 address autoconfig',
    'ipv6 address PFX ::1/64',
  ])('knows %j and finds no address in it', (line) => {
    const read = facts('interface GigabitEthernet0/1', ` ${line}`);
    expect(read.interfaces).toMatchObject([{ addresses: [] }]);
    expect(read.unread).toEqual([]);
  });
});

describe('interfaces', () => {
  it.each([
    ['interface Loopback 0', 'Loopback0', 'loopback'],
    ['interface GigabitEthernet0/0/1.100', 'GigabitEthernet0/0/1.100', 'other'],
    ['interface Serial0/0/0:0.500 point-to-point', 'Serial0/0/0:0.500', 'other'],
    ['interface ATM0/1.1 multipoint', 'ATM0/1.1', 'other'],
    ['interface GigabitEthernet0', 'GigabitEthernet0', 'management'],
    ['interface tunnel7', 'tunnel7', 'tunnel'],
    ['interface Virtual-Template1 type tunnel', 'Virtual-Template1', 'tunnel'],
    ['interface Port-channel1.20', 'Port-channel1.20', 'other'],
  ])('knows %j', (line, name, role) => {
    expect(facts(line).interfaces).toMatchObject([{ name, role }]);
  });

  it.each([
    [[' shutdown'], true],
    [[' shutdown', ' no shutdown'], false],
    [[' no shutdown', ' shutdown'], true],
    [[], false],
  ])('with %j is down: %s', (lines, shutdown) => {
    expect(facts('interface Gi0/1', ...lines).interfaces).toMatchObject([{ shutdown }]);
  });

  it('keep their description as written, with what a terminal must not see made visible and no secret', () => {
    const read = facts('interface Gi0/1', ' description to  PE-02 \u001b[31mred password Xq7synth');
    expect(read.interfaces[0]!.description).toContain('to  PE-02 red');
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it('lose a description that is taken away', () => {
    expect(
      facts('interface Gi0/1', ' description x', ' no description').interfaces[0]!.description,
    ).toBeNull();
  });

  it('are bound to lists by direction', () => {
    const { aclBindings, unread } = facts(
      'interface Gi0/1',
      ' ip access-group 110 in',
      ' ip access-group OUT out',
      ' ipv6 traffic-filter SIX in',
      ' no ip access-group 111 in',
      ' ip access-group 112',
    );
    expect(aclBindings.map((b) => `${b.acl} ${b.where} ${b.direction} ${b.line}`)).toEqual([
      '110 interface Gi0/1 in 4',
      'OUT interface Gi0/1 out 5',
      'SIX interface Gi0/1 in 6',
    ]);
    expect(unread).toMatchObject([{ text: 'ip access-group 112', area: 'acls' }]);
  });

  it('are not added when taken away', () => {
    expect(facts('no interface Tunnel9').interfaces).toEqual([]);
  });

  it('mirror traffic where a profile is applied to them', () => {
    expect(facts('interface Gi0/1', ' ip traffic-export apply COPY').mirrors).toMatchObject([
      { name: 'COPY', type: 'traffic-export', source: 'Gi0/1' },
    ]);
  });
});

describe('discovery and flow export', () => {
  it('tells what a line of the interface switches on or off, and nothing where none does', () => {
    const read = facts(
      'interface GigabitEthernet0/1',
      ' no cdp enable',
      ' lldp transmit',
      'interface GigabitEthernet0/2',
    );
    expect(read.interfaces.map((face) => face.discovery)).toEqual([{ cdp: false, lldp: true }, {}]);
  });

  it.each([
    ['ip flow monitor EDGE input', ['EDGE']],
    ['ip flow ingress', ['netflow']],
    ['no ip flow ingress', []],
  ])('reads %j', (line, flow) => {
    expect(facts('interface GigabitEthernet0/1', ` ${line}`).interfaces).toMatchObject([{ flow }]);
  });
});

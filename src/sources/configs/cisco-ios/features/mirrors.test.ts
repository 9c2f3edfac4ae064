import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('mirrors', () => {
  it('of several destinations name them all', () => {
    expect(
      facts(
        'monitor session 1 type local',
        ' source interface Gi0/1 rx',
        ' destination interface Gi0/8',
        ' destination interface Gi0/9',
      ).mirrors,
    ).toMatchObject([{ destination: 'interface Gi0/8, interface Gi0/9', line: 3, lineEnd: 6 }]);
  });

  it.each([
    ['  ip address 203.0.113.9', '203.0.113.9'],
    ['  ipv6 address 2001:DB8::0:9', '2001:db8::9'],
  ])('over IP end where %j says', (line, destination) => {
    expect(
      facts(
        'monitor session 2 type erspan-source',
        ' source interface Gi0/1',
        ' destination',
        line,
        '  erspan-id 7',
      ).mirrors,
    ).toMatchObject([{ type: 'erspan-source', source: 'interface Gi0/1', destination }]);
  });

  it('that end here know the address they listen on as their source', () => {
    expect(
      facts(
        'monitor session 3 type erspan-destination',
        ' destination interface Gi0/2',
        ' source',
        '  erspan-id 7',
        '  ip address 10.0.0.1',
      ).mirrors,
    ).toMatchObject([{ type: 'erspan-destination', source: 'remote', destination: 'interface Gi0/2' }]);
  });

  it('to a remote VLAN are RSPAN, and sessions stay apart', () => {
    const { mirrors } = facts(
      'monitor session 1 source vlan 10 , 20 both',
      'monitor session 2 source interface Gi0/2',
      'monitor session 1 destination remote vlan 99',
    );
    expect(
      mirrors.map((m) => `${m.name} ${m.type} ${m.source} > ${m.destination} ${m.line}-${m.lineEnd}`),
    ).toEqual(['1 rspan vlan 10 , 20 both > remote vlan 99 3-5', '2 span interface Gi0/2 > null 4-4']);
  });

  it('are not added when taken away', () => {
    expect(facts('no monitor session 1').mirrors).toEqual([]);
  });

  it('that copy packets out of a router bind their list', () => {
    const { mirrors, aclBindings } = facts(
      'ip traffic-export profile P mode capture',
      ' bidirectional',
      ' incoming access-list SPY',
    );
    expect(mirrors).toMatchObject([{ name: 'P', destination: 'capture' }]);
    expect(aclBindings).toMatchObject([{ acl: 'SPY', where: 'traffic-export', line: 5 }]);
  });

  it('of a kind nobody knows are reported', () => {
    expect(facts('monitor capture CAP interface Gi0/0 both').unread).toMatchObject([{ area: 'mirrors' }]);
  });
});

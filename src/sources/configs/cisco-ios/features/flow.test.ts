import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('flow collectors', () => {
  it.each([
    [['flow exporter E', ' destination 192.0.2.9', ' transport udp 2055'], '192.0.2.9', null],
    [
      ['flow exporter E', ' source GigabitEthernet 0/1', ' destination 2001:DB8::0:9'],
      '2001:db8::9',
      'GigabitEthernet0/1',
    ],
    [['flow exporter E', ' destination nf.synthetic.example'], 'nf.synthetic.example', null],
    [
      ['ip flow-export source Loopback0', 'ip flow-export destination 192.0.2.9 9996 vrf M'],
      '192.0.2.9',
      'Loopback0',
    ],
  ])('are read from %j', (lines, address, source) => {
    const read = facts(...lines);
    expect(read.flowCollectors).toMatchObject([{ address, source }]);
    expect(read.unread).toEqual([]);
  });

  it('are all kept, an attacker may add one', () => {
    expect(
      facts('ip flow-export destination 192.0.2.8 9996', 'ip flow-export destination 203.0.113.8 9996')
        .flowCollectors,
    ).toHaveLength(2);
  });

  it.each([['flow exporter E'], ['no flow exporter E'], ['no ip flow-export destination 192.0.2.9 9996']])(
    'are none in %j',
    (line) => {
      expect(facts(line).flowCollectors).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const peers = (...lines: string[]): string[] =>
  facts(...lines).tunnels.map((t) => `${t.name}: ${t.mode} ${t.source} > ${t.destination} @${t.line}`);

describe('pseudowires', () => {
  const PW = ['pseudowire-class FAR', ' encapsulation l2tpv3', ' ip local interface Loopback0'];

  it.each([
    [[...PW, 'interface Gi0/1', ' xconnect 203.0.113.2 7 pw-class FAR']],
    [['interface Gi0/1', ' xconnect 203.0.113.2 7 pw-class FAR', ...PW]],
    [[...PW, 'interface Gi0/1', ' xconnect 203.0.113.2 7 encapsulation l2tpv3 pw-class FAR']],
    [['interface Gi0/1', ' xconnect 203.0.113.2 7 encapsulation l2tpv3 manual']],
  ])('over IP are tunnels: %j', (lines) => {
    expect(facts(...lines).tunnels).toMatchObject([
      { name: 'Gi0/1', mode: 'l2tpv3', destination: '203.0.113.2' },
    ]);
  });

  it.each([
    [
      ['interface Gi0/1', ' xconnect 10.0.0.2 7 encapsulation mpls'],
      ['Gi0/1: mpls pseudowire null > 10.0.0.2 @4'],
    ],
    [
      ['interface Gi0/1', ' xconnect 10.0.0.2 7 encapsulation mpls', '  backup peer 10.0.0.3 8'],
      ['Gi0/1: mpls pseudowire null > 10.0.0.2 @4', 'Gi0/1: mpls pseudowire null > 10.0.0.3 @5'],
    ],
    [
      [
        'interface Gi0/1',
        ' service instance 5 ethernet',
        '  encapsulation dot1q 5',
        '  xconnect 10.0.0.2 7 pw-class NEAR',
      ],
      ['Gi0/1: mpls pseudowire null > 10.0.0.2 @6'],
    ],
    [
      ['connect PW Gi0/1 100 l2transport', ' xconnect 10.0.0.2 7 encapsulation mpls'],
      ['connect PW: mpls pseudowire null > 10.0.0.2 @4'],
    ],
    [
      ['l2vpn xconnect context C', ' member Gi0/1', ' member 10.0.0.2 7 encapsulation mpls'],
      ['l2vpn C: mpls pseudowire null > 10.0.0.2 @5'],
    ],
    [
      [
        'l2 vfi V manual',
        ' vpn id 7',
        ' neighbor 10.0.0.2 encapsulation mpls',
        ' neighbor 10.0.0.3 encapsulation mpls',
      ],
      ['vfi V: mpls pseudowire null > 10.0.0.2 @5', 'vfi V: mpls pseudowire null > 10.0.0.3 @6'],
    ],
    [
      ['interface pseudowire7', ' encapsulation mpls', ' neighbor 10.0.0.2 7'],
      ['pseudowire7: mpls pseudowire null > 10.0.0.2 @5'],
    ],
  ])('over MPLS have their far end, too: %j', (lines, expected) => {
    expect(peers(...lines)).toEqual(expected);
    expect(facts(...lines).unread).toEqual([]);
  });

  it('reports one whose far end it cannot read', () => {
    const read = facts('interface Gi0/1', ' xconnect somewhere 7 encapsulation mpls');
    expect(read.tunnels).toEqual([]);
    expect(read.unread.map((line) => line.text)).toEqual(['xconnect somewhere 7 encapsulation mpls']);
  });
});

describe('VXLAN', () => {
  it('names each peer with the line that says so', () => {
    const lines = [
      'interface nve1',
      ' no ip address',
      ' member vni 5001',
      '  ingress-replication 203.0.113.7',
      '  ingress-replication 10.0.0.9',
      ' member vni 5002 ingress-replication 10.0.0.8',
      ' source-interface Loopback0',
    ];
    expect(peers(...lines)).toEqual([
      'nve1 vni 5001: vxlan Loopback0 > 203.0.113.7 @6',
      'nve1 vni 5001: vxlan Loopback0 > 10.0.0.9 @7',
      'nve1 vni 5002: vxlan Loopback0 > 10.0.0.8 @8',
    ]);
    expect(facts(...lines).unread).toEqual([]);
  });

  it.each([
    [' member vni 5001 mcast-group 239.1.1.1'],
    [' member vni 5001\n  ingress-replication protocol bgp'],
    [' host-reachability protocol bgp\n member vni 5001 vrf V'],
  ])('is open where no line names the peers: %j', (line) => {
    expect(peers('interface nve1', line)).toEqual(['nve1: vxlan multipoint null > null @3']);
  });

  it('is no question of interfaces that only share the words', () => {
    expect(peers('interface Gi0/1', ' member vni 5001 ingress-replication 203.0.113.7')).toEqual([]);
  });
});

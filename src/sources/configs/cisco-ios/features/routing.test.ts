import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('routing neighbours', () => {
  it.each([
    ['neighbor 192.0.2.1 remote-as 64501', '64501', false],
    ['neighbor 192.0.2.1 remote-as 65000.12', '65000.12', false],
    ['neighbor 2001:DB8::0:1 remote-as 4200000000', '4200000000', false],
  ])('reads %j', (line, remoteAs, authenticated) => {
    expect(facts('router bgp 64500', ` ${line}`).routingPeers).toMatchObject([
      { protocol: 'bgp', remoteAs, authenticated, line: 4 },
    ]);
  });

  it.each([
    ['password 7 0822455D0A16', '7', 5],
    ['password 0 Xq7synth', '0', 8],
    ['password Xq7synth two', '0', 12],
    ['password 6 Xq7synth', '6', 8],
  ])('keep the secret of %j', (line, type, length) => {
    const read = facts('router bgp 64500', ' neighbor 192.0.2.1 remote-as 1', ` neighbor 192.0.2.1 ${line}`);
    expect(read.routingPeers).toMatchObject([{ authenticated: true }]);
    expect(read.secrets).toMatchObject([{ use: 'bgp', type, length, line: 5 }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it('count as authenticated with TCP-AO', () => {
    expect(
      facts(
        'router bgp 1',
        ' neighbor 192.0.2.1 remote-as 2',
        ' neighbor 192.0.2.1 ao KC include-tcp-options',
      ).routingPeers,
    ).toMatchObject([{ authenticated: true }]);
  });

  it('are found in families below the process', () => {
    const { routingPeers, unread } = facts(
      'router bgp 64500',
      ' bgp log-neighbor-changes',
      ' neighbor 192.0.2.1 remote-as 64501',
      ' address-family ipv4',
      '  network 10.0.0.0',
      '  neighbor 192.0.2.1 activate',
      ' exit-address-family',
      ' address-family ipv6 vrf V',
      '  neighbor 2001:DB8::9 remote-as 64509',
      ' exit-address-family',
    );
    expect(routingPeers.map((p) => `${p.address} ${p.remoteAs}`)).toEqual([
      '192.0.2.1 64501',
      '2001:db8::9 64509',
    ]);
    expect(unread).toEqual([]);
  });

  it('are not the group itself', () => {
    expect(facts('router bgp 1', ' neighbor G peer-group', ' neighbor G remote-as 2').routingPeers).toEqual(
      [],
    );
  });

  it.each([
    ['router eigrp 1', ' neighbor 10.0.0.2 GigabitEthernet0/1', []],
    ['router ospf 1', ' neighbor 10.0.0.2 priority 1', []],
    ['no router bgp 1', '', []],
  ])('of %j with %j are no BGP peers', (process, line, peers) => {
    expect(facts(process, line).routingPeers.filter((p) => p.protocol === 'bgp')).toEqual(peers);
  });

  it('bind lists of routes', () => {
    const { aclBindings } = facts('router rip', ' distribute-list 20 in', ' distribute-list prefix P out');
    expect(aclBindings).toMatchObject([{ acl: '20', where: 'router rip', line: 4 }]);
  });
});

describe('keys of routing protocols', () => {
  it.each([
    ['interface Gi0/1', ' ip ospf message-digest-key 1 md5 7 0822455D0A16', 'ospf', '7', 5],
    ['interface Gi0/1', ' ip ospf authentication-key Xq7synth', 'ospf', '0', 8],
    ['interface Gi0/1', ' standby 1 authentication md5 key-string 7 0822455D0A16', 'hsrp', '7', 5],
    ['interface Gi0/1', ' standby 1 authentication text Xq7synth', 'hsrp', '0', 8],
    ['interface Gi0/1', ' vrrp 1 authentication text Xq7synth', 'vrrp', '0', 8],
    ['interface Gi0/1', ' isis password Xq7synth level-1', 'isis', '0', 8],
    ['interface Gi0/1', ' ppp chap password 7 0822455D0A16', 'ppp', '7', 5],
    ['interface Gi0/1', ' ppp pap sent-username u password 0 Xq7synth', 'ppp', '0', 8],
    ['router isis', ' domain-password Xq7synth', 'isis', '0', 8],
    ['router ospf 1', ' area 1 virtual-link 192.0.2.1 message-digest-key 1 md5 Xq7synth', 'ospf', '0', 8],
    ['key chain K', ' key-string Xq7synth', 'key chain', '0', 8],
  ])('below %j: %j', (block, line, use, type, length) => {
    const read = facts(block, line);
    expect(read.secrets).toMatchObject([{ use, type, length, line: 4 }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it.each([
    ' standby 1 authentication md5 key-chain K',
    ' ip authentication mode eigrp 1 md5',
    ' ip ospf authentication message-digest',
    ' isis authentication mode md5 level-1',
    ' ppp authentication chap',
  ])('%j holds none', (line) => {
    expect(facts('interface Gi0/1', line).secrets).toEqual([]);
  });

  it.each([
    ['mpls ldp neighbor 192.0.2.1 password 7 0822455D0A16', 1],
    ['mpls ldp neighbor vrf V 192.0.2.1 password Xq7synth', 1],
    ['mpls ldp password required for 10', 0],
    ['mpls ldp password option 1 for 10 key-chain K', 0],
    ['mpls ldp neighbor 192.0.2.1 targeted', 0],
  ])('%j holds %i', (line, secrets) => {
    expect(facts(line).secrets).toHaveLength(secrets);
  });
});

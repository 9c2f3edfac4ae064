import { describe, expect, it } from 'vitest';
import { factsOf } from '../fixture.ts';

const FACE = 'set network interface ethernet';
const ROUTER = 'set network virtual-router';

describe('interfaces', () => {
  it('gather what ports, units and routers say of them', () => {
    const facts = factsOf(
      `${FACE} ethernet1/1 layer3 ip 192.0.2.1/24`,
      `${FACE} ethernet1/1 layer3 ipv6 address 2001:db8::1/64`,
      `${FACE} ethernet1/1 layer3 lldp enable no`,
      `${FACE} ethernet1/1 comment "to the core"`,
      `${FACE} ethernet1/1 link-state down`,
      `${FACE} ethernet1/1 layer3 units ethernet1/1.7 ip 198.51.100.1/24`,
      `${ROUTER} blue interface [ ethernet1/1 ]`,
      `${ROUTER} default interface [ ethernet1/1.7 ]`,
    );
    expect(facts.interfaces).toMatchObject([
      {
        name: 'ethernet1/1',
        addresses: ['192.0.2.1/24', '2001:db8::1/64'],
        vrf: 'blue',
        description: 'to the core',
        shutdown: true,
        discovery: { lldp: false },
      },
      {
        name: 'ethernet1/1.7',
        addresses: ['198.51.100.1/24'],
        vrf: null,
        shutdown: false,
        discovery: {},
      },
    ]);
  });

  it('take the one of management from the settings of the system', () => {
    const facts = factsOf(
      'set deviceconfig system ip-address 10.0.0.1',
      'set deviceconfig system netmask 255.255.255.0',
    );
    expect(facts.interfaces).toMatchObject([
      {
        name: 'management',
        role: 'management',
        addresses: ['10.0.0.1/24'],
      },
    ]);
  });

  it.each([
    [`${FACE} ethernet1/5 tap`, { type: 'tap', source: 'ethernet1/5', destination: null }],
    [
      `${FACE} ethernet1/5 decrypt-mirror`,
      { type: 'decrypt-mirror', source: null, destination: 'ethernet1/5' },
    ],
  ])('%s copies traffic', (line, mirror) => {
    expect(factsOf(line).mirrors).toMatchObject([mirror]);
  });
});

describe('static routes', () => {
  const route = `${ROUTER} default routing-table ip static-route r`;

  it.each([
    [['nexthop ip-address 192.0.2.1', 'interface ethernet1/1'], 'ethernet1/1 192.0.2.1'],
    [['nexthop discard'], 'discard'],
    [['nexthop next-vr blue'], 'blue'],
    [['interface tunnel.1'], 'tunnel.1'],
  ])('by %j', (sets, via) => {
    const lines = ['destination 10.0.0.0/8', ...sets].map((set) => `${route} ${set}`);
    expect(factsOf(...lines).routes).toMatchObject([{ prefix: '10.0.0.0/8', via, vrf: null }]);
  });
});

describe('neighbours', () => {
  const peer = `${ROUTER} default protocol bgp peer-group g peer p`;

  it('are authenticated when they name a profile', () => {
    const facts = factsOf(
      `${peer} peer-address ip 192.0.2.2`,
      `${peer} peer-as 64501`,
      `${peer} connection-options authentication a`,
      `${ROUTER} default protocol bgp auth-profile a secret Synthetic-1`,
    );
    expect(facts.routingPeers).toMatchObject([
      {
        protocol: 'bgp',
        address: '192.0.2.2',
        remoteAs: '64501',
        authenticated: true,
      },
    ]);
    expect(facts.secrets).toMatchObject([{ use: 'bgp' }]);
  });

  it('that are off are none', () => {
    const facts = factsOf(`${peer} peer-address ip 192.0.2.2`, `${peer} enable no`);
    expect(facts.routingPeers).toEqual([]);
  });
});

describe('flow collectors', () => {
  it('stand in the profile', () => {
    const facts = factsOf('set shared server-profile netflow n server s host 192.0.2.1');
    expect(facts.flowCollectors).toMatchObject([{ address: '192.0.2.1', source: null }]);
  });
});

describe('keys of tunnels', () => {
  it('are kept whether the gateway or the tunnel has them', () => {
    const facts = factsOf(
      'set network ike gateway g authentication pre-shared-key key Synthetic-1',
      'set network tunnel ipsec t manual-key esp authentication sha1 key Synthetic-2',
    );
    expect(facts.secrets.map((secret) => secret.use).toSorted()).toEqual(['ike', 'ipsec']);
    expect(JSON.stringify(facts)).not.toContain('Synthetic');
  });
});

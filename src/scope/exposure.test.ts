import { describe, expect, it } from 'vitest';
import type { DeviceFacts, Secret } from '../model/device-facts.ts';
import { exposureOf } from './exposure.ts';

const AT = { line: 3, lineEnd: 3 };
const secret = (use: string, group: string, more: Partial<Secret> = {}): Secret => ({
  ...AT,
  use,
  type: '5',
  strength: 'weak',
  length: 8,
  group,
  wellKnown: false,
  ...more,
});

function facts(hostname: string, parts: Partial<DeviceFacts> = {}): DeviceFacts {
  return {
    hostname,
    platform: 'ios',
    complete: true,
    evidence: hostname,
    secrets: [],
    aaaServers: [],
    snmp: { communities: [], groups: [], users: [], views: [], hosts: [] },
    logging: { hosts: [] },
    ntpServers: [],
    flowCollectors: [],
    interfaces: [],
    routingPeers: [],
    tunnels: [],
    acls: [],
    aclBindings: [],
    unread: [],
    ...parts,
  } as unknown as DeviceFacts;
}

const face = (
  name: string,
  address: string,
  description: string | null = null,
): DeviceFacts['interfaces'][number] => ({
  ...AT,
  name,
  role: 'other',
  addresses: [address],
  vrf: null,
  description,
  shutdown: false,
  discovery: {},
  flow: [],
});

describe('rotation', () => {
  it('begins with the ways in, then AAA, then the rest, so that nobody locks himself out', () => {
    const uses = ['bgp', 'ike', 'snmp community', 'tacacs', 'user noc', 'macro'];
    const stolen = [facts('pe-01', { secrets: uses.map((use) => secret(use, use)) })];
    const { rotation } = exposureOf({ stolen, others: [] });
    expect(rotation.map((r) => r.purpose)).toEqual(['login', 'aaa', 'snmp', 'ipsec', 'routing', 'other']);
  });

  it('counts a secret that serves twice once, under what it opens first, in its weakest form', () => {
    const both = [secret('tacacs', 'G', { strength: 'reversible' }), secret('user noc', 'G')];
    const { rotation } = exposureOf({ stolen: [facts('pe-01', { secrets: both })], others: [] });
    expect(rotation).toMatchObject([
      { purpose: 'login', uses: ['tacacs', 'user noc'], strength: 'reversible' },
    ]);
  });

  it('names the devices that were not stolen and share it', () => {
    const others = [
      facts('pe-03', { secrets: [secret('tacacs', 'G')] }),
      facts('pe-02', { secrets: [secret('tacacs', 'H')] }),
    ];
    const { rotation } = exposureOf({
      stolen: [facts('pe-01', { secrets: [secret('tacacs', 'G')] })],
      others,
    });
    expect(rotation.map((r) => [r.stolenFrom, r.alsoOn])).toEqual([[['pe-01'], ['pe-03']]]);
  });

  it('puts what the thief reads at once before what must be guessed', () => {
    const secrets = [
      secret('user a', 'A', { strength: 'strong' }),
      secret('user b', 'B', { strength: 'plaintext' }),
    ];
    const { rotation } = exposureOf({ stolen: [facts('pe-01', { secrets })], others: [] });
    expect(rotation.map((r) => r.uses[0])).toEqual(['user b', 'user a']);
  });
});

describe('what else stands in a configuration', () => {
  it('tells peers of our own from strangers', () => {
    const peer = (address: string): DeviceFacts['routingPeers'][number] => ({
      ...AT,
      protocol: 'bgp',
      address,
      remoteAs: '64500',
      authenticated: true,
    });
    const stolen = [facts('pe-01', { routingPeers: [peer('10.0.0.2'), peer('192.0.2.9')] })];
    const others = [facts('pe-02', { interfaces: [face('Gi0', '10.0.0.2/30')] })];
    expect(exposureOf({ stolen, others }).peers.map((p) => [p.address, p.owner])).toEqual([
      ['10.0.0.2', 'pe-02'],
      ['192.0.2.9', null],
    ]);
  });

  it('names the networks that may manage it, and whoever stands on interfaces', () => {
    const entry = {
      ...AT,
      action: 'permit' as const,
      protocol: 'ip',
      source: '10.250.0.0/16',
      destination: 'any',
      ports: null,
      log: false,
    };
    const stolen = [
      facts('pe-01', {
        interfaces: [face('Gi1', '192.0.2.1/30', 'Customer Synthetic Bank')],
        acls: [
          {
            ...AT,
            name: 'MGMT',
            family: 'ipv4',
            entries: [entry, { ...entry, action: 'deny', source: 'any' }],
          },
        ],
        aclBindings: [{ ...AT, acl: 'MGMT', where: 'vty 0 4', direction: 'in' }],
      }),
    ];
    const exposure = exposureOf({ stolen, others: [] });
    expect(exposure.managementNetworks).toEqual(['10.250.0.0/16']);
    expect(exposure.named).toEqual([{ device: 'pe-01', interface: 'Gi1', text: 'Customer Synthetic Bank' }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Tie } from '../model/digest.ts';
import { type Identity, type IdentityInput, identify } from './index.ts';
import { snapshot } from './snapshot-fixture.ts';

const row = (name: string, addresses: readonly string[], more: Partial<Tie> = {}): Tie => ({
  origins: [`name:${name}`, ...addresses.map((a) => `addr:${a}`)],
  because: 'a row of the inventory',
  inventoried: true,
  ...more,
});

function known(input: Partial<IdentityInput>): Identity {
  return identify({ facts: [], ties: [], origins: [], ...input });
}

const ids = (identity: Identity): string[] => identity.devices.map((d) => d.id).sort();

describe('snapshots of one device', () => {
  it('are joined by their serial, also across a new name', () => {
    const facts = [
      snapshot({ name: 'pe-01', serial: 'FOX1' }),
      snapshot({ name: 'pe-01-new', serial: 'FOX1' }),
    ];
    const found = known({ facts });
    expect(found.devices).toHaveLength(1);
    expect(found.devices[0]?.names).toEqual(['pe-01', 'pe-01-new']);
    expect(found.snapshotsOf.get('pe-01')).toHaveLength(2);
  });

  it('are joined by their name, in any case of letters, when no serial says otherwise', () => {
    expect(ids(known({ facts: [snapshot({ name: 'PE-01' }), snapshot({ name: 'pe-01' })] }))).toEqual([
      'pe-01',
    ]);
  });

  it('stay two when one name stands on two serials', () => {
    const found = known({
      facts: [snapshot({ name: 'pe-01', serial: 'A' }), snapshot({ name: 'pe-01', serial: 'B' })],
    });
    expect(ids(found)).toEqual(['pe-01~A', 'pe-01~B']);
  });

  it('of a box that was swapped are joined by an address that both have', () => {
    const addresses = ['192.0.2.1'];
    const facts = [
      snapshot({ name: 'pe-01', serial: 'A', addresses }),
      snapshot({ name: 'pe-01', serial: 'B', addresses }),
    ];
    expect(known({ facts }).devices).toHaveLength(1);
  });

  it('without a serial go to the one device of that name, and to none when there are two', () => {
    const bare = snapshot({ name: 'pe-01' });
    const a = snapshot({ name: 'pe-01', serial: 'A' });
    const b = snapshot({ name: 'pe-01', serial: 'B' });
    expect(known({ facts: [bare, a] }).devices).toHaveLength(1);
    expect(known({ facts: [bare, a, b] }).devices).toHaveLength(3);
  });

  it.each(['Router', 'switch', 'localhost'])('are not joined by the factory name %s', (name) => {
    expect(known({ facts: [snapshot({ name }), snapshot({ name })] }).devices).toHaveLength(2);
  });

  it('of a factory name are told apart by where they come from, and the name belongs to none of them', () => {
    const facts = ['aaaaaaaaaa', 'bbbbbbbbbb'].map((evidence) => snapshot({ name: 'Router', evidence }));
    const found = known({ facts, origins: ['name:router'] });
    expect(ids(found)).toEqual(['router~aaaaaaaa.0', 'router~bbbbbbbb.0', 'router~name:router']);
    expect(found.ambiguous).toEqual([
      { origin: 'name:router', devices: ['router~aaaaaaaa.0', 'router~bbbbbbbb.0'] },
    ]);
  });

  it('of a factory name are joined by an address', () => {
    const addresses = ['192.0.2.9'];
    expect(
      known({ facts: [snapshot({ name: 'Router', addresses }), snapshot({ name: 'Router', addresses })] })
        .devices,
    ).toHaveLength(1);
  });

  it.each(['127.0.0.1', '169.254.1.1', '0.0.0.0', 'fe80::1', 'ff02::1'])(
    'are not joined by %s, which every device may have',
    (address) => {
      const facts = [
        snapshot({ name: 'a', addresses: [address] }),
        snapshot({ name: 'b', addresses: [address] }),
      ];
      const found = known({ facts });
      expect(ids(found)).toEqual(['a', 'b']);
      expect(found.ambiguous).toEqual([]);
    },
  );

  it('take vendor and platform from the newest', () => {
    const facts = [
      snapshot({ name: 'pe-01', at: 200, platform: 'ios-xe' }),
      snapshot({ name: 'pe-01', at: 100, platform: 'ios' }),
    ];
    expect(known({ facts }).devices[0]?.platform).toBe('ios-xe');
  });
});

describe('an address that two devices have', () => {
  const facts = [
    snapshot({ name: 'pe-01', addresses: ['192.0.2.1', '10.0.0.1'] }),
    snapshot({ name: 'pe-02', addresses: ['192.0.2.2', '10.0.0.1'] }),
  ];

  it('joins nothing, belongs to neither, and is reported', () => {
    const found = known({ facts, origins: ['addr:10.0.0.1'] });
    expect(found.ambiguous).toEqual([{ origin: 'addr:10.0.0.1', devices: ['pe-01', 'pe-02'] }]);
    expect(found.deviceOf.get('addr:10.0.0.1')).toBe('10.0.0.1');
    expect(found.deviceOf.get('addr:192.0.2.1')).toBe('pe-01');
    expect(found.devices.find((d) => d.id === 'pe-01')?.addresses).toEqual(['192.0.2.1']);
  });

  it('is contested by inventories as by configurations', () => {
    const found = known({ ties: [row('ce-a', ['10.9.9.9']), row('ce-b', ['10.9.9.9'])] });
    expect(found.ambiguous.map((a) => a.devices)).toEqual([['ce-a', 'ce-b']]);
    expect(ids(found)).toEqual(['ce-a', 'ce-b']);
  });

  it('is not contested by the inventory and the configuration of one device', () => {
    const found = known({
      facts: [snapshot({ name: 'PE-01', addresses: ['192.0.2.1'] })],
      ties: [row('pe-01', ['192.0.2.1'])],
    });
    expect(found.ambiguous).toEqual([]);
    expect(found.devices).toHaveLength(1);
  });
});

describe('ties', () => {
  const facts = [
    snapshot({ name: 'pe-01', addresses: ['192.0.2.1'] }),
    snapshot({ name: 'pe-02', addresses: ['192.0.2.2'] }),
  ];
  const relay = (...origins: string[]): Tie => ({ origins, because: 'the header of a relay' });

  it('bring names and addresses of logs to their device', () => {
    const found = known({
      facts,
      ties: [relay('addr:198.51.100.7', 'name:pe-01')],
      origins: ['addr:198.51.100.7'],
    });
    expect(found.deviceOf.get('addr:198.51.100.7')).toBe('pe-01');
  });

  it('never merge two devices that configurations hold apart', () => {
    const found = known({ facts, ties: [relay('name:pe-01', 'name:pe-02')] });
    expect(ids(found)).toEqual(['pe-01', 'pe-02']);
  });

  it('do not merge them in two steps either, over an origin that no configuration knows', () => {
    for (const ties of [
      [relay('name:pe-01', 'addr:10.1.1.1'), relay('addr:10.1.1.1', 'name:pe-02')],
      [
        relay('addr:10.1.1.1', 'addr:10.1.1.2'),
        relay('name:pe-01', 'addr:10.1.1.1'),
        relay('addr:10.1.1.2', 'name:pe-02'),
      ],
    ]) {
      const found = known({ facts, ties });
      expect(found.deviceOf.get('name:pe-01')).not.toBe(found.deviceOf.get('name:pe-02'));
    }
  });

  it('tell what a device is, and why it is one', () => {
    const tie = row('sw-01', ['10.5.5.5'], {
      vendor: 'cisco',
      model: 'C9300',
      role: 'access',
      site: 'chi',
      sort: 'router',
    });
    const [device] = known({ ties: [tie] }).devices;
    expect(device).toMatchObject({
      id: 'sw-01',
      vendor: 'cisco',
      model: 'C9300',
      role: 'access',
      site: 'chi',
      sort: 'router',
      inventoried: true,
    });
    expect(device?.because).toEqual(['a row of the inventory']);
  });
});

describe('devices', () => {
  it('of systems bear the name of the system', () => {
    const [device] = known({ origins: ['system:cdr-warehouse'] }).devices;
    expect(device).toMatchObject({ id: 'system:cdr-warehouse', sort: 'system' });
  });

  it('without a configuration are called by name, address, serial, in this order', () => {
    const ties = [{ origins: ['addr:192.0.2.9', 'name:zz', 'serial:A1'], because: 'x' }];
    expect(ids(known({ ties }))).toEqual(['zz']);
    expect(ids(known({ origins: ['addr:192.0.2.9', 'serial:A1'] }))).toEqual(['192.0.2.9', 'A1']);
  });
});

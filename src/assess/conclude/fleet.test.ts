import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { RegisterKind, RegisterRecord } from '../../model/record.ts';
import { type FleetInput, makeFleet } from './fleet.ts';

const row = (entry: RegisterKind, value: string, rest: Partial<RegisterRecord> = {}): RegisterRecord =>
  ({ kind: 'register', entry, value, device: null, from: null, until: null, ...rest }) as RegisterRecord;

const fleet = (parts: Partial<FleetInput>): ReturnType<typeof makeFleet> =>
  makeFleet({
    devices: [],
    deviceOf: new Map(),
    contested: new Set(),
    own: new Set(),
    snapshotsOf: new Map(),
    register: [],
    lookup: () => [],
    hasIntelligence: false,
    tellsNear: true,
    defaults: [],
    silentTogether: () => ({ silent: 0, of: 0 }),
    ...parts,
  });

describe('approval', () => {
  const view = fleet({
    register: [
      row('tunnel-peer', '192.0.2.16/28', { device: 'PE-01', from: 100, until: 200 }),
      row('tunnel-peer', 'Partner.Synthetic.Example'),
      row('nms', '0.0.0.0/0'),
    ],
  });
  const ask = (value: string, device: string, at: number | null): boolean =>
    view.approved('tunnel-peer', value, { device, at }) !== null;

  it('holds for its device and its time only', () => {
    expect(ask('192.0.2.17', 'pe-01', 150)).toBe(true);
    expect(ask('192.0.2.17', 'pe-01', null)).toBe(true);
    expect([99, 201].map((at) => ask('192.0.2.17', 'pe-01', at))).toEqual([false, false]);
    expect(ask('192.0.2.17', 'pe-02', 150)).toBe(false);
    expect(ask('192.0.2.33', 'pe-01', 150)).toBe(false);
  });

  it('knows names however they are written, and takes a row for everybody for none', () => {
    expect(ask('PARTNER.synthetic.example', 'pe-09', 5)).toBe(true);
    expect(view.approved('nms', '203.0.113.9', { device: 'pe-01', at: null })).toBeNull();
    expect(view.approved('aaa-server', '192.0.2.17', { device: 'pe-01', at: 150 })).toBeNull();
  });
});

describe('management', () => {
  it('ends with the row of the register', () => {
    const view = fleet({ register: [row('jump-host', '10.1.0.7', { until: 1000 })] });
    expect(view.isManagement('10.1.0.7', 1000)).toBe(true);
    expect(view.isManagement('10.1.0.7', 1001)).toBe(false);
    expect(view.isManagement('10.1.0.7', null)).toBe(true);
    expect(view.isManagement('10.1.0.8', 500)).toBe(false);
    expect(view.isManagement('no address', null)).toBe(false);
    expect(view.managementNetworks).toEqual(['10.1.0.7/32']);
  });
});

describe('who owns what', () => {
  const view = fleet({
    deviceOf: new Map([
      ['addr:10.0.0.1', 'pe-01'],
      ['addr:2001:db8::1', 'pe-02'],
      ['addr:10.0.0.9', 'pe-03'],
    ]),
    contested: new Set(['addr:10.0.0.9']),
    own: new Set(['addr:10.0.0.1', 'addr:2001:db8::1', 'addr:10.0.0.9']),
    snapshotsOf: new Map([
      ['pe-02', [{ secrets: [{ group: 'a' }], aaaServers: [], lines: [], acls: [] }]],
      [
        'pe-01',
        [
          {
            secrets: [{ group: 'a' }, { group: 'b' }],
            aaaServers: [{ address: '10.9.0.2' }, { address: '10.9.0.1' }, { address: '10.9.0.2' }],
            lines: [],
            acls: [],
          },
        ],
      ],
    ] as unknown as [string, DeviceFacts[]][]),
  });

  it('is told by any way to write an address; nobody owns what two devices claim', () => {
    expect(view.ownerOf('10.0.0.1')).toBe('pe-01');
    expect(view.ownerOf('2001:DB8:0::1')).toBe('pe-02');
    expect(view.ownerOf('10.0.0.9')).toBeNull();
    expect(view.ownerOf('203.0.113.1')).toBeNull();
  });

  it('names the holders of a secret and the servers of a device once each, in order', () => {
    expect(view.secretHolders('a')).toEqual(['pe-01', 'pe-02']);
    expect(view.secretHolders('none')).toEqual([]);
    expect(view.aaaServers('pe-01')).toEqual(['10.9.0.1', '10.9.0.2']);
    expect(view.aaaServers('pe-09')).toEqual([]);
  });

  it('has a register only when one was given', () => {
    expect(view.hasRegister).toBe(false);
    expect(fleet({ register: [row('nms', '10.1.0.1')] }).hasRegister).toBe(true);
    expect(fleet({ register: [row('nms', '10.1.0.1')] }).register('jump-host')).toEqual([]);
  });
});

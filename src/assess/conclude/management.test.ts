import { describe, expect, it } from 'vitest';
import { parseNetwork } from '../../base/ip.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { RegisterKind, RegisterRecord } from '../../model/record.ts';
import { isTooWide, managementNetworks, validAt } from './management.ts';

const row = (entry: RegisterKind, value: string, dates: Partial<RegisterRecord> = {}): RegisterRecord =>
  ({ kind: 'register', entry, value, from: null, until: null, ...dates }) as RegisterRecord;

/** A device whose terminal lines take in those sources. */
function device(...sources: string[]): readonly DeviceFacts[] {
  const entries = sources.map((source) => ({ action: 'permit', source }));
  return [
    {
      lines: [{ kind: 'vty', accessIn: 'M', accessIn6: null }],
      acls: [
        { name: 'M', entries: [...entries, { action: 'deny', source: '192.0.2.0/24' }] },
        { name: 'OTHER', entries: [{ action: 'permit', source: '10.77.0.0/16' }] },
      ],
    } as unknown as DeviceFacts,
  ];
}

const texts = (register: RegisterRecord[], devices: (readonly DeviceFacts[])[] = []): string[] =>
  managementNetworks(register, new Map(devices.map((list, i) => [`pe-${i}`, list]))).map((n) => n.text);

describe('management networks', () => {
  it('are those of the register that may manage, and no others of it', () => {
    expect(
      texts([
        row('management-network', '10.250.0.0/16'),
        row('jump-host', '10.1.0.7'),
        row('nms', 'nms.synthetic.example'),
        row('tunnel-peer', '192.0.2.17'),
      ]),
    ).toEqual(['10.250.0.0/16', '10.1.0.7/32']);
  });

  it('are none that let in everybody', () => {
    expect(texts([row('management-network', '0.0.0.0/0'), row('management-network', '::/0')])).toEqual([]);
  });

  it('are those that the lists of half of the fleet take in; one device alone proves nothing outside', () => {
    expect(texts([], [device('10.9.0.0/16'), device('10.9.0.0/16'), device('10.8.0.0/16')])).toEqual([
      '10.9.0.0/16',
    ]);
    expect(texts([], [device('198.51.100.0/24')])).toEqual([]);
    expect(texts([], [device('198.51.100.0/24'), device('198.51.100.0/24')])).toEqual(['198.51.100.0/24']);
  });

  it('leave a list out that nobody cleaned up after the row of the register had ended', () => {
    const found = managementNetworks(
      [row('jump-host', '10.9.0.7', { until: 1000 })],
      new Map([['pe-1', device('10.9.0.7/32')]]),
    );
    expect(found.map((each) => [each.text, validAt(each, 999), validAt(each, 2000)])).toEqual([
      ['10.9.0.7/32', true, false],
    ]);
  });
});

describe('validAt', () => {
  it.each([
    [null, null, 5, true],
    [5, null, 4, false],
    [5, null, 5, true],
    [null, 5, 5, true],
    [null, 5, 6, false],
    [5, 6, null, true],
  ])('from %j until %j at %j: %j', (from, until, at, expected) => {
    expect(validAt({ from, until }, at)).toBe(expected);
  });
});

describe('isTooWide', () => {
  it.each([
    ['10.0.0.0/8', false],
    ['0.0.0.0/7', true],
    ['2001::/16', false],
    ['2000::/15', true],
  ])('%s: %j', (text, expected) => {
    expect(isTooWide(parseNetwork(text)!)).toBe(expected);
  });
});

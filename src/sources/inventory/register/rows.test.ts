import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../base/time.ts';
import type { RegisterRecord } from '../../../model/record.ts';
import { readWith } from '../../kit/recording-sink.ts';
import { inventoryRegister } from './source.ts';

type Cells = Partial<
  Record<'kind' | 'value' | 'device' | 'valid_from' | 'valid_until' | 'ticket' | 'note', string>
>;

const HEADER = 'kind,value,device,valid_from,valid_until,ticket,note';
function read(cells: Cells): { entry: RegisterRecord | undefined; refused: string | undefined } {
  const row = HEADER.split(',').map((column) => `"${cells[column as keyof Cells] ?? ''}"`);
  const sink = readWith(inventoryRegister, `${HEADER}\n${row.join(',')}\n`);
  const refused = sink.accounts.find((account) => account.state === 'not-understood')?.reason;
  expect(sink.unreadLines).toHaveLength(refused === undefined ? 0 : 1);
  return { entry: sink.of('register')[0], refused };
}

const ENDS = ['aaa-server', 'nms', 'jump-host', 'tunnel-peer', 'log-host', 'flow-collector'];
const WORDS = ['mirror-collector', 'automation-account', 'change', 'record-store'];
const NO_FIT = 'value does not fit the kind';

describe('values by kind', () => {
  it.each(ENDS)('of %s are an address, a network or a name', (kind) => {
    for (const [value, expected] of [
      ['192.0.2.1', '192.0.2.1'],
      ['192.0.2.1/32', '192.0.2.1'],
      ['192.0.2.9/29', '192.0.2.8/29'],
      ['2001:DB8::0:1', '2001:db8::1'],
      ['2001:db8::1/128', '2001:db8::1'],
      ['Jump-01.Example', 'jump-01.example'],
    ])
      expect(read({ kind, value }).entry).toMatchObject({ entry: kind, value: expected });
    for (const value of ['192.0.2.300', '192.0.2', '192.0.2.1/33', 'two words', '', 'n/a', '10'])
      expect(read({ kind, value })).toEqual({ entry: undefined, refused: NO_FIT });
  });

  it.each([
    ['10.250.7.9/16', '10.250.0.0/16'],
    ['10.250.7.9', '10.250.7.9/32'],
    ['2001:DB8:1::/48', '2001:db8:1::/48'],
    ['noc', null],
    ['10.0.0.0/8/8', null],
    ['10.0.0.0 255.0.0.0', null],
  ])('of management networks: %s is %s', (value, expected) => {
    expect(read({ kind: 'management-network', value }).entry?.value ?? null).toBe(expected);
  });

  it.each(WORDS)('of %s are words, addresses in one form', (kind) => {
    expect(read({ kind, value: 'GigabitEthernet0/24' }).entry?.value).toBe('GigabitEthernet0/24');
    expect(read({ kind, value: '2001:DB8::0:1' }).entry?.value).toBe('2001:db8::1');
    expect(read({ kind, value: 'a\u001b[2Jb' }).entry?.value).toBe('a\\u001b[2Jb');
  });

  it.each([...ENDS, ...WORDS, 'management-network'])('may be written in any case with blanks: %s', (kind) => {
    const written = kind.replace('-', ' ').toUpperCase();
    expect(read({ kind: written, value: '192.0.2.1' }).entry?.entry).toBe(kind);
  });

  it.each(['', 'vpn', 'constructor', '__proto__', 'aaa'])('of the kind %j are not understood', (kind) => {
    expect(read({ kind, value: '192.0.2.1' }).refused).toBe('unknown kind');
  });
});

describe('periods', () => {
  const period = (from: string, until: string): string => {
    const { entry, refused } = read({ kind: 'change', value: 'x', valid_from: from, valid_until: until });
    if (!entry) return refused ?? '';
    return [entry.from, entry.until].map((at) => (at === null ? 'open' : formatInstant(at))).join(' ');
  };

  it.each([
    ['', '', 'open open'],
    ['2026-01-01', '', '2026-01-01T00:00:00Z open'],
    ['', '2026-12-31', 'open 2027-01-01T00:00:00Z'],
    ['2026-10-22', '2026-10-22', '2026-10-22T00:00:00Z 2026-10-23T00:00:00Z'],
    ['2026-10-22 14:00', '2026-10-22T18:00:00Z', '2026-10-22T14:00:00Z 2026-10-22T18:00:00Z'],
    ['2026-10-22T14:00:00+02:00', '2026-10-22T14:00:00-05:00', '2026-10-22T12:00:00Z 2026-10-22T19:00:00Z'],
    ['2026-10-22', '2026-10-21', 'ends before it begins'],
    ['2026-10-22T14:00:00Z', '2026-10-22T14:00:00Z', 'ends before it begins'],
    ['22.10.2026', '', 'date cannot be read'],
    ['10/22/2026', '', 'date cannot be read'],
    ['2026-02-30', '', 'date cannot be read'],
    ['', 'soon', 'date cannot be read'],
    ['', '2026-10-22T14:00:00+23:00', 'date cannot be read'],
  ])('from %j until %j is %s', (from, until, expected) => expect(period(from, until)).toBe(expected));
});

describe('devices', () => {
  it.each([
    ['PE-SYN-01', 'name:pe-syn-01', 'pe-syn-01'],
    ['pe-syn-01.net.example', 'name:pe-syn-01', 'pe-syn-01'],
    ['192.0.2.1', 'addr:192.0.2.1', '192.0.2.1'],
    ['2001:DB8::1', 'addr:2001:db8::1', '2001:db8::1'],
    ['', 'system:register', null],
    ['all', 'system:register', null],
    ['*', 'system:register', null],
  ])('%j are %s', (device, origin, name) => {
    expect(read({ kind: 'change', value: 'x', device }).entry).toMatchObject({ origin, device: name });
  });
});

describe('words of people', () => {
  it('keep no password and no control character', () => {
    const secret = 'set password hunter2-synthetic \u001b[2J';
    const { entry } = read({ kind: 'change', value: secret, ticket: secret, note: secret });
    expect(JSON.stringify(entry)).not.toContain('hunter2-synthetic');
    expect(JSON.stringify(entry)).not.toMatch(/[^\\]\\u001b/);
    expect(entry?.note).toContain('set password');
  });

  it('are cut', () => {
    const { entry } = read({ kind: 'change', value: 'x'.repeat(900), note: 'y '.repeat(900) });
    expect([entry?.value.length, (entry?.note?.length ?? 0) <= 400]).toEqual([200, true]);
  });
});

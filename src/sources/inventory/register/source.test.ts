import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../base/time.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { inventoryRegister } from './source.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['register.csv', 'mistakes.csv', 'spreadsheet.csv'];
const HEADER = 'kind,value,device,valid_from,valid_until,ticket,note\n';
const entries = (input: Buffer | string): ReturnType<typeof read> => read(input);
function read(input: Buffer | string): { entry: string; value: string; device: string | null }[] {
  return readWith(inventoryRegister, input)
    .of('register')
    .map(({ entry, value, device }) => ({ entry, value, device }));
}

describe('register', () => {
  it.each(SAMPLES)('is recognised in %s by its header', (name) => {
    expect(inventoryRegister.recognise(headOf(sample(name)))).toBeGreaterThan(0.8);
  });

  it('is not seen in other tables', () => {
    for (const header of ['hostname,serial', 'kind,value', 'kind,note'])
      expect(inventoryRegister.recognise(headOf(Buffer.from(header)))).toBe(0);
  });

  it('brings values to one form', () => {
    expect(entries(sample('register.csv'))).toEqual([
      { entry: 'aaa-server', value: '10.250.0.11', device: null },
      { entry: 'management-network', value: '10.250.0.0/16', device: null },
      { entry: 'tunnel-peer', value: '192.0.2.17', device: 'pe-syn-01' },
      { entry: 'automation-account', value: 'rancid', device: null },
      { entry: 'change', value: 'tunnel 192.0.2.9, planned', device: 'pe-syn-02' },
    ]);
    expect(entries(sample('spreadsheet.csv'))).toEqual([
      { entry: 'jump-host', value: '10.250.0.21', device: null },
      { entry: 'flow-collector', value: '10.250.0.51', device: null },
    ]);
  });

  it('takes a last day as whole and belongs to its device', () => {
    const entry = readWith(inventoryRegister, sample('register.csv')).of('register')[2];
    expect([entry?.from, entry?.until].map((at) => formatInstant(at ?? 0))).toEqual([
      '2026-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
    ]);
    expect(entry).toMatchObject({ origin: 'name:pe-syn-01', ticket: 'CHG-1', at: null, ref: { line: 4 } });
  });

  it('follows rows over several lines', () => {
    const entry = readWith(inventoryRegister, sample('register.csv')).of('register')[4];
    expect(entry?.ref).toMatchObject({ line: 6, lineEnd: 7 });
    expect(entry?.note).toBe('stays in place two lines');
  });

  it('does not understand what does not fit, and says why', () => {
    const sink = readWith(inventoryRegister, sample('mistakes.csv'));
    expect(sink.of('register').map((r) => r.value)).toEqual(['2001:db8::61']);
    expect(sink.accounts.filter((a) => a.state === 'not-understood').map((a) => a.reason)).toEqual([
      'unknown kind',
      'value does not fit the kind',
      'value does not fit the kind',
      'date cannot be read',
      'ends before it begins',
    ]);
    expect(sink.unreadLines).toHaveLength(5);
  });

  it('keeps a network as the value of a peer, and honours a zone', () => {
    const sink = readWith(
      inventoryRegister,
      `${HEADER}tunnel-peer,192.0.2.8/29,,2026-01-01T00:00:00+02:00,,,\n`,
    );
    expect(sink.of('register')[0]).toMatchObject({ value: '192.0.2.8/29', from: Date.UTC(2025, 11, 31, 22) });
  });
});

describe('any input', () => {
  it('is read without a throw and adds up, however it arrives', () => {
    const cell = fc.constantFrom(
      'aaa-server',
      'change',
      '10.0.0.1',
      '"',
      '\n',
      ',',
      '2026-01-01',
      '\u001b',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.string({ unit: cell }), fc.integer({ min: 1, max: 50 }), (tail, chunk) => {
        const bytes = Buffer.from(HEADER + tail);
        const sink = readWith(inventoryRegister, bytes, { chunk });
        expect(sink.bytes()).toBe(bytes.length);
        expect(sink.records).toEqual(readWith(inventoryRegister, bytes).records);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../../model/indicator.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { inventoryDevices } from './source.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['carrier.csv', 'netbox.csv', 'semicolon-bom.csv'];
const ties = (input: Buffer | string): (readonly string[])[] =>
  readWith(inventoryDevices, input).ties.map((tie) => tie.origins);

describe('recognition', () => {
  it.each(SAMPLES)('knows %s by its header', (name) => {
    expect(inventoryDevices.recognise(headOf(sample(name)))).toBeGreaterThan(0.5);
  });

  it('leaves other tables alone', () => {
    for (const header of ['name,phone', 'kind,value,device,note', 'serial,color', 'hostname pe-1', ''])
      expect(inventoryDevices.recognise(headOf(Buffer.from(`${header}\n1,2\n`)))).toBe(0);
  });
});

describe('devices', () => {
  it('ties name, addresses and serial of a row in canonical form', () => {
    expect(ties(sample('carrier.csv'))).toEqual([
      ['name:pe-syn-01', 'addr:10.250.10.1', 'addr:10.255.10.1', 'serial:FXS00000001'],
      ['name:p-syn-01', 'addr:10.250.10.3', 'serial:FXS00000002'],
      ['name:jump-01', 'addr:10.250.0.21'],
      ['name:old-ce-01', 'addr:192.0.2.9'],
    ]);
  });

  it('knows the column names of other inventories and drops prefix lengths', () => {
    expect(ties(sample('netbox.csv'))[0]).toEqual([
      'name:ce-syn-07',
      'addr:2001:db8::7',
      'serial:FXS00000007',
    ]);
    expect(ties(sample('semicolon-bom.csv'))[1]).toEqual([
      'name:bng-syn-02',
      'addr:10.250.30.2',
      'addr:10.250.31.2',
      'addr:10.255.30.2',
    ]);
  });

  it('says what the inventory says of the device', () => {
    const sink = readWith(inventoryDevices, sample('carrier.csv'));
    expect(sink.ties[0]?.about).toEqual({
      vendor: 'Cisco',
      model: 'ASR1001-X',
      role: 'provider-edge',
      site: 'SYN',
      sort: 'router',
      inventoried: true,
    });
    expect(sink.ties.map((tie) => tie.about?.sort)).toEqual(['router', 'router', 'host', 'router']);
    expect(sink.ties[3]?.because).toContain('line 5');
    expect(sink.ties[3]?.because).toContain('decommissioned');
  });

  it('lists each device for coverage and counts a row without any', () => {
    const sink = readWith(inventoryDevices, sample('carrier.csv'));
    expect(sink.observations).toHaveLength(4);
    expect(sink.observations.every((o) => o.kind === 'inventory' && o.at === null)).toBe(true);
    expect(sink.unreadLines).toEqual([{ origin: 'system:inventory', kind: 'inventory' }]);
    expect(sink.accounts.find((a) => a.state === 'not-understood')?.sample?.line).toBe(6);
  });

  it('lets no control character of a cell out', () => {
    const [tie] = readWith(inventoryDevices, 'hostname,serial,status\nr1,ABC123,\u001b[31mred\n').ties;
    expect(tie?.because).toContain('\\u001b[31mred');
  });

  it('finds shared indicators in rows', () => {
    const scanner: Scanner = {
      scan: (_, span, found) =>
        found({ value: '10.250.10.3', valueType: 'ipv4', near: false, start: span.start, end: span.end }),
    };
    const sink = readWith(inventoryDevices, sample('netbox.csv'), { scanner });
    expect(sink.of('sighting').map((s) => [s.where, s.ref.line])).toEqual([
      ['inventory', 2],
      ['inventory', 3],
    ]);
  });
});

describe('any input', () => {
  it('is read without a throw and adds up, however it arrives', () => {
    const text = fc.string({
      unit: fc.constantFrom('hostname', ',', 'serial', '\n', '"', 'x', '10.0.0.1', ';', '\u0000'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('', ...SAMPLES),
        text,
        fc.integer({ min: 1, max: 99 }),
        (name, tail, chunk) => {
          const bytes = Buffer.concat([name === '' ? Buffer.alloc(0) : sample(name), Buffer.from(tail)]);
          const sink = readWith(inventoryDevices, bytes, { chunk });
          expect(sink.bytes()).toBe(bytes.length);
          expect(sink.ties).toEqual(readWith(inventoryDevices, bytes).ties);
        },
      ),
    );
  });
});

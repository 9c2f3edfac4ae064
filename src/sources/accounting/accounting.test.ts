import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, readWith } from '../kit/recording-sink.ts';
import { ACCOUNTING } from './index.ts';

const samples = ACCOUNTING.flatMap((source) => {
  const folder = join(import.meta.dirname, '..', source.id, 'samples');
  return readdirSync(folder).map((name) => ({ source, name, bytes: readFileSync(join(folder, name)) }));
});

describe('every sample', () => {
  it.each(samples)('$source.id $name is taken by its own source alone', ({ source, bytes }) => {
    const sure = ACCOUNTING.filter((other) => other.recognise(headOf(bytes)) >= 0.3);
    expect(sure).toEqual([source]);
  });

  it.each(samples)(
    '$source.id $name is accounted for to the last byte, whatever the chunks',
    ({ source, bytes }) => {
      const whole = readWith(source, bytes);
      for (const chunk of [1, 7, 64]) {
        const parts = readWith(source, bytes, { chunk });
        expect(parts.bytes()).toBe(bytes.length);
        expect(parts.records).toEqual(whole.records);
      }
      expect(whole.bytes('not-understood')).toBe(0);
    },
  );
});

describe('any bytes', () => {
  const text = fc.array(
    fc.constantFrom(
      'Oct 15 00:01:02',
      '\t',
      '|!|',
      '10.0.0.1',
      'stop',
      'start',
      'cmd=x',
      '\n',
      '\tA = "b"\n',
      ' ',
      '\u0000',
      'service=shell',
    ),
    { maxLength: 60 },
  );
  it('never throws, and the ledger adds up', () => {
    const input = fc.oneof(
      text.map((parts) => new TextEncoder().encode(parts.join(''))),
      fc.uint8Array({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 50 }), (bytes, chunk) => {
        for (const source of ACCOUNTING) {
          expect(readWith(source, bytes, { chunk }).bytes()).toBe(bytes.length);
          expect(source.recognise(headOf(bytes))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives the same records when a file is cut at a line', () => {
    for (const { source, bytes } of samples.filter((s) => s.source.split === 'lines')) {
      const whole = readWith(source, bytes, { evidence: 'e' });
      const cut = bytes.indexOf(10) + 1;
      const first = readWith(source, bytes.subarray(0, cut), { evidence: 'e' });
      const rest = readWith(source, bytes.subarray(cut), { evidence: 'e', start: { line: 2, byte: cut } });
      expect([...first.records, ...rest.records]).toEqual(whole.records);
    }
  });
});

describe('shared indicators', () => {
  it('are seen in every layout', () => {
    const scanner = {
      scan: (bytes: Uint8Array, span: { start: number; end: number }, found: (m: never) => void): void => {
        if (!Buffer.from(bytes.subarray(span.start, span.end)).includes('10.255.1.2')) return;
        found({
          value: '10.255.1.2',
          valueType: 'ipv4',
          near: false,
          start: span.start,
          end: span.end,
        } as never);
      },
    };
    for (const [id, name] of [
      ['accounting/tac-plus', 'tabs.acct'],
      ['accounting/tacacsgui', 'authentication.log'],
      ['accounting/freeradius-detail', 'shell.detail'],
    ]) {
      const found = samples.find((s) => s.source.id === id && s.name === name)!;
      const sightings = readWith(found.source, found.bytes, { scanner }).of('sighting');
      expect(sightings[0]).toMatchObject({
        value: '10.255.1.2',
        where: 'accounting',
        ref: { byte: expect.any(Number) as number },
      });
    }
  });
});

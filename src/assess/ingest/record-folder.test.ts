import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../base/time.ts';
import type { SeawallRecord } from '../../model/record.ts';
import { RecordFolder } from './record-folder.ts';

interface Plain {
  readonly at: number | null;
  readonly message: string;
  readonly device: string;
}

const log = ({ at, message, device }: Plain): SeawallRecord =>
  ({
    kind: 'log',
    origin: `name:${device}`,
    at,
    last: null,
    count: 1,
    mnemonic: 'X',
    message,
    text: message,
  }) as unknown as SeawallRecord;

function fold(records: readonly SeawallRecord[]): SeawallRecord[] {
  const out: SeawallRecord[] = [];
  const folder = new RecordFolder((record) => out.push(record));
  for (const record of records) folder.add(record);
  folder.flush();
  return out;
}

const plain = fc.record({
  at: fc.option(fc.integer({ min: 0, max: 5 * MINUTE })),
  message: fc.constantFrom('a', 'b'),
  device: fc.constantFrom('pe-01', 'pe-02'),
});

describe('folding', () => {
  it('loses no observation, and no time that is not within a minute of the one kept', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 60 }), (list) => {
        const folded = fold(list.map(log));
        expect(folded.reduce((sum, r) => sum + r.count, 0)).toBe(list.length);
        for (const p of list) {
          const near = folded.some(
            (r) =>
              r.text === p.message &&
              r.origin === `name:${p.device}` &&
              (p.at === null
                ? r.at === null
                : r.at !== null && Math.floor(r.at / MINUTE) === Math.floor(p.at / MINUTE)),
          );
          expect(near).toBe(true);
        }
      }),
    );
  });

  it('makes one of identical lines within a minute, with the time of the last', () => {
    const flood = Array.from({ length: 50 }, (_, i) => log({ at: i * 1000, message: 'a', device: 'pe-01' }));
    expect(fold(flood)).toMatchObject([{ at: 0, last: 49_000, count: 50 }]);
  });

  it('keeps accesses, requests, files and register entries one by one', () => {
    for (const kind of ['access', 'http', 'file', 'register']) {
      const record = { ...log({ at: 1, message: 'a', device: 'd' }), kind } as SeawallRecord;
      expect(fold([record, record])).toEqual([record, record]);
    }
  });

  it('holds back a bounded number of records', () => {
    let out = 0;
    const folder = new RecordFolder(() => (out += 1));
    for (let i = 0; i < 20_000; i += 1) folder.add(log({ at: 1, message: String(i), device: 'd' }));
    expect(20_000 - out).toBeLessThan(5000);
    folder.flush();
    expect(out).toBe(20_000);
  });
});

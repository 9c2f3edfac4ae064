import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ForgedField,
  forgeIpfix,
  forgeSet,
  forgeTemplate,
  forgeV5,
  forgeV9,
  pack,
} from '../../kit/netflow/forge.ts';
import { type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { netflowDatagrams } from './source.ts';

const NOW = Date.UTC(2026, 9, 20) / 1000;
const ENDS: readonly ForgedField[] = [
  [8, 4],
  [12, 4],
];
const flow = (src: number): Parameters<typeof forgeV5>[1][number] => ({
  src,
  dst: 2,
  srcPort: 3,
  dstPort: 4,
  protocol: 6,
  packets: 1,
  bytes: 40,
  first: 0,
  last: 0,
});

/** Sources of all flows; the ledger must add up to the size. */
function sources(bytes: Uint8Array, chunk = 65_536): number[] {
  const sink: RecordingSink = readWith(netflowDatagrams, bytes, { chunk });
  expect(sink.bytes()).toBe(bytes.length);
  return sink.batches.flatMap((batch) => [...batch.src4]);
}

const good = Array.from({ length: 40 }, (_, i) =>
  forgeV5({ seconds: NOW, sequence: i }, [flow(0x0a000001 + i)]),
);
const GOOD = good.map((_, i) => 0x0a000001 + i);

describe('a datagram that lies about its length', () => {
  it.each([31, 100, 1000, 65_535])(
    'as NetFlow v5 with %i records does not swallow those behind it',
    (count) => {
      const lie = forgeV5({ seconds: NOW }, [flow(1), flow(2)]);
      lie.writeUInt16BE(count, 2);
      const seen = sources(Buffer.concat([good[0]!, lie, ...good.slice(1)]));
      expect(seen.filter((src) => GOOD.includes(src))).toEqual(GOOD);
    },
  );

  it('as NetFlow v5 with 0 records is passed over', () => {
    const lie = forgeV5({ seconds: NOW }, []);
    expect(sources(Buffer.concat([lie, ...good]))).toEqual(GOOD);
  });

  it.each([0, 8, 15])('as IPFIX with %i bytes is passed over', (length) => {
    const lie = forgeIpfix({ seconds: NOW }, forgeSet(2, forgeTemplate(256, ENDS)));
    lie.writeUInt16BE(length, 2);
    expect(sources(Buffer.concat([lie, ...good]))).toEqual(GOOD);
  });

  it.each([0, 2, 3])('in a set of NetFlow v9 with %i bytes ends there', (length) => {
    const set = forgeSet(256, pack([1, 4], [2, 4]));
    set.writeUInt16BE(length, 2);
    const lie = forgeV9({ seconds: NOW }, forgeSet(0, forgeTemplate(256, ENDS)), set);
    expect(sources(Buffer.concat([lie, ...good])).filter((src) => GOOD.includes(src))).toEqual(GOOD);
  });
});

describe('mixed files', () => {
  const template = forgeSet(0, forgeTemplate(256, ENDS));
  const data = (n: number): Buffer => forgeSet(256, pack([0xc0000200 + n, 4], [1, 4]));
  const part = fc.oneof(
    fc.constantFrom(...good),
    fc.nat(9).map((n) => forgeV9({ seconds: NOW, sequence: n }, template, data(n))),
    fc
      .nat(9)
      .map((n) =>
        forgeIpfix(
          { seconds: NOW, sequence: n },
          forgeSet(2, forgeTemplate(300, ENDS)),
          forgeSet(300, pack([7, 4], [n, 4])),
        ),
      ),
    fc.uint8Array({ maxLength: 40 }),
  );

  it('give the same flows however they arrive, and account for every byte', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 200 }), (parts, chunk) => {
        const bytes = Buffer.concat(parts);
        expect(sources(bytes, chunk)).toEqual(sources(bytes));
      }),
    );
  });

  it('give every flow where nothing but whole datagrams stands in them', () => {
    const parts = good.flatMap((one, i) => [one, forgeV9({ seconds: NOW, sequence: i }, template, data(i))]);
    expect(sources(Buffer.concat(parts)).toSorted((a, b) => a - b)).toEqual(
      [...GOOD, ...good.map((_, i) => 0xc0000200 + i)].toSorted((a, b) => a - b),
    );
  });
});

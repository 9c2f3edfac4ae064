import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingSink } from '../recording-sink.ts';
import { ByteBook } from './byte-book.ts';
import { NetflowDecoder } from './decoder.ts';
import {
  type ForgedField,
  forgeIpfix,
  forgeOptions,
  forgeSet,
  forgeTemplate,
  forgeV5,
  forgeV9,
  pack,
} from './forge.ts';

const NOW = Date.UTC(2026, 9, 20, 2, 13) / 1000;
const ENDS: readonly ForgedField[] = [
  [8, 4],
  [12, 4],
];
const ends = (n = 1): Buffer => pack([0xc0000200 + n, 4], [0xc6336400 + n, 4]);

function decode(...datagrams: readonly Uint8Array[]): RecordingSink {
  const sink = new RecordingSink();
  const book = new ByteBook(sink);
  const decoder = new NetflowDecoder({ sink, book, templates: new Map() });
  let base = 0;
  for (const bytes of datagrams) {
    decoder.datagram({ bytes, start: 0, end: bytes.length, base, exporter: '10.0.0.1' });
    base += bytes.length;
  }
  decoder.end();
  book.close();
  expect(sink.bytes()).toBe(base);
  return sink;
}

const total = (sink: RecordingSink, column: 'bytes' | 'packets' | 'src4' | 'first' | 'last'): number[] =>
  sink.batches.flatMap((batch) => [...batch[column]]);
const EARLIEST = Date.UTC(1980, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** Times that break what every consumer of flows relies on: a time is none at all or one that a calendar can show. */
function wrongTimes(sink: RecordingSink): string[] {
  const shown = (at: number): boolean => at >= EARLIEST && at < LATEST;
  return sink.batches.flatMap((batch) =>
    Array.from({ length: batch.length }, (_, i): string => {
      const [first, last] = [batch.first[i]!, batch.last[i]!];
      const none = Number.isNaN(first) && Number.isNaN(last);
      return none || (shown(first) && shown(last) && first <= last) ? '' : `${first} to ${last}`;
    }).filter((text) => text !== ''),
  );
}

describe('sampling', () => {
  const options = (interval: number, width = 4): Buffer =>
    Buffer.concat([
      forgeSet(
        1,
        forgeOptions(257, {
          version: 9,
          scopes: 1,
          fields: [
            [1, 4],
            [34, width],
          ],
        }),
      ),
      forgeSet(257, pack([0, 4], [interval, width])),
    ]);
  const template = forgeSet(0, forgeTemplate(256, [...ENDS, [1, 4]]));
  const data = forgeSet(256, ends(), pack([10, 4]));

  it.each([
    [[template, options(100), data], [1000]],
    // What came before the interval is known is counted as it stands.
    [
      [template, data, options(100), data],
      [10, 1000],
    ],
    [
      [template, options(100), data, options(10), data],
      [1000, 100],
    ],
    [[template, options(1), data], [10]],
    [[template, options(0), data], [10]],
    [[template, options(4_000_000_000), data], [10]],
  ])('set %# counts %j', (sets, expected) => {
    expect(total(decode(forgeV9({ seconds: NOW }, ...sets)), 'bytes')).toEqual(expected);
  });
});

describe('times', () => {
  const flow = { src: 1, dst: 2, srcPort: 3, dstPort: 4, protocol: 6, packets: 1, bytes: 40 };

  it.each([
    // Uptime header, first, last, milliseconds before the export.
    [1000, 4_294_967_000, 4_294_967_290, 1296, 1006],
    [0, 4_294_967_295, 4_294_967_295, 1, 1],
    [4_294_967_295, 4_294_967_294, 4_294_967_295, 1, 0],
    [100, 50, 200, 50, -100],
  ])('uptime %i with a flow from %i to %i', (uptime, first, last, before, after) => {
    const sink = decode(forgeV5({ seconds: NOW, uptime }, [{ ...flow, first, last }]));
    expect([total(sink, 'first')[0], total(sink, 'last')[0]]).toEqual([
      NOW * 1000 - before,
      NOW * 1000 - after,
    ]);
  });

  it.each([
    ['start of the exporter', 160, 8],
    ['duration', 161, 8],
    ['first, in milliseconds', 152, 8],
    ['last, in seconds', 151, 8],
    ['first, as NTP', 154, 8],
    ['last, as uptime', 21, 4],
    ['first, before the export', 158, 8],
  ])('that no clock can show are none: %s', (_, number, width) => {
    for (const value of [0n, 1n, 2n ** BigInt(width * 8 - 1), 2n ** BigInt(width * 8) - 1n]) {
      const template = forgeTemplate(256, [...ENDS, [22, 4], [number, width]]);
      for (const set of [forgeIpfix, forgeV9] as const) {
        const datagram = set(
          { seconds: NOW },
          forgeSet(set === forgeV9 ? 0 : 2, template),
          forgeSet(256, ends(), pack([500, 4], [value, width])),
        );
        expect(wrongTimes(decode(datagram))).toEqual([]);
      }
    }
  });

  it('are not counted from a start that options make up', () => {
    for (const init of [1n, 2n ** 63n, 2n ** 64n - 1n]) {
      const sink = decode(
        forgeIpfix(
          { seconds: NOW },
          forgeSet(
            3,
            forgeOptions(257, {
              version: 10,
              scopes: 1,
              fields: [
                [149, 4],
                [160, 8],
              ],
            }),
          ),
          forgeSet(257, pack([0, 4], [init, 8])),
          forgeSet(2, forgeTemplate(256, [...ENDS, [22, 4], [21, 4]])),
          forgeSet(256, ends(), pack([500, 4], [900, 4])),
        ),
      );
      expect(wrongTimes(sink)).toEqual([]);
    }
  });

  it('are none where neither header nor record has any', () => {
    const sink = decode(
      forgeV9({ seconds: 0 }, forgeSet(0, forgeTemplate(256, ENDS)), forgeSet(256, ends())),
    );
    expect(total(sink, 'last')).toEqual([Number.NaN]);
  });
});

describe('any datagrams', () => {
  const field = fc.oneof(
    fc.constantFrom<ForgedField>(
      [8, 4],
      [12, 4],
      [27, 16],
      [28, 16],
      [1, 4],
      [2, 8],
      [21, 4],
      [22, 4],
      [152, 8],
      [160, 8],
      [161, 4],
      [34, 4],
      [48, 2],
      [371, 65_535],
      [1, 4, 29_305],
      [60, 1],
    ),
    fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 40 }))
      .map(([n, w]): ForgedField => [n, w]),
  );
  const fields = fc.array(field, { minLength: 1, maxLength: 12 });
  const content = fc.uint8Array({ maxLength: 120 });
  const id = fc.constantFrom(256, 257, 258);
  const set = fc.oneof(
    fc.tuple(id, content).map(([n, bytes]) => forgeSet(n, bytes)),
    fc.tuple(id, fields).map(([n, list]) =>
      forgeSet(
        0,
        forgeTemplate(
          n,
          list.map(([a, b]): ForgedField => [a, b]),
        ),
      ),
    ),
    fc.tuple(id, fields).map(([n, list]) => forgeSet(2, forgeTemplate(n, list))),
    fc
      .tuple(id, fields)
      .map(([n, list]) => forgeSet(3, forgeOptions(n, { version: 10, scopes: 1, fields: list }))),
    fc
      .tuple(id, fields)
      .map(([n, list]) =>
        forgeSet(
          1,
          forgeOptions(n, { version: 9, scopes: 1, fields: list.map(([a, b]): ForgedField => [a, b]) }),
        ),
      ),
    fc.tuple(fc.integer({ min: 0, max: 300 }), content).map(([n, bytes]) => forgeSet(n, bytes)),
    content,
  );
  const header = { seconds: NOW };
  const datagram = fc.oneof(
    fc.array(set, { maxLength: 5 }).map((sets) => forgeV9(header, ...sets)),
    fc.array(set, { maxLength: 5 }).map((sets) => forgeIpfix(header, ...sets)),
    content,
  );

  it('never throw, add up, and give times that a calendar can show', () => {
    fc.assert(
      fc.property(fc.array(datagram, { maxLength: 6 }), (datagrams) => {
        expect(wrongTimes(decode(...datagrams))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('cut at any byte never throw and add up', () => {
    fc.assert(
      fc.property(datagram, fc.nat(300), (bytes, cut) => {
        expect(() => decode(bytes.subarray(0, cut), bytes)).not.toThrow();
      }),
    );
  });
});

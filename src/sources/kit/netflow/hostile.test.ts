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
const reasons = (sink: RecordingSink): string[] =>
  sink.accounts.filter((a) => a.state === 'not-understood' || a.state === 'failed').map((a) => a.reason);

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

describe('templates that change', () => {
  const narrow = forgeSet(0, forgeTemplate(256, ENDS));
  const wide = forgeSet(0, forgeTemplate(256, [[1, 4], ...ENDS]));

  it('hold from where they stand, also within one datagram', () => {
    const sink = decode(
      forgeV9({ seconds: NOW }, narrow, forgeSet(256, ends(1)), wide, forgeSet(256, pack([77, 4]), ends(2))),
    );
    expect(total(sink, 'src4')).toEqual([0xc0000201, 0xc0000202]);
    expect(total(sink, 'bytes')).toEqual([0, 77]);
    expect(reasons(sink)).toEqual([]);
  });

  it('withdrawn all at once leave the data after them unread, and only that', () => {
    const sink = decode(
      forgeIpfix({ seconds: NOW }, forgeSet(2, forgeTemplate(300, ENDS)), forgeSet(300, ends(1))),
      forgeIpfix({ seconds: NOW, sequence: 1 }, forgeSet(2, pack([2, 2], [0, 2])), forgeSet(300, ends(2))),
    );
    expect(total(sink, 'src4')).toEqual([0xc0000201]);
    expect(reasons(sink)).toEqual(['template missing']);
  });

  it.each([
    ['of a number nobody defined', pack([999, 2], [0, 2])],
    ['of a reserved number', pack([255, 2], [0, 2])],
    ['twice', Buffer.concat([pack([300, 2], [0, 2]), pack([300, 2], [0, 2])])],
  ])('survive a withdrawal %s', (_, withdrawal) => {
    expect(() =>
      decode(
        forgeIpfix(
          { seconds: NOW },
          forgeSet(2, forgeTemplate(300, ENDS)),
          forgeSet(2, withdrawal),
          forgeSet(300, ends()),
        ),
      ),
    ).not.toThrow();
  });
});

describe('templates made to break things', () => {
  it('with only empty fields hold no record', () => {
    const sink = decode(
      forgeV9(
        { seconds: NOW },
        forgeSet(
          0,
          forgeTemplate(256, [
            [8, 0],
            [12, 0],
          ]),
        ),
        forgeSet(256, Buffer.alloc(40, 1)),
      ),
    );
    expect(sink.batches).toEqual([]);
  });

  it('with an empty field among others keep their places', () => {
    const sink = decode(
      forgeV9(
        { seconds: NOW },
        forgeSet(
          0,
          forgeTemplate(256, [
            [5, 0],
            [8, 4],
            [7, 0],
            [12, 4],
          ]),
        ),
        forgeSet(256, ends(3)),
      ),
    );
    expect(total(sink, 'src4')).toEqual([0xc0000203]);
  });

  it('that claim more fields than there are do not reach beyond their set', () => {
    const lie = Buffer.concat([pack([256, 2], [65_535, 2]), pack([8, 2], [4, 2], [12, 2], [4, 2])]);
    expect(reasons(decode(forgeV9({ seconds: NOW }, forgeSet(0, lie), forgeSet(256, ends()))))).toEqual([
      'template malformed',
      'template missing',
    ]);
  });

  it('wider than a datagram hold nothing', () => {
    const fields = Array.from({ length: 300 }, (): ForgedField => [210, 60_000]);
    const sink = decode(
      forgeV9({ seconds: NOW }, forgeSet(0, forgeTemplate(256, [...ENDS, ...fields])), forgeSet(256, ends())),
    );
    expect(sink.batches).toEqual([]);
  });

  it('in thousands do not make later ones unreadable in silence', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      forgeV9(
        { seconds: NOW, sequence: i, domain: i },
        forgeSet(0, forgeTemplate(256, ENDS)),
        forgeSet(256, ends()),
      ),
    );
    const sink = decode(...many);
    const rows = sink.batches.reduce((sum, batch) => sum + batch.length, 0);
    expect(rows === 3000 || reasons(sink).length > 0).toBe(true);
  });
});

describe('lengths that lie', () => {
  const flow = {
    src: 1,
    dst: 2,
    srcPort: 3,
    dstPort: 4,
    protocol: 6,
    packets: 1,
    bytes: 40,
    first: 0,
    last: 0,
  };

  it.each([
    [0, 0, ['datagram cut short']],
    [1, 1, ['bytes after the last record']],
    [3, 2, []],
    [65_535, 2, []],
  ])('NetFlow v5 that claims %i records of 2 gives %i', (count, rows, expected) => {
    const bytes = forgeV5({ seconds: NOW }, [flow, flow]);
    bytes.writeUInt16BE(count, 2);
    const sink = decode(bytes);
    expect(total(sink, 'bytes')).toHaveLength(rows);
    for (const reason of expected) expect(reasons(sink)).toContain(reason);
  });

  it.each([0, 4, 15, 16, 20, 39, 41, 65_535])(
    'IPFIX that claims %i bytes never reads beyond what is there',
    (length) => {
      const bytes = forgeIpfix(
        { seconds: NOW },
        forgeSet(2, forgeTemplate(256, ENDS)),
        forgeSet(256, ends()),
      );
      bytes.writeUInt16BE(length, 2);
      expect(total(decode(bytes), 'src4').length).toBeLessThanOrEqual(1);
    },
  );

  it.each([0, 1, 3, 5, 200, 65_535])('a set that claims %i bytes ends the datagram', (length) => {
    const set = forgeSet(256, ends());
    set.writeUInt16BE(length, 2);
    const sink = decode(forgeV9({ seconds: NOW }, forgeSet(0, forgeTemplate(256, ENDS)), set));
    expect(sink.batches).toEqual([]);
  });
});

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

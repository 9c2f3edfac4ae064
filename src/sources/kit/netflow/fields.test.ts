import { describe, expect, it } from 'vitest';
import { parseIp4, parseIp6 } from '../../../base/ip.ts';
import { RecordingSink } from '../recording-sink.ts';
import { ByteBook } from './byte-book.ts';
import { NetflowDecoder } from './decoder.ts';
import {
  type ForgedField,
  forgeIpfix,
  forgeOptions,
  forgeSet,
  forgeTemplate,
  forgeV9,
  pack,
} from './forge.ts';

const NOW = Date.UTC(2026, 9, 20, 2, 13) / 1000;
const EXPORTER = '10.0.0.1';
const SRC = parseIp4('198.51.100.7');
const DST = parseIp4('192.0.2.1');
const FIELDS: readonly ForgedField[] = [
  [8, 4],
  [12, 4],
  [7, 2],
  [11, 2],
  [4, 1],
  [1, 4],
  [2, 4],
];

function record(bytes = 1000, packets = 10): Buffer {
  return pack([SRC, 4], [DST, 4], [51_000, 2], [22, 2], [6, 1], [bytes, 4], [packets, 4]);
}

function decode(
  datagrams: readonly Uint8Array[],
  given: { templates?: ReadonlyMap<string, string>; exporter?: string } = {},
): RecordingSink {
  const sink = new RecordingSink();
  const book = new ByteBook(sink);
  const decoder = new NetflowDecoder({ sink, book, templates: given.templates ?? new Map() });
  let base = 0;
  for (const bytes of datagrams) {
    decoder.datagram({ bytes, start: 0, end: bytes.length, base, exporter: given.exporter ?? EXPORTER });
    base += bytes.length;
  }
  decoder.end();
  book.close();
  expect(sink.bytes()).toBe(base);
  return sink;
}

describe('fields', () => {
  const ipfix = (fields: readonly ForgedField[], ...records: readonly Uint8Array[]): RecordingSink =>
    decode([
      forgeIpfix({ seconds: NOW }, forgeSet(2, forgeTemplate(256, fields)), forgeSet(256, ...records)),
    ]);
  const ends: readonly ForgedField[] = [
    [8, 4],
    [12, 4],
  ];
  const both = pack([SRC, 4], [DST, 4]);

  it('of variable length and of enterprises are stepped over', () => {
    const fields: readonly ForgedField[] = [[100, 65_535, 9], ...ends, [371, 65_535], [1, 2]];
    const long = Buffer.concat([pack([255, 1], [300, 2]), Buffer.alloc(300)]);
    const short = Buffer.from([3, 97, 98, 99]);
    const sink = ipfix(fields, short, both, long, pack([500, 2]), long, both, short, pack([600, 2]));
    expect([...sink.batches[0]!.bytes]).toEqual([500, 600]);
    expect([...sink.batches[0]!.src4]).toEqual([SRC, SRC]);
  });

  it('of IPv6 fill both halves, and IPv4-mapped addresses become IPv4', () => {
    const six: readonly ForgedField[] = [
      [27, 16],
      [28, 16],
    ];
    const a = parseIp6('2001:db8::7')!;
    const b = parseIp6('2001:db8:1::1')!;
    const mapped = parseIp6('::ffff:198.51.100.7')!;
    const sink = ipfix(six, pack([a, 16], [b, 16]), pack([mapped, 16], [mapped, 16]));
    const batch = sink.batches[0]!;
    expect([...batch.v6]).toEqual([1, 0]);
    expect([...batch.src6]).toEqual([a >> 64n, a & 0xffffffffffffffffn, 0n, 0n]);
    expect([...batch.dst6.subarray(0, 2)]).toEqual([b >> 64n, b & 0xffffffffffffffffn]);
    expect(batch.src4[1]).toBe(SRC);
  });

  it.each([
    ['seconds', [150, 4], [151, 4], NOW - 60, NOW - 1, -60_000, -1000],
    ['milliseconds', [152, 8], [153, 8], NOW * 1000 - 60_500, NOW * 1000 - 1, -60_500, -1],
    ['microseconds (NTP)', [154, 8], [155, 8], ntp(NOW - 60), ntp(NOW) + 2n ** 31n, -60_000, 500],
    ['nanoseconds (NTP)', [156, 8], [157, 8], ntp(NOW - 60), ntp(NOW), -60_000, 0],
    ['deltas in microseconds', [158, 4], [159, 4], 60_000_000, 5000, -60_000, -5],
  ] as const)('of time in %s become milliseconds', (_name, start, end, first, last, from, to) => {
    const sink = ipfix([...ends, start, end], both, pack([first, start[1]], [last, end[1]]));
    expect(sink.batches[0]!.first[0]! - NOW * 1000).toBe(from);
    expect(sink.batches[0]!.last[0]! - NOW * 1000).toBe(to);
  });

  it('of uptime count from the start that the options name', () => {
    const options = forgeSet(
      3,
      forgeOptions(400, {
        version: 10,
        scopes: 1,
        fields: [
          [144, 4],
          [160, 8],
        ],
      }),
    );
    const said = forgeSet(400, pack([1, 4], [(NOW - 100) * 1000, 8]));
    const template = forgeSet(2, forgeTemplate(256, [...ends, [22, 4], [21, 4]]));
    const data = forgeSet(256, both, pack([10_000, 4], [30_000, 4]));
    const [batch] = decode([forgeIpfix({ seconds: NOW }, options, said, template, data)]).batches;
    expect([batch!.first[0], batch!.last[0]]).toEqual([(NOW - 90) * 1000, (NOW - 70) * 1000]);
  });

  it('of uptime without a start keep the length of the flow before the export time', () => {
    const sink = ipfix([...ends, [22, 4], [21, 4]], both, pack([10_000, 4], [30_000, 4]));
    expect([sink.batches[0]!.first[0], sink.batches[0]!.last[0]]).toEqual([NOW * 1000 - 20_000, NOW * 1000]);
  });

  it('of the opposite direction become a flow of their own', () => {
    const fields: readonly ForgedField[] = [...ends, [7, 2], [11, 2], [1, 4], [1, 4, 29_305]];
    const sink = ipfix(fields, both, pack([51_000, 2], [22, 2], [100, 4], [9000, 4]));
    const batch = sink.batches[0]!;
    expect([...batch.src4]).toEqual([SRC, DST]);
    expect([...batch.srcPort]).toEqual([51_000, 22]);
    expect([...batch.bytes]).toEqual([100, 9000]);
    expect(batch.offset[1]).toBe(batch.offset[0]);
  });
});

describe('sampling', () => {
  const template = forgeSet(0, forgeTemplate(256, [...FIELDS, [48, 1]]));
  const options = forgeSet(
    1,
    forgeOptions(257, {
      version: 9,
      scopes: 1,
      fields: [
        [1, 4],
        [48, 1],
        [50, 4],
      ],
    }),
  );
  const sampler = (id: number, interval: number): Buffer => pack([0, 4], [id, 1], [interval, 4]);

  it('multiplies counts by the interval of the sampler that the record names', () => {
    const said = forgeSet(257, sampler(1, 100), sampler(2, 1000));
    const data = forgeSet(
      256,
      record(10, 1),
      pack([2, 1]),
      record(10, 1),
      pack([1, 1]),
      record(10, 1),
      pack([9, 1]),
    );
    const [batch] = decode([forgeV9({ seconds: NOW }, options, said, template, data)]).batches;
    expect([...batch!.bytes]).toEqual([10_000, 1000, 10]);
    expect([...batch!.packets]).toEqual([1000, 100, 1]);
  });
});

function ntp(seconds: number): bigint {
  return BigInt(seconds + 2_208_988_800) << 32n;
}

import { describe, expect, it } from 'vitest';
import { parseIp4 } from '../../../base/ip.ts';
import { RecordingSink } from '../recording-sink.ts';
import { ByteBook } from './byte-book.ts';
import { NetflowDecoder } from './decoder.ts';
import { type ForgedField, forgeIpfix, forgeSet, forgeTemplate, forgeV5, forgeV9, pack } from './forge.ts';

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

function reasons(sink: RecordingSink): string[] {
  return sink.accounts.filter((a) => a.state !== 'read').map((a) => `${a.state}: ${a.reason} (${a.units})`);
}

describe('NetFlow v5', () => {
  const flow = { src: SRC, dst: DST, srcPort: 51_000, dstPort: 22, protocol: 6, packets: 3, bytes: 180 };

  it('turns uptime into time, multiplies by the sampling interval, and says where records stand', () => {
    const records = [
      { ...flow, first: 90_000, last: 95_000 },
      { ...flow, first: 1, last: 2 },
    ];
    const sink = decode([forgeV5({ seconds: NOW, uptime: 100_000, sampling: 0x4000 + 100 }, records)]);
    const [batch] = sink.batches;
    expect(batch).toMatchObject({ length: 2, exporter: EXPORTER });
    expect([batch!.first[0], batch!.last[0]]).toEqual([NOW * 1000 - 10_000, NOW * 1000 - 5000]);
    expect([batch!.packets[0], batch!.bytes[0]]).toEqual([300, 18_000]);
    expect([...batch!.offset]).toEqual([24, 72]);
    expect([batch!.srcPort[0], batch!.dstPort[0], batch!.protocol[0], batch!.tcpFlags[0]]).toEqual([
      51_000, 22, 6, 0x1b,
    ]);
    expect([batch!.inIf[0], batch!.outIf[0]]).toEqual([1, 2]);
  });

  it('reads uptime that wrapped after 49.7 days', () => {
    const records = [{ ...flow, first: 4_294_967_000, last: 4_294_967_290 }];
    const sink = decode([forgeV5({ seconds: NOW, uptime: 1000 }, records)]);
    expect(sink.batches[0]!.last[0]).toBe(NOW * 1000 - 1006);
  });

  it('counts the flow records that sequence numbers show as lost', () => {
    const one = forgeV5({ seconds: NOW, sequence: 100 }, [{ ...flow, first: 0, last: 0 }]);
    const two = forgeV5({ seconds: NOW, sequence: 131 }, [{ ...flow, first: 0, last: 0 }]);
    const sink = decode([one, two]);
    expect(reasons(sink)).toEqual(['failed: flow records lost on the way (30)']);
    expect(sink.losses).toMatchObject([{ origin: `addr:${EXPORTER}`, kind: 'flow', lost: 30, heard: 2 }]);
  });

  it('takes back what came late, and takes a step back for no loss', () => {
    const at = (sequence: number): Uint8Array =>
      forgeV5({ seconds: NOW, sequence }, [{ ...flow, first: 0, last: 0 }]);
    expect(decode([at(100), at(102), at(101), at(103)]).losses).toEqual([]);
    expect(decode([at(4_000_000), at(5), at(6)]).losses).toMatchObject([]);
  });
});

describe('templates', () => {
  const template = forgeSet(0, forgeTemplate(256, FIELDS));
  const data = forgeSet(256, record(), record(2000), Buffer.alloc(2));

  it('may come after the data that they describe', () => {
    const sink = decode([
      forgeV9({ seconds: NOW, sequence: 1 }, data),
      forgeV9({ seconds: NOW, sequence: 2 }, template),
    ]);
    expect([...sink.batches[0]!.bytes]).toEqual([1000, 2000]);
    expect([...sink.batches[0]!.offset]).toEqual([24, 45]);
    expect(reasons(sink)).toEqual([]);
    expect(sink.templates).toHaveLength(1);
    expect(sink.templates[0]!.key).toBe('10.0.0.1|9|0|256');
  });

  it('that never come are asked for, and the data is not understood', () => {
    const sink = decode([forgeV9({ seconds: NOW, domain: 7 }, data)]);
    expect(sink.batches).toEqual([]);
    expect(sink.templates).toEqual([{ key: '10.0.0.1|9|7|256', definition: null }]);
    expect(reasons(sink)).toEqual(['not-understood: template missing (1)']);
    expect(sink.unreadLines).toEqual([{ origin: 'addr:10.0.0.1', kind: 'flow' }]);
  });

  it('from other evidence are used when this evidence has none', () => {
    const [note] = decode([forgeV9({ seconds: NOW }, template)]).templates;
    const templates = new Map([[note!.key, note!.definition!]]);
    const sink = decode([forgeV9({ seconds: NOW }, data)], { templates });
    expect(sink.batches[0]!.length).toBe(2);
    expect(reasons(sink)).toEqual([]);
  });

  it('from other evidence that do not fit the data are not used', () => {
    const wide = forgeSet(0, forgeTemplate(256, [...FIELDS, [10, 4], [14, 4], [5, 1]]));
    const [note] = decode([forgeV9({ seconds: NOW }, wide)]).templates;
    const sink = decode([forgeV9({ seconds: NOW }, data)], {
      templates: new Map([[note!.key, note!.definition!]]),
    });
    expect(reasons(sink)).toEqual(['not-understood: template missing (1)']);
  });

  it('belong to one observation domain of one exporter', () => {
    const other = forgeSet(256, pack([DST, 4], [SRC, 4]));
    const mine = forgeSet(
      0,
      forgeTemplate(256, [
        [8, 4],
        [12, 4],
      ]),
    );
    const sink = decode([
      forgeV9({ seconds: NOW, domain: 1 }, template),
      forgeV9({ seconds: NOW, domain: 2 }, mine),
      forgeV9({ seconds: NOW, domain: 1, sequence: 1 }, data),
      forgeV9({ seconds: NOW, domain: 2, sequence: 1 }, other),
    ]);
    expect([...sink.batches[0]!.src4]).toEqual([SRC, SRC, DST]);
  });

  it('can be withdrawn and defined anew', () => {
    const first = forgeSet(2, forgeTemplate(300, FIELDS));
    const withdrawal = forgeSet(2, pack([300, 2], [0, 2]));
    const second = forgeSet(
      2,
      forgeTemplate(300, [
        [12, 4],
        [8, 4],
      ]),
    );
    const sink = decode([
      forgeIpfix({ seconds: NOW }, first),
      forgeIpfix({ seconds: NOW }, withdrawal),
      forgeIpfix({ seconds: NOW }, forgeSet(300, pack([DST, 4], [SRC, 4]))),
      forgeIpfix({ seconds: NOW, sequence: 1 }, second),
    ]);
    expect([...sink.batches[0]!.src4]).toEqual([SRC]);
    expect(reasons(sink)).toEqual([]);
  });

  it('without addresses are set aside by name', () => {
    const sink = decode([
      forgeIpfix(
        { seconds: NOW },
        forgeSet(2, forgeTemplate(256, [[56, 6]])),
        forgeSet(256, Buffer.alloc(6)),
      ),
    ]);
    expect(reasons(sink)).toEqual(['set-aside: records without addresses (1)']);
  });

  it('with more fields than bytes are refused', () => {
    const short = forgeTemplate(256, FIELDS).subarray(0, 14);
    expect(reasons(decode([forgeV9({ seconds: NOW }, forgeSet(0, short))]))).toEqual([
      'not-understood: template malformed (1)',
    ]);
  });
});

describe('damage', () => {
  it('is accounted for where a set runs past its datagram', () => {
    const cut = forgeV9(
      { seconds: NOW },
      forgeSet(0, forgeTemplate(256, FIELDS)),
      forgeSet(256, record()),
    ).subarray(0, -6);
    expect(reasons(decode([cut]))).toEqual(['not-understood: set runs past its datagram (1)']);
  });

  it('in a record of variable length keeps the records before it', () => {
    const template = forgeSet(
      2,
      forgeTemplate(256, [
        [8, 4],
        [12, 4],
        [371, 65_535],
      ]),
    );
    const good = Buffer.concat([pack([SRC, 4], [DST, 4]), Buffer.from([1, 97])]);
    const bad = Buffer.concat([pack([SRC, 4], [DST, 4]), Buffer.from([200, 97])]);
    const sink = decode([forgeIpfix({ seconds: NOW }, template, forgeSet(256, good, bad))]);
    expect(sink.batches[0]!.length).toBe(1);
    expect(reasons(sink)).toEqual(['not-understood: record cut short (1)']);
  });
});

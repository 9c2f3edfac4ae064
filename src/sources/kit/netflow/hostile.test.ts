import { describe, expect, it } from 'vitest';
import { RecordingSink } from '../recording-sink.ts';
import { ByteBook } from './byte-book.ts';
import { NetflowDecoder } from './decoder.ts';
import { type ForgedField, forgeIpfix, forgeSet, forgeTemplate, forgeV5, forgeV9, pack } from './forge.ts';

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

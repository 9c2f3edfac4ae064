import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTar, makeZip } from './archive/make-archives.ts';
import { type Piece, type UnpackLimits, unpack } from './unpack.ts';

interface Seen {
  readonly name: string;
  readonly text: string;
  readonly problem: string | null;
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface How {
  readonly limits?: Partial<UnpackLimits>;
  readonly chunk?: number;
  readonly name?: string;
}

async function unpackAll(bytes: Uint8Array, how: How = {}): Promise<Seen[]> {
  const seen: Seen[] = [];
  const limits = how.limits ?? {};
  const input = chunksOf(bytes, how.chunk ?? 65536);
  for await (const piece of unpack(input, { name: how.name ?? 'in', limits })) seen.push(await read(piece));
  return seen;
}

async function read(piece: Piece): Promise<Seen> {
  const parts: Uint8Array[] = [];
  for await (const bytes of piece.bytes) parts.push(bytes);
  return {
    name: piece.name,
    text: Buffer.concat(parts).toString('latin1'),
    problem: piece.problem?.code ?? null,
  };
}

const plain = (name: string, text: string): Seen => ({ name, text, problem: null });
const noise = (size: number): Buffer => {
  let state = 12345;
  return Buffer.from(
    Array.from({ length: size }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state >> 16;
    }),
  );
};

describe('plain input', () => {
  it('comes out as one piece under its own name', async () => {
    expect(await unpackAll(Buffer.from('hostname a\n'))).toEqual([plain('in', 'hostname a\n')]);
  });

  it('gives one empty piece for an empty file', async () => {
    expect(await unpackAll(Buffer.alloc(0))).toEqual([plain('in', '')]);
  });

  it('reports a disk that fails half-way, after what could be read', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first half');
      throw new Error('input/output error');
    }
    const seen: Seen[] = [];
    for await (const piece of unpack(failing(), { name: 'in' })) seen.push(await read(piece));
    expect(seen).toEqual([plain('in', 'first half'), { name: 'in', text: '', problem: 'unreadable' }]);
  });

  it('reads the input to its end even when nobody reads the pieces', async () => {
    let taken = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const bytes of chunksOf(gzipSync(makeTar([{ name: 'a', bytes: noise(9000) }])), 100)) {
        taken += bytes.length;
        yield bytes;
      }
    }
    const names: string[] = [];
    for await (const piece of unpack(counted(), { name: 'in' })) names.push(piece.name);
    expect(names).toEqual(['in!a']);
    expect(taken).toBe(gzipSync(makeTar([{ name: 'a', bytes: noise(9000) }])).length);
  });
});

describe('gzip and zstd', () => {
  it('joins the members of one file', async () => {
    const bytes = Buffer.concat([gzipSync('one '), gzipSync('two '), gzipSync('three')]);
    expect(await unpackAll(bytes, { chunk: 5 })).toEqual([plain('in', 'one two three')]);
    const frames = Buffer.concat([zstdCompressSync('one '), zstdCompressSync('two')]);
    expect(await unpackAll(frames)).toEqual([plain('in', 'one two')]);
  });

  it('passes over a skippable zstd frame', async () => {
    const skippable = Buffer.from('502a4d1803000000616263', 'hex');
    expect(await unpackAll(Buffer.concat([skippable, zstdCompressSync('log')]))).toEqual([
      plain('in', 'log'),
    ]);
  });

  it('reads headers with name, comment, extra field and checksum', async () => {
    const packed = gzipSync('hello');
    const header = Buffer.from(packed.subarray(0, 10));
    header[3] = 2 | 4 | 8 | 16;
    const fields = Buffer.from('\x03\x00xyza.log\x00note\x00\x12\x34', 'latin1');
    expect(await unpackAll(Buffer.concat([header, fields, packed.subarray(10)]))).toEqual([
      plain('in', 'hello'),
    ]);
  });

  it('delivers what stands before the cut, then says so', async () => {
    const text = noise(30_000).toString('hex');
    const [whole, problem] = await unpackAll(gzipSync(text).subarray(0, 20_000));
    expect(whole?.text.length).toBeGreaterThan(15_000);
    expect(text.startsWith(whole?.text ?? '?')).toBe(true);
    expect(problem).toEqual({ name: 'in', text: '', problem: 'truncated' });
  });

  it('delivers everything when only the checksum is wrong, and says so', async () => {
    const bytes = gzipSync('all of it');
    bytes[bytes.length - 8] = (bytes.at(-8) as number) ^ 1;
    expect(await unpackAll(bytes)).toEqual([
      plain('in', 'all of it'),
      { name: 'in', text: '', problem: 'damaged' },
    ]);
  });

  it('tells what follows the compressed data, but not zero padding', async () => {
    const bytes = gzipSync('log');
    expect(await unpackAll(Buffer.concat([bytes, Buffer.alloc(700)]))).toEqual([plain('in', 'log')]);
    const seen = await unpackAll(Buffer.concat([bytes, Buffer.from('hidden')]));
    expect(seen).toEqual([plain('in', 'log'), { name: 'in', text: '', problem: 'trailing-data' }]);
  });

  it('does not invent an empty file where nothing could be read', async () => {
    expect(await unpackAll(Buffer.from('1f8b08000000', 'hex'))).toEqual([
      { name: 'in', text: '', problem: 'truncated' },
    ]);
    expect((await unpackAll(Buffer.from(`28b52ffd${'ff'.repeat(64)}`, 'hex'))).map((s) => s.problem)).toEqual(
      ['damaged'],
    );
  });
});

describe('nesting', () => {
  it('names members after their archives and compressions not at all', async () => {
    const inner = makeZip([{ name: 'b.cfg', bytes: 'hostname b\n' }]);
    const tar = makeTar([
      { name: 'core/a.log.gz', bytes: gzipSync('line\n') },
      { name: 'inner.zip', bytes: inner },
    ]);
    expect(await unpackAll(gzipSync(tar), { name: 'logs.tgz' })).toEqual([
      plain('logs.tgz!core/a.log.gz', 'line\n'),
      plain('logs.tgz!inner.zip!b.cfg', 'hostname b\n'),
    ]);
  });

  const nested = (levels: number): Buffer => {
    let bytes: Buffer = Buffer.from('bottom');
    for (let level = 0; level < levels; level += 1) bytes = gzipSync(makeTar([{ name: `l${level}`, bytes }]));
    return bytes;
  };

  it('opens five archives inside one another', async () => {
    expect((await unpackAll(nested(5))).map((s) => s.text)).toEqual(['bottom']);
  });

  it('does not open the sixth of ten, but hands it over packed', async () => {
    const [seen, ...rest] = await unpackAll(nested(10));
    expect(rest).toEqual([]);
    expect(seen?.problem).toBe('too-deep');
    expect(Buffer.from(seen?.text ?? '', 'latin1')).toEqual(nested(5));
  });

  it('counts compressions of compressions as levels', async () => {
    let bytes: Buffer = Buffer.from('bottom');
    for (let level = 0; level < 6; level += 1) bytes = gzipSync(bytes);
    expect((await unpackAll(bytes)).map((s) => s.problem)).toEqual(['too-deep']);
  });
});

describe('limits', () => {
  it('stops a decompression bomb at the ratio and goes on with the next member', async () => {
    const zip = makeZip([
      { name: 'bomb', bytes: Buffer.alloc(2_000_000) },
      { name: 'log', bytes: 'line' },
    ]);
    const seen = await unpackAll(zip, { limits: { ratio: 100, ratioAfter: 100_000 } });
    expect(seen.map((s) => [s.name, s.problem])).toEqual([
      ['in!bomb', null],
      ['in!bomb', 'ratio'],
      ['in!log', null],
    ]);
    expect(seen[0]?.text.length).toBeLessThan(200_000);
  });

  it('stops for good when the total is exceeded, also over many small members', async () => {
    const tar = makeTar(
      Array.from({ length: 50 }, (_, i) => ({ name: `m${i}`, bytes: gzipSync(noise(1000)) })),
    );
    const seen = await unpackAll(tar, { limits: { totalBytes: 10_000 } });
    expect(seen.at(-1)).toEqual({ name: 'in', text: '', problem: 'too-large' });
    expect(seen.filter((s) => s.problem === null)).toHaveLength(10);
  });

  it('stops at the member limit', async () => {
    const tar = makeTar(Array.from({ length: 9 }, (_, i) => ({ name: `m${i}`, bytes: 'x' })));
    const seen = await unpackAll(tar, { limits: { members: 4 } });
    expect(seen.map((s) => s.problem)).toEqual([null, null, null, null, 'too-many-members']);
  });
});

describe('forms that are not unpacked', () => {
  it.each([
    ['fd377a585a0000', 'xz'],
    ['425a6839314159265359', 'bzip2'],
    ['377abcaf271c0004', '7z'],
    ['526172211a0700', 'rar'],
    ['1f9d90', 'compress'],
  ])('names %s and hands the packed bytes over', async (hex, what) => {
    const bytes = Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('rest')]);
    const pieces: [string, string][] = [];
    for await (const piece of unpack(chunksOf(bytes, 3), { name: 'in' })) {
      pieces.push([piece.problem?.text ?? '', (await read(piece)).text]);
    }
    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.[0]).toContain(what);
    expect(pieces[0]?.[1]).toBe(bytes.toString('latin1'));
  });
});

describe('hostile bytes', () => {
  const seeds = [
    gzipSync(
      makeTar([
        { name: 'a', bytes: noise(700) },
        { name: '../b', bytes: 'text' },
      ]),
    ),
    makeZip([
      { name: 'a', bytes: noise(700) },
      { name: 'b', bytes: 'text', behind: 'signed' },
    ]),
    makeZip([{ name: 'a', bytes: 'PK\x07\x08 stored', stored: true, behind: 'signed' }]),
    makeTar([{ name: 'z', bytes: zstdCompressSync(noise(500)) }]),
    Buffer.concat([Buffer.from('504b0304', 'hex'), deflateRawSync(noise(300))]),
  ];
  const mutated = fc
    .record({
      seed: fc.constantFrom(...seeds),
      edits: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      cut: fc.double({ min: 0.2, max: 1, noNaN: true }),
    })
    .map(({ seed, edits, cut }) => {
      const bytes = Buffer.from(seed);
      for (const [at, value] of edits) bytes[at % bytes.length] = value;
      return bytes.subarray(0, Math.ceil(bytes.length * cut));
    });

  it('never throws and gives the same pieces however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.integer({ min: 1, max: 900 }), async (bytes, chunk) => {
        const whole = await unpackAll(bytes);
        expect(await unpackAll(bytes, { chunk })).toEqual(whole);
        expect(whole.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on random bytes behind any magic', async () => {
    const magic = fc.constantFrom('1f8b08', '28b52ffd', '504b0304', '504b0506', '502a4d18');
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 400 }), async (hex, tail) => {
        const seen = await unpackAll(Buffer.concat([Buffer.from(hex, 'hex'), tail]));
        expect(seen.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type UnpackLimits, unpack } from '../unpack.ts';
import { makeTar, makeZip, tarHeader } from './make-archives.ts';
import { BLOCK } from './tar-header.ts';

interface Got {
  readonly name: string;
  readonly bytes: Buffer;
  readonly code: string | null;
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function take(
  bytes: Uint8Array,
  of: { size?: number; limits?: Partial<UnpackLimits> } = {},
): Promise<Got[]> {
  const { size = 65_536, limits = {} } = of;
  const out: Got[] = [];
  for await (const piece of unpack(chunks(bytes, size), { name: 'in', limits })) {
    const parts: Uint8Array[] = [];
    for await (const part of piece.bytes) parts.push(part);
    out.push({ name: piece.name, bytes: Buffer.concat(parts), code: piece.problem?.code ?? null });
  }
  return out;
}

const shown = (got: readonly Got[]): string[] =>
  got.map((g) => `${g.name}=${g.bytes.toString().slice(0, 40)} ${g.code ?? ''}`.trim());

describe('names inside archives', () => {
  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\x',
    '..\\..\\x',
    'a/../../b',
    '\u202egnp.exe',
    'a\u001b[2Jb',
    'a\nb',
    'a!b!c',
    '....//x',
    '',
  ])('%j never point anywhere, move a terminal or fake a member', async (name) => {
    for (const archive of [makeZip([{ name, bytes: 'x' }]), makeTar([{ name, bytes: 'x' }])]) {
      const pieces = await take(archive);
      expect(pieces.some((p) => p.bytes.toString() === 'x')).toBe(true);
      for (const piece of pieces) {
        const member = piece.name.slice('in!'.length);
        expect(piece.name.startsWith('in!')).toBe(true);
        expect(member.split('/')).not.toContain('..');
        expect(member).not.toMatch(/^\/|^[A-Za-z]:|!|\\(?!u)/);
        expect([...member].every((c) => c >= ' ' && c !== '\u202e')).toBe(true);
      }
    }
  });
});

describe('sizes that lie', () => {
  it.each([
    ['one byte more', 4],
    ['beyond the archive', 1_000_000],
    ['the most a field can hold', 0o77777777777],
  ])('of a last tar member: %s', async (_, size) => {
    const archive = Buffer.concat([tarHeader({ name: 'a', size }), Buffer.from('abc')]);
    const pieces = await take(archive);
    expect(pieces[0]!.bytes.toString()).toBe('abc');
    expect(new Set(pieces.slice(1).map((p) => p.code))).toEqual(new Set(['truncated']));
  });

  it('of a tar member that hides the next one cost a note or the bytes, never silence', async () => {
    const archive = makeTar([
      { name: 'a', bytes: 'abc', size: 3 + BLOCK },
      { name: 'b', bytes: 'def' },
    ]);
    const got = await take(archive);
    expect(got.some((p) => p.name.endsWith('!b') || p.code !== null || p.bytes.includes('b'))).toBe(true);
  });

  it.each([0, 1, 999])('of a zip member: states %i bytes', async (size) => {
    expect(shown(await take(makeZip([{ name: 'a', bytes: 'abc', size }])))).toEqual([
      'in!a=abc',
      'in!a= mismatch',
    ]);
  });

  it('in a negative binary field end the archive', async () => {
    const header = tarHeader({ name: 'a' });
    header.fill(0xff, 124, 136);
    header.write('        ', 148);
    header.write(
      `${header
        .reduce((a, b) => a + b, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    expect((await take(header)).map((p) => p.code)).toContain('damaged');
  });
});

describe('what is said twice', () => {
  it('two members of one name both come out', async () => {
    const twice = [
      { name: 'a', bytes: 'one' },
      { name: 'a', bytes: 'two' },
    ];
    for (const archive of [makeZip(twice), makeTar(twice)])
      expect((await take(archive)).map((p) => p.bytes.toString())).toEqual(['one', 'two']);
  });

  it('a member that the directory of a zip leaves out is read, and told', async () => {
    const archive = makeZip([
      { name: 'a', bytes: 'one' },
      { name: 'hidden', bytes: 'two' },
    ]);
    const at = archive.lastIndexOf(Buffer.from('hidden')) - 46;
    const cut = Buffer.concat([archive.subarray(0, at), archive.subarray(at + 46 + 6)]);
    expect(shown(await take(cut))).toEqual(['in!a=one', 'in!hidden=two', 'in= mismatch']);
  });
});

describe('compressed data', () => {
  it('that is a bomb stops at the ratio, and what follows in the archive is still read', async () => {
    const bomb = gzipSync(Buffer.alloc(4 * 2 ** 20));
    const got = await take(
      makeTar([
        { name: 'bomb.gz', bytes: bomb },
        { name: 'log', bytes: 'line' },
      ]),
      {
        limits: { ratio: 20, ratioAfter: 2 ** 20 },
      },
    );
    expect(got.map((p) => p.code).filter(Boolean)).toEqual(['ratio']);
    expect(got.find((p) => p.name === 'in!log')!.bytes.toString()).toBe('line');
  });

  it.each([
    ['a first byte of garbage', 10],
    ['a byte in the middle', 14],
  ])('with %s never comes out as if it were whole', async (_, at) => {
    const packed = gzipSync('synthetic log line '.repeat(20));
    packed[at] = (packed[at] as number) ^ 0xff;
    const got = await take(packed);
    expect(got.some((p) => p.code !== null)).toBe(true);
  });

  it('with many empty members in front of the log gives the log', async () => {
    const empty = gzipSync('');
    const got = await take(Buffer.concat([...Array.from({ length: 200 }, () => empty), gzipSync('line')]));
    expect(shown(got)).toEqual(['in=line']);
  });

  it('of a zip whose checksum is a lie comes out with a note', async () => {
    const archive = makeZip([{ name: 'a', bytes: 'abc' }]);
    archive.writeUInt32LE(crc32('abd'), 14);
    expect(shown(await take(archive))).toEqual(['in!a=abc', 'in!a= damaged']);
  });

  it('that ends before the size its header states is told', async () => {
    const archive = makeZip([{ name: 'a', bytes: 'abc'.repeat(100) }]);
    const packed = deflateRawSync('abc'.repeat(100));
    expect((await take(archive.subarray(0, 31 + packed.length - 2))).map((p) => p.code)).toContain(
      'truncated',
    );
  });
});

describe('any change of one byte', () => {
  const archives = [
    makeZip([
      { name: 'a', bytes: 'one' },
      { name: 'b', bytes: 'two', behind: 'signed' },
    ]),
    makeTar([
      { name: 'a', bytes: 'one' },
      { name: 'b', bytes: 'two' },
    ]),
    gzipSync('synthetic'),
    gzipSync(makeTar([{ name: 'a', bytes: 'one' }])),
  ];

  it('never throws, and gives the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.nat(2000),
        fc.nat(255),
        fc.integer({ min: 1, max: 300 }),
        async (archive, at, value, size) => {
          const bytes = Buffer.from(archive);
          bytes[at % bytes.length] = value;
          expect(shown(await take(bytes, { size }))).toEqual(shown(await take(bytes)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

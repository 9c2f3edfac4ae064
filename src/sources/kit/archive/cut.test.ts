import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, type UnpackLimits, unpack } from '../unpack.ts';
import { type MadeMember, makeTar, makeZip } from './make-archives.ts';

interface Seen {
  readonly name: string;
  readonly text: string;
  readonly problem: string | null;
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(piece: Piece): Promise<Seen> {
  const parts: Uint8Array[] = [];
  for await (const bytes of piece.bytes) parts.push(bytes);
  const text = Buffer.concat(parts).toString('latin1');
  return { name: piece.name, text, problem: piece.problem?.code ?? null };
}

async function all(bytes: Uint8Array, limits: Partial<UnpackLimits> = {}, chunk = 65536): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const piece of unpack(chunksOf(bytes, chunk), { name: 'in', limits }))
    seen.push(await read(piece));
  return seen;
}

const log = Array.from(
  { length: 60 },
  (_, i) => `line ${i} of a synthetic log ${(i * 7919) % 104729}\n`,
).join('');
const MEMBERS: readonly MadeMember[] = [
  { name: 'a.log', bytes: log },
  { name: 'empty', bytes: '' },
  { name: 'b/c.cfg', bytes: 'hostname pe-syn-01\n' },
];
const CONTENT = MEMBERS.map(({ name, bytes }) => [`in!${name}`, bytes]);
const contents = (seen: readonly Seen[]): unknown =>
  seen.filter((piece) => piece.problem === null).map(({ name, text }) => [name, text]);

/** What may follow the last byte that matters, so that its loss costs nothing. */
const ARCHIVES: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['tgz', gzipSync(makeTar(MEMBERS))],
  ['tar', makeTar(MEMBERS)],
  ['tar.zst', zstdCompressSync(makeTar(MEMBERS))],
  ['zip', makeZip(MEMBERS)],
  ['zip of stored members', makeZip(MEMBERS.map((member) => ({ ...member, stored: true })))],
  ['zip with sizes behind', makeZip(MEMBERS.map((member) => ({ ...member, behind: 'signed' as const })))],
  ['zip in gzip', gzipSync(makeZip(MEMBERS))],
];

describe.each(ARCHIVES)('a %s', (name, bytes) => {
  it('is whole without a problem', async () => {
    const seen = await all(bytes);
    expect(contents(seen)).toEqual(CONTENT);
    expect(seen.filter((piece) => piece.problem !== null)).toEqual([]);
  });

  it('that was cut anywhere ends, with a problem or with everything in it', async () => {
    const step = bytes.length > 1500 ? 97 : 13;
    for (let cut = 1; cut < bytes.length; cut += cut > bytes.length - 60 ? 1 : step) {
      const seen = await all(bytes.subarray(0, cut));
      const whole = JSON.stringify(contents(seen)) === JSON.stringify(CONTENT);
      const told = seen.some((piece) => piece.problem !== null);
      // Too short to be known as an archive, it comes out as it is, and no source will know it either.
      const unknown = seen.length === 1 && seen[0]?.text === bytes.subarray(0, cut).toString('latin1');
      expect([name, cut, whole || told || unknown]).toEqual([name, cut, true]);
    }
  });

  it('that was cut gives only bytes that were in it, in order', async () => {
    const strange: string[] = [];
    for (let cut = 600; cut < bytes.length; cut += 211) {
      for (const piece of await all(bytes.subarray(0, cut))) {
        const [, original] = CONTENT.find(([member]) => member === piece.name) ?? [];
        if (original !== undefined && !String(original).startsWith(piece.text))
          strange.push(`${cut} ${piece.name}`);
      }
    }
    expect(strange).toEqual([]);
  });

  it('with a byte changed never passes for the original', async () => {
    for (let at = 40; at < bytes.length - 1100; at += 53) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x55;
      const seen = await all(changed);
      const same = JSON.stringify(contents(seen)) === JSON.stringify(CONTENT);
      // A plain tar has no checksum over its members.
      const told = seen.some((piece) => piece.problem !== null) || name === 'tar';
      expect([name, at, same || told]).toEqual([name, at, true]);
    }
  });

  it('gives the same pieces in chunks of any size', async () => {
    const whole = await all(bytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (chunk) => {
        expect(await all(bytes, {}, chunk)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });
});

describe('what follows compressed data', () => {
  it.each([
    ['a second file', gzipSync('two'), 'onetwo', []],
    ['zeros of a tape', Buffer.alloc(1000), 'one', []],
    [
      'a second file behind zeros',
      Buffer.concat([Buffer.alloc(20), gzipSync('two')]),
      'one',
      ['trailing-data'],
    ],
    ['the first byte of a second file', Buffer.from('1f', 'hex'), 'one', ['trailing-data']],
    ['a second file that was cut', gzipSync('two').subarray(0, 14), 'one', ['truncated']],
    ['a header alone', gzipSync('two').subarray(0, 10), 'one', ['truncated']],
    ['text', Buffer.from('hidden'), 'one', ['trailing-data']],
  ])('is told: %s', async (_, tail, text, problems) => {
    const seen = await all(Buffer.concat([gzipSync('one'), tail]));
    expect(seen[0]?.text.startsWith(text)).toBe(true);
    expect(seen.map((piece) => piece.problem).filter((code) => code !== null)).toEqual(problems);
  });

  const skippable = (size: number, held = size): Buffer => {
    const head = Buffer.from('502a4d1800000000', 'hex');
    head.writeUInt32LE(size, 4);
    return Buffer.concat([head, Buffer.alloc(held, 'x')]);
  };

  it.each([
    [
      'frames behind one another',
      Buffer.concat([zstdCompressSync('one'), zstdCompressSync('two')]),
      'onetwo',
      [],
    ],
    [
      'a frame to skip between',
      Buffer.concat([zstdCompressSync('one'), skippable(7), zstdCompressSync('two')]),
      'onetwo',
      [],
    ],
    ['a frame to skip at the end', Buffer.concat([zstdCompressSync('one'), skippable(0)]), 'one', []],
    ['frames to skip alone', Buffer.concat([skippable(3), skippable(3)]), '', []],
    [
      'a frame that was cut',
      Buffer.concat([zstdCompressSync('one'), zstdCompressSync(log).subarray(0, 300)]),
      'one',
      ['truncated'],
    ],
    [
      'a frame to skip that was cut',
      Buffer.concat([zstdCompressSync('one'), skippable(90, 4)]),
      'one',
      ['truncated'],
    ],
    ['text', Buffer.concat([zstdCompressSync('one'), Buffer.from('hidden')]), 'one', ['trailing-data']],
  ])('of zstd: %s', async (_, bytes, text, problems) => {
    const seen = await all(bytes);
    expect(seen[0]?.text.startsWith(text)).toBe(true);
    expect(seen.map((piece) => piece.problem).filter((code) => code !== null)).toEqual(problems);
  });
});

describe('limits', () => {
  const many = (count: number): MadeMember[] =>
    Array.from({ length: count }, (_, i) => ({ name: `m${i}`, bytes: 'x' }));
  const nested = (levels: number): Buffer => {
    let bytes: Buffer = Buffer.from('bottom');
    for (let level = 0; level < levels; level += 1) bytes = makeZip([{ name: `z${level}`, bytes }]);
    return bytes;
  };

  it.each([
    ['as many members as allowed', makeTar(many(5)), { members: 5 }, []],
    ['one member more', makeTar(many(6)), { members: 5 }, ['too-many-members']],
    ['as many members in a zip', makeZip(many(5)), { members: 5 }, []],
    ['one member more in a zip', makeZip(many(6)), { members: 5 }, ['too-many-members']],
    ['as many levels as allowed', nested(3), { depth: 3 }, []],
    ['one level more', nested(4), { depth: 3 }, ['too-deep']],
    ['as many bytes as allowed', gzipSync('x'.repeat(100)), { totalBytes: 100 }, []],
    ['one byte more', gzipSync('x'.repeat(101)), { totalBytes: 100 }, ['too-large']],
    ['the ratio at its limit', gzipSync('x'.repeat(100)), { ratio: 1, ratioAfter: 100 }, []],
    ['the ratio beyond it', gzipSync('x'.repeat(9000)), { ratio: 2, ratioAfter: 100 }, ['ratio']],
  ])('%s', async (_, bytes, limits, problems) => {
    const seen = await all(bytes, limits);
    expect(seen.map((piece) => piece.problem).filter((code) => code !== null)).toEqual(problems);
  });

  it('count members of all archives inside one another together', async () => {
    const bytes = makeTar([
      { name: 'one.zip', bytes: makeZip(many(3)) },
      { name: 'two.zip', bytes: makeZip(many(3)) },
    ]);
    const seen = await all(bytes, { members: 6 });
    expect(seen.filter((piece) => piece.problem === null)).toHaveLength(4);
    expect(seen.at(-1)?.problem).toBe('too-many-members');
    expect((await all(bytes, { members: 8 })).every((piece) => piece.problem === null)).toBe(true);
  });
});

describe('names of members', () => {
  const names: readonly (readonly [raw: string, shown: string])[] = [
    ['../../x', '__/__/x'],
    ['/etc/x', 'etc/x'],
    ['C:\\x', 'x'],
    ['\\\\host\\share\\x', 'host/share/x'],
    ['a/../../x', 'a/__/__/x'],
  ];
  it.each(names)('%j lead nowhere, in either form, and are told', async (raw, shown) => {
    for (const bytes of [makeTar([{ name: raw, bytes: 'kept' }]), makeZip([{ name: raw, bytes: 'kept' }])]) {
      expect(await all(bytes)).toEqual([
        { name: `in!${shown}`, text: '', problem: 'unsafe-path' },
        { name: `in!${shown}`, text: 'kept', problem: null },
      ]);
    }
  });

  it.each(['a\u001b[2Jb', 'a\rb', 'a\nb', 'a\u202eb', 'a\u0085b', 'a\u200fb', 'x!y', 'é'])(
    'like %j show no control character and no `!` of their own',
    async (raw) => {
      for (const bytes of [
        makeTar([{ name: raw, bytes: 'kept' }]),
        makeZip([{ name: raw, bytes: 'kept', flags: 0x800 }]),
      ]) {
        const [piece] = await all(bytes);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
        expect(piece?.name).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
        expect(piece?.name.split('!')).toHaveLength(2);
        expect(piece?.text).toBe('kept');
      }
    },
  );

  it('may be the same for several members: all are read', async () => {
    const twice = [
      { name: 'a', bytes: 'first' },
      { name: 'a', bytes: 'second' },
    ];
    for (const bytes of [makeTar(twice), makeZip(twice)])
      expect((await all(bytes)).map(({ text }) => text)).toEqual(['first', 'second']);
  });
});

describe('members without bytes or without a key', () => {
  it('gives empty members as empty pieces', async () => {
    for (const bytes of [
      makeTar([{ name: 'e' }]),
      makeZip([{ name: 'e' }]),
      makeZip([{ name: 'e', stored: true }]),
    ])
      expect(await all(bytes)).toEqual([{ name: 'in!e', text: '', problem: null }]);
  });

  it('tells encrypted members and reads the others', async () => {
    const bytes = makeZip([
      { name: 's', bytes: 'x', flags: 1 },
      { name: 'n', bytes: 'read' },
    ]);
    expect(await all(bytes)).toEqual([
      { name: 'in!s', text: '', problem: 'encrypted' },
      { name: 'in!n', text: 'read', problem: null },
    ]);
  });
});

describe('a reader that stops early', () => {
  it.each(ARCHIVES)('does not disturb the members that follow in a %s', async (_, bytes) => {
    const names: string[] = [];
    for await (const piece of unpack(chunksOf(bytes, 50), { name: 'in' })) {
      names.push(piece.problem?.code ?? piece.name);
      for await (const part of piece.bytes) if (part.length > 0) break;
    }
    expect(names).toEqual(CONTENT.map(([member]) => member));
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCursor } from './byte-cursor.ts';
import { recogniseArchive } from './format.ts';
import { makeTar, tarHeader } from './make-archives.ts';
import { readTar } from './tar.ts';
import { BLOCK } from './tar-header.ts';
import { parsePax } from './tar-pax.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function members(bytes: Uint8Array): Promise<[name: string, text: string][]> {
  const seen: [string, string][] = [];
  for await (const member of readTar(new ByteCursor(once(bytes)))) {
    let text = member.problem ? `(${member.problem.state} ${member.problem.code})` : '';
    for await (const part of member.bytes ?? []) text += Buffer.from(part).toString();
    seen.push([member.name, text]);
  }
  return seen;
}

const pax = (records: Record<string, string>): string =>
  Object.entries(records)
    .map(([key, value]) => {
      const rest = Buffer.byteLength(` ${key}=${value}\n`);
      let length = rest + 1;
      while (String(length).length + rest > length) length += 1;
      return `${length} ${key}=${value}\n`;
    })
    .join('');

describe('readTar', () => {
  it('reads files of every size around the block', async () => {
    const made = [0, 1, 511, 512, 513].map((size) => ({ name: `f${size}`, bytes: 'x'.repeat(size) }));
    expect(await members(makeTar(made))).toEqual(made.map(({ name, bytes }) => [name, bytes]));
  });

  it('takes long names from GNU and from pax headers', async () => {
    const long = `core/${'deep/'.repeat(40)}router.cfg`;
    const tar = makeTar([
      { name: '././@LongLink', type: 'L', bytes: `${long}\0` },
      { name: long, bytes: 'gnu' },
      { name: 'PaxHeader', type: 'x', bytes: pax({ path: 'Köln/ä.cfg', mtime: '1.5' }) },
      { name: 'short', bytes: 'pax' },
      { name: 'plain', bytes: 'neither' },
    ]);
    expect(await members(tar)).toEqual([
      [long, 'gnu'],
      ['Köln/ä.cfg', 'pax'],
      ['plain', 'neither'],
    ]);
  });

  it('joins prefix and name of a ustar header', async () => {
    const block = tarHeader({ name: 'r1.cfg' }, 2);
    block.write('site/chicago', 345);
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const tar = Buffer.concat([block, Buffer.from('ok'), Buffer.alloc(BLOCK * 3 - 2)]);
    expect(await members(tar)).toEqual([['site/chicago/r1.cfg', 'ok']]);
  });

  it('follows the size of a pax header where the old field is too small', async () => {
    const tar = makeTar([
      { name: 'p', type: 'x', bytes: pax({ size: '3' }) },
      { name: 'big', bytes: 'abc', size: 0 },
      { name: 'next', bytes: 'here' },
    ]);
    expect(await members(tar)).toEqual([
      ['big', 'abc'],
      ['next', 'here'],
    ]);
  });

  it('sets links and devices aside and passes over directories', async () => {
    const tar = makeTar([
      { name: 'd/', type: '5' },
      { name: 'link', type: '2', size: 5000 },
      { name: 'tty', type: '3' },
      { name: 'file', bytes: 'kept' },
    ]);
    expect(await members(tar)).toEqual([
      ['link', '(set-aside not-a-file)'],
      ['tty', '(set-aside not-a-file)'],
      ['file', 'kept'],
    ]);
  });

  it('reads members with dangerous names under harmless ones and tells', async () => {
    const tar = makeTar([
      { name: '../../etc/passwd', bytes: 'a' },
      { name: '/abs', bytes: 'b' },
      { name: 'esc\u001b[2J.log', bytes: 'c' },
    ]);
    expect(await members(tar)).toEqual([
      ['__/__/etc/passwd', '(read unsafe-path)'],
      ['__/__/etc/passwd', 'a'],
      ['abs', '(read unsafe-path)'],
      ['abs', 'b'],
      ['esc\\u001b[2J.log', 'c'],
    ]);
  });
});

describe('broken tar', () => {
  it('delivers what is there of a member whose size is a lie', async () => {
    const tar = makeTar([{ name: 'liar', bytes: 'short', size: 8 ** 10 }]);
    const [first, second] = await members(tar);
    expect(first?.[1].startsWith('short\0')).toBe(true);
    expect(second).toEqual(['liar', '(failed truncated)']);
  });

  it('tells where an archive was cut, also between two members', async () => {
    const tar = makeTar([{ name: 'a', bytes: 'x'.repeat(600) }], false);
    expect((await members(tar)).at(-1)).toEqual(['', '(failed truncated)']);
    expect((await members(tar.subarray(0, 900))).map(([, text]) => text.slice(0, 7))).toEqual([
      'xxxxxxx',
      '(failed',
      '(failed',
    ]);
    expect(await members(tar.subarray(0, 100))).toEqual([['', '(failed truncated)']]);
  });

  it('stops with a problem where something is no header', async () => {
    const tar = Buffer.concat([makeTar([{ name: 'a', bytes: 'x' }], false), Buffer.alloc(BLOCK, 'junk')]);
    expect(await members(tar)).toEqual([
      ['a', 'x'],
      ['', '(failed damaged)'],
    ]);
  });

  it('goes on behind the end mark, where a second archive may be hidden', async () => {
    const tar = Buffer.concat([makeTar([{ name: 'a', bytes: '1' }]), makeTar([{ name: 'b', bytes: '2' }])]);
    expect((await members(tar)).map(([name]) => name)).toEqual(['a', 'b']);
  });

  it('passes over an extended header that is too large to be honest', async () => {
    const tar = makeTar([
      { name: 'p', type: 'x', bytes: 'x'.repeat(1_100_000) },
      { name: 'file', bytes: 'kept' },
    ]);
    expect(await members(tar)).toEqual([
      ['', '(failed damaged)'],
      ['file', 'kept'],
    ]);
  });
});

describe('parsePax', () => {
  it('refuses what is not made of records', () => {
    for (const text of ['x', '5', '0 a=b\n', '99 path=short\n', '3 a=b\n'])
      expect(parsePax(Buffer.from(text))).toBeNull();
  });

  it('ends on any bytes, and takes no path from anything but a record', () => {
    const unit = fc.constantFrom('1', '9', ' ', '=', '\n', 'path', '\0');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string({ unit }).map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          const pax = parsePax(bytes);
          const holdsRecord = /\d path=/.test(Buffer.from(bytes).toString());
          expect(holdsRecord || (pax?.path ?? null) === null).toBe(true);
        },
      ),
    );
  });
});

describe('recognition', () => {
  it('knows an old tar without magic by its checksum, and text by nothing', () => {
    const block = tarHeader({ name: 'old' });
    block.fill(0, 257, 265);
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    expect(recogniseArchive(block)).toEqual({ format: 'tar' });
    expect(recogniseArchive(Buffer.alloc(BLOCK, 'hostname a\n'))).toBeNull();
    expect(recogniseArchive(Buffer.alloc(BLOCK))).toBeNull();
    expect(recogniseArchive(Buffer.from('BZh9 is how this sentence begins'))).toBeNull();
  });
});

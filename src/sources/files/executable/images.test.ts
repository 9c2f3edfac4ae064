import { describe, expect, it } from 'vitest';
import { readContent } from '../../../base/package-root.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { ByteSearch, planSearch } from './byte-search.ts';
import { executableFormat } from './format.ts';
import { executable } from './source.ts';
import { describeStrings, loadToolStrings } from './tool-strings.ts';

const content = readContent('tool-strings');

function elf(bits: 1 | 2): Buffer {
  const image = Buffer.alloc(64);
  image.write('\x7fELF', 'latin1');
  image[4] = bits;
  return image;
}

/** A DOS header that points to a PE header at `at`; `size` may cut it. */
function pe(at: number, size = at + 24): Buffer {
  const image = Buffer.alloc(Math.max(size, 64));
  image.write('MZ');
  image.writeUInt32LE(at, 0x3c);
  if (at + 4 <= image.length) image.write('PE\0\0', at);
  return image;
}

const macho = (magic: string): Buffer => Buffer.concat([Buffer.from(magic, 'hex'), Buffer.alloc(28)]);

describe('formats', () => {
  it.each([
    ['ELF of 32 bits', elf(1), 'ELF'],
    ['ELF of 64 bits', elf(2), 'ELF'],
    ['PE', pe(0x80), 'PE'],
    ['PE right behind the DOS header', pe(64), 'PE'],
    ['PE far behind it', pe(60_000), 'PE'],
    ['DOS whose pointer leads nowhere', pe(0xffff_fff0, 64), 'DOS'],
    ['DOS whose PE header is cut', pe(0x80, 0x82), 'DOS'],
    ['Mach-O of 32 bits', macho('feedface'), 'Mach-O'],
    ['Mach-O of 64 bits', macho('feedfacf'), 'Mach-O'],
    ['Mach-O, the other byte order', macho('cffaedfe'), 'Mach-O'],
    ['Mach-O, the other byte order, 32 bits', macho('cefaedfe'), 'Mach-O'],
    ['Mach-O of two processors', macho('cafebabe00000002'), 'Mach-O, several processors'],
    ['Java', macho('cafebabe00000034'), null],
    ['ELF of no known size', Buffer.concat([Buffer.from('\x7fELF\x03', 'latin1'), Buffer.alloc(59)]), null],
    ['ELF that was cut', elf(2).subarray(0, 15), null],
    ['an empty file', Buffer.alloc(0), null],
    ['a script', Buffer.from(`#!/bin/sh\n${'#'.repeat(80)}`), null],
    ['text that begins with MZ', Buffer.from(`MZone,site,note\n${'m1,synthetic,text\n'.repeat(9)}`), null],
  ])('%s', (_, bytes, format) => {
    expect(executableFormat(bytes)).toBe(format);
    expect(executable.recognise(headOf(bytes)) >= 0.3).toBe(format !== null);
  });
});

describe('a string of a tool', () => {
  const tool = loadToolStrings(content).tools[0];
  const [string] = tool?.strings ?? [];
  const text = Buffer.from(string?.text ?? '');

  it('is found wherever chunks part it, and only whole', () => {
    const around = Buffer.alloc(text.length + 2, 0x20);
    const bytes = Buffer.concat([elf(2), around, text, around]);
    const from = bytes.indexOf(text);
    for (let cut = from - 1; cut <= from + text.length + 1; cut += 1) {
      for (const step of [1, 2, cut]) {
        const [file] = readWith(executable, bytes, { content, chunk: step }).of('file');
        expect([cut, step, file?.strings]).toEqual([cut, step, [`${tool?.id}/${string?.id}`]]);
      }
    }
    const broken = Buffer.from(bytes);
    broken[from + text.length - 1] = (broken[from + text.length - 1] as number) ^ 1;
    expect(readWith(executable, broken, { content, chunk: 3 }).of('file')[0]?.strings).toEqual([]);
  });

  it('is found at the first and at the last byte, and across itself', () => {
    const plan = planSearch([
      { id: 'aba', bytes: Buffer.from('aba') },
      { id: 'bab', bytes: Buffer.from('bab') },
      { id: 'a', bytes: Buffer.from('a') },
    ]);
    const found = (...parts: string[]): string[] => {
      const search = new ByteSearch(plan);
      for (const part of parts) search.push(Buffer.from(part));
      return [...search.found].sort();
    };
    expect(found('aba')).toEqual(['a', 'aba']);
    expect(found('ab', '', 'ab')).toEqual(['a', 'aba', 'bab']);
    expect(found('bb', 'bb')).toEqual([]);
    expect(found('xb', 'a', 'b')).toEqual(['a', 'bab']);
  });

  it('counts once, however often it stands there', () => {
    const bytes = Buffer.concat([elf(2), ...Array.from({ length: 50 }, () => text)]);
    expect(readWith(executable, bytes, { content }).of('file')[0]?.strings).toHaveLength(1);
  });
});

describe('the number of strings that makes a tool', () => {
  const strings = ['one-1', 'two-2', 'three', 'four-'].map((text) => ({ id: text, text }));
  const tool = { id: 'toy', title: 'Toy', marking: 'CLEAR', verifiedOn: '2026-11-22', sources: [], strings };
  const named = (atLeast: number, count: number): boolean =>
    describeStrings(
      [{ ...tool, atLeast }],
      new Set(strings.slice(0, count).map(({ id }) => `toy/${id}`)),
    ).includes('toy');

  it.each([1, 2, 3, 4])('is %i and not one less', (atLeast) => {
    expect(named(atLeast, atLeast - 1)).toBe(false);
    expect(named(atLeast, atLeast)).toBe(true);
  });

  it('can be more than there are: then no file is the tool', () => expect(named(5, 4)).toBe(false));

  it('does not count strings of other tools', () => {
    expect(describeStrings([{ ...tool, atLeast: 1 }], new Set(['other/one-1']))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../base/package-root.ts';
import { headOf, readWith } from '../../kit/recording-sink.ts';
import { ByteSearch, planSearch } from './byte-search.ts';
import { executable } from './source.ts';
import { loadToolStrings } from './tool-strings.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['synthetic-elf.bin', 'synthetic-pe.bin', 'synthetic-macho.bin'];
const content = readContent('tool-strings');
const ELF = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(60)]);

describe('recognition', () => {
  it.each(SAMPLES)('knows %s by its first bytes', (name) => {
    expect(executable.recognise(headOf(sample(name)))).toBeGreaterThan(0.9);
  });

  it('is less sure of a DOS program, and knows programs for several processors', () => {
    const dos = Buffer.alloc(80);
    dos.write('MZ');
    expect(executable.recognise(headOf(dos))).toBeCloseTo(0.4);
    const fat = Buffer.from('cafebabe000000020000000000000000', 'hex');
    expect(executable.recognise(headOf(fat))).toBeGreaterThan(0.9);
  });

  it('leaves Java classes, text and short files alone', () => {
    const java = Buffer.from('cafebabe000000410000000000000000', 'hex');
    for (const bytes of [
      java,
      Buffer.from('MZ is how this line of text begins, and it goes on'),
      Buffer.from('\x7fELF'),
    ])
      expect(executable.recognise(headOf(bytes))).toBe(0);
  });
});

describe('file record', () => {
  it('holds size and hashes as everybody computes them', () => {
    const [file] = readWith(executable, sample('synthetic-elf.bin'), { name: 'case/tool', content }).of(
      'file',
    );
    expect(file).toMatchObject({
      origin: 'system:files',
      path: 'case/tool',
      size: sample('synthetic-elf.bin').length,
      at: null,
      ref: { line: 0, byte: 0 },
    });
    const empty = readWith(executable, '').of('file')[0];
    expect(empty?.md5).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(empty?.sha1).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
    expect(empty?.sha256).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(empty?.sha512?.slice(0, 16)).toBe('cf83e1357eefb8bd');
  });

  it('names strings of a tool without calling the file that tool', () => {
    const [file] = readWith(executable, sample('synthetic-elf.bin'), { content }).of('file');
    expect(file?.strings).toEqual(['cmd1/download-function', 'cmd1/decrypt-function']);
  });

  it('calls the file the tool from the number of strings on that the content asks for', () => {
    const [tool] = loadToolStrings(content).tools;
    const texts = tool?.strings.map(({ text }) => text) ?? [];
    const strings = (count: number): readonly string[] => {
      const bytes = Buffer.concat([ELF, Buffer.from(texts.slice(0, count).join('\0'))]);
      return readWith(executable, bytes, { content, chunk: 11 }).of('file')[0]?.strings ?? [];
    };
    expect(strings(4)).not.toContain('cmd1');
    expect(strings(5)[0]).toBe('cmd1');
    expect(strings(5)).toHaveLength(6);
    expect(strings(7)).toHaveLength(8);
  });

  it('shows a name with control characters as text', () => {
    const [file] = readWith(executable, ELF, { name: 'a\u001b[2Jb' }).of('file');
    expect(file?.path).toBe('a\\u001b[2Jb');
  });
});

describe('content/tool-strings', () => {
  it('fits, with an id and a source each', () => {
    const { tools, problems } = loadToolStrings(content);
    expect(problems).toEqual([]);
    expect(tools.map((tool) => [tool.id, tool.atLeast, tool.strings.length])).toEqual([['cmd1', 5, 7]]);
  });

  it('that does not fit is named and left out', () => {
    const broken = new Map([
      ['tool-strings/a.yaml', ': : :\n - ['],
      ['tool-strings/b.yaml', 'id: b'],
      ['duties/c.yaml', 'id: c'],
    ]);
    expect(loadToolStrings(broken).problems).toHaveLength(2);
  });
});

describe('ByteSearch', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });

  it('finds what a plain search finds, overlapping strings too, however the bytes arrive', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 6 }),
        text,
        fc.integer({ min: 1, max: 7 }),
        (words, haystack, step) => {
          const search = new ByteSearch(
            planSearch(words.map((word) => ({ id: word, bytes: Buffer.from(word) }))),
          );
          const bytes = Buffer.from(haystack);
          for (let at = 0; at < bytes.length; at += step) search.push(bytes.subarray(at, at + step));
          expect([...search.found].sort()).toEqual(
            [...new Set(words.filter((word) => haystack.includes(word)))].sort(),
          );
        },
      ),
    );
  });

  it('refuses more strings than its tables hold', () => {
    expect(() => planSearch([{ id: 'a', bytes: new Uint8Array(40_000) }])).toThrow(RangeError);
  });
});

describe('any input', () => {
  it('is read without a throw and adds up, however it arrives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (bytes, chunk) => {
        const input = Buffer.concat([ELF.subarray(0, bytes.length % 20), bytes]);
        const sink = readWith(executable, input, { chunk, content });
        expect(sink.bytes()).toBe(input.length);
        expect(sink.records).toEqual(readWith(executable, input, { content }).records);
        expect(executable.recognise(headOf(input))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

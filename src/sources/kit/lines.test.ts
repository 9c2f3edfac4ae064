import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineOutline } from '../../model/indicator.ts';
import { type Line, type LineOptions, LineReader, lineLatin, lineText } from './lines.ts';

interface Seen {
  readonly text: string;
  readonly number: number;
  readonly offset: number;
  readonly size: number;
  readonly long: boolean;
}

function read(bytes: Uint8Array, chunk: number, options: Partial<LineOptions> = {}): Seen[] {
  const seen: Seen[] = [];
  const take =
    (long: boolean) =>
    (line: Parameters<typeof lineLatin>[0]): void => {
      const { number, offset, size } = line;
      seen.push({ text: lineLatin(line), number, offset, size, long });
    };
  const reader = new LineReader(
    { line: take(false), tooLong: take(true) },
    { limit: 8, start: { line: 1, byte: 0 }, ...options },
  );
  for (let at = 0; at < bytes.length; at += chunk) {
    // A copy, to be spoilt after the call: the reader may keep nothing of it.
    const part = Uint8Array.from(bytes.subarray(at, at + chunk));
    reader.push(part);
    part.fill(0x58);
  }
  reader.end();
  return seen;
}

const texts = (text: string, chunk = 3): string[] => read(Buffer.from(text), chunk).map((line) => line.text);

describe('LineReader', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\n', ['a']],
    ['a\n\nb', ['a', '', 'b']],
    ['\n', ['']],
    ['\r\n', ['']],
    // A return that ends no line is text.
    ['a\rb\n', ['a\rb']],
    ['a\r', ['a\r']],
    ['a\r\r\n', ['a\r']],
  ])('cuts %j into %j', (text, lines) => {
    for (const chunk of [1, 2, 3, 100]) expect(texts(text, chunk)).toEqual(lines);
  });

  it.each([
    ['12345678\n', false],
    ['12345678\r\n', false],
    ['12345678', false],
    ['123456789\n', true],
    ['123456789\r\n', true],
    ['123456789', true],
    ['1234567\r\r\n', false],
    [`${'x'.repeat(50)}\n`, true],
  ])('with a limit of 8 bytes %j is too long: %s', (text, long) => {
    for (const chunk of [1, 4, 9, 10, 11, 100]) {
      const [line] = read(Buffer.from(text), chunk);
      expect(line, `chunks of ${chunk}`).toMatchObject({ long, size: text.length });
      expect(line!.text.length).toBeLessThanOrEqual(8);
    }
  });

  it('goes on with the right place after a line that is too long', () => {
    const seen = read(Buffer.from(`a\n${'x'.repeat(30)}\nb\n`), 5, { start: { line: 10, byte: 100 } });
    expect(seen.map(({ number, offset, size }) => [number, offset, size])).toEqual([
      [10, 100, 2],
      [11, 102, 31],
      [12, 133, 2],
    ]);
  });

  it('cuts like splitting at line ends, whatever the chunks, and adds up to every byte', () => {
    const bytes = fc
      .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r', 'a'), fc.string({ maxLength: 12 })), {
        maxLength: 30,
      })
      .map((list) => Buffer.from(list.join('')));
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 40 }), (input, chunk) => {
        const seen = read(input, chunk);
        expect(seen.reduce((sum, line) => sum + line.size, 0)).toBe(input.length);
        const wanted = input.toString('latin1').split('\n');
        if (wanted.at(-1) === '') wanted.pop();
        expect(seen.map((line) => line.number)).toEqual(wanted.map((_, i) => i + 1));
        for (const [i, line] of seen.entries()) {
          expect(input.subarray(line.offset).toString('latin1').startsWith(line.text)).toBe(true);
          if (!line.long && i < wanted.length - 1)
            expect(line.text).toBe((wanted[i] as string).replace(/\r$/, ''));
        }
        expect(seen).toEqual(read(input, input.length + 1));
      }),
    );
  });
});

/** An outline that reaches 16 bytes at a time and wants every line with an `x` looked at. */
const outline: LineOutline = {
  ends: new Uint32Array(16),
  outline(bytes, from) {
    let count = 0;
    let x = 0;
    for (let at = from; at < Math.min(bytes.length, from + 16); at += 1) {
      if (bytes[at] === 120) x = 1;
      if (bytes[at] !== 10) continue;
      this.ends[count] = (at - from) * 2 + x;
      count += 1;
      x = 0;
    }
    return count;
  },
};

describe('LineReader with an outline', () => {
  it('cuts as without one, lines beyond its reach too', () => {
    const parts = fc.array(fc.constantFrom('\n', '\r\n', '\r', 'a', 'x', 'some text', 'y'.repeat(20)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 60 }), (list, chunk) => {
        const input = Buffer.from(list.join(''));
        expect(read(input, chunk, { outline })).toEqual(read(input, chunk));
      }),
    );
  });

  it('hands on which lines are to be looked at, and wants a look at every line that lies in two chunks', () => {
    const seen: [string, boolean | undefined][] = [];
    const take = (line: Line): void => void seen.push([lineLatin(line), line.watch]);
    const reader = new LineReader(
      { line: take, tooLong: take },
      { limit: 40, start: { line: 1, byte: 0 }, outline },
    );
    for (const chunk of ['a\nx\nb\nha', 'lf\nc\n', `${'z'.repeat(30)}\nd\ne`])
      reader.push(Buffer.from(chunk));
    reader.end();
    expect(seen).toEqual([
      ['a', false],
      ['x', true],
      ['b', false],
      ['half', true],
      ['c', false],
      ['z'.repeat(30), true],
      ['d', false],
      ['e', true],
    ]);
  });
});

describe('lineText', () => {
  it.each([
    ['é', [0xc3, 0xa9]],
    ['\ufffd', [0xe9]],
    ['a\ufffdb', [0x61, 0xff, 0x62]],
  ])('reads %j', (text, bytes) => {
    const line = {
      bytes: Uint8Array.from(bytes),
      start: 0,
      end: bytes.length,
      number: 1,
      offset: 0,
      size: bytes.length,
    };
    expect(lineText(line)).toBe(text);
  });
});

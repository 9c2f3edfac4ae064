import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanMatch, Scanner } from '../../../model/indicator.ts';
import { type Line, type LineHandler, LineReader } from '../../kit/lines.ts';
import type { Entry } from './entry.ts';
import { Matches } from './matches.ts';
import { Screen, toEntry } from './terminal.ts';

/** Chunks of text that holds what captures hold: prompts, pagers, returns, bytes that draw nothing. */
const chunks = fc.array(
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '  ip address 10.0.0.1\n',
        'r1#show run\r\n',
        'x>',
        '\n',
        '\r\n',
        '\r',
        ' --More-- ',
        '\b',
        '\u001b[K',
        '\t',
        'é',
        '!\n',
      ),
      { maxLength: 12 },
    )
    .map((parts) => new TextEncoder().encode(parts.join(''))),
  { maxLength: 5 },
);

function read(
  list: readonly Uint8Array[],
  seen: (line: Line) => void,
  before: (c: Uint8Array) => void,
): void {
  const handler: LineHandler = { line: seen, tooLong: () => {} };
  const lines = new LineReader(handler, { limit: 4096, start: { line: 1, byte: 0 } });
  for (const chunk of list) {
    before(chunk);
    lines.push(chunk);
  }
  lines.end();
}

describe('Screen', () => {
  it('shows each line as it is shown by itself, however the file is cut into chunks', () => {
    fc.assert(
      fc.property(chunks, (list) => {
        const screen = new Screen();
        const shown: [Entry, Entry][] = [];
        read(
          list,
          (line) => shown.push([screen.entry(line), toEntry(line)]),
          (chunk) => screen.show(chunk),
        );
        for (const [whole, alone] of shown) expect(whole).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });

  it('does not take the lines of a chunk for those of the next, though both lie in one array', () => {
    const screen = new Screen();
    const array = new TextEncoder().encode('one#\n');
    const texts: string[] = [];
    read(
      [array, array],
      (line) => texts.push(screen.entry(line).text),
      (chunk) => {
        if (texts.length > 0) chunk.set(new TextEncoder().encode('two#\n'));
        screen.show(chunk);
      },
    );
    expect(texts).toEqual(['one#', 'two#']);
  });
});

/** Finds each `a`, and then each blank: as a scanner does that looks for one sort of value after the other. */
const letters: Scanner = {
  scan: (bytes, { start, end }, found) => {
    for (const wanted of ['a', ' '])
      for (let i = start; i < end; i += 1)
        if (bytes[i] === wanted.charCodeAt(0))
          found({ value: wanted, valueType: 'domain', near: false, start: i, end: i + 1 });
  },
};

describe('Matches', () => {
  it('gives for each line what a search of that line gives, in the same order', () => {
    fc.assert(
      fc.property(chunks, (list) => {
        const matches = new Matches(letters);
        const both: [string[], string[]][] = [];
        const told = (of: readonly ScanMatch[], line: Line): string[] =>
          of.map((m) => `${m.value} ${m.start - line.start} ${m.end - line.start}`);
        read(
          list,
          (line) => {
            const alone: ScanMatch[] = [];
            letters.scan(line.bytes, { start: line.start, end: line.end }, (m) => alone.push(m));
            both.push([told(matches.of(line), line), told(alone, line)]);
          },
          (chunk) => matches.look(chunk),
        );
        for (const [chunk, alone] of both) expect(chunk).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });

  it('skips what stands in lines that nobody asks about', () => {
    const bytes = new TextEncoder().encode('aaa\nxa\n');
    const matches = new Matches(letters);
    matches.look(bytes);
    const line: Line = { bytes, start: 4, end: 6, number: 2, offset: 4, size: 3 };
    expect(matches.of(line).map((m) => m.start)).toEqual([5]);
  });
});

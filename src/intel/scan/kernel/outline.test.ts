import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { LineOutline, Scanner } from '../../../model/indicator.ts';
import { buildIndex } from '../../build-index.ts';
import { listPack } from '../../packs/list.ts';

const NOW = Date.UTC(2026, 9, 20);
const HASH = 'd41d8cd98f00b204e9800998ecf8427e';
const LONG_HASH = HASH.repeat(4);
const VALUES: readonly string[] = [
  '192.0.2.7',
  '198.51.100.0/24',
  '203.0.113.0/29',
  '2001:db8::7',
  '2001:db8:5::/48',
  'evil.example',
  'a.io',
  'deep.under.evil-twin.example',
  'http://198.51.100.9/x',
  'https://host.example:8443/path?q=1',
  'http://[2001:db8::9]/z',
  'mail@post.example',
  HASH,
  LONG_HASH,
];

const scannerOf = (values: readonly string[]): Scanner =>
  buildIndex([listPack(values.join('\n'), { id: 'test', name: 'test' })], { now: NOW }).scanner;

interface Outlined {
  readonly from: number;
  readonly to: number;
  readonly watch: boolean;
}

function outlined(lines: LineOutline, bytes: Uint8Array): Outlined[] {
  const out: Outlined[] = [];
  let from = 0;
  for (let count = lines.outline(bytes, from); count > 0; count = lines.outline(bytes, from)) {
    const base = from;
    for (const end of lines.ends.subarray(0, count)) {
      out.push({ from, to: base + (end >>> 1), watch: (end & 1) === 1 });
      from = base + (end >>> 1) + 1;
    }
  }
  return out;
}

function found(scanner: Scanner, bytes: Uint8Array, { from, to }: Outlined): number {
  let matches = 0;
  scanner.scan(bytes, { start: from, end: to }, () => (matches += 1));
  return matches;
}

const outlineOf = (scanner: Scanner): LineOutline => scanner.lines as LineOutline;
const watched = (values: readonly string[], text: string): boolean[] =>
  outlined(outlineOf(scannerOf(values)), Buffer.from(text, 'latin1')).map((line) => line.watch);

/** Text that is full of values, of what is nearly one, and of what may stand around them. */
const piece = oneof(
  constantFrom(...VALUES, ...VALUES.map((value) => value.toUpperCase())),
  constantFrom('192.0.2.8', '192.0.02.7', '1192.0.2.7', '192.0.2.7.1', 'not-evil.example', 'evil.examples'),
  constantFrom('\n', '\r\n', '\n\n', '\r', '\0', ' ', '.', '-', '_', ':', '/', '@', '[', ']', '=', '\xff'),
  constantFrom('a', 'f', '0', '7', '::', '02:13:07.123', 'x.y-z', '1.2.3.4-5.6.7.8', 'core9.harbor.example:'),
  string({ maxLength: 5 }),
);
const text = array(piece, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''), 'latin1'));

describe('the outline of lines', () => {
  it('ends lines where line feeds stand, and passes over no line in which the plain scanner finds a value', () => {
    const scanner = scannerOf(VALUES);
    assert(
      property(text, (bytes) => {
        const lines = outlined(outlineOf(scanner), bytes);
        const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
        expect(lines.map((line) => line.to)).toEqual(ends);
        for (const line of lines) if (!line.watch) expect(found(scanner, bytes, line)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same of a line wherever it stands', () => {
    const scanner = scannerOf(VALUES);
    assert(
      property(text, integer({ min: 0, max: 70 }), (bytes, shift) => {
        const moved = Buffer.concat([Buffer.from(`${'x'.repeat(shift)}\n`), bytes]);
        const watches = (of: Uint8Array): boolean[] => outlined(outlineOf(scanner), of).map((l) => l.watch);
        expect(watches(moved).slice(1)).toEqual(watches(bytes));
      }),
    );
  });

  it.each(VALUES)('watches a line that holds %s', (value) => {
    const plain = value.replace('/24', '').replace('/29', '').replace('/48', '1');
    expect(watched([value], `nothing\nsee ${plain}\nnothing\n${plain}\n(${plain}), and\nnothing\n`)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('passes over nearly all lines that hold other names, addresses and times', () => {
    const line = 'Oct 20 02:13:07.123 core1.harbor.test: 10.1.2.3(22) -> 100.64.3.4(53), 1.5 packets\n';
    expect(watched(VALUES, line.repeat(3))).toEqual([false, false, false]);
  });

  it('reaches over a line of 64 KiB and tells when none ends in its reach', () => {
    const lines = outlineOf(scannerOf(['192.0.2.7']));
    const long = Buffer.from(`${' '.repeat(65_530)}192.0.2.7\nx\n`);
    expect(outlined(lines, long).map((line) => line.watch)).toEqual([true, false]);
    expect(lines.outline(Buffer.alloc(2_000_000, 32), 0)).toBe(0);
    expect(lines.outline(Buffer.from('no end'), 0)).toBe(0);
    expect(lines.outline(Buffer.alloc(0), 0)).toBe(0);
  });

  it('outlines what holds a line feed at every place', () => {
    const bytes = Buffer.alloc(300_000, 10);
    expect(outlined(outlineOf(scannerOf(VALUES)), bytes)).toHaveLength(300_000);
  });

  it('looks for nothing that no value needs', () => {
    const line = `192.0.2.7 ::1 a.b.test ${HASH}\n`;
    expect(watched(['203.0.113.9'], line)).toEqual([false]);
    expect(watched(['other.example'], line)).toEqual([false]);
    expect(watched(['00000000000000000000000000000000'], line)).toEqual([false]);
    expect(watched(['2001:db8::1'], line)).toEqual([true]);
  });

  it('is absent where there is no WebAssembly, and scanning goes on', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const scanner = scannerOf(['192.0.2.7']);
    vi.unstubAllGlobals();
    expect(scanner.lines).toBeNull();
    const bytes = Buffer.from('192.0.2.7');
    expect(found(scanner, bytes, { from: 0, to: bytes.length, watch: true })).toBe(1);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../base/package-root.ts';
import { SOURCES } from '../../sources/index.ts';
import type { Reader, Sink, Source } from '../../sources/kit/contract.ts';
import { TEST_KEYED } from '../../sources/kit/recording-sink.ts';
import type { PartResult } from './part.ts';
import { type ReadEnvironment, readPart } from './read-part.ts';
import { Selection } from './selection.ts';

const CONTENT = readContent();
const OUTLET = { records: () => {}, flows: () => {} };

function environment(sources: readonly Source[]): ReadEnvironment {
  return {
    sources,
    selection: new Selection([{ records: ['log', 'command', 'login'], mnemonics: ['*'] }]),
    anchor: Date.UTC(2026, 10, 22),
    keyed: TEST_KEYED,
    scanner: null,
    templates: new Map(),
    content: CONTENT,
  };
}

/** A source that takes everything, with a reader that misbehaves. */
function sourceOf(open: (sink: Sink) => Partial<Reader>): Source {
  const rest = { id: 'test/any', title: 'any', version: 3, kinds: ['syslog'] as const, split: null };
  return {
    ...rest,
    recognise: () => 0.9,
    open: (_context, sink) => ({ push: () => {}, end: () => {}, ...open(sink) }),
  };
}

async function* inChunks(
  bytes: Uint8Array,
  size: number,
  breaksAt = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    if (at >= breaksAt) throw new Error('EIO: the disk is\u001b[2J broken');
    yield bytes.slice(at, at + size);
  }
}

function read(source: Source | readonly Source[], bytes: AsyncIterable<Uint8Array>): Promise<PartResult> {
  const sources: readonly Source[] = 'id' in source ? [source] : source;
  return readPart(
    { name: 'x', bytes, start: { line: 1, byte: 0 }, source: null, outlet: OUTLET },
    environment(sources),
  );
}

const rows = (part: PartResult): unknown[] => part.ledger.map((r) => [r.state, r.reason, r.bytes]);
const sum = (part: PartResult): number => part.ledger.reduce((total, row) => total + row.bytes, 0);
const TEN = new Uint8Array(10).fill(65);

describe('the ledger adds up', () => {
  it('when a reader throws while it is opened, in the middle, and at the end', async () => {
    const bug = (): never => {
      throw new TypeError('a bug\u001b[2J');
    };
    let pushed = 0;
    const late = (sink: Sink): Partial<Reader> => ({
      push: (chunk) => {
        pushed += 1;
        if (pushed > 2) bug();
        sink.account({ state: 'read', reason: 'line', bytes: chunk.length, units: 1 });
      },
    });
    const big = new Uint8Array(70_000 * 4).fill(65);
    for (const [source, bytes, chunk] of [
      [sourceOf(bug), TEN, 4],
      [sourceOf(() => ({ push: bug })), TEN, 4],
      [sourceOf(() => ({ end: bug })), TEN, 4],
      [sourceOf(late), big, 70_000],
    ] as const) {
      const part = await read(source, inChunks(bytes, chunk));
      expect(sum(part)).toBe(bytes.length);
      const failed = part.ledger.find((r) => r.reason === 'reader error');
      expect(failed?.state).toBe('failed');
      expect(failed?.samples[0]?.text).toBe('a bug\\u001b[2J');
    }
  });

  it('when a reader accounts for less or more than there was, and says so', async () => {
    const accounts = (bytes: number): Source =>
      sourceOf((sink) => ({ end: () => sink.account({ state: 'read', reason: 'line', bytes, units: 1 }) }));
    expect(rows(await read(accounts(10), inChunks(TEN, 3)))).toEqual([['read', 'line', 10]]);
    for (const wrong of [7, 12]) {
      const part = await read(accounts(wrong), inChunks(TEN, 3));
      expect(sum(part)).toBe(10);
      expect(rows(part)).toContainEqual(['failed', 'unaccounted bytes', 10 - wrong]);
    }
  });

  it('when the bytes break off: what was read stays, and the place is told', async () => {
    const whole = sourceOf((sink) => ({
      push: (chunk) => sink.account({ state: 'read', reason: 'line', bytes: chunk.length, units: 1 }),
    }));
    const part = await read(whole, inChunks(TEN, 3, 6));
    expect(part.size).toBe(6);
    expect(sum(part)).toBe(6);
    const broken = part.ledger.find((r) => r.reason === 'cannot be read to its end');
    expect(broken?.samples[0]).toMatchObject({ byte: 6, text: 'EIO: the disk is\\u001b[2J broken' });
  });

  it('for a format that nobody knows, with its first bytes', async () => {
    const part = await read(SOURCES, inChunks(Uint8Array.from([1, 2, 3, 0, 255]), 2));
    expect(part).toMatchObject({ source: null, kinds: [], magic: '01020300ff', size: 5 });
    expect(rows(part)).toEqual([['not-understood', 'unknown format', 5]]);
  });

  it('for nothing at all', async () => {
    const part = await read(SOURCES, inChunks(new Uint8Array(0), 1));
    expect(part).toMatchObject({ size: 0, ledger: [], tracks: [] });
  });
});

describe('reading', () => {
  const line = fc.constantFrom(
    '<189>Oct 20 02:13:07 pe-01 45: Oct 20 02:13:06.123 UTC: %SYS-5-CONFIG_I: Configured from console by a on vty0 (192.0.2.10)\n',
    'Oct 20 02:13:08 jump-01 sshd[77]: Accepted publickey for b from 198.51.100.7 port 5000 ssh2\n',
    '2026-10-20T02:13:09Z pe-02 no message of ours\n',
    '\n',
    '\u0000\u00ff broken \r\n',
    'no line end',
  );

  it('gives the same for the same bytes, however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 200 }),
        async (lines, chunk) => {
          const bytes = new TextEncoder().encode(lines.join(''));
          const whole = await read(SOURCES, inChunks(bytes, bytes.length));
          expect(await read(SOURCES, inChunks(bytes, chunk))).toEqual(whole);
          expect(sum(whole)).toBe(bytes.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('adds up for any bytes whatever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, chunk) => {
          expect(sum(await read(SOURCES, inChunks(bytes, chunk)))).toBe(bytes.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('asks for a source only after the whole head, and the surest one wins; ties go to the first id', async () => {
    const sure = (id: string, score: number): Source => ({
      ...sourceOf(() => ({})),
      id,
      recognise: () => score,
    });
    const chosen = async (...sources: Source[]): Promise<string | null> =>
      (await read(sources, inChunks(TEN, 1))).source;
    expect(await chosen(sure('a', 0.5), sure('b', 0.9), sure('c', 0.7))).toBe('b');
    expect(await chosen(sure('z', 0.5), sure('b', 0.5))).toBe('b');
    expect(await chosen(sure('a', 0.29))).toBeNull();
    const seen: number[] = [];
    const looks: Source = { ...sourceOf(() => ({})), recognise: (head) => seen.push(head.bytes.length) && 0 };
    await read(looks, inChunks(new Uint8Array(100_000), 1000));
    expect(seen).toEqual([65_536]);
  });
});
